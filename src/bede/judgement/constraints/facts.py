"""What the reference says, as constraints: facts with their dates, and the lives they bound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bede.catalog import event_types, lexicon
from bede.chronology import Span
from bede.evidence import Entity, Fact, Reference
from bede.judgement.constraints.again import recorded_again
from bede.judgement.constraints.laws import Parameter, lifespan, parentage, share
from bede.judgement.constraints.points import Extent, extent_of, happens_within, spans
from bede.judgement.network import Constraint, Origin
from bede.judgement.telling import record, tell


def stated(
    fact: Fact, reference: Reference, extent: Extent | None = None, *, weak: bool = False
) -> tuple[Constraint, ...]:
    """The dates of a fact, as wide as all its values on record make them.

    A fact whose date is uncertain binds nobody.

    Args:
        fact: the fact.
        reference: where its entities are.
        extent: its points; None for its own.
        weak: whether a fact of weak confidence counts; it must never accuse a text.
    """
    extent = extent or extent_of(fact.id)
    if fact.span is None or (fact.confidence == "weak" and not weak):
        return extent.ordered
    kept = [value.span for value in fact.values if value.rank in ("variant", "preferred")]
    known = [fact.span, *(span for span in kept if span is not None)]
    if any(span.uncertain for span in known):
        return extent.ordered
    origin = Origin("fact", f"the reference says: {tell(fact, reference)}", record(fact))
    if event_types()[fact.type].nature == "state":
        found = spans(extent, known[0], origin) if len(known) == 1 else ()
    else:
        found = happens_within(extent, _hull(known), origin)
    return (*extent.ordered, *found)


def _hull(known: list[Span]) -> Span:
    """One stretch that holds all values, so that none of them can accuse."""
    if len(known) == 1:
        return known[0]
    hulls = [span.hull for span in known]
    firsts = [first for first, _ in hulls if first is not None]
    lasts = [last for _, last in hulls if last is not None]
    return Span.within(
        min(firsts) if len(firsts) == len(hulls) else None,
        max(lasts) if len(lasts) == len(hulls) else None,
        approximate=any(span.approximate for span in known),
    )


def shares(fact: Fact, reference: Reference, parameter: Parameter) -> Iterator[Constraint]:
    """What the roles of a fact say of the lives and times of those who fill them."""
    event = event_types()[fact.type]
    what = f'"{tell(fact, reference, dated=False)}"'
    for role in event.roles:
        if role.kinds == ("text",):
            continue
        for one in fact.roles.get(role.name, ()):
            entity = reference.entity(one)
            yield from share(
                event,
                role,
                extent_of(fact.id),
                what,
                entity.label,
                extent_of(one),
                parameter,
                person=entity.kind == "person",
                again=role.name in (event.begins, event.ends)
                and recorded_again(event.name, entity, reference),
            )
    yield from _kin(fact, reference, parameter)


def _kin(fact: Fact, reference: Reference, parameter: Parameter) -> Iterator[Constraint]:
    """A kinship of parent and child bounds both lives."""
    for relation in fact.roles.get("relation", ()):
        parent_is = parent_by(relation)
        if fact.type != "kinship" or parent_is is None:
            continue
        for one in fact.roles.get("person", ()):
            for other in fact.roles.get("relative", ()):
                pair = [(reference.entity(i).label, extent_of(i)) for i in (one, other)]
                child, parent = pair if parent_is[0] == "relative" else reversed(pair)
                yield from parentage(child, parent, parent_is[1], parameter)


def parent_by(relation: str) -> tuple[str, str] | None:
    """Which side of a kinship is the parent, and whether it is father, mother or either.

    The relative is the `relation` of the person: "son" makes the person the parent.

    Args:
        relation: the words for it.

    Returns:
        ("person" or "relative", "father" or "mother" or "parent"); None if the words say neither,
        or qualify it ("stepson", "adoptive father").
    """
    words = relation.lower().split()
    if not words or any(word not in lexicon("kin", "harmless") for word in words[:-1]):
        return None
    for which in ("father", "mother", "parent"):
        if words[-1] in lexicon("kin", which):
            return "relative", which
    return ("person", "parent") if words[-1] in lexicon("kin", "child") else None


def lives(entities: Iterable[Entity], parameter: Parameter) -> Iterator[Constraint]:
    """That nothing ends before it begins, and that nobody lives for ever."""
    for entity in entities:
        life = extent_of(entity.id)
        if entity.kind == "person":
            yield from lifespan(entity.label, life, parameter)
        else:
            yield from life.ordered
