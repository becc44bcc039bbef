"""Laws of historical time, on days, spans and texts drawn at random."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bede.chronology import (
    Allen,
    Answer,
    Calendar,
    Duration,
    Span,
    Unit,
    after,
    before,
    covers,
    date_of,
    day_number,
    gap_days,
    holds,
    inside,
    possible_relations,
    shift,
    weekday,
)
from bede.errors import ChronologyError

YES, NO = Answer.YES, Answer.NO
quick = settings(max_examples=100, deadline=None, derandomize=True)

FAR = 36_525_000  # a hundred thousand years in days
days = st.integers(-FAR, FAR)
calendars = st.sampled_from(Calendar)


@quick
@given(days, calendars)
def test_a_day_and_its_date_are_the_same(day, calendar):
    """Round trip over a hundred thousand years on either side."""
    date = date_of(day, calendar)
    assert day_number(date.year, date.month, date.day, calendar) == day


@quick
@given(days, calendars)
def test_dates_follow_each_other_as_days_do(day, calendar):
    """The next day is the next date: same month, or the first of the next one."""
    today, tomorrow = date_of(day, calendar), date_of(day + 1, calendar)
    if tomorrow.day == 1:
        assert (tomorrow.year * 12 + tomorrow.month) == (today.year * 12 + today.month) + 1
    else:
        assert (today.year, today.month, today.day + 1) == (
            tomorrow.year,
            tomorrow.month,
            tomorrow.day,
        )


@quick
@given(days, st.integers(-1000, 1000))
def test_weekdays_come_round_every_seven_days(day, weeks):
    """No calendar reform ever broke the week."""
    assert weekday(day + 7 * weeks) == weekday(day)
    assert weekday(day + 1) == (weekday(day) + 1) % 7


@quick
@given(st.integers(300, 100_000), st.integers(1, 12), st.integers(1, 28))
def test_the_julian_calendar_lags_ever_more(year, month, day):
    """Never ahead after AD 300; 10 days behind in 1582, 13 in 1917."""
    lag = day_number(year, month, day, Calendar.JULIAN) - day_number(year, month, day)
    assert lag >= 0
    if 1583 <= year < 1700:
        assert lag == 10
    if 1901 <= year < 2100:
        assert lag == 13


@quick
@given(days, st.integers(0, 5000), st.sampled_from(Unit), calendars, st.booleans())
def test_counting_to_the_day_stays_in_the_unit(day, count, unit, calendar, back):
    """The same day N units later lies in the unit N units later; weeks and days come back."""
    duration = Duration(count, unit)
    first, last = shift(day, duration, back=back, calendar=calendar)
    (same, also) = shift(day, duration, back=back, to_the_day=True, calendar=calendar)
    assert first <= same == also <= last
    if unit in (Unit.DAY, Unit.WEEK):
        assert shift(same, duration, back=not back, to_the_day=True) == (day, day)
    elif date_of(day, calendar).day <= 28:
        assert date_of(same, calendar).day == date_of(day, calendar).day


# Bounds from a narrow range, so that spans touch, nest and coincide often.
near = st.integers(0, 7)
bounds = st.none() | near


@st.composite
def spans(draw):
    """Any legal span on a few days, with open bounds."""
    while True:
        try:
            return Span(draw(bounds), draw(bounds), draw(bounds), draw(bounds))
        except ChronologyError:
            continue


def concrete(span):
    """All begins and ends that a span allows, near the days in use."""
    first, last = -2, 9
    return [
        (begin, end)
        for begin in range(first, last + 1)
        for end in range(begin, last + 1)
        if (span.earliest_begin is None or begin >= span.earliest_begin)
        and (span.latest_begin is None or begin <= span.latest_begin)
        and (span.earliest_end is None or end >= span.earliest_end)
        and (span.latest_end is None or end <= span.latest_end)
    ]


def assert_sound(answer, truths):
    """A yes holds for all possible cases, a no for none."""
    seen = set(truths)
    assert seen
    if answer is YES:
        assert seen == {True}
    if answer is NO:
        assert seen == {False}


def assert_exact(answer, truths):
    """Sound, and unknown only where the cases really differ."""
    seen = set(truths)
    assert_sound(answer, seen)
    if answer is Answer.UNKNOWN:
        assert seen == {True, False}


def allen(a, b):
    """The relation of two concrete intervals, found by cases on their points."""
    if a[1] < b[0]:
        return Allen.MEETS if a[1] + 1 == b[0] else Allen.BEFORE
    if b[1] < a[0]:
        return Allen.MET_BY if b[1] + 1 == a[0] else Allen.AFTER
    begins, ends = (a[0] > b[0]) - (a[0] < b[0]), (a[1] > b[1]) - (a[1] < b[1])
    table = {
        (-1, -1): Allen.OVERLAPS,
        (-1, 0): Allen.FINISHED_BY,
        (-1, 1): Allen.CONTAINS,
        (0, -1): Allen.STARTS,
        (0, 0): Allen.EQUALS,
        (0, 1): Allen.STARTED_BY,
        (1, -1): Allen.DURING,
        (1, 0): Allen.FINISHES,
        (1, 1): Allen.OVERLAPPED_BY,
    }
    return table[begins, ends]


@quick
@given(spans())
def test_bounds_are_tight(span):
    """Each known bound is reached by some concrete begin or end: nothing looser remains."""
    begins, ends = zip(*concrete(span), strict=True)
    for bound, reached in (
        (span.earliest_begin, min(begins)),
        (span.latest_begin, max(begins)),
        (span.earliest_end, min(ends)),
        (span.latest_end, max(ends)),
    ):
        assert bound is None or bound == reached


@quick
@given(spans(), spans())
def test_allen_relations_are_exact(a, b):
    """Against every pair of concrete intervals; and the converse always agrees."""
    found = {allen(x, y) for x in concrete(a) for y in concrete(b)}
    assert set(possible_relations(a, b)) == found
    for relation in Allen:
        answer = holds(relation, a, b)
        assert_exact(answer, {relation == other for other in found})
        assert holds(relation.converse, b, a) == answer


@quick
@given(near, near, near, near)
def test_exactly_one_relation_holds_between_intervals_known_to_the_day(a, b, c, d):
    """The thirteen are exhaustive and exclude each other."""
    first = Span.interval(Span.day(min(a, b)), Span.day(max(a, b)))
    second = Span.interval(Span.day(min(c, d)), Span.day(max(c, d)))
    answers = [holds(relation, first, second) for relation in Allen]
    assert answers.count(YES) == 1
    assert answers.count(NO) == 12


def test_relations_compose_as_in_the_table_of_allen():
    """With intervals of one to seven days, all 409 triples of his transitivity table come up.

    The converse of a composition is the composition of the converses the other way round, to
    be equal changes nothing, and there and back may be equal.
    """
    intervals = [
        Span.interval(Span.day(begin), Span.day(end))
        for begin in range(7)
        for end in range(begin, 7)
    ]
    related = {(a, b): possible_relations(a, b)[0] for a in intervals for b in intervals}
    composed = {
        (related[a, b], related[b, c], related[a, c])
        for a in intervals
        for b in intervals
        for c in intervals
    }
    assert len(composed) == 409
    assert {(s.converse, r.converse, t.converse) for r, s, t in composed} == composed
    assert {(r, t) for r, s, t in composed if s is Allen.EQUALS} == {(r, r) for r in Allen}
    assert {r for r, s, t in composed if (s, t) == (r.converse, Allen.EQUALS)} == set(Allen)


@quick
@given(spans(), spans())
def test_order_is_exact_and_gaps_agree(a, b):
    """Against all concrete cases; there is a gap only between what never meets."""
    pairs = [(x, y) for x in concrete(a) for y in concrete(b)]
    assert_exact(before(a, b), (x[1] < y[0] for x, y in pairs))
    assert_exact(after(a, b), (x[0] > y[1] for x, y in pairs))
    nearest = min(max(y[0] - x[1], x[0] - y[1], 0) for x, y in pairs)
    assert gap_days(a, b) == nearest


@quick
@given(spans(), spans())
def test_inside_is_sound(inner, outer):
    """The stretch of the outer span: its hull, and where that is not recorded, its own end."""

    def fits(happening, frame):
        low, high = outer.hull
        if outer.is_interval:
            low, high = frame[0] if low is None else low, frame[1] if high is None else high
        begins = low is None or low <= happening[0]
        return begins and (high is None or happening[1] <= high)

    pairs = [(x, y) for x in concrete(inner) for y in concrete(outer)]
    assert_sound(inside(inner, outer), (fits(x, y) for x, y in pairs))


@quick
@given(spans(), spans())
def test_covers_is_exact(state, moment):
    """A stretch wants some day of its hull in the state, an interval each of its days."""
    if moment.hull == (None, None) and not moment.is_interval:
        assert covers(state, moment) == Answer.UNKNOWN
        return

    def held(holding, stated):
        if moment.is_interval:
            return holding[0] <= stated[0] and stated[1] <= holding[1]
        low, high = moment.hull
        begins = high is None or holding[0] <= high
        return begins and (low is None or low <= holding[1])

    pairs = [(x, y) for x in concrete(state) for y in concrete(moment)]
    assert_exact(covers(state, moment), (held(x, y) for x, y in pairs))


@quick
@given(spans(), spans(), near)
def test_an_approximate_span_answers_no_more_than_an_exact_one(a, b, tolerance):
    """Circa can turn a sure order into an open one, never into its opposite."""
    circa = Span(a.earliest_begin, a.latest_begin, a.earliest_end, a.latest_end, approximate=True)
    assert before(circa, b) in (before(a, b), Answer.UNKNOWN)
    assert before(a.widened(tolerance), b) in (before(a, b), Answer.UNKNOWN)
