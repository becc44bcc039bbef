"""From a head word to the filler of a role: its smallest naming stretch and what it can be."""

from __future__ import annotations

from typing import Literal

from bede.catalog.lexicons import word_numbers
from bede.claims.kinds import NUMBER_LABELS, is_name
from bede.claims.values import Count, Filler
from bede.text import Resolver, Sentence, Token, noted

_KEPT = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet"})


def naming_stretch(sentence: Sentence, token: Token) -> tuple[int, int]:
    """First and last word of the smallest stretch that names what the head stands for."""
    return _stretch_at(sentence, token.index)


@noted
def _stretch_at(sentence: Sentence, index: int) -> tuple[int, int]:
    token = sentence.tokens[index]
    first = last = index
    for child in sorted(sentence.children(token.index), key=lambda t: -t.index):
        if token.pos == "PROPN" and sentence.dates(child) and not sentence.dates(token):
            continue  # "In 1905 Trotsky was ...": the year is not part of the name
        kept = child.dep in _KEPT or (token.pos == "NUM" and child.dep == "advmod")
        if child.index < first and kept and not _tells_age(sentence, child):
            inner = sentence.subtree(child.index)
            if inner[-1] >= first - 2:
                first = min(first, inner[0])
    for child in [*sentence.children(token.index, "prep"), *_title_tail(sentence, token)]:
        if child.index <= last or not _belongs(sentence, token, child):
            continue
        noun = sentence.child(child.index, "pobj")
        if noun is not None and child.index <= last + 2:
            last = max(last, naming_stretch(sentence, noun)[1])
    pair = title_pair(sentence, token)
    return first, _title_end(sentence, token, pair.index if pair is not None else last)


def _tells_age(sentence: Sentence, child: Token) -> bool:
    """An age is no part of a name: "the 17-year-old Ada Reed"."""
    return child.lemma == "old" and sentence.child(child.index, "npadvmod") is not None


def title_pair(sentence: Sentence, token: Token) -> Token | None:
    """The second noun of a title such as "The State and Revolution".

    The capital of an article inside a sentence says that a title begins there.
    """
    article = sentence.child(token.index, "det")
    second = sentence.child(token.index, "conj")
    if article is None or second is None or article.index == 0 or not article.text[:1].isupper():
        return None
    return second if second.index == token.index + 2 and is_name(second) else None


def _title_end(sentence: Sentence, token: Token, last: int) -> int:
    """Words in capitals right behind a name belong to it ("The Revolution Betrayed")."""
    titled = is_name(token) and token.label not in ("PERSON", "GPE", "LOC")
    while titled and last + 1 < len(sentence.tokens):
        behind = sentence.tokens[last + 1]
        part = behind.pos in ("NOUN", "ADJ", "VERB") or behind.dep == "appos"
        if not behind.text[:1].isupper() or not part:
            break
        last += 1
    return last


def _title_tail(sentence: Sentence, token: Token) -> list[Token]:
    """The preposition behind a common noun in capitals ("Socialism in One Country").

    Parsers often hang it on the verb; the capitals say that the words are one title.
    """
    following = token.index + 1
    if token.tag not in ("NN", "NNS") or not is_name(token) or following >= len(sentence.tokens):
        return []
    behind = sentence.tokens[following]
    return [behind] if behind.dep == "prep" and behind.head != token.index else []


def _belongs(sentence: Sentence, token: Token, preposition: Token) -> bool:
    """Of-phrases belong to the name; other phrases only inside a capitalised title."""
    if preposition.lemma == "of":
        return True
    noun = sentence.child(preposition.index, "pobj")
    apart = (*NUMBER_LABELS, "GPE", "LOC", "FAC", "PERSON")
    titled = noun is not None and noun.text[:1].isupper() and noun.label not in apart
    return (
        titled
        and token.text[:1].isupper()
        and token.label not in ("PERSON", "GPE", "LOC")
        and preposition.lemma in ("in", "for", "on", "to", "and")
    )


def _count(sentence: Sentence, token: Token) -> Count | None:
    numbers = word_numbers("quantities", "at_least")
    if token.tag != "NNS":
        return None
    for child in sentence.children(token.index, "amod", "nummod", "det"):
        word = child.text.lower()
        if word in numbers:
            return Count(numbers[word], token.lemma)
        if word.isdecimal() and len(word) < 4:
            return Count(int(word), token.lemma)
    return None


_SAYS_WHICH = frozenset({"amod", "compound", "nummod", "nmod"})


def _own_words(sentence: Sentence, token: Token) -> tuple[int, int]:
    """First and last word of what a noun says without its owner: "eldest son", "son-in-law"."""
    first, last = token.index, token.index
    for child in sorted(sentence.children(token.index), key=lambda t: -t.index):
        if child.index < first and child.dep in _SAYS_WHICH:
            inner = sentence.subtree(child.index)
            if inner[-1] >= first - 2:  # a hyphen may stand between
                first = min(first, inner[0])
    words = sentence.tokens
    while last + 2 < len(words) and words[last + 1].text == "-":
        last += 2
    return first, last


def _clause(sentence: Sentence, verb: Token) -> tuple[int, int]:
    """First and last word of what a clause says, without the marks at its edges."""
    words = [i for i in sentence.subtree(verb.index) if sentence.tokens[i].pos != "PUNCT"]
    inside = [i for i in words if sentence.tokens[i].dep != "mark" or i > verb.index]
    return inside[0], inside[-1]


def build_filler(
    sentence: Sentence,
    number: int,
    index: int,
    resolver: Resolver,
    *,
    plain: bool = False,
) -> Filler:
    """The filler headed by a word.

    Args:
        sentence: the sentence.
        number: its index in the document.
        index: index of the head word.
        resolver: resolves pronouns.
        plain: without article, owner and what follows, as the word for a kinship.
    """
    token = sentence.tokens[index]
    if token.pos in ("VERB", "AUX"):
        first, last = _clause(sentence, token)
    else:
        first, last = _own_words(sentence, token) if plain else naming_stretch(sentence, token)
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    words = sentence.words(first, last)
    if token.pos == "PRON" or token.tag == "PRP$":
        mention = resolver.antecedent(number, index)
        resolved = mention.text if mention is not None else None
        return Filler(words, start, end, token.text, "pronoun", resolved)
    nature: Literal["name", "description"] = "name" if is_name(token) else "description"
    return Filler(words, start, end, token.text, nature, count=_count(sentence, token))
