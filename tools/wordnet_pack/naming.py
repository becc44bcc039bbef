"""Names of people: which lemma is the usual name, which ones are short, which ones tell nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bede.evidence.names import name_key

_TITLED = re.compile(
    r"(?:Saint|St\.|Sir|Lord|Lady|President|King|Queen|Pope|Cardinal|Count|Duke|Duc|Baron|"
    r"Viscount|Marquis|Dame|Commodore|Pres|Bishop|Czar|Emperor|General|Comtesse|Holy|Earl of|"
    r"First|Second|Third|Fourth|Sixth|\d+(?:st|nd|rd|th)) "
)
_RULER = re.compile(r" [IVX]+$")
_HONOUR = re.compile(r"(?:Sir|Dame|Lord|Baron|Count) (?=\S+ \S)(?!of |de )")
_SAINT = re.compile(r"(?:Saint|St\.) \S+")


_REALM = re.compile(
    r"\b(?:[Kk]ing|[Qq]ueen|[Ee]mperor|[Ee]mpress|[Cc]zar|[Kk]aiser) of (?:ancient |the )?"
    r"(?P<realm>[A-Z][a-z]+(?: Britain)?)"
)
_EMPEROR = re.compile(r"\bHoly Roman Emperor\b")
_POPE = re.compile(r"\b(?:[Pp]ope|antipope)\b")
_PEOPLES = {"Franks": "France", "English": "England", "French": "France", "Germans": "Germany"}


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one person.

    Attributes:
        label: the usual name.
        whole: other names that name one person by themselves.
        short: surnames and first names alone.
    """

    label: str
    whole: tuple[str, ...]
    short: tuple[str, ...]


def names_of(lemmas: Sequence[str], no_names: Collection[str], label: str | None = None) -> Names:
    """Sort the lemmas of a person.

    A lemma of one word that is part of a longer one is short ("Adams"). It is left out where it
    is the first name of several people ("Charles") or of a saint, a common noun ("Pope"), or the
    name of a place or a people ("Lincoln", "French"). Nobility is taken off: "Sir Christopher
    Wren" gives "Christopher Wren" too.

    Args:
        lemmas: the nouns of the synset; WordNet begins with the word it files the person under.
        no_names: small-letter words that name nobody by themselves.
        label: the usual name, where the rule would not find it.
    """
    label = label or _label(lemmas)
    lemmas = [*lemmas, *(_HONOUR.sub("", lemma) for lemma in lemmas)]
    whole, short = [], []
    for lemma in _unique(lemmas, label):
        longer = [other for other in (label, *lemmas) if other != lemma and _within(lemma, other)]
        if " " in lemma or not longer:
            whole.append(lemma)
        elif name_key(lemma) not in no_names and not all(map(_SAINT.fullmatch, longer)):
            short.append(lemma)
    return Names(label, tuple(whole), tuple(short))


def of_realm(name: str, description: str) -> str | None:
    """Tell a ruler from others of his name: "Henry V of England", "Pope Leo III".

    Args:
        name: a name with a number; any other gives None.
        description: what the gloss says of the ruler; None if it tells no realm.
    """
    if not _RULER.search(name):
        return None
    if _POPE.search(description[:60]):
        return f"Pope {name}"
    if _EMPEROR.search(description):
        return f"{name}, Holy Roman Emperor"
    found = _REALM.search(description)
    return f"{name} of {_PEOPLES.get(found['realm'], found['realm'])}" if found else None


def _label(lemmas: Sequence[str]) -> str:
    """The first longer lemma that holds the filing word; one without title or particle if any."""
    filed = lemmas[0]
    if _RULER.search(filed):
        return filed
    longer = [lemma for lemma in lemmas[1:] if _within(filed, lemma)]
    plain = [lemma for lemma in longer if not _TITLED.match(lemma)]
    named = [lemma for lemma in plain if not lemma[0].islower()]
    if not plain and " " in filed and not filed[0].islower():
        return filed
    return _HONOUR.sub("", (named or plain or longer or [filed])[0])


def first_words(lemmas: Sequence[str]) -> set[str]:
    """Keys of the words that begin a longer lemma of one person and also stand alone."""
    return {
        name_key(lemma)
        for lemma in lemmas
        if " " not in lemma and any(_begins(lemma, other) for other in lemmas)
    }


def _unique(lemmas: Sequence[str], label: str) -> list[str]:
    seen = {name_key(label)}
    kept = []
    for lemma in lemmas:
        if (key := name_key(lemma)) not in seen:
            seen.add(key)
            kept.append(lemma)
    return kept


def _within(word: str, lemma: str) -> bool:
    return f" {name_key(word)} " in f" {name_key(lemma)} " and name_key(word) != name_key(lemma)


def _begins(word: str, lemma: str) -> bool:
    return name_key(lemma).startswith(f"{name_key(word)} ")
