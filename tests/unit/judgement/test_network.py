"""The chronological network on small pieces of history, each worked out by hand."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from bede.chronology import Span
from bede.judgement.network import (
    BEGIN_BEFORE_END,
    ORIGIN_POINT,
    Bound,
    Conflict,
    Constraint,
    Network,
    Origin,
    at_least,
    no_earlier,
    no_later,
    span_constraints,
)

BIRTH = "fact:trotsky-birth:begin"
EXPULSION = "fact:trotsky-party-expulsion:begin"
DEATH = "fact:trotsky-death:begin"
EXILE = "claim:4:begin"


def day(year: int, month: int, day_of_month: int) -> int:
    """The Julian Day Number of a Gregorian date."""
    return date(year, month, day_of_month).toordinal() + 1_721_425


def text(says: str) -> Origin:
    return Origin(kind="text", says=says, reference="page.txt:1:1")


def fact(says: str) -> Origin:
    return Origin(kind="fact", says=says, reference="early-soviet, Deutscher 1959")


def rule(says: str) -> Origin:
    return Origin(kind="rule", says=says, reference="acts-before-birth")


BORN_1879 = no_earlier(BIRTH, day(1879, 11, 7), fact("Trotsky was born on 7 November 1879"))
BORN_BY_1879 = no_later(BIRTH, day(1879, 11, 7), fact("Trotsky was born on 7 November 1879"))
EXPELLED_FROM = no_earlier(EXPULSION, day(1927, 11, 12), fact("expelled 12 November at first"))
EXPELLED_BY = no_later(EXPULSION, day(1927, 11, 14), fact("expelled 14 November at last"))


@pytest.fixture
def reference() -> Network:
    """When Trotsky was born and when he was expelled."""
    network = Network()
    assert network.add(BORN_1879, BORN_BY_1879, EXPELLED_FROM, EXPELLED_BY) is None
    return network


def test_born_in_1879_he_cannot_have_acted_in_1870():
    """Three steps, each with its origin, and by how many days they fail."""
    network = Network()
    acted_by = no_later("claim:1:begin", day(1870, 12, 31), text("joined the circle in 1870"))
    born_before = at_least(BIRTH, "claim:1:begin", 0, rule("nobody acts before he is born"))
    network.add(BORN_1879, born_before)

    conflict = network.add(acted_by)

    assert conflict == Conflict(
        steps=(acted_by, born_before, BORN_1879),
        slack=day(1870, 12, 31) - day(1879, 11, 7),
    )
    assert conflict.slack == -3233


def test_the_wrong_year_clashes_with_the_date_of_the_fact(reference: Network):
    """Said "in 1926", and 12 November 1927 at the earliest: no third step is needed."""
    said = no_later(EXPULSION, day(1926, 12, 31), text("in 1926"))
    assert reference.add(said) == Conflict(steps=(said, EXPELLED_FROM), slack=-316)


def test_a_conflict_without_any_date_starts_with_what_was_said_first():
    """A circle of "after" needs no calendar to be impossible."""
    network = Network()
    first = at_least("a", "b", 1, text("b came after a"))
    second = at_least("b", "c", 1, text("c came after b"))
    third = at_least("c", "a", 1, text("a came after c"))
    network.add(first, second)
    assert network.add(third) == Conflict(steps=(first, third, second), slack=-3)


def test_the_shortest_of_several_conflicts_is_told(reference: Network):
    """A death in 1920 breaks a long chain first, but one statement alone says it better."""
    after_exile = at_least(EXPULSION, EXILE, 1, text("his exile followed his expulsion"))
    in_exile = at_least(EXILE, DEATH, 1, text("he died in exile"))
    dead_1920 = no_later(DEATH, day(1920, 12, 31), text("died in 1920"))
    dead_1940 = no_earlier(DEATH, day(1940, 8, 21), fact("died on 21 August 1940"))

    conflict = reference.add(after_exile, in_exile, dead_1920, dead_1940)

    assert conflict is not None
    assert conflict.steps == (dead_1920, dead_1940)
    longer = reference.add(after_exile, in_exile, dead_1920)
    assert longer is not None
    assert longer.steps == (dead_1920, in_exile, after_exile, EXPELLED_FROM)


def test_a_refused_statement_leaves_nothing_behind(reference: Network):
    """All of it is added or none, down to the names of its points."""
    before = (reference.points, reference.constraints)
    exile = at_least(EXPULSION, EXILE, 1, text("exile after the expulsion"))
    too_early = no_later(EXILE, day(1920, 1, 1), text("in exile by 1920"))
    assert reference.add(exile, too_early) is not None
    assert (reference.points, reference.constraints) == before
    assert reference.latest(EXILE) == Bound(None)


def test_something_before_itself_is_a_conflict_of_one_step():
    """A sentence that puts a thing before itself is a finding, never an exception."""
    before_itself = at_least("a", "a", 1, text("the war began after it began"))
    assert Network().add(before_itself) == Conflict(steps=(before_itself,), slack=-1)


def test_what_says_nothing_is_not_kept():
    """A span of one point would state that it does not end before itself."""
    network = Network()
    trivial = at_least("a", "a", 0, BEGIN_BEFORE_END)
    assert network.add(trivial) is None
    assert network.constraints == ()
    assert network.entailed_by(trivial) == ()
    assert not network.entails(at_least("a", "a", 1, BEGIN_BEFORE_END))


def test_terminus_post_quem_comes_with_its_reasons(reference: Network):
    """The exile is undated, but it followed the expulsion by at least two months."""
    after = at_least(EXPULSION, EXILE, 61, text("two months after his expulsion"))
    reference.add(after)
    assert reference.earliest(EXILE) == Bound(day(1928, 1, 12), (EXPELLED_FROM, after))
    assert reference.latest(EXILE) == Bound(None)


def test_terminus_ante_quem_is_the_tightest_of_all_chains(reference: Network):
    """A vague statement does not loosen what an exact one has settled."""
    before = Constraint(DEATH, EXPULSION, -1, text("expelled before he died"))
    reference.add(before, no_later(DEATH, day(1940, 8, 21), fact("died on 21 August 1940")))
    assert reference.latest(EXPULSION) == Bound(day(1927, 11, 14), (EXPELLED_BY,))


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_of_equal_explanations_the_first_is_told(order: tuple[int, ...]):
    """Two chains say "z by day 10"; what was added first decides, whatever was tried between."""
    by_x = (no_later("x", 0, text("x by day 0")), Constraint("x", "z", 10, text("z after x")))
    by_y = (no_later("y", 10, text("y by day 10")), Constraint("y", "z", 0, text("z after y")))
    said = [(*by_x, *by_y)[place] for place in order]
    network = Network()
    network.add(*said)
    with network.trial():
        network.add(no_earlier("z", 5, text("z from day 5")), no_later("x", -20, text("sooner")))

    last = min((by_x, by_y), key=lambda chain: said.index(chain[1]))
    assert network.latest("z") == Bound(10, last)

    too_late = no_earlier("z", 11, text("z from day 11"))
    first = min((by_x, by_y), key=lambda chain: sorted(said.index(step) for step in chain))
    assert network.add(too_late) == Conflict(steps=(*first, too_late), slack=-1)


def test_the_origin_point_is_day_zero():
    """It is its own bound on both sides, even in an empty network."""
    assert Network().earliest(ORIGIN_POINT) == Network().latest(ORIGIN_POINT) == Bound(0)
    assert Network().earliest("unheard of") == Bound(None)


def test_support_is_entailment(reference: Network):
    """What follows is given with the constraints it follows from; what is only possible is not."""
    in_1927 = no_later(EXPULSION, day(1927, 12, 31), text("in 1927"))
    on_12_november = no_later(EXPULSION, day(1927, 11, 12), text("on 12 November"))
    aged_48 = at_least(BIRTH, EXPULSION, 48 * 365, text("he was 48"))

    assert reference.entailed_by(in_1927) == (EXPELLED_BY,)
    assert reference.entailed_by(aged_48) == (EXPELLED_FROM, BORN_BY_1879)
    assert not reference.entails(on_12_november)
    assert reference.conflict_with([on_12_november]) is None


def test_trials_are_nested_and_taken_back(reference: Network):
    """Two readings of one sentence are tried on the same network."""
    before = reference.constraints
    with reference.trial() as network:
        assert network.add(no_earlier(EXILE, day(1929, 1, 1), text("in exile from 1929"))) is None
        with network.trial():
            assert network.add(no_later(EXILE, day(1929, 12, 31), text("until 1929"))) is None
        assert network.add(no_later(EXILE, day(1928, 12, 31), text("until 1928"))) is not None
    assert reference.constraints == before


def test_a_trial_is_taken_back_after_an_error(reference: Network):
    """Whatever goes wrong inside, the next claim meets the same network."""
    before = reference.constraints

    def fail_halfway() -> None:
        with reference.trial():
            reference.add(no_later(EXILE, 0, text("never")))
            raise KeyError(EXILE)

    with pytest.raises(KeyError):
        fail_halfway()
    assert reference.constraints == before


def test_a_mark_that_was_taken_back_is_refused():
    """Going forward again is not possible."""
    network = Network()
    network.add(BORN_1879)
    mark = network.mark()
    network.undo(0)
    with pytest.raises(ValueError, match="no mark 1 among 0 constraints"):
        network.undo(mark)


def test_a_constraint_needs_two_named_points():
    """A missing end is caught where it is made, not where it is used."""
    with pytest.raises(ValueError, match="two named points: 'after'"):
        at_least("", EXILE, 1, text("after"))


def test_a_span_bounds_both_points_and_their_order():
    """Of the four bounds of "from 1929, at least to 1933" one is open."""
    said = text("from 1929, at least to 1933")
    span = Span(
        earliest_begin=day(1929, 1, 1),
        latest_begin=day(1929, 12, 31),
        earliest_end=day(1933, 1, 1),
        latest_end=None,
    )
    assert span_constraints("stay:begin", "stay:end", span, said) == (
        no_earlier("stay:begin", day(1929, 1, 1), said),
        no_later("stay:begin", day(1929, 12, 31), said),
        no_earlier("stay:end", day(1933, 1, 1), said),
        at_least("stay:begin", "stay:end", 0, BEGIN_BEFORE_END),
    )
