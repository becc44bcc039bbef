"""One thing that a text says about time, as a unit that is kept or given up as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bede.claims import Claim, Stretch
from bede.judgement.network import Constraint

MOST_ALTERNATIVES = 16
"""A statement that may be meant in more ways than this is not used; Bede abstains."""


class Nature(StrEnum):
    """What kind of thing is stated.

    DATE: a claim has a date. SHARE: somebody takes part in it. ORDER: it comes before or after
    another. DISTANCE: so long before or after. LASTED: how long it took. AGE: how old somebody
    was. KIN: who is whose child. MEANT: the claim tells one of the facts on record.
    """

    DATE = "date"
    SHARE = "share"
    ORDER = "order"
    DISTANCE = "distance"
    LASTED = "lasted"
    AGE = "age"
    KIN = "kin"
    MEANT = "meant"


WEIGHTS = {
    Nature.DATE: 2,
    Nature.AGE: 2,
    Nature.LASTED: 2,
    Nature.DISTANCE: 2,
    Nature.ORDER: 3,
    Nature.KIN: 3,
    Nature.SHARE: 20,
    Nature.MEANT: 40,
}
"""How dear each is to give up: numbers are told wrong more easily than orders. Who took part in
what is given up only where no number could be: it is what the others are told of."""


def named(claim: Claim) -> str:
    """What a claim is called in messages: its word in quotation marks.

    A life in brackets has no word for its begin and its end but the dates themselves.
    """
    word = claim.trigger.text
    return f'"{word}"' if any(map(str.isalpha, word)) else f"the {claim.type}"


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement of the text with all the ways in which it may be meant.

    Attributes:
        nature: what kind of thing is stated.
        claims: the claims that it is about.
        place: the words that say it.
        alternatives: the readings, each a set of constraints; it holds if one of them can.
        number: its place among the statements of the document.
        subject: who or what it is about, for messages; "" if that is the claim.
        sure: whether it can be meant in no other way; else it is never an error.
        by_pronoun: whether it is a pronoun that says who takes part.
    """

    nature: Nature
    claims: tuple[Claim, ...]
    place: Stretch
    alternatives: tuple[tuple[Constraint, ...], ...]
    number: int
    subject: str = ""
    sure: bool = True
    by_pronoun: bool = False

    @property
    def key(self) -> str:
        """Unique in the document, and in the order of the statements."""
        return f"{self.number:06d} {self.nature.value}"

    @property
    def weight(self) -> int:
        """How dear it is to give up."""
        return WEIGHTS[self.nature]
