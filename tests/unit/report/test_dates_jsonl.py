"""Dates as JSON lines: the contract that other programs rely on."""

from __future__ import annotations

import json
from typing import Any

from tests.dated import TEXT, example

from bede.report.dates import jsonl

CONTRACT = ["path", "start", "end", "text", "type", "value", "edtf", "from", "to"]


def objects() -> list[dict[str, Any]]:
    return [json.loads(line) for line in jsonl.render([example()]).splitlines()]


def test_every_object_has_all_keys_in_one_order() -> None:
    """Those of the contract first."""
    orders = {tuple(one) for one in objects()}
    assert len(orders) == 1
    assert list(orders.pop())[: len(CONTRACT)] == CONTRACT


def test_the_words_stand_where_the_offsets_say() -> None:
    """In characters of the file, half-open; line and column count from 1."""
    assert [one["text"] for one in objects()] == [
        TEXT[one["start"] : one["end"]] for one in objects()
    ]
    assert [(one["line"], one["column"]) for one in objects()][-1] == (3, 13)


def test_a_range_is_told_by_its_two_ends() -> None:
    """Each names the whole, since TIMEX3 has no value for it."""
    first, last = objects()[:2]
    assert (first["text"], first["value"], first["kind"]) == ("1914", "1914", "year")
    assert (last["text"], last["value"]) == ("18", "1918")
    whole = {"start": 9, "end": 16, "text": "1914–18", "edtf": "1914/1918"}
    bounds = {"from": first["from"], "to": last["to"]}
    assert first["range"] == last["range"] == {**whole, **bounds}


def test_what_is_not_known_is_null() -> None:
    """A duration has a value and no days; a time told by an event has the event."""
    event, duration = objects()[3:5]
    assert (duration["type"], duration["value"], duration["edtf"]) == ("DURATION", "P2Y", None)
    assert (duration["from"], duration["to"]) == ([None, None], [None, None])
    assert (event["basis"], event["event"]["kind"], event["event"]["text"]) == (
        "none",
        "after",
        "the war",
    )


def test_an_impossible_date_is_no_object() -> None:
    """It is no temporal expression; the command tells it on standard error."""
    assert "31 June 1926" not in [one["text"] for one in objects()]
