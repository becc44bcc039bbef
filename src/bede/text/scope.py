"""Whether a statement is the author's own: negation, hedging, attribution, quotation, questions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from bede.catalog import lexicon
from bede.documents import BlockKind
from bede.text.sentence import SUBJECTS, Sentence, Token


class Modality(StrEnum):
    """How a statement is made; names as in the claim annotation guidelines."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    HEDGED = "hedged"
    ATTRIBUTED = "attributed"


@dataclass(frozen=True, slots=True)
class Scope:
    """The modality of a trigger and, unless asserted, the words that make it so."""

    modality: Modality
    reason: str | None = None


def _words(name: str) -> frozenset[str]:
    return lexicon("scope", name)


def scope_of(sentence: Sentence, trigger: int) -> Scope:
    """The modality of the event that a word carries: the strongest that applies.

    Args:
        sentence: the sentence.
        trigger: index of the word.

    Returns:
        negated before attributed before hedged before asserted, as the guidelines order them.
    """
    chain = _governors(sentence, trigger)
    for find, modality in (
        (_negation, Modality.NEGATED),
        (_attribution, Modality.ATTRIBUTED),
        (_hedge, Modality.HEDGED),
    ):
        reason = find(sentence, chain)
        if reason is not None:
            return Scope(modality, reason)
    if sentence.tokens[-1].text == "?" or any(t.text == "?" for t in sentence.tokens[-2:]):
        return Scope(Modality.HEDGED, "a question")
    return Scope(Modality.ASSERTED)


def _governors(sentence: Sentence, trigger: int) -> list[Token]:
    """The trigger and the words whose scope it stands in, nearest first.

    Scope passes from a complement to what governs it, not out of an adjunct ("after he failed, he
    was expelled" does not negate the expulsion) and not between coordinated clauses.
    """
    chain = [sentence.tokens[trigger]]
    while True:
        token = chain[-1]
        head = sentence.head(token)
        passes = token.dep in ("xcomp", "ccomp", "acomp", "dobj", "attr", "oprd", "pcomp", "prep")
        passes = passes or (token.dep == "pobj") or (token.dep == "acl" and token.tag == "VB")
        passes = passes or (token.dep == "conj" and not _own_subject(sentence, token))
        if head.index == token.index or not passes:
            return chain
        if token.dep == "prep" and head.pos in ("VERB", "AUX") and not _complement(token):
            return chain
        chain.append(head)


def _governs(chain: list[Token], place: int) -> bool:
    """Whether a word of the chain governs the one before it; what is joined by "and" does not."""
    return place > 0 and chain[place - 1].dep != "conj"


def _own_subject(sentence: Sentence, token: Token) -> bool:
    return sentence.subject(token.index) is not None


def _complement(preposition: Token) -> bool:
    """Prepositions that govern a verb's complement rather than an adjunct."""
    return preposition.lemma in ("from", "of", "to", "in", "at", "for", "into", "with", "against")


def _negation(sentence: Sentence, chain: list[Token]) -> str | None:
    for place, token in enumerate(chain):
        for child in sentence.children(token.index):
            if child.dep in ("neg", "det", "preconj", "advmod") and child.lemma in _words(
                "negators"
            ):
                if child.dep == "det" and place > 0:
                    continue
                return f'negated by "{child.text}"'
        if token.dep == "pcomp" and sentence.head(token).lemma in _words("negators"):
            return f'negated by "{sentence.head(token).text}"'
        if _governs(chain, place) and token.lemma in _words("negating"):
            return f'negated by "{token.text}"'
    return _denied_argument(sentence, chain) or _set_aside(sentence, chain[0])


def _denied_argument(sentence: Sentence, chain: list[Token]) -> str | None:
    """The word that says of whom it is not true ("nobody expelled him", "neither was expelled")."""
    for token in chain:
        arguments = sentence.children(token.index, *SUBJECTS, "dobj")
        for agent in sentence.children(token.index, "agent"):
            arguments += sentence.children(agent.index, "pobj")
        for argument in arguments:
            words = [argument, *sentence.children(argument.index, "det", "preconj", "neg")]
            denying = _words("negators") | _words("negative_pronouns")
            word = next((word for word in words if word.lemma in denying), None)
            if word is not None:
                return f'negated by "{word.text}"'
        if token.dep != "conj":
            return None
    return None


def _set_aside(sentence: Sentence, trigger: Token) -> str | None:
    """What was not done, something else was: "instead of expelling him", "rather than flee"."""
    head = sentence.head(trigger)
    if trigger.dep == "pcomp" and any(c.lemma == "instead" for c in sentence.children(head.index)):
        return 'negated by "instead of"'
    words = {child.lemma for child in sentence.children(trigger.index, "advmod", "mark", "cc")}
    return 'negated by "rather than"' if {"rather", "than"} <= words else None


def _attribution(sentence: Sentence, chain: list[Token]) -> str | None:
    trigger = chain[0]
    if sentence.kind is BlockKind.QUOTATION or sentence.within(sentence.quoted, trigger):
        return "inside a quotation"
    for token in chain:
        noun = _content_noun(sentence, token)
        if noun is not None:
            return f'reported by "{noun.text}"'
    for before, token in pairwise(chain):
        content = before.dep in ("ccomp", "xcomp", "oprd", "pobj", "pcomp", "dobj")
        reported = token.lemma in _words("reporting") and token.pos == "VERB"
        reported = reported or (token.lemma in _words("reporting_nouns") and token.pos == "NOUN")
        if (content and reported) or (before.dep == "prep" and reported and token.pos == "NOUN"):
            return f'reported by "{token.text}"'
    for token in [*chain, *sentence.ancestors(chain[-1].index)]:
        for child in sentence.children(token.index, "prep", "parataxis", "ccomp"):
            if child.dep == "prep" and child.text.lower() in _words("according"):
                return f'reported by "{child.text}"'
            ends_clause = child.dep != "prep" and child.lemma in _words("reporting")
            if ends_clause and _own_subject(sentence, child) and child.pos == "VERB":
                return f'reported by "{child.text}"'
    return None


def _content_noun(sentence: Sentence, clause: Token) -> Token | None:
    """The noun whose content a clause is: "the rumour that he fled", "legend has it that"."""
    noun = sentence.head(clause)
    if clause.dep == "ccomp":
        subject = sentence.subject(noun.index)
        return (
            subject if subject is not None and subject.lemma in _words("reporting_nouns") else None
        )
    that = any(child.lemma == "that" for child in sentence.children(clause.index))
    content = clause.dep in ("acl", "relcl") and that  # parsers often take the one for the other
    return noun if content and noun.lemma in _words("reporting_nouns") else None


def _hedge(sentence: Sentence, chain: list[Token]) -> str | None:
    trigger = chain[0]
    for place, token in enumerate(chain):
        hedges = _words("hedging_nouns") if token.pos == "NOUN" else _words("hedging")
        if _governs(chain, place) and token.lemma in hedges:
            return f'hedged by "{token.text}"'
        auxiliaries = sentence.children(token.index, "aux")
        for child in auxiliaries:
            if child.lemma in _words("modals"):
                return f'hedged by "{child.text}"'
            if child.lemma == "would" and any(c.lemma == "have" for c in auxiliaries):
                return 'hedged by "would have"'
        for child in sentence.children(token.index, "advmod", "amod"):
            if any(told.start <= child.start < told.end for told in sentence.lengths):
                continue  # "nearly a century after the founding" hedges the century
            hedges = _words("adverbs") | _words("hedging_adjectives")
            if child.text.lower() in hedges:
                return f'hedged by "{child.text}"'
    for token in [*chain, *sentence.ancestors(chain[-1].index)]:
        mark = sentence.child(token.index, "mark")
        if mark is not None and mark.lemma in _words("conditional"):
            return f'conditional on "{mark.text}"'
        forestalled = _forestalled(sentence, token)
        if forestalled is not None:
            return forestalled
        subject = sentence.subject(token.index)
        for verb in sentence.children(token.index, "aux", "auxpass"):
            inverted = subject is not None and verb.index < subject.index
            if inverted and verb.text.lower() in _words("inverted"):
                return f'conditional on "{verb.text}"'
    purpose = trigger.dep == "advcl" or (trigger.dep == "acl" and trigger.tag == "VB")
    if purpose and any(child.tag == "TO" for child in sentence.children(trigger.index, "aux")):
        return "a purpose, not a result"
    return None


def _forestalled(sentence: Sentence, verb: Token) -> str | None:
    """What something else came before: "before he could be arrested, he fled"."""
    mark = next((c for c in sentence.children(verb.index, "mark") if c.lemma == "before"), None)
    could = next(
        (c for c in sentence.children(verb.index, "aux") if c.lemma in ("could", "can")), None
    )
    return None if mark is None or could is None else f'forestalled: "before ... {could.text}"'
