"""From a fact of the reference to what a reader sees of it: words, sources, other values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bede.evidence import Fact, Reference, Source, Value, cite
from bede.judgement.telling import fillers_in_words, tell, when
from bede.report.cited import Evidence, OtherValue, SourceLine

_KIND_ORDER = ("reference-work", "scholarly", "primary", "journalism", "web")
_QUALITY_ORDER = ("decent", "fair", "poor")


def evidence_of(fact: Fact, reference: Reference) -> Evidence:
    """A fact as a reader sees it.

    Where its values are from several packs, each source is told with the pack that names it.

    Args:
        fact: the fact.
        reference: where its entities and sources are; not needed any more afterwards.
    """
    cited = {*fact.sources, *(name for value in fact.values for name in value.sources)}
    packs = {name: reference.origin(name) for name in sorted(cited)}
    told = packs if len(set(packs.values())) > 1 else {}

    def sources(ids: Sequence[str]) -> tuple[SourceLine, ...]:
        lines = sources_of(ids, reference)
        return tuple(replace(line, pack=told.get(line.id)) for line in lines)

    return Evidence(
        fact=fact.id,
        says=tell(fact, reference),
        type=fact.type,
        roles=fact.roles,
        time=fact.edtf,
        rank=fact.rank,
        confidence=fact.confidence,
        note=fact.note,
        sources=sources(fact.sources),
        disputed=tuple(
            OtherValue(
                value.edtf, _other(value, fact, reference), value.rank, sources(value.sources)
            )
            for value in fact.values
        ),
    )


def sources_of(ids: Sequence[str], reference: Reference) -> tuple[SourceLine, ...]:
    """Sources as a reader sees them, the weightiest first.

    Reference works, scholarship and primary documents come first when room is short.
    """
    sources = sorted((reference.source(name) for name in ids), key=_weight)
    return tuple(SourceLine(s.id, s.title, s.kind, s.url, cite(s)) for s in sources)


def _other(value: Value, fact: Fact, reference: Reference) -> str:
    """In words, the time and the roles in which a value differs from its fact."""
    roles = value.roles or {}
    told = [
        f"{'by' if role == 'by' else f'{role}:'} {words}"
        for role in roles
        if (words := fillers_in_words(replace(fact, roles=roles), role, reference))
    ]
    return ", ".join([when(value.span), *told] if value.span is not None else told)


def _weight(source: Source) -> tuple[int, int, str]:
    return (_QUALITY_ORDER.index(source.quality), _KIND_ORDER.index(source.kind), source.id)
