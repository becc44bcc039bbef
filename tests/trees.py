"""Sentences built by hand, for tests that need no parser.

    tree("Nobody/NN/nsubj>2 expelled=expel/VBD/ROOT>2 Reed/NNP/dobj>2/PERSON")

Each word is WORD=LEMMA/TAG/LABEL>HEAD/ENTITY; the lemma (else the word in lower case) and the kind
of entity may be left out; heads count words from 1.
"""

from __future__ import annotations

import re

from bede.documents import BlockKind
from bede.text import Sentence, Token

_WORD = re.compile(r"([^=/\s]+)(?:=([^/]+))?/([^/]+)/([^>]+)>(\d+)(?:/(\w+))?")
_POS = {
    "NN": "NOUN",
    "NNS": "NOUN",
    "NNP": "PROPN",
    "PRP": "PRON",
    "PRP$": "PRON",
    "WP$": "PRON",
    "WP": "PRON",
    "IN": "ADP",
    "DT": "DET",
    "RB": "ADV",
    "JJ": "ADJ",
    "CD": "NUM",
    "CC": "CCONJ",
    ".": "PUNCT",
}


def tree(text: str, *, start: int = 0, quoted: tuple[tuple[int, int], ...] = ()) -> Sentence:
    """A sentence from its words, each with tag, label and head; one blank between words."""
    words = [match.groups() for match in map(_WORD.fullmatch, text.split()) if match]
    if len(words) != len(text.split()):
        raise ValueError(f"not a tree: {text}")
    tokens, at = [], start
    for index, (word, lemma, tag, dep, head, label) in enumerate(words):
        children = tuple(
            place
            for place, other in enumerate(words)
            if int(other[4]) == index + 1 and place != index
        )
        pos = "VERB" if tag.startswith("VB") else _POS.get(tag, "X")
        end = at + len(word)
        tokens.append(
            Token(
                index=index,
                text=word,
                lemma=lemma or word.lower(),
                tag=tag,
                pos=pos,
                dep=dep,
                head=int(head) - 1,
                start=at,
                end=end,
                label=label or "",
                children=children,
            )
        )
        at = end + 1
    return Sentence(
        start=start,
        end=at - 1,
        block=0,
        kind=BlockKind.PARAGRAPH,
        section=-1,
        tokens=tuple(tokens),
        timexes=(),
        quoted=quoted,
    )
