"""A pack in numbers."""

from __future__ import annotations

import pytest

from bede.catalog import roles_by_type
from bede.evidence.pack import pack_from_yaml
from bede.judgement.packs.statistics import Statistics, statistics_of

WORLD = """
sources:
  - {id: kell, title: Tarn, work: Tarn, kind: scholarly, family: kell, quality: decent}
  - {id: copy, title: Tarn, work: Tarn, kind: web, family: kell, quality: fair}
  - {id: dorn, title: Lives, work: Lives, kind: reference-work, family: dorn, quality: decent}
  - {id: unused, title: Blog, work: Blog, kind: web, family: blog, quality: poor}
people:
  - {id: orlo, name: Ana Orlo, names: [{name: Орло, language: ru}], sources: kell,
     confidence: medium, same_as: wikidata:Q1}
  - {id: reed, name: Tom Reed, description: a painter, sources: kell, confidence: medium}
facts:
"""


def count(*facts: str) -> Statistics:
    """The numbers of a small pack with these facts, each "type, when, sources"."""
    lines = []
    for at, (kind, when, sources) in enumerate(one.split(", ") for one in facts):
        time = f", when: {when}" if when != "-" else ""
        sources = f"[{sources.replace(' ', ', ')}]"
        lines.append(
            f"  - {{id: f{at}, type: {kind}, roles: {{person: orlo}}{time}, sources: {sources}, "
            "confidence: medium}\n"
        )
    return statistics_of([pack_from_yaml(WORLD + "".join(lines), roles_by_type())])


@pytest.mark.parametrize(
    ("when", "century"),
    [
        ("1900", "19th century"),
        ("1901", "20th century"),
        ("1066", "11th century"),
        ("0012", "1st century"),
        ("0173", "2nd century"),
        ("0273", "3rd century"),
        ("-0043", "1st century BC"),
        ("-0100", "2nd century BC"),
        ("../1836", "19th century"),
        ("-", "undated"),
    ],
)
def test_centuries(when: str, century: str) -> None:
    """By the begin, or else by the end; the first century BC is next to the first."""
    assert count(f"arrest, {when}, kell").centuries == ((century, 1),)


def test_copies_are_one_witness() -> None:
    """Two decent sources that do not copy one another make two."""
    found = count("arrest, 1836, kell copy", "birth, 1801, kell dorn", "death, 1842, kell")
    assert (found.witnessed, found.fact_count, found.families) == (1, 3, 3)
    assert [(one.kind, one.sources, one.facts) for one in found.sources if one.sources] == [
        ("reference-work", 1, 1),
        ("scholarly", 1, 3),
        ("web", 2, 1),
    ]


def test_what_lacks() -> None:
    """Counted for all who need it."""
    lacking = dict(count("birth, 1801, dorn", "arrest, -, dorn").lacking)
    assert lacking == {
        "people without a birth": 1,
        "people without a death": 2,
        "entities without any fact": 1,
        "entities without a description": 1,
        "entities without a same_as": 1,
        "facts without a time": 1,
        "sources that nothing cites": 2,
    }


def test_names_by_language() -> None:
    """The most frequent first."""
    assert count().languages == (("not stated", 2), ("ru", 1))
