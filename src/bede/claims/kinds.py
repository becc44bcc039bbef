"""What kind of entity a word can stand for: by its form, the lexicon and the parser's labels."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from bede.catalog import Role, lexicon
from bede.text import Sentence, Token

_PERSONAL = frozenset({"he", "him", "his", "she", "her", "hers", "i", "we", "who", "whom", "whose"})
_PLURAL = frozenset({"they", "them", "their", "theirs"})
_NEUTER = frozenset({"it", "its", "which"})
NUMBER_LABELS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})
_NOUN_KINDS = ("person", "organisation", "place", "happening", "work", "idea", "office")
_THINGS = frozenset({"organisation", "place", "happening", "work", "idea", "office"})
_ACTORS = frozenset({"person", "organisation"})

_LONGEST_NAME = 3  # words
_REMEMBERED = 8192  # nouns
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
    """A proper noun, or a noun with a capital that its place in the sentence does not ask for."""
    if token.pos == "PROPN":
        return True
    asked = token.index == 0 and token.label not in _OF_LABEL
    return not asked and token.text[:1].isupper() and token.pos in ("NOUN", "ADJ")


@lru_cache(maxsize=_REMEMBERED)
def kinds_of_noun(lemma: str) -> frozenset[str]:
    """The kinds of entity that a common noun stands for, as far as the lexicon knows."""
    return frozenset(kind for kind in _NOUN_KINDS if lemma in lexicon("nouns", kind))


def is_known(
    sentence: Sentence, token: Token, kinds: frozenset[str], *, surely: bool = False
) -> bool:
    """Whether a word is known to stand for one of these kinds of entity.

    A name that the recogniser does not know may stand for any: it misses many foreign ones.

    Args:
        sentence: the sentence.
        token: the word.
        kinds: the kinds.
        surely: a name must be known to the recogniser.
    """
    if not kinds:
        return False
    token = part_of(sentence, token)
    if _is_pronoun(token):
        return bool(_of_pronoun(token) & kinds)
    own = kinds_of_noun(token.lemma)
    if own:
        return bool(own & kinds)
    if token.pos == "NUM":
        return "person" in kinds and token.label == "CARDINAL"
    if token.pos == "PROPN" and _is_counted(sentence, token):
        return bool(_ACTORS & kinds)  # "captured some 500 KMT"
    if token.label in _OF_LABEL and not _is_thing(sentence, token):
        known = _OF_LABEL[token.label]
        return bool(known & kinds) or (not surely and _is_surname(sentence, token, kinds))
    if token.pos in ("NOUN", "ADJ") and token.tag not in ("NNP", "NNPS"):
        return False
    return not surely and token.pos == "PROPN" and not _is_numbered(sentence, token)


def _is_counted(sentence: Sentence, token: Token) -> bool:
    return any(c.label == "CARDINAL" for c in sentence.children(token.index, "nummod"))


def _is_thing(sentence: Sentence, token: Token) -> bool:
    """A name with an article that was taken for a person's: "the Danube"."""
    article = sentence.child(token.index, "det")
    return token.label == "PERSON" and article is not None and article.index == token.index - 1


def part_of(sentence: Sentence, token: Token) -> Token:
    """What a word of quantity is a part of: the forts in "most of the forts"; else the word."""
    if token.pos != "NUM" and token.lemma not in lexicon("nouns", "partitive"):
        return token
    for preposition in sentence.children(token.index, "prep"):
        whole = sentence.child(preposition.index, "pobj")
        if preposition.lemma == "of" and whole is not None:
            return whole
    return token


def _is_surname(sentence: Sentence, token: Token, kinds: frozenset[str]) -> bool:
    """A name that was taken for a body, but looks like that of a person: "Díaz", "Ana Orlo"."""
    if token.label != "ORG" or "person" not in kinds or token.text.isupper():
        return False
    before = sentence.children(token.index)
    parts = [child for child in before if child.dep == "compound"]
    capital = all(part.text[:1].isupper() and not kinds_of_noun(part.lemma) for part in parts)
    return capital and len(parts) < _LONGEST_NAME and all(c.dep != "det" for c in before)


def _is_numbered(sentence: Sentence, token: Token) -> bool:
    return any(child.label in NUMBER_LABELS for child in sentence.children(token.index, "nummod"))


def _is_pronoun(token: Token) -> bool:
    stands_alone = token.pos in ("PRON", "DET") or token.tag == "PRP$"
    return stands_alone or token.lemma in lexicon("nouns", "somebody")


def _of_pronoun(token: Token) -> frozenset[str]:
    word = token.text.lower()
    if word in _PERSONAL:
        return frozenset({"person"})
    if word in _PLURAL or token.lemma in lexicon("nouns", "somebody"):
        return _ACTORS
    return _THINGS if word in _NEUTER else frozenset()


def fits(sentence: Sentence, token: Token, role: Role) -> bool:
    """Whether a word can fill a role at all; names always can, linking decides on them later."""
    token = part_of(sentence, token)
    if role.kinds == ("text",):
        return True
    if token.label in NUMBER_LABELS and token.pos in ("NUM", "SYM"):
        counted = token.label == "CARDINAL" and role.key and "person" in role.kinds
        return counted or "work" in role.kinds or "happening" in role.kinds
    if _is_pronoun(token):
        return bool(_of_pronoun(token) & set(role.kinds))
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
