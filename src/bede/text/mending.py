"""Slips of the parser that its own labels give away, mended before anybody reads the tree.

Only what cannot be meant is mended: nobody counts persons by a full name, so the number in "at the
age of 17 Ida Vell joined the League" is not said of Ida Vell.
"""

from __future__ import annotations

from dataclasses import replace

from bede.text.sentence import Token

_VERBS = ("VERB", "AUX")


def mended(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words of a sentence with those slips mended.

    Args:
        tokens: the words as parsed; indices are their places.
    """
    moved: dict[int, tuple[int, str]] = {}
    for number in tokens[1:-1]:
        name = tokens[number.head]
        if number.dep != "nummod" or number.pos != "NUM" or not _is_named(tokens, number, name):
            continue
        before = tokens[number.index - 1]
        if before.pos == "ADP" and before.dep == "prep":
            moved[number.index] = (before.index, "pobj")
        elif before.text.lower() in ("age", "aged"):
            moved[number.index] = (before.index, "nummod")
            if before.head == name.index:
                moved[before.index] = (name.index, "acl")
        else:
            continue
        verb = _verb_behind(tokens, name)
        if name.dep == "pobj" and verb is not None:
            passive = any(tokens[c].dep == "auxpass" for c in verb.children)
            moved[name.index] = (verb.index, "nsubjpass" if passive else "nsubj")
    return _moved(tokens, moved) if moved else tokens


def _is_named(tokens: tuple[Token, ...], number: Token, name: Token) -> bool:
    """Whether the full name of one person begins right behind a number."""
    words = tokens[number.index + 1 : name.index + 1]
    return len(words) > 1 and all(word.label == "PERSON" and word.tag == "NNP" for word in words)


def _verb_behind(tokens: tuple[Token, ...], name: Token) -> Token | None:
    """The verb that follows a name with nothing but its auxiliaries between, without a subject."""
    at = name.index + 1
    while at < len(tokens) and tokens[at].dep in ("aux", "auxpass", "advmod", "neg"):
        at += 1
    if at >= len(tokens) or tokens[at].pos not in _VERBS:
        return None
    parts = (tokens[at], *(tokens[c] for c in tokens[at].children))
    told = any(tokens[c].dep in ("nsubj", "nsubjpass") for part in parts for c in part.children)
    return None if told else tokens[at]


def _moved(tokens: tuple[Token, ...], moved: dict[int, tuple[int, str]]) -> tuple[Token, ...]:
    """The words with new governors, unless that would close a circle."""
    heads = [moved.get(token.index, (token.head, ""))[0] for token in tokens]
    for index in moved:
        at, steps = index, 0
        while heads[at] != at and steps <= len(tokens):
            at, steps = heads[at], steps + 1
        if steps > len(tokens):
            return tokens
    children: list[list[int]] = [[] for _ in tokens]
    for index, head in enumerate(heads):
        if head != index:
            children[head].append(index)
    return tuple(
        replace(
            token,
            head=heads[token.index],
            dep=moved[token.index][1] if token.index in moved else token.dep,
            children=tuple(children[token.index]),
        )
        for token in tokens
    )
