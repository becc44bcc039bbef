"""Facts of several references that tell of one happening, made one fact.

The value of the first reference that is not weak stands, at the precision of the one that agrees
with it most exactly; the others add their sources where they agree, and a value of their own
where they do not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bede.catalog import EventType, event_types
from bede.chronology import Answer, Span, allowance, inside
from bede.evidence.several.trust import LEVELS
from bede.evidence.values import Fact, Rank, Roles, Value

MaySame = Callable[[str, str], bool]
"""Whether two entity ids may be of one thing, or of a thing and its part."""

Standing = Literal["same", "coarser", "finer", "misread", "apart"]

_MISREAD = "this is the day of the Julian calendar, given as one of the Gregorian"


@dataclass(frozen=True, slots=True)
class Told:
    """A fact as one record of one reference tells it, in the ids common to all references.

    Attributes:
        face: number of the record of the key entity; facts of one face are not united.
        record: the id that the reference itself gives it.
        fact: the fact.
    """

    face: int
    record: str
    fact: Fact


def united(told: Sequence[Told], may_be_same: MaySame) -> tuple[tuple[Fact, ...], dict[str, str]]:
    """One fact for each happening.

    Args:
        told: facts of one event type with one and the same key entity, most trusted reference
            first.
        may_be_same: tells whether two fillers that differ can both be right.

    Returns:
        the facts, in the order in which their happenings are first told, and the id of each
        record -> the id of the fact that it is now part of.
    """
    if not told:
        return (), {}
    event = event_types()[told[0].fact.type]
    groups: list[list[Told]] = []
    for face in dict.fromkeys(one.face for one in told):
        further = [one for one in told if one.face == face]
        place = _places(event, groups, further)
        for number, one in enumerate(further):
            if number in place:
                groups[place[number]].append(one)
            else:
                groups.append([one])
    united_groups = [[one.fact for one in group] for group in groups]
    facts = tuple(_unite(group, event, may_be_same) for group in united_groups)
    parts = zip(united_groups, facts, strict=True)
    return facts, {one.id: fact.id for group, fact in parts for one in group}


def _places(
    event: EventType, groups: Sequence[Sequence[Told]], told: Sequence[Told]
) -> dict[int, int]:
    """Number of a fact -> number of the group that tells of the same happening.

    Facts of one id, as two editions of a pack have them, go together. Of the others only pairs
    are united of which neither could be paired otherwise.
    """
    once = event.cardinality == "once"
    only = once and len(groups) == len(told) == 1
    pairs = [
        (number, place)
        for number, one in enumerate(told)
        for place, group in enumerate(groups)
        if _same_keys(event, group[0].fact, one.fact)
        and (only or _same_happening(event, group[0], one, once=once))
    ]
    found = {a: b for a, b in pairs if told[a].record == groups[b][0].record}
    left = [(a, b) for a, b in pairs if a not in found and b not in found.values()]
    ours, theirs = [a for a, _ in left], [b for _, b in left]
    return found | {a: b for a, b in left if ours.count(a) == theirs.count(b) == 1}


def _same_keys(event: EventType, one: Fact, other: Fact) -> bool:
    key = event.key.name
    return set(one.roles.get(key, ())) == set(other.roles.get(key, ()))


def _same_happening(event: EventType, one: Told, other: Told, *, once: bool) -> bool:
    """Whether facts with one key can only be of one happening."""
    first, second = one.fact, other.fact
    if one.record == other.record and _bounds(first.span) == _bounds(second.span):
        return all(
            set(first.roles[n]) & set(second.roles[n]) for n in _shared(event, first, second)
        )
    return (once or _same_roles(event, first, second)) and _meet(first.span, second.span)


def _meet(one: Span | None, other: Span | None) -> bool:
    """Whether two times, both known, can share a day."""
    return one is not None and other is not None and inside(one, other) is not Answer.NO


def _same_roles(event: EventType, one: Fact, other: Fact) -> bool:
    """Whether facts agree in each identifying role, or, without any, in all that both fill."""
    identifying = [role.name for role in event.roles if role.identifies and not role.key]
    shared = _shared(event, one, other)
    if any((name in one.roles) != (name in other.roles) for name in identifying):
        return False
    return bool(shared) and all(set(one.roles[n]) & set(other.roles[n]) for n in shared)


def _shared(event: EventType, one: Fact, other: Fact) -> list[str]:
    """The roles besides the key that both fill with entities."""
    roles = (role.name for role in event.roles if not role.key and role.kinds != ("text",))
    return [name for name in roles if name in one.roles and name in other.roles]


def _unite(group: Sequence[Fact], event: EventType, may_be_same: MaySame) -> Fact:
    first = next((fact for fact in group if fact.confidence != "weak"), group[0])
    whole = first
    for other in group:
        if other is not first:
            whole = _joined(whole, other, event, may_be_same)
    return whole


def _joined(fact: Fact, other: Fact, event: EventType, may_be_same: MaySame) -> Fact:
    """A fact with what another reference says of the same happening."""
    lends = other.confidence != "weak" or fact.confidence == "weak"
    clashing = {
        role: fillers
        for role, fillers in other.roles.items()
        if role in fact.roles and _clash(event, role, fact.roles[role], fillers, may_be_same)
    }
    if lends:
        fact = replace(fact, roles=_filled(fact.roles, other.roles, clashing))
        if not clashing and other.span is not None and _says_more(fact, other.span, other.edtf):
            fact = _dated(fact, other)
    for value in (_own_value(other, clashing), *_further(other)):
        fact = _with_value(fact, value)
    return replace(fact, part_of=_both(fact.part_of, other.part_of))


def _clash(
    event: EventType, role: str, ours: Sequence[str], theirs: Sequence[str], same: MaySame
) -> bool:
    """Whether the fillers that two references give for a role cannot both be right."""
    kind = event.role(role)
    if kind is None or kind.kinds == ("text",):
        return False
    return not any(one == other or same(one, other) for one in ours for other in theirs)


def _filled(ours: Roles, theirs: Roles, clashing: Roles) -> Roles:
    """Roles that one reference leaves open are filled by the other."""
    added = {role: value for role, value in theirs.items() if role not in {*ours, *clashing}}
    return {**ours, **added}


def _says_more(fact: Fact, span: Span, edtf: str | None) -> bool:
    return fact.span is None or _standing(fact, span, edtf) == "finer"


def _dated(fact: Fact, other: Fact) -> Fact:
    """A fact with the more exact time of another reference, as sure as the less sure of both."""
    worse = max(fact.confidence, other.confidence, key=LEVELS.index)
    dated = replace(
        fact,
        edtf=other.edtf,
        span=other.span,
        old_style=other.old_style,
        sources=other.sources,
        coarse_sources=_both(fact.sources, fact.coarse_sources, other.coarse_sources),
        confidence=worse,
        values=(),
    )
    for value in fact.values:  # what was finer than a year may not agree with the day
        dated = _with_value(dated, value)
    return dated


def _own_value(fact: Fact, roles: Roles) -> Value:
    """What a fact itself says, as a value of another one that differs in some roles."""
    return Value(
        fact.edtf, fact.span, fact.old_style, roles or None, fact.rank, fact.sources, fact.note
    )


def _further(fact: Fact) -> Iterator[Value]:
    if fact.coarse_sources:
        yield Value(None, None, None, None, fact.rank, fact.coarse_sources, None)
    yield from fact.values


def _with_value(fact: Fact, value: Value) -> Fact:
    """A fact with one more value: as support where it agrees, else as a value beside its own."""
    if value.rank == "rejected":
        return _beside(fact, value)
    standing = _standing(fact, value.span, value.edtf) if value.span is not None else "coarser"
    if value.roles and standing == "apart":
        return _beside(fact, replace(value, rank="variant"))
    if value.roles:  # it agrees in time, and in the roles it does not
        agreeing = _with_value(fact, replace(value, roles=None)) if value.span else fact
        undated = replace(value, edtf=None, span=None, old_style=None, rank="variant")
        return _beside(agreeing, undated)
    if standing == "same":
        sources = _both(fact.sources, value.sources)
        kept = tuple(name for name in fact.coarse_sources if name not in sources)
        return replace(fact, sources=sources, coarse_sources=kept)
    if standing == "coarser":
        further = tuple(name for name in value.sources if name not in fact.sources)
        return replace(fact, coarse_sources=_both(fact.coarse_sources, further))
    ranks: Mapping[str, Rank] = {"finer": "finer", "misread": "rejected", "apart": "variant"}
    note = _MISREAD if standing == "misread" else value.note
    return _beside(fact, replace(value, rank=ranks[standing], note=note))


def _standing(fact: Fact, span: Span, edtf: str | None) -> Standing:
    """How a time stands to that of a fact."""
    if fact.span is None:
        return "apart"
    if _bounds(fact.span) == _bounds(span):
        return "same"
    if fact.old_style is not None and edtf == fact.old_style:
        return "misread"
    if _within(span, fact.span):
        return "finer"
    return "coarser" if _agree(fact.span, span) else "apart"


def _beside(fact: Fact, value: Value) -> Fact:
    """A fact with one more value, or with its sources where the fact has that value already."""
    for place, held in enumerate(fact.values):
        same_time = _bounds(held.span) == _bounds(value.span)
        if same_time and (held.roles or None) == (value.roles or None):
            joined = replace(held, sources=_both(held.sources, value.sources))
            return replace(fact, values=(*fact.values[:place], joined, *fact.values[place + 1 :]))
    own = value.span is not None and _bounds(value.span) == _bounds(fact.span) and not value.roles
    return fact if own else replace(fact, values=(*fact.values, value))


def _bounds(span: Span | None) -> tuple[int | bool | None, ...]:
    if span is None:
        return ()
    wide = span.widened(allowance(span))
    return (wide.earliest_begin, wide.latest_begin, wide.earliest_end, wide.latest_end)


def _ends(span: Span) -> tuple[tuple[int | None, int | None], ...]:
    wide = span.widened(allowance(span))
    return (wide.earliest_begin, wide.latest_begin), (wide.earliest_end, wide.latest_end)


def _within(inner: Span, outer: Span) -> bool:
    """Whether one time says all that another says, and more exactly."""
    for (first, last), (lower, upper) in zip(_ends(inner), _ends(outer), strict=True):
        if lower is not None and (first is None or first < lower):
            return False
        if upper is not None and (last is None or last > upper):
            return False
    return True


def _agree(one: Span, other: Span) -> bool:
    """Whether begin and end can be the same in both."""
    for (first, last), (lower, upper) in zip(_ends(one), _ends(other), strict=True):
        if last is not None and lower is not None and last < lower:
            return False
        if upper is not None and first is not None and upper < first:
            return False
    return True


def _both(*parts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for part in parts for name in part))
