"""Compare the dates of the pack ``wordnet`` with other data sets.

    python tools/compare_wordnet_pack.py [--write] TABLE ...

A table is a CSV file with the columns ``name``, ``born``, ``died`` for people, or ``name``,
``start``, ``end`` for happenings; ``aliases`` (separated by ``|``) and ``source`` are read if they
are there, and other columns left alone. Years before Christ are counted as EDTF counts them: 44 BC
is -0043. Each date that differs is printed, for a person to judge, and in the end how many agree.

With ``--write`` the dates that agree are listed in ``tools/wordnet_pack/confirmed.csv``, with the
names of the tables; `make_wordnet_pack.py` gives them medium confidence and weak to the others.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from bede.evidence.names import name_key
from wordnet_pack.dates import years_of

HERE = Path(__file__).parent
PACK = HERE.parent / "src" / "bede" / "data" / "packs" / "wordnet"
CONFIRMED = HERE / "wordnet_pack" / "confirmed.csv"

SAME_PERSON = 15
"""Years that two records of one name may differ and still mean one person."""
_DERIVED = "wordnet"  # a source that tells what WordNet tells is no second witness
_YEAR = re.compile(r"-?\d{1,4}")
_KINDS = (("birth", "born"), ("death", "died"))

Dates = dict[str, tuple[int, int]]
"""Type of a fact -> first and last year."""


def main() -> None:
    """Print what differs, count what agrees, and write the list if that is asked for."""
    paths = [Path(word) for word in sys.argv[1:] if word != "--write"]
    dates, facts, bearers = _pack()
    agreeing: dict[str, set[str]] = defaultdict(set)
    compared = 0
    for path in paths:
        for name, told in _table(path):
            for key in sorted(bearers.get(name_key(name), ())):
                common = [kind for kind in told if kind in dates[key]]
                if not _one_thing(told, dates[key]):
                    continue
                for kind in common:
                    compared += 1
                    fact = facts[key, kind]
                    if told[kind] == dates[key][kind]:
                        agreeing[fact].add(path.stem)
                    else:
                        print(f"{fact}: {dates[key][kind]} here, {told[kind]} in {path.stem}")
    print(f"{compared} dates compared, {len(agreeing)} confirmed")
    if "--write" in sys.argv:
        rows = [f"{fact},{'|'.join(sorted(by))}\n" for fact, by in sorted(agreeing.items())]
        CONFIRMED.write_text("fact,by\n" + "".join(rows), encoding="utf-8")


def _pack() -> tuple[dict[str, Dates], dict[tuple[str, str], str], dict[str, set[str]]]:
    """The dates of WordNet's people and happenings, their facts, and who bears which name."""
    dates: dict[str, Dates] = defaultdict(dict)
    facts = {}
    for path in sorted((PACK / "facts").glob("*.csv")):
        for row in _rows(path):
            key = row["id"].removesuffix(f"-{row['type']}")
            kind = row["type"] if row["type"] in ("birth", "death") else "happening"
            dates[key][kind] = years_of(row["when"])
            facts[key, kind] = row["id"]
    bearers: dict[str, set[str]] = defaultdict(set)
    for table in ("people.csv", "happenings.csv"):
        for row in _rows(PACK / table):
            for name in (row["name"], *row["aliases"].split("|")):
                if row["id"] in dates and name:
                    bearers[name_key(name)].add(row["id"])
    return dates, facts, bearers


def _table(path: Path) -> Iterator[tuple[str, Dates]]:
    for row in _rows(path):
        sources = [part.strip() for part in (row.get("source") or "").split(";") if part.strip()]
        if sources and all(part.startswith(_DERIVED) for part in sources):
            continue
        told: Dates = {}
        for kind, column in _KINDS:
            if (year := _year(row.get(column))) is not None:
                told[kind] = (year, year)
        if (start := _year(row.get("start"))) is not None:
            end = _year(row.get("end"))
            told["happening"] = (start, start if end is None else end)
        for name in {row["name"], *filter(None, (row.get("aliases") or "").split("|"))}:
            yield name, told


def _one_thing(told: Dates, ours: Dates) -> bool:
    """Whether two records of one name can be one person: no end of the life is far from ours."""
    common = [kind for kind in told if kind in ours]
    return bool(common) and all(
        abs(told[kind][0] - ours[kind][0]) <= SAME_PERSON for kind in common
    )


def _year(text: str | None) -> int | None:
    found = _YEAR.match(text or "")
    return int(found.group()) if found else None


def _rows(path: Path) -> Iterator[Mapping[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


if __name__ == "__main__":
    main()
