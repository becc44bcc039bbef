"""The pack made from WordNet: what it holds, and how its glosses are read."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

from bede.catalog import roles_by_type
from bede.evidence.build import build_reference
from bede.evidence.store import Reference, open_reference
from wordnet_pack.choices import Choice, Correction, read_choices
from wordnet_pack.database import Database, read
from wordnet_pack.dates import read_date
from wordnet_pack.happenings import happenings
from wordnet_pack.lives import Life, read_life
from wordnet_pack.naming import Names, names_of, of_realm
from wordnet_pack.people import people
from wordnet_pack.records import corrected, life_rows

PACKS = Path(str(resources.files("bede"))) / "data" / "packs"
FOLDER = PACKS / "wordnet"
TOOLS = Path(__file__).parents[3] / "tools"


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reference]:
    """All packs that ship with Bede, compiled together."""
    output = tmp_path_factory.mktemp("wordnet") / "reference.sqlite"
    build_reference([PACKS / "early-soviet", FOLDER], output, roles_by_type())
    with open_reference(str(output)) as opened:
        yield opened


def names(reference: Reference, text: str) -> list[str]:
    return sorted({entity.id for entity, _ in reference.named(text)})


def test_nobody_has_two_records(reference: Reference) -> None:
    """Who is in the other pack is left out of this one."""
    assert names(reference, "Lenin") == ["vladimir-lenin"]
    assert names(reference, "October Revolution") == ["october-revolution"]
    with (FOLDER / "people.csv").open(encoding="utf-8", newline="") as file:
        elsewhere = Counter(
            known for row in csv.DictReader(file) for known in row["same_as"].split("|")
        )
    assert elsewhere.most_common(1)[0][1] == 1


def test_a_year_before_christ_is_counted_as_edtf_counts(reference: Reference) -> None:
    """Caesar died in 44 BC, a year of the Julian calendar."""
    assert reference.fact("wn-julius-caesar-death").edtf == "-0043"


def test_a_slip_of_wordnet_is_kept_as_rejected(reference: Reference) -> None:
    """Harding died in 1923, not in 1823."""
    death = reference.fact("wn-warren-harding-death")
    assert death.edtf == "1923-08-02"
    assert [(value.rank, value.edtf) for value in death.values] == [("rejected", "1823")]


def test_only_what_a_second_witness_confirms_may_accuse(reference: Reference) -> None:
    """A date that stands in WordNet alone is weak, and so is one in doubt."""
    assert reference.fact("wn-albert-einstein-birth").confidence == "medium"
    assert reference.fact("wn-julius-caesar-death").confidence == "weak"
    assert reference.fact("wn-bela-lugosi-birth").confidence == "weak"


def test_the_list_of_confirmed_dates_fits_the_pack(reference: Reference) -> None:
    """Every date on the list stands in the pack, and is weak only where its name is shared."""
    with (TOOLS / "wordnet_pack" / "confirmed.csv").open(encoding="utf-8", newline="") as file:
        confirmed = [reference.fact(row["fact"]) for row in csv.DictReader(file)]
    weak = [fact for fact in confirmed if fact.confidence == "weak" and not fact.note]
    assert confirmed
    assert weak == []


def test_a_king_is_named_with_his_realm(reference: Reference) -> None:
    """There was an emperor Henry V as well, who is not in the pack."""
    assert names(reference, "Henry V") == []
    assert names(reference, "Henry V of England") == ["wn-henry-v-of-england"]
    assert names(reference, "Louis XIV") == ["wn-louis-xiv"]


def test_the_name_of_a_place_names_no_battle(reference: Reference) -> None:
    """Orleans is a city; the pack knows its siege."""
    assert names(reference, "Orleans") == []
    assert names(reference, "Siege of Orleans") == ["wn-siege-of-orleans"]


def test_two_wars_of_one_name_are_two(reference: Reference) -> None:
    """Both were called the Gulf War."""
    assert names(reference, "Gulf War") == ["wn-iran-iraq-war", "wn-persian-gulf-war"]


def test_the_licence_stands_beside_the_pack() -> None:
    """WordNet may be copied and changed if its notice goes with it."""
    notice = (FOLDER / "LICENCE-WordNet.txt").read_text("utf-8")
    assert "Copyright 2011 by Princeton University" in notice


@pytest.mark.parametrize(
    ("gloss", "life"),
    [
        ("painter of Velin (1812-1839)", Life("1812", "1839")),
        ("painter (born in Tarn) who never left it (1812-)", Life("1812", None)),
        ("physicist (born in 1925)", Life("1925", None)),
        ("physicist (born in Tarn in 1925)", Life("1925", None)),
        ("poet (63-12 BC)", Life("-0062", "-0011")),
        ("poet (14 BC - AD 33)", Life("-0013", "0033")),
        ("poet (10 BC to AD 54)", Life("-0009", "0054")),
        ("poet (46?-120 AD)", Life("0046?", "0120")),
        ("poet (circa 500-430 BC)", Life("-0499~", "-0429~")),
        ("martyr (?-303)", Life(None, "0303")),
        ("martyr (died around 300)", Life(None, "0300~")),
        ("walker on the moon (July 20, 1969) (1930-)", Life("1930", None)),
        ("king (reigned from 534 to 510 BC)", None),
        ("poet (9th century BC)", None),
        ("poet (flourished around 1460)", None),
        ("author of rules (in 1876)", None),
    ],
)
def test_lifespans(gloss: str, life: Life | None) -> None:
    assert read_life(gloss)[0] == life


def test_the_lifespan_is_no_part_of_the_description() -> None:
    assert read_life("painter (born in Tarn) of moors (1812-1839)")[1] == (
        "painter (born in Tarn) of moors"
    )


@pytest.mark.parametrize(
    ("gloss", "date"),
    [
        ("the battle that ended the war (1485); the king was killed", "1485"),
        ("a battle on 18 June 1815 in which the French fled", "1815-06-18"),
        ("the first battle (April 19, 1775)", "1775-04-19"),
        ("a battle in May 1942; many ships were lost", "1942-05"),
        ("a landing (February and March 1945)", "1945-02/1945-03"),
        ("a war between Velin and Tarn; 1618-1648", "1618/1648"),
        ("the last campaign (1864-65)", "1864/1865"),
        ("a siege (214-212 BC) that was long", "-0213/-0211"),
        ("a crusade from 1096 to 1099", "1096/1099"),
        ("a battle in AD 9", "0009"),
        ("a battle in 687 among brothers", "0687"),
        ("a battle with 30,000 men and 300 ships", None),
        ("either of two battles (1861 and 1862)", None),
        ("a retreat of 1000 miles", None),
    ],
)
def test_dates_of_happenings(gloss: str, date: str | None) -> None:
    assert read_date(gloss) == date


def test_names() -> None:
    """The surname is short; a title or a common noun names nobody."""
    assert names_of(["Orlo", "Ada Orlo", "Ada Mary Orlo"], set()) == Names(
        "Ada Orlo", ("Ada Mary Orlo",), ("Orlo",)
    )
    assert names_of(["Pope", "Ada Pope"], {"pope"}).short == ()
    assert names_of(["Orlo", "Sir Ivo Orlo"], set()).label == "Ivo Orlo"
    assert names_of(["Ivo", "Saint Ivo", "St. Ivo"], set()) == Names("Saint Ivo", ("St. Ivo",), ())
    assert names_of(["Orlon"], set()) == Names("Orlon", (), ())


def test_rulers() -> None:
    assert of_realm("Ivo V", "son of Ivo IV and King of Tarn") == "Ivo V of Tarn"
    assert of_realm("Ivo V", "pope who loved music") == "Pope Ivo V"
    assert of_realm("Ivo V", "a poet") is None
    assert of_realm("Ivo the Good", "king of Tarn") is None


LITTLE = """\
  1 This line is part of the notice.
00000001 03 n 01 person 0 000 | a human being
00000002 18 n 01 painter 0 001 @ 00000001 n 0000 | one who paints
00000003 18 n 02 Orlo 0 Ada_Orlo 0 001 @i 00000002 n 0000 | painter of Velin (1812-1839)
00000004 18 n 02 Orlo 1 Ivo_Orlo 0 001 @i 00000002 n 0000 | painter, her brother; "a true Orlo"
00000005 04 n 01 pitched_battle 0 000 | a fierce battle
00000006 04 n 01 Esk 0 001 @i 00000005 n 0000 | a battle in 1833 between Velin and Tarn
"""


@pytest.fixture
def database(tmp_path: Path) -> Database:
    path = tmp_path / "data.noun"
    path.write_text(LITTLE, encoding="latin-1")
    return read(path)


def test_a_little_wordnet(database: Database) -> None:
    """People without a lifespan get no record; a battle is named as one."""
    assert [(one.id, one.life) for one in people(database, {})] == [
        ("wn-ada-orlo", Life("1812", "1839"))
    ]
    assert [(one.label, one.when) for one in happenings(database, {})] == [
        ("Battle of Esk", "1833")
    ]


def test_who_is_in_another_pack_is_left_out(database: Database) -> None:
    assert list(people(database, {"00000003": Choice(elsewhere="ada-orlo")})) == []


def test_a_choice_for_another_edition_fails(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "choices.toml"
    path.write_text('[[synset]]\nsynset = "00000003"\nlemma = "Ada"\n', "utf-8")
    with pytest.raises(ValueError, match="no synset 00000003 for 'Ada'"):
        read_choices(path, database)


def test_what_nobody_confirms_is_weak(database: Database) -> None:
    kept, _ = corrected(life_rows(people(database, {})), {}, ["wn-ada-orlo-birth"])
    assert [row["confidence"] for row in kept] == ["medium", "weak"]


def correction(wordnet: str, when: str | None) -> dict[str, Correction]:
    fact = "wn-ada-orlo-death"
    return {fact: Correction(fact, wordnet, when, None, ("velin-register",), "rejected", None)}


def test_a_correction_keeps_what_wordnet_has(database: Database) -> None:
    """The right date stands; WordNet's is beside it, rejected."""
    kept, changed = corrected(life_rows(people(database, {})), correction("1839", "1849"))
    assert [row["id"] for row in kept] == ["wn-ada-orlo-birth"]
    assert changed[0]["when"] == "1849"
    assert changed[0]["disputed"] == [
        {"rank": "rejected", "when": "1839", "sources": ["wordnet-31"]}
    ]


def test_a_doubt_makes_a_fact_weak(database: Database) -> None:
    confirmed = ["wn-ada-orlo-birth", "wn-ada-orlo-death"]
    kept, _ = corrected(life_rows(people(database, {})), correction("1839", None), confirmed)
    assert [row["confidence"] for row in kept] == ["medium", "weak"]


def test_a_correction_of_another_date_fails(database: Database) -> None:
    with pytest.raises(ValueError, match="WordNet has 1839, not 1838"):
        corrected(life_rows(people(database, {})), correction("1838", "1849"))
