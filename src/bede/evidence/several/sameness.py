"""Whether records of two references are of one person or thing.

They are if they share an identifier of the same thing elsewhere (`same_as`), or the id, the kind
and a name. Else they must be of one kind, share a whole name, and agree in what tells bearers of
one name apart: the life of a person or body, the time of a happening, the author of a work, the
body of an office, the whole that a place is part of. Where that is not known on both sides they
stay two, since a wrong union would lay one's deeds at another's door.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bede.chronology import date_of
from bede.evidence.forms import Form
from bede.evidence.lives import YEAR, Life, life_of
from bede.evidence.names import name_key
from bede.evidence.reading import Reference
from bede.evidence.values import Entity

MOST_NAMES = 32
"""Names of one record that are looked up in another reference."""

MOST_BEARERS = 32
"""A name with more bearers of the same kind tells nobody apart."""

_WHOLE: tuple[Form, ...] = ("whole",)
_KNOWN = 2 * YEAR  # an end of a life that is less exactly known is not known
_MONTH = 31  # the time of a happening; a yearly feast is not that of the next year

_Days = tuple[int, int]


def same_elsewhere(
    entity: Entity, home: Reference, other: Reference
) -> tuple[tuple[str, ...], ...]:
    """The records of another reference that are of the same person or thing.

    Asked from either side the answer is the same.

    Args:
        entity: a record.
        home: the reference that it is from.
        other: where to look.

    Returns:
        their ids, sorted, in groups: those that an identifier tells, that of the same id, those
        that agree. More than one in a group are one person whom that reference has twice, or
        several whom nothing on record tells apart.
    """
    found = {name for identifier in entity.same_as for name in other.same_as(identifier)}
    identified = {name for name in found if other.entity(name).kind == entity.kind}
    twin = _of_same_id(entity, other)
    agreeing = {
        one.id
        for one in _bearers(entity, home, other)
        if not _identified_apart(entity, one) and _agree(entity, home, one, other)
    }
    return tuple(tuple(sorted(group)) for group in (identified, twin, agreeing) if group)


def share_name(one: Entity, other: Entity) -> bool:
    """Whether two records have a whole name in common."""
    return bool(_keys(one) & _keys(other))


def _keys(entity: Entity) -> set[str]:
    return {name_key(text) for text in (entity.label, *(name.text for name in entity.names))}


def _of_same_id(entity: Entity, other: Reference) -> set[str]:
    try:
        twin = other.entity(entity.id)
    except KeyError:
        return set()
    same = twin.kind == entity.kind and share_name(entity, twin)
    return {twin.id} if same and not _identified_apart(entity, twin) else set()


def _identified_apart(one: Entity, other: Entity) -> bool:
    """Whether the same authority gives them two identifiers: two items of Wikidata are two."""
    ours, theirs = _by_authority(one), _by_authority(other)
    return any(ours[name].isdisjoint(theirs[name]) for name in ours.keys() & theirs.keys())


def _by_authority(entity: Entity) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for identifier in entity.same_as:
        authority, colon, number = identifier.partition(":")
        if colon and not number.startswith("//"):
            found.setdefault(authority, set()).add(number)
    return found


def _bearers(entity: Entity, home: Reference, other: Reference) -> Iterator[Entity]:
    """Those of another reference who bear a name of a record, unless either has a crowd of it."""
    seen: set[str] = set()
    texts = dict.fromkeys((entity.label, *(name.text for name in entity.names)))
    for text in list(texts)[:MOST_NAMES]:
        found = _whole_bearers(text, entity.kind, other)
        fresh = [name for name in found if name not in seen]
        crowd = len(found) > MOST_BEARERS
        if crowd or not fresh or len(_whole_bearers(text, entity.kind, home)) > MOST_BEARERS:
            continue
        yield from map(other.entity, fresh)
        seen |= set(fresh)


def _whole_bearers(text: str, kind: str, reference: Reference) -> tuple[str, ...]:
    """Ids of those of one kind who bear this very name, up to one more than are wanted."""
    kinds, limit = (kind,), MOST_BEARERS + 1
    found = reference.candidates(text, forms=_WHOLE, kinds=kinds, limit=limit)
    return tuple(one.entity for one in found)


def _agree(one: Entity, home: Reference, two: Entity, other: Reference) -> bool:
    """Whether bearers of one name agree in what tells such bearers apart."""
    match one.kind:
        case "person" | "organisation":
            return _lives_agree(
                life_of(one, home), life_of(two, other), mortal=one.kind == "person"
            )
        case "happening":
            return _times_agree(life_of(one, home).seen, life_of(two, other).seen)
        case "work":
            return _share((one.authors, home), (two.authors, other))
        case "office":
            bodies = [(e.body,) if e.body is not None else () for e in (one, two)]
            return _share((bodies[0], home), (bodies[1], other))
        case "place":
            alone = _alone(one, home, two) and _alone(two, other, one)
            return alone and _share((one.part_of, home), (two.part_of, other))
        case _:
            return False


def _lives_agree(one: Life, other: Life, *, mortal: bool) -> bool:
    """Whether both ends of both lives are known and fall together; of people, to a year."""
    for ours, theirs in ((one.begin, other.begin), (one.end, other.end)):
        if ours is None or theirs is None or max(map(_length, (ours, theirs))) > _KNOWN:
            return False
        slack = 0
        if mortal:
            ours, theirs, slack = _years(ours), _years(theirs), 1
        if not (ours[0] <= theirs[1] + slack and theirs[0] <= ours[1] + slack):
            return False
    return True


def _length(days: _Days) -> int:
    return days[1] - days[0]


def _years(days: _Days) -> tuple[int, int]:
    return date_of(days[0]).year, date_of(days[1]).year


def _times_agree(one: _Days | None, other: _Days | None) -> bool:
    """Whether two happenings share a day, or a month where both are told so closely."""
    if one is None or other is None:
        return False
    close = max(_length(one), _length(other)) <= _MONTH
    slack = _MONTH if close else 0
    meeting = one[0] <= other[1] + slack and other[0] <= one[1] + slack
    return meeting and all(abs(a - b) <= YEAR for a, b in zip(one, other, strict=True))


def _share(one: tuple[Iterable[str], Reference], other: tuple[Iterable[str], Reference]) -> bool:
    """Whether one of some records shares a name with one of others."""
    ours, theirs = ([where.entity(name) for name in names] for names, where in (one, other))
    return any(share_name(a, b) for a in ours for b in theirs)


def _alone(one: Entity, home: Reference, two: Entity) -> bool:
    """Whether no other place of the reference has the name that both bear."""
    keys = _keys(one) & _keys(two)
    texts = [name.text for name in one.names if name_key(name.text) in keys]
    return all(set(_whole_bearers(text, "place", home)) <= {one.id} for text in texts)
