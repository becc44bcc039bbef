"""Lives in brackets behind a name: "Ana Orlo (5 May 1812 – 3 March 1839) was a painter".

Years behind a name may as well be those of a reign, a term, a war or a work. They are read as a
life only where the bracket says so ("born", "†"), where the name is surely that of a person and the
dates are too exact or too far apart for anything else, or where the sentence goes on to say what
the person was.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from bede.catalog import lexicon
from bede.chronology import Span
from bede.claims.brackets import End, Note, behind_name, find_notes
from bede.documents import BlockKind
from bede.text import Sentence, Timex, Token

_YEAR = 365.2425  # days
_SHORTEST = 15
"""Years. A convention: shorter ranges behind a name are mostly terms, wars and works."""
_SHORTEST_BARE = 25
"""Years. A convention: so long few offices are held by one who is no monarch; asked for where only
two years are told and nothing says what the person was."""
_SHORTEST_LISTED = 40
"""Years. A convention: the same in a list, which may be one of holders of an office."""
_LONGEST_BARE = 110
"""Years. A convention: a longer range of bare years behind a name is rather that of a thing."""
_DAYS_OF_MONTH = 31

_NUMBER_OF_RULER = re.compile(r"[IVX]+")
_SMALL = frozenset({"of", "the", "-", "’s", "'s", ".", "&"})
_SUFFIXES = frozenset({"jr.", "jr", "sr.", "sr"})


@dataclass(frozen=True, slots=True)
class Life:
    """The begin or the end of the life of somebody, told in a bracket.

    Attributes:
        note: the bracket.
        end: which end, when and where.
        person: index of the head word of the name.
    """

    note: Note
    end: End
    person: int

    @property
    def bracket(self) -> int:
        """Index of the opening bracket."""
        return self.note.first

    @property
    def start(self) -> int:
        """First character of the word, sign or date that tells it (in the document)."""
        return self.end.start

    @property
    def stop(self) -> int:
        """One past its last."""
        return self.end.end

    @property
    def time(self) -> Timex | None:
        """When it was."""
        return self.end.time


def find_lives(sentence: Sentence, people: Collection[int]) -> Iterator[Life]:
    """The births and deaths that a sentence tells in brackets, in order.

    Args:
        sentence: the sentence.
        people: indices of words in names of persons, as the whole document has them.
    """
    if not sentence.is_readable:
        return
    notes = list(find_notes(sentence))
    for note in notes:
        name = name_before(sentence, note.first)
        if name is None or not _is_life(_Named(sentence, note, name, people), notes):
            continue
        person = head_of_name(sentence, name)
        yield from (Life(note, end, person) for end in note.ends if end.time is not None)


def name_before(sentence: Sentence, bracket: int) -> range | None:
    """The words of the name to which a bracket belongs."""
    tokens = sentence.tokens
    first = end = behind_name(sentence, bracket)
    inside = lexicon("lives", "signs.inside_name") | _SMALL
    while first > 0:
        token = tokens[first - 1]
        suffix = token.text.lower() in _SUFFIXES
        comma = token.text == "," and first < end and tokens[first].text.lower() in _SUFFIXES
        small = first < end and token.text.lower() in inside
        if not (token.pos == "PROPN" and token.text[:1].isupper()) and not (
            suffix or comma or small
        ):
            break
        first -= 1
    while first < end and not tokens[first].text[:1].isupper():
        first += 1
    if first < end and sentence.dates(tokens[first]):
        return None
    return range(first, end) if first < end else None


def head_of_name(sentence: Sentence, name: range) -> int:
    """The head word of a name; a title set behind a name leads to the name."""
    token = sentence.tokens[name[-1]]
    while token.head in name and token.head != token.index:
        token = sentence.head(token)
    above = sentence.head(token)
    titles = lexicon("lives", "rulers.titles") | lexicon("lives", "rulers.nobles")
    titled = sentence.tokens[name[0]].text.lower() in titles
    if token.dep == "appos" and titled and above.pos == "PROPN" and above.index < name[0]:
        return above.index
    return token.index


@dataclass(frozen=True, slots=True)
class _Named:
    """A bracket with the name before it."""

    sentence: Sentence
    note: Note
    name: range
    people: Collection[int]

    @property
    def words(self) -> list[Token]:
        return [self.sentence.tokens[index] for index in self.name]


def _is_life(named: _Named, notes: list[Note]) -> bool:
    """Whether the bracket tells the life of a person, beyond reasonable doubt."""
    words = {token.text.lower() for token in named.words}
    times = [end.time for end in named.note.ends if end.time is not None]
    if not times or words & lexicon("lives", "names.never") or _is_title(named):
        return False
    years = _years(named.note)
    if years is not None and years < 0:
        return False
    if any(end.signed for end in named.note.ends):
        return True
    said = _said(named)
    calling = bool(said & lexicon("lives", "names.callings"))
    exact = len(times) > 1 and all(_is_day(timex) for timex in times)
    if _is_ruler(named):
        # King Jon III (1812–1839) "was a painter" lived then, or "was king" then.
        return calling and (exact or years is None or years >= _SHORTEST)
    if calling:
        return years is None or years >= _SHORTEST
    if named.note.is_open or not _is_person(named):
        return False
    if exact:
        return years is not None and years >= _SHORTEST
    return not said and _is_bare_life(named, years, notes)


def _is_bare_life(named: _Named, years: float | None, notes: list[Note]) -> bool:
    """Two years behind a full name, or a year and a question mark, that can be no term."""
    proper = [token for token in named.words if token.pos == "PROPN" and len(token.text) > 1]
    article = named.name[0] > 0 and named.sentence.tokens[named.name[0] - 1].pos == "DET"
    if len(proper) < 2 or article or _tells_of_rule(named) or _follows_on(named.note, notes):
        return False
    if years is None:
        return True
    listed = named.sentence.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE)
    least = _SHORTEST_LISTED if listed else _SHORTEST_BARE
    return least <= years <= _LONGEST_BARE


def _years(note: Note) -> float | None:
    """The years from the begin to the end of a life, as far as they are known."""
    spans = [end.time.span for end in note.ends if end.time is not None]
    if len(spans) < 2 or spans[0] is None or spans[1] is None:
        return None
    begin, end = _middle(spans[0]), _middle(spans[1])
    return None if begin is None or end is None else (end - begin) / _YEAR


def _middle(span: Span) -> float | None:
    """The middle of a span, or its one known side (a day number)."""
    sides = [day for day in (span.earliest_begin, span.latest_end) if day is not None]
    return sum(sides) / len(sides) if sides else None


def _is_day(timex: Timex) -> bool:
    """Whether a date names a day or a month, also with "before" in front of it."""
    span = timex.bare or timex.span
    if span is None or span.earliest_begin is None or span.latest_end is None:
        return False
    return span.latest_end - span.earliest_begin < _DAYS_OF_MONTH


def _is_title(named: _Named) -> bool:
    """Whether the name is set as the title of a work."""
    sentence, last = named.sentence, named.words[-1]
    return sentence.within(sentence.emphasised, last) or (
        sentence.within(sentence.quoted, last)
        and not sentence.within(sentence.quoted, sentence.tokens[named.note.first])
    )


def _is_person(named: _Named) -> bool:
    """Whether the parser takes the name for a person, here or mostly in the document."""
    labels = {token.label for token in named.words if token.pos == "PROPN"}
    known = named.name[-1] in named.people
    return known or ("PERSON" in labels and labels <= {"PERSON", ""})


def _is_ruler(named: _Named) -> bool:
    """Whether a title, a number or a byname makes the name one that is told with its reign."""
    titles = lexicon("lives", "rulers.titles")
    words = named.words
    before = named.sentence.tokens[named.name[0] - 1] if named.name[0] else None
    if before is not None and before.lemma in titles:
        return True
    bynames = lexicon("lives", "rulers.bynames")
    return any(
        (place == 0 and token.text.lower() in titles)
        or (place > 0 and _NUMBER_OF_RULER.fullmatch(token.text) is not None)
        or (place > 1 and token.text.lower() in bynames and words[place - 1].lemma == "the")
        for place, token in enumerate(words)
    )


def _said(named: _Named) -> set[str]:
    """What the sentence goes on to say of the name: "(1812–1839) was a painter" or ", a painter,".

    Lemmas of nouns; the other words say nothing of the years.
    """
    sentence = named.sentence
    behind = sentence.tokens[named.note.last + 1 :][:1]
    head = sentence.tokens[head_of_name(sentence, named.name)]
    verb = sentence.head(head)
    nouns: list[Token] = []
    if head.dep == "nsubj" and verb.lemma == "be" and verb.index > named.note.last:
        said = sentence.children(verb.index, "attr")
        nouns = [noun for one in said for noun in sentence.conjuncts(one.index)]
    elif behind and behind[0].text == ",":
        nouns = sentence.children(head.index, "appos")
    return {n.lemma for n in nouns if n.index > named.note.last and n.pos in ("NOUN", "PROPN")}


def _tells_of_rule(named: _Named) -> bool:
    """Whether the sentence tells of a rule: "under Jon Marsh (...)", "the reign of", "followed by".

    So it does too where the name says who held an office: "its first president was Jon Marsh".
    """
    sentence = named.sentence
    head = sentence.tokens[head_of_name(sentence, named.name)]
    while head.dep in ("conj", "appos"):
        head = sentence.head(head)
    above = sentence.head(head)
    times = lexicon("lives", "rulers.times") | lexicon("lives", "rulers.titles")
    if head.dep == "pobj":
        return above.text.lower() in ("under", "during", "since", "until", "between") or (
            sentence.head(above).lemma in times | lexicon("lives", "rulers.verbs")
        )
    if head.dep == "attr":
        subject = sentence.subject(above.index)
        return subject is not None and subject.lemma in times
    return above.lemma in lexicon("lives", "rulers.verbs") | times


def _follows_on(note: Note, notes: list[Note]) -> bool:
    """Whether another bracket of the sentence begins in the year in which this ends, or ends so.

    Holders of an office are listed like that: "Jon Marsh (1812–1839), Tom Reed (1839–1866)".
    """
    begin, end = _year(note.ends[0]), _year(note.ends[-1])
    others = [(_year(one.ends[0]), _year(one.ends[-1])) for one in notes if one is not note]
    return any((end and end == first) or (begin and begin == last) for first, last in others)


def _year(end: End) -> str | None:
    return end.time.value if end.time is not None else None
