"""The way through a dump: framing, compression, the tree of classes, damage, going on."""

from __future__ import annotations

import bz2
import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import zstandard
from tests.wikidata_world import CITY, HUMAN, WORLD, Json, dump, item, said, to

from bede.errors import ReferenceSourceError
from bede.evidence.sources import Record, Skipped
from bede.evidence.sources.contract import Batch
from bede.evidence.sources.wikidata import SOURCE, Settings, WikidataSource
from bede.evidence.sources.wikidata.dump import MAX_LINE, pieces
from bede.evidence.sources.wikidata.passes import batches
from bede.evidence.values import Entity, Source

SMALL = 700  # bytes of a piece, so that a small file has many


def read(path: Path, jobs: int = 1) -> list[Record]:
    scratch = path.with_suffix(".scratch")
    found = batches(path, scratch, Settings(), size=SMALL, jobs=jobs)
    return [record for batch in found for record in batch.records]


def written(folder: Path, text: str, name: str = "dump.json") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def labels(records: list[Record]) -> list[str]:
    return sorted(one.label for one in records if isinstance(one, Entity))


def faults(records: list[Record]) -> list[tuple[str, str]]:
    return [(one.place, one.cause) for one in records if isinstance(one, Skipped)]


PACKED = {
    "dump.json": lambda data: data,
    "dump.json.gz": gzip.compress,
    "dump.json.bz2": lambda data: bz2.compress(data, 1),  # in small blocks
    "dump.json.zst": zstandard.ZstdCompressor().compress,
}


@pytest.mark.parametrize("name", list(PACKED))
def test_a_dump_is_read_however_it_is_packed(tmp_path: Path, name: str) -> None:
    """All the same records, by one process or by two."""
    path = tmp_path / name
    path.write_bytes(PACKED[name](WORLD.encode()))
    plain = read(written(tmp_path, WORLD, "plain.json"))
    assert SOURCE.fits(path)
    assert [str(one).replace(name, "plain.json") for one in read(path)] == [str(o) for o in plain]
    assert read(path, jobs=2) == read(path)
    assert len(labels(plain)) == 7


@pytest.mark.parametrize(
    "text",
    [
        WORLD.replace(",\n", "\n").strip("[]\n"),
        json.dumps(json.loads(WORLD)),
        json.dumps(json.loads(WORLD), indent=1),
        json.dumps({"entities": {one["id"]: one for one in json.loads(WORLD)}, "success": 1}),
        json.dumps({"entities": {one["id"]: one for one in json.loads(WORLD)}}, indent=2),
        WORLD.replace("\n", "\r\n"),
    ],
    ids=["lines", "one line", "spread", "answer", "spread answer", "windows"],
)
def test_a_slice_is_read_however_it_is_framed(tmp_path: Path, text: str) -> None:
    """JSON lines, one array, an answer of the API, on one line or on many."""
    path = written(tmp_path, text)
    assert SOURCE.fits(path)
    assert labels(read(path)) == labels(read(written(tmp_path, WORLD, "world.json")))
    assert not faults(read(path))


def test_the_tree_of_classes_is_learned_from_the_dump(tmp_path: Path) -> None:
    """A hill fort is a fort, and a fort a settlement; whichever comes first in the dump."""
    hill = item("Q71", "Velin Rock", "Q72")
    fort = item("Q72", "hill fort", P279=said(to("Q73")))
    base = item("Q73", "fort", P279=said(to("Q486972")))
    for order in ((hill, fort, base), (base, fort, hill)):
        records = read(written(tmp_path, dump(*order)))
        (found,) = (one for one in records if isinstance(one, Entity))
        assert (found.id, found.kind) == ("q71", "place")


def test_rings_in_the_tree_do_no_harm(tmp_path: Path) -> None:
    """Two classes that are each a subclass of the other, and one of itself."""
    one = item("Q71", "one", P279=said(to("Q72")))
    two = item("Q72", "two", P279=[said(to("Q71")), said(to("Q72"))])
    thing = item("Q73", "thing", "Q71")
    assert labels(read(written(tmp_path, dump(one, two, thing)))) == []


def test_an_item_that_is_only_a_class_is_an_office_or_nothing(tmp_path: Path) -> None:
    """The King of Orland is a subclass of monarch; a sort of battle is no happening."""
    king = item("Q71", "King of Orland", P279=said(to("Q116")))
    sort = item("Q72", "battle of elephants", P279=said(to("Q178561")))
    records = read(written(tmp_path, dump(king, sort)))
    assert labels(records) == ["King of Orland"]


def test_the_first_kind_in_the_table_counts(tmp_path: Path) -> None:
    """Whoever is human is a person, whatever else the item says."""
    both = item("Q71", "Ada", ["Q99999999", CITY, HUMAN])
    (found,) = (one for one in read(written(tmp_path, dump(both))) if isinstance(one, Entity))
    assert found.kind == "person"


def test_what_is_of_no_kind_is_counted(tmp_path: Path) -> None:
    """Stars, articles, and what no class tells."""
    star = item("Q71", "Vell's star", "Q523")
    odd = item("Q72", "odd thing", "Q99999999")
    path = written(tmp_path, dump(star, odd, item("Q73", "Tarn", CITY)))
    *_, last = SOURCE.batches(path, tmp_path / "scratch")
    assert (last.entities, last.left_out) == (3, 2)


def test_properties_words_and_redirects_are_passed_over(tmp_path: Path) -> None:
    """They are no faults."""
    lines: list[Json] = [
        {"type": "property", "id": "P19", "labels": {}, "claims": {}},
        {"type": "lexeme", "id": "L7", "lemmas": {}},
        {"entity": "Q5", "redirect": "Q6"},
    ]
    assert read(written(tmp_path, dump(*lines))) == []


def test_faulty_lines_are_skipped_with_their_place(tmp_path: Path) -> None:
    """The rest is kept."""
    lines = WORLD.splitlines()
    lines[2] = lines[2][: len(lines[2]) // 2]
    lines[4] = '{"type":"item","labels":{},"claims":{}},'
    records = read(written(tmp_path, "\n".join(lines)))
    assert [place for place, _ in faults(records)] == ["line 3", "line 5"]
    assert len(labels(records)) == 5


@pytest.mark.parametrize("name", list(PACKED))
def test_a_file_that_is_cut_off_gives_what_it_has(tmp_path: Path, name: str) -> None:
    """And says where it ends."""
    path = tmp_path / name
    whole = dump(*(item(f"Q{n}", os.urandom(9).hex(), CITY) for n in range(1, 5000)))
    data = PACKED[name](whole.encode())
    path.write_bytes(data[: len(data) // 2])
    records = list(SOURCE.read(path))
    assert 0 < len(labels(records)) < 4999
    assert 1 <= len(faults(records)) <= 2
    assert faults(records)[-1][1].endswith(("ends for Bede", "cut off here"))


@pytest.mark.parametrize("name", ["dump.json.gz", "dump.json.bz2", "dump.json.zst"])
def test_damage_in_the_middle_is_told(tmp_path: Path, name: str) -> None:
    """Nothing behind it is made up."""
    path = tmp_path / name
    whole = dump(*(item(f"Q{n}", os.urandom(9).hex(), CITY) for n in range(1, 5000)))
    data = bytearray(PACKED[name](whole.encode()))
    data[len(data) // 2 : len(data) // 2 + 64] = bytes(64)
    path.write_bytes(data)
    records = list(SOURCE.read(path))
    assert len(labels(records)) < 4999
    assert faults(records)


def test_an_endless_line_is_passed_over(tmp_path: Path) -> None:
    """With its number; the next line is read."""
    path = tmp_path / "dump.json"
    with path.open("wb") as file:
        file.write(b"[\n" + b"x" * (MAX_LINE + 5_000_000) + b"\n")
        file.write(json.dumps(item("Q9", "Tarn", CITY)).encode() + b"\n]\n")
    records = list(SOURCE.read(path))
    assert labels(records) == ["Tarn"]
    assert [cause for _, cause in faults(records)] == ["line 2 is longer than 16 MB"]


def test_pieces_hold_whole_lines(tmp_path: Path) -> None:
    """Whatever their size; together they are the file."""
    path = written(tmp_path, WORLD)
    for size in (1, 10, 333, 5000):
        found = list(pieces(path, size=size))
        assert b"".join(one.data for one in found) == WORLD.encode()
        assert all(one.data.endswith(b"\n") for one in found)
        assert [one.first_line for one in found] == [
            1, *(one.next_line for one in found[:-1])
        ]  # fmt: skip


@pytest.mark.parametrize("name", ["dump.json", "dump.json.bz2"])
def test_an_interrupted_reading_goes_on_where_it_stood(tmp_path: Path, name: str) -> None:
    """From every mark: the batches before and behind it are the whole, nothing twice."""
    odd = [item(f"Q{n}", f"Fort {n}", "Q72") for n in range(100, 112)]
    tree = item("Q72", "hill fort", P279=said(to("Q486972")))
    path = tmp_path / name
    path.write_bytes(PACKED[name](dump(*odd, *json.loads(WORLD), tree).encode()))

    def go(scratch: Path, mark: str | None = None) -> list[Batch]:
        return list(batches(path, scratch, Settings(), mark=mark, size=SMALL))

    whole = go(tmp_path / "whole")
    assert len(whole) > 6
    for stop in range(1, len(whole)):
        scratch = tmp_path / f"scratch{stop}"
        before = []
        for batch in batches(path, scratch, Settings(), size=SMALL):
            before.append(batch)
            if len(before) == min(stop + 1, len(whole)):  # one more than is marked
                break
        kept = before[:stop]
        resumed = [*kept, *go(scratch, kept[-1].mark)]
        assert records_of(resumed) == records_of(whole)
        last = whole[-1]
        assert (resumed[-1].entities, resumed[-1].left_out) == (last.entities, last.left_out)


def records_of(found: list[Batch]) -> list[Record]:
    return [r for batch in found for r in batch.records if not isinstance(r, Source)]


def test_scratch_files_that_are_gone_are_told(tmp_path: Path) -> None:
    """To go on without them would lose records."""
    path = written(tmp_path, dump(item("Q71", "Rock", "Q72"), item("Q73", "Tarn", CITY)))
    *_, marked, _ = batches(path, tmp_path / "scratch", Settings(), size=100)
    with pytest.raises(ReferenceSourceError, match="begin again"):
        list(batches(path, tmp_path / "other", Settings(), mark=marked.mark))


def test_a_missing_dump_is_one_line(tmp_path: Path) -> None:
    """Not a traceback."""
    with pytest.raises(ReferenceSourceError, match="cannot be read"):
        list(SOURCE.read(tmp_path / "none.json"))


def test_helpers_end_with_the_import(tmp_path: Path) -> None:
    """Even when it is killed outright."""
    path = written(tmp_path, dump(*(item(f"Q{n}", f"T{n}", CITY) for n in range(1, 40000))))
    code = (
        "import sys, time, multiprocessing as m; from pathlib import Path\n"
        "from bede.evidence.sources.wikidata import WikidataSource\n"
        "found = WikidataSource(jobs=2).batches(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "next(found); print(*(p.pid for p in m.active_children()), flush=True); time.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path), str(tmp_path / "scratch")], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        children = [int(pid) for pid in process.stdout.readline().split()]
        os.kill(process.pid, signal.SIGKILL)
    assert children
    for _ in range(100):
        if not any(Path(f"/proc/{pid}/cmdline").exists() and running(pid) for pid in children):
            break
        time.sleep(0.05)
    assert not any(running(pid) for pid in children)


def running(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


def test_kinds_and_languages_can_be_chosen(tmp_path: Path) -> None:
    """On the source itself."""
    source = WikidataSource(Settings(kinds=("person",)), jobs=1)
    assert labels(list(source.read(written(tmp_path, WORLD)))) == ["Ada Reed", "Orlo Vell"]
