"""Where the arguments of a verb or noun stand in a dependency tree.

A place is named by grammar, not by meaning: subject, object, complement, possessive, adjective,
compound, or a preposition. Passive, participial and relative clauses are turned into their plain
form here, so that a pattern is written once.
"""

from __future__ import annotations

from typing import TypeGuard

from bede.catalog import lexicon
from bede.claims.kinds import is_known
from bede.claims.phrases import order_phrase_at
from bede.documents import BlockKind
from bede.text import Sentence, Token

Slots = dict[str, list[int]]

_RELATIVE = frozenset({"WDT", "WP", "WP$"})
COPULAS = frozenset({"be", "become", "remain"})
_SUBJECT_OF_ACTIVE = ("nsubj",)
_ACTORS = frozenset({"person", "organisation", "place"})


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is passive, also without an auxiliary ("expelled from the party, he ...")."""
    if sentence.child(verb.index, "auxpass", "nsubjpass") is not None:
        return True
    if _is_caused(sentence, verb):
        return True
    if verb.tag not in ("VBN", "VBD") or sentence.child(verb.index, "dobj") is not None:
        return False
    if any(child.lemma == "have" for child in sentence.children(verb.index, "aux")):
        return False
    if verb.dep in ("acl", "relcl"):
        return verb.tag == "VBN" if verb.dep == "relcl" else not _is_main_verb(sentence, verb)
    if verb.dep == "amod":  # "the besieged town"
        return verb.tag in ("VBN", "VBD")
    if verb.dep == "ROOT":  # "1927: expelled from the party"
        return verb.tag == "VBN" and sentence.subject(verb.index) is None
    if verb.dep == "acomp":  # "is exiled" read as a verb with an adjective
        return verb.tag == "VBN" and sentence.head(verb).lemma in COPULAS
    if verb.lemma in lexicon("verbs", "intransitive"):
        return False
    if verb.dep == "conj" and sentence.subject(verb.index) is None:
        return is_passive(sentence, sentence.head(verb))
    return verb.dep == "advcl" and verb.tag == "VBN" and sentence.subject(verb.index) is None


def _is_caused(sentence: Sentence, verb: Token) -> bool:
    """Whether somebody has it done: "the king had him jailed"."""
    caused = verb.dep == "ccomp" and verb.tag == "VBN" and sentence.head(verb).lemma == "have"
    return caused and sentence.subject(verb.index) is not None


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


def antecedent(sentence: Sentence, token: Token) -> Token | None:
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
        return antecedent(sentence, _named_before(sentence, own))
    head = sentence.head(verb)
    if head.index == verb.index:
        return None
    if verb.dep == "conj" and head.pos in ("VERB", "AUX"):
        return subject_of(sentence, head)
    if verb.dep == "xcomp":
        target = sentence.child(head.index, "dobj")
        return target if _is_actor(sentence, target) else subject_of(sentence, head)
    if verb.dep == "amod":
        return head
    if verb.dep == "relcl" and verb.tag == "VBN" and sentence.child(verb.index, "auxpass"):
        return head  # "called for a tunnel to be built"
    if verb.dep == "acl" or (verb.dep == "relcl" and verb.tag == "VB"):
        return head if verb.tag != "VB" else _controller(sentence, head)
    if verb.dep in ("acomp", "attr"):
        return subject_of(sentence, head)
    if verb.dep == "advcl" and verb.tag == "VB" and head.lemma in lexicon("verbs", "sending"):
        target = sentence.child(head.index, "dobj")
        return target if _is_actor(sentence, target) else subject_of(sentence, head)
    governor = sentence.head(head)
    if verb.dep in ("pcomp", "pobj") and head.lemma in ("into", "from"):  # "forced into signing"
        target = sentence.child(governor.index, "dobj")
        return target if _is_actor(sentence, target) else subject_of(sentence, governor)
    if verb.dep in ("advcl", "pcomp", "prep") or (verb.dep == "pobj" and verb.tag == "VBG"):
        for above in sentence.ancestors(verb.index):
            if above.pos in ("VERB", "AUX"):
                return subject_of(sentence, above)
    return None


def _is_actor(sentence: Sentence, noun: Token | None) -> TypeGuard[Token]:
    """Whether an object can be told to do something: "urged Tarn to join", not "pleas to join"."""
    return noun is not None and is_known(sentence, noun, _ACTORS)


def _controller(sentence: Sentence, noun: Token) -> Token | None:
    """Who is to do what a noun says: "launched an action to retake", "his attempt to flee"."""
    owner = sentence.child(noun.index, "poss")
    if owner is not None:
        return antecedent(sentence, owner)
    verb = sentence.head(noun)
    if noun.dep in ("dobj", "attr") and verb.pos in ("VERB", "AUX"):
        return subject_of(sentence, verb)
    return None


def understood_place(sentence: Sentence, verb: Token) -> str | None:
    """Where the subject that a line of a list leaves out would stand, "subject" or "object".

    "1927: expelled from the party", "founded the League in 1830" say it of whom the list is about.
    """
    first = verb
    while first.dep == "conj" and first.pos in ("VERB", "AUX"):
        first = sentence.head(first)
    listed = sentence.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE)
    if not listed or first.dep != "ROOT" or first.tag not in ("VBN", "VBD", "VBZ"):
        return None
    if subject_of(sentence, verb) is not None:
        return None
    return "object" if is_passive(sentence, verb) else "subject"


def verb_slots(sentence: Sentence, verb: Token) -> Slots:
    """The arguments of a verb.

    Returns:
        place -> indices of head words, in order; coordinated words are not listed apart.
    """
    slots: Slots = {}
    passive = is_passive(sentence, verb)
    subject = subject_of(sentence, verb)
    objects = _objects(sentence, verb, passive=passive)
    if subject is not None and not (passive and objects):
        slots["object" if passive else "subject"] = [subject.index]
    elif subject is not None:  # "she was awarded the prize"
        slots["recipient"] = [subject.index]
    if objects:
        slots["object"] = objects
    for child in sentence.children(verb.index, "dative"):
        if child.pos != "ADP":
            slots["recipient"] = [child.index]
    for child in sentence.children(verb.index, "attr", "oprd", "acomp"):
        slots.setdefault("complement", []).append(child.index)
    for child in sentence.children(verb.index, "advmod", "prt"):
        slots.setdefault("adverb", []).append(child.index)
        _add_phrases_of(sentence, child, slots)  # "broke away from the League"
    for child in sentence.children(verb.index, "ccomp", "xcomp"):
        if child.index > verb.index:
            slots.setdefault("clause", []).append(child.index)
    add_phrases(sentence, verb.index, slots)
    for noun in sentence.children(verb.index, "dobj", "oprd", "attr"):
        _add_phrases_of(sentence, noun, slots)
    for preposition in sentence.children(verb.index, "prep"):
        for noun in sentence.children(preposition.index, "pobj"):
            # "retreated from Tarn to Velin", "died at noon in Tarn", hung one on the other
            if noun.pos == "PROPN" or sentence.dates(noun):
                _add_phrases_of(sentence, noun, slots)
    if _is_caused(sentence, verb):
        causer = subject_of(sentence, sentence.head(verb))
        slots["subject"] = [] if causer is None else [causer.index]
    if passive and "by" in slots:
        slots["subject"] = slots["by"]
    _add_relative_place(sentence, verb, slots)
    return slots


def _objects(sentence: Sentence, verb: Token, *, passive: bool) -> list[int]:
    found = [antecedent(sentence, child) for child in sentence.children(verb.index, "dobj")]
    objects = [noun.index for noun in found if noun is not None]
    if objects or passive:
        return objects
    about = _about(sentence, verb)
    if about is not None:
        return [about.index]
    moment = sentence.head(verb).lemma in lexicon("nouns", "moments")
    if verb.dep == "relcl" and not moment and _is_contact_clause(sentence, verb):
        return [verb.head]
    behind = sentence.child(verb.index, "conj")
    if behind is None or behind.pos != "VERB" or sentence.subject(behind.index) is not None:
        return []
    between = [t for t in sentence.tokens[verb.index + 1 : behind.index] if t.dep != "advmod"]
    if all(token.lemma in ("and", "or") for token in between):  # "took and burned Tarn"
        return _objects(sentence, behind, passive=False)
    return []


def _about(sentence: Sentence, verb: Token) -> Token | None:
    """The object behind a rough number that was taken for a phrase: "arrested over 300 men"."""
    for preposition in sentence.children(verb.index, "prep"):
        noun = sentence.child(preposition.index, "pobj")
        rough = preposition.text.lower() in lexicon("nouns", "rough")
        if noun is None or not rough or preposition.index != verb.index + 1:
            continue
        if sentence.child(noun.index, "nummod") is not None and not sentence.dates(noun):
            return noun
    return None


def _is_contact_clause(sentence: Sentence, verb: Token) -> bool:
    """A relative clause without a pronoun: "the wall the Velins had built"."""
    own = sentence.child(verb.index, *_SUBJECT_OF_ACTIVE)
    phrases = [verb.index, *(c.index for c in sentence.children(verb.index, "prep"))]
    relative = any(c.tag in _RELATIVE for phrase in phrases for c in sentence.children(phrase))
    where = any(c.tag == "WRB" for c in sentence.children(verb.index, "advmod"))
    stranded = any(
        not sentence.tokens[c.index].children for c in sentence.children(verb.index, "prep")
    )
    return own is not None and own.tag not in _RELATIVE and not (relative or where or stranded)


def _add_phrases_of(sentence: Sentence, noun: Token, slots: Slots) -> None:
    """Phrases that a parser hung on a noun, although they may be the verb's."""
    extra: Slots = {}
    add_phrases(sentence, noun.index, extra)
    for place, found in extra.items():
        if place != "of":
            slots.setdefault(place, found)


def add_phrases(sentence: Sentence, index: int, slots: Slots) -> None:
    """Add what the prepositions of a word govern, each under the name of its preposition."""
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
            found = antecedent(sentence, noun)
            if found is not None and found.pos != "NUM" and not sentence.dates(found):
                slots.setdefault(name, []).append(found.index)
        for clause in sentence.children(preposition.index, "pcomp"):
            if clause.pos == "VERB":
                slots.setdefault(name, []).append(clause.index)


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
