"""Family trees: names, dates in many calendars, places within places, what is left out."""

from __future__ import annotations

import tracemalloc
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.data_sets import FAMILY

from bede.errors import ChronologyError, ReferenceSourceError
from bede.evidence.sources import Record, Skipped
from bede.evidence.sources.gedcom import SOURCE
from bede.evidence.sources.gedcom.dates import read_date
from bede.evidence.sources.gedcom.lines import MAX_LINE, encoding_of
from bede.evidence.values import Entity, Fact, Source

HEAD = "0 HEAD\n1 GEDC\n2 VERS 5.5.1\n1 CHAR UTF-8\n"


def read(tmp_path: Path, body: str | bytes, *, head: str = HEAD) -> list[Record]:
    path = tmp_path / "tree.ged"
    data = body if isinstance(body, bytes) else f"{head}{body}0 TRLR\n".encode()
    path.write_bytes(data)
    return list(SOURCE.read(path))


def facts(records: list[Record]) -> dict[str, Fact]:
    return {record.id: record for record in records if isinstance(record, Fact)}


def entities(records: list[Record]) -> dict[str, Entity]:
    return {record.id: record for record in records if isinstance(record, Entity)}


def skipped(records: list[Record]) -> list[tuple[str, str]]:
    return [(one.place, one.cause) for one in records if isinstance(one, Skipped)]


def person(lines: str, name: str = "Ada /Reed/") -> str:
    return f"0 @I1@ INDI\n1 NAME {name}\n{lines}"


def test_a_small_family(tmp_path: Path) -> None:
    """Lives, a marriage and kinship; each fact on its source."""
    records = read(tmp_path, FAMILY.encode())
    found = facts(records)
    assert {key: fact.edtf for key, fact in found.items()} == {
        "tree-i1-birth": "1812-05-05",
        "tree-i1-death": "1870~",
        "tree-i2-birth": "[..1810]",
        "tree-f1-marriage": "1835",
        "tree-i3-kinship-tree-i2": None,
        "tree-i3-kinship-tree-i1": None,
    }
    assert found["tree-f1-marriage"].roles == {"person": ("tree-i2",), "spouse": ("tree-i1",)}
    assert found["tree-i3-kinship-tree-i1"].roles["relation"] == ("mother",)
    (register,) = (one for one in records if isinstance(one, Source) and one.pages)
    assert (register.title, register.pages, register.kind, register.quality) == (
        "Parish register of Tarn", "fol. 12", "primary", "decent",
    )  # fmt: skip
    assert found["tree-i1-birth"].sources == (register.id,)
    assert found["tree-i1-death"].sources == ("tree-file",)


def test_places_are_parts_of_places(tmp_path: Path) -> None:
    """From "Tarn, Velin, Orland" three places come; the second mention makes none."""
    found = entities(read(tmp_path, FAMILY.encode()))
    tarn, velin = found["tree-tarn-velin-orland"], found["tree-velin-orland"]
    assert (tarn.label, tarn.part_of, velin.part_of) == ("Tarn", (velin.id,), ("tree-orland",))
    assert [name.text for name in tarn.names] == ["Tarn", "Tarn, Velin, Orland"]


@pytest.mark.parametrize(
    ("stated", "edtf", "old_style"),
    [
        ("5 MAY 1812", "1812-05-05", None),
        ("MAY 1812", "1812-05", None),
        ("5 June 1812", "1812-06-05", None),
        ("Sept 1812", "1812-09", None),
        ("1812", "1812", None),
        ("ABT 1812", "1812~", None),
        ("EST MAY 1812", "1812-05~", None),
        ("CAL 1812", "1812~", None),
        ("BEF 1812", "[..1812]", None),
        ("AFT 5 MAY 1812", "[1812-05-05..]", None),
        ("BET 1812 AND 1815", "[1812..1815]", None),
        ("FROM 1812 TO MAY 1815", "1812/1815-05", None),
        ("FROM 1812", "1812/..", None),
        ("TO 1812", "../1812", None),
        ("INT 1812 (as told by her son)", "1812?", None),
        ("(in the year of the flood)", None, None),
        ("", None, None),
        ("44 B.C.", "-0043", None),
        ("44 BCE", "-0043", None),
        ("15 MAR 44 BC", "-0043-03-15", None),
        ("14 OCT 1066", "1066-10-14", None),
        ("@#DGREGORIAN@ 25 DEC 1642", "1642-12-25", None),
        ("@#DJULIAN@ 25 DEC 1642", "1643-01-04", "1642-12-25"),
        ("JULIAN 25 DEC 1642", "1643-01-04", "1642-12-25"),
        ("25 DEC 1642", "[1642-12-25..1643-01-04]", None),
        ("11 FEB 1731/32", "1732-02-22", "1732-02-11"),
        ("11 FEB 1699/00", "1700-02-21", "1700-02-11"),
        ("15 APR 1699/00", "[1699-04-15..1700-04-26]", None),
        ("1903/04", "[1903..1904]", None),
        ("@#DFRENCH R@ 18 BRUM 8", "1799-11-09", None),
        ("FRENCH_R VEND 1", "[1792-09-22..1792-10-21]", None),
        ("@#DHEBREW@ 1 TSH 5700", "1939-09-14", None),
        ("HEBREW 14 NSN 5703", "1943-04-19", None),
        ("HEBREW 14 ADR 5703", "1943-02-19", None),
        ("HEBREW 14 ADS 5703", "1943-03-21", None),
        ("HEBREW 14 ADR 5704", "1944-03-09", None),
        ("HEBREW 14 ADS 5704", "1944-03-09", None),
        ("FROM @#DJULIAN@ 1700 TO 1720", "[1700-01-11..1720-12-31]", None),
    ],
)
def test_dates(stated: str, edtf: str | None, old_style: str | None) -> None:
    """What the value of a DATE line stands for."""
    found = read_date(stated)
    assert (found and found.edtf, found and found.old_style) == (edtf, old_style)


@pytest.mark.parametrize(
    "stated",
    ["31 FEB 1812", "5 FOO 1812", "1812/14", "0", "99999", "29 FEB 1813", "last spring", "13/13/99",
     "@#DROMAN@ 3 IDUS", "BET 1815 AND 1812", "HEBREW 31 NSN 5703", "FRENCH_R 40", "1 MAY 44/45 BC",
     "9" * 300],
)  # fmt: skip
def test_dates_that_cannot_be(stated: str) -> None:
    """Each is refused with its cause."""
    with pytest.raises(ChronologyError):
        read_date(stated)


@given(
    st.lists(
        st.sampled_from(
            ["FROM", "TO", "BET", "AND", "ABT", "INT", "5", "31", "1731/32", "1812", "0", "99999",
             "MAY", "FEB", "TSH", "ADS", "COMP", "B.C.", "(", ")", "@#DHEBREW@", "@#DFRENCH R@",
             "JULIAN", "FRENCH_R", "/", "May", "５"]
        ),
        max_size=8,
    )
)  # fmt: skip
def test_any_words_are_a_date_or_refused(words: list[str]) -> None:
    """Never anything but a time, nothing, or a clear cause."""
    with suppress(ChronologyError):
        read_date(" ".join(words))


def test_a_place_tells_the_calendar(tmp_path: Path) -> None:
    """France had the Gregorian calendar in 1642, England not."""
    lines = "1 BIRT\n2 DATE 25 DEC 1642\n2 PLAC {}\n"
    for place, edtf in (
        ("Rouen, France", "1642-12-25"),
        ("Tarn, England", "[1642-12-25..1643-01-04]"),
    ):
        found = facts(read(tmp_path, person(lines.format(place))))
        assert found["tree-i1-birth"].edtf == edtf


def test_a_bad_date_costs_only_itself(tmp_path: Path) -> None:
    """The place of birth stays, and the line is told."""
    records = read(tmp_path, person("1 BIRT\n2 DATE 31 FEB 1812\n2 PLAC Tarn\n"))
    assert facts(records)["tree-i1-birth"].roles["place"] == ("tree-tarn",)
    assert skipped(records) == [
        ("line 8", "a date: 31 February 1812 does not exist: February has 29 days")
    ]


def test_two_births_are_one_fact_with_two_dates(tmp_path: Path) -> None:
    """The first is the one preferred, the other a variant."""
    records = read(tmp_path, person("1 BIRT\n2 DATE 1812\n1 BIRT\n2 DATE 1814\n"))
    (birth,) = facts(records).values()
    assert (birth.edtf, [(one.edtf, one.rank) for one in birth.values]) == (
        "1812", [("1814", "variant")],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ada Mary /Reed/", ["Ada Mary Reed"]),
        ("William /Lee/ Jr.", ["William Lee Jr."]),
        ("/Reed/", []),
        ("Edward III", ["Edward III"]),
        ('Joseph "Joe" /Reed/ jr.', ["Joseph Reed jr."]),
        ("Ada /Reed/\n1 NAME Addie\n2 TYPE nickname", ["Ada Reed"]),
        ("William I the Conqueror //", ["William I the Conqueror"]),
        ("Ada /Reed/\n2 NPFX Dr.", ["Ada Reed", "Dr. Ada Reed"]),
        ("Ada /Reed/\n1 NAME ada /REED/", ["Ada Reed"]),
        ("Аида /Рид/\n2 TRAN Aida /Rid/\n3 LANG ru-Latn", ["Аида Рид", "Aida Rid"]),
        ("Mary //", []),
        ("Mary /?/", []),
        ("Unknown /Reed/", []),
    ],
)
def test_names(line: str, names: list[str], tmp_path: Path) -> None:
    """Of whom half the name is unknown, he or she could be anybody."""
    found = entities(read(tmp_path, person("", line))).get("tree-i1")
    assert [name.text for name in found.names] == names if found else names == []


def test_kinds_of_names(tmp_path: Path) -> None:
    """The name at birth, a pen name, a transliteration with its language."""
    line = (
        "Ada /Vell/\n1 NAME Ada /Reed/\n2 TYPE maiden\n1 NAME A. /Pen/\n2 TYPE PROFESSIONAL\n"
        "1 NAME Ада /Велл/\n2 ROMN Ada /Well/\n3 LANG pl\n"
    )
    names = entities(read(tmp_path, person("", line)))["tree-i1"].names
    assert [(name.text, name.kind, name.language) for name in names] == [
        ("Ada Vell", "preferred", None), ("Ada Reed", "birth", None), ("A. Pen", "pen", None),
        ("Ада Велл", "alias", None), ("Ada Well", "transliteration", "pl"),
    ]  # fmt: skip


def test_other_events_of_a_life(tmp_path: Path) -> None:
    """Burial, home, journey, school and title; a state on record for one day is weak."""
    records = read(tmp_path, person(
        "1 BURI\n2 DATE 1870\n2 PLAC Tarn\n1 RESI\n2 DATE FROM 1820 TO 1830\n2 PLAC Tarn\n"
        "1 RESI\n2 DATE 1841\n2 PLAC Velin\n1 EMIG\n2 DATE 1842\n2 PLAC Orland\n1 IMMI\n"
        "2 PLAC Marr\n1 EDUC\n2 AGNC Tarn School\n1 TITL Duchess of Velin\n"
        "1 TITL Dr.\n1 TITL Lady Ada Reed\n1 BURI\n2 PLAC unknown\n"
    ))  # fmt: skip
    assert [
        (key.removeprefix("tree-i1-"), *list(fact.roles.items())[1], fact.confidence)
        for key, fact in facts(records).items()
    ] == [
        ("burial", "place", ("tree-tarn",), "medium"),
        ("residence", "place", ("tree-tarn",), "medium"),
        ("residence-2", "place", ("tree-velin",), "weak"),
        ("emigration", "from", ("tree-orland",), "medium"),
        ("emigration-2", "to", ("tree-marr",), "medium"),
        ("education", "institution", ("tree-organisation-tarn-school",), "medium"),
        ("tenure", "office", ("tree-office-duchess-of-velin",), "medium"),
    ]


def test_private_records_stay_private(tmp_path: Path) -> None:
    """RESN privacy and confidential are obeyed."""
    records = read(tmp_path, person("1 RESN confidential\n1 BIRT\n2 DATE 1970\n"))
    assert not facts(records)
    assert not entities(records)
    assert skipped(records) == [("line 5", "the file marks this person as private")]
    lines = "1 BIRT\n2 DATE 1812\n1 DEAT\n2 DATE 1870\n2 RESN CONFIDENTIAL, LOCKED\n"
    assert list(facts(read(tmp_path, person(lines)))) == ["tree-i1-birth"]


@pytest.mark.parametrize("told", ["2 PEDI adopted", "2 STAT DISPROVEN", "1 ADOP Y\n2 FAMC @F1@"])
def test_who_was_adopted_is_not_kin(told: str, tmp_path: Path) -> None:
    """Kinship is by birth."""
    body = FAMILY.replace("1 FAMC @F1@", f"1 FAMC @F1@\n{told}")
    assert not [key for key in facts(read(tmp_path, body.encode())) if "kinship" in key]


def test_who_is_left_out_is_nobodys_kin(tmp_path: Path) -> None:
    """A marriage to somebody without a name is one to nobody on record."""
    body = FAMILY.replace("Ada Mary /Reed/", "Ada //").replace("1 NAME Ada /Vell/", "1 NOTE x")
    assert list(facts(read(tmp_path, body.encode()))) == [
        "tree-i2-birth", "tree-i3-kinship-tree-i2",
    ]  # fmt: skip


def test_a_finer_or_coarser_date_agrees(tmp_path: Path) -> None:
    """It is no other birth, but the same told more or less exactly."""
    lines = "1 BIRT\n2 DATE MAY 1812\n1 BIRT\n2 DATE 5 MAY 1812\n1 BIRT\n2 DATE 1812\n2 SOUR x\n"
    (birth,) = facts(read(tmp_path, person(lines))).values()
    assert (birth.edtf, [(one.edtf, one.rank) for one in birth.values], birth.coarse_sources) == (
        "1812-05", [("1812-05-05", "finer")], ("tree-x-reference-work-fair",),
    )  # fmt: skip


def test_in_version_7_a_husband_is_a_parent(tmp_path: Path) -> None:
    """There HUSB and WIFE no longer say who is the father."""
    body = FAMILY.replace("2 VERS 5.5.1", "2 VERS 7.0")
    relations = [
        fact.roles["relation"] for fact in facts(read(tmp_path, body.encode())).values()
        if fact.type == "kinship"
    ]  # fmt: skip
    assert relations == [("parent",), ("parent",)]


def test_a_source_that_is_not_there(tmp_path: Path) -> None:
    """A void pointer names nothing."""
    records = read(tmp_path, person("1 BIRT\n2 DATE 1812\n2 SOUR @VOID@\n3 PAGE p. 4\n"))
    (source,) = (one for one in records if isinstance(one, Source) and one.pages)
    assert (source.title, source.pages) == ("source", "p. 4")


def test_unreliable_citations_make_weak_facts(tmp_path: Path) -> None:
    """QUAY 0 and 1 are the words of the file itself."""
    lines = "1 BIRT\n2 DATE 1812\n2 SOUR hearsay\n3 QUAY 0\n"
    (birth,) = facts(read(tmp_path, person(lines))).values()
    assert birth.confidence == "weak"


@pytest.mark.parametrize(
    ("stated", "codec"),
    [("ANSEL", "gedcom"), ("ANSI", "cp1252"), ("IBMPC", "cp437"), ("UTF-8", "utf-8")],
)
def test_old_character_sets(stated: str, codec: str, tmp_path: Path) -> None:
    """The header says which one it is. In ANSEL the accent stands before its letter."""
    ansel = codec == "gedcom"
    name = b"J\xe2ozsef /M\xe8uller/" if ansel else "József /Müller/".encode(codec)
    head = f"0 HEAD\n1 GEDC\n2 VERS 5.5.1\n1 CHAR {stated}\n".encode()
    records = read(tmp_path, head + b"0 @I1@ INDI\n1 NAME " + name + b"\n0 TRLR\n")
    assert entities(records)["tree-i1"].label == "József Müller"


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_unicode_shows_itself(codec: str, ending: str, tmp_path: Path) -> None:
    """With a byte order mark or without, and with the line breaks of any system."""
    text = f"{HEAD}{person('', 'József /Müller/')}\n0 TRLR\n".replace("\n", ending)
    path = tmp_path / "tree.ged"
    path.write_bytes(text.encode(codec))
    assert SOURCE.fits(path)
    assert entities(list(SOURCE.read(path)))["tree-i1"].label == "József Müller"
    assert encoding_of(b"0 HEAD") == "utf-8"


def test_broken_lines_are_told_and_the_rest_is_kept(tmp_path: Path) -> None:
    """A line that is none, one too deep, one too long, and the end cut off."""
    body = person(
        "this is no line\n1 BIRT\n3 DATE 1812\n2 DATE 1813\n1 NOTE " + "x" * 2 * MAX_LINE + "\n"
    )
    path = tmp_path / "tree.ged"
    path.write_text(HEAD + body)
    records = list(SOURCE.read(path))
    assert facts(records)["tree-i1-birth"].edtf == "1813"
    assert skipped(records) == [
        ("line 7", "this is no line of GEDCOM: a level, a tag and a value"),
        ("line 9", "level 3 does not follow on the line above"),
        ("line 11", f"a line of more than {MAX_LINE} characters"),
        ("line 5", "the file ends in this record, without 0 TRLR"),
    ]


def test_what_is_no_family_tree_is_refused(tmp_path: Path) -> None:
    """One line says so."""
    path = tmp_path / "tree.ged"
    path.write_text("Dear Ada,\n")
    with pytest.raises(ReferenceSourceError, match="does not begin with 0 HEAD"):
        list(SOURCE.read(path))


def test_a_big_tree_takes_little_memory(tmp_path: Path) -> None:
    """Three thousand people: what is held is the places and sources, not the people."""
    path = tmp_path / "tree.ged"
    with path.open("w") as file:
        file.write(HEAD)
        for number in range(3_000):
            file.write(f"0 @I{number}@ INDI\n1 NAME Ada {number} /Reed/\n")
            file.write(f"1 BIRT\n2 DATE {1500 + number % 400}\n2 PLAC Tarn {number % 9}, Orland\n")
        file.write("0 TRLR\n")
    tracemalloc.start()
    try:
        count = sum(isinstance(record, Fact) for record in SOURCE.read(path))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 3_000
    assert peak < 1_000_000
