"""What was worked out of a sentence, kept with it for the next time that it is read.

When a document is edited, most of its sentences stay as they were and only move. What follows from
the words, the tree, the quotation marks and the times of a sentence, and not from where it stands,
need not be worked out again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Protocol, TypeVar, TypeVarTuple, cast

Answer = TypeVar("Answer")
Rest = TypeVarTuple("Rest")


class Notes:
    """The answers that functions gave about one sentence, by their names and arguments."""

    __slots__ = ("answers",)

    def __init__(self) -> None:
        self.answers: dict[tuple[object, ...], object] = {}


class Remembered(Protocol):
    """What has notes, as every sentence does."""

    @property
    def notes(self) -> Notes:
        """What was worked out of it before."""


Subject = TypeVar("Subject", bound=Remembered)


def noted(
    function: Callable[[Subject, *Rest], Answer],
) -> Callable[[Subject, *Rest], Answer]:
    """Let a function answer from the notes of the sentence where it was asked the same before.

    Args:
        function: its answer follows from the sentence and the other arguments alone, which are
            given by place and can be hashed. It holds indices of words, but no offsets, because
            the sentence may have moved; and nobody changes the answer.
    """
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def answer(sentence: Subject, *rest: *Rest) -> Answer:
        answers, key = sentence.notes.answers, (name, *rest)
        if key not in answers:
            answers[key] = function(sentence, *rest)
        return cast(Answer, answers[key])

    return answer
