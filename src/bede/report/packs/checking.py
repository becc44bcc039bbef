"""What `bede pack check` tells of packs that can be read: size, facts that clash, likely slips."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bede.catalog import Severity
from bede.evidence.pack import Pack
from bede.judgement.consistency import FactConflict
from bede.judgement.packs import Concern
from bede.report.display import one_line, visible
from bede.report.wording import count

MOST_TOLD = 3
"""Other records that a concern names with their places."""
MOST_OF_ONE = 25
"""Concerns of one check that are told one by one; a habit of the editors shows in fewer."""


@dataclass(frozen=True, slots=True)
class PackReport:
    """Packs that belong together, and whether their facts can all be true.

    Attributes:
        packs: the packs, in the order given.
        conflicts: facts that cannot all be true together.
        untested: ids of the facts of which this was too much work to find out.
        concerns: what is likely a slip.
        places: id of a record that is told of -> its file and line.
    """

    packs: tuple[Pack, ...]
    conflicts: tuple[FactConflict, ...]
    untested: tuple[str, ...]
    concerns: tuple[Concern, ...]
    places: Mapping[str, tuple[str, int]]

    @property
    def exit_code(self) -> int:
        """1 if a conflict or a concern is an error, else 0."""
        severities = [one.severity for one in self.conflicts]
        severities += [one.severity for one in self.concerns]
        return int(Severity.ERROR in severities)


def render(report: PackReport) -> str:
    """The report as lines of text: packs, conflicts with their steps, likely slips."""
    return "".join(f"{visible(line)}\n" for line in _lines(report))


def _lines(report: PackReport) -> Iterator[str]:
    sound = "" if report.conflicts or report.concerns or report.untested else ", no faults"
    for pack in report.packs:
        entities = len(pack.entities)
        size = f"{entities} {'entity' if entities == 1 else 'entities'}"
        size += f", {count(len(pack.facts), 'fact')}"
        yield one_line(f"{pack.name} {pack.version}: {size}{sound}")
    for conflict in report.conflicts:
        yield _headline(conflict, report.places)
        for number, step in enumerate(conflict.steps, 1):
            says = step.says[:1].upper() + step.says[1:]
            yield "  " + one_line(f"{number}. {says} ({step.origin})")
    if report.conflicts:
        yield f"{count(len(report.conflicts), 'conflict')} between facts"
    if report.untested:
        yield f"{count(len(report.untested), 'fact')} could not be tested: too many clash"
    yield from _slips(report)
    if report.concerns:
        severities = [one.severity for one in report.concerns]
        counts = (count(severities.count(kind), kind.value) for kind in Severity)
        yield f"slips: {', '.join(counts)}"
    assumed = sum(len(pack.assumed) for pack in report.packs)
    if assumed:
        yield (
            f"{count(assumed, 'source')} from bibliographies without a word on kind or quality: "
            "add keywords such as bede:primary, bede:decent"
        )


def _slips(report: PackReport) -> Iterator[str]:
    """Each in the order of the files; of many of one check the first, and how many there are."""
    told: Counter[str] = Counter()
    for concern in sorted(report.concerns, key=lambda one: _order(one, report.places)):
        told[concern.check] += 1
        if told[concern.check] <= MOST_OF_ONE:
            yield one_line(_told(concern, report.places))
    for check, number in sorted(told.items()):
        if number > MOST_OF_ONE:
            yield f"{check}: and {number - MOST_OF_ONE} more"


def _headline(conflict: FactConflict, places: Mapping[str, tuple[str, int]]) -> str:
    beside = ", ".join(_located(fact.id, places) for fact in conflict.others)
    together = f" together with {beside}" if beside else ""
    place = _place(conflict.fact.id, places)
    return one_line(f"{place}{conflict.severity}: {conflict.fact.id} cannot be true{together}")


def _told(concern: Concern, places: Mapping[str, tuple[str, int]]) -> str:
    beside = [name for name in concern.others if name in places][:MOST_TOLD]
    see = f" ({', '.join(_located(name, places) for name in beside)})" if beside else ""
    return (
        f"{_place(concern.record, places)}{concern.severity}[{concern.check}]: "
        f"{concern.message}{see}; {concern.remedy}"
    )


def _place(name: str, places: Mapping[str, tuple[str, int]]) -> str:
    return f"{places[name][0]}:{places[name][1]}: " if name in places else ""


def _located(name: str, places: Mapping[str, tuple[str, int]]) -> str:
    return f"{name} ({places[name][0]}:{places[name][1]})" if name in places else name


def _order(
    concern: Concern, places: Mapping[str, tuple[str, int]]
) -> tuple[tuple[str, int], str, str]:
    return places.get(concern.record, ("", 0)), concern.check, concern.record
