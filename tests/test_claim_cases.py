"""The sentences of `tests/cases/claims/`, run: each gives the lines beneath it and no others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.reading import extraction_of

from bede.catalog import event_types
from bede.chronology.length import Length
from bede.claims import Claim, Filler, Measure, MeasureKind, Relation

CASES = Path(__file__).parent / "cases" / "claims"
FENCE = re.compile(r"^```text\n(.*?)^```$", re.DOTALL | re.MULTILINE)

CLAIM = re.compile(r"[^:]+: ([a-z-]+)\(")


def cases() -> list[tuple[str, tuple[str, ...]]]:
    """Each sentence with the lines that stand beneath it."""
    found = []
    for page in sorted(CASES.glob("*.md")):
        for fence in FENCE.findall(page.read_text(encoding="utf-8")):
            sentence, *expected = fence.splitlines()
            found.append((sentence, tuple(line.strip() for line in expected)))
    return found


def named(filler: Filler) -> str:
    """The words of a filler; behind a pronoun the name that it stands for, or a question mark."""
    return (
        f"{filler.text} ({filler.resolved or '?'})" if filler.nature == "pronoun" else filler.text
    )


def told(claim: Claim) -> str:
    """A claim in one line."""
    roles = "; ".join(
        f"{role}={', '.join(map(named, fillers))}" for role, fillers in claim.roles.items()
    )
    days = f" = {claim.time.edtf}" if claim.inherited and claim.time is not None else ""
    time = f" [{claim.time.text}{days}]" if claim.time is not None else ""
    modality = "" if claim.modality == "asserted" else f" {claim.modality}"
    return f"{claim.trigger.text}: {claim.type}({roles}){time}{modality}"


def long(length: Length) -> str:
    """A length in words: "10 years", "at least 1 decade"."""
    count, unit = length.duration.count, length.duration.unit.value
    units = unit if count == 1 else {"century": "centuries"}.get(unit, f"{unit}s")
    manner = "" if length.manner == "exact" else f"{length.manner} "
    return f"{manner}{count} {units}"


def ordered(relation: Relation, triggers: dict[str, str]) -> str:
    """An order in one line, with its distance and whatever else it may count from."""
    others = " or ".join(triggers[other] for other in relation.others)
    choice = f" (or {others})" if others else ""
    distance = f" by {long(relation.distance)}" if relation.distance is not None else ""
    line = f"{triggers[relation.source]} {relation.order} {triggers[relation.target]}"
    return f"{line}{choice}{distance}"


def measured(measure: Measure, triggers: dict[str, str]) -> str:
    """A length or an age in one line."""
    trigger = triggers[measure.claim]
    if measure.kind is MeasureKind.LASTED or measure.person is None:
        return f"{trigger} lasted {long(measure.length)}"
    at = "on the birthday" if measure.to_the_day else "at the age"
    return f"{trigger} {at} of {long(measure.length)}, {named(measure.person)}"


def described(sentence: str) -> tuple[str, ...]:
    """What is read of a sentence, as the cases write it."""
    extraction = extraction_of(sentence)
    triggers = {claim.id: claim.trigger.text for claim in extraction.claims}
    orders = [ordered(one, triggers) for one in extraction.relations]
    measures = [measured(one, triggers) for one in extraction.measures]
    return (*map(told, extraction.claims), *orders, *measures)


@pytest.mark.parametrize(("sentence", "expected"), cases(), ids=[case[0] for case in cases()])
def test_a_sentence_gives_its_claims(sentence: str, expected: tuple[str, ...]) -> None:
    """Triggers, types, roles, dates, modality, order, lengths and ages are as the page says."""
    assert described(sentence) == expected


def test_the_cases_cover_every_type_that_is_read() -> None:
    """An event type without a case in running prose is one that nobody tried."""
    claims = (CLAIM.match(line) for _, lines in cases() for line in lines)
    types = {claim.group(1) for claim in claims if claim is not None}
    assert types == {event.name for event in event_types().values() if event.patterns}
