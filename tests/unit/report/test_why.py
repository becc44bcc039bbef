"""The chain of a statement: what was read, tried, known and found, in a tiny world."""

from __future__ import annotations

import io
import json
from functools import cache
from typing import Any

import pytest

from bede.catalog import roles_by_type
from bede.claims import extract
from bede.documents import read
from bede.evidence.build import reference_from_yaml
from bede.judgement import Settings, judge
from bede.report.format import Look
from bede.report.why import Chain, Why, build_why, read_spot, text
from bede.report.why import json as as_json
from bede.text import analyse

REFERENCE = """\
sources:
  - {id: kell, author: M. Kell, title: A History of Tarn, work: A History of Tarn, year: "1901",
     kind: scholarly, family: kell, quality: decent}
people:
  - {id: ana-orlo, name: Ana Orlo, sources: kell, confidence: high}
organisations:
  - {id: league, name: League of Tarn, kind: party, sources: kell, confidence: high}
  - {id: guild, name: Guild of Velin, kind: guild, sources: kell, confidence: high}
places:
  - {id: velin, name: Velin, kind: city, sources: kell, confidence: high}
facts:
  - {id: orlo-birth, type: birth, roles: {person: ana-orlo, place: velin}, when: 1790-05-04,
     sources: kell, confidence: high}
  - {id: orlo-expelled, type: expulsion, roles: {person: ana-orlo, organisation: league},
     when: 1836-11-14, sources: kell, confidence: high}
  - {id: orlo-lived, type: residence, roles: {person: ana-orlo, place: velin}, when: 1790/1800,
     sources: kell, confidence: high}
"""


@cache
def why(passage: str, place: str = "-:1", *, assume_complete: bool = True) -> Why:
    """A passage taken through all stages, and its chain."""
    settings = Settings(assume_complete=assume_complete)
    analysis = analyse(read("-", stdin=io.StringIO(passage)))
    extraction = extract(analysis)
    with reference_from_yaml(REFERENCE, roles_by_type()) as reference:
        return build_why(
            read_spot(place),
            analysis,
            extraction,
            judge(analysis, extraction, reference, settings),
            reference,
            version="1.0",
            parser=("small", "3.8"),
        )


def chain(passage: str, place: str = "-:1", *, assume_complete: bool = True) -> Chain:
    """The only chain there."""
    (one,) = why(passage, place, assume_complete=assume_complete).chains
    return one


def shown(passage: str, place: str = "-:1", *, width: int = 100) -> str:
    """The answer for people, each run of white space as one space."""
    return " ".join(text.render(why(passage, place), Look(width=width)).split())


def test_a_contradiction_is_told_from_the_words_to_the_verdict() -> None:
    """Roles with their links, the date, the fact part by part, closure, verdict, finding."""
    one = chain("Ana Orlo was born in Velin in 1792.")
    assert [(r.role, r.place.text, [m.id for m in r.meant]) for r in one.roles] == [
        ("person", "Ana Orlo", ["ana-orlo"]),
        ("place", "Velin", ["velin"]),
    ]
    (fact,) = one.tried
    assert [(p.part, p.stated, p.answer, p.recorded) for p in fact.parts] == [
        ("time", "1792", "no", "on 4 May 1790"),
        ("place", "Velin", "yes", "Velin"),
    ]
    assert (one.manner, one.searched, one.unsaid) == ("stated by the author", ("birth",), ())
    assert one.closing is not None
    assert one.closing.because == "such a thing happens only once (the birth of a person)"
    assert [finding.rule for finding in one.findings] == ["wrong-date"]


def test_the_steps_stand_in_order_below_the_excerpt() -> None:
    """As Bede goes: read, tried, known, verdict, finding with its conflict and origins."""
    page = shown("Ana Orlo was born in Velin in 1792.")
    steps = (
        "-:1: 1 statement (1 contradicted)",
        'contradicted: "born", the birth of a person (birth) --> -:1:14',
        "What was read:",
        'person "Ana Orlo": Ana Orlo (person)',
        'time "1792": 1792',
        "Facts tried, nearest first (looked for: birth):",
        "1. Ana Orlo was born in Velin on 4 May 1790",
        'time "1792": no; on record: on 4 May 1790',
        'Source: M. Kell, "A History of Tarn" (1901)',
        "Does the reference have all such facts? Yes: such a thing happens only once",
        "Verdict: contradicted. Every fact that it may mean says no somewhere",
        "Finding: error[wrong-date]: Ana Orlo was born in Velin on 4 May 1790, not in 1792",
        "Reference: ",
    )
    found = [page.find(step) for step in steps]
    assert (found, -1 in found) == (sorted(found), False)
    assert 'The text says "1792" (-:1)' in page


UNTRIED = {
    "Ana Orlo was not born in 1792.": "what the author denies is not compared with facts",
    "Kell said that Ana Orlo was born in 1792.": (
        "only what the author himself states is compared with facts"
    ),
    "Peter Holm was born in 1792.": (
        'facts are looked up by the person, and "Peter Holm" is linked to nothing'
    ),
    "He was born in 1792.": 'facts are looked up by the person, and "He" is linked to nothing',
    "Ana Orlo died in 1792.": "the reference has no such fact of Ana Orlo",
    "Ana Orlo was expelled from the Guild of Velin in 1836.": (
        "no such fact of Ana Orlo has the organisation that the text gives, so each is another "
        "happening"
    ),
}


@pytest.mark.parametrize("passage", UNTRIED)
def test_where_no_fact_was_tried_the_reason_is_told(passage: str) -> None:
    """Nothing is known in full then, and nothing is accused."""
    one = chain(passage)
    assert (one.tried, one.closing, one.findings) == ((), None, ())
    assert one.untried == UNTRIED[passage]
    assert f"because {UNTRIED[passage]}" in shown(passage)


def test_another_happening_of_the_kind_is_named_and_set_aside() -> None:
    """Who was expelled from the League was not thereby expelled from the Guild."""
    one = chain("Ana Orlo was expelled from the Guild of Velin in 1836.")
    assert [evidence.fact for evidence in one.aside] == ["orlo-expelled"]


CLOSINGS = {
    ("Ana Orlo was expelled from the League of Tarn in 1835.", True): ("assumed", "taken to"),
    ("Ana Orlo was expelled from the League of Tarn in 1835.", False): ("none", "to be assumed"),
    ("Ana Orlo was expelled from the League of Tarn in 1820.", True): ("none", "than 5 years"),
    ("Ana Orlo was again expelled from the League of Tarn in 1835.", True): ("none", "again"),
    ("Ana Orlo lived in Velin in 1830.", True): ("none", "more than once"),
    ("Peter Holm expelled Ana Orlo in 1835.", True): ("none", '"Peter Holm" is not known'),
}


@pytest.mark.parametrize(("passage", "assume"), CLOSINGS)
def test_how_far_the_reference_is_closed_is_told_with_the_reason(
    passage: str, assume: bool
) -> None:
    """Whether silence means no: declared, assumed, or not at all, and why."""
    closing = chain(passage, assume_complete=assume).closing
    closed, because = CLOSINGS[passage, assume]
    assert closing is not None
    assert (closing.closure, because in closing.because) == (closed, True)


MANNERS = {
    "Ana Orlo was not born in 1792.": 'negated by "not"',
    "If Ana Orlo was born in 1792, he erred.": 'hedged: conditional on "If"',
    "Was Ana Orlo born in 1792?": "hedged: a question",
    "Perhaps Ana Orlo was born in 1792.": 'hedged by "Perhaps"',
    "> Ana Orlo was born in 1792.": "attributed: inside a quotation",
}


@pytest.mark.parametrize("passage", MANNERS)
def test_the_words_that_take_a_statement_back_are_told(passage: str) -> None:
    """Negated, hedged, attributed: never just the name of the category."""
    quoted = f"“{passage.removeprefix('> ')}”" if passage.startswith(">") else passage
    assert chain(quoted).manner == MANNERS[passage]


def test_a_pronoun_is_told_with_the_name_it_stands_for() -> None:
    """Whether or not the reference knows it; the statement on the line before is left alone."""
    told = shown("Peter Holm was born in 1790.\nHe lived in Velin in 1795.", "-:2")
    assert 'person "He", for "Peter Holm": "Peter Holm" names nothing' in told
    assert "1 statement (1 open)" in told


def test_an_order_is_told_from_both_sides() -> None:
    """With the places of the two statements, wherever they stand, and what shows it."""
    passage = "Before Ana Orlo was expelled, she lived in Velin."
    orders = [order for one in why(passage).chains for order in one.orders]
    assert [(o.kind, o.source.text, o.target.text, o.words.text) for o in orders] == [
        ("before", "lived", "expelled", "Before")
    ] * 2
    told = shown(passage)
    assert told.count('Order: "lived" (1:35) before "expelled" (1:21), as "Before" says: ') == 2


def test_a_date_with_two_calendars_is_told_in_both() -> None:
    """An unmarked day of a time in which both calendars were in use has two readings."""
    one = chain("Ana Orlo was born on 4 May 1790.")
    assert one.time is not None
    words = [reading.words for reading in one.time.readings]
    assert words == ["4 May 1790", "4 May 1790 Old Style (15 May 1790)"]


PASSAGE = "Ana Orlo was born in 1792. Ana Orlo was expelled in 1836. On 31 June 1836 all was still."
COLUMNS = {
    "the trigger": (PASSAGE.index("expelled"), ["expulsion"], []),
    "a name in a role": (0, ["birth"], []),
    "the words of a finding": (PASSAGE.index("1792"), ["birth"], []),
    "another word of its sentence": (PASSAGE.index("was expelled"), ["expulsion"], []),
    "a sentence without a statement": (PASSAGE.index("31"), [], ["impossible-date"]),
}


@pytest.mark.parametrize("case", COLUMNS)
def test_a_column_asks_for_what_stands_there_alone(case: str) -> None:
    """So a place can be copied from a finding of `bede check`."""
    offset, types, rules = COLUMNS[case]
    found = why(PASSAGE, f"-:1:{offset + 1}")
    assert [one.claim.type for one in found.chains] == types
    assert [finding.rule for finding in found.findings] == rules


SILENT = {
    "The birds sang.": "no trigger word was found: none of its words is one by which Bede knows "
    "an event",
    "Nothing is known of the mayor.": "its sentence is not built as Bede knows it around a word "
    'for an event ("mayor": tenure)',
    "The opposition grew.": "the words on it that may carry an event made no statement",
    "The Birth of Ana Orlo\n\nShe sang.": "it is a heading, and a title states nothing",
    "\n\nThe birds sang.": "the line is empty",
}


@pytest.mark.parametrize("passage", SILENT)
def test_a_line_without_statements_says_why(passage: str) -> None:
    """No trigger, one that means nothing there, words passed over, a heading, nothing at all."""
    found = why(passage)
    assert (found.chains, found.silence) == ((), SILENT[passage])


def test_a_sentence_too_long_to_read_is_told_on_each_of_its_lines() -> None:
    """Its words are far from the line that was asked for; the reason is not."""
    found = why("and Ana Orlo met the guild of the town,\n" * 60 + "and so on.", "-:50")
    (passed,) = found.passed_over
    assert (passed.type, passed.place.line, "too long" in passed.reason) == ("any", 1, True)


def test_a_statement_told_before_is_named_by_its_words_and_line() -> None:
    """Not by the id, which nobody has seen."""
    passage = "Ana Orlo was expelled in 1836.\nThe expulsion of Ana Orlo was unjust."
    assert [one.reason for one in why(passage, "-:2").passed_over] == [
        'told before as "expelled" in line 1'
    ]


def test_what_steers_a_terminal_is_shown_and_not_sent() -> None:
    """In the line, in names, in dates."""
    page = text.render(why("Ana\x1b[2J Orlo was born in \x07 1792."), Look())
    assert "\x1b" not in page
    assert "␛[2J" in page


def test_lines_keep_to_the_width() -> None:
    """Of a narrow terminal, but for headlines, which stand alone."""
    page = text.render(why("Ana Orlo was born in Velin in 1792."), Look(width=60)).splitlines()
    assert [line for line in page if len(line) > 60 and not line.startswith("contradicted:")] == []


def objects(value: object) -> list[dict[str, Any]]:
    """All objects in a JSON value."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    own = [value] if isinstance(value, dict) else []
    return own + [one for part in inner for one in objects(part)]


def test_json_has_the_same_steps() -> None:
    """Claims and evidence as in the report, and offsets into the text."""
    passage = "Ana Orlo was born in Velin in 1792."
    told = json.loads(as_json.render(why(passage)))
    (one,) = told["statements"]
    assert (told["path"], told["line"], told["column"], told["text"]) == ("-", 1, None, passage)
    assert (one["claim"]["verdict"], one["verdict"]) == ("contradicted", "contradicted")
    (fact,) = one["tried"]
    assert (fact["evidence"]["fact"], fact["decides"]) == ("orlo-birth", True)
    assert [(part["part"], part["answer"]) for part in fact["parts"]] == [
        ("time", "no"),
        ("place", "yes"),
    ]
    assert one["time"]["readings"][0]["says"] == "1792"
    assert one["closure"]["closed"] == "declared"
    assert [finding["rule"] for finding in one["findings"]] == ["wrong-date"]
    placed = [o for o in objects(told) if {"text", "start", "end"} <= o.keys()]
    assert [o["text"] for o in placed if passage[o["start"] : o["end"]] != o["text"]] == []
