"""How old somebody was when something happened: "died aged 60", "on his 50th birthday".

The words are found by their surface, since parsers hang them on all sorts of words; whose age it
is, and at what happening, is for the tree. Where it leaves a choice, nothing is read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bede.catalog import lexicon
from bede.catalog.lexicons import word_numbers
from bede.chronology import Duration, Unit
from bede.chronology.length import Length, Manner
from bede.claims.arguments import is_passive, subject_of
from bede.claims.climbing import owners
from bede.claims.filling import Match
from bede.claims.phrases import number_at, ordinal_at, phrase_at
from bede.text import SUBJECTS, Sentence, Token, manner_of, manner_phrases, noted

_OLDEST = 122
"""Years: nobody is known to have lived longer (J. L. Calment, 1875-1997; Robine and Allard,
"Jeanne Calment: Validation of the Duration of her Life", Odense Monographs 6, 1999). A higher
number is no age that a text means in earnest."""
_NOT_ONE_PERSON = frozenset({"it", "its", "they", "their", "them", "we", "our"})
_YOUNGEST_TOLD_BARE = 13
"""Years: below that, "at six" is an hour of the clock as well."""
_SPAN_OF_DECADE = 9  # years from the first to the last age of "his thirties"
_SPAN_OF_TEENS = 6


@dataclass(frozen=True, slots=True)
class Age:
    """An age with the match and the person that it is said of.

    Attributes:
        place: of the match, in the matches of the sentence.
        person: index of the word for the person.
        lengths: the age; two for a least and a most.
        first: index of the first word that says so.
        end: index of the word behind the last.
        to_the_day: it was the very birthday.
    """

    place: int
    person: int
    lengths: tuple[Length, ...]
    first: int
    end: int
    to_the_day: bool = False


@dataclass(frozen=True, slots=True)
class ToldAge:
    """Words for an age, before it is known whose: as `Age`; the owner where they name one."""

    first: int
    end: int
    lengths: tuple[Length, ...]
    owner: int | None = None
    to_the_day: bool = False
    final: bool = False


def find_ages(sentence: Sentence, matches: Sequence[Match]) -> tuple[Age, ...]:
    """The ages that a sentence states at its happenings, in order.

    Args:
        sentence: the sentence.
        matches: the triggers found in it.
    """
    owner = owners(matches)
    found: list[Age] = []
    for told in _phrases(sentence) if matches else ():
        reached = _whose(sentence, told, owner, matches)
        if reached is not None and _is_person(sentence, reached[1], matches):
            place, person = reached
            if person in matches[place].roles.get(matches[place].event.begins or "", ()):
                continue  # nobody has an age at the own birth
            found.append(Age(place, person, told.lengths, told.first, told.end, told.to_the_day))
    told_of = [(age.place, age.person) for age in found]
    return tuple(age for age in found if told_of.count((age.place, age.person)) == 1)


def told_ages(sentence: Sentence) -> tuple[ToldAge, ...]:
    """The words for ages in a sentence, before it is known whose they are."""
    return _phrases(sentence)


def _years(count: int, manner: Manner = Manner.EXACT) -> Length:
    return Length(Duration(count, Unit.YEAR), manner)


@noted
def _phrases(sentence: Sentence) -> tuple[ToldAge, ...]:
    found = []
    index = 0
    while index < len(sentence.tokens):
        told = (
            _opened(sentence, index)
            or _closed(sentence, index)
            or _of_owner(sentence, index)
            or _bare(sentence, index)
        )
        if told is not None and not _doubted(sentence, told):
            found.append(told)
        index = told.end if told is not None else index + 1
    return tuple(found)


def _doubted(sentence: Sentence, told: ToldAge) -> bool:
    """Whether a word before or behind makes it a guess or a choice: "perhaps aged 60 or 61"."""
    before = sentence.tokens[told.first - 1].text.lower() if told.first else ""
    tokens = sentence.tokens[told.end : told.end + 2]
    behind = [token.text.lower() for token in tokens]
    choice = behind[:1] in (["or"], ["and"], ["to"], ["-"], ["–"], ["/"]) and any(
        token.pos == "NUM" for token in tokens
    )
    hedged = before in lexicon("scope", "adverbs") or before in lexicon("scope", "negators")
    return choice or hedged or behind[:1] == ["?"]


def _counted(sentence: Sentence, index: int) -> tuple[Length, int] | None:
    """A number of years that can be an age, with the word before it that says how it is meant."""
    manner = phrase_at(sentence, index, manner_phrases())
    at = manner[1] if manner else index
    if at >= len(sentence.tokens) or sentence.tokens[at].pos not in ("NUM", "NOUN"):
        return None
    number = number_at(sentence, at)
    if number is None or number[0] > _OLDEST:
        return None
    return _years(number[0], manner_of(manner[0] if manner else "")), number[1]


def _opened(sentence: Sentence, index: int) -> ToldAge | None:
    """Behind its word: "aged 60", "at the age of about 60", "by the age of 20"."""
    for manner in (Manner.EXACT, Manner.AT_MOST, Manner.AT_LEAST):
        words = lexicon("ages", f"openers.{manner.name.lower()}")
        opener = phrase_at(sentence, index, words)
        counted = _counted(sentence, opener[1]) if opener else None
        if counted is None:
            continue
        length, end = counted
        behind = sentence.tokens[end].text.lower() if end < len(sentence.tokens) else ""
        if behind in lexicon("ages", "words.year_units"):
            end += 1
        elif behind in lexicon("ages", "words.other_units"):
            return None
        if manner is not Manner.EXACT:
            if length.manner is not Manner.EXACT:
                return None
            length = Length(length.duration, manner)
        return ToldAge(index, end, (length,))
    return None


def _closed(sentence: Sentence, index: int) -> ToldAge | None:
    """Before its word: "about 60 years old", "the 17-year-old"."""
    counted = _counted(sentence, index)
    closer = phrase_at(sentence, counted[1], lexicon("ages", "closers.words")) if counted else None
    return ToldAge(index, closer[1], (counted[0],)) if counted and closer else None


def _of_owner(sentence: Sentence, index: int) -> ToldAge | None:
    """With an owner: "on his 50th birthday", "in his sixtieth year", "in her thirties"."""
    token = sentence.tokens[index]
    preposition = token.text.lower()
    if token.dep != "prep" or preposition not in _OWNED or index + 2 >= len(sentence.tokens):
        return None
    nouns = sentence.children(index, "pobj")
    owner = sentence.child(nouns[0].index, "poss") if nouns else None
    if nouns and owner is None and preposition == "in":
        return _year_of_life(sentence, index, nouns[0])
    if owner is None or sentence.subtree(owner.index)[0] != index + 1:
        return None
    noun, at = nouns[0], sentence.subtree(owner.index)[-1] + 1
    end = noun.index + 1
    order = ordinal_at(sentence, at)
    if order is not None and order[1] == noun.index and order[0] <= _OLDEST:
        if preposition != "in" and noun.lemma in lexicon("ages", "words.birthday"):
            return _birthday(preposition, order[0], ToldAge(index, end, (), owner.index))
        alone = not sentence.children(noun.index, "prep", "acl", "relcl")
        if preposition == "in" and noun.lemma in lexicon("ages", "words.year") and alone:
            return ToldAge(index, end, (_years(order[0] - 1),), owner.index, final=True)
    decade = word_numbers("ages", "decades").get(noun.text.lower())
    between = {t.text.lower() for t in sentence.tokens[at : noun.index]}
    if preposition == "in" and decade is not None and between <= lexicon("ages", "words.within"):
        most = decade + (_SPAN_OF_TEENS if decade % 10 else _SPAN_OF_DECADE)
        bounds = (_years(decade, Manner.AT_LEAST), _years(most, Manner.AT_MOST))
        return ToldAge(index, end, bounds, owner.index)
    return None


_OWNED = ("on", "before", "after", "in")


def _birthday(preposition: str, years: int, told: ToldAge) -> ToldAge:
    """A birthday: the day itself, or a bound on the age before and behind it."""
    if preposition == "on":
        return replace(told, lengths=(_years(years),), to_the_day=True)
    if preposition == "before":
        return replace(told, lengths=(_years(years - 1, Manner.AT_MOST),))
    return replace(told, lengths=(_years(years, Manner.AT_LEAST),))


def _year_of_life(sentence: Sentence, index: int, year: Token) -> ToldAge | None:
    """A year of a life, counted from one: "in the sixtieth year of his age"."""
    of = sentence.child(year.index, "prep")
    lives = sentence.children(of.index, "pobj") if of is not None and of.lemma == "of" else []
    owner = sentence.child(lives[0].index, "poss") if lives else None
    orders = [ordinal_at(sentence, at) for at in range(index + 1, year.index)]
    count = next((order[0] for order in orders if order and order[1] == year.index), None)
    if owner is None or not count or year.lemma not in lexicon("ages", "words.year"):
        return None
    if lives[0].lemma not in lexicon("ages", "words.of_life"):
        return None
    return ToldAge(index, lives[0].index + 1, (_years(count - 1),), owner.index)


def _bare(sentence: Sentence, index: int) -> ToldAge | None:
    """A bare number behind "at" or "be", before a comma, or behind a name: "died at 60"."""
    token = sentence.tokens[index]
    counted = _counted(sentence, index)
    if counted is None:
        return None
    length, end = counted
    number = next((t for t in sentence.tokens[index:end] if not _inside(t, index, end)), token)
    governor = sentence.head(number)
    behind = sentence.tokens[end].text.lower() if end < len(sentence.tokens) else "."
    if behind in lexicon("ages", "words.clock"):
        return None
    if number.dep in ("attr", "acomp") and governor.lemma == "be" and behind != "of":
        # "was twelve" of a person can be no hour, but "was one" is mostly something else
        return ToldAge(index, end, (length,)) if length.duration.count > 1 else None
    if length.duration.count < _YOUNGEST_TOLD_BARE:
        return None
    if number.dep == "pobj" and governor.text.lower() == "at" and _ends(sentence, end):
        return ToldAge(governor.index, end, (length,))
    opens = index == 0 and behind == "," and number.dep in ("npadvmod", "advcl", "nummod")
    name = sentence.tokens[index - 1].text == "," and governor.label == "PERSON"
    if opens or (name and number.dep == "appos" and behind == ","):
        return ToldAge(index, end, (length,))
    return None


def _ends(sentence: Sentence, end: int) -> bool:
    """Whether nothing is counted behind a number."""
    if end >= len(sentence.tokens):
        return True
    return sentence.tokens[end].pos in ("PUNCT", "ADP", "CCONJ", "ADV", "SCONJ")


def _inside(token: Token, first: int, end: int) -> bool:
    return first <= token.head < end and token.head != token.index


def _whose(
    sentence: Sentence, told: ToldAge, owner: Mapping[int, int], matches: Sequence[Match]
) -> tuple[int, int] | None:
    """The place of the match and the index of the person."""
    words = sentence.tokens[told.first : told.end]
    outward = [token for token in words if not _inside(token, told.first, told.end)]
    if not outward:
        return None
    head = outward[0]
    if told.owner is not None:
        place = _climbed(sentence, head, owner)
        if place is None or (told.final and not matches[place].event.ends):
            return None
        return place, told.owner
    governor = sentence.head(head)
    if governor.lemma == "be" and governor.index not in owner:
        return _when(sentence, governor, head, owner)
    noun = _noun_above(sentence, head)
    if noun is not None:
        said = _said_of(sentence, noun, matches)
        if said is not None:
            return said, noun.index
        if head.dep in ("amod", "compound") and noun.pos == "NOUN":
            return None  # of somebody who takes no part: "with her 14-year-old son"
    place = _climbed(sentence, head, owner)
    return None if place is None else _of_subject(sentence, told, place, matches)


def _when(
    sentence: Sentence, verb: Token, number: Token, owner: Mapping[int, int]
) -> tuple[int, int] | None:
    """A clause of its own: "when he was 17, he joined", "he was 17 when he joined".

    In "he was 17 when Jon Marsh died" he is not Jon Marsh, for whom a resolver may take him.
    """
    person = subject_of(sentence, verb)
    if person is None:
        return None
    if verb.dep == "advcl" and _is_when(sentence, verb):
        place = owner.get(sentence.head(verb).index)
        return None if place is None else (place, person.index)
    clauses = sentence.children(verb.index, "advcl") + sentence.children(number.index, "relcl")
    for clause in clauses:
        other = sentence.subject(clause.index)
        unsure = person.tag == "PRP" and other is not None and other.pos == "PROPN"
        if _is_when(sentence, clause) and clause.index in owner and not unsure:
            return owner[clause.index], person.index
    return None


def _is_when(sentence: Sentence, clause: Token) -> bool:
    return any(c.text.lower() == "when" for c in sentence.children(clause.index, "advmod"))


def _noun_above(sentence: Sentence, head: Token) -> Token | None:
    """The noun that the words are set beside: "Ida Vell, aged 17," and "the 17-year-old king"."""
    if head.dep not in ("amod", "appos", "acl", "nummod", "npadvmod", "compound"):
        return None
    noun = sentence.head(head)
    return noun if noun.pos in ("NOUN", "PROPN", "PRON") else None


def _said_of(sentence: Sentence, noun: Token, matches: Sequence[Match]) -> int | None:
    """The match in which somebody takes part, nearest above first."""
    taking = [
        place
        for place, match in enumerate(matches)
        if match.pattern.kind != "predicate"
        and any(
            noun.index in heads and "person" in role.kinds
            for role in match.event.roles
            for heads in (match.roles.get(role.name, ()),)
        )
    ]
    above = [token.index for token in sentence.ancestors(noun.index)]
    near = [place for index in above for place in taking if index in matches[place].hosts]
    return next(iter([*near, *taking]), None)


def _climbed(sentence: Sentence, head: Token, owner: Mapping[int, int]) -> int | None:
    """The match of the first verb or event noun above."""
    for token in sentence.ancestors(head.index):
        if token.index in owner:
            return owner[token.index]
        if token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass"):
            return None
        if token.pos in ("NOUN", "PROPN") and token.dep in SUBJECTS:
            return None
    return None


def _of_subject(
    sentence: Sentence, told: ToldAge, place: int, matches: Sequence[Match]
) -> tuple[int, int] | None:
    """The one of whom a verb or an event noun tells; none where it may be said of the object."""
    match = matches[place]
    word = sentence.tokens[match.hosts[0]]
    if match.pattern.kind == "noun":
        heads = match.roles.get(match.event.key.name, ())
        return (place, heads[0]) if len(heads) == 1 else None
    verb = word if word.pos in ("VERB", "AUX") else sentence.head(word)
    people = {
        index
        for role in match.event.roles
        if "person" in role.kinds
        for index in match.roles.get(role.name, ())
    }
    objects = {token.index for token in sentence.children(verb.index, "dobj")} & people
    if any(index < told.first for index in objects) and not is_passive(sentence, verb):
        return None
    subject = subject_of(sentence, verb)
    return None if subject is None else (place, subject.index)


def _is_person(sentence: Sentence, index: int, matches: Sequence[Match]) -> bool:
    """A single person: one who fills a role that persons fill, or a name or pronoun of one."""
    token = sentence.tokens[index]
    if token.dep == "conj" or sentence.child(index, "conj") is not None or token.tag == "NNS":
        return False
    taking = any(
        index in match.roles.get(role.name, ())
        for match in matches
        for role in match.event.roles
        if "person" in role.kinds
    )
    pronoun = token.tag in ("PRP", "PRP$")
    several = token.text.lower() in _NOT_ONE_PERSON
    return (taking or pronoun or token.label == "PERSON") and not several
