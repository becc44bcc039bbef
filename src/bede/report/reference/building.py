"""From a record of the reference to its page, and from several to a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bede.catalog import event_types
from bede.chronology import parse_edtf
from bede.evidence import Completeness, Entity, Fact, Reference
from bede.evidence.finding import Found
from bede.evidence.lives import facts_about, life_of
from bede.judgement.telling import dating, listed, tell, time_in_words
from bede.report.evidence import evidence_of, sources_of
from bede.report.lifespan import lifespan
from bede.report.reference.values import CompleteLine, FactLine, Kin, ListLine, Page

MOST_FACTS = 500
"""Facts of a page in which the entity is not the key; a country takes part in a million."""


def page_of(entity: Entity, reference: Reference) -> Page:
    """Gather what is known of an entity.

    Args:
        entity: the entity.
        reference: where it is from; not needed any more afterwards.
    """
    facts, cut = _facts(entity, reference)
    return Page(
        entity=entity,
        life=lifespan(life_of(entity, reference), entity.kind),
        wholes=tuple(_kin(name, reference) for name in entity.part_of),
        body=None if entity.body is None else _kin(entity.body, reference),
        authors=tuple(_kin(name, reference) for name in entity.authors),
        facts=tuple(_fact_line(fact, reference) for fact in facts),
        cut=cut,
        complete=tuple(_complete(entity, reference)),
        sources=sources_of(entity.sources, reference),
    )


def list_of(found: Iterable[Found], reference: Reference) -> tuple[ListLine, ...]:
    """Records to choose from, with their lives, in the order given."""
    return tuple(
        ListLine(one, lifespan(life_of(one.entity, reference), one.entity.kind)) for one in found
    )


def _facts(entity: Entity, reference: Reference) -> tuple[list[Fact], bool]:
    """The facts about an entity, and some in which it takes part; whether there are more."""
    part = reference.facts(entity.id, limit=MOST_FACTS)
    found = {fact.id: fact for fact in (*facts_about(entity, reference), *part)}
    return sorted(found.values(), key=_when), len(part) == MOST_FACTS


def _when(fact: Fact) -> tuple[bool, int, str]:
    first = fact.span.hull[0] if fact.span is not None else None
    last = fact.span.hull[1] if fact.span is not None else None
    day = first if first is not None else last
    return day is None, day or 0, fact.id


def _fact_line(fact: Fact, reference: Reference) -> FactLine:
    when = "" if fact.span is None else dating(fact).removeprefix("on ").removeprefix("in ")
    clause = tell(fact, reference, dated=False)
    return FactLine(when, clause, evidence_of(fact, reference))


def _complete(entity: Entity, reference: Reference) -> Iterator[CompleteLine]:
    for event_type in ("list", *sorted(event_types())):
        for statement in reference.completeness(entity.id, event_type):
            yield CompleteLine(
                id=statement.id,
                type=statement.type,
                where=_where(statement, reference),
                complete=statement.complete,
                basis=statement.basis,
                records=statement.records,
                sources=sources_of(statement.sources, reference),
            )


def _where(statement: Completeness, reference: Reference) -> str:
    """What narrows a statement of completeness down, in words."""
    told = [
        f"{role}: {listed([_label(name, reference) for name in fillers])}"
        for role, fillers in statement.where.items()
    ]
    if statement.where_time is not None:
        told.append(time_in_words(parse_edtf(statement.where_time)))
    return "; ".join(told)


def _kin(entity_id: str, reference: Reference) -> Kin:
    return Kin(entity_id, _label(entity_id, reference))


def _label(entity_id: str, reference: Reference) -> str:
    try:
        return reference.entity(entity_id).label
    except KeyError:  # a filler may be free words
        return entity_id
