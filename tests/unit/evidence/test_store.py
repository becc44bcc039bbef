"""Asking the reference, and files that are none."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from bede.errors import ReferenceFileError
from bede.evidence.build import build_reference, reference_from_yaml
from bede.evidence.pack import pack_from_yaml
from bede.evidence.store import Reference, open_reference

MakePack = Callable[..., Path]
Roles = Mapping[str, Mapping[str, tuple[str, ...]]]


@pytest.fixture
def reference(small_yaml: str, roles: Roles) -> Iterator[Reference]:
    """The small world with a second, undated fact and an earlier one."""
    more = """
- id: orlo-dead
  type: death
  roles: {person: orlo, cause: league fever}
  sources: [kell]
  confidence: weak
- id: orlo-expelled-before
  type: expulsion
  roles: {person: orlo, by: [council, league]}
  when: 1835
  sources: [kell]
  confidence: weak
completeness:
- id: all-expulsions
  entity: orlo
  type: expulsion
  records: [orlo-expelled-before, orlo-expelled]
  basis: Expelled twice.
  complete: true
  sources: [kell]
  confidence: high
"""
    with reference_from_yaml(small_yaml + more, roles) as opened:
        yield opened


@pytest.fixture
def built(make_pack: MakePack, roles: Roles, tmp_path: Path) -> Path:
    """A reference file."""
    output = tmp_path / "reference.sqlite"
    build_reference([make_pack()], output, roles)
    return output


def test_what_was_written_is_read(small_yaml: str, roles: Roles) -> None:
    """Every value comes back as it went in."""
    pack = pack_from_yaml(small_yaml, roles)
    with reference_from_yaml(small_yaml, roles) as reference:
        assert tuple(reference.fact(fact.id) for fact in pack.facts) == pack.facts
        assert tuple(reference.entity(entity.id) for entity in pack.entities) == pack.entities
        assert tuple(reference.source(source.id) for source in pack.sources) == pack.sources


def test_facts_stand_in_the_order_of_time(reference: Reference) -> None:
    """The earliest first, the undated last."""
    expected = ["orlo-expelled-before", "orlo-expelled", "orlo-dead"]
    assert [fact.id for fact in reference.facts("orlo")] == expected


def test_facts_by_type_and_role(reference: Reference) -> None:
    """An entity may be asked for in one role; text and rejected values are no fillers."""
    assert [f.id for f in reference.facts("orlo", types={"death", "birth"})] == ["orlo-dead"]
    assert [f.id for f in reference.facts("league", role="by")] == ["orlo-expelled-before"]
    assert reference.facts("orlo", types=()) == ()
    assert [f.id for f in reference.facts_of_type("death")] == ["orlo-dead"]


def test_names_are_found_in_any_dress(reference: Reference) -> None:
    """The answer says which name it was."""
    found = [(entity.id, name.text) for entity, name in reference.named("a.b. ORLO")]
    assert found == [("orlo", "A. B. Orlo")]
    assert reference.named("Orlo") == ()


def test_words_of_a_name_are_searched(reference: Reference) -> None:
    """Any order, all words; what looks like a query is only words."""
    found = {entity.id for entity, _ in reference.search("league OF council")}
    assert found == {"council"}
    assert reference.search('" OR *') == ()


def test_wholes_are_told_the_nearest_first(reference: Reference) -> None:
    """The chain of part_of."""
    assert reference.ancestors("council") == ("league",)


def test_completeness(reference: Reference) -> None:
    """Asked for an entity and an event type."""
    stated = reference.completeness("orlo", "expulsion")
    assert [one.basis for one in stated] == ["Expelled twice."]
    assert reference.completeness("orlo", "death") == ()


def test_an_id_that_is_not_there(reference: Reference) -> None:
    """A programming error, not one of the user."""
    with pytest.raises(KeyError):
        reference.fact("orlo-crowned")


def test_a_file_is_never_written(built: Path) -> None:
    """Opened as immutable."""
    with open_reference(str(built)) as reference, pytest.raises(ReferenceFileError):
        reference._read("DELETE FROM facts")


@pytest.mark.parametrize(
    ("kept", "cause"),
    [(0, "empty"), (50, "cut off"), (5000, "cut off: 5,000 of"), (-1, "cut off")],
)
def test_a_truncated_file(built: Path, kept: int, cause: str) -> None:
    """Told from the header, with the remedy."""
    built.write_bytes(built.read_bytes()[:kept])
    with pytest.raises(ReferenceFileError, match=f"{cause}.*bede reference build"):
        open_reference(str(built))


def test_a_file_of_another_version(built: Path) -> None:
    """Build products are rebuilt, never migrated."""
    with closing(sqlite3.connect(built)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(ReferenceFileError, match="format 99, but this Bede reads format 2"):
        open_reference(str(built))


def test_a_file_of_something_else(built: Path, tmp_path: Path) -> None:
    """Another database, a text, a folder, nothing."""
    with closing(sqlite3.connect(built)) as connection:
        connection.execute("PRAGMA application_id = 7")
    with pytest.raises(ReferenceFileError, match="no reference of Bede"):
        open_reference(str(built))
    built.write_text("Dear reader, " * 100)
    with pytest.raises(ReferenceFileError, match="no compiled reference"):
        open_reference(str(built))
    with pytest.raises(ReferenceFileError, match="cannot be read"):
        open_reference(str(tmp_path))
    with pytest.raises(ReferenceFileError, match="no such reference"):
        open_reference(str(tmp_path / "nothing.sqlite"))


def test_a_file_damaged_inside(built: Path) -> None:
    """The right length, but pages overwritten: an error of the file, not of Bede."""
    content = bytearray(built.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    built.write_bytes(content)
    with (
        open_reference(str(built)) as reference,
        pytest.raises(ReferenceFileError, match="damaged"),
    ):
        reference.entity("orlo")
