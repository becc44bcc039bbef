"""Challenges: findings that a historian holds to be wrong, each with the reason.

They stand in `challenges.yaml` of a pack, and hold for the words they quote, wherever these stand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from bede.catalog import rules
from bede.chronology import parse_edtf
from bede.errors import ChronologyError, PackError, UsageError
from bede.evidence.challenge import Challenge
from bede.evidence.pack_append import append_records, yaml_of
from bede.evidence.pack_schema import Date, Text, explain
from bede.evidence.pack_text import read_bytes
from bede.evidence.pack_yaml import LinedValue, read_yaml

CHALLENGES_FILE = "challenges.yaml"


class ChallengeRecord(BaseModel):
    """A challenge as it is written."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: Text
    rule: Text
    reason: Text
    by: Text | None = None
    date: Date | None = None


def challenges_in(path: Path) -> tuple[tuple[Challenge, ...], tuple[PackError, ...]]:
    """Read a file of challenges.

    Args:
        path: the file, or the folder of a pack.

    Returns:
        the challenges in their order, and what is wrong with the others.
    """
    errors: list[PackError] = []
    if path.is_dir():
        path = path / CHALLENGES_FILE
        if not path.exists():
            return (), ()
    elif not path.exists():
        remedy = "name a file of challenges, or the folder of a pack"
        return (), (PackError("no such file", path=str(path), remedy=remedy),)
    if (data := read_bytes(path, errors)) is None:
        return (), tuple(errors)
    lined, faults = read_yaml(data, str(path))
    errors.extend(faults)
    if lined is None or lined.value is None:
        return (), tuple(errors)
    if not isinstance(lined.value, list):
        remedy = "begin each challenge with '- words: ...'"
        errors.append(PackError("this is no list", path=str(path), line=1, remedy=remedy))
        return (), tuple(errors)
    found = [
        challenge
        for position in range(len(lined.value))
        if (challenge := _challenge(lined, position, str(path), errors)) is not None
    ]
    return tuple(found), tuple(errors)


def write_challenge(folder: Path, challenge: Mapping[str, str]) -> Path:
    """Put a challenge at the end of the challenges of a pack.

    Args:
        folder: the folder of the pack.
        challenge: the keys that are given, with their texts.

    Returns:
        the file.

    Raises:
        UsageError: the reason or the date is none.
        PackError: the folder is no pack, or the file cannot be read or written.
    """
    try:
        record = ChallengeRecord.model_validate(challenge)
        if record.date is not None:
            parse_edtf(record.date)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        cause, remedy = explain(detail, ChallengeRecord)
        raise UsageError(cause, path=f"--{detail['loc'][0]}", remedy=remedy) from error
    except ChronologyError as error:
        raise UsageError(error.cause, path="--date", remedy=error.remedy) from error
    if not (folder / "pack.toml").is_file():
        remedy = f"make one with 'bede pack new {folder}'"
        raise PackError("this is no pack", path=str(folder), remedy=remedy)
    path = folder / CHALLENGES_FILE
    append_records({path: yaml_of([challenge])})
    return path


def stale(challenges: Sequence[Challenge], met: Sequence[Challenge]) -> tuple[Challenge, ...]:
    """The challenges that met no finding, in their order."""
    return tuple(one for one in challenges if one not in met)


def _challenge(
    lined: LinedValue, position: int, path: str, errors: list[PackError]
) -> Challenge | None:
    value = lined.value[position] if isinstance(lined.value, list) else None
    line = lined.line((position,))
    try:
        record = ChallengeRecord.model_validate(value)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            cause, remedy = explain(detail, ChallengeRecord)
            at = lined.line((position, *detail["loc"]))
            errors.append(PackError(cause, path=path, line=at, remedy=remedy))
        return None
    if record.rule not in rules():
        at = lined.line((position, "rule"))
        cause = f"there is no rule '{record.rule}'"
        errors.append(PackError(cause, path=path, line=at, remedy="see 'bede explain'"))
        return None
    if record.date is not None:
        try:
            parse_edtf(record.date)
        except ChronologyError as error:
            at = lined.line((position, "date"))
            errors.append(PackError(error.cause, path=path, line=at, remedy=error.remedy))
            return None
    words = " ".join(record.words.split())
    return Challenge(words, record.rule, record.reason, record.by, record.date, path, line)
