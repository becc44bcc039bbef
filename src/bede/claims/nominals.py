"""Where the arguments of nouns and adjectives stand in a dependency tree.

Event nouns ("the capture of Tarn by the League"), nouns and adjectives that are said of somebody
("was mayor of Tarn", "was allied with Tarn"). The places are named as those of `arguments`.
"""

from __future__ import annotations

from bede.catalog import lexicon
from bede.claims.arguments import COPULAS, Slots, add_phrases, antecedent, is_passive, subject_of
from bede.text import Sentence, Token


def adjective_slots(sentence: Sentence, word: Token) -> Slots:
    """The arguments of a predicate adjective: the subject of its copula, and phrases behind it."""
    slots: Slots = {}
    add_phrases(sentence, word.index, slots)
    verb = sentence.head(word)
    if word.dep in ("acomp", "oprd", "conj") and verb.pos in ("VERB", "AUX"):
        subject = subject_of(sentence, verb)
        if subject is not None:
            slots["subject"] = [subject.index]
        extra: Slots = {}
        add_phrases(sentence, verb.index, extra)
        slots = extra | slots
    elif word.dep in ("amod", "acl", "appos"):
        slots["subject"] = [word.head]
    return slots


def noun_slots(sentence: Sentence, noun: Token) -> Slots:
    """The arguments of an event noun: its owner, its of-, by-, from-phrases and the like."""
    slots: Slots = {}
    for child in sentence.children(noun.index, "poss"):
        owner = antecedent(sentence, child)
        if owner is not None:
            slots.setdefault("possessive", []).append(owner.index)
    name = _name_behind(sentence, noun)
    for child in sentence.children(name.index, "poss") if name is not None else ():
        slots.setdefault("possessive", []).append(child.index)
    for child in sentence.children(noun.index, "compound", "nmod"):
        slots.setdefault("compound", []).append(child.index)
    for child in sentence.children(noun.index, "amod", "compound", "nmod"):
        if child.label in ("NORP", "GPE", "LOC"):
            slots.setdefault("adjective", []).append(child.index)
    for child in sentence.children(noun.index, "nummod"):
        if not sentence.dates(child):
            slots["count"] = [child.index]
    add_phrases(sentence, noun.index, slots)
    _add_doer(sentence, noun, slots)
    return slots


def _name_behind(sentence: Sentence, noun: Token) -> Token | None:
    """The name over a common noun that a parser took for a part of it: "his brother Orlo"."""
    name = sentence.head(noun)
    before = noun.dep in ("compound", "nmod") and noun.pos == "NOUN" and name.pos == "PROPN"
    return name if before and sentence.child(name.index, "poss") is not None else None


def _add_doer(sentence: Sentence, noun: Token, slots: Slots) -> None:
    """Who does or suffers what a noun tells, outside its own phrase.

    "Tarn launched an offensive", "an offensive was launched by Tarn", "Tarn suffered a defeat",
    "in a speech Orlo said".
    """
    verb = sentence.head(noun)
    preposition = None
    if noun.dep == "pobj":
        preposition, verb = verb, sentence.head(verb)
    if verb.pos != "VERB":
        return
    place = "sufferer" if verb.lemma in lexicon("verbs", "suffering") else "doer"
    if preposition is not None:
        under = preposition.lemma == "under" and verb.lemma in lexicon("verbs", "coming_under")
        if not under and preposition.lemma not in lexicon("verbs", "performing_prepositions"):
            return
        subject = None if is_passive(sentence, verb) and not under else subject_of(sentence, verb)
        if subject is not None:
            slots["sufferer" if under else "actor"] = [subject.index]
    elif noun.dep == "dobj" and verb.lemma == "have":  # "he had two brothers"
        subject = subject_of(sentence, verb)
        if subject is not None:
            slots.setdefault("possessive", [subject.index])
    elif noun.dep == "dobj" and (place == "sufferer" or verb.lemma in lexicon("verbs", "light")):
        subject = subject_of(sentence, verb)
        if subject is not None:
            slots[place] = [subject.index]
        extra: Slots = {}
        add_phrases(sentence, verb.index, extra)
        for name, found in extra.items():
            slots.setdefault(name, found)
    elif noun.dep == "nsubjpass" and verb.lemma in lexicon("verbs", "light"):
        extra = {}
        add_phrases(sentence, verb.index, extra)
        if "by" in extra:
            slots["doer"] = extra.pop("by")
        for name, found in extra.items():
            slots.setdefault(name, found)
    elif noun.dep == "nsubj" and verb.lemma in lexicon("verbs", "carriers"):
        extra = {}
        add_phrases(sentence, verb.index, extra)
        for name, found in extra.items():
            slots.setdefault(name, found)


def bearer_of(sentence: Sentence, noun: Token) -> Token | None:
    """Of whom a predicate noun is said: copula, apposition, "as", or coordination with such."""
    head = sentence.head(noun)
    name = _name_behind(sentence, noun)
    if name is not None:
        return name
    if noun.dep == "attr" and head.lemma in COPULAS:
        return subject_of(sentence, head)
    renamed = next((c for c in sentence.children(noun.index, "appos") if c.pos == "PROPN"), None)
    if noun.dep == "conj":
        return renamed if renamed is not None else bearer_of(sentence, head)
    if noun.dep == "appos":
        return head
    if renamed is not None:
        return renamed
    if noun.dep == "nsubj" and head.lemma == "be":  # "her mother was Ida Vell"
        named = sentence.child(head.index, "attr")
        return named if named is not None and named.pos == "PROPN" else None
    if noun.dep == "pobj" and head.lemma == "of" and sentence.head(head).lemma == "one":
        return bearer_of(sentence, sentence.head(head))
    if noun.dep == "pobj" and head.lemma == "as":
        governor = sentence.head(head)
        if governor.pos in ("VERB", "AUX"):
            return subject_of(sentence, governor)
        return sentence.child(governor.index, "poss")
    return None
