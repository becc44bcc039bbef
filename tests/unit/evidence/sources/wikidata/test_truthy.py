"""Truthy N-Triples: the same mapping, and nothing more exact than RDF can tell."""

from __future__ import annotations

import bz2
from pathlib import Path

import pytest

from bede.evidence.sources import Record, Skipped
from bede.evidence.sources.wikidata import SOURCE, Settings
from bede.evidence.sources.wikidata.passes import batches
from bede.evidence.values import Entity, Fact

LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
DATE = "^^<http://www.w3.org/2001/XMLSchema#dateTime>"


def entity(name: str) -> str:
    return f"<http://www.wikidata.org/entity/{name}>"


def said(name: str, prop: str, value: str) -> str:
    return f"{entity(name)} <http://www.wikidata.org/prop/direct/{prop}> {value} ."


def person(name: str, label: str, *more: str) -> list[str]:
    about = f"<https://www.wikidata.org/wiki/Special:EntityData/{name}>"
    return [
        f"{about} <http://schema.org/about> {entity(name)} .",
        f'{entity(name)} {LABEL} "{label}"@en .',
        f'{entity(name)} <http://schema.org/description> "of Tarn"@en .',
        f'{entity(name)} <http://www.w3.org/2004/02/skos/core#altLabel> "A. \\u0052eed"@en .',
        said(name, "P31", entity("Q5")),
        *more,
        f"<https://en.wikipedia.org/wiki/X> <http://schema.org/about> {entity(name)} .",
    ]


def read(folder: Path, lines: list[str]) -> list[Record]:
    path = folder / "truthy.nt"
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    assert SOURCE.fits(path)
    return [r for batch in batches(path, folder / "s", Settings(), size=50) for r in batch.records]


def test_triples_of_an_item_become_its_records(tmp_path: Path) -> None:
    """Names, description, facts; its pages are counted; pieces never part an item."""
    lines = person("Q8", "Ada", said("Q8", "P19", entity("Q7")), said("Q8", "P26", entity("Q9")))
    records = read(tmp_path, [*lines, *person("Q9", "Orlo")])
    ada, orlo = (one for one in records if isinstance(one, Entity))
    assert (ada.id, ada.label, ada.description, ada.prominence) == ("q8", "Ada", "of Tarn", 1)
    assert [name.text for name in ada.names] == ["Ada", "A. Reed"]
    assert orlo.label == "Orlo"
    facts = [one for one in records if isinstance(one, Fact)]
    assert [(one.type, one.edtf, one.sources) for one in facts] == [
        ("birth", None, ("wikidata",)),
        ("marriage", None, ("wikidata",)),
    ]


@pytest.mark.parametrize(
    ("date", "edtf"),
    [
        ("1932-05-05", "1932-05-05"),
        ("1932-05-01", "1932-05"),
        ("1932-01-01", "1932"),
        ("1930-01-01", "193X"),
        ("1900-01-01", "[1801..2000]"),
        ("1801-01-01", "[1801..1900]"),
        ("1750-01-01", "[1701..1800]"),
        ("-0043-01-01", "-0043"),
        ("1870-04-22", "[1870-04-22..1870-05-04]"),
    ],
)
def test_a_date_is_never_more_exact_than_sure(tmp_path: Path, date: str, edtf: str) -> None:
    """A 1 January may be a year, a decade, a century; -0043 is 44 BC in RDF."""
    born = said("Q8", "P569", f'"{date}T00:00:00Z"{DATE}')
    (birth,) = (one for one in read(tmp_path, person("Q8", "A", born)) if isinstance(one, Fact))
    assert birth.edtf == edtf


def test_faulty_triples_are_skipped_with_their_place(tmp_path: Path) -> None:
    """The rest of the item is kept; a date that cannot be is told."""
    bad = said("Q8", "P569", f'"1932-02-31T00:00:00Z"{DATE}')
    records = read(tmp_path, person("Q8", "Ada", f"{entity('Q8')} what is this", bad))
    faults = [(one.place, one.cause) for one in records if isinstance(one, Skipped)]
    assert [place for place, _ in faults] == ["line 6", "Q8, P569"]
    assert faults[0][1] == "it is no N-Triple"
    assert [one.label for one in records if isinstance(one, Entity)] == ["Ada"]


def test_unknown_values_and_strange_things_are_passed_over(tmp_path: Path) -> None:
    """Blank nodes, other vocabularies, comments, bad escapes."""
    more = [
        said("Q8", "P570", "_:genid1"),
        said("Q8", "P20", "<http://www.wikidata.org/.well-known/genid/7>"),
        said("Q8", "P742", '"bad \\uD800 escape"'),
        "# a comment",
        "_:b <http://www.w3.org/2002/07/owl#x> <http://www.w3.org/2002/07/owl#Thing> .",
    ]
    records = read(tmp_path, person("Q8", "Ada", *more))
    assert not [one for one in records if isinstance(one, Skipped)]
    (ada,) = (one for one in records if isinstance(one, Entity))
    assert ada.names[-1].text == "bad � escape"


def test_packed_triples_are_read(tmp_path: Path) -> None:
    """As they are offered."""
    path = tmp_path / "latest-truthy.nt.bz2"
    path.write_bytes(bz2.compress("\n".join(person("Q8", "Ada")).encode()))
    assert SOURCE.fits(path)
    assert [one.label for one in SOURCE.read(path) if isinstance(one, Entity)] == ["Ada"]
