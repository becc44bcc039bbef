"""Moving the words of a block's prose to where they stand in the document."""

from __future__ import annotations

from dataclasses import replace

from bede.documents import Block
from bede.text.sentence import Token


def moved_words(tokens: tuple[Token, ...], block: Block) -> tuple[Token, ...]:
    """Words with offsets into the document instead of the prose of their block.

    Most prose is copied in one piece, or in few; then no word need be looked up for itself.

    Args:
        tokens: the words of a sentence, in order.
        block: where they stand.
    """
    runs = block.runs
    if len(runs) == 1 and not block.resolved:
        return _shifted(tokens, runs[0][1] - runs[0][0])
    found = []
    run = 0
    for token in tokens:
        while run + 1 < len(runs) and runs[run + 1][0] <= token.start:
            run += 1
        here, there = runs[run]
        inside = here <= token.start and (run + 1 == len(runs) or token.end <= runs[run + 1][0])
        if inside and not block.resolved:
            start, end = token.start + there - here, token.end + there - here
        else:
            start, end = block.source_span(token.start, token.end)
        found.append(replace(token, start=start, end=end))
    return tuple(found)


def _shifted(tokens: tuple[Token, ...], by: int) -> tuple[Token, ...]:
    if by == 0:
        return tokens
    # Written out: `dataclasses.replace` takes three times as long, and this is for every word.
    return tuple(
        [
            Token(
                token.index,
                token.text,
                token.lemma,
                token.tag,
                token.pos,
                token.dep,
                token.head,
                token.start + by,
                token.end + by,
                token.label,
                token.children,
                token.apart,
            )
            for token in tokens
        ]
    )
