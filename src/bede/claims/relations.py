"""Order words: which of two happenings of a sentence the text puts first, and by how much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bede.catalog import lexicon
from bede.catalog.lexicons import word_numbers
from bede.chronology import Duration, Unit
from bede.chronology.length import Length, Manner
from bede.claims.arguments import is_passive
from bede.claims.climbing import owners, words_of
from bede.claims.filling import Match
from bede.claims.lasting import is_lasting
from bede.claims.phrases import order_phrases_in, order_words, ordinal_at
from bede.claims.values import Order
from bede.text import Modality, Sense, Sentence, Token, scope_of

_SINGLE = {unit.value: unit for unit in (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR)}
"""Units whose name alone tells a distance of one: "the day after his election"."""
_PHRASES = ("prep", "agent", "pcomp")
_CONJUNCTIONS = frozenset({"when", "while", "whilst", "once"})
"""Conjunctions that parsers take for adverbs of the clause that they open."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two matches of one sentence with the words that order them.

    Attributes:
        source: place of the match that is put in order.
        target: place of the match by which it is.
        order: how.
        start: first character of the words (in the document).
        end: one past their last character.
        distance: how far apart, if told.
    """

    source: int
    target: int
    order: Order
    start: int
    end: int
    distance: Length | None = None


def is_repeated(sentence: Sentence, hosts: Sequence[int]) -> bool:
    """Whether the words say that it was not the first time ("again", "re-elected")."""
    for index in hosts:
        words = {child.text.lower() for child in sentence.children(index)}
        before = [token.text.lower() for token in sentence.tokens[max(0, index - 2) : index]]
        if words & lexicon("order", "repeated") or before == ["re", "-"]:
            return True
    spoken = f" {' '.join(token.text.lower() for token in sentence.tokens)} "
    return any(f" {phrase} " in spoken for phrase in lexicon("order", "repeated_phrases"))


def is_pluperfect(sentence: Sentence, match: Match) -> bool:
    """Whether a match is told as past already: "had been arrested"."""
    return any(
        child.text.lower() in ("had", "'d", "’d")
        for host in match.hosts
        for child in sentence.children(host, "aux")
    )


def find_links(sentence: Sentence, matches: Sequence[Match]) -> tuple[Link, ...]:
    """The order that prepositions and conjunctions state between the matches of a sentence.

    Args:
        sentence: the sentence.
        matches: the triggers found in it.
    """
    owner = owners(matches)
    links: list[Link] = []
    index = 0
    while index < len(sentence.tokens) and len(matches) > 1:
        found = order_phrases_in(sentence).get(index)
        if found is not None:
            phrase, end = found
            links += _linked(sentence, matches, owner, (index, end - 1), order_words()[phrase])
            index = end
            continue
        links += _jubilees(sentence, owner, index)
        links += _within(sentence, owner, index)
        links += _followed(sentence, matches, index)
        index += 1
    return tuple(links)


def _linked(
    sentence: Sentence,
    matches: Sequence[Match],
    owner: Mapping[int, int],
    words: tuple[int, int],
    order: Order,
) -> Iterator[Link]:
    first, last = sentence.tokens[words[0]], sentence.tokens[words[1]]
    if words[0] and sentence.tokens[words[0] - 1].lemma in lexicon("scope", "negators"):
        return  # "not before but after his arrest"
    clause = _clause(sentence, last) or _clause_above(sentence, first, last)
    target = _governed(sentence, last, clause, owner)
    source = governor(sentence, first, clause, owner)
    if target is None or source is None or target == source:
        return
    meant = order
    if clause is not None or order in (Order.UNTIL, Order.WHILE):
        told = _temporal(sentence, (matches[source], matches[target]), clause, order)
        if told is None:
            return
        meant = told
    start, distance = first.start, None
    if meant in (Order.BEFORE, Order.AFTER):
        start, distance = told_distance(sentence, first, last)
    yield Link(source, target, meant, start, last.end, distance)


def _clause(sentence: Sentence, word: Token) -> Token | None:
    """The verb of the clause that an order word opens, or None where a noun follows it."""
    if _opens_clause(word):
        verb = sentence.head(word)
        return verb if verb.pos in ("VERB", "AUX") else None
    return sentence.child(word.index, "relcl", "acl")


def _clause_above(sentence: Sentence, first: Token, last: Token) -> Token | None:
    """The same where the parser put the words into their clause: "by the time she died, he ..."."""
    verb = sentence.head(first)
    inside = verb.dep in ("ccomp", "advcl") and last.index < verb.index < verb.head
    return verb if inside and first.dep == "prep" and last.dep == "pobj" else None


def _opens_clause(word: Token) -> bool:
    return word.dep == "mark" or (word.dep == "advmod" and word.text.lower() in _CONJUNCTIONS)


def _governed(
    sentence: Sentence, word: Token, clause: Token | None, owner: Mapping[int, int]
) -> int | None:
    """The match that the order word introduces."""
    if clause is not None:
        return owner.get(clause.index)
    for child in sentence.children(word.index, "pobj", "pcomp") if word.dep in _PHRASES else ():
        if child.index in owner:
            return owner[child.index]
    return None


def governor(
    sentence: Sentence, first: Token, clause: Token | None, owner: Mapping[int, int]
) -> int | None:
    """The match of the clause in which the order words stand."""
    start = first
    if clause is not None and clause.dep in ("advcl", "ccomp"):
        start = clause
    elif clause is not None and clause.dep not in ("relcl", "acl"):
        return None
    for token in sentence.ancestors(start.index):
        if token.index in owner:
            return owner[token.index]
        if token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass"):
            return None
    return None


def _temporal(
    sentence: Sentence, pair: tuple[Match, Match], clause: Token | None, order: Order
) -> Order | None:
    """The order that a conjunction means where it means one, by the two clauses that it joins.

    "Since" may give a reason and "while" a contrast; "when" may only tell what sort of thing
    happens; what somebody forestalled did not come to pass.
    """
    source, target = pair
    if order is Order.UNTIL:
        return order if is_lasting(sentence, source) or source.pattern.kind == "noun" else None
    lasting = is_lasting(sentence, source), is_lasting(sentence, target)
    if clause is None:  # "at the time of his arrest he was mayor"
        return order if order is not Order.WHILE or lasting.count(True) == 1 else None
    auxiliaries = {child.text.lower() for child in sentence.children(clause.index, "aux")}
    if auxiliaries & lexicon("order", "forestalled"):
        return None
    if order is Order.SINCE:
        perfect = any(
            child.lemma == "have"
            for host in source.hosts
            for child in sentence.children(host, "aux")
        )
        return order if perfect else None
    if order is Order.WHILE:
        return _meanwhile(sentence, source, lasting, clause)
    return order


def _meanwhile(
    sentence: Sentence, source: Match, lasting: tuple[bool, bool], clause: Token
) -> Order | None:
    """What "while" or "when" says of a source and a target of which each may be a state."""
    word = next(
        c.text.lower()
        for c in sentence.children(clause.index, "mark", "advmod")
        if order_words().get(c.text.lower()) is Order.WHILE
    )
    if word == "when":
        if is_pluperfect(sentence, source) and not any(lasting):
            return Order.BY
        return Order.WHILE if lasting.count(True) == 1 else None
    subject = sentence.subject(clause.index)
    same = subject is None or subject.tag == "PRP"
    progressive = clause.tag == "VBG"
    return Order.WHILE if lasting == (False, True) and (same or progressive) else None


def told_distance(sentence: Sentence, first: Token, last: Token) -> tuple[int, Length | None]:
    """The length right before an order word, and where the words begin: "two years after"."""
    for told in sentence.lengths:
        gap = sentence.tokens[max(first.index - 1, 0)].end
        before = told.start < first.start and told.end in (gap, last.end)
        words = words_of(sentence, told.start, told.end) if before else []
        if told.length is not None and words and words[-1 - (told.end == last.end)].dep != "pobj":
            return told.start, told.length
    if first.index < 2:
        return first.start, None
    article, unit = sentence.tokens[first.index - 2 : first.index]
    single = _SINGLE.get(unit.text.lower())
    if single is not None and article.text.lower() == "the":
        return article.start, Length(Duration(1, single))
    return first.start, None


def _jubilees(sentence: Sentence, owner: Mapping[int, int], index: int) -> Iterator[Link]:
    """A day that comes again: "on the tenth anniversary of the founding"."""
    noun = sentence.tokens[index]
    preposition = sentence.head(noun)
    of = next((c for c in sentence.children(index, "prep") if c.lemma == "of"), None)
    if noun.dep != "pobj" or preposition.text.lower() != "on" or of is None:
        return
    years = word_numbers("order", "jubilees").get(noun.lemma)
    if noun.lemma in lexicon("order", "anniversary"):
        orders = [ordinal_at(sentence, at) for at in range(preposition.index + 1, index)]
        years = next((order[0] for order in orders if order and order[1] == index), None)
    target = next(
        (owner[c.index] for c in sentence.children(of.index, "pobj") if c.index in owner), None
    )
    source = governor(sentence, preposition, None, owner)
    if years and target is not None and source is not None and source != target:
        length = Length(Duration(years, Unit.YEAR))
        yield Link(source, target, Order.AFTER, preposition.start, of.end, length)


def _followed(sentence: Sentence, matches: Sequence[Match], index: int) -> Iterator[Link]:
    """Two event nouns with a verb of order between: "his expulsion was followed by his exile"."""
    verb = sentence.tokens[index]
    behind = verb.lemma in lexicon("order", "following")
    if verb.pos != "VERB" or not (behind or verb.lemma in lexicon("order", "preceding")):
        return
    if scope_of(sentence, index).modality is not Modality.ASSERTED:
        return
    nouns = {match.trigger[0]: place for place, match in enumerate(matches)}
    passive = is_passive(sentence, verb)
    subject = sentence.subject(index)
    objects = sentence.children(index, "dobj")
    for agent in sentence.children(index, "agent") if passive else ():
        objects += sentence.children(agent.index, "pobj")
    if subject is None or len(objects) != 1 or {subject.pos, objects[0].pos} != {"NOUN"}:
        return
    if subject.index not in nouns or objects[0].index not in nouns:
        return
    pair = (nouns[subject.index], nouns[objects[0].index])
    source, target = pair[::-1] if passive else pair
    lengths = [one for one in sentence.lengths if one.sense is Sense.LATER]
    distance = lengths[0].length if len(lengths) == 1 and behind else None
    order = Order.AFTER if behind else Order.BEFORE
    end = lengths[0].end if distance is not None else verb.end
    yield Link(source, target, order, verb.start, max(end, verb.end), distance)


def _within(sentence: Sentence, owner: Mapping[int, int], index: int) -> Iterator[Link]:
    """A bound on the distance: "within a month of his arrest"."""
    word = sentence.tokens[index]
    told = next((one for one in sentence.lengths if one.start > word.start), None)
    unit = sentence.child(index, "pobj") if word.text.lower() == "within" else None
    if unit is None or told is None or told.length is None or told.sense is not Sense.SPAN:
        return
    if not (told.start <= unit.start < told.end) or told.length.manner is not Manner.EXACT:
        return
    of = next((c for c in sentence.children(unit.index, "prep") if c.lemma == "of"), None)
    if of is None or of.start > told.end + 1:
        return
    target = next(
        (owner[c.index] for c in sentence.children(of.index, "pobj", "pcomp") if c.index in owner),
        None,
    )
    source = governor(sentence, word, None, owner)
    if target is not None and source is not None and source != target:
        length = Length(told.length.duration, Manner.AT_MOST)
        yield Link(source, target, Order.AFTER, word.start, of.end, length)
