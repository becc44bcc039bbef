"""Event types: what a file may say, and what comes out of it."""

from __future__ import annotations

import pytest

from bede.catalog import event_types, parse_event_type, roles_by_type
from bede.errors import CatalogError

NAP = """\
name = "nap"
gloss = "a short sleep"
nature = "happening"
cardinality = "many"

[roles.person]
kinds = ["person"]
key = true

[roles.place]
kinds = ["place"]
identifies = true

[roles.dream]
kinds = ["text"]

[wording]
says = "{person} took a nap [in {place}]"

[[en.patterns]]
verbs = ["nap", "doze off"]
slots = { subject = "person", in = "place", on = "place|dream" }
requires = ["person"]

[[en.patterns]]
nouns = ["napper"]
bearer = "person"
"""


def test_a_file_becomes_an_event_type() -> None:
    """Roles in their order, patterns of each kind, the key role."""
    nap = parse_event_type(NAP, "events/nap.toml")
    assert [role.name for role in nap.roles] == ["person", "place", "dream"]
    assert (nap.key.name, nap.role("place").identifies if nap.role("place") else None) == (
        "person",
        True,
    )
    assert [(p.kind, p.words, p.bearer) for p in nap.patterns] == [
        ("verb", ("nap", "doze off"), None),
        ("predicate", ("napper",), "person"),
    ]


FAULTS = {
    ("cardinality", 'cardinality = "some"', "cardinality must be once, "),
    ("key = true", "key = false", "exactly one role must be the key role"),
    ('["place"]', '["planet"]', "unknown kind 'planet' of role 'place'"),
    ("place|dream", "place|mood", "unknown role 'mood' in a pattern"),
    ('requires = ["person"]', 'requires = ["people"]', "unknown role 'people' in a pattern"),
    ("bearer =", "barer =", "unknown key 'barer' of a pattern"),
    (
        'nouns = ["napper"]',
        'nouns = ["napper"]\nverbs = ["nap"]',
        "one of verbs, nouns and adjectives",
    ),
    ('name = "nap"', 'name = "siesta"', "name must be 'nap', as the file"),
    ('gloss = "a', 'colour = "a', "unknown key 'colour'"),
}


@pytest.mark.parametrize(("old", "new", "cause"), sorted(FAULTS))
def test_a_fault_is_named_with_its_file_and_line(old: str, new: str, cause: str) -> None:
    """Whatever an editor may get wrong, one line says so."""
    lines = NAP.splitlines()
    place = next(number for number, line in enumerate(lines) if old in line)
    lines[place] = new if old == "cardinality" else lines[place].replace(old, new)
    with pytest.raises(CatalogError, match=r"^events/nap\.toml:") as caught:
        parse_event_type("\n".join(lines), "events/nap.toml")
    assert cause in caught.value.cause
    assert caught.value.line is not None


def test_free_text_is_told_from_what_is_linked() -> None:
    """The builder of the reference needs to know: no kinds means words."""
    roles = roles_by_type()
    assert roles["death"]["cause"] == ()
    assert roles["death"]["person"] == ("person",)
    assert list(roles) == sorted(roles)


def test_a_wording_uses_only_roles_of_its_type() -> None:
    """Otherwise a fact could not be told."""
    for event in event_types().values():
        for role in event.wording["says"].replace("{", "}").split("}")[1::2]:
            assert event.role(role) is not None, (event.name, role)
