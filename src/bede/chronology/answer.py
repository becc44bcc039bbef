"""Three-valued answers, so that what is not known is never taken for a no."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NoReturn


class Answer(StrEnum):
    """Yes, no or unknown, in the strong three-valued logic of Kleene.

    An answer has no truth value of its own: `if answer:` would take a "no" for true, so it
    raises TypeError. Write `answer is Answer.YES`.

    Source: S. C. Kleene, Introduction to Metamathematics, 1952, section 64.
    """

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    def negate(self) -> Answer:
        """Swap yes and no; unknown stays unknown."""
        if self is Answer.YES:
            return Answer.NO
        return Answer.YES if self is Answer.NO else Answer.UNKNOWN

    def __bool__(self) -> NoReturn:
        raise TypeError("an Answer is yes, no or unknown: compare it with Answer.YES")


def all_of(answers: Iterable[Answer]) -> Answer:
    """Kleene's conjunction: a single no decides; yes only if every answer is yes.

    Args:
        answers: any number of answers; of none the conjunction is yes.
    """
    seen = tuple(answers)
    if Answer.NO in seen:
        return Answer.NO
    return Answer.UNKNOWN if Answer.UNKNOWN in seen else Answer.YES


def any_of(answers: Iterable[Answer]) -> Answer:
    """Kleene's disjunction: a single yes decides; no only if every answer is no.

    Args:
        answers: any number of answers; of none the disjunction is no.
    """
    return all_of(answer.negate() for answer in answers).negate()
