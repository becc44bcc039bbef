"""Whom short names, abbreviations, descriptions, "it" and "they" seem to mean."""

from __future__ import annotations

import pytest
from tests.reading import analysis_of

from bede.claims.reference import References
from bede.text import Resolver


def meant(text: str, word: str) -> tuple[str, ...]:
    """What the last occurrence of a word in a text seems to mean."""
    analysis = analysis_of(text)
    references = References(analysis.sentences, Resolver(analysis.sentences))
    number, sentence = max(
        (number, sentence)
        for number, sentence in enumerate(analysis.sentences)
        if sentence.start <= text.rindex(word) < sentence.end
    )
    token = sentence.at(text.rindex(word))
    return references.meant(number, token.index) if token is not None else ()


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Patrick Gordon was a general. In 1696 Gordon left.", "Gordon", ("Patrick Gordon",)),
        ("General Tom Reed lost. In 1696 Reed left.", "Reed", ("Tom Reed",)),
        ("They left the Velin Labour Union (VLU). The VLU met.", "VLU", ("Velin Labour Union",)),
        ("They shelled Fort Sumter. The fort fell in May.", "fort", ("Fort Sumter",)),
        ("They reached the city of Dresden. The city fell.", "city", ("Dresden",)),
        ("The Council met in May. It was dissolved in 1840.", "It", ("The Council",)),
        ("The Germans took Warsaw. They left it in May.", "They", ("The Germans",)),
        ("Tom Reed and Ida Vell met. They married in 1840.", "They", ("Tom Reed", "Ida Vell")),
    ],
)
def test_the_text_has_told_it(text: str, word: str, names: tuple[str, ...]) -> None:
    """A fuller name, an abbreviation in brackets, a noun in or beside a name, a subject."""
    assert meant(text, word) == names


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Tom Reed and Jon Reed came. In 1696 Reed left.", "Reed"),
        ("They shelled Fort Sumter and Fort Moultrie. The fort fell in May.", "fort"),
        ("The fort fell in May. They shelled Fort Sumter.", "fort"),
        ("The Council sent the army to Velin. It was dissolved in 1840.", "It"),
        ("The Germans met the Poles. They left in May.", "They"),
        ("Tom Reed left. They married in 1840.", "They"),
        ("In 1696 Reed left.", "Reed"),
    ],
)
def test_two_would_do_or_none_was_told(text: str, word: str) -> None:
    """Nothing is guessed, and nothing is taken from what the text tells later."""
    assert meant(text, word) == ()
