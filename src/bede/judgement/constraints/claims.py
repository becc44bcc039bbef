"""What the text says, as statements: dates, shares, orders, distances, lengths and ages.

Every statement lists all the ways in which it may be meant, and is as loose as its kindest reading
in each. What is denied, hedged or reported states nothing here, and neither does what Bede has
found wrong for itself already: an error must not accuse its neighbours.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import product

from bede.catalog import event_types
from bede.chronology import Duration, Span
from bede.chronology.length import Length
from bede.claims import Anchor, Claim, Measure, MeasureKind, Order, Relation, Stretch
from bede.judgement.case import Case
from bede.judgement.constraints.again import told_again
from bede.judgement.constraints.events import readings_of_anchor
from bede.judgement.constraints.facts import parent_by, stated
from bede.judgement.constraints.laws import parentage, share
from bede.judgement.constraints.namesakes import namesakes
from bede.judgement.constraints.parties import FullNames, Party, parties
from bede.judgement.constraints.points import (
    Extent,
    apart,
    equal,
    extent_of,
    happens_within,
    holds_at,
    shares_time,
    spans,
)
from bede.judgement.constraints.stated import MOST_ALTERNATIVES, Nature, Stated, named
from bede.judgement.constraints.sums import readings_of
from bede.judgement.naming import is_posthumous
from bede.judgement.network import Constraint, Origin, at_least
from bede.judgement.telling import tell
from bede.judgement.values import ClaimJudgement, Closure, Verdict
from bede.text import Modality, Timex

AGE_RULE = "age-mismatch"
DURATION_RULE = "duration-mismatch"
DISTANCE_RULE = "distance-mismatch"

_CALENDARS_APART = 13
"""Days by which a birthday may be off between the calendars, from 1900 to 2100."""


class Reader:
    """Turns the claims of one judged document into statements, in the order of the text.

    Args:
        case: the document with its judgements.
        accused: ids of claims with which something was found wrong already.
    """

    def __init__(self, case: Case, accused: Collection[str]) -> None:
        self._case = case
        self._people = FullNames(case.extraction.people)
        self._lasting = {
            measure.claim
            for measure in case.extraction.measures
            if measure.kind is MeasureKind.LASTED
        }
        self._claims = {
            name: judged
            for name, judged in case.claims.items()
            if judged.claim.modality is Modality.ASSERTED
            and not judged.claim.degree
            and name not in accused
            and judged.verdict is not Verdict.CONTRADICTED
        }
        self._parties = {
            name: tuple(parties(judged, self._people)) for name, judged in self._claims.items()
        }
        claims = {name: judged.claim for name, judged in self._claims.items()}
        shared = namesakes(claims, self._parties, case.document.text)
        self._parties = {
            name: tuple(party for party in found if party.key not in shared)
            for name, found in self._parties.items()
        }
        self._again = set(told_again(claims, self._parties, case.reference))

    @property
    def parties(self) -> Sequence[Party]:
        """Everybody who takes part in a claim of the document, claim by claim."""
        return [party for found in self._parties.values() for party in found]

    def extent(self, claim: Claim) -> Extent:
        """The points of a claim; what happens and has no length stated is a single point."""
        extent = extent_of(claim.id)
        lasts = event_types()[claim.type].nature == "state" or claim.id in self._lasting
        return extent if lasts else Extent(extent.begin, extent.begin)

    def read(self) -> Iterator[Stated]:
        """All statements, numbered in the order of the claims; then orders, lengths and ages."""
        number = 0
        for nature, claims, place, alternatives, subject in self._all():
            if alternatives and len(alternatives) <= MOST_ALTERNATIVES and all(alternatives):
                sure = nature is not Nature.DISTANCE or _anchored(claims)
                spoken = nature is Nature.SHARE and self._by_pronoun(claims[0], place)
                yield Stated(nature, claims, place, alternatives, number, subject, sure, spoken)
                number += 1
        for told in self._case.extraction.sums:
            rule = DURATION_RULE if told.lasts else DISTANCE_RULE
            days = self._years_in_days(told.length) if told.aged else self._days(told.length, rule)
            readings = readings_of(told, days, self._case.place)
            nature = Nature.LASTED if told.lasts else Nature.DISTANCE
            if len(readings) <= MOST_ALTERNATIVES:
                yield Stated(nature, (), told.words, readings, number, sure=told.sure)
                number += 1

    def _by_pronoun(self, claim: Claim, place: Stretch) -> bool:
        """Whether it is a pronoun at this place that says who takes part in a claim."""
        fillers = [party.filler for party in self._parties[claim.id]]
        return any(f.start == place.start and f.nature == "pronoun" for f in fillers)

    def _all(self) -> Iterator[_Raw]:
        for judged in self._claims.values():
            yield from self._shares(judged)
            yield from self._dates(judged)
            yield from self._meant(judged)
            yield from self._kin(judged)
        for relation in self._case.relations:
            if relation.verdict is not Verdict.CONTRADICTED:
                yield from self._relation(relation.relation)
        for measure in self._case.extraction.measures:
            yield from self._measure(measure)
        for anchor in self._case.extraction.anchors:
            yield from self._anchor(anchor)

    def _shares(self, judged: ClaimJudgement) -> Iterator[_Raw]:
        claim = judged.claim
        deed, what = self.extent(claim), named(claim)
        for party in self._parties[claim.id]:
            if party.is_person and is_posthumous(claim):
                continue
            found = share(
                event_types()[claim.type],
                party.role,
                deed,
                what,
                party.name,
                party.life,
                self._case.parameter,
                person=party.is_person,
                again=(claim.type, party.key) in self._again,
            )
            place = Stretch(party.filler.text, party.filler.start, party.filler.end)
            if found:
                yield Nature.SHARE, (claim,), place, ((*deed.ordered, *found),), party.name

    def _dates(self, judged: ClaimJudgement) -> Iterator[_Raw]:
        if judged.claim.told_time is not None:
            extent = self.extent(judged.claim)
            yield from self._dated_at(judged.claim, judged.claim.told_time, extent)

    def _dated_at(self, claim: Claim, time: Timex, extent: Extent) -> Iterator[_Raw]:
        if not time.readings or any(s.uncertain for s in time.readings):
            return
        place = Stretch(time.text, time.start, time.end)
        says = f'the text dates {named(claim)} "{time.text}"'
        origin = Origin("text", says, self._case.place(place))
        readings = tuple(
            self._dated(
                claim, extent, reading, origin, modified=time.modifier not in (None, "from")
            )
            for reading in time.readings
        )
        yield Nature.DATE, (claim,), place, readings, ""

    def _dated(
        self, claim: Claim, extent: Extent, span: Span, origin: Origin, *, modified: bool
    ) -> tuple[Constraint, ...]:
        state = event_types()[claim.type].nature == "state"
        if extent.begin == extent.end:
            return happens_within(extent, span, origin)
        if state and span.is_interval and not modified:
            return spans(extent, span, origin)
        return holds_at(extent, span, origin)

    def _meant(self, judged: ClaimJudgement) -> Iterator[_Raw]:
        """The facts that the claim can tell, if the reference knows all of them."""
        event = event_types()[judged.claim.type]
        if event.begins or event.ends or judged.closure is Closure.NONE or judged.claim.repeated:
            return
        fitting = [c for c in judged.candidates if not c.clashes]
        if judged.verdict is Verdict.SUPPORTED:
            fitting = list(judged.deciding)
        if not fitting or any(c.fact.confidence == "weak" for c in fitting):
            return
        if any(c.fact.type != event.name for c in fitting):
            return
        extent = self.extent(judged.claim)
        readings = []
        for candidate in fitting:
            fact = extent_of(candidate.fact.id)
            told = tell(candidate.fact, self._case.reference, dated=False)
            origin = Origin("text", f"{named(judged.claim)} tells that {told}", "")
            same = (*equal(extent.begin, fact.begin, origin), *equal(extent.end, fact.end, origin))
            if event.nature != "state":
                same = (at_least(fact.begin, extent.begin, 0, origin),)
                same += (at_least(extent.end, fact.end, 0, origin),)
            readings.append((*same, *stated(candidate.fact, self._case.reference)))
        yield Nature.MEANT, (judged.claim,), judged.claim.trigger, tuple(readings), ""

    def _kin(self, judged: ClaimJudgement) -> Iterator[_Raw]:
        claim = judged.claim
        if claim.type != "kinship" or len(claim.roles.get("relation", ())) != 1:
            return
        relation = claim.roles["relation"][0]
        side = parent_by(relation.text)
        sides = {
            name: [p for p in self._parties[claim.id] if p.role.name == name and p.is_person]
            for name in ("person", "relative")
        }
        if side is None:
            return
        parents = sides.pop(side[0])
        children = next(iter(sides.values()))
        for parent, child in product(parents, children):
            if " " not in (parent.filler.name or "").strip() or " " not in (
                child.filler.name or ""
            ):
                continue  # a first name among kin is seldom the one known by that name alone
            found = parentage(
                (child.name, child.life), (parent.name, parent.life), side[1], self._case.parameter
            )
            words = Stretch(relation.text, relation.start, relation.end)
            yield Nature.KIN, (claim,), words, (found,), child.name

    def _relation(self, relation: Relation) -> Iterator[_Raw]:
        source = self._claims.get(relation.source)
        names = (relation.target, *relation.others)
        targets = [self._claims[name] for name in names if name in self._claims]
        if source is None or len(targets) < len(names):
            return
        words = relation.words
        placed, told = named(source.claim), named(targets[0].claim)
        says = f"the text puts {placed} {words.text} {told}"
        if relation.distance is not None:
            says = f'the text says "{words.text}" of {placed}'
        origin = Origin("text", says, self._case.place(words))
        readings = tuple(
            reading
            for target in targets
            for reading in self._order(relation, source.claim, target.claim, origin)
        )
        nature = Nature.DISTANCE if relation.distance is not None else Nature.ORDER
        claims = (source.claim, *(target.claim for target in targets))
        yield nature, claims, words, readings, ""

    def _anchor(self, anchor: Anchor) -> Iterator[_Raw]:
        """The order of a claim and an event that is only named, if the reference knows when."""
        judged = self._claims.get(anchor.claim)
        if judged is None:
            return
        claim, words = judged.claim, anchor.words
        says = f"the text puts {named(claim)} {words.text.lower()} {anchor.event.text}"
        origin = Origin("text", says, self._case.place(words))
        readings = tuple(
            readings_of_anchor(
                anchor,
                self.extent(claim),
                self._case.linker,
                lambda length: self._days(length, DISTANCE_RULE),
                origin,
            )
        )
        nature = Nature.DISTANCE if anchor.distance is not None else Nature.ORDER
        yield nature, (claim,), words, readings, ""

    def _order(
        self, relation: Relation, source: Claim, target: Claim, origin: Origin
    ) -> Iterator[tuple[Constraint, ...]]:
        """The readings of one order; what lasts counts from its begin, or after it from its end."""
        one, other = self.extent(source), self.extent(target)
        states = {
            name: event_types()[c.type].nature == "state"
            for name, c in (("one", source), ("other", target))
        }
        match relation.order:
            case Order.BEFORE | Order.AFTER if relation.distance is not None:
                days = self._days(relation.distance, DISTANCE_RULE)
                if relation.order is Order.BEFORE:
                    yield apart(one.begin, other.begin, days, origin)
                    return
                yield apart(other.begin, one.begin, days, origin)
                if other.begin != other.end:
                    yield (*other.ordered, *apart(other.end, one.begin, days, origin))
            case Order.BEFORE | Order.UNTIL:
                yield (at_least(one.begin, other.begin, 0, origin),)
            case Order.AFTER:
                yield (at_least(other.begin, one.begin, 0, origin),)
            case Order.SINCE:
                yield (at_least(other.begin, one.end, 0, origin),)
            case Order.BY:
                yield (at_least(one.begin, other.end, 0, origin),)
            case Order.DURING if states["other"]:
                yield shares_time(one, other, origin, origin)
            case Order.WHILE if states["one"] or states["other"]:
                yield shares_time(one, other, origin, origin)
            case _:
                return

    def _days(self, length: Length, rule: str) -> tuple[int, int | None]:
        return length.days(
            rounding=self._case.parameter(rule, "rounding"),
            about=self._case.parameter(rule, "about"),
        )

    def _measure(self, measure: Measure) -> Iterator[_Raw]:
        judged = self._claims.get(measure.claim)
        if judged is None:
            return
        claim, extent = judged.claim, self.extent(judged.claim)
        place = measure.words
        if measure.kind is MeasureKind.LASTED:
            says = f'the text says that {named(claim)} lasted "{place.text}"'
            origin = Origin("text", says, self._case.place(place))
            least, most = self._days(measure.length, DURATION_RULE)
            time = claim.told_time
            if time is not None and time.ends is not None and time.end <= place.start:
                most = None  # behind a range it may be a part: "for two years in chains"
            found = apart(extent.begin, extent.end, (least, most), origin)
            yield Nature.LASTED, (claim,), place, ((*extent.ordered, *found),), ""
            return
        party = self._aged(claim, measure)
        if party is None:
            return
        says = f'the text says "{place.text}" of {party.name} at {named(claim)}'
        origin = Origin("text", says, self._case.place(place))
        least, most = self._age_in_days(measure)
        told = claim.told_time
        if extent.begin != extent.end and told is not None and told.ends is None:
            extent = _moment_of(claim)  # of what lasts, the age is that of the day told
            yield from self._dated_at(claim, told, extent)
        # Of what lasts without one, one day at that age is enough.
        found = (at_least(party.life.begin, extent.end, least, origin),)
        if most is not None:
            found += (Constraint(party.life.begin, extent.begin, most, origin),)
        yield Nature.AGE, (claim,), place, ((*extent.ordered, *found),), party.name

    def _aged(self, claim: Claim, measure: Measure) -> Party | None:
        """The one whose age it is; it may be told at what befell another ("25 when Y died")."""
        if measure.person is None:
            return None
        same = [
            party
            for party in (*self._parties[claim.id], *self.parties)
            if party.is_person and party.filler.name == measure.person.name
        ]
        return same[0] if same else None

    def _age_in_days(self, measure: Measure) -> tuple[int, int | None]:
        """From the birthday at that age until the next, or the birthday itself."""
        if measure.to_the_day:
            low, high = measure.length.days()
            return low - _CALENDARS_APART, None if high is None else high + _CALENDARS_APART
        return self._years_in_days(measure.length)

    def _years_in_days(self, length: Length) -> tuple[int, int | None]:
        """Of an age in years completed."""
        least, most = self._days(length, AGE_RULE)
        if most is None:
            return least, None
        one = Duration(length.duration.count + 1, length.duration.unit)
        return least, self._days(Length(one, length.manner), AGE_RULE)[1]


def _moment_of(claim: Claim) -> Extent:
    """The point at which the text has somebody at an age in what lasts longer."""
    point = extent_of(f"{claim.id}-aged").begin
    return Extent(point, point)


def _anchored(claims: Sequence[Claim]) -> bool:
    """Whether a distance names what it is counted from, rather than leaving it to the reader."""
    return len(claims) < 3 and len({claim.sentence.start for claim in claims}) == 1


_Raw = tuple[Nature, tuple[Claim, ...], Stretch, tuple[tuple[Constraint, ...], ...], str]
