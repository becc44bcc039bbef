"""What the third stage hands on besides claims: places, titles, counts, and what it left out."""

from __future__ import annotations

from tests.reading import extraction_of


def test_every_place_is_a_place_in_the_text() -> None:
    """Trigger, fillers, date and sentence, over several lines."""
    text = "It rained.\nIn 1839 the guild  expelled Tom Reed\nIda Vell died in Norwick in 1880."
    for claim in extraction_of(text).claims:
        fillers = [filler for found in claim.roles.values() for filler in found]
        stretches = [claim.trigger, claim.sentence, *([claim.time] if claim.time else [])]
        assert [text[s.start : s.end] for s in stretches] == [s.text for s in stretches]
        assert [" ".join(text[f.start : f.end].split()) for f in fillers] == [
            f.text for f in fillers
        ]


def test_what_is_left_out_is_kept_with_the_reason() -> None:
    """A trigger without what it needs, or with what cannot fill its role."""
    skipped = extraction_of("The storm destroyed the harbour and killed the trade.").skipped
    assert [(one.type, one.words.text, one.reason) for one in skipped] == [
        ("killing", "killed", '"trade" is no person')
    ]


def test_a_filler_may_count_instead_of_naming() -> None:
    """At least so many are meant."""
    (claim,) = extraction_of("Ida Vell lived in several countries.").claims
    (place,) = claim.roles["place"]
    assert place.count is not None
    assert (place.count.minimum, place.count.noun) == (3, "country")


def test_titles_are_words_set_and_written_like_one() -> None:
    """Not a quotation, not a single word in lower case."""
    titles = extraction_of(
        'He read "The Bells of Velin", not "the bells are ringing", and "History of Tarn".'
    ).titles
    assert [title.text for title in titles] == ["The Bells of Velin", "History of Tarn"]


def test_a_date_line_dates_the_entry_below_it() -> None:
    """As almanacs put it; a sentence with a date of its own keeps that."""
    (claim,) = extraction_of("3 May 1839. Tom Reed was expelled from the guild.").claims
    assert claim.time is not None
    assert claim.time.text == "3 May 1839"


def test_a_matter_of_degree_is_marked() -> None:
    """No single fact decides whether power was consolidated."""
    degrees = [
        claim.degree
        for claim in extraction_of(
            "Jon Marsh consolidated his power in 1838. Jon Marsh came to power in 1838."
        ).claims
    ]
    assert degrees == [True, False]
