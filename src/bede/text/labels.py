"""One label for one name: what most of its mentions in a document are taken for.

The entity recogniser looks at one sentence at a time, so it takes a town for a person here and for
a body there, and at the head of a sentence, where every word has a capital, a name for a noun. Who
reads the whole page knows better.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from bede.text.sentence import Token

_NAMED = frozenset({"PERSON", "NORP", "ORG", "GPE", "LOC", "FAC"})
_WHERE = frozenset({"in", "near", "at"})
_LEAST = 2  # mentions; one is no majority
_SHARE = 0.6


def common_labels(sentences: Iterable[tuple[Token, ...]]) -> Mapping[str, str]:
    """The label of each word of names on which most of its mentions agree.

    Args:
        sentences: the words of each sentence of a document.
    """
    votes: dict[str, Counter[str]] = {}
    for tokens in sentences:
        for token in tokens:
            if token.pos != "PROPN" or token.text.isupper():
                continue
            count = votes.setdefault(token.text, Counter())
            if token.label in _NAMED:
                count[token.label] += 1
            if token.dep == "pobj" and tokens[token.head].text.lower() in _WHERE:
                count["GPE"] += 1
    found = {}
    for name, count in votes.items():
        label, most = max(sorted(count.items()), key=lambda one: one[1], default=("", 0))
        if count.total() >= _LEAST and most >= _SHARE * count.total():
            found[name] = label
    return found


def relabelled(
    tokens: tuple[Token, ...], labels: Mapping[str, str]
) -> tuple[tuple[Token, ...], tuple[tuple[int, str], ...]]:
    """The words of a sentence with these labels, and which of them changed.

    Args:
        tokens: the words.
        labels: word of a name -> its label.
    """
    changed = tuple(
        (token.index, labels[token.text])
        for token in tokens
        if token.text in labels
        and (token.pos == "PROPN" or (token.index == 0 and token.pos in ("NOUN", "ADJ")))
        and token.label in _NAMED | {""}
        and (token.label != labels[token.text] or token.pos != "PROPN")
    )
    if not changed:
        return tokens, ()
    words = list(tokens)
    for index, label in changed:
        words[index] = replace(words[index], label=label, pos="PROPN", tag="NNP")
    return tuple(words), changed
