"""Retrospective naming: which words around a name own that it is of another time."""

from __future__ import annotations

import re

import pytest

from bede.judgement.naming import is_retrospective

OWNED = [
    "in what is now *Northport*",
    "in today's *Northport*, by the sea",
    "in today’s *Northport*",
    "in the city now known as *Northport*",
    "the town that was later renamed *Northport*",
    "in what was once “*Oldport*”",
    "in the former *Oldport*",
    "in *Northport* (then Kingsport)",
    "in *Northport*, as it was later called",
    "in *Northport* [now Kingsport]",
]
NOT_OWNED = [
    "in *Northport*",
    "he was later arrested in *Northport*",
    "in what was then *Northport*",
    "as we know now, *Northport* was small",
    "in *Northport* and then in Velin",
    "in *Northport*, where he died",
    "in *Northport* (a small town)",
    "now in *Northport*",
    "*Northport*",
]


def owned(marked: str) -> bool:
    """Ask about the name between asterisks."""
    start, end = (match.start() for match in re.finditer(r"\*", marked))
    return is_retrospective(marked.replace("*", ""), start, end - 1)


@pytest.mark.parametrize("marked", OWNED)
def test_a_name_that_the_author_owns(marked: str) -> None:
    """Words before the name, or set off behind it, own it."""
    assert owned(marked) is True


@pytest.mark.parametrize("marked", NOT_OWNED)
def test_a_name_that_the_author_simply_uses(marked: str) -> None:
    """Words of the story, and a plain "then" before the name, own nothing."""
    assert owned(marked) is False
