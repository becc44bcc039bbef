"""Loading the calendars of places: what is found, and what a faulty entry is told."""

from __future__ import annotations

import pytest

from bede.catalog.calendars import parse_regions, region_named, region_words, regions
from bede.errors import CatalogError, UsageError

SOURCES = '[law]\nauthor = "Parliament"\ntitle = "An Act"\nyear = 1751\n'
REGION = """\
[[region]]
name = "Nowhere"
words = ["nowhere", "new town"]
[[region.adoption]]
changes = [{ last = "1752-09-02", first = "1752-09-14" }]
sources = ["law"]
"""
STYLE = """\
[[style]]
name = "Lady Day"
begins = "03-25"
sources = ["law"]
places = [{ region = "Nowhere", until = "1752-01-01" }]
"""


def test_every_place_names_its_sources():
    """No change of calendar and no beginning of the year without a bibliographic record."""
    for region in regions().values():
        parts = (*region.adoptions, *region.year_styles)
        assert all(source for part in parts for source in part.sources)
        assert all(part.sources for part in parts)


def test_the_countries_that_historians_ask_for_are_there():
    """The list of the issue, and a few more."""
    asked = """Spain, Portugal, Poland, Italy, France, Brabant, Holland, Zeeland, Bavaria, Austria,
    Bohemia, Hungary, Prussia, Protestant Germany, Denmark-Norway, Utrecht, Switzerland, England,
    Sweden, Florence, Pisa, Venice, Scotland, Ireland, Russia, Japan, China, Bulgaria, Turkey,
    Romania, Serbia, Yugoslavia, Greece, Albania, Estonia, Latvia, Lithuania, Egypt, Alaska"""
    for name in asked.replace("\n", " ").split(","):
        assert region_named(name).adoptions


def test_a_place_is_found_by_name_and_by_word():
    """In any case, with any blanks; the words stand ready for the tagger."""
    russia = regions()["Russia"]
    assert region_named("Russia") is russia
    assert region_named(" st.  PETERSBURG ") is russia
    assert region_words()["great", "britain"] is regions()["England"]
    assert all(word == word.lower() for words in region_words() for word in words)


def test_a_place_that_is_not_known_says_which_are():
    """One line, for the command line."""
    with pytest.raises(UsageError) as caught:
        region_named("Narnia")
    message = str(caught.value)
    assert message.startswith("unknown place 'Narnia'; its calendar is known for Alaska, Albania,")
    assert "\n" not in message


def test_an_entry_is_read_with_its_source_and_its_year():
    """The source becomes one line of text; the style stands with the region."""
    (region,) = parse_regions(REGION, STYLE, SOURCES).values()
    assert region.words == ("nowhere", "new town")
    assert region.adoptions[0].sources == ("Parliament, An Act, 1751",)
    assert [stage.first for stage in region.adoptions[0].stages] == [None, (1752, 9, 14)]
    assert [style.begins for style in region.year_styles] == [(3, 25)]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("1752-09-14", "1752-09-15", "adoption.toml:2: 1752-9-15 comes 2 days after 1752-9-2"),
        ("1752-09-02", "1752-02-30", "adoption.toml:2: 30 February 1752 does not exist"),
        ('"1752-09-02"', "1752", "adoption.toml:5: 1752 is no date"),
        ('last = "1752-09-02", ', "", "adoption.toml:2: a change needs `last`"),
        ('["law"]', '["hearsay"]', "adoption.toml:6: unknown source 'hearsay'"),
        ('["law"]', "[]", "adoption.toml:2: an entry without a source"),
        ('"new town"', '"New Town"', "adoption.toml:2: the words of Nowhere are missing or not"),
        ("words", "wrods", "adoption.toml:1: unknown key 'wrods'"),
        ('name = "Nowhere"\n', "", "adoption.toml:1: a region without a name"),
        ('14" }', '14", new = "lunar" }', "adoption.toml:5: unknown calendar 'lunar'"),
        (
            "[[region.adoption]]\n",
            '[[region.adoption]]\nbefore = "other"\n',
            "but not from another",
        ),
        ("changes = [{", "changes = [] # [{", "adoption.toml:2: an adoption without changes"),
        (REGION, REGION + REGION, "adoption.toml:2: region 'Nowhere' stands twice"),
        (REGION, REGION + REGION.replace("Nowhere", "Elsewhere"), "is a word of Nowhere and of"),
        ("[[region]]", "[[region", "adoption.toml:1: not valid TOML"),
    ],
)
def test_a_faulty_region_is_refused_with_its_line(old, new, message):
    """File, line and what is wrong."""
    with pytest.raises(CatalogError) as caught:
        parse_regions(REGION.replace(old, new), STYLE, SOURCES)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("03-25", "25 March", "year_beginnings.toml:2: the year cannot begin on '25 March'"),
        ("Nowhere", "Erewhon", "year_beginnings.toml:5: unknown region 'Erewhon'"),
        ('until = "1752-01-01"', 'end = ""', "year_beginnings.toml:2: unknown key 'end'"),
        (', until = "1752-01-01"', "", "year_beginnings.toml:1: None is no date"),
    ],
)
def test_a_faulty_beginning_of_the_year_is_refused(old, new, message):
    """The same for the other file."""
    with pytest.raises(CatalogError) as caught:
        parse_regions(REGION, STYLE.replace(old, new), SOURCES)
    assert message in str(caught.value)


def test_a_source_needs_author_and_title():
    """A record that names nobody is none."""
    with pytest.raises(CatalogError, match=r"sources\.toml:1: source 'law' has no author"):
        parse_regions(REGION, STYLE, SOURCES.replace("Parliament", ""))
