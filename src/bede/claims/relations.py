"""Order words: which of two happenings the text puts first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bede.catalog import lexicon
from bede.catalog.files import read_toml
from bede.catalog.lexicons import LANGUAGE
from bede.claims.patterns import Match
from bede.claims.values import Order
from bede.text import Sentence, Token


@dataclass(frozen=True, slots=True)
class Link:
    """Two matches of one sentence with the order word between them (index of that word)."""

    source: int
    target: int
    order: Order
    word: int


def is_repeated(sentence: Sentence, hosts: Sequence[int]) -> bool:
    """Whether the words say that it was not the first time ("again", "re-elected")."""
    for index in hosts:
        words = {child.text.lower() for child in sentence.children(index)}
        before = [token.text.lower() for token in sentence.tokens[max(0, index - 2) : index]]
        if words & lexicon("order", "repeated") or before == ["re", "-"]:
            return True
    spoken = f" {' '.join(token.text.lower() for token in sentence.tokens)} "
    return any(f" {phrase} " in spoken for phrase in lexicon("order", "repeated_phrases"))


def _order_words() -> Mapping[str, Order]:
    table = read_toml(f"{LANGUAGE}/lexicons/order.toml")["orders"]
    return {word: Order(order) for order, words in table.items() for word in words}


def find_links(sentence: Sentence, matches: Sequence[Match]) -> tuple[Link, ...]:
    """The order that prepositions and conjunctions state between the matches of a sentence."""
    owner = {index: place for place, match in enumerate(matches) for index in match.trigger}
    hosts = {index: place for place, match in enumerate(matches) for index in match.hosts} | owner
    words = _order_words()
    links: list[Link] = []
    for token in sentence.tokens:
        order = words.get(token.text.lower())
        if order is None:
            continue
        target = _governed(sentence, token, owner)
        source = _governor(sentence, token, hosts)
        if target is not None and source is not None and target != source:
            links.append(Link(source, target, order, token.index))
    return tuple(links)


def _governed(sentence: Sentence, word: Token, owner: Mapping[int, int]) -> int | None:
    """The trigger that the order word introduces."""
    if word.dep == "mark":
        return owner.get(word.head)
    if word.dep == "prep":
        for child in sentence.children(word.index, "pobj", "pcomp"):
            if child.index in owner:
                return owner[child.index]
    return None


def _governor(sentence: Sentence, word: Token, hosts: Mapping[int, int]) -> int | None:
    """The trigger of the clause in which the order word stands."""
    start = sentence.head(word) if word.dep == "mark" else word
    if word.dep == "mark" and start.dep != "advcl":
        return None
    for token in sentence.ancestors(start.index):
        if token.index in hosts:
            return hosts[token.index]
        if token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass"):
            return None
    return None
