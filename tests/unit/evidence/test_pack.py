"""Reading packs: what a good pack becomes, and where a faulty one is wrong."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bede.chronology import Span, day_number
from bede.evidence.pack import FaultyPackError, Pack, check_pack, check_packs, pack_from_yaml
from bede.evidence.pack_text import MAX_BYTES
from bede.evidence.values import Name, Value

MakePack = Callable[..., Path]
Roles = Mapping[str, Mapping[str, tuple[str, ...]]]

ORLO = "- id: orlo\n  name: Ana Orlo\n  sources: [kell]\n  confidence: high\n"
LEAGUE = "- id: league\n  name: League\n  kind: party\n  sources: [kell]\n  confidence: high\n"
COUNCIL = LEAGUE.replace("league", "council").replace("League", "Council")
FACT = (
    "- id: orlo-expelled\n  type: expulsion\n  roles:\n    person: orlo\n    by: council\n"
    "  when: 1839\n  sources: [kell]\n  confidence: high\n"
)


def read(folder: Path, roles: Roles) -> Pack:
    """Return a pack that must be good."""
    pack, errors = check_pack(folder, roles)
    assert errors == ()
    assert pack is not None
    return pack


def places(folder: Path, roles: Roles) -> list[tuple[str, int | None, str]]:
    """Return file, line and text of every error of a pack that must be faulty."""
    pack, errors = check_pack(folder, roles)
    assert pack is None
    return [(Path(e.path or "").relative_to(folder).as_posix(), e.line, e.message) for e in errors]


def test_dates_need_no_quotes(make_pack: MakePack, roles: Roles) -> None:
    """A date is text in YAML and a span in the fact; an Old Style date must agree with it."""
    fact = read(make_pack(), roles).facts[0]
    assert (fact.edtf, fact.old_style) == ("1839-05-14", "1839-05-02")
    assert fact.span == Span.day(day_number(1839, 5, 14))


def test_other_values_keep_their_rank(make_pack: MakePack, roles: Roles) -> None:
    """A rejected value may differ in a role instead of the time."""
    fact = read(make_pack(), roles).facts[0]
    assert fact.values[1] == Value(
        None, None, None, {"by": ("league",)}, "rejected", ("kell",), None
    )


def test_a_single_value_may_stand_for_a_list(make_pack: MakePack, roles: Roles) -> None:
    """One filler, source or whole needs no brackets."""
    pack = read(make_pack(), roles)
    entities = {entity.id: entity for entity in pack.entities}
    assert (entities["orlo"].sources, entities["council"].part_of) == (("kell",), ("league",))
    assert pack.facts[0].roles["person"] == ("orlo",)


def test_names_in_time(make_pack: MakePack, roles: Roles) -> None:
    """A dated name is valid for its period; the first is the label if no other is given."""
    league = next(e for e in read(make_pack(), roles).entities if e.id == "league")
    since = Span.interval(Span.month(1838, 5), None)
    assert league.label == "Tarn League"
    assert league.names[1:] == (
        Name("Grand League", "period", since, "1838-05/..", ("kell",)),
        Name("the League", "alias", None, None, ()),
    )


def test_the_usual_name_does_not_lift_the_limits_of_a_dated_one(
    make_pack: MakePack, roles: Roles
) -> None:
    """A label that is one of the dated names adds no name without limits."""
    dated = "  names:\n    - {name: Tarn League, from: 1830, sources: kell}\n"
    league = LEAGUE.replace("name: League", "name: Tarn League") + dated
    pack = read(make_pack({"organisations.yaml": league + COUNCIL}), roles)
    names = next(e.names for e in pack.entities if e.id == "league")
    assert [(name.kind, name.edtf) for name in names] == [("period", "1830/..")]


def test_completeness_is_told_apart_by_roles_and_time(make_pack: MakePack, roles: Roles) -> None:
    """The key `time` under `where` is no role."""
    stated = read(make_pack(), roles).completeness[0]
    assert (stated.where, stated.where_time) == ({"organisation": ("league",)}, "1839/..")


FAULTS: list[tuple[str, dict[str, str | bytes], tuple[str, int | None, str]]] = [
    (
        "YAML syntax",
        {"people.yaml": ORLO + "  note: [broken\n- id: x\n"},
        ("people.yaml", 6, "not YAML"),
    ),
    (
        "unknown key",
        {"people.yaml": ORLO + "  nmae: Orlo\n"},
        ("people.yaml", 5, "unknown key 'nmae'; the keys here are aliases, birth_name"),
    ),
    (
        "missing key",
        {"people.yaml": ORLO.replace("  confidence: high\n", "")},
        ("people.yaml", 1, "the key 'confidence' is missing"),
    ),
    (
        "key without value",
        {"people.yaml": ORLO.replace("Ana Orlo", "")},
        ("people.yaml", 2, "'name' has no value; write one or remove the key"),
    ),
    (
        "wrong type",
        {"people.yaml": ORLO + "  aliases: Orlova\n"},
        ("people.yaml", 5, "'aliases' must be a list"),
    ),
    (
        "wrong word",
        {"people.yaml": ORLO.replace("high", "strong")},
        ("people.yaml", 4, "'confidence' is 'strong'; write 'high', 'medium' or 'weak'"),
    ),
    (
        "no id",
        {"people.yaml": ORLO + ORLO.replace("orlo", "Ana Orlo")},
        ("people.yaml", 5, "'id' is 'Ana Orlo', which is no id"),
    ),
    (
        "bad date",
        {"facts/expulsions.yaml": FACT.replace("1839", "1839-13")},
        ("facts/expulsions.yaml", 6, "13"),
    ),
    (
        "Old Style date of another day",
        {"facts/expulsions.yaml": FACT.replace("1839", "1839-05-14\n  old_style: 1839-05-03")},
        ("facts/expulsions.yaml", 7, "Old Style 1839-05-03 is not the date that 'when' gives"),
    ),
    (
        "name that ends before it begins",
        {
            "organisations.yaml": LEAGUE
            + "  names: [{name: Old, from: 1840, to: 1830, sources: kell}]\n"
            + COUNCIL
        },
        ("organisations.yaml", 6, "lies after"),
    ),
    (
        "duplicate id",
        {"people.yaml": ORLO + ORLO},
        ("people.yaml", 5, "the id 'orlo' stands twice, first at"),
    ),
    (
        "duplicate key",
        {"people.yaml": ORLO + "  name: Ana Vell\n"},
        ("people.yaml", 5, "the key 'name' stands twice, first in line 2"),
    ),
    (
        "fact without a source",
        {"facts/expulsions.yaml": FACT.replace("[kell]", "[]")},
        ("facts/expulsions.yaml", 7, "'sources' is empty; name at least one source"),
    ),
    (
        "source that is not there",
        {"facts/expulsions.yaml": FACT.replace("[kell]", "\n    - kell\n    - kelp")},
        ("facts/expulsions.yaml", 9, "'sources' names 'kelp', but no record has this id"),
    ),
    (
        "filler that is not there",
        {"facts/expulsions.yaml": FACT.replace("person: orlo", "person: olro")},
        ("facts/expulsions.yaml", 4, "'person' names 'olro', but no record has this id"),
    ),
    (
        "filler of the wrong kind",
        {"facts/expulsions.yaml": FACT.replace("person: orlo", "person: league")},
        ("facts/expulsions.yaml", 4, "'league', which is of the kind organisation"),
    ),
    (
        "unknown event type",
        {"facts/expulsions.yaml": FACT.replace("type: expulsion", "type: expelling")},
        ("facts/expulsions.yaml", 2, "unknown event type 'expelling'; known are death, expulsion"),
    ),
    (
        "unknown role",
        {"facts/expulsions.yaml": FACT.replace("by:", "agent:")},
        ("facts/expulsions.yaml", 5, "the event type 'expulsion' has no role 'agent'"),
    ),
    (
        "whole that is not there",
        {"organisations.yaml": LEAGUE + COUNCIL + "  part_of: [leage]\n"},
        ("organisations.yaml", 11, "'part_of' names 'leage', but no record has this id"),
    ),
    (
        "circle",
        {"organisations.yaml": LEAGUE + "  part_of: council\n" + COUNCIL + "  part_of: league\n"},
        ("organisations.yaml", 6, "part_of leads in a circle: league > council > league"),
    ),
    (
        "YAML alias",
        {"people.yaml": ORLO.replace("[kell]", "&a [kell]") + "  aliases: *a\n"},
        ("people.yaml", 3, "a YAML anchor or alias; write the value out"),
    ),
    (
        "YAML tag",
        {"people.yaml": ORLO.replace("Ana Orlo", "!!python/name:os.system x")},
        ("people.yaml", 2, "the YAML tag tag:yaml.org,2002:python/name:os.system"),
    ),
    ("not UTF-8", {"people.yaml": ORLO.encode() + b"# \xff"}, ("people.yaml", 5, "not UTF-8")),
    ("control character", {"people.yaml": ORLO + "# \0"}, ("people.yaml", 5, "U+0000")),
    ("too large", {"people.yaml": b"#" * (MAX_BYTES + 1)}, ("people.yaml", None, "split the file")),
    (
        "too deep",
        {"people.yaml": "[" * 5000},
        ("people.yaml", 1, "too many or too deeply nested values"),
    ),
    (
        "a second colon",
        {"people.yaml": ORLO.replace("Ana Orlo", "Orlo: a life")},
        ("people.yaml", 2, "a second colon in a line, or a line too far in; put the text after"),
    ),
    (
        "a sign at the beginning",
        {"people.yaml": ORLO.replace("Ana Orlo", "@orlo")},
        ("people.yaml", 2, "a text that begins with a sign; put the text"),
    ),
    (
        "a quotation mark without an end",
        {"people.yaml": ORLO.replace("Ana Orlo", '"Ana Orlo')},
        ("people.yaml", 5, "a quotation mark or bracket that is not closed; close it"),
    ),
    (
        "a year of three digits",
        {"facts/expulsions.yaml": FACT.replace("1839", "835~")},
        ("facts/expulsions.yaml", 6, "write the year with four digits, as in 0835"),
    ),
    ("unknown file", {"poeple.yaml": ORLO}, ("poeple.yaml", None, "no file of this name")),
    ("no list", {"people.yaml": "orlo: Ana"}, ("people.yaml", 1, "begin each record with '- id")),
    (
        "alias that repeats a name",
        {"people.yaml": ORLO + "  aliases:\n    - Orlo\n    - ana orlo\n"},
        ("people.yaml", 7, "the alias 'ana orlo' repeats another name of the record"),
    ),
    ("TOML syntax", {"pack.toml": 'name = "small"\nversion = '}, ("pack.toml", 2, "not TOML")),
]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [(changes, expected) for _, changes, expected in FAULTS],
    ids=[name for name, _, _ in FAULTS],
)
def test_a_fault_has_a_file_and_a_line(
    make_pack: MakePack,
    roles: Roles,
    changes: dict[str, str | bytes],
    expected: tuple[str, int | None, str],
) -> None:
    """Among the errors is one at the right place, on one line, in plain words."""
    file, line, words = expected
    found = places(make_pack(changes), roles)
    assert (file, line) in {(path, at) for path, at, _ in found}
    assert any(words in text for path, at, text in found if (path, at) == (file, line)), found


def test_a_record_with_a_fault_is_still_there_to_be_named(
    make_pack: MakePack, roles: Roles
) -> None:
    """One mistake gives one error: facts about a faulty person are not faulty for it."""
    folder = make_pack({"people.yaml": ORLO + "  nmae: Orlo\n"})
    assert len(places(folder, roles)) == 1


def test_what_stands_in_an_unreadable_file_is_not_called_missing(
    make_pack: MakePack, roles: Roles
) -> None:
    """One slip in the sources gives one error, not one for each fact."""
    for file, content in (("sources.yaml", "- id: [kell\n"), ("sources/all.bib", "\xff")):
        changes = {"sources.yaml": "", file: content.encode("latin-1")}
        found = places(make_pack(changes, name=Path(file).stem), roles)
        assert [path for path, _, _ in found] == [file]


def test_a_pipe_is_not_waited_for(make_pack: MakePack, roles: Roles) -> None:
    """Only files are read."""
    folder = make_pack()
    (folder / "works.yaml").unlink(missing_ok=True)
    os.mkfifo(folder / "works.yaml")
    assert places(folder, roles) == [("works.yaml", None, "this is no file; put a file there")]


def test_completeness_is_checked_where_it_stands(make_pack: MakePack, roles: Roles) -> None:
    """The lines of pack.toml are known although TOML readers do not tell them."""
    folder = make_pack()
    toml = (folder / "pack.toml").read_text()
    (folder / "pack.toml").write_text(toml.replace('"orlo-expelled"', '"orlo-killed"'))
    expected = ("pack.toml", 13, "'records' names 'orlo-killed', but no record has this id; ")
    assert places(folder, roles) == [
        (*expected[:2], expected[2] + "add the record or correct the id")
    ]


def test_all_faults_are_told_in_order(make_pack: MakePack, roles: Roles) -> None:
    """An editor can mend a pack in one go: sorted by file, then by line."""
    changes = {
        "people.yaml": ORLO.replace("high", "strong") + "  nmae: Orlo\n",
        "facts/expulsions.yaml": FACT.replace("1839", "1839-13").replace("council", "concil"),
    }
    found = [(file, line) for file, line, _ in places(make_pack(changes), roles)]
    assert found == [
        ("facts/expulsions.yaml", 5),
        ("facts/expulsions.yaml", 6),
        ("people.yaml", 4),
        ("people.yaml", 5),
    ]


def test_a_missing_pack(tmp_path: Path, roles: Roles) -> None:
    """A folder without pack.toml is told by name."""
    assert places(tmp_path, roles) == [("pack.toml", None, "no such file; every pack needs it")]


def test_packs_share_their_ids(make_pack: MakePack, roles: Roles) -> None:
    """A pack may name records of another; the same id in both is an error that names both."""
    more = dict.fromkeys(("people.yaml", "organisations.yaml", "sources.yaml"), "")
    more["pack.toml"] = (
        'name = "more"\nversion = "1"\ntitle = "More"\nlicence = "CC0-1.0"\neditors = []\n'
        'scope = "More"\n'
    )
    fact = FACT.replace("orlo-expelled", "orlo-expelled-again")
    first = make_pack()
    second = make_pack({**more, "facts/expulsions.yaml": fact}, name="more")
    packs, errors = check_packs([first, second], roles)
    assert errors == ()
    assert [len(pack.facts) for pack in packs] == [1, 1]
    (second / "facts" / "expulsions.yaml").write_text(FACT)
    _, errors = check_packs([first, second], roles)
    assert [error.cause for error in errors] == [
        f"the id 'orlo-expelled' stands twice, first at {first / 'facts' / 'expulsions.yaml'}:1"
    ]


def test_inline_faults_are_told_together(small_yaml: str, roles: Roles) -> None:
    """The one error of a call carries all of them, and reads as the first."""
    with pytest.raises(FaultyPackError) as caught:
        pack_from_yaml(small_yaml + "\nodds: []\npeople2: []\n", roles)
    assert [error.cause for error in caught.value.errors] == [
        "unknown key 'odds'",
        "unknown key 'people2'",
    ]
    assert "(and 1 more)" in str(caught.value)
