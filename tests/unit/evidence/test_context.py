"""The times told around a name: what is near counts most, wherever the others stand."""

from __future__ import annotations

import io

from bede.catalog import roles_by_type
from bede.documents import read
from bede.evidence.build import reference_from_yaml
from bede.evidence.linking.context import Moment, ToldTimes
from bede.evidence.linking.linker import Linker
from bede.text import Analysis, analyse

WORLD = """
sources:
  - {id: kell, author: M. Kell, title: Tarn, work: Tarn, kind: scholarly, family: kell,
     quality: decent}
people: [{id: tom-reed, name: Tom Reed, sources: kell, confidence: high}]
"""


def analysis_of(text: str) -> Analysis:
    """A text, read."""
    return analyse(read("-", stdin=io.StringIO(text)))


def moments_of(text: str) -> list[tuple[Moment, ...]]:
    """What is told around each name of a text."""
    sentences = analysis_of(text).sentences
    told = ToldTimes(sentences)
    with reference_from_yaml(WORLD, roles_by_type()) as reference:
        return [told.near(one) for one in Linker(sentences, reference).occurrences]


def test_the_own_sentence_counts_most_then_the_next() -> None:
    text = "Nothing was said in 1801. In 1802 it rained. Tom Reed came in 1803. In 1804 it rained."
    (around,) = moments_of(text)
    weights = [round(one.weight, 2) for one in around]
    assert weights == [0.86, 0.4, 0.4, 0.05]


def test_a_time_told_again_counts_again() -> None:
    (around,) = moments_of(
        "It rained in 1801. It rained in 1801. Tom Reed came. It rained in 1805."
    )
    assert [round(one.weight, 2) for one in around] == [0.45, 0.4]


def test_times_of_another_section_do_not_count() -> None:
    (around,) = moments_of(
        "THE FIRST PART\n\nIt rained in 1801.\n\nTHE SECOND PART\n\nTom Reed came.\n"
    )
    assert around == ()


def test_a_long_list_gives_what_all_its_times_weigh() -> None:
    """The shortcut over a long section leaves out none that counts more."""
    years = [1800 + (7 * place * place + 3 * place) % 97 for place in range(120)]
    lines = [f"It rained in {year}." for year in years]
    lines[40] = f"Tom Reed came in {years[40]}."
    (around,) = moments_of(" ".join(lines))
    count = dict.fromkeys(years, 0.0)
    for place, year in enumerate(years):
        apart = abs(place - 40)
        count[year] += {0: 12 / 14, 1: 0.4}.get(apart, 0.05)
    expected = sorted(count.values(), reverse=True)[: len(around)]
    assert [round(one.weight, 3) for one in around] == [round(one, 3) for one in expected]
    assert len(around) == 24
