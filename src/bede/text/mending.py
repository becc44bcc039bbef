"""Slips of the parser that its own labels give away, mended before anybody reads the tree.

Only what cannot be meant is mended: nobody counts persons by a full name, so the number in "at the
age of 17 Ida Vell joined the League" is not said of Ida Vell; and a year does nothing and undergoes
nothing, so the verb of a chronology's line, "1927: expelled from the party", heads that line. The
"I" right behind a name of which the parser could make nothing but an adverb is the number of a
ruler: "Ahmed I died in 1617".
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bede.text.sentence import SUBJECTS, Token

_VERBS = ("VERB", "AUX")


def mended(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words of a sentence with those slips mended.

    Args:
        tokens: the words as parsed; indices are their places.
    """
    moved = _entry(tokens)
    rulers = _rulers(tokens)
    moved |= {number - 1: (number, "compound") for number in rulers}
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
    found = _moved(tokens, moved) if moved else tokens
    return _numbered(found, rulers) if rulers else found


def _rulers(tokens: tuple[Token, ...]) -> tuple[int, ...]:
    """Places of an "I" that is no pronoun, though it was taken for the subject."""
    return tuple(
        token.index
        for before, token in pairwise(tokens)
        if token.text == "I"
        and token.pos == "PRON"
        and token.dep in SUBJECTS
        and before.pos == "PROPN"
        and before.dep == "npadvmod"
        and before.head == token.head
    )


def _numbered(tokens: tuple[Token, ...], rulers: tuple[int, ...]) -> tuple[Token, ...]:
    """The words with the number of each ruler as the head of his name."""
    words = list(tokens)
    for at in rulers:
        words[at] = replace(words[at], pos="PROPN", tag="NNP", label="PERSON", lemma="i")
        words[at - 1] = replace(words[at - 1], label="PERSON")
    return tuple(words)


def _entry(tokens: tuple[Token, ...]) -> dict[int, tuple[int, str]]:
    """New governors for a line that opens with a date and goes on with a verb without a subject."""
    at = 0
    while at < len(tokens) and (tokens[at].label == "DATE" or tokens[at].pos == "NUM"):
        at += 1
    date = range(at)
    while date and at < len(tokens) and tokens[at].pos == "PUNCT":
        at += 1
    if not date or at == len(tokens) or tokens[at].tag not in ("VBN", "VBD", "VBZ"):
        return {}
    verb = tokens[at]
    inside = {verb.head, *verb.children} & set(date) or verb.dep == "ROOT"
    subject = any(tokens[c].dep in SUBJECTS and c not in date for c in verb.children)
    if not inside or subject or verb.pos not in _VERBS:
        return {}
    moved = {verb.index: (verb.index, "ROOT")}
    for token in tokens:
        if (token.index in date and token.head not in date) or token.dep == "ROOT":
            moved.setdefault(token.index, (verb.index, "npadvmod"))
        elif token.head in date and token.index not in date:  # what hung on the date
            moved.setdefault(token.index, (verb.index, token.dep))
    return moved


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
