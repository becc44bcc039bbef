"""What kind of entity a word can stand for: by its form, the lexicon and the parser's labels."""

from __future__ import annotations

from collections.abc import Mapping

from bede.catalog import Role, lexicon
from bede.text import Sentence, Token

_PERSONAL = frozenset({"he", "him", "his", "she", "her", "hers", "i", "we", "who", "whom", "whose"})
_PLURAL = frozenset({"they", "them", "their", "theirs"})
_NEUTER = frozenset({"it", "its", "which"})
_NUMBER_LABELS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})
_NOUN_KINDS = ("person", "organisation", "place", "happening", "work", "idea", "office")
_THINGS = frozenset({"organisation", "place", "happening", "work", "idea", "office"})
_ACTORS = frozenset({"person", "organisation"})

_OF_LABEL: Mapping[str, frozenset[str]] = {
    "PERSON": frozenset({"person"}),
    "NORP": frozenset({"organisation", "person", "idea"}),
    "ORG": frozenset({"organisation", "place", "happening", "work"}),
    "GPE": frozenset({"place", "organisation"}),
    "LOC": frozenset({"place"}),
    "FAC": frozenset({"place"}),
    "EVENT": frozenset({"happening"}),
    "WORK_OF_ART": frozenset({"work"}),
    "LAW": frozenset({"work", "idea", "happening"}),
}
"""What the labels of the entity recogniser (OntoNotes 5 guidelines) allow, with its usual slips."""


def is_name(token: Token) -> bool:
    """A proper noun, or a noun written with a capital inside a sentence."""
    if token.pos == "PROPN":
        return True
    return token.index > 0 and token.text[:1].isupper() and token.pos in ("NOUN", "ADJ")


def kinds_of_noun(lemma: str) -> frozenset[str]:
    """The kinds of entity that a common noun stands for, as far as the lexicon knows."""
    return frozenset(kind for kind in _NOUN_KINDS if lemma in lexicon("nouns", kind))


def is_known(sentence: Sentence, token: Token, kinds: frozenset[str]) -> bool:
    """Whether a word is known to stand for one of these kinds of entity.

    A name that the recogniser does not know may stand for any: it misses many foreign ones.
    """
    if token.pos == "PRON" or token.tag == "PRP$":
        return bool(_of_pronoun(token) & kinds)
    own = kinds_of_noun(token.lemma)
    if own:
        return bool(own & kinds)
    if token.pos == "NUM":
        return "person" in kinds and token.label == "CARDINAL"
    if token.label in _OF_LABEL:
        return bool(_OF_LABEL[token.label] & kinds)
    if token.pos in ("NOUN", "ADJ") and token.tag not in ("NNP", "NNPS"):
        return False
    return token.pos == "PROPN" and token.label == "" and not _is_numbered(sentence, token)


def _is_numbered(sentence: Sentence, token: Token) -> bool:
    return any(child.label in _NUMBER_LABELS for child in sentence.children(token.index, "nummod"))


def _of_pronoun(token: Token) -> frozenset[str]:
    word = token.text.lower()
    if word in _PERSONAL:
        return frozenset({"person"})
    if word in _PLURAL:
        return _ACTORS
    return _THINGS if word in _NEUTER else frozenset()


def fits(token: Token, role: Role) -> bool:
    """Whether a word can fill a role at all; names always can, linking decides on them later."""
    if role.kinds == ("text",):
        return True
    if token.label in _NUMBER_LABELS and token.pos in ("NUM", "SYM"):
        counted = token.label == "CARDINAL" and role.key and "person" in role.kinds
        return counted or "work" in role.kinds or "happening" in role.kinds
    word = token.text.lower()
    if token.pos == "PRON" or token.tag == "PRP$":
        if word in _PERSONAL:
            return "person" in role.kinds
        if word in _PLURAL:
            return bool(_ACTORS & set(role.kinds))
        return word in _NEUTER and role.kinds != ("person",)
    if is_name(token):
        titled = token.label == "PERSON" or {"work", "idea"} & set(role.kinds)
        known = frozenset() if titled else kinds_of_noun(token.lemma)
        return not known or bool(known & set(role.kinds))
    if token.pos in ("VERB", "AUX"):
        return "text" in role.kinds or "idea" in role.kinds
    if token.pos not in ("NOUN", "PROPN", "ADJ"):
        return False
    known = kinds_of_noun(token.lemma)
    return bool(known & set(role.kinds)) or (not known and not role.strict)
