"""Lays the dated statements of a document out in lanes, beside what the reference knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bede.catalog import event_types
from bede.chronology import Calendar, Span, format_date, gap_days
from bede.judgement import long_time
from bede.judgement.telling import time_in_words
from bede.report.account import Account, Known, Profile
from bede.report.checked.cards import cards_of, claim_key, plain, when_told
from bede.report.checked.page import title_of
from bede.report.checked.values import Card
from bede.report.timeline.values import (
    FAULTS,
    Bar,
    Lane,
    Look,
    Mark,
    Timeline,
    known_days,
)
from bede.report.values import ClaimLine, DocumentReport, FindingLine, Place

KINDS = ("person", "organisation", "state", "happening", "place", "work", "idea", "office")
"""The kinds of lane, in the order in which those with as many faults stand."""

MOST_LABEL = 34
"""Signs of a label; what is longer is cut, and can be read in full by pointing at it."""

_OLD_STYLE = (2299161, 2423434)  # 15 October 1582 to 14 February 1923 (Greece), Gregorian
_BEFORE, _BEHIND = 0.06, 0.15  # of the whole, left free: labels stand behind bars
_LEAST = 60  # days drawn at least
_NEAR = 130 * 366  # days; a life further from all statements does not widen the picture


def build_timeline(
    document: DocumentReport,
    number: int,
    *,
    bounds: tuple[int | None, int | None] = (None, None),
) -> Timeline | None:
    """What is to be drawn of a document.

    Args:
        document: the document with its account.
        number: which document of the page it is; part of the keys of cards.
        bounds: the first and the last day wanted; what lies outside is counted, not drawn.

    Returns:
        None if no statement has a time that can be drawn.
    """
    account = document.account
    if account is None:
        return None
    cards = {card.key: card for card in cards_of(document, number)}
    marks = list(_marks(document, account, cards, number))
    inside = [(lane, mark) for lane, mark in marks if _is_inside(mark, bounds)]
    if not inside:
        return None
    days = [day for _, mark in inside for bar in mark.bars for day in known_days(bar.span)]
    first, last = _widened(min(days), max(days), bounds)
    lanes: dict[str, list[Mark]] = {}
    for lane, mark in inside:
        lanes.setdefault(lane, []).append(mark)
    built = [_lane(name, found, account, (first, last)) for name, found in lanes.items()]
    return Timeline(
        title=title_of(account.document),
        first=first,
        last=last,
        view=_view([mark for _, mark in inside], first, last),
        lanes=tuple(sorted(built, key=_weight)),
        undated=len(cards) - len(marks),
        beyond=len(marks) - len(inside),
    )


def _marks(
    document: DocumentReport, account: Account, cards: dict[str, Card], number: int
) -> Iterator[tuple[str, Mark]]:
    """Each dated statement with the lane in which it stands: the id or the words of its subject."""
    for claim in document.claims:
        span = _bounded(account.times.get(claim.id))
        card = cards[claim_key(number, claim.id)]
        faults = [finding for finding in document.findings if claim.id in finding.claims]
        known = _known_for(claim, faults, account)
        if span is None and known is None:
            continue
        look: Look = card.verdict  # type: ignore[assignment]  # a verdict is a look
        entities = tuple(f.entity for fs in claim.roles.values() for f in fs if f.entity)
        yield _subject(claim, account), _mark(card, look, span, known, entities, claim.place)
    own = {claim.id for claim in document.claims}
    for index, finding in enumerate(document.findings, 1):
        span = _bounded(_date_of(finding, account))
        if span is None or own & set(finding.claims):
            continue
        card = cards[f"{number}-f{index}"]
        facts = (account.facts[one.fact] for one in finding.evidence)
        known = next((fact for fact in facts if _bounded(fact.span) is not None), None)
        entities = tuple(one for e in finding.evidence for fs in e.roles.values() for one in fs)
        named = [one for one in entities if one in account.profiles]
        severity: Look = str(finding.severity)  # type: ignore[assignment]
        subject = named[0] if named else plain(finding.place.text)
        yield subject, _mark(card, severity, span, known, tuple(named), finding.place)


def _date_of(finding: FindingLine, account: Account) -> Span | None:
    """The date among the words of a finding that belongs to no claim."""
    places = [(one.start, one.end) for one in (*finding.marks, finding.place)]
    return next((account.dates[one] for one in places if one in account.dates), None)


def _known_for(claim: ClaimLine, faults: Sequence[FindingLine], account: Account) -> Known | None:
    """The fact with a time that a claim is compared with: what a finding tells goes first."""
    told = [one.evidence for fault in faults for one in fault.readings if one.evidence is not None]
    told += [one for fault in faults for one in fault.evidence]
    told += claim.evidence
    found = [account.facts[one.fact] for one in told if one.fact in account.facts]
    return next((known for known in found if _bounded(known.span) is not None), None)


def _subject(claim: ClaimLine, account: Account) -> str:
    """In whose lane a claim stands: its key role's, if known, else that of anybody known in it."""
    key = event_types()[claim.type].key.name
    roles = [claim.roles.get(key, ()), *(claim.roles.values())]
    for fillers in roles:
        for one in fillers:
            if one.entity is not None and one.entity in account.profiles:
                return one.entity
    for fillers in roles:
        for one in fillers:
            words = next(iter(one.resolved), one.text)
            if words[:1].isupper():
                return plain(words)
    return ""


def _mark(
    card: Card,
    look: Look,
    span: Span | None,
    known: Known | None,
    entities: tuple[str, ...],
    place: Place,
) -> Mark:
    words = f"{card.sign} {card.trigger}"
    name = f"{words}, {when_told(card, span)}" if span is not None else words
    context = ", from context" if card.inherited else ""
    says = f"“{plain(place.text)}”"
    said = bar = None
    ghosts: tuple[Bar, ...] = ()
    apart = ""
    if span is not None:
        title = f"{card.verdict_words}. The text: {card.trigger}, {dated(span)}{context}. {says}"
        said = Bar(span, look, shortened(words if card.inherited else name), title)
    if known is not None and known.span is not None:
        told = f"The reference: {plain(known.evidence.says)} ({dated(known.span)})"
        when = time_in_words(known.span)
        label = shortened(when if said else f"{words}, {when}")
        title = told if said else f"{card.verdict_words}; the text tells no time. {told}. {says}"
        bar = Bar(known.span, "reference", label, title)
        ghosts = tuple(
            Bar(other.span, "ghost", "", f"{other.rank} value: {plain(other.words)}")
            for other in known.others
            if _bounded(other.span) is not None
        )
        gap = 0 if span is None else gap_days(span, known.span)
        apart = f"{long_time(gap, nearest=True)} apart" if gap > 0 and look in FAULTS else ""
    return Mark(card.key, look, name, said, bar, ghosts, apart, entities, f"line {place.line}")


def _lane(name: str, marks: Sequence[Mark], account: Account, days: tuple[int, int]) -> Lane:
    profile = account.profiles.get(name)
    ordered = tuple(sorted(marks, key=lambda mark: (mark.begin, mark.key)))
    if profile is None:
        label = name or "Nobody whom Bede knows"
        return Lane(None, "", shortened(label), "", None, (), ordered)
    state = profile.kind == "organisation" and profile.subkind == "state"
    return Lane(
        entity=profile.id,
        kind="state" if state else profile.kind,
        label=shortened(profile.label),
        years=plain(profile.years),
        ground=_ground(profile),
        strips=tuple(bar for bar in _strips(profile, account) if _meets(bar.span, days)),
        marks=ordered,
    )


def _ground(profile: Profile) -> Bar | None:
    """The life of somebody or something."""
    life = profile.life
    begin, end = life.begin, life.end
    if begin is None and end is None:
        return None
    span = Span(
        None if begin is None else begin[0],
        None if begin is None else begin[1],
        None if end is None else end[0],
        None if end is None else end[1],
    )
    years = plain(profile.years)
    return Bar(span, "life", years, f"{plain(profile.label)}: {years}")


def _strips(profile: Profile, account: Account) -> Iterator[Bar]:
    """The offices of a person, or the names of a place, each while it lasted."""
    for name, span in profile.called:
        words = plain(name)
        yield Bar(span, "name", shortened(words), f"called {words}: {time_in_words(span)}")
    for fact in (account.facts[one] for one in profile.facts):
        if fact.evidence.type == "tenure" and fact.span is not None:
            offices = fact.evidence.roles.get("office", ())
            label = plain(", ".join(account.labels.get(one, one) for one in offices))
            yield Bar(fact.span, "office", shortened(label), plain(fact.evidence.says))


def _weight(lane: Lane) -> tuple[int, int, int, str]:
    """Where the most is wrong stands first; names that nobody knows stand last."""
    faults = sum(mark.is_fault for mark in lane.marks)
    kind = KINDS.index(lane.kind) if lane.kind in KINDS else len(KINDS)
    return -faults, kind, lane.marks[0].begin, lane.label


def _view(marks: Sequence[Mark], first: int, last: int) -> tuple[int, int]:
    """The stretch of the faults; without any, the shortest with half of the statements."""
    faults = [
        day for mark in marks if mark.is_fault for bar in mark.bars for day in known_days(bar.span)
    ]
    if faults:
        low, high = min(faults), max(faults)
    else:
        ordered = sorted(marks, key=lambda mark: mark.begin)
        half = max(1, len(ordered) // 2)
        closest = min(
            range(len(ordered) - half),
            key=lambda i: ordered[i + half].begin - ordered[i].begin,
            default=0,
        )
        seen = ordered[closest : closest + half + 1]
        one_whole = min(max(known_days(bar.span)[1] for bar in mark.bars) for mark in seen)
        low, high = seen[0].begin, max(seen[-1].begin, one_whole)
    before, behind = max(_LEAST, (high - low) // 3), max(_LEAST, (high - low) * 2 // 3)
    return max(first, low - before), min(last, high + behind)  # labels stand behind bars


def _widened(low: int, high: int, bounds: tuple[int | None, int | None]) -> tuple[int, int]:
    before = max(_LEAST, int((high - low) * _BEFORE))
    behind = max(2 * _LEAST, int((high - low) * _BEHIND))
    first = low - before if bounds[0] is None else bounds[0]
    last = high + behind if bounds[1] is None else bounds[1]
    return first, max(last, first + 1)


def _is_inside(mark: Mark, bounds: tuple[int | None, int | None]) -> bool:
    ends = [known_days(bar.span) for bar in mark.bars]
    low, high = min(end[0] for end in ends), max(end[1] for end in ends)
    first, last = bounds
    return (first is None or high >= first) and (last is None or low <= last)


def _meets(span: Span, days: tuple[int, int]) -> bool:
    low, high = span.hull
    return (low is None or low <= days[1]) and (high is None or high >= days[0])


def _bounded(span: Span | None) -> Span | None:
    """A span of which a day is known, which alone can be drawn."""
    return None if span is None or span.hull == (None, None) else span


def dated(span: Span) -> str:
    """When, in words; a day between the two calendars is told in both styles."""
    words = time_in_words(span)
    day = span.earliest_begin
    if day is None or day != span.latest_end or not _OLD_STYLE[0] <= day <= _OLD_STYLE[1]:
        return words
    return f"{words}, {format_date(day, Calendar.JULIAN)} Old Style"


def shortened(words: str, most: int = MOST_LABEL) -> str:
    """Words of a label, cut where they are too long."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
