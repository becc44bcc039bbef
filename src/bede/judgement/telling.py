"""Telling a fact in a historian's words, from the wording of its event type."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bede.catalog import event_types
from bede.chronology import Answer, Calendar, Span, describe, inside, parse_edtf
from bede.chronology.policy import calendar_of_history
from bede.evidence import Entity, Fact, Reference

_OPTIONAL = re.compile(r" ?\[([^\]]*)\]")
_ROLE = re.compile(r"\{([a-z-]+)\}")
_NO_ARTICLE = frozenset({"newspaper"})


def name_at(entity: Entity, when: Span | None) -> str:
    """The name of an entity as a sentence has it: with its article, a place as then called."""
    text = entity.label
    if entity.kind == "place" and when is not None:
        then = (n.text for n in entity.names if n.span and inside(when, n.span) is Answer.YES)
        text = next(then, text)
    if entity.kind in ("organisation", "happening") and entity.subkind not in _NO_ARTICLE:
        return text if text.lower().startswith("the ") else f"the {text}"
    return f'"{text}"' if entity.kind == "work" else text


def listed(words: Sequence[str], *, last: str = "and") -> str:
    """The words as a list: "a, b and c"."""
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def fillers_in_words(fact: Fact, role: str, reference: Reference) -> str | None:
    """The fillers of one role in words, or None if the fact has none."""
    values = fact.roles.get(role)
    if not values:
        return None
    kind = event_types()[fact.type].role(role)
    if kind is None or kind.kinds == ("text",):
        return listed(values)
    return listed([name_at(reference.entity(value), fact.span) for value in values])


def tell(fact: Fact, reference: Reference, *, dated: bool = True) -> str:
    """A fact as a clause: who, what, where, by whom and when.

    Args:
        fact: the fact.
        reference: where its entities are.
        dated: whether to end with the date.
    """
    template = event_types()[fact.type].wording["says"]

    def fill(text: str) -> str | None:
        words = {role: fillers_in_words(fact, role, reference) for role in _ROLE.findall(text)}
        if None in words.values():
            return None
        return _ROLE.sub(lambda match: str(words[match.group(1)]), text)

    def optional(match: re.Match[str]) -> str:
        filled = fill(match.group(1))
        if filled is None:
            return ""
        return filled if filled.startswith(",") else f" {filled}"

    clause = _OPTIONAL.sub(optional, template)
    clause = (fill(clause) or clause).strip()
    return f"{clause} {dating(fact)}" if dated and fact.span is not None else clause


def record(fact: Fact) -> str:
    """A fact with its sources, as the origin of a step names them."""
    return f"{fact.id} ({', '.join(fact.sources)})"


def dating(fact: Fact) -> str:
    """The date of a fact as an adverbial, with the Old Style day where the sources give one."""
    if fact.span is None:
        return "at an unknown time"
    happened = event_types()[fact.type].nature == "happening"
    words = when(Span.within(*fact.span.hull) if happened and fact.span.is_interval else fact.span)
    if fact.old_style is not None and words.startswith("on "):
        julian = parse_edtf(fact.old_style, Calendar.JULIAN)
        words += f" ({describe(julian, Calendar.JULIAN)} Old Style)"
    return words


def when(span: Span) -> str:
    """A span as an adverbial: "on 14 November 1927", "in 1926", "from 1918 to 1925".

    Each end is told in the calendar of its time: Julian before the reform of 1582, as history
    writes it.
    """
    first, last = span.hull
    words = time_in_words(span)
    if words.startswith(
        ("from ", "until ", "before ", "after ", "about ", "beginning ", "perhaps ")
    ):
        return words
    if words.startswith("between ") or " and " in words:
        return words
    return f"on {words}" if first is not None and first == last else f"in {words}"


def time_in_words(span: Span) -> str:
    """The words for a span, whose years and months are those of the calendar of their time.

    Args:
        span: the span.
    """
    first, last = span.hull
    early = [day is not None and calendar_of_history(day) is Calendar.JULIAN for day in span.hull]
    if not any(early):
        return describe(span)
    if not span.is_interval or first is None or last is None or all(early):
        # A pack may give an early year in the Gregorian calendar, which EDTF has for all times:
        # of the two the one that says it in fewer words.
        told = [describe(span, calendar) for calendar in (Calendar.JULIAN, Calendar.GREGORIAN)]
        return min(told, key=lambda words: len(words.split()))
    marks = {"approximate": span.approximate, "uncertain": span.uncertain}
    begin = time_in_words(Span.within(first, span.latest_begin, **marks))
    end = time_in_words(Span.within(span.earliest_end, last, **marks))
    if "between" in begin or "between" in end:
        return f"beginning {begin}, ending {end}"
    return f"from {begin} to {end}"
