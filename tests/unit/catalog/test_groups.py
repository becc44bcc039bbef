"""Groups of event types."""

from __future__ import annotations

from collections import Counter

from bede.catalog import event_types
from bede.catalog.groups import event_groups, group_of


def test_every_event_type_has_exactly_one_group() -> None:
    """A new type is not shown until it is told with which others."""
    grouped = Counter(name for group in event_groups() for name in group.types)
    assert grouped == Counter(list(event_types()))


def test_a_type_knows_its_group() -> None:
    """By name for programs, by title for people."""
    assert (group_of("treaty").name, group_of("treaty").title) == ("conflict", "Conflict")
