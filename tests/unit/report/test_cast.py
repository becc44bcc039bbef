"""The cast and the reading list: who, what, when, and which works, from the reference."""

from __future__ import annotations

from tests.accounts import account_of

from bede.report.cast import cast_of, reading_list_of
from bede.report.cast.fragments import cast_fragment, works_fragment


def test_people_have_their_dates_and_their_offices_at_the_time() -> None:
    cast = cast_of(account_of("In 1892 Tom Reed was arrested. In 1893 Tom Reed was arrested."), 1)
    (tom,) = cast.people
    assert (tom.label, tom.years, tom.named, tom.line) == ("Tom Reed", "1870–1912", 2, 1)
    assert tom.lived == ("Born in 1870", "Died on 4 March 1912")
    assert [(term.what, term.when) for term in tom.terms] == [
        ("President of Tarn", "from 1890 to 1894")
    ]
    assert [source.url for source in tom.sources] == ["https://example.org/tarn"]
    assert tom.claims == ("1-c1", "1-c2")


def test_an_office_of_another_time_is_left_out() -> None:
    cast = cast_of(account_of("In 1905 Tom Reed was arrested."), 1)
    assert cast.people[0].terms == ()


def test_a_place_has_the_name_of_the_time() -> None:
    cast = cast_of(account_of("In 1790 Tom Reed was arrested in Velin."), 1)
    (velin,) = cast.places
    assert [(term.what, term.when) for term in velin.terms] == [
        ("then called Oldport", "from 1700 to 1850")
    ]


def test_whoever_is_named_most_often_stands_first() -> None:
    text = "Ida Vell met Tom Reed in 1901. Tom Reed was arrested in 1902."
    people = cast_of(account_of(text), 1).people
    assert [one.label for one in people] == ["Tom Reed", "Ida Vell"]


def test_unknown_names_stand_apart_with_the_reason() -> None:
    cast = cast_of(account_of("In 1892 Jon Marsh was arrested. Jon Marsh died in 1893."), 1)
    (jon,) = cast.unknown
    assert (jon.name, jon.named, jon.line) == ("Jon Marsh", 2, 1)
    assert jon.reason


def test_a_work_has_its_author_and_its_first_publication() -> None:
    (title,) = reading_list_of(account_of('In 1899 Ida Vell published "The Salt of Tarn".'))
    assert (title.title, title.authors, title.published) == (
        "The Salt of Tarn",
        ("Ida Vell",),
        "1899",
    )
    assert title.sources


def test_a_text_without_names_has_neither() -> None:
    nothing = account_of("Nothing is told here.")
    assert not cast_of(nothing, 1)
    assert reading_list_of(nothing) == ()


def test_all_words_are_escaped() -> None:
    text = 'In 1892 <b>Jon</b> & "Marsh Hill" met Tom Reed. Ida Vell wrote "The Salt of Tarn".'
    document = account_of(text)
    html = cast_fragment(cast_of(document, 1), 1, level=4, cards=True)
    html += works_fragment(reading_list_of(document), 1, cards=True)
    assert "<b>Jon" not in html
    assert 'id="p1-e-tom-reed"' in html
