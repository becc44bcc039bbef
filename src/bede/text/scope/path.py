"""The path from a trigger up to what governs it: the words in whose scope it stands.

Scope passes from a complement to what governs it, not out of an adjunct ("after he failed, he
was expelled" does not negate the expulsion) and not between coordinated clauses.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from bede.catalog import lexicon
from bede.text.scope.values import words_of
from bede.text.sentence import SUBJECTS, Sentence, Token

_CLAUSES = ("xcomp", "ccomp", "acomp", "oprd")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_COMPLEMENT_PREPOSITIONS = ("from", "of", "to", "in", "at", "on", "about", "against")


class Tie(Enum):
    """How a word hangs on the word above it.

    CLAUSE: a content clause, an infinitive or a gerund that the governor asks for. PURPOSE: an
    infinitive that says what for. OBJECT: an object, or what a passive verb is said of. PHRASE:
    behind a preposition. JOINED: coordinated with it.
    """

    CLAUSE = auto()
    PURPOSE = auto()
    OBJECT = auto()
    PHRASE = auto()
    JOINED = auto()


@dataclass(frozen=True, slots=True)
class Link:
    """One step of the path.

    Attributes:
        below: the word whose governor this is.
        governor: the word that governs it.
        tie: how the one hangs on the other.
        preposition: for a PHRASE, the preposition in lower case, else "".
        manner: whether a phrase of manner lies below on the path.
        shared: for what is JOINED, whether the auxiliaries of the governor serve it too.
    """

    below: Token
    governor: Token
    tie: Tie
    preposition: str = ""
    manner: bool = False
    shared: bool = False

    @property
    def pair(self) -> str:
        """The governor with the preposition: "call for"."""
        return f"{self.governor.lemma} {self.preposition}"


def path_of(sentence: Sentence, trigger: int) -> tuple[Link, ...]:
    """The governors of a word, nearest first, as far as scope passes."""
    links: list[Link] = []
    token, manner = sentence.tokens[trigger], False
    while len(links) < len(sentence.tokens):
        link = _link(sentence, token, manner=manner)
        if link is None or not _passes(sentence, link):
            break
        manner = manner or (link.tie is Tie.PHRASE and _is_manner(link))
        links.append(link)
        token = link.governor
    return tuple(links)


def is_infinitive(sentence: Sentence, token: Token) -> bool:
    """Whether a verb is an infinitive that no auxiliary of mood or tense makes finite."""
    auxiliaries = sentence.children(token.index, "aux")
    marked = any(child.tag == "TO" for child in auxiliaries)
    return marked or (token.tag == "VB" and is_bare(sentence, token))


def is_finite(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb, or its first auxiliary, shows tense."""
    auxiliaries = sentence.children(verb.index, "aux", "auxpass")
    return verb.tag in _FINITE or any(a.tag in _FINITE for a in auxiliaries)


def forms_of(sentence: Sentence, verb: Token) -> frozenset[str]:
    """The names under which a lexicon may list a verb: alone and with its particle."""
    particles = sentence.children(verb.index, "prt")
    return frozenset({verb.lemma, *(f"{verb.lemma} {one.lemma}" for one in particles)})


def is_definite(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun phrase takes what it names as known: "the siege", "his death", a name."""
    if noun.pos == "PROPN" or sentence.child(noun.index, "poss") is not None:
        return True
    return any(
        child.lemma in ("the", "this", "that", "these", "those")
        for child in sentence.children(noun.index, "det")
    )


def _link(sentence: Sentence, token: Token, *, manner: bool) -> Link | None:
    head = sentence.head(token)
    if head.index == token.index:
        return None
    asker = _series_asker(sentence, token)
    if asker is not None:
        return Link(token, asker, Tie.CLAUSE, manner=manner)
    if token.dep == "conj":
        return _joined(sentence, token, manner)
    infinitive = token.pos in ("VERB", "AUX") and is_infinitive(sentence, token)
    if token.dep in ("xcomp", "ccomp", "acl", "advcl", "relcl", "conj") and infinitive:
        asker = _asking_object(sentence, token, head)
        if asker is not None:
            return Link(token, asker, Tie.CLAUSE, manner=manner)
    if token.dep == "ccomp" and stands_beside(sentence, token, head):
        return None
    if token.dep in _CLAUSES:
        result = any(c.lemma in ("so", "such") for c in sentence.children(head.index, "advmod"))
        told = any(child.lemma == "that" for child in sentence.children(token.index, "mark"))
        return None if result and told else Link(token, head, Tie.CLAUSE, manner=manner)
    if token.dep in ("acl", "advcl", "relcl") and infinitive:
        # "orders to attack", but "in order to attack"
        plain = (
            head.dep == "pobj"
            and head.tag == "NN"
            and not sentence.children(head.index, "det", "poss", "amod")
        )
        noun = token.dep != "advcl" and head.lemma in _nouns_with_infinitive() and not plain
        return Link(token, head, Tie.CLAUSE if noun else Tie.PURPOSE, manner=manner)
    if token.dep in ("acl", "relcl") and _is_content(sentence, token):
        return Link(token, head, Tie.CLAUSE, manner=manner)
    if token.dep in ("dobj", "attr", "nsubjpass"):
        return Link(token, head, Tie.OBJECT, manner=manner)
    if token.dep == "nsubj" and head.lemma in words_of("occurring"):
        return Link(token, head, Tie.OBJECT, manner=manner)
    if token.dep in ("compound", "nmod") and head.lemma in words_of("hedging_nouns_of"):
        return Link(token, head, Tie.PHRASE, "of", manner=manner)
    if token.dep in ("pobj", "pcomp") and head.dep != "agent":
        above = sentence.head(head)
        return Link(token, above, Tie.PHRASE, head.text.lower(), manner=manner)
    return None


def _series_asker(sentence: Sentence, verb: Token) -> Token | None:
    """The governor of a later infinitive of a series: "planned to cross the river and take Velin".

    Parsers often hang the later ones, which have no "to", on the governor or on one another.
    """
    if verb.tag != "VB" or verb.dep not in ("conj", "advcl") or not is_bare(sentence, verb):
        return None
    if verb.dep == "conj" and is_infinitive(sentence, sentence.head(verb)):
        return None
    for above in sentence.ancestors(verb.index):
        first = sentence.child(above.index, "xcomp")
        if first is not None and first.index < verb.index and is_infinitive(sentence, first):
            return above
    return None


def is_bare(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb has neither a subject nor an auxiliary."""
    return sentence.subject(verb.index) is None and not sentence.children(
        verb.index, "aux", "auxpass"
    )


def _nouns_with_infinitive() -> frozenset[str]:
    asking = words_of("hedging_nouns") | words_of("negating_nouns") | words_of("pleas")
    return asking | words_of("trying")


def _joined(sentence: Sentence, token: Token, manner: bool) -> Link | None:
    """The word with which another is coordinated, if what governs the one governs the other."""
    head = sentence.head(token)
    if token.pos not in ("VERB", "AUX"):
        return Link(token, head, Tie.JOINED, manner=manner, shared=True)
    finite = is_finite(sentence, token)
    if finite and not is_finite(sentence, head):
        # Only finite verbs are joined with finite verbs: the parser chose too low.
        return None
    if sentence.subject(token.index) is not None:
        that = any(c.lemma == "that" for c in sentence.children(token.index, "mark"))
        back = any(c.lemma in ("would", "have") for c in sentence.children(token.index, "aux"))
        content = head.dep in ("ccomp", "acl")
        return Link(token, head, Tie.JOINED, manner=manner) if content and (that or back) else None
    words = {child.lemma for child in sentence.children(head.index, "cc")}
    shared = "but" not in words and (not finite or bool(words & {"or", "nor"}))
    return Link(token, head, Tie.JOINED, manner=manner, shared=shared)


def _asking_object(sentence: Sentence, verb: Token, head: Token) -> Token | None:
    """The noun before an infinitive whose content it is, where the parser passed it over."""
    if head.pos not in ("VERB", "AUX"):
        return None
    for noun in sentence.children(head.index, "dobj"):
        behind = sentence.subtree(noun.index)[-1] + 1
        at = behind < len(sentence.tokens) and sentence.tokens[behind]
        if noun.lemma in _nouns_with_infinitive() and at and at.head == verb.index:
            return noun
    return None


def _is_content(sentence: Sentence, clause: Token) -> bool:
    """Whether a clause says what its noun is about: "the rumour that he fled".

    Parsers often take such a clause for a relative one.
    """
    that = any(child.lemma == "that" for child in sentence.children(clause.index))
    nouns = words_of("reporting_nouns") | words_of("hedging_nouns")
    return that and sentence.head(clause).lemma in nouns


def stands_beside(sentence: Sentence, clause: Token, head: Token) -> bool:
    """Whether a sentence before another is no content of it: "he entered; he did not stay"."""
    objects = [one for one in sentence.children(head.index, "dobj") if one.lemma != "it"]
    said = head.lemma in words_of("reporting") and not objects
    return clause.index < head.index and sentence.subject(clause.index) is not None and not said


def _is_manner(link: Link) -> bool:
    return link.governor.pos == "VERB" and link.preposition in words_of("manner")


def _passes(sentence: Sentence, link: Link) -> bool:
    """Whether scope passes over a step at all."""
    if link.tie is Tie.OBJECT:
        return _object_passes(sentence, link)
    if link.tie is not Tie.PHRASE:
        return True
    if link.preposition == "against" and is_definite(sentence, link.below):
        return False
    known = any(
        link.pair in words_of(name) for name in ("hedging_with", "negating_with", "reporting_with")
    )
    if link.preposition in words_of("aiming") and link.below.dep == "pcomp":
        return True
    if known or link.preposition in words_of("negators") or link.pair in words_of("idioms"):
        return True
    governor = link.governor
    if governor.lemma in words_of("judging") and link.preposition == "as":
        return True
    if governor.pos == "VERB":
        complement = link.below.dep == "pcomp" and link.preposition in _COMPLEMENT_PREPOSITIONS
        bare = link.below.dep == "pcomp" or not is_definite(sentence, link.below)
        if link.preposition in words_of("manner") and is_infinitive(sentence, governor):
            return bare and governor.dep in ("xcomp", "conj", "acl", "ccomp")
        return complement
    nouns = words_of("hedging_nouns_of") if link.below.dep == "pobj" else words_of("hedging_nouns")
    asking = governor.lemma in nouns and link.preposition in words_of("hedging_prepositions")
    accusing = governor.lemma in words_of("accusing_nouns") and link.preposition == "of"
    judged = link.preposition == "of" and governor.pos == "ADJ"
    return asking or accusing or judged


def _object_passes(sentence: Sentence, link: Link) -> bool:
    """Whether what is said of a verb is said of its object: "launched no attack".

    What a definite noun names did happen, whatever is denied of it ("did not join the revolt"),
    unless the verb is light or says itself that it did not ("cancelled the attack").
    """
    lemma, forms = link.governor.lemma, forms_of(sentence, link.governor)
    verbs = words_of("negating_objects") | words_of("hedging_objects") | words_of("judging")
    verbs |= words_of("reporting_objects")
    if forms & (words_of("stance") | words_of("outlived")):
        told = sentence.children(link.below.index, "amod", "compound")
        real = is_definite(sentence, link.below)
        return not real and not (told and lemma in words_of("backing"))
    if link.below.dep == "nsubj" or forms & verbs:
        return True
    if link.below.dep in SUBJECTS:
        return lemma in lexicon("verbs", "light") | words_of("occurring")
    if not is_definite(sentence, link.below):
        return True
    return link.below.lemma in _nouns_with_infinitive() or lemma == "be"
