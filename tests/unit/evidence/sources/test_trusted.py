"""Texts that Bede reads itself: what is taken, on which passage, how far it is trusted."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.data_sets import written

from bede.errors import ReferenceSourceError
from bede.evidence.sources import Record, Skipped
from bede.evidence.sources.trusted import SOURCE
from bede.evidence.values import Entity, Fact, Source


def folder(tmp_path: Path, text: str, head: str = 'title = "Chronicle"\n') -> Path:
    path = tmp_path / "notes"
    path.mkdir()
    (path / "trusted.toml").write_text(head)
    (path / "one.txt").write_text(text)
    return path


def read(path: Path) -> list[Record]:
    return list(SOURCE.read(path))


def facts(records: list[Record]) -> list[Fact]:
    return [record for record in records if isinstance(record, Fact)]


def test_what_the_texts_assert_becomes_facts(tmp_path: Path) -> None:
    """Hedged and negated statements do not; a surname is the person of that surname."""
    records = read(written("trusted", tmp_path))
    assert [(one.id, one.edtf, one.confidence) for one in facts(records)] == [
        ("chronicle-orlo-vell-death", "1871-06-03", "weak"),
        ("chronicle-ada-reed-birth", "1812", "weak"),
        ("chronicle-ada-reed-marriage", "1835", "weak"),
    ]
    assert [(one.kind, one.label) for one in records if isinstance(one, Entity)] == [
        ("person", "Orlo Vell"), ("place", "Tarn"), ("person", "Ada Reed"), ("place", "Velin"),
    ]  # fmt: skip


def test_every_fact_rests_on_its_passage(tmp_path: Path) -> None:
    """File, line and the words; the author and the year are those of trusted.toml."""
    records = read(written("trusted", tmp_path))
    death = facts(records)[0]
    source = next(one for one in records if isinstance(one, Source) and one.id in death.sources)
    assert (source.author, source.work, source.year, source.kind, source.quality) == (
        "Ida Vell", "Chronicle of Velin", "1931", "web", "poor",
    )  # fmt: skip
    assert (source.title, source.pages) == (
        "later/deaths.md", 'line 3: "Orlo Vell died in Tarn on 3 June 1871."',
    )  # fmt: skip
    assert death.note == "read by Bede in later/deaths.md, line 3"


def test_two_texts_that_agree_are_two_witnesses(tmp_path: Path) -> None:
    """And where they differ, the second time is a variant."""
    path = folder(tmp_path, "Ada Reed was born in 1812.\n")
    (path / "two.txt").write_text("Ada Reed was born in 1812.\n")
    (path / "zed.txt").write_text("Ada Reed was born in 1814.\n")
    (birth,) = facts(read(path))
    assert (birth.edtf, len(birth.sources)) == ("1812", 2)
    assert [(one.edtf, one.rank) for one in birth.values] == [("1814", "variant")]


@pytest.mark.parametrize(
    "text",
    [
        "The young painter was born in 1812.",
        "She was born in 1812.",
        '"Ada Reed was born in 1812," said the mayor.',
        "Was Ada Reed born in 1812?",
        "Ada Reed was born.",
        "Ada Reed was probably born in 1812.",
    ],
)
def test_what_is_not_asserted_by_name_is_left(text: str, tmp_path: Path) -> None:
    """Descriptions, unknown pronouns, quotations, questions, and what says too little."""
    assert facts(read(folder(tmp_path, text + "\n"))) == []


def test_the_user_may_trust_more(tmp_path: Path) -> None:
    """Kind, quality and confidence are told once for the folder."""
    head = 'title = "Chronicle"\nkind = "scholarly"\nquality = "decent"\nconfidence = "medium"\n'
    records = read(folder(tmp_path, "Ada Reed was born in 1812.\n", head))
    (birth,) = facts(records)
    source = next(one for one in records if isinstance(one, Source))
    assert (birth.confidence, source.kind, source.quality) == ("medium", "scholarly", "decent")


def test_a_state_on_one_date_stays_weak(tmp_path: Path) -> None:
    """Who is in office in 1840 may be so in 1841; whatever the user trusts, that accuses nobody."""
    text = (
        "Ada Reed was President of Orland in 1840. "
        "Orlo Vell was President of Orland from 1850 to 1852.\n"
    )
    head = 'title = "Chronicle"\nconfidence = "medium"\n'
    found = facts(read(folder(tmp_path, text, head)))
    assert [(one.edtf, one.confidence) for one in found if one.type == "tenure"] == [
        ("1840", "weak"), ("1850/1852", "medium"),
    ]  # fmt: skip


def test_a_text_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """The others are read all the same."""
    path = folder(tmp_path, "Ada Reed was born in 1812.\n")
    (path / "bad.txt").write_bytes(b"\xff\xfe\xff")
    records = read(path)
    assert [Path(one.path).name for one in records if isinstance(one, Skipped)] == ["bad.txt"]
    assert len(facts(records)) == 1


@pytest.mark.parametrize(
    ("head", "cause"),
    [
        ("title = 3", "'title' must be text"),
        ("", "the key 'title' is missing"),
        ('title = "C"\nkind = "gossip"', "'kind' is 'gossip'"),
        ('title = "C"\ncolour = "red"', "unknown key 'colour'"),
        ("title", "no valid TOML"),
    ],
)
def test_a_faulty_head_is_told(head: str, cause: str, tmp_path: Path) -> None:
    """One line with the file, the cause and the remedy."""
    with pytest.raises(ReferenceSourceError, match=cause):
        SOURCE.head(folder(tmp_path, "Ada Reed died.\n", head))


def test_a_folder_without_texts_is_refused(tmp_path: Path) -> None:
    """One line says so."""
    path = folder(tmp_path, "")
    (path / "one.txt").unlink()
    with pytest.raises(ReferenceSourceError, match="no texts in this folder"):
        read(path)


def test_works_have_their_authors(tmp_path: Path) -> None:
    """Who wrote a work is its author, which a title is judged by."""
    records = read(folder(tmp_path, 'Ada Reed wrote "The Red Pots" in 1840.\n'))
    works = [one for one in records if isinstance(one, Entity) and one.kind == "work"]
    assert [(one.label, one.authors) for one in works] == [("The Red Pots", ("notes-ada-reed",))]
