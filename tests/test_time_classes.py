"""The classes of temporal expression of `data/en/times.toml`: every example is run."""

from __future__ import annotations

import re
from typing import Any

import pytest
from tests.dated import timexes_of

from bede.catalog.files import read_toml
from bede.chronology import parse_edtf
from bede.report.dates.families import FAMILIES

CLASSES: list[dict[str, Any]] = read_toml("en/times.toml")["class"]
EXAMPLES = [(entry["name"], example) for entry in CLASSES for example in entry["examples"]]
BOLD = re.compile(r"\*\*(.+?)\*\*")


@pytest.mark.parametrize(("kind", "example"), EXAMPLES, ids=lambda item: str(item)[:60])
def test_an_example_is_read_as_its_class_says(kind: str, example: dict[str, str]) -> None:
    """The words in bold are found, as that class, with that value and EDTF."""
    (marked,) = BOLD.findall(example["text"])
    words = example.get("bold", marked)
    found = [t for t in timexes_of(BOLD.sub(r"\1", example["text"])) if t.text == words]
    assert [(t.kind, t.value, t.edtf or "") for t in found] == [
        (kind, example["value"], example["edtf"])
    ]
    if example["edtf"]:
        assert parse_edtf(example["edtf"]).hull != (None, None)


def test_the_page_of_dates_has_a_colour_for_every_class() -> None:
    """No class falls under "other times"."""
    families = {kind for family in FAMILIES for kind in family.kinds}
    assert {entry["name"] for entry in CLASSES} == families
