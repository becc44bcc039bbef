"""The tightest span of every event and lifetime that follows from all that is stated.

The lower bound of a point is its terminus post quem, the upper its terminus ante quem (Levy and
others 2021, who tighten the chronologies of archaeologists so). Each is told with what gives it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bede.catalog import event_types
from bede.claims import Claim, Extraction
from bede.evidence import Reference
from bede.evidence.linking import Linker
from bede.judgement.aloud import read_aloud, speaking
from bede.judgement.case import Case
from bede.judgement.consistency import FactNetwork
from bede.judgement.constraints import document_network, extent_of
from bede.judgement.constraints.points import Extent
from bede.judgement.network import Bound, Bounds, Statement, smallest_repair
from bede.judgement.settings import Settings
from bede.judgement.telling import listed, record, tell
from bede.judgement.values import Judgement, Step, Verdict
from bede.text import Analysis


@dataclass(frozen=True, slots=True)
class Terminus:
    """One bound of a point.

    Attributes:
        day: a Julian Day Number, or None if nothing bounds the point on this side.
        because: who says so, read from the day on.
    """

    day: int | None
    because: tuple[Step, ...]

    @property
    def inferred(self) -> bool:
        """Whether it takes more than one statement to see it."""
        return len(self.because) > 1


@dataclass(frozen=True, slots=True)
class Tightened:
    """An event or a lifetime with its tightest bounds.

    Attributes:
        name: what it is, in words.
        place: the line of the text, or the id of the fact or entity.
        begin: the earliest and the latest day of its begin.
        end: the same of its end.
        lasts: whether it has a begin and an end to tell apart; else it is a happening, and both
            give the first and the last day on which it can have been.
    """

    name: str
    place: str
    begin: tuple[Terminus, Terminus]
    end: tuple[Terminus, Terminus]
    lasts: bool

    @property
    def days(self) -> tuple[int | None, int | None, int | None, int | None]:
        """Earliest and latest begin, earliest and latest end."""
        (one, two), (three, four) = self.begin, self.end
        return one.day, two.day, three.day, four.day


@dataclass(frozen=True, slots=True)
class Tightening:
    """All that follows of one document or pack.

    Attributes:
        spans: events and lifetimes of which at least one bound is known, the earliest first.
        given_up: what had to be left out since it clashes with the rest, each read aloud.
    """

    spans: tuple[Tightened, ...]
    given_up: tuple[tuple[Step, ...], ...]


def tighten_document(
    analysis: Analysis,
    extraction: Extraction,
    judgement: Judgement,
    reference: Reference,
    settings: Settings | None = None,
) -> Tightening:
    """The tightest spans of the happenings of a text and of the lives in it.

    Args:
        analysis: the document as the second stage read it.
        extraction: its claims.
        judgement: as the fifth stage judged them; what the reference contradicts is left out.
        reference: the lives and facts on record.
        settings: the parameters of the laws; None for the usual.
    """
    case = Case(
        analysis.document,
        extraction,
        {one.claim.id: one for one in judgement.claims},
        judgement.relations,
        analysis.impossible_dates,
        Linker(analysis.sentences, reference),
        settings or Settings(),
    )
    document = document_network(case, ())
    statements = [Statement(s.key, s.alternatives, s.weight) for s in document.statements]
    repair = smallest_repair(document.base, statements)
    readings = {statement.key: statement.alternatives for statement in statements}
    with document.base.trial() as network:
        for key, chosen in sorted(repair.chosen.items()):
            network.add(*readings[key][chosen])
        bounds = network.bounds()
        spans = [
            _tightened(_life(party.name, person=party.is_person), "", party.life, bounds)
            for party in document.parties.values()
        ]
        for claim in extraction.claims:
            extent = document.extents[claim.id]
            spans.append(_tightened(_named(claim), case.place(claim.trigger), extent, bounds))
    given_up = (*_refuted(case), *(read_aloud(refusal.conflicts[0]) for refusal in repair.refusals))
    return Tightening(_sorted(spans), given_up)


def _named(claim: Claim) -> str:
    """A claim by its type and by whom it is about: "expulsion of Ana Orlo"."""
    key = event_types()[claim.type].key.name
    fillers = claim.roles.get(key, ())
    who = [f.name or f'"{f.text}"' for f in fillers]
    return f"{claim.type} of {listed(who)}" if who else f'{claim.type} "{claim.trigger.text}"'


def _refuted(case: Case) -> Iterator[tuple[Step, ...]]:
    """The dated claims that the reference contradicts, and so nothing is built upon."""
    for judged in case.claims.values():
        claim = judged.claim
        if judged.verdict is Verdict.CONTRADICTED and claim.told_time is not None:
            says = f'the text dates "{claim.trigger.text}" "{claim.told_time.text}"'
            facts = (
                Step(record(one.fact), f"the reference says: {tell(one.fact, case.reference)}")
                for one in judged.deciding[:1]
            )
            yield Step(case.place(claim.trigger), says), *facts


def tighten_facts(facts: FactNetwork, reference: Reference) -> Tightening:
    """The tightest spans of the facts of a reference and of the lives in them."""
    bounds = facts.network.bounds()
    spans = [
        _tightened(
            tell(fact, reference, dated=False),
            fact.id,
            extent_of(fact.id),
            bounds,
            lasts=event_types()[fact.type].nature == "state",
        )
        for fact in facts.facts
    ]
    for entity in facts.entities:
        name = _life(entity.label, person=entity.kind == "person")
        spans.append(_tightened(name, entity.id, extent_of(entity.id), bounds))
    return Tightening(_sorted(spans), tuple(one.steps for one in facts.conflicts))


def _life(name: str, *, person: bool) -> str:
    return f"{'life' if person else 'time'} of {name}"


def _tightened(
    name: str, place: str, extent: Extent, bounds: Bounds, *, lasts: bool = True
) -> Tightened:
    begin, end = _termini(extent.begin, bounds), _termini(extent.end, bounds)
    if lasts and extent.begin != extent.end:
        return Tightened(name, place, begin, end, lasts=True)
    whole = begin[0], end[1]
    return Tightened(name, place, whole, whole, lasts=False)


def _termini(point: str, bounds: Bounds) -> tuple[Terminus, Terminus]:
    earliest, latest = bounds[point] if point in bounds else (Bound(None), Bound(None))
    return _terminus(earliest), _terminus(latest)


def _terminus(bound: Bound) -> Terminus:
    return Terminus(bound.day, speaking(bound.because))


def _sorted(spans: list[Tightened]) -> tuple[Tightened, ...]:
    """Those of which something is known, the earliest first; those without a begin last."""

    def order(one: Tightened) -> tuple[bool, int, str, str]:
        known = [day for day in one.days if day is not None]
        return one.days[0] is None, one.days[0] or known[0], one.name, one.place

    known = {(one.name, one.place, one.days): one for one in spans if set(one.days) != {None}}
    return tuple(sorted(known.values(), key=order))
