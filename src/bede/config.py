"""Settings of one run: what the command line or the caller of the API chose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bede.catalog import rules
from bede.chronology import parse_edtf
from bede.errors import ChronologyError, UsageError
from bede.evidence.challenge import Challenge
from bede.evidence.values import Confidence
from bede.judgement import Settings

_MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Config:
    """Settings.

    Attributes:
        reference: path of a compiled reference, or of several that are read as one, those that
            go before first; "default" names the embedded one, and so does None.
        trust: name of a reference, or id of a source -> trust in it, where it is less than high.
        only: rules whose findings are told; empty for all.
        without: rules whose findings are not told.
        judging: how claims are judged: completeness, parameters of rules, today.
        challenges: findings that historians hold to be wrong; told as notes with the reason.
    """

    reference: str | tuple[str, ...] | None = None
    trust: Mapping[str, Confidence] = field(default_factory=dict)
    only: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    judging: Settings = field(default_factory=Settings)
    challenges: tuple[Challenge, ...] = ()


def read_parameters(settings: Sequence[str]) -> dict[tuple[str, str], int]:
    """Read settings of parameters, each as `RULE.PARAMETER=N`; of two of one, the later counts.

    Args:
        settings: as the user wrote them; N is a whole number from 0, in the unit of the parameter.

    Returns:
        (rule, parameter) -> value.

    Raises:
        UsageError: a rule, a parameter or a number is none; the message says what is known.
    """
    found: dict[tuple[str, str], int] = {}
    for setting in settings:
        name, equals, value = (part.strip() for part in setting.partition("="))
        rule, dot, parameter = name.partition(".")
        if not (equals and dot and rule and parameter and value):
            raise UsageError(
                f"{setting!r} sets nothing", remedy="write it as RULE.PARAMETER=NUMBER"
            )
        check_parameters([(rule, parameter)])
        if not (value.isascii() and value.isdecimal() and len(value) <= _MOST_DIGITS):
            raise UsageError(
                f"{value!r} in {setting!r} is no whole number",
                remedy=f"give one from 0, of at most {_MOST_DIGITS} digits",
            )
        found[rule, parameter] = int(value)
    return found


def check_parameters(names: Iterable[tuple[str, str]]) -> None:
    """Refuse parameters that do not exist.

    Args:
        names: pairs of rule and parameter.

    Raises:
        UsageError: there is no such rule, or it has no such parameter; the message says which
            there are.
    """
    for rule, parameter in names:
        if rule not in rules():
            having = [name for name, one in rules().items() if one.parameters]
            known = f"rules with parameters: {', '.join(having)}" if having else "none has any"
            raise UsageError(f"there is no rule {rule!r}", remedy=known)
        known = ", ".join(one.name for one in rules()[rule].parameters)
        if parameter not in (one.name for one in rules()[rule].parameters):
            raise UsageError(
                f"{rule} has no parameter {parameter!r}",
                remedy=f"use one of {known}" if known else "it has none, so there is none to set",
            )


def read_today(text: str) -> int:
    """The day that counts as today.

    Args:
        text: a day in EDTF (ISO 8601-2:2019), such as 2026-03-01.

    Returns:
        its Julian Day Number.

    Raises:
        UsageError: the text is no date, or not a single certain day.
    """
    try:
        span = parse_edtf(text.strip())
    except ChronologyError as error:
        raise UsageError(error.cause, path="--today", remedy="write it as YYYY-MM-DD") from error
    first, last = span.hull
    if first is None or first != last or span.approximate or span.uncertain:
        raise UsageError(
            f"{text!r} is no single day", path="--today", remedy="write it as YYYY-MM-DD"
        )
    return first
