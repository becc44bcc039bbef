"""Dates themselves: days that never were, weekdays that do not fit, and times still to come."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from bede.catalog import Severity
from bede.chronology import Calendar, allowance, format_date, last_day_of_year
from bede.claims import Claim, Stretch
from bede.judgement.case import Case, Kind, severity_of
from bede.judgement.dates import (
    Backwards,
    WeekdayFault,
    Written,
    backwards_in_claim,
    backwards_lives,
    backwards_of,
    days_in_words,
    is_told_as_past,
    left_out,
    may_be_converted,
    passages,
    place_of,
    runs_backwards,
    told_at_a_place,
    weekday_beside,
    weekday_fault,
    weekday_name,
)
from bede.judgement.telling import when
from bede.judgement.values import Finding, Step
from bede.text import ImpossibleDate, Modality
from bede.version import RELEASE_YEAR


def _find(case: Case) -> Iterator[Finding]:
    yield from _once(_told(case))


def _told(case: Case) -> Iterator[Finding]:
    claims = [judged.claim for judged in case.claims.values()]
    dated: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.told_time is not None:
            dated.setdefault(claim.told_time.start, []).append(claim)
    for passage in passages(case.document):
        for fault in passage.impossible:
            yield from _impossible(passage.written(fault), claims)
        for life in backwards_lives(passage):
            yield _backwards(life)
        for timex in passage.timexes:
            written = passage.written(timex)
            about = dated.get(written.place.start, [])
            if all(claim.modality is Modality.ASSERTED for claim in about):
                yield from _weekday(case, written, about)
                yield from _left_out(case, written, about)
    ranges = (backwards_in_claim(claim, case.document) for claim in claims)
    yield from map(_backwards, dict.fromkeys(found for found in ranges if found is not None))
    for claim in claims:
        yield from _future(case, claim)


def _once(findings: Iterator[Finding]) -> Iterator[Finding]:
    """A range that runs backwards may be told by its words and by its claim; once is enough."""
    seen: list[Stretch] = []
    for finding in findings:
        place = finding.place
        if finding.rule == "begin-after-end":
            if any(one.start < place.end and place.start < one.end for one in seen):
                continue
            seen.append(place)
        yield finding


def _impossible(written: Written, claims: Sequence[Claim]) -> Iterator[Finding]:
    """A day of no calendar, a day that its place left out, or a range that runs backwards."""
    fault = written.date
    if not isinstance(fault, ImpossibleDate):
        return
    if runs_backwards(fault):
        found = backwards_of(written)
        yield from () if found is None else (_backwards(found),)
        return
    told = told_at_a_place(written)
    if told is not None:  # the tagger goes by the last place named, which may not be the one meant
        beside = _of_sentence(claims, written.place.start)
        region = place_of(written, beside if len(beside) == 1 else ())
        if region is None or left_out(told, region) is None:
            return
    yield Finding(
        rule="impossible-date",
        severity=severity_of("impossible-date"),
        message=f'"{fault.text}" is no date: {fault.cause}',
        place=written.place,
    )


def _of_sentence(claims: Sequence[Claim], offset: int) -> Sequence[Claim]:
    """The claims of the sentence at a character; they are in the order of the text."""

    def begin(claim: Claim) -> int:
        return claim.sentence.start

    last = bisect_right(claims, offset, key=begin)
    if not last or claims[last - 1].sentence.end <= offset:
        return ()
    return claims[bisect_left(claims, begin(claims[last - 1]), key=begin) : last]


def _left_out(case: Case, written: Written, claims: Sequence[Claim]) -> Iterator[Finding]:
    """A day that the place named with it never had, though the new calendar has it."""
    told = told_at_a_place(written)
    since = case.parameter("impossible-date", "conversion")
    if told is None or may_be_converted(told, since=since):
        return
    region = place_of(written, claims)
    fault = None if region is None else left_out(told, region)
    if fault is None or written.is_quoted or weekday_beside(written) is not None:
        return
    yield Finding(
        rule="impossible-date",
        severity=Severity.WARNING,  # whoever wrote it may have converted it
        message=f'"{written.place.text}" is no date: {fault.cause}',
        place=written.place,
        claims=tuple(claim.id for claim in claims),
    )


def _weekday(case: Case, written: Written, claims: Sequence[Claim]) -> Iterator[Finding]:
    fault = weekday_fault(written)
    if fault is None or written.is_quoted:
        return
    severity = Severity.WARNING if fault.copied else severity_of("weekday-mismatch")
    yield Finding(
        rule="weekday-mismatch",
        severity=Severity.NOTE if fault.other_calendar else severity,
        message=_weekday_message(fault),
        place=written.place,
        claims=tuple(claim.id for claim in claims),
        conflict=(
            Step(case.place(written.place), f'the text says "{written.place.text}"'),
            *(
                Step(
                    "weekday-mismatch",
                    f"{fault.day} in the {calendar.capitalize()} calendar was "
                    f"a {weekday_name(number)}",
                )
                for calendar, number in fault.right
            ),
        ),
    )


def _weekday_message(fault: WeekdayFault) -> str:
    """What the weekday was, and which days would fit."""
    (calendar, number), *others = fault.right
    right, stated = weekday_name(number), weekday_name(fault.stated)
    if fault.other_calendar:
        other = next(one for one in Calendar if one is not calendar)
        return (
            f"{fault.day} in the {calendar.capitalize()} calendar was a {right}, not a {stated}; "
            f"the weekday fits the {other.capitalize()} calendar"
        )
    aside = "".join(f" ({weekday_name(n)} in the {c.capitalize()} calendar)" for c, n in others)
    near = days_in_words(*fault.near)
    return f"{fault.day} was a {right}{aside}, not a {stated}; the {stated}s nearest are {near}"


def _backwards(found: Backwards) -> Finding:
    severity = severity_of("begin-after-end")
    return Finding(
        rule="begin-after-end",
        severity=severity if found.sure else Severity.WARNING,
        message=f'"{found.words.text}" ends before it begins',
        place=found.words,
    )


def _future(case: Case, claim: Claim) -> Iterator[Finding]:
    """A claim told as past, all of whose readings lie after what counts as the present."""
    time = claim.told_time
    if time is None or not time.readings:
        return
    today = case.settings.today
    limit = today
    if limit is None:
        limit = last_day_of_year(RELEASE_YEAR + case.parameter("future-date", "grace"))
    begins = [one.widened(allowance(one)).earliest_begin for one in time.readings]
    if any(begin is None or begin <= limit for begin in begins):
        return
    if not is_told_as_past(claim, case.document.text):
        return
    present = f"{format_date(limit)}, the day that counts as today"
    if today is None:
        present = f"{RELEASE_YEAR}, the year of this release, by more years than may be allowed for"
    yield Finding(
        rule="future-date",
        severity=severity_of("future-date"),
        message=(
            f'The text tells "{claim.trigger.text}" as past and dates it '
            f"{when(time.readings[0])}, after {present}"
        ),
        place=Stretch(time.text, time.start, time.end),
        marks=(claim.trigger,),
        claims=(claim.id,),
    )


KIND = Kind("dating", _find)
