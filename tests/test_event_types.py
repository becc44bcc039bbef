"""The examples of `data/events/*.toml`, run: each sentence gives exactly the claims beside it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.reading import extraction_of, told

from bede.catalog import event_types, parse_event_type
from bede.errors import CatalogError

EXAMPLES = [(event.name, example) for event in event_types().values() for example in event.examples]
READ = {event.name for event in event_types().values() if event.patterns}


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[e["text"] for _, e in EXAMPLES])
def test_an_example_gives_its_claims(name: str, example: dict[str, Any]) -> None:
    """Type, trigger, roles, time and modality are as the example says, and nothing else."""
    claims = [told(claim, name) for claim in extraction_of(example["text"]).claims]
    assert claims == example["claims"]


def test_every_type_that_is_read_has_an_example() -> None:
    """A pattern that no example shows is a pattern that nobody tried."""
    assert {name for name, _ in EXAMPLES} == READ


def test_the_roles_of_readings_exist() -> None:
    """A reading points to an event type and to roles that exist there and here."""
    for event in event_types().values():
        for reading in event.readings:
            other = event_types()[reading.type]
            assert all(other.role(name) for name in (*reading.needs, *reading.roles.values()))
            assert all(event.role(name) for name in reading.roles)


FAULTS = {
    'name = "nap"\nnature = "rest"\ncardinality = "many"\n[roles.person]\nkey = true\n': (
        "events/nap.toml:2: nature must be happening or state; see docs/how-to"
    ),
    'name = "nap"\nnature = "state"\ncardinality = "many"\n[roles.person]\nkinds = ["person"]\n': (
        "events/nap.toml:4: exactly one role must be the key role; see docs/how-to"
    ),
    'name = "nap"\nnature = \n': (
        "events/nap.toml:2: not valid TOML: Invalid value; mend the syntax there"
    ),
}


@pytest.mark.parametrize("text", FAULTS)
def test_a_faulty_file_is_refused_with_its_line(text: str) -> None:
    """File, line, cause and remedy, in one line."""
    with pytest.raises(CatalogError) as caught:
        parse_event_type(text, "events/nap.toml")
    assert str(caught.value) == FAULTS[text]
