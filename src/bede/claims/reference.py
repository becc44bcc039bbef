"""Whom the words of a filler seem to mean: short names, abbreviations, descriptions, it and they.

All evidence is in the text itself: a fuller name told before, an apposition, an "X was a city", a
noun inside the name. The answers are for showing. They are likely and not sure, so no judgement
may rest on them; where two would do, there is none. Pronouns of persons are the resolver's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bede.catalog import lexicon
from bede.claims.fillers import naming_stretch
from bede.claims.kinds import is_name, kinds_of_noun
from bede.text import SUBJECTS, Resolver, Sentence, Token, noted

_REACH = 15  # sentences; further back a description may well mean another
_PRONOUN_REACH = 1
_SINGULAR = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "their", "theirs", "themselves"})
_THINGS = frozenset({"organisation", "place", "happening", "work"})
_THING_LABELS = frozenset({"ORG", "GPE", "LOC", "FAC", "EVENT", "WORK_OF_ART", "LAW"})
_POINTING = frozenset({"the", "this", "that"})
_LONGEST_ABBREVIATION = 7  # letters
_LONGEST_NAME = 4  # words


@dataclass(frozen=True, slots=True)
class _Told:
    """Something that the text said of a name: it is a king, a city, the Third Army."""

    sentence: int
    index: int
    name: str


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in a sentence, and what the sentence says of it.

    Attributes:
        index: index of its head word.
        name: its words, without an article.
        words: those of a person's name, without titles; none of a thing's.
        nouns: what it is said to be.
        short: its abbreviation, if one is explained behind it.
    """

    index: int
    name: str
    words: tuple[str, ...]
    nouns: tuple[str, ...]
    short: str | None


@noted
def _names_in(sentence: Sentence) -> tuple[_Name, ...]:
    found = []
    for token in sentence.tokens:
        if token.pos == "PROPN" and token.dep != "compound":
            name = _name_at(sentence, token)
            words = tuple(_person_words(sentence, token))
            nouns = {*_nouns_in(sentence, token), *_nouns_beside(sentence, token)}
            short = _abbreviation_behind(sentence, token, name)
            found.append(_Name(token.index, name, words, tuple(sorted(nouns)), short))
    return tuple(found)


class References:
    """Answers for the fillers of one document; each depends only on the text before them."""

    def __init__(self, sentences: Sequence[Sentence], resolver: Resolver) -> None:
        """Remember the names of a document with what is told of them."""
        self._sentences = sentences
        self._resolver = resolver
        self._bearers: dict[str, list[_Told]] = {}
        self._told: dict[str, list[_Told]] = {}
        self._short: dict[str, list[_Told]] = {}
        for number, sentence in enumerate(sentences):
            if sentence.is_readable:
                self._remember(number, sentence)

    def meant(self, number: int, index: int) -> tuple[str, ...]:
        """The names that a word seems to stand for; none where nobody can say.

        Args:
            number: index of the sentence.
            index: index of the head word of the filler.

        Returns:
            One name, several for a plural pronoun, or none also where the word is a full name.
        """
        sentence = self._sentences[number]
        token = sentence.tokens[index]
        word = token.text.lower()
        if word in _SINGULAR | _PLURAL:
            return self._antecedents(number, token) if sentence.is_readable else ()
        if token.pos == "PROPN":
            full = self._full_name(number, index) or self._spelt_out(number, token)
            return (full,) if full is not None else ()
        if token.pos == "NOUN" and not is_name(token):
            found = self._described(number, token)
            return (found,) if found is not None else ()
        return ()

    def _remember(self, number: int, sentence: Sentence) -> None:
        for one in _names_in(sentence):
            told = _Told(number, one.index, one.name)
            for word in {one.words[0], one.words[-1]} if len(one.words) > 1 else ():
                whole = _Told(number, one.index, " ".join(one.words))
                self._bearers.setdefault(word, []).append(whole)
            for noun in one.nouns:
                self._told.setdefault(noun, []).append(told)
            if one.short is not None:
                self._short.setdefault(one.short, []).append(told)

    def _full_name(self, number: int, index: int) -> str | None:
        """The fuller name, told before, of a person who is named by one word here."""
        words = _person_words(self._sentences[number], self._sentences[number].tokens[index])
        if len(words) != 1:
            return None
        told = self._bearers.get(words[0], [])
        full = {one.name for one in told if (one.sentence, one.index) < (number, index)}
        longest = max(sorted(full), key=len, default=None)
        # "Galois" and "Évariste Galois" are one; "Daniel" and "Johann Bernoulli" are two
        inside = longest is not None and all(set(n.split()) <= set(longest.split()) for n in full)
        return longest if inside else None

    def _spelt_out(self, number: int, token: Token) -> str | None:
        """The words behind an abbreviation that the text explained: "the National Guard (NG)"."""
        told = self._short.get(token.text, [])
        names = {one.name for one in told if (one.sentence, one.index) < (number, token.index)}
        return names.pop() if len(names) == 1 else None

    def _described(self, number: int, noun: Token) -> str | None:
        """The one name of which the text has told what "the city" or "the king" says."""
        sentence = self._sentences[number]
        others = [child for child in sentence.children(noun.index) if child.pos != "PUNCT"]
        pointing = len(others) == 1 and others[0].text.lower() in _POINTING
        if noun.tag != "NN" or not pointing or others[0].dep != "det":
            return None
        told = [
            one
            for one in self._told.get(noun.lemma, [])
            if number - _REACH <= one.sentence
            and (one.sentence, one.index) < (number, noun.index)
            and self._sentences[one.sentence].section == sentence.section
        ]
        names = {self._full_name(one.sentence, one.index) or one.name for one in told}
        return names.pop() if len(names) == 1 else None

    def _antecedents(self, number: int, pronoun: Token) -> tuple[str, ...]:
        """What "it" or "they" means: the subject of the clause above, or of the sentence before."""
        if pronoun.dep not in (*SUBJECTS, "poss"):
            return ()
        sentence = self._sentences[number]
        above = next(_subjects_above(sentence, pronoun), None)
        if above is not None:
            return self._names(number, above, pronoun, rivals=False)
        if any(t.dep in SUBJECTS and t.index < pronoun.index for t in sentence.tokens):
            return ()
        before = number - _PRONOUN_REACH
        if before < 0 or self._sentences[before].section != sentence.section:
            return ()
        root = next((t for t in self._sentences[before].tokens if t.dep == "ROOT"), None)
        subject = self._sentences[before].subject(root.index) if root is not None else None
        return () if subject is None else self._names(before, subject, pronoun, rivals=True)

    def _names(
        self, number: int, subject: Token, pronoun: Token, *, rivals: bool
    ) -> tuple[str, ...]:
        """The names of a subject that a pronoun agrees with."""
        sentence = self._sentences[number]
        plural = pronoun.text.lower() in _PLURAL
        if subject.text.lower() in (_PLURAL if plural else _SINGULAR):
            return self._antecedents(number, subject)
        if subject.pos not in ("NOUN", "PROPN"):
            return ()
        parts = sentence.conjuncts(subject.index)
        many = len(parts) > 1 or subject.tag in ("NNS", "NNPS")
        if many is not plural or (not plural and not self._is_thing(number, subject)):
            return ()
        if rivals and any(self._agrees(number, t, plural=plural) for t in _others(sentence, parts)):
            return ()
        return tuple(self._name(number, part) for part in parts)

    def _name(self, number: int, part: Token) -> str:
        meant = self.meant(number, part.index) if part.pos in ("NOUN", "PROPN") else ()
        return meant[0] if meant else _name_at(self._sentences[number], part, article=True)

    def _agrees(self, number: int, token: Token, *, plural: bool) -> bool:
        """Whether another word of the sentence before could be meant as well."""
        if plural:
            return token.tag in ("NNS", "NNPS")
        return token.tag in ("NN", "NNP") and self._is_thing(number, token)

    def _is_thing(self, number: int, token: Token) -> bool:
        if self._resolver.is_person(number, token.index):
            return False
        return token.label in _THING_LABELS or bool(kinds_of_noun(token.lemma) & _THINGS)


def _name_at(sentence: Sentence, token: Token, *, article: bool = False) -> str:
    """The words of a name, without its article unless that is wanted."""
    first, last = naming_stretch(sentence, token)
    words = sentence.tokens[first : last + 1]
    if not article:
        while len(words) > 1 and words[0].text.islower():
            words = words[1:]
        while len(words) > 1 and words[0].pos in ("DET", "PRON"):
            words = words[1:]
    pieces = []
    for before, word in zip((None, *words), words, strict=False):
        joined = before is not None and before.end == word.start
        pieces.append(word.text if joined or before is None else f" {word.text}")
    return "".join(pieces)


def _person_words(sentence: Sentence, token: Token) -> list[str]:
    """The words of a name that may be a person's, without titles and ranks; none of a thing's."""
    first = token.index
    while first > 0 and sentence.tokens[first - 1].pos == "PROPN":
        if sentence.tokens[first - 1].head not in (token.index, sentence.tokens[first].head):
            break
        first -= 1
    run = sentence.tokens[first : token.index + 1]
    titles = lexicon("naming", "titles") | lexicon("nouns", "office") | lexicon("nouns", "person")
    places = [place for place, word in enumerate(run[:-1]) if word.text.lower() in titles]
    words = run[places[-1] + 1 :] if places else run
    thing = token.label in _THING_LABELS - {"ORG"} or token.label == "NORP"
    thing = thing or any(
        kinds_of_noun(word.text.lower()) or _is_abbreviation(word.text) or sentence.dates(word)
        for word in words
    )
    if thing or len(words) > _LONGEST_NAME or sentence.child(token.index, "det") is not None:
        return []
    return [word.text for word in words]


def _is_abbreviation(word: str) -> bool:
    """Whether a word is all capitals, and more than an initial."""
    return word.isupper() and len(word.rstrip(".")) > 1


def _nouns_in(sentence: Sentence, token: Token) -> Iterator[str]:
    """The common nouns inside a name of several words: the fort of "Fort Sumter"."""
    first, last = naming_stretch(sentence, token)
    words = [w for w in sentence.tokens[first : last + 1] if w.pos not in ("DET", "PRON")]
    if len(words) > 1:
        yield from (w.text.lower() for w in words if is_name(w) and kinds_of_noun(w.text.lower()))


def _nouns_beside(sentence: Sentence, token: Token) -> Iterator[str]:
    """What a sentence says that a name is: "Ida, the queen", "the city of Velin", "was a city"."""
    head = sentence.head(token)
    beside = sentence.children(token.index, "appos")
    if token.dep == "appos":
        beside.append(head)
    if token.dep == "pobj" and head.lemma == "of":
        noun = sentence.head(head)
        beside += [noun] if noun.lemma in lexicon("naming", "classifiers") else []
    if token.dep == "nsubj" and head.lemma == "be" and not sentence.children(head.index, "neg"):
        beside += sentence.children(head.index, "attr")
    yield from (noun.lemma for noun in beside if noun.pos == "NOUN" and noun.tag == "NN")


def _abbreviation_behind(sentence: Sentence, token: Token, name: str) -> str | None:
    """The abbreviation in brackets behind a name, if its letters are those of the name."""
    at = naming_stretch(sentence, token)[1] + 1
    behind = sentence.tokens[at : at + 3]
    if [t.text for t in behind[::2]] != ["(", ")"]:
        return None
    short = behind[1].text
    capitals = [word[0] for word in name.replace("-", " ").split() if word[:1].isupper()]
    fits = short.isupper() and 1 < len(short) <= _LONGEST_ABBREVIATION
    return short if fits and list(short) == capitals else None


def _subjects_above(sentence: Sentence, pronoun: Token) -> Iterator[Token]:
    """The subjects of the clauses above a pronoun, nearest first, that stand before it."""
    for verb in sentence.ancestors(pronoun.index):
        subject = sentence.subject(verb.index) if verb.pos in ("VERB", "AUX") else None
        if subject is None or subject.index >= pronoun.index:
            continue
        if pronoun.index not in sentence.subtree(subject.index):
            yield subject


def _others(sentence: Sentence, parts: Sequence[Token]) -> list[Token]:
    """The objects of a sentence, and what stands behind its prepositions."""
    own = {token.index for token in parts}
    return [
        token
        for token in sentence.tokens
        if token.dep in ("dobj", "pobj", "attr", "conj")
        and token.index not in own
        and not sentence.dates(token)
    ]
