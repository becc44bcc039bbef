"""Reading from memory, and with several processes: sooner, and never otherwise."""

from __future__ import annotations

import pytest
from tests.reading import document_of

from bede.errors import UsageError
from bede.text import Memory, Reader, analyse, analyse_all, jobs_that_pay, noted
from bede.text.sentence import Sentence

TEXT = """\
Ada Orlo was born in Tarn in 1839.
In May 1860 she married Jon Marsh. Two years later he was killed at Velin.
The war ended in 1865."""
EDITED = TEXT.replace("Two years later", "In the next year")


def test_only_what_changed_is_parsed_again() -> None:
    """A block is kept under its own words, wherever it stands."""
    memory = Memory()
    reader = Reader(memory=memory)
    analyse(document_of(TEXT), reader=reader)
    blocks = f"A new line.\n{EDITED}".split("\n")
    before = memory.missed
    reader.read(blocks)
    assert memory.missed - before == 2  # the new line, and the edited one


def test_what_is_remembered_is_what_would_be_read() -> None:
    """The edited text, read with and without the memory of the first; the places have moved."""
    reader = Reader(memory=Memory())
    analyse(document_of(TEXT), reader=reader)
    moved = f"A new line.\n{EDITED}"
    again = analyse(document_of(moved), reader=reader)
    afresh = analyse(document_of(moved), reader=Reader(memory=Memory(0)))
    assert again == afresh
    assert all(
        moved[token.start : token.end] == token.text
        for sentence in again.sentences
        for token in sentence.tokens
    )


def test_a_memory_forgets_what_was_not_asked_for_longest() -> None:
    """It keeps so many characters of each kind, and what is longer than that not at all."""
    memory = Memory(10)
    for key in ("a", "b"):
        memory.put("kind", key, 5, key)
    memory.get("kind", "a")
    memory.put("kind", "c", 5, "c")
    memory.put("kind", "long", 11, "long")
    memory.put("other", "b", 5, "another kind")
    kept = {key: memory.get("kind", key) for key in ("a", "b", "c", "long")}
    assert (kept, len(memory)) == ({"a": "a", "b": None, "c": "c", "long": None}, 3)
    memory.clear()
    assert (len(memory), memory.get("kind", "a")) == (0, None)


def test_notes_follow_a_sentence_that_moves_but_not_one_that_is_dated_anew() -> None:
    """What rests on a time that the story gives is worked out again when the story changes."""
    asked: list[int] = []

    @noted
    def words(sentence: Sentence) -> int:
        asked.append(len(sentence.times))
        return len(sentence.tokens)

    reader = Reader(memory=Memory())
    for before in ("It was 1839.\n", "So it was 1839.\n", "It was 1840.\n"):
        analysis = analyse(document_of(f"{before}In May she left."), reader=reader)
        assert words(analysis.sentences[-1]) == 5
    assert len(asked) == 2


def test_several_processes_read_the_same() -> None:
    """In the order of the documents, whoever was the first to finish."""
    documents = [document_of(TEXT), document_of("Die Sonne ist rot und der Mond ist es nicht.")]
    documents += [document_of(f"Ada Orlo died in {year}.\n{EDITED}") for year in range(1900, 1906)]
    alone = list(analyse_all(documents, memory=Memory(0)))
    together = list(analyse_all(documents, jobs=3, memory=Memory(0)))
    assert together == alone
    assert [one.unread != () for one in together[:3]] == [False, True, False]


def test_processes_are_started_where_they_pay() -> None:
    """One for a page; and none is no number of processes."""
    assert jobs_that_pay([document_of(TEXT)]) == 1
    with pytest.raises(UsageError, match="give a number from 1 on"):
        list(analyse_all([document_of(TEXT)], jobs=0))
