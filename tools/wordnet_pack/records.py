"""Records of the pack, as rows of its CSV files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from wordnet_pack.choices import Correction
from wordnet_pack.happenings import Happening
from wordnet_pack.people import Person

Row = Mapping[str, str]
WORDNET = "wordnet-31"
"""The id of the source record of WordNet 3.1."""


def entity_row(
    identifier: str,
    label: str,
    aliases: Sequence[str],
    short: Sequence[str],
    description: str,
    offsets: Sequence[str],
) -> dict[str, str]:
    """A row for a person or thing; `offsets` are those of its synsets."""
    return {
        "id": identifier,
        "name": label,
        "aliases": "|".join(aliases),
        "names:short": "|".join(short),
        "description": description,
        "same_as": "|".join(f"wordnet31:{offset}-n" for offset in offsets),
        "sources": WORDNET,
        "confidence": "medium",
    }


def person_rows(people: Iterable[Person]) -> Iterator[dict[str, str]]:
    """Yield the rows of ``people.csv``."""
    for one in people:
        names = one.names
        yield entity_row(
            one.id, names.label, names.whole, names.short, one.description, one.offsets
        )


def life_rows(people: Iterable[Person]) -> Iterator[dict[str, str]]:
    """Yield a row for each birth and each death that WordNet dates."""
    for one in people:
        for kind, when in (("birth", one.life.born), ("death", one.life.died)):
            if when is not None:
                yield fact_row(f"{one.id}-{kind}", kind, {"person": one.id}, when)


KEY_ROLES = {"enactment": "law"}
"""The role of a happening in the event types where it is not ``name``."""


def happening_rows(happenings: Iterable[Happening]) -> Iterator[dict[str, str]]:
    """Yield the rows of ``happenings.csv``."""
    for one in happenings:
        row = entity_row(one.id, one.label, one.names, (), one.description, one.offsets)
        yield row | {"kind": one.type}


def dating_rows(happenings: Iterable[Happening]) -> Iterator[dict[str, str]]:
    """Yield a row for the date of each happening."""
    for one in happenings:
        roles = {KEY_ROLES.get(one.type, "name"): one.id}
        row = fact_row(f"{one.id}-{one.type}", one.type, roles, one.when, one.confidence)
        yield row | {"note": one.note or ""}


def fact_row(
    identifier: str, kind: str, roles: Mapping[str, str], when: str, confidence: str = "medium"
) -> dict[str, str]:
    """A row for a fact that rests on WordNet."""
    return {
        "id": identifier,
        "type": kind,
        **{f"role:{role}": filler for role, filler in roles.items()},
        "when": when,
        "sources": WORDNET,
        "confidence": confidence,
    }


def corrected(
    rows: Iterable[dict[str, str]],
    corrections: Mapping[str, Correction],
    confirmed: Collection[str] = (),
) -> tuple[list[dict[str, str]], list[dict[str, object]]]:
    """Part the facts that stand as WordNet has them from those that were corrected.

    Args:
        rows: facts as WordNet has them.
        corrections: by the id of the fact.
        confirmed: ids of facts that a second data set has too; the others are weak.

    Returns:
        rows for CSV, and records for YAML, which can hold what other sources say.

    Raises:
        ValueError: if a correction is about no fact, or about another date than WordNet's.
    """
    kept, changed = [], []
    left = dict(corrections)
    for row in rows:
        correction = left.pop(row["id"], None)
        if correction is None:
            kept.append(row if row["id"] in confirmed else row | {"confidence": "weak"})
        elif correction.wordnet != row["when"]:
            raise ValueError(f"{row['id']}: WordNet has {row['when']}, not {correction.wordnet}")
        elif correction.when is None:
            kept.append(row | {"confidence": "weak", "note": correction.note or ""})
        else:
            changed.append(_changed(row, correction))
    if left:
        raise ValueError(f"no such facts: {', '.join(sorted(left))}")
    return kept, changed


def _changed(row: Mapping[str, str], correction: Correction) -> dict[str, object]:
    record: dict[str, object] = {
        "id": row["id"],
        "type": row["type"],
        "roles": {
            key.removeprefix("role:"): filler
            for key, filler in row.items()
            if key.startswith("role:")
        },
        "when": correction.when,
    }
    if correction.calendar:
        record["calendar"] = correction.calendar
    record |= {"sources": list(correction.sources), "confidence": "medium"}
    if correction.note:
        record["note"] = correction.note
    other = {"rank": correction.rank, "when": correction.wordnet, "sources": [WORDNET]}
    return record | {"disputed": [other]}
