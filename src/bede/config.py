"""Settings of one run: what the command line or the caller of the API chose."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Config:
    """Settings.

    Attributes:
        reference: path of a compiled reference; None for the embedded one.
        only: rules whose findings are told; empty for all.
        without: rules whose findings are not told.
        assume_complete: whether the partial completeness assumption is made: a reference that
            records one such fact of somebody is taken to record all.
    """

    reference: str | None = None
    only: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    assume_complete: bool = True
