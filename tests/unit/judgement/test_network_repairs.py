"""What is given up when a document contradicts itself, on small stories."""

from __future__ import annotations

import pytest

from bede.chronology import day_number
from bede.judgement.network import (
    Constraint,
    Network,
    Origin,
    Repair,
    Statement,
    at_least,
    no_earlier,
    no_later,
    smallest_repair,
    would_hold,
)


def text(says: str) -> Origin:
    return Origin("text", says, "page.txt:1:1")


def in_year(point: str, year: int) -> tuple[Constraint, ...]:
    says = text(f"{point} in {year}")
    return (
        no_earlier(point, day_number(year), says),
        no_later(point, day_number(year + 1) - 1, says),
    )


def dated(point: str, *years: int, weight: int = 1) -> Statement:
    """A date of the text, with a reading for each year."""
    return Statement(f"{point} dated", tuple(in_year(point, year) for year in years), weight)


def after(earlier: str, later: str) -> Statement:
    said = at_least(earlier, later, 1, text(f"{later} after {earlier}"))
    return Statement(f"{later} after {earlier}", ((said,),))


def refused(repair: Repair) -> list[str]:
    return [refusal.statement.key for refusal in repair.refusals]


@pytest.mark.parametrize("place", range(11))
def test_one_wrong_date_accuses_none_of_ten_innocent_sentences(place: int):
    """Ten things came after the war; all are dated rightly, the war is not."""
    base = Network()
    for number in range(10):
        base.add(*in_year(f"event {number}", 1920 + number))
    said = [after("the war", f"event {number}") for number in range(10)]
    said.insert(place, dated("the war", 1981))
    repair = smallest_repair(base, said)
    assert refused(repair) == ["the war dated"]
    assert len(repair.chosen) == 10
    assert repair.undecided == ()


def test_of_two_that_conflict_the_later_one_goes():
    """Unless it is dearer to give up."""
    first, second = dated("the battle", 1461), dated("the battle", 1471)
    second = Statement("once more", second.alternatives)
    assert refused(smallest_repair(Network(), [first, second])) == ["once more"]
    dear = Statement("once more", second.alternatives, weight=2)
    assert refused(smallest_repair(Network(), [first, dear])) == ["the battle dated"]


def test_what_the_reference_refutes_drags_no_one_along():
    """The birth contradicts a fact, and that alone is told; school and its date are kept."""
    base = Network()
    base.add(*in_year("birth", 1879))
    wrong = dated("birth", 1789)
    childhood = after("birth", "school")
    repair = smallest_repair(base, [wrong, childhood, dated("school", 1888)])
    assert refused(repair) == ["birth dated"]
    (conflict,) = repair.refusals[0].conflicts
    assert [step.origin.says for step in conflict.steps] == ["birth in 1789", "birth in 1879"]


def test_another_reading_is_taken_before_anyone_is_accused():
    """What "that year" means is settled by an order further down."""
    said = [
        dated("trial", 1936, 1938),
        dated("verdict", 1937, 1938),
        after("verdict", "trial"),
    ]
    repair = smallest_repair(Network(), said)
    assert refused(repair) == []
    assert repair.chosen == {"trial dated": 1, "verdict dated": 0, "trial after verdict": 0}


def test_a_circle_of_orders_costs_one_statement():
    """A after B, B after C, C after A: the last of the three goes."""
    repair = smallest_repair(Network(), [after("a", "b"), after("b", "c"), after("c", "a")])
    assert refused(repair) == ["a after c"]


def test_nobody_is_accused_for_want_of_work():
    """Without any trials no reading is changed; who does not fit is undecided."""
    said = [dated("trial", 1936, 1938), dated("verdict", 1937), after("verdict", "trial")]
    repair = smallest_repair(Network(), said, most_trials=0)
    assert refused(repair) == []
    assert repair.undecided == ("trial after verdict",)


def test_a_refused_date_is_told_how_far_it_is_off():
    """The date "in 1926" would hold if the expulsion were moved to 12 to 14 November 1927."""
    base = Network()
    fact = Origin("fact", "expelled from 12 to 14 November 1927", "Deutscher 1959")
    base.add(
        no_earlier("expulsion", day_number(1927, 11, 12), fact),
        no_later("expulsion", day_number(1927, 11, 14), fact),
    )
    relaxation = would_hold(base, in_year("expulsion", 1926))
    assert relaxation.days == day_number(1927, 11, 12) - day_number(1926, 12, 31)
    assert relaxation.room.days("expulsion") == (
        day_number(1927, 11, 12),
        day_number(1927, 11, 14),
    )
    assert would_hold(base, in_year("expulsion", 1927)).days == 0


def test_an_impossible_length_is_shared_among_the_steps_that_may_give():
    """A circle of three orders, a day each, opens when each of the two new ones gives two days."""
    base = Network()
    base.add(at_least("a", "b", 1, text("b after a")))
    circle = (at_least("b", "c", 1, text("c after b")), at_least("c", "a", 1, text("a after c")))
    assert would_hold(base, circle).days == 2


def test_misuse_is_refused():
    """Each of these is a mistake of a caller, not of a text."""
    with pytest.raises(ValueError, match="same key"):
        smallest_repair(Network(), [after("a", "b"), after("a", "b")])
    with pytest.raises(ValueError, match="needs a reading"):
        Statement("empty", ())
    with pytest.raises(ValueError, match="cannot be loosened"):
        would_hold(Network(), ())
