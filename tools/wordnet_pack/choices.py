"""What the editors decided by hand: ``choices.toml`` here, ``corrections.toml`` in the pack.

The one names a synset by its offset and its first lemma, the other a fact by its id and by what
WordNet has, so that what was decided for one edition fails loudly with another.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wordnet_pack.database import Database


@dataclass(frozen=True, slots=True)
class Choice:
    """What was decided for one synset.

    Attributes:
        label: the usual name, where no rule finds it.
        more_names: further names, such as right spellings of misspelt lemmas.
        not_names: lemmas that do not name the thing in a text.
        same: offsets of further synsets of the same thing.
        elsewhere: the id of its record in another pack, which has it in this one's stead.
        leave_out: why it gets no record.
        type: the event type, where no rule finds it.
        when: the time in EDTF, where the gloss gives it in a way of its own.
        confidence: of the fact; "weak" where the name has several bearers.
        note: a remark for readers of the pack.
    """

    label: str | None = None
    more_names: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    elsewhere: str | None = None
    leave_out: str | None = None
    type: str | None = None
    when: str | None = None
    confidence: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """A date of WordNet that other sources contradict.

    Attributes:
        fact: the id of the fact.
        wordnet: the date of the gloss in EDTF.
        when: the right date in EDTF, or None if nothing decides; then the fact is weak.
        calendar: of `when`, or None for that of the pack.
        sources: ids of the sources of `when`.
        rank: of WordNet's date: rejected, or variant where serious sources have it too.
        note: what was found.
    """

    fact: str
    wordnet: str
    when: str | None
    calendar: str | None
    sources: tuple[str, ...]
    rank: str
    note: str | None


def read_shared(path: Path) -> frozenset[str]:
    """Read the names that rulers of several realms bore, from ``choices.toml``."""
    return frozenset(tomllib.loads(path.read_text(encoding="utf-8"))["several_rulers"])


def read_confirmed(path: Path) -> frozenset[str]:
    """Read ``confirmed.csv``: ids of the facts that a second data set has too."""
    with path.open(encoding="utf-8", newline="") as file:
        return frozenset(row["fact"] for row in csv.DictReader(file))


def read_choices(path: Path, database: Database) -> dict[str, Choice]:
    """Read ``choices.toml``.

    Args:
        path: the file.
        database: the nouns that the choices are about.

    Returns:
        choices by offset.

    Raises:
        ValueError: if an offset has another first lemma than the choice says, or stands twice.
    """
    found: dict[str, Choice] = {}
    for item in _tables(path, "synset"):
        offset, lemma = item.pop("synset"), item.pop("lemma")
        synset = database.synsets.get(offset)
        if synset is None or synset.lemmas[0] != lemma or offset in found:
            raise ValueError(f"{path}: no synset {offset} for {lemma!r}, or it stands twice")
        found[offset] = Choice(**{key: _frozen(value) for key, value in item.items()})
    return found


def read_corrections(path: Path) -> tuple[list[dict[str, str]], dict[str, Correction]]:
    """Read ``corrections.toml``.

    Args:
        path: the file.

    Returns:
        records of sources, and corrections by the id of their fact.

    Raises:
        ValueError: if two corrections are about one fact.
    """
    found: dict[str, Correction] = {}
    for item in _tables(path, "correction"):
        correction = Correction(
            fact=item["fact"],
            wordnet=item["wordnet"],
            when=item.get("when"),
            calendar=item.get("calendar"),
            sources=tuple(item.get("sources", ())),
            rank=item.get("rank", "rejected"),
            note=item.get("note"),
        )
        if correction.fact in found:
            raise ValueError(f"{path}: two corrections of {correction.fact}")
        found[correction.fact] = correction
    return list(_tables(path, "source")), found


def _tables(path: Path, name: str) -> Iterator[dict[str, Any]]:
    yield from tomllib.loads(path.read_text(encoding="utf-8")).get(name, ())


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
