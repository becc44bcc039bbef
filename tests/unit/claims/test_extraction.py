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
    skipped = extraction_of("The tax killed the trade.").skipped
    assert [(one.type, one.words.text, one.reason) for one in skipped] == [
        ("killing", "killed", '"tax" is no person or organisation; "trade" is no person')
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


def test_orders_and_measures_have_their_places_over_several_lines() -> None:
    """Their words are those of the document; the claims are those of the extraction."""
    text = "It rained.\nIda Vell joined the League. Two\tyears  later, aged 30,  she died in Esk."
    extraction = extraction_of(text)
    claims = {claim.id for claim in extraction.claims}
    (order,), (age,) = extraction.relations, extraction.measures
    assert {order.source, order.target, age.claim} <= claims
    assert [text[w.start : w.end] for w in (order.words, age.words)] == [
        order.words.text,
        age.words.text,
    ]
    assert (order.words.text, age.words.text) == ("Two\tyears  later", "aged 30")


def test_a_length_dates_by_what_was_told_before_and_accuses_nobody() -> None:
    """What it proves is for the network to say, with its reasons."""
    joined, died = extraction_of(
        "Ida Vell joined the League in 1836. Two years later she died."
    ).claims
    assert (joined.told_time, joined.inherited) == (joined.time, False)
    assert died.time is not None
    assert (died.time.edtf, died.inherited, died.told_time) == ("1838", True, None)


def test_a_step_has_at_most_three_other_anchors_and_never_itself() -> None:
    """The likeliest is the last that was told; the nearest others follow."""
    extraction = extraction_of(
        "Ida Vell joined the League, moved to Esk, founded the guild, resigned as treasurer, "
        "and married Tom Reed. Two years later she died."
    )
    by_id = {claim.id: claim.trigger.text for claim in extraction.claims}
    (order,) = (one for one in extraction.relations if one.distance is not None)
    assert by_id[order.target] == "married"
    assert [by_id[other] for other in order.others] == ["resigned", "founded", "moved"]


def test_an_order_does_not_step_over_a_paragraph() -> None:
    """Another paragraph may be another story."""
    extraction = extraction_of("Ida Vell joined the League.\nTwo years later Ida Vell died.")
    assert extraction.relations == ()
