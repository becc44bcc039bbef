"""Three-valued comparison on the cases that historians meet."""

import pytest

from bede.chronology import (
    Allen,
    Answer,
    after,
    allowance,
    before,
    covers,
    gap_days,
    holds,
    inside,
    parse_edtf,
    possible_relations,
)

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


@pytest.mark.parametrize(
    ("inner", "outer", "answer"),
    [
        pytest.param("1927-11-14", "1927", YES, id="a day lies in its year"),
        pytest.param("1927", "1927-11-14", UNKNOWN, id="a year does not fix a day"),
        pytest.param("1927-11-14", "1926", NO, id="another year"),
        pytest.param("1927-11-14", "[1923..]", YES, id="after 1922"),
        pytest.param("1927-11-14", "1922/..", UNKNOWN, id="from 1922, end not recorded"),
        pytest.param("1917-11-14", "1922/..", NO, id="before it began"),
        pytest.param("[..1926]", "[..1930]", YES, id="before 1927 is before 1931"),
        pytest.param("[..1930]", "[..1926]", UNKNOWN, id="before 1931 may be before 1927"),
        pytest.param("1906", "1904~", YES, id="1906 is about 1904"),
        pytest.param("1927", "1904~", NO, id="1927 is not"),
        pytest.param("1927", "../..", UNKNOWN, id="no time is stated"),
    ],
)
def test_a_happening_fits_the_time_stated_for_it(inner, outer, answer):
    """Law of precision: a year agrees with a day inside it, and open bounds may reach."""
    assert inside(parse_edtf(inner), parse_edtf(outer)) == answer


COMMISSAR = "1918-03-13/1925-01"


@pytest.mark.parametrize(
    ("state", "moment", "answer"),
    [
        pytest.param(COMMISSAR, "1920", YES, id="in 1920"),
        pytest.param(COMMISSAR, "1918", YES, id="for some of 1918"),
        pytest.param(COMMISSAR, "1917", NO, id="not yet"),
        pytest.param(COMMISSAR, "1925-01-20", UNKNOWN, id="in his last month"),
        pytest.param(COMMISSAR, "1919/1924", YES, id="throughout 1919 to 1924"),
        pytest.param(COMMISSAR, "1917/1924", NO, id="a begin too early"),
        pytest.param(COMMISSAR, "1918/1925", UNKNOWN, id="the same in years"),
        pytest.param("1922-04-03/..", "1922", YES, id="in the year it began"),
        pytest.param("1922-04-03/..", "1924", UNKNOWN, id="end not recorded"),
        pytest.param("1922-04-03/..", "1921", NO, id="before the begin"),
        pytest.param(COMMISSAR, "../..", UNKNOWN, id="no time is stated"),
    ],
)
def test_a_state_held_at_the_time_stated_for_it(state, moment, answer):
    """A stretch asks for some day of it, an interval for each of its days."""
    assert covers(parse_edtf(state), parse_edtf(moment)) == answer


def test_two_happenings_of_one_year_have_no_known_order():
    """Nothing is before or after for sure inside 1927."""
    october, year, winter = (parse_edtf(text) for text in ("1927-10", "1927", "1928-01"))
    assert before(october, winter) == YES
    assert before(winter, year) == NO
    assert before(october, year) == UNKNOWN
    assert after(winter, october) == YES


def test_days_that_follow_each_other_meet():
    """Days are inclusive: 1926 meets 1927, and neither overlaps the other."""
    first = parse_edtf("1926-01-01/1926-12-31")
    second = parse_edtf("1927-01-01/1927-12-31")
    assert holds(Allen.MEETS, first, second) == YES
    assert holds(Allen.BEFORE, first, second) == NO
    assert before(first, second) == YES


def test_a_relation_is_judged_by_all_its_points_together():
    """Nothing lies between the begin and the end of a single day.

    A stay within 3 to 5 March can have begun after the 4th, or ended before it, but not both.
    """
    stay, day = parse_edtf("[1918-03-03..1918-03-05]"), parse_edtf("1918-03-04")
    assert holds(Allen.DURING, stay, day) == NO
    assert holds(Allen.EQUALS, stay, day) == UNKNOWN
    assert Allen.CONTAINS in possible_relations(stay, day)
    assert possible_relations(parse_edtf("1917"), parse_edtf("1919")) == (Allen.BEFORE,)


def test_an_approximate_date_may_be_off_by_five_of_its_own_units():
    """Five days for a day, five months for a month, five years for all that is coarser."""
    spans = [parse_edtf(text) for text in ("1904-05-01~", "1904-05~", "1904~", "190X~", "1904")]
    assert [allowance(span) for span in spans] == [5, 155, 1830, 1830, 0]
    assert allowance(parse_edtf("1904~/1905-03-03")) == 1830


def test_the_gap_between_two_spans_ranks_the_nearest():
    """12 November is two days from the 14th; spans that share a day have no gap."""
    day = parse_edtf("1927-11-14")
    assert gap_days(parse_edtf("1927-11-12"), day) == 2
    assert gap_days(day, parse_edtf("1927-11-12")) == 2
    assert gap_days(day, parse_edtf("1927")) == 0
    assert gap_days(day, parse_edtf("[..1926]")) == 318
