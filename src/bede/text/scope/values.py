"""How a statement is made, and the word lists by which that is told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bede.catalog import lexicon


class Modality(StrEnum):
    """How a statement is made; names as in the claim annotation guidelines."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    HEDGED = "hedged"
    ATTRIBUTED = "attributed"


@dataclass(frozen=True, slots=True)
class Scope:
    """The modality of a trigger and, unless asserted, the words that make it so.

    Attributes:
        modality: how the event is stated.
        reason: the words that take it out of the author's assertion; None if asserted.
        speaker: for an attributed event, the index in the sentence of the head word that names
            who says it; None where nobody is named.
    """

    modality: Modality
    reason: str | None = None
    speaker: int | None = None


def words_of(name: str) -> frozenset[str]:
    """A word list of the lexicon of scope."""
    return lexicon("scope", name)
