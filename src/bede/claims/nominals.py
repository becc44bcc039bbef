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
    governor = sentence.head(noun)
    governor = sentence.head(governor) if governor.pos == "ADP" else governor
    if governor.index != noun.index:
        slots["head"] = [governor.index]
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
    for child in sentence.children(noun.index, "acl", "ccomp", "relcl"):
        if child.tag == "VB" or child.dep == "ccomp":
            slots.setdefault("clause", []).append(child.index)
    add_phrases(sentence, noun.index, slots)
    _share(sentence, noun, slots)
    _add_doer(sentence, noun, slots)
    return slots


def _share(sentence: Sentence, noun: Token, slots: Slots) -> None:
    """What coordinated nouns have in common: "the capture and burning of Tarn"."""
    if noun.dep == "conj" and sentence.head(noun).pos == "NOUN":
        first = sentence.head(noun)
        owners = [child.index for child in sentence.children(first.index, "poss")]
        if owners and "possessive" not in slots and "of" not in slots:
            slots["possessive"] = owners
    last = sentence.child(noun.index, "conj")
    partner = last if last is not None else sentence.head(noun) if noun.dep == "conj" else None
    if partner is None or partner.pos != "NOUN" or "of" in slots or "possessive" in slots:
        return
    extra: Slots = {}
    add_phrases(sentence, partner.index, extra)
    if "of" in extra:
        slots["of"] = extra["of"]


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
            slots["having"] = [subject.index]
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
            target = sentence.child(governor.index, "dobj")
            fronted = head.index < governor.index
            return subject_of(sentence, governor) if target is None or fronted else target
        return sentence.child(governor.index, "poss")
    return None
