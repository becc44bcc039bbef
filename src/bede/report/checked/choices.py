"""What a reader of the page can filter by: rules, people, bodies, places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bede.report.account import Profile
from bede.report.checked.cards import entity_key, plain
from bede.report.checked.values import Card
from bede.report.values import Report

_KINDS = (
    ("person", "Person", ("person",)),
    ("body", "Body or state", ("organisation", "office")),
    ("place", "Place", ("place",)),
    ("other", "Happening, work or idea", ("happening", "work", "idea")),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A list from which the reader picks one.

    Attributes:
        name: what the script calls it.
        title: for the reader.
        entries: triples of a key, its words, and how many cards it concerns, by words.
    """

    name: str
    title: str
    entries: tuple[tuple[str, str, int], ...]


def choices_of(report: Report, cards: Sequence[Card]) -> tuple[Choice, ...]:
    """The lists of the page; a list with nothing in it is left out.

    Args:
        report: the report, each document with its account.
        cards: all cards of the page.
    """
    rules = Counter(rule for card in cards for rule in card.rules)
    named = Counter(entity for card in cards for entity in card.entities)
    profiles: dict[str, Profile] = {}
    for document in report.documents:
        if document.account is not None:
            profiles |= {entity_key(one.id): one for one in document.account.profiles.values()}
    found = [Choice("rule", "Rule", tuple((name, name, rules[name]) for name in sorted(rules)))]
    for name, title, kinds in _KINDS:
        some = [
            (key, plain(profiles[key].label), number)
            for key, number in named.items()
            if key in profiles and profiles[key].kind in kinds
        ]
        some.sort(key=lambda entry: (entry[1].casefold(), entry[0]))
        found.append(Choice(name, title, tuple(some)))
    return tuple(choice for choice in found if choice.entries)
