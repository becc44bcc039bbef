"""What `bede pack check` tells of packs that can be read: their size, and facts that clash."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bede.catalog import Severity
from bede.evidence import Fact
from bede.evidence.pack import Pack
from bede.judgement.consistency import FactConflict
from bede.report.display import one_line, visible
from bede.report.wording import count


@dataclass(frozen=True, slots=True)
class PackReport:
    """Packs that belong together, and whether their facts can all be true.

    Attributes:
        packs: the packs, in the order given.
        conflicts: facts that cannot all be true together.
        untested: ids of the facts of which this was too much work to find out.
        places: id of a fact in a conflict -> its file and line.
    """

    packs: tuple[Pack, ...]
    conflicts: tuple[FactConflict, ...]
    untested: tuple[str, ...]
    places: Mapping[str, str]

    @property
    def exit_code(self) -> int:
        """1 if a conflict is an error, else 0."""
        return int(any(one.severity is Severity.ERROR for one in self.conflicts))


def render(report: PackReport) -> str:
    """The report as lines of text: packs, then conflicts with their steps."""
    return "".join(f"{visible(line)}\n" for line in _lines(report))


def _lines(report: PackReport) -> Iterator[str]:
    for pack in report.packs:
        entities = len(pack.entities)
        size = f"{entities} {'entity' if entities == 1 else 'entities'}"
        size += f", {count(len(pack.facts), 'fact')}"
        yield one_line(f"{pack.name} {pack.version}: {size}, no faults")
    for conflict in report.conflicts:
        yield _headline(conflict, report.places)
        for number, step in enumerate(conflict.steps, 1):
            says = step.says[:1].upper() + step.says[1:]
            yield "  " + one_line(f"{number}. {says} ({step.origin})")
    if report.conflicts:
        yield f"{count(len(report.conflicts), 'conflict')} between facts"
    if report.untested:
        yield f"{count(len(report.untested), 'fact')} could not be tested: too many clash"


def _headline(conflict: FactConflict, places: Mapping[str, str]) -> str:
    def located(fact: Fact) -> str:
        return f"{fact.id} ({places[fact.id]})" if fact.id in places else fact.id

    place = f"{places[conflict.fact.id]}: " if conflict.fact.id in places else ""
    beside = ", ".join(map(located, conflict.others))
    together = f" together with {beside}" if beside else ""
    return one_line(f"{place}{conflict.severity}: {conflict.fact.id} cannot be true{together}")
