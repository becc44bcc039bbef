"""High confidence that rests on fewer than two independent witnesses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bede.catalog import Severity
from bede.evidence import Entity, Fact, Source
from bede.evidence.pack import Pack
from bede.judgement.packs.values import Concern

ENOUGH = 2
"""Independent decent sources that make high confidence."""


def witnesses(record: Entity | Fact, sources: Mapping[str, Source]) -> frozenset[str]:
    """The families of decent sources that a record rests on; copies of one text are one family.

    Args:
        record: an entity or a fact.
        sources: id -> source.
    """
    cited = [*record.sources]
    if isinstance(record, Fact):
        cited += record.coarse_sources
        agreeing = (value for value in record.values if value.rank in ("finer", "preferred"))
        cited += [source for value in agreeing for source in value.sources]
    known = (sources[name] for name in cited if name in sources)
    return frozenset(source.family for source in known if source.quality == "decent")


def too_few_witnesses(packs: Sequence[Pack]) -> Iterator[Concern]:
    """Records of high confidence with fewer than two families of decent sources."""
    sources = {source.id: source for pack in packs for source in pack.sources}
    for pack in packs:
        records: list[Entity | Fact] = [*pack.entities, *pack.facts]
        for record in records:
            found = witnesses(record, sources)
            if record.confidence == "high" and len(found) < ENOUGH:
                having = (
                    f"rests on one decent source, {min(found)}"
                    if found
                    else ("rests on no decent source")
                )
                yield Concern(
                    "too-few-witnesses",
                    Severity.WARNING,
                    record.id,
                    (),
                    f"{record.id} has high confidence and {having}",
                    "add an independent source, or write 'confidence: medium'",
                )
