"""Settings of one run: what the command line or the caller of the API chose."""

from __future__ import annotations

from dataclasses import dataclass, field

from bede.judgement import Settings


@dataclass(frozen=True, slots=True)
class Config:
    """Settings.

    Attributes:
        reference: path of a compiled reference; None for the embedded one.
        only: rules whose findings are told; empty for all.
        without: rules whose findings are not told.
        judging: how claims are judged: completeness, parameters of rules, today.
    """

    reference: str | None = None
    only: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    judging: Settings = field(default_factory=Settings)
