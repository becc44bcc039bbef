"""Tables of any columns: what a mapping makes of their rows, and what it refuses."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from bede.errors import ReferenceSourceError
from bede.evidence.sources.contract import Record, Skipped
from bede.evidence.sources.tables import Tables, mapping_called, read_mapping, shipped_mappings
from bede.evidence.sources.tables.places import line_of
from bede.evidence.values import Completeness, Entity, Fact, Source

HEAD = 'name = "orland"\ntitle = "Orland"\n'
PERSON = """
[[table.entity]]
kind = "person"
id = "{id}"
name = "{name}"
"""
BIRTH = """
[[table.fact]]
type = "birth"
roles = { person = "{id}" }
time = "{born}"
"""
TABLE = '\n[[table]]\nfiles = "*.csv"\n'

Made = Sequence[Record]


def read(folder: Path, mapping: str, **tables: str) -> Made:
    """The records that a mapping makes of tables, which are given by name."""
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    (folder / "mapping.toml").write_text(mapping, encoding="utf-8")
    return list(Tables().read(folder))


def entities(made: Made) -> list[Entity]:
    return [one for one in made if isinstance(one, Entity)]


def facts(made: Made) -> list[Fact]:
    return [one for one in made if isinstance(one, Fact)]


def skipped(made: Made) -> list[str]:
    return [f"{one.place}: {one.cause}" for one in made if isinstance(one, Skipped)]


def births(folder: Path, born: str, dates: str = "", fact: str = "") -> Made:
    """What becomes of the cells of a column of births, one on each line."""
    rows = "".join(f'p{at},Ada {at},"{cell}"\n' for at, cell in enumerate(born.split("\n")))
    return read(folder, HEAD + dates + TABLE + PERSON + BIRTH + fact, a="id,name,born\n" + rows)


def test_a_row_makes_entities_and_facts(tmp_path: Path) -> None:
    """Cells stand in texts by their columns; lists are parted; sources are counted."""
    mapping = (
        HEAD + '[source]\ncolumn = "from"\nseparator = ";"\n' + TABLE + PERSON
        + 'aliases = [{ column = "also", separator = "|" }]\ndescription = "{what}"\n'
        + 'prominence_count = { column = "from", separator = ";" }\n'
        + 'same_as = ["wikidata:{q}"]\n' + BIRTH
    )  # fmt: skip
    made = read(
        tmp_path, mapping,
        a="id,name,also,what,from,q,born\nP1,Ada Reed,Ada Vell| A. Reed |ada reed,painter,"
          "Register; Annals,Q9,1812-05-05\nP2,Orlo Vell,,,Annals,,\n",
    )  # fmt: skip
    ada, orlo = entities(made)
    assert (ada.id, ada.label, ada.description, ada.prominence) == ("p1", "Ada Reed", "painter", 2)
    assert [name.text for name in ada.names] == ["Ada Reed", "Ada Vell", "A. Reed"]
    assert (ada.same_as, orlo.same_as, orlo.prominence) == (("wikidata:Q9",), (), 1)
    assert [one.title for one in made if isinstance(one, Source)] == ["Register", "Annals"]
    (birth,) = facts(made)
    assert (birth.id, birth.edtf, birth.sources) == (
        "p1-birth", "1812-05-05", ("register", "annals"),
    )  # fmt: skip


def test_rows_share_what_they_name(tmp_path: Path) -> None:
    """An office is made once of two columns; a fact told twice is told once, or refused."""
    mapping = (
        HEAD + TABLE
        + '[[table.entity]]\nkind = "office"\nid = "office {office} {land}"\n'
        'name = "{office} of {land}"\nshared = true\n'
        'holders = { column = "office", otherwise = "single", values = { Consul = "many" } }\n'
        '[[table.fact]]\ntype = "tenure"\nroles = { person = "{who}", office = "office {office} '
        '{land}" }\nid = "{who} {office}"\nbegin = "{from}"\nend = "{to}"\nshared = true\n'
    )  # fmt: skip
    made = read(
        tmp_path, mapping,
        a="who,office,land,from,to\np1,King,Orland,1066,1087\np2,Consul,Velin,1100,\n"
          "p1,King,Orland,1066,1087\np1,King,Orland,1066,1088\n",
    )  # fmt: skip
    assert [(one.id, one.label, one.holders) for one in entities(made)] == [
        ("office-king-orland", "King of Orland", "single"),
        ("office-consul-velin", "Consul of Velin", "many"),
    ]
    assert [(one.id, one.edtf) for one in facts(made)] == [
        ("p1-king", "1066/1087"),
        ("p2-consul", "1100/.."),
    ]
    assert skipped(made) == ["line 5: tenure: another row of the same has another time"]


def test_rows_are_chosen_by_their_cells(tmp_path: Path) -> None:
    """By whole cells or a part of them, and by what is filled."""
    conditions = 'where = { sort = ["king*", "*queen"] }\nunless = { sort = ["*of hearts*"] }\n'
    made = read(
        tmp_path,
        HEAD + TABLE + PERSON + conditions + 'needs = ["born", "died"]\n',
        a="id,name,sort,born,died\na,A,kings,1,\nb,B,the queen,,2\nc,C,king of hearts !,1,\n"
        "d,D,duke,1,\ne,E,king,,\n",
    )
    assert [one.id for one in entities(made)] == ["a", "b"]


@pytest.mark.parametrize(
    ("cell", "dates", "edtf"),
    [
        ("1812-05-05", "", "1812-05-05"),
        ("1812-05", "", "1812-05"),
        ("1066-10-14", "", "1066-10-14"),
        ("1886-11-19?", "", "1886-11-19?"),
        ("-0043", "", "-0043"),
        ("44 BC", "", "-0043"),
        ("44 BC", '[dates]\nyears = "historical"\n', "-0043"),
        ("-44", '[dates]\nyears = "historical"\n', "-0043"),
        ("AD 43", "", "0043"),
        ("5 May 1812", '[dates]\nformats = ["%d.%m.%Y", "%d %B %Y"]\n', "1812-05-05"),
        ("5.5.1812", '[dates]\nformats = ["%d.%m.%Y"]\n', "1812-05-05"),
        ("May 1812", '[dates]\nformats = ["%B %Y"]\n', "1812-05"),
        ("1812-01-01", '[dates]\nplaceholders = { "-01-01" = "year" }\n', "1812"),
        ("1.1.1812", '[dates]\nformats = ["%d.%m.%Y"]\nplaceholders = {"-01-01"="year"}\n', "1812"),
        ("11.1.1812", '[dates]\nformats = ["%d.%m.%Y"]\nplaceholders = {"-01-01"="year"}\n',
         "1812-01-11"),
        ("1812-01-01~", '[dates]\nplaceholders = { "-01-01" = "year" }\n', "1812~"),
        ("1812-05-01", '[dates]\nplaceholders = { "-01" = "month" }\n', "1812-05"),
    ],
)  # fmt: skip
def test_dates_are_as_exact_as_the_table(tmp_path: Path, cell: str, dates: str, edtf: str) -> None:
    """Forms are told by the mapping, and so is what only fills a cell."""
    (birth,) = facts(births(tmp_path, cell, dates))
    assert birth.edtf == edtf


def test_days_are_of_the_calendar_of_the_table(tmp_path: Path) -> None:
    """Julian before the reform as history tells them, unless it is told otherwise."""
    days = {}
    for calendar in ("historical", "gregorian", "julian", "unstated"):
        (birth,) = facts(births(tmp_path, "1066-10-14", f'[dates]\ncalendar = "{calendar}"\n'))
        assert birth.span is not None
        days[calendar] = birth.span.hull
    assert days["historical"] == days["julian"]
    assert days["gregorian"][0] == (days["julian"][0] or 0) - 6
    assert days["unstated"] == (days["gregorian"][0], days["julian"][1])


def test_a_time_can_be_taken_as_coarser(tmp_path: Path) -> None:
    """Where only the year is meant in earnest."""
    made = births(tmp_path, "1812-05-05\n1812-05", fact='precision = "year"\n')
    assert [one.edtf for one in facts(made)] == ["1812", "1812"]


@pytest.mark.parametrize(
    "cell",
    [
        "1812-02-31",
        "1812-13-01",
        "99999",
        "0 BC",
        "1 May 39",
        "39",
        "39-05-01",
        "soon",
        "1900/1800",
    ],
)
def test_what_is_no_date_is_skipped_with_its_line(tmp_path: Path, cell: str) -> None:
    """The rest of the row is kept."""
    made = births(tmp_path, f"1812\n{cell}", '[dates]\nformats = ["%d %B %Y"]\n')
    assert len(entities(made)) == 2
    assert len(facts(made)) == 1
    (told,) = skipped(made)
    assert told.startswith("line 3: birth: ")


def test_what_means_nothing_is_no_date(tmp_path: Path) -> None:
    """An open end, and a word for "unknown"."""
    dates = '[dates]\nunknown = ["n.k."]\nplaceholders = { "9999-12-31" = "open" }\n'
    made = births(tmp_path, "9999-12-31\nn.k.\nNA\n..", dates)
    assert (facts(made), skipped(made)) == ([], [])


def test_a_fact_outside_another_is_weak(tmp_path: Path) -> None:
    """One of the two is wrong, and nobody knows which."""
    mapping = (
        HEAD + '[[table]]\nfiles = "wars.csv"\n[[table.fact]]\ntype = "war"\n'
        'roles = { name = "{id}" }\nid = "{id} war"\nbegin = "{from}"\nend = "{to}"\n'
        '[[table]]\nfiles = "battles.csv"\n[[table.fact]]\ntype = "battle"\n'
        'roles = { name = "{id}" }\ntime = "{day}"\nwithin = "{war} war"\n'
    )
    made = read(
        tmp_path, mapping, wars="id,from,to\nw1,1810,1812\n",
        battles="id,war,day\nb1,w1,1812-05-05\nb2,w1,1813-05-05\nb3,w1,1812\nb4,,1900\n",
    )  # fmt: skip
    assert [one.confidence for one in facts(made)] == ["medium"] * 2 + ["weak"] + ["medium"] * 2


def test_a_table_may_have_all_there_is(tmp_path: Path) -> None:
    """It is said of each office, but of none of which a row was of no use."""
    mapping = (
        HEAD + TABLE
        + '[[table.fact]]\ntype = "tenure"\nroles = { person = "{who}", office = "{office}" }\n'
        'id = "{who} {office}"\nbegin = "{from}"\nend = "{to}"\n'
        'complete = { role = "office", basis = "The roll of the moot has them all." }\n'
    )  # fmt: skip
    made = read(
        tmp_path, mapping,
        a="who,office,from,to\np1,king,1066,1087\np2,consul,1100,1101\np3,king,1087,1118\n"
          "p4,reeve,1100,1101-02-31\np4,bailiff,1100,1101\n,bailiff,1101,1102\np5,consul,,\n",
    )  # fmt: skip
    (said,) = [one for one in made if isinstance(one, Completeness)]
    assert (said.entity, said.type, said.records) == ("king", "tenure", ("p1-king", "p3-king"))
    assert (said.complete, said.basis) == (True, "The roll of the moot has them all.")


def test_names_have_their_time(tmp_path: Path) -> None:
    """Of a city that was renamed."""
    mapping = HEAD + TABLE + PERSON.replace("person", "place") + (
        'begin = "{from}"\nend = "{to}"\nnames = [{ text = "{old}", end = "{from}" }]\n'
    )  # fmt: skip
    made = read(tmp_path, mapping, a="id,name,old,from,to\nt,New Tarn,Tarn,1812,1900\n")
    (town,) = entities(made)
    assert [(name.text, name.edtf) for name in town.names] == [
        ("New Tarn", "1812/1900"),
        ("Tarn", "../1812"),
    ]


@pytest.mark.parametrize(
    ("text", "makes"),
    [
        ("\ufeffid,name,born\np,Ada,1812\n", 1),
        ("id;name;born\np;Ada, of Tarn;1812\n", 1),
        ("id\tname\tborn\r\np\tAda\t1812\r\n", 1),
        ('id,name,born\np,"Ada\nReed",1812\nq,Orlo,1813\n', 2),
        ("id,name,born\n\n,,\np,Ada,1812\n", 1),
        ("id,name,born\n", 0),
    ],
)
def test_tables_of_many_programs(tmp_path: Path, text: str, makes: int) -> None:
    """Byte order marks, other delimiters, cells of several lines, empty rows."""
    made = read(tmp_path, HEAD + TABLE + PERSON + BIRTH, a=text)
    assert (len(facts(made)), skipped(made)) == (makes, [])


def test_two_columns_of_one_name_are_refused(tmp_path: Path) -> None:
    """Which of them is meant, nobody knows."""
    with pytest.raises(ReferenceSourceError, match="two columns are called 'name'"):
        read(tmp_path, HEAD + TABLE + PERSON, a="id,name,name\np,Ada,Orlo\n")


def test_rows_that_are_none_are_skipped(tmp_path: Path) -> None:
    """Too many cells, no name, a cell of a million characters; the next row counts."""
    long = "x" * 1_200_000
    made = read(
        tmp_path,
        HEAD + TABLE + PERSON,
        a=f"id,name\na,A,B\nb,\n{long},C\nd,D\n",
    )
    assert [one.id for one in entities(made)] == ["d"]
    places = [told.partition(":")[0] for told in skipped(made)]
    assert places == ["line 2", "line 3", "line 4"]


@pytest.mark.parametrize(
    ("mapping", "told"),
    [
        ("name = ", "mapping.toml:1: not TOML"),
        (HEAD, "the key 'table' is missing"),
        (HEAD + TABLE + "file = 1\n", "mapping.toml:6: unknown key 'file'"),
        (HEAD + TABLE + PERSON.replace("person", "dog"), "mapping.toml:8: 'kind' is 'dog'"),
        (HEAD + TABLE + PERSON + BIRTH.replace('"birth"', '"brith"'), "no event type 'brith'"),
        (HEAD + TABLE + PERSON + BIRTH.replace("person =", "child ="),
         "mapping.toml:14: 'birth' has no role 'child'; its roles are person"),
        (HEAD + '[dates]\nformats = ["%d-%b-%y"]\n' + TABLE, "mapping.toml:4: 'formats': years of"),
        (HEAD + TABLE.replace("*.csv", "*.tsv") + PERSON, "no file here is called *.tsv"),
        (HEAD + TABLE + PERSON.replace("{name}", "{nmae}"),
         "a.csv:1: the table has no column 'nmae'; its columns are id, name"),
        (HEAD + TABLE + 'encoding = "utf-99"\n' + PERSON, "there is no encoding 'utf-99'"),
        (HEAD + TABLE + 'encoding = "utf-16"\n' + PERSON, "the table is not utf-16"),
        (HEAD + TABLE.replace("*.csv", "../*") + PERSON, "mapping.toml:5: 'files': '../*' is no"),
        (HEAD + TABLE.replace("*.csv", "/etc/passwd") + PERSON, "'/etc/passwd' is no name"),
        (HEAD + TABLE.replace("*.csv", "a**") + PERSON, "'a**' is no name"),
        (HEAD + TABLE + PERSON + 'holders = "lots"', "'lots' is neither single nor many"),
        (HEAD + TABLE + '[[table.fact]]\ntype = "birth"\nroles = {}\n', "mapping.toml:8: 'roles'"),
        (HEAD + TABLE.replace("*", "") + PERSON, "no file here is called .csv"),
    ],
)  # fmt: skip
def test_a_faulty_mapping_is_one_line(tmp_path: Path, mapping: str, told: str) -> None:
    """File, line, cause and remedy."""
    with pytest.raises(ReferenceSourceError) as error:
        read(tmp_path, mapping, a="id,name\n")
    assert told in str(error.value)
    assert "; " in str(error.value)
    assert "\n" not in str(error.value)


def test_another_encoding_is_named_in_the_mapping(tmp_path: Path) -> None:
    """Bede does not guess letters."""
    (tmp_path / "a.csv").write_bytes("id,name\np,Adèle\n".encode("cp1252"))
    with pytest.raises(ReferenceSourceError, match="state its encoding"):
        read(tmp_path, HEAD + TABLE + PERSON)
    made = read(tmp_path, HEAD + TABLE + 'encoding = "cp1252"\n' + PERSON)
    assert entities(made)[0].label == "Adèle"


def test_a_mapping_of_a_megabyte_is_refused(tmp_path: Path) -> None:
    """It is none."""
    path = tmp_path / "mapping.toml"
    path.write_text("#" * 1_100_000)
    with pytest.raises(ReferenceSourceError, match="too long"):
        read_mapping(path)


def test_mappings_that_come_with_bede_are_sound() -> None:
    """Each can be asked for by its name, which is that of its data set."""
    for name in shipped_mappings():
        mapping = mapping_called(name)
        assert mapping.name == name
        assert mapping.licence != "not stated"
    with pytest.raises(ReferenceSourceError, match=r"nothing: .*one of manystates, "):
        mapping_called("nothing")


def test_lines_of_keys() -> None:
    """In lists of tables, and the nearest one where a key is not there."""
    text = "a = 1\n[[t]]\nx = 1\n[[t.e]]\nk = 1\n[[t]]\n[[t.e]]\n[[t.e]]\nk = 2\n[d]\nz = 1\n"
    assert line_of(text, ("t", 0, "e", 0, "k")) == 5
    assert line_of(text, ("t", 1, "e", 1, "k", "more")) == 9
    assert line_of(text, ("t", 1, "e", 0, "k")) == 7
    assert line_of(text, ("d", "z")) == 11
    assert line_of(text, ("nothing",)) == 1
