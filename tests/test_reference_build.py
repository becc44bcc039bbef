"""`bede reference build` and `fetch`: packs and data sets mixed, interruptions, one-line faults."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner
from tests.data_sets import written
from tests.wikidata_world import CITY, HUMAN, WORLD, YEAR, at, dump, item, said, to

from bede.cli import bede
from bede.errors import BedeError
from bede.evidence import open_reference
from bede.evidence.sources.wikidata import live

TARN = Path(__file__).parents[1] / "examples" / "tarn"


def run(*words: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command."""
    done = CliRunner().invoke(bede, list(words))
    if isinstance(done.exception, BedeError):  # which `main` prints
        return 2, done.stdout, f"bede: {done.exception}\n"
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout, done.stderr


def test_packs_and_data_sets_make_one_reference(tmp_path: Path) -> None:
    """Each is recognised by itself; the closing lines say what became of them."""
    output = str(tmp_path / "all.sqlite")
    paths = [str(written(name, tmp_path)) for name in ("wikidata", "gedcom")]
    code, out, _ = run("reference", "build", str(TARN), *paths, "-o", output)
    assert code == 0
    assert out.startswith(f"{output}: ")
    assert "content hash: " in out
    with open_reference(output) as reference:
        assert [head.name for head in reference.info.heads][1:] == ["orland-items", "reeds"]
        assert reference.entity("q999999003").label == "Ada Reed"
        assert [fact.edtf for fact in reference.facts("q999999003", types=("birth",))] == [
            "1932-05-05"
        ]
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "all.sqlite", "orland-items.json", "reeds.ged",
    ]  # fmt: skip


def test_what_is_skipped_is_told_with_its_place(tmp_path: Path) -> None:
    """The first on the screen, or all that are kept in a file."""
    bad = item("Q9", "Ada", HUMAN, P569=said(at("1932-02-31")), P570=said(at("1990-00-00", YEAR)))
    path = tmp_path / "bad.json"
    path.write_text(dump(bad, item("Q10", "star", "Q523")))
    build = ("reference", "build", str(path), "-o", str(tmp_path / "o.sqlite"))
    code, out, _ = run(*build)
    assert code == 0
    assert "1 of 2 entries left out" in out
    assert f"1 record skipped\n  {path}: Q9, P569: " in out
    assert run(*build, "--skipped", str(tmp_path / "skipped.txt"))[0] == 0
    assert (tmp_path / "skipped.txt").read_text().startswith(f"{path}: Q9, P569: ")


def test_kinds_and_languages_of_wikidata(tmp_path: Path) -> None:
    """As many as are asked for; what is none is told."""
    path = str(written("wikidata", tmp_path))
    output = str(tmp_path / "o.sqlite")
    assert run("reference", "build", path, "-o", output, "--kind", "person")[0] == 0
    with open_reference(output) as reference:
        assert dict(reference.info.entities) == {"person": 2}
    for option, value in (("--kind", "dog"), ("--language", "e!")):
        code, _, error = run("reference", "build", path, "-o", output, option, value)
        assert (code, error.count("\n")) == (2, 1)
        assert value in error


@pytest.mark.parametrize("what", ["none.json", "notes.xyz", "folder"])
def test_what_nothing_can_read_is_one_line(tmp_path: Path, what: str) -> None:
    """File, cause and remedy; the old reference stays."""
    (tmp_path / "notes.xyz").write_text("Ada was born in 1812.")
    (tmp_path / "folder").mkdir()
    output = tmp_path / "o.sqlite"
    output.write_bytes(b"the old reference")
    code, _, error = run("reference", "build", str(tmp_path / what), "-o", str(output))
    assert (code, error.count("\n")) == (2, 1)
    assert error.startswith(f"bede: {tmp_path / what}: ")
    assert "; " in error
    assert output.read_bytes() == b"the old reference"


def test_a_data_set_of_nothing_is_bad_input(tmp_path: Path) -> None:
    """There is no use in an empty reference."""
    path = tmp_path / "stars.json"
    path.write_text(dump(item("Q10", "star", "Q523")))
    output = tmp_path / "o.sqlite"
    output.write_bytes(b"the old reference")
    code, _, error = run("reference", "build", str(path), "-o", str(output))
    assert (code, error.count("\n")) == (2, 1)
    assert "none of 1 entries is of a kind" in error
    assert output.read_bytes() == b"the old reference"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["o.sqlite", "stars.json"]


KILLED = """
import os, signal
from bede.evidence import loading
from bede.evidence.sources.wikidata import passes
loading.BATCHES_OF_A_MARK = 2
real = passes.pieces
def pieces(*args, **options):
    for number, piece in enumerate(real(*args, **{**options, "size": 4000}), 1):
        if number == int(os.environ["LAST"]):
            os.kill(os.getpid(), signal.SIGKILL)
        yield piece
passes.pieces = pieces
from bede.cli import main
main()
"""


def test_a_dump_is_gone_on_with_after_kill_9(tmp_path: Path) -> None:
    """The same command again; the result is the same as in one go, the old reference stays."""
    forts = [item(f"Q{n}", f"Fort {n}", "Q9") for n in range(10, 60)]
    tree = item("Q9", "hill fort", P279=said(to("Q486972")))
    towns = [item(f"Q{n}", f"Tarn {n}", CITY) for n in range(100, 160)]
    path, output = tmp_path / "dump.json", tmp_path / "o.sqlite"
    path.write_text(dump(*forts, *json.loads(WORLD), *towns, tree))
    output.write_bytes(b"the old reference")
    whole = tmp_path / "whole.sqlite"
    assert run("reference", "build", str(path), "-o", str(whole), "--jobs", "1")[0] == 0
    command = [
        sys.executable, "-c", KILLED, "reference", "build", str(path), "-o", str(output),
        "--jobs", "1",
    ]  # fmt: skip
    for last in (4, 4, 3):
        killed = subprocess.run(command, env={**os.environ, "LAST": str(last)}, check=False)
        assert killed.returncode == -signal.SIGKILL
        assert output.read_bytes() == b"the old reference"
    done = subprocess.run(command, env={**os.environ, "LAST": "999"}, check=False)
    assert done.returncode == 0
    with open_reference(str(output)) as one, open_reference(str(whole)) as other:
        assert one.info.hash == other.info.hash
        assert dict(one.info.entities)["place"] == 112
        assert one.verify() == ()
    assert sorted(found.name for found in tmp_path.iterdir()) == [
        "dump.json", "o.sqlite", "whole.sqlite",
    ]  # fmt: skip


def test_what_was_interrupted_is_not_mixed_with_something_else(tmp_path: Path) -> None:
    """Another dump under the same output begins anew."""
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    first.write_text(dump(*(item(f"Q{n}", f"Tarn {n}", CITY) for n in range(100, 160))))
    second.write_text(WORLD)
    output = str(tmp_path / "o.sqlite")
    command = [sys.executable, "-c", KILLED, "reference", "build", str(first), "-o", output]
    killed = subprocess.run([*command, "--jobs", "1"], env={**os.environ, "LAST": "4"}, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert run("reference", "build", str(second), "-o", output)[0] == 0
    with open_reference(output) as reference:
        assert sum(count for _, count in reference.info.entities) == 7


def little_wikidata(request: httpx.Request) -> httpx.Response:
    items = {one["id"]: one for one in json.loads(WORLD)}
    if request.url.params["action"] == "wbsearchentities":
        hits = [
            {"id": key, "label": one["labels"]["en"]["value"], "description": "of Tarn"}
            for key, one in items.items()
            if one["labels"]["en"]["value"] == request.url.params["search"]
        ]
        return httpx.Response(200, json={"search": hits})
    numbers = request.url.params["ids"].split("|")
    found = {number: items.get(number, {"missing": ""}) for number in numbers}
    return httpx.Response(200, json={"entities": found})


def test_names_are_fetched_from_wikidata(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that are clear; the others are told, and the exit code says so."""
    transport = httpx.MockTransport(little_wikidata)
    monkeypatch.setattr(live, "client", lambda _: httpx.Client(transport=transport))
    monkeypatch.setattr(live, "PAUSE", 0.0)
    (tmp_path / "names.txt").write_text("Orlo Vell # her husband\nNobody\n")
    output = str(tmp_path / "o.sqlite")
    options = ("-o", output, "--from", str(tmp_path / "names.txt"), "--cache", str(tmp_path / "c"))
    code, out, _ = run("reference", "fetch", "Q999999003", *options)
    assert code == 2
    assert "Nobody: Wikidata has nothing of this name" in out
    with open_reference(output) as reference:
        assert reference.same_as("wikidata:Q999999003") == ("q999999003",)
        (tenure,) = reference.facts("q999999003", types=("tenure",))
        assert reference.entity(tenure.roles["office"][0]).label == "Speaker of the Tarn Moot"


def test_offline_there_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the way out."""

    def offline(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no route to host", request=request)

    client = httpx.Client(transport=httpx.MockTransport(offline))
    monkeypatch.setattr(live, "client", lambda _: client)
    output = tmp_path / "o.sqlite"
    code, _, error = run(
        "reference", "fetch", "Ada Reed", "-o", str(output), "--cache", str(tmp_path)
    )
    assert (code, error.count("\n")) == (2, 1)
    assert "cannot be reached (no route to host); check the connection" in error
    assert not output.exists()


def test_fetch_wants_names(tmp_path: Path) -> None:
    """And a list that can be read."""
    output = str(tmp_path / "o.sqlite")
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\x00")
    for words in ((), ("--from", f"{tmp_path}/none.txt"), ("--from", f"{tmp_path}/bad.txt")):
        code, _, error = run("reference", "fetch", "-o", output, *words)
        assert (code, error.count("\n")) == (2, 1)
