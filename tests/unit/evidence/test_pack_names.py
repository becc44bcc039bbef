"""Names in packs: kind, language, time of use, and what else tells who somebody is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bede.chronology import Span
from bede.evidence.pack import check_pack
from bede.evidence.values import Entity, Name

Roles = Mapping[str, Mapping[str, tuple[str, ...]]]
MakePack = Callable[..., Path]
ORLO = "- id: orlo\n  name: Ana Orlo\n  sources: kell\n  confidence: medium\n"


def orlo(make_pack: MakePack, roles: Roles, more: str) -> Entity:
    """The entity that the record with these further lines becomes."""
    pack, errors = check_pack(make_pack({"people.yaml": ORLO + more}), roles)
    assert errors == ()
    assert pack is not None
    return next(entity for entity in pack.entities if entity.id == "orlo")


def test_names_of_every_kind(make_pack: MakePack, roles: Roles) -> None:
    """Of a person as of a state; old keys work beside the new."""
    names = orlo(
        make_pack,
        roles,
        "  birth_name: Ana Vell\n  aliases: [Orlova]\n  names:\n"
        "    - {name: Marsh, kind: pen, language: en}\n"
        "    - {name: Анна Орло, kind: official, language: ru, from: 1830}\n",
    ).names
    since = Span.interval(Span.year(1830), None)
    assert names == (
        Name("Ana Orlo", "preferred", None, None, ()),
        Name("Marsh", "pen", None, None, (), "en"),
        Name("Анна Орло", "official", since, "1830/..", ("kell",), "ru"),
        Name("Ana Vell", "birth", None, None, ()),
        Name("Orlova", "alias", None, None, ()),
    )


def test_the_usual_name_may_have_a_language(make_pack: MakePack, roles: Roles) -> None:
    """Told under `names` once more, it stands there once."""
    names = orlo(make_pack, roles, "  names: [{name: Ana Orlo, language: en}]\n").names
    assert names == (Name("Ana Orlo", "preferred", None, None, (), "en"),)


def test_who_somebody_is(make_pack: MakePack, roles: Roles) -> None:
    """Description, prominence, and the same elsewhere; one id needs no brackets."""
    entity = orlo(
        make_pack, roles, "  description: a poet\n  same_as: wikidata:Q1\n  prominence: 12\n"
    )
    assert (entity.description, entity.same_as, entity.prominence) == (
        "a poet",
        ("wikidata:Q1",),
        12,
    )


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("names: [{name: Orlova, language: russian language}]", "no tag of a language; write a"),
        ("names: [{name: Orlova, kind: nick}]", "'kind' is 'nick'; write 'alias', 'official'"),
        ("names: [{name: Orlova, from: 1840, to: 1830}]", "lies after"),
        ("names: [{name: Orlova, from: 1839-02-31}]", "31 February 1839 does not exist"),
        ("same_as: Q33391", "write an address, or a prefix with an id"),
        ("prominence: many", "'prominence' must be a whole number"),
        ("prominence: -1", "'prominence' must not be below 0"),
        ("prominence: 99999999", "'prominence' is too large"),
        ("description: TODO", "'description' is still TODO; complete the record"),
        ("aliases: [TODO]", "'aliases' is still TODO"),
        ("replaces: league", "unknown key 'replaces'"),
    ],
)
def test_a_fault_is_told_in_plain_words(
    make_pack: MakePack, roles: Roles, line: str, says: str
) -> None:
    """One error, at the line."""
    _, errors = check_pack(make_pack({"people.yaml": f"{ORLO}  {line}\n"}), roles)
    assert [error.line for error in errors] == [5]
    assert says in errors[0].message


def test_sources_may_come_from_several_files(make_pack: MakePack, roles: Roles) -> None:
    """YAML, BibTeX and CSL JSON beside each other; the ids are of one pack."""
    folder = make_pack(
        {
            "sources/library.bib": "@book{Dorn:1922, title={Lives}, keywords={bede:decent}}\n",
            "sources/zotero.json": '[{"id": "kell", "type": "book", "title": "Tarn"}]\n',
        }
    )
    pack, errors = check_pack(folder, roles)
    assert pack is None
    assert [f"{Path(e.path or '').name}:{e.line}: {e.cause}" for e in errors] == [
        f"sources.yaml:1: the id 'kell' stands twice, first at {folder}/sources/zotero.json:1"
    ]
    (folder / "sources" / "zotero.json").unlink()
    pack, errors = check_pack(folder, roles)
    assert errors == ()
    assert pack is not None
    assert ([source.id for source in pack.sources], pack.assumed) == (
        ["dorn-1922", "kell"],
        ("dorn-1922",),
    )


@pytest.mark.parametrize("name", ["people.xlsx", "people.tsv", "people.bib", "people.yml"])
def test_a_file_that_is_not_read_is_told(make_pack: MakePack, roles: Roles, name: str) -> None:
    """A spreadsheet that was not exported, say."""
    _, errors = check_pack(make_pack({name: "x"}), roles)
    assert [Path(error.path or "").name for error in errors] == [name]
    assert "a pack has no file of this name" in errors[0].cause
