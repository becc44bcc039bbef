"""Long texts that nobody wrote: history prose in shape, with invented names and dates.

They are the same in every run, and as long as asked for, so that the pages of long texts can be
tested and measured without a text that belongs to somebody.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

FIRST = ("Ada", "Eva", "Ida", "Jon", "Max", "Nora", "Otto", "Paul", "Rosa", "Tom", "Vera", "Karl")
LAST = ("Birch", "Hall", "Kern", "Lind", "Marsh", "Penn", "Quill", "Reed", "Stock", "Vell", "Orlo")
PLACES = ("Velin", "Tarn", "Oldport", "Kesh", "Marrow Bay", "Upper Tarn")
BODIES = ("Salt Guild", "League of Tarn", "Harbour Party", "Council of Velin", "Free Press of Kesh")
MONTHS = ("January", "March", "May", "June", "August", "October", "November")
WORKS = ("The Salt of Tarn", "A Ship for Velin", "Letters from Kesh")
DEEDS = (
    "{who} was born in {place} {born}.",
    "{when_first}, {who} founded the {body} in {place}.",
    "{who} joined the {body} {when}, and was expelled from it {later}.",
    "{who}, who had been president of Tarn since {year}, resigned {later}.",
    "{when_first}, the {body} elected {who} as its chairman.",
    "{who} published *{work}* {when}.",
    "{who} was arrested in {place} {when} and exiled to {other} {later}.",
    "Perhaps {who} met {friend} in {other} before the winter of {year}.",
    "{friend} never joined the {body}, although {who} had asked for it {when}.",
    "{who} married {friend} in {place} {when}.",
    "{who} died in {other} {died}.",
)
SLIP = 0.03
"""How often a year of birth or death is told wrong."""
BETWEEN = (
    "The harvest had been poor, and the price of salt rose from week to week in all of the towns "
    "along the coast.",
    "What was said in the evenings about all this was less friendly than what stood in the papers.",
    "Nothing that came later can be understood without the long quarrel about the harbour.",
    "The letters of those weeks are full of rain, of debts, and of the wish to be elsewhere.",
    "Of the reasons more has been written than is known.",
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who never was, with the years of a life."""

    name: str
    born: int
    died: int


def chronicle(words: int, *, seed: int = 1) -> str:
    """A text in Markdown with chapters, paragraphs, quotations and lists.

    About half of its sentences tell something that can be checked, and nearly all agree.

    Args:
        words: how many, at least.
        seed: of another text of the same kind.
    """
    chance = random.Random(seed)  # noqa: S311  # a text, not a secret
    people = _people(chance, max(4, words // 100))
    parts, counted = ["# A chronicle of Tarn"], 0
    while counted < words:
        part = _chapter(chance, len(parts)) if len(parts) % 12 == 1 else _part(chance, people)
        parts.append(part)
        counted += len(part.split())
    return "\n\n".join(parts) + "\n"


def many_claims(number: int) -> str:
    """A text with so many statements, each dated, in a sentence of its own.

    Args:
        number: of the statements.
    """
    chance = random.Random(7)  # noqa: S311  # a text, not a secret
    told = []
    for one in _people(chance, number // 2):
        told += [f"{one.name} was born in {one.born}.", f"{one.name} died in {one.died}."]
    paragraphs = (" ".join(told[at : at + 10]) for at in range(0, number, 10))
    return "# A long list\n\n" + "\n\n".join(paragraphs) + "\n"


def _people(chance: random.Random, number: int) -> list[Person]:
    names = [
        f"{first} {middle}{last}"
        for middle in ("", *(f"{letter}. " for letter in "ABCDEFGHJKLMNOPRSTUVW"))
        for first in FIRST
        for last in LAST
    ]
    born = [chance.randint(1640, 1930) for _ in range(number)]
    chosen = chance.sample(names[: max(number, 80)], number)
    return [
        Person(name, year, year + chance.randint(40, 80))
        for name, year in zip(chosen, born, strict=True)
    ]


def _chapter(chance: random.Random, number: int) -> str:
    return f"## {number // 12 + 1}. {chance.choice(LAST)} and {chance.choice(PLACES)}"


def _part(chance: random.Random, people: Sequence[Person]) -> str:
    shape = chance.random()
    if shape < 0.06:
        return "\n".join(f"- {_told(chance, people)}" for _ in range(3))
    prose = " ".join(
        chance.choice(BETWEEN) if chance.random() < 0.45 else _told(chance, people)
        for _ in range(chance.randint(4, 9))
    )
    return f"> {prose}" if shape < 0.1 else prose


def _told(chance: random.Random, people: Sequence[Person]) -> str:
    one, friend = chance.sample(people, 2)
    year = chance.randint(one.born + 20, one.died - 10)
    when = _when(chance, year)
    slip = chance.randint(2, 30) if chance.random() < SLIP else 0
    return chance.choice(DEEDS).format(
        who=one.name,
        friend=friend.name,
        place=chance.choice(PLACES),
        other=chance.choice(PLACES),
        body=chance.choice(BODIES),
        work=chance.choice(WORKS),
        when=when,
        when_first=f"{when[0].upper()}{when[1:]}",
        later=_when(chance, year + chance.randint(1, 9)),
        year=year,
        born=f"in {one.born + slip}",
        died=f"in {one.died - slip}",
    )


def _when(chance: random.Random, year: int) -> str:
    day, month = chance.randint(1, 28), chance.choice(MONTHS)
    shapes = (
        f"in {year}",
        f"in {month} {year}",
        f"on {day} {month} {year}",
        f"about {year}",
        f"in the early {year // 10}0s",
    )
    return chance.choice(shapes)
