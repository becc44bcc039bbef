"""The JSON format: the contract of keys, and the published schema."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bede.checker import check
from bede.report import Look, Report, formats

SCHEMA_FILE = resources.files("bede") / "data" / "schema" / "report.schema.json"
SCHEMA: dict[str, Any] = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))

SMALL_TEXTS = {
    "empty.txt": "",
    "errors.txt": "Trotsky was expelled from the party in 1926. He died on 31 February 1940.\n",
    "wrapped.md": "# Notes\n\nAfter his expulsion Trotsky went\ninto exile. He died in\n1940.\n",
    "disputed.txt": "On 12 November 1927 the party expelled Trotsky.\n",
    "book.txt": 'He wrote "My Life" and may have been in Paris in 1916. He did not die in 1938.\n',
}


def render(report: Report) -> str:
    """The report as JSON."""
    return formats()["json"].render(report, Look())


def errors(value: object) -> list[str]:
    """What the schema has against a value."""
    validator = jsonschema.Draft202012Validator(SCHEMA)
    return [error.message for error in validator.iter_errors(value)]


def closed_objects(schema: object) -> list[dict[str, Any]]:
    """Every object type in a schema that lists its properties."""
    if isinstance(schema, list):
        return [found for part in schema for found in closed_objects(part)]
    if not isinstance(schema, dict):
        return []
    inner = [found for part in schema.values() for found in closed_objects(part)]
    return [schema, *inner] if "properties" in schema and "type" in schema else inner


def test_the_schema_is_valid_and_strict() -> None:
    """Every object requires all its keys and takes no others, and everything is described."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    for found in closed_objects(SCHEMA):
        assert found["additionalProperties"] is False
        assert found["required"] == list(found["properties"])
        for name, value in found["properties"].items():
            assert "description" in value or "$ref" in value or "items" in value, name


def test_keys_stand_in_the_order_of_the_schema(report: Report) -> None:
    """The order of the contract is the order of the output."""
    found = json.loads(render(report))
    document, definitions = found["documents"][0], SCHEMA["$defs"]
    assert errors(found) == []
    assert list(found) == SCHEMA["required"]
    assert list(found["summary"]) == definitions["summary"]["required"]
    assert list(document) == definitions["document"]["required"]
    for key, name in (("claims", "claim"), ("findings", "finding"), ("mentions", "mention")):
        assert list(document[key][0]) == definitions[name]["required"]


def test_the_values_of_a_claim_and_of_a_finding(report: Report) -> None:
    """Day numbers as pairs, an empty reason as null, the evidence with its disputes."""
    document = json.loads(render(report))["documents"][0]
    contradicted, _, still_open = document["claims"]
    finding = document["findings"][0]
    assert contradicted["time"] == {
        "text": "1067",
        "start": 27,
        "end": 31,
        "edtf": "1067",
        "from": [2110777, 2110777],
        "to": [2111141, None],
        "inherited": False,
    }
    assert (contradicted["reason"], still_open["reason"]) == (None, "looked for: residence")
    assert (finding["start"], finding["end"], finding["line"], finding["column"]) == (27, 31, 1, 28)
    assert finding["suggestion"] == {"start": 27, "end": 31, "replacement": "1066"}
    assert [other["rank"] for other in finding["evidence"][0]["disputed"]] == [
        "variant",
        "finer",
        "rejected",
    ]


def test_the_summary_counts(report: Report) -> None:
    """Verdicts, severities and problems over all documents."""
    assert json.loads(render(report))["summary"] == {
        "documents": 1,
        "claims": 3,
        "checked": 2,
        "supported": 1,
        "contradicted": 1,
        "disputed": 0,
        "open": 1,
        "skipped": 0,
        "errors": 1,
        "warnings": 0,
        "notes": 0,
        "problems": 1,
    }


@pytest.mark.parametrize("key", ["bede", "summary"])
def test_the_schema_refuses_what_is_missing_or_unknown(report: Report, key: str) -> None:
    """A schema that accepts everything would promise nothing."""
    found = json.loads(render(report))
    assert errors(found | {"extra": 1}) != []
    del found[key]
    assert errors(found) != []


def test_real_reports_are_valid(tmp_path: Path) -> None:
    """From small texts to JSON through every stage, with the embedded reference."""
    for name, text in SMALL_TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = json.loads(render(check([str(tmp_path), str(tmp_path / "gone.txt")])))
    assert errors(found) == []
    documents = {Path(document["path"]).name: document for document in found["documents"]}
    for name, document in documents.items():
        for claim in document["claims"]:
            text = SMALL_TEXTS[name]
            assert text[claim["start"] : claim["end"]] == claim["text"]
            trigger = claim["trigger"]
            assert text[trigger["start"] : trigger["end"]] == trigger["text"]
    assert {claim["verdict"] for d in documents.values() for claim in d["claims"]} >= {
        "contradicted",
        "disputed",
        "supported",
    }
    assert found["summary"]["problems"] >= 1
