"""The sentences of `tests/cases/claims/`, run: each gives the lines beneath it and no others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.reading import extraction_of

from bede.catalog import event_types
from bede.claims import Claim, Filler

CASES = Path(__file__).parent / "cases" / "claims"
FENCE = re.compile(r"^```text\n(.*?)^```$", re.DOTALL | re.MULTILINE)


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
    time = f" [{claim.time.text}]" if claim.time is not None else ""
    modality = "" if claim.modality == "asserted" else f" {claim.modality}"
    return f"{claim.trigger.text}: {claim.type}({roles}){time}{modality}"


def described(sentence: str) -> tuple[str, ...]:
    """What is read of a sentence, as the cases write it."""
    extraction = extraction_of(sentence)
    triggers = {claim.id: claim.trigger.text for claim in extraction.claims}
    orders = [
        f"{triggers[one.source]} {one.order} {triggers[one.target]}" for one in extraction.relations
    ]
    return (*map(told, extraction.claims), *orders)


@pytest.mark.parametrize(("sentence", "expected"), cases(), ids=[case[0] for case in cases()])
def test_a_sentence_gives_its_claims(sentence: str, expected: tuple[str, ...]) -> None:
    """Triggers, types, roles, dates, modality and order are as the page says."""
    assert described(sentence) == expected


def test_the_cases_cover_every_type_that_is_read() -> None:
    """An event type without a case in running prose is one that nobody tried."""
    types = {
        line.split(": ")[1].split("(")[0] for _, lines in cases() for line in lines if "(" in line
    }
    assert types == {event.name for event in event_types().values() if event.patterns}
