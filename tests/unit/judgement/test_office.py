"""Offices: terms side by side, words of doubt, titles, and what a user may set."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bede.catalog import roles_by_type
from bede.chronology import Span, parse_edtf
from bede.claims import Claim, extract
from bede.documents import read
from bede.evidence.build import reference_from_yaml
from bede.judgement import judge
from bede.judgement.offices import (
    bears_title,
    holder_then,
    is_partial,
    is_qualified,
    office_words,
    surely_together,
    title_of,
)
from bede.judgement.settings import Settings
from bede.text import analyse

TERMS = {
    ("1840/1850", "1845"): True,
    ("1840/1850", "1845-06-01"): True,
    ("1840/1850", "1850"): False,
    ("1840/1850", "1850/1855"): False,
    ("1840/1850", "1848/1855"): True,
    ("1840/1850-06-20", "1850-06-01/1855"): False,
    ("1840/1850", "1852~"): False,
    ("1840/..", "1845"): False,
    ("1845", "1845"): False,
}
WORLD = """
sources:
  - {id: kell, author: M. Kell, title: T, work: T, year: "1901", kind: scholarly, family: kell,
     quality: decent}
people:
  - {id: reed, name: Tom Reed, sources: kell, confidence: high}
  - {id: vell, name: Ida Vell, sources: kell, confidence: high}
offices:
  - {id: president, name: President of Tarn, aliases: [Head of Tarn], holders: single,
     sources: kell, confidence: high}
  - {id: secretary, name: General Secretary of Tarn, holders: single, sources: kell,
     confidence: high}
facts:
  - {id: reed-term, type: tenure, roles: {person: reed, office: president}, when: 1840/1844,
     sources: kell, confidence: high}
  - {id: vell-term, type: tenure, roles: {person: vell, office: president}, when: 1844/1852,
     sources: kell, confidence: high}
"""


def tenure(text: str) -> Claim:
    """The first claim of an office in a text."""
    claims = extract(analyse(read("-", stdin=io.StringIO(text)))).claims
    return next(claim for claim in claims if "office" in claim.roles)


def rules_found(text: str, settings: Settings) -> list[str]:
    analysis = analyse(read("-", stdin=io.StringIO(text)))
    with reference_from_yaml(WORLD, roles_by_type()) as reference:
        found = judge(analysis, extract(analysis), reference, settings).findings
    return [finding.rule for finding in found if finding.rule != "wrong-date"]


@pytest.mark.parametrize(("one", "other"), TERMS)
def test_terms_run_side_by_side_only_if_every_reading_says_so(one: str, other: str) -> None:
    """Deep inside, or overlapping for longer than a handover; never by a shared year alone."""
    assert surely_together(parse_edtf(one), parse_edtf(other), 122) is TERMS[one, other]


days = st.integers(2_300_000, 2_301_000)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """A moment or a term with uncertain ends."""
    a, b, c, d = sorted(draw(st.tuples(days, days, days, days)))
    return Span(a, b, c, d) if draw(st.booleans()) else Span.within(a, d)


@given(spans(), spans(), st.integers(0, 200))
def test_side_by_side_is_mutual_and_a_longer_handover_accuses_less(
    one: Span, other: Span, handover: int
) -> None:
    """The order of two statements makes no difference, and patience never finds more."""
    answer = surely_together(one, other, handover)
    assert answer is surely_together(other, one, handover)
    assert not surely_together(one, other, handover + 1) or answer


PARTIAL = {
    "In 1850 Tom Reed was acting president of Tarn.": True,
    "In 1850 Tom Reed was vice president of Tarn.": True,
    "In 1850 Tom Reed was president of Tarn.": False,
    "In 1850 Tom Reed served as the president of Tarn.": False,
}


@pytest.mark.parametrize("text", PARTIAL)
def test_an_office_held_for_another_is_told_by_the_words_before_it(text: str) -> None:
    """Acting and vice, whether or not they are read as part of the office."""
    claim = tenure(text)
    assert is_partial(claim, claim.roles["office"][0]) is PARTIAL[text]


def test_an_office_shared_or_fought_for_is_told_anywhere_in_the_sentence() -> None:
    """Rivals, exile, joint rule."""
    claim = tenure("In 1850 Tom Reed was president of Tarn in exile.")
    assert is_qualified(claim, claim.roles["office"][0])


def test_words_alone_name_an_office_of_one_holder_only_if_they_say_of_what() -> None:
    """The president of Tarn, but neither a president nor a senator of Velin."""
    texts = ("the president of Tarn", "president", "senator of Velin", "president of the board")
    claims = [tenure(f"In 1850 Tom Reed was {text}.") for text in texts]
    found = [office_words(claim.roles["office"][0]) for claim in claims]
    assert found == ["president of tarn", None, None, None]


def test_a_title_stands_before_a_name() -> None:
    """One word or two; a title alone names nobody."""
    names = ("President Reed", "Prime Minister Ida Vell", "Tom Reed", "President")
    assert [title_of(name) for name in names] == ["president", "prime minister", None, None]


def test_a_title_is_that_of_an_office_by_its_first_words() -> None:
    """President of the President of Tarn; general not of a general secretary."""
    with reference_from_yaml(WORLD, roles_by_type()) as reference:
        president, secretary = reference.entity("president"), reference.entity("secretary")
    assert bears_title(president, "president")
    assert bears_title(president, "head")
    assert not bears_title(secretary, "general")


def test_the_holder_then_is_told_only_if_there_was_surely_one() -> None:
    """Not in the year of a change, and not for those who are asked about."""
    with reference_from_yaml(WORLD, roles_by_type()) as reference:
        office = reference.entity("president")
        found = [
            holder_then(office, [parse_edtf(when)], reference, handover=122, but=("reed",))
            for when in ("1848", "1844", "1842", "1860")
        ]
    assert [fact.id if fact else None for fact in found] == ["vell-term", None, None, None]


def test_the_user_sets_the_handover_and_whether_the_reference_is_taken_to_be_complete() -> None:
    """Both only ever make Bede more patient than it is."""
    text = "In 1847 Tom Reed was president of Tarn."
    assert rules_found(text, Settings()) == ["not-in-office"]
    assert rules_found(text, Settings(assume_complete=False)) == []
    two = "From 1830 to 1838 John Marsh was mayor of Galt. In 1835 Ruth Lane was mayor of Galt."
    assert rules_found(two, Settings()) == ["two-holders-at-once"]
    patient = Settings(parameters={("two-holders-at-once", "handover"): 2000})
    assert rules_found(two, patient) == []
