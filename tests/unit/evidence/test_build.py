"""Compiling packs: whole or not at all, and the same every time."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bede.errors import ReferenceFileError
from bede.evidence.build import build_reference
from bede.evidence.pack import FaultyPackError
from bede.evidence.store import open_reference

MakePack = Callable[..., Path]
Roles = Mapping[str, Mapping[str, tuple[str, ...]]]


def test_the_result_can_be_opened(make_pack: MakePack, roles: Roles, tmp_path: Path) -> None:
    """What the builder says of the reference is what the reference says of itself."""
    output = tmp_path / "out" / "reference.sqlite"
    built = build_reference([make_pack()], output, roles)
    with open_reference(str(output)) as reference:
        assert reference.info == built
    assert built.packs == (("small", "1.0"),)
    assert sorted(path.name for path in output.parent.iterdir()) == ["reference.sqlite"]


def test_an_interrupted_build_leaves_the_old_reference(
    make_pack: MakePack, roles: Roles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped just before the new file takes its place: old content, nothing beside it."""
    output = tmp_path / "out" / "reference.sqlite"
    build_reference([make_pack()], output, roles)
    old = output.read_bytes()

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    idea = "- {id: reform, name: Reform, sources: kell, confidence: weak}"
    with pytest.raises(KeyboardInterrupt):
        build_reference([make_pack({"ideas.yaml": idea})], output, roles)
    assert output.read_bytes() == old
    assert list(output.parent.iterdir()) == [output]


def test_a_faulty_pack_leaves_the_old_reference(
    make_pack: MakePack, roles: Roles, tmp_path: Path
) -> None:
    """Nothing is written before all is checked."""
    output = tmp_path / "reference.sqlite"
    build_reference([make_pack()], output, roles)
    old = output.read_bytes()
    with pytest.raises(FaultyPackError):
        build_reference([make_pack({"people.yaml": "- id: orlo\n"})], output, roles)
    assert output.read_bytes() == old


def test_a_place_that_cannot_be_written(make_pack: MakePack, roles: Roles, tmp_path: Path) -> None:
    """One line with cause and remedy."""
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ReferenceFileError, match=r"cannot be written.*old reference is unchanged"):
        build_reference([make_pack()], tmp_path / "file" / "reference.sqlite", roles)


def test_the_hash_is_of_the_content(make_pack: MakePack, roles: Roles, tmp_path: Path) -> None:
    """Comments and the order of records make no difference, a changed date does."""
    fact = (make_pack() / "facts" / "expulsions.yaml").read_text()
    other = fact.replace("orlo-expelled", "orlo-expelled-again")
    old_style = "  old_style: 1839-05-02\n"

    def content(facts: str) -> str:
        folder = make_pack({"facts/expulsions.yaml": facts})
        return build_reference([folder], tmp_path / "r.sqlite", roles).hash

    assert content(fact + other) == content(f"# in another order\n{other}{fact}")
    assert content(fact.replace(old_style, "")) != content(fact)


def test_two_hash_seeds_give_the_same_file(make_pack: MakePack, tmp_path: Path) -> None:
    """Built in two processes, byte for byte."""
    folder = make_pack()
    script = (
        "import sys, pathlib; from bede.evidence.build import build_reference as b;"
        "b([pathlib.Path(sys.argv[1])], pathlib.Path(sys.argv[2]), {'expulsion':"
        " {'person': ('person',), 'organisation': ('organisation',), 'by': ('organisation',)}})"
    )
    contents = []
    for seed in ("1", "2"):
        output = tmp_path / f"{seed}.sqlite"
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", script, str(folder), str(output)]
        subprocess.run(command, check=True, env=environment)
        contents.append(output.read_bytes())
    assert contents[0] == contents[1]


def test_building_needs_no_parser_of_language() -> None:
    """The build hook runs where spaCy is not installed."""
    script = (
        "import sys; sys.modules['spacy'] = None;"
        "import bede.evidence.build, bede.catalog; bede.catalog.roles_by_type()"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
