"""The pack that ships with Bede."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

from bede.catalog import roles_by_type
from bede.evidence.build import build_reference
from bede.evidence.store import Reference, open_reference

FOLDER = Path(str(resources.files("bede"))) / "data" / "packs" / "early-soviet"


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reference]:
    """The pack, compiled with the event types that ship with Bede."""
    output = tmp_path_factory.mktemp("early-soviet") / "reference.sqlite"
    build_reference([FOLDER], output, roles_by_type())
    with open_reference(str(output)) as opened:
        yield opened


def test_the_expulsion_of_trotsky_and_what_other_sources_say(reference: Reference) -> None:
    """Preferred, variant and rejected values stand side by side."""
    expulsion = reference.fact("trotsky-party-expulsion")
    assert expulsion.edtf == "1927-11-14"
    assert [(value.rank, value.edtf) for value in expulsion.values] == [
        ("variant", "1927-11-12"),
        ("variant", "1927-11-15"),
        ("rejected", "1927-10-11"),
    ]


def test_the_politburo_did_not_remove_trotsky(reference: Reference) -> None:
    """The body is recorded as known to be wrong."""
    removal = reference.fact("trotsky-politburo-removed")
    rejected = [value.roles for value in removal.values if value.rank == "rejected"]
    assert rejected == [{"by": ("politburo",)}]


def test_the_bolsheviks_are_two_bodies(reference: Reference) -> None:
    """The wing of 1903 and the party of 1917: the time decides."""
    assert [entity.id for entity, _ in reference.named("Bolsheviks")] == ["bolsheviks", "vkpb"]


def test_a_city_is_known_by_the_names_it_had(reference: Reference) -> None:
    """Petrograd is a name of ten years."""
    found = [(entity.id, name.kind, name.edtf) for entity, name in reference.named("Petrograd")]
    assert found == [("saint-petersburg", "period", "1914-08-31/1924-01-26")]


def test_no_file_of_the_pack_is_long() -> None:
    """A historian can find the way in every file."""
    assert max(len(p.read_text("utf-8").splitlines()) for p in FOLDER.rglob("*.yaml")) < 1500
