"""A citation is short and says nothing twice."""

from __future__ import annotations

from dataclasses import replace

from bede.evidence.values import Source, cite

FULL = Source(
    id="kell",
    author="M. Kell",
    title='The "Expulsions"',
    work="A History of Tarn",
    publisher="Velin Press",
    year="1901",
    pages="pp. 12-19",
    url=None,
    kind="scholarly",
    family="kell",
    quality="decent",
)


def test_a_full_record() -> None:
    """Author, title, work, imprint, pages."""
    expected = "M. Kell, \"The 'Expulsions'\", A History of Tarn (Velin Press, 1901), pp. 12-19"
    assert cite(FULL) == expected


def test_what_is_missing_is_left_out() -> None:
    """A bare record gives title and work."""
    bare = replace(FULL, author=None, publisher=None, year=None, pages=None)
    assert cite(bare) == "\"The 'Expulsions'\", A History of Tarn"


def test_what_is_repeated_is_left_out() -> None:
    """A work named in the title, a publisher named in the work, a site as its own author."""
    book = replace(FULL, title="A History of Tarn, chapter 2", pages="chapter 2")
    assert cite(book) == 'M. Kell, "A History of Tarn, chapter 2" (Velin Press, 1901)'
    site = replace(
        FULL,
        author="Tarnpedia editors",
        title="Orlo",
        work="Tarnpedia",
        publisher="Tarnpedia, Inc.",
    )
    assert cite(site) == '"Orlo", Tarnpedia (1901), pp. 12-19'
