"""Whom a pronoun means: a careful, salience-based resolver that abstains when unsure.

Preferences after the centering literature (Grosz, Joshi and Weinstein 1995): subjects before
other places, the clause that governs the pronoun before the sentence before it. Only personal
pronouns of the third person singular are resolved, to names of persons.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bede.catalog import lexicon
from bede.text.gender import is_feminine, is_surely
from bede.text.sentence import SUBJECTS, Sentence, Token

PRONOUNS = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
_THINGS = ("organisation", "place", "happening", "work")
FEMININE = frozenset({"she", "her", "hers", "herself"})
_REACH = 3  # sentences back; further away a pronoun has usually been renewed by a name


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text, as a place in a sentence.

    Attributes:
        sentence: index of the sentence.
        first: index of its first word.
        last: index of its last word, which is its head.
        text: the name without a possessive ending.
    """

    sentence: int
    first: int
    last: int
    text: str


def person_names(sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """Runs of proper nouns that the parser mostly takes for persons, in order.

    The parser's label of one occurrence is noisy, so the label of a surname is the one that most
    of its labelled occurrences in the document have.
    """
    runs = [(number, run) for number, sentence in enumerate(sentences) for run in _runs(sentence)]
    votes: dict[str, Counter[str]] = {}
    for number, (_, last) in runs:
        head = sentences[number].tokens[last]
        if head.label:
            votes.setdefault(head.text, Counter())[head.label] += 1
    found = []
    for number, (first, last) in runs:
        tokens = sentences[number].tokens
        count = votes.get(tokens[last].text, Counter())
        if count["PERSON"] * 2 > count.total():
            text = " ".join(token.text for token in tokens[first : last + 1])
            found.append(Mention(number, first, last, text))
    return tuple(found)


def same_person(one: str | None, other: str | None) -> bool:
    """Whether two names may be of one person: equal, or one the bare surname of the other."""
    if one is None or other is None:
        return False
    words = one.split(), other.split()
    bare = 1 in map(len, words)
    return one == other or (bare and words[0][-1] == words[1][-1])


def _runs(sentence: Sentence) -> list[tuple[int, int]]:
    found = []
    for token in sentence.tokens:
        if token.tag not in ("NNP", "NNPS") or token.dep == "compound":
            continue
        first = token.index
        while first > 0 and sentence.tokens[first - 1].tag in ("NNP", "NNPS"):
            if not sentence.tokens[first - 1].text[:1].isupper():
                break
            if sentence.tokens[first - 1].head not in (token.index, sentence.tokens[first].head):
                break
            first -= 1
        found.append((first, token.index))
    return found


class Resolver:
    """Resolves the pronouns of one document; each answer depends only on the text."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._names: dict[int, dict[int, Mention]] = {}
        self.people = person_names(sentences)
        for mention in self.people:
            self._names.setdefault(mention.sentence, {})[mention.last] = mention
        self._answers: dict[tuple[int, int], Mention | None] = {}
        self._women: dict[str, bool] = {}
        self._surely: dict[tuple[str, str], bool] = {}

    def is_person(self, number: int, index: int) -> bool:
        """Whether a word heads the name of a person."""
        return index in self._names.get(number, {})

    def antecedent(self, number: int, index: int) -> Mention | None:
        """The name that a pronoun stands for, or None when two would do or none is near.

        Args:
            number: index of the sentence.
            index: index of the pronoun in it.
        """
        place = (number, index)
        if place not in self._answers:
            self._answers[place] = None  # a pronoun that leads back to itself has no antecedent
            found = self._find(number, index)
            pronoun = self._sentences[number].tokens[index].text.lower()
            if found is not None and self._is_woman(found) == (pronoun in FEMININE):
                self._answers[place] = found
        return self._answers[place]

    def _is_woman(self, mention: Mention) -> bool:
        surname = mention.text.split()[-1]
        if surname not in self._women:
            self._women[surname] = is_feminine(surname, self._all_names())
        return self._women[surname]

    def _all_names(self) -> list[str]:
        return [name.text for found in self._names.values() for name in found.values()]

    def _may_be(self, mention: Mention, *, woman: bool) -> bool:
        """Whether nothing in a name tells of the other gender."""
        surname = mention.text.split()[-1]
        other = "masculine" if woman else "feminine"
        if (surname, other) not in self._surely:
            self._surely[surname, other] = is_surely(other, surname, self._all_names())
        return not self._surely[surname, other]

    def _find(self, number: int, index: int) -> Mention | None:
        sentence = self._sentences[number]
        pronoun = sentence.tokens[index]
        if not sentence.is_readable:
            return None
        if pronoun.lemma not in PRONOUNS and pronoun.text.lower() not in PRONOUNS:
            return None
        woman = pronoun.text.lower() in FEMININE
        earlier_pronoun = self._pronoun_before(number, index)
        kept = self.antecedent(number, earlier_pronoun) if earlier_pronoun is not None else None
        if earlier_pronoun is not None and kept is None:
            return None  # both mean the same, and nobody knows whom
        for subject in self._governing_subjects(sentence, pronoun):
            mention = self._person(number, subject.index)
            if mention is not None:
                if self._has_rival(number, pronoun, subject, mention):
                    return None
                return self._only([mention, kept] if kept is not None else [mention])
            if self._doubtful(number, subject) or self._unnamed(number, subject):
                return None
        if kept is not None:
            return kept
        barred = self._own_subjects(sentence, pronoun)
        before = [
            mention
            for last, mention in self._names.get(number, {}).items()
            if last < index and last not in barred and self._may_be(mention, woman=woman)
        ]
        if any(self._is_remembered(number, mention) for mention in before):
            return None
        if any(self._doubtful(number, token) for token in sentence.tokens[:index]):
            return None
        if before:
            found = self._only(before)
            if found is None or pronoun.dep not in SUBJECTS:
                return found
            tokens = sentence.tokens
            if any(t.dep in SUBJECTS for t in tokens[:index] if self.is_person(number, t.index)):
                return found
            # "After Lenin's death he ...": an owner in an opening phrase is seldom the subject.
            earlier = self._from_before(number, woman=woman)
            agrees = earlier is not None and same_person(found.text, earlier.text)
            return found if agrees else None
        return self._from_before(number, woman=woman)

    def _doubtful(self, number: int, token: Token) -> bool:
        """A subject that may well be a person, though the parser does not know the name."""
        if token.dep not in SUBJECTS or token.tag != "NNP" or self.is_person(number, token.index):
            return False
        sentence = self._sentences[number]
        run = [*(t for t in sentence.children(token.index, "compound") if t.tag == "NNP"), token]
        thing = any(word.text.lower() in lexicon("nouns", kind) for kind in _THINGS for word in run)
        thing = thing or sentence.child(token.index, "det", "poss") is not None
        return not thing and (len(run) > 1 or token.label in ("", "GPE"))

    def _unnamed(self, number: int, token: Token) -> bool:
        """A person told of without a name ("Stalin's daughter"), whom a pronoun may mean."""
        named = [t.index for t in self._sentences[number].children(token.index, "appos")]
        named += [token.head] if token.dep == "appos" else []  # "Kamenev, his brother-in-law, ..."
        known = any(self.is_person(number, index) for index in named)
        return token.tag == "NN" and token.lemma in lexicon("nouns", "person") and not known

    def _is_owned(self, number: int, token: Token) -> bool:
        """A person told of by another ("his son James"), who is as likely to be meant next."""
        sentence = self._sentences[number]
        if sentence.child(token.index, "poss") is None:
            return False
        named = sentence.children(token.index, "appos")
        return any(self.is_person(number, one.index) for one in (token, *named))

    def _pronoun_before(self, number: int, index: int) -> int | None:
        """The pronoun before this one in the sentence: pronouns keep their centre."""
        tokens = self._sentences[number].tokens
        woman = tokens[index].text.lower() in FEMININE
        for token in reversed(tokens[:index]):
            word = token.text.lower()
            if word in PRONOUNS and (word in FEMININE) == woman:
                return token.index
        return None

    def _has_rival(self, number: int, pronoun: Token, subject: Token, chosen: Mention) -> bool:
        """Whether another person in the sentence may be meant as well as the chosen subject.

        Another subject before the pronoun may be, and whoever is an object in the clause of the
        chosen one ("Reed told Marsh that he ...").
        """
        sentence = self._sentences[number]
        woman = pronoun.text.lower() in FEMININE
        for last, mention in self._names.get(number, {}).items():
            token = sentence.tokens[last]
            if last >= pronoun.index or same_person(mention.text, chosen.text):
                continue
            above = sentence.head(token)
            beside = token.dep in ("dobj", "dative") and above.index == subject.head
            beside = beside or (token.dep == "pobj" and above.head == subject.head)
            if (token.dep in SUBJECTS or beside) and self._may_be(mention, woman=woman):
                return True
        return False

    def _is_remembered(self, number: int, mention: Mention) -> bool:
        """Whether a person is named only for a death, a funeral or the like: he acts no more."""
        sentence = self._sentences[number]
        token = sentence.tokens[mention.last]
        noun = sentence.head(token)
        if token.dep == "pobj" and noun.lemma == "of":
            noun = sentence.head(noun)
        elif token.dep != "poss":
            return False
        return noun.lemma in lexicon("gender", "remembering")

    def _own_subjects(self, sentence: Sentence, pronoun: Token) -> set[int]:
        """Words that an object cannot mean: the subjects of its own clause."""
        if pronoun.dep == "poss" or pronoun.dep in SUBJECTS:
            return set()
        verb = next(
            (t for t in sentence.ancestors(pronoun.index) if t.pos in ("VERB", "AUX")), None
        )
        while verb is not None and verb.dep == "conj" and sentence.subject(verb.index) is None:
            verb = sentence.head(verb)
        subject = sentence.subject(verb.index) if verb is not None else None
        if subject is None:
            return set()
        own = sentence.conjuncts(subject.index)
        named = [t for one in own for t in sentence.children(one.index, "appos")]
        return {token.index for token in (*own, *named)}

    def _governing_subjects(self, sentence: Sentence, pronoun: Token) -> list[Token]:
        """Subjects of the clauses above the pronoun, nearest first, that it may refer to.

        An object cannot mean the subject of its own clause, except a possessive or reflexive; and
        a name after the pronoun counts only where the pronoun stands in a fronted adjunct.
        """
        found: list[Token] = []
        bound = pronoun.dep == "poss" or pronoun.lemma.endswith("self")
        own_clause = True
        for verb in sentence.ancestors(pronoun.index):
            if verb.pos not in ("VERB", "AUX") and verb.dep != "ROOT":
                continue
            subject = sentence.subject(verb.index)
            if subject is not None and subject.index != pronoun.index:
                inside = pronoun.index in sentence.subtree(subject.index)
                fronted = subject.index > pronoun.index and pronoun.index < verb.index
                ahead = subject.index < pronoun.index or fronted
                ahead = ahead and sentence.child(subject.index, "conj") is None
                if ahead and not inside and (bound or not own_clause):
                    found.append(subject)
            if subject is not None:
                own_clause = False
        return found

    def _person(self, number: int, index: int) -> Mention | None:
        """The person that a word names, or stands for if it is a pronoun itself."""
        mention = self._names.get(number, {}).get(index)
        if mention is not None:
            return mention
        token = self._sentences[number].tokens[index]
        if token.text.lower() in PRONOUNS:
            return self.antecedent(number, index)
        return None

    def _only(self, mentions: Sequence[Mention]) -> Mention | None:
        """The one person among these, if all are one."""
        same = all(same_person(mentions[0].text, other.text) for other in mentions)
        return mentions[0] if same else None

    def _from_before(self, number: int, *, woman: bool) -> Mention | None:
        section = self._sentences[number].section
        for back in range(number - 1, max(-1, number - 1 - _REACH), -1):
            sentence = self._sentences[back]
            if sentence.section != section:
                return None
            subjects = [
                token
                for token in sentence.tokens
                if token.dep in SUBJECTS and sentence.child(token.index, "conj") is None
            ]
            main = [t for t in subjects if _is_main(sentence, sentence.head(t))]
            if any(self._doubtful(back, t) or self._unnamed(back, t) for t in main):
                return None
            if any(
                sentence.child(t.index, "poss") and self._unnamed(back, t) for t in sentence.tokens
            ):
                return None
            if any(self._is_owned(back, t) for t in main):
                return None
            for group in (main, subjects):
                people = [m for t in group if (m := self._subject_person(back, t)) is not None]
                people = [one for one in people if self._may_be(one, woman=woman)]
                if people:
                    return self._only(people)
            people = list(self._names.get(back, {}).values())
            people = [one for one in people if self._may_be(one, woman=woman)]
            if any(self._is_remembered(back, one) for one in people):
                return None
            if people:
                return self._only(people)
        return None

    def _subject_person(self, number: int, token: Token) -> Mention | None:
        """A subject's person: itself, or its owner ("His writings", "Stalin's approach")."""
        mention = self._person(number, token.index)
        if mention is not None:
            return mention
        named = self._sentences[number].children(token.index, "appos")
        people = [m for t in named if (m := self._names.get(number, {}).get(t.index)) is not None]
        owner = self._sentences[number].child(token.index, "poss")
        if people or owner is None or token.lemma in lexicon("nouns", "person"):
            return people[0] if people else None
        if token.lemma in lexicon("gender", "remembering"):
            return None
        return self._person(number, owner.index)


def _is_main(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb heads the sentence or is joined to its head by "and"."""
    while verb.dep == "conj":
        verb = sentence.head(verb)
    return verb.dep == "ROOT"
