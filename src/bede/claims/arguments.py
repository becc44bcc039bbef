"""Where the arguments of a verb or noun stand in a dependency tree.

A place is named by grammar, not by meaning: subject, object, complement, possessive, adjective,
compound, or a preposition. Passive, participial and relative clauses are turned into their plain
form here, so that a pattern is written once.
"""

from __future__ import annotations

from bede.catalog import lexicon
from bede.claims.phrases import order_phrase_at
from bede.text import Sentence, Token

Slots = dict[str, list[int]]

_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_COPULAS = frozenset({"be", "become", "remain"})


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is passive, also without an auxiliary ("expelled from the party, he ...")."""
    if sentence.child(verb.index, "auxpass", "nsubjpass") is not None:
        return True
    if verb.tag not in ("VBN", "VBD") or sentence.child(verb.index, "dobj") is not None:
        return False
    if any(child.lemma == "have" for child in sentence.children(verb.index, "aux")):
        return False
    if verb.dep == "acl":
        return not _is_main_verb(sentence, verb)
    if verb.dep == "acomp":  # "is exiled" read as a verb with an adjective
        return verb.tag == "VBN" and sentence.head(verb).lemma in _COPULAS
    if verb.lemma in lexicon("verbs", "intransitive"):
        return False
    if verb.dep == "conj" and sentence.subject(verb.index) is None:
        return is_passive(sentence, sentence.head(verb))
    return verb.dep == "advcl" and verb.tag == "VBN" and sentence.subject(verb.index) is None


def _is_main_verb(sentence: Sentence, verb: Token) -> bool:
    """A participle on the root noun of a sentence without a verb: the parser's slip.

    "Trotsky, along with his supporters, advocated ..." is often read as a noun with a participle.
    """
    head = sentence.head(verb)
    return (
        verb.dep == "acl"
        and verb.tag in ("VBN", "VBD")
        and head.dep == "ROOT"
        and (head.pos in ("PROPN", "PRON"))
    )


def _antecedent(sentence: Sentence, token: Token) -> Token | None:
    """The noun that a relative pronoun stands for; any other word is itself."""
    if token.tag not in _RELATIVE or token.dep == "attr":
        return token
    for above in sentence.ancestors(token.index):
        if above.dep == "relcl":
            return sentence.head(above)
    return None


def _named_before(sentence: Sentence, subject: Token) -> Token:
    """The name before a description between commas, which the parser took for the subject.

    "Bukharin, once the editor of Pravda, was executed" tells of Bukharin.
    """
    words = sentence.subtree(subject.index)
    before, after = words[0] - 1, words[-1]
    while before > 0 and sentence.tokens[before].dep == "advmod":
        before -= 1
    closed = sentence.tokens[after].text == "," or (
        after + 1 < len(sentence.tokens) and sentence.tokens[after + 1].text == ","
    )
    if subject.pos != "NOUN" or before < 1 or sentence.tokens[before].text != "," or not closed:
        return subject
    name = sentence.tokens[before - 1]
    stray = name.pos == "PROPN" and name.dep in ("npadvmod", "ROOT", "dep", "nmod")
    return name if stray and not sentence.dates(name) else subject


def subject_of(sentence: Sentence, verb: Token) -> Token | None:
    """The understood subject of a verb, in whatever clause it stands, or None."""
    own = sentence.subject(verb.index)
    if own is not None:
        return _antecedent(sentence, _named_before(sentence, own))
    head = sentence.head(verb)
    if head.index == verb.index:
        return None
    if verb.dep == "conj" and head.pos in ("VERB", "AUX"):
        return subject_of(sentence, head)
    if verb.dep == "xcomp":
        target = sentence.child(head.index, "dobj")
        return target if target is not None else subject_of(sentence, head)
    if verb.dep == "acl":
        return head if verb.tag != "VB" else None
    if verb.dep in ("acomp", "attr"):
        return subject_of(sentence, head)
    if verb.dep in ("advcl", "pcomp", "prep"):
        for above in sentence.ancestors(verb.index):
            if above.pos in ("VERB", "AUX"):
                return subject_of(sentence, above)
    return None


def verb_slots(sentence: Sentence, verb: Token) -> Slots:
    """The arguments of a verb.

    Returns:
        place -> indices of head words, in order; coordinated words are not listed apart.
    """
    slots: Slots = {}
    passive = is_passive(sentence, verb)
    subject = subject_of(sentence, verb)
    if subject is not None:
        slots["object" if passive else "subject"] = [subject.index]
    for child in sentence.children(verb.index, "dobj", "dative"):
        noun = _antecedent(sentence, child)
        if noun is not None and child.dep == "dobj":
            slots.setdefault("object", []).append(noun.index)
    for child in sentence.children(verb.index, "attr", "oprd", "acomp"):
        slots.setdefault("complement", []).append(child.index)
    _add_prepositions(sentence, verb.index, slots)
    for noun in sentence.children(verb.index, "dobj", "oprd", "attr"):
        extra: Slots = {}
        _add_prepositions(sentence, noun.index, extra)
        for place, found in extra.items():
            if place != "of":
                slots.setdefault(place, found)
    if passive and "by" in slots:
        slots["subject"] = slots["by"]
    _add_relative_place(sentence, verb, slots)
    return slots


def _add_prepositions(sentence: Sentence, index: int, slots: Slots) -> None:
    for preposition in sentence.children(index, "prep", "agent", "dative"):
        if preposition.pos != "ADP" or _tells_otherwise(sentence, preposition):
            continue
        if order_phrase_at(sentence, preposition.index):
            continue  # "by the time of his death": no agent
        name = preposition.text.lower()
        inner = sentence.child(preposition.index, "prep")
        if inner is not None and sentence.child(preposition.index, "pobj") is None:
            name, preposition = f"{name} {inner.text.lower()}", inner
        for noun in sentence.children(preposition.index, "pobj"):
            found = _antecedent(sentence, noun)
            if found is not None and found.pos != "NUM" and not sentence.dates(found):
                slots.setdefault(name, []).append(found.index)


def _tells_otherwise(sentence: Sentence, preposition: Token) -> bool:
    """What is ruled out or comes later: "not by Stalin but", "until 1933, then in France"."""
    words = sentence.children(preposition.index, "neg", "advmod", "preconj")
    words += sentence.tokens[max(0, preposition.index - 1) : preposition.index]
    elsewhere = lexicon("scope", "negators") | lexicon("order", "stages")
    return any(word.lemma in elsewhere for word in words)


def _add_relative_place(sentence: Sentence, verb: Token, slots: Slots) -> None:
    """The antecedent of "where" is where it happened: "Mexico, where he died"."""
    clause = verb
    while clause.dep in ("conj", "xcomp"):
        clause = sentence.head(clause)
    where = any(c.text.lower() == "where" for c in sentence.children(clause.index, "advmod"))
    where = where or any(c.text.lower() == "where" for c in sentence.children(verb.index, "advmod"))
    if where and clause.dep == "relcl":
        slots.setdefault("where", []).append(clause.head)


def noun_slots(sentence: Sentence, noun: Token) -> Slots:
    """The arguments of an event noun: its owner, its of-, by-, from-phrases and the like."""
    slots: Slots = {}
    for child in sentence.children(noun.index, "poss"):
        owner = _antecedent(sentence, child)
        if owner is not None:
            slots.setdefault("possessive", []).append(owner.index)
    for child in sentence.children(noun.index, "compound", "nmod"):
        slots.setdefault("compound", []).append(child.index)
    for child in sentence.children(noun.index, "amod"):
        if child.label in ("NORP", "GPE"):
            slots.setdefault("adjective", []).append(child.index)
    _add_prepositions(sentence, noun.index, slots)
    return slots


def bearer_of(sentence: Sentence, noun: Token) -> Token | None:
    """Of whom a predicate noun is said: copula, apposition, "as", or coordination with such."""
    head = sentence.head(noun)
    if noun.dep == "attr" and head.lemma in _COPULAS:
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
