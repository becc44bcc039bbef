"""What a bracket behind a name says of a life: "(born 5 May 1812, Velin; died 1839)".

Read word by word, for parsers make little of such notes. A bracket that holds a word which this
grammar does not know says nothing: "(born 1812, or so his brother wrote)".

    bracket  = part { ";" part }            at least one part is a life, the others have no date
    life     = end [ ( dash | "," | "and" ) end ] [ dash ]
    end      = [ sign ] [ name "," ] [ place [ "," ] ] [ "on" ] date [ place ]
    sign     = "born" | "b." | "*" | "died" | "d." | "†"
    place    = ( "in" | "at" | "," ) name { "," name }
    date     = a temporal expression | "?"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bede.catalog import lexicon
from bede.text import Sentence, Timex, TimexType, Token

_PIECE = re.compile(r"\w+\.?|[^\w\s]")
_MOST_WORDS = 80  # a longer bracket is an aside in prose


@dataclass(frozen=True, slots=True)
class End:
    """The begin or the end of a life, as a bracket tells it.

    Attributes:
        is_birth: the begin; else the end.
        start: first character of the word, sign or date that tells it (in the document).
        end: one past the last.
        time: its date; None for a question mark.
        place: first word and the word behind the last of the place, if told.
        signed: a word or sign says which end it is ("born", "†").
    """

    is_birth: bool
    start: int
    end: int
    time: Timex | None
    place: tuple[int, int] | None
    signed: bool


@dataclass(frozen=True, slots=True)
class Note:
    """A bracket that may tell a life.

    Attributes:
        first: index of the opening bracket.
        last: index of the closing bracket.
        ends: the ends of the life that it tells, in their order: one or two.
        is_open: a dash without an end follows the begin: "(1812–)".
    """

    first: int
    last: int
    ends: tuple[End, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Item:
    """A date or a word of a bracket; of a token that a date shares with a sign, its part."""

    text: str
    start: int
    end: int
    token: int
    time: Timex | None = None


def find_notes(sentence: Sentence) -> Iterator[Note]:
    """The brackets of a sentence that may tell a life, in order.

    Args:
        sentence: the sentence.
    """
    for first, last in _brackets(sentence):
        read = _read_parts(_parts(list(_items(sentence, first, last))))
        if read is not None and read[0]:
            yield Note(first, last, *read)


_CLOSING = {"]": "[", ")": "("}


def behind_name(sentence: Sentence, bracket: int) -> int:
    """Index of the first word behind the name to which a bracket belongs.

    Other brackets without a date may stand between: notes, and the name in another script.

    Args:
        sentence: the sentence.
        bracket: index of the opening bracket.
    """
    tokens, end = sentence.tokens, bracket
    while end > 0 and (opening := _CLOSING.get(tokens[end - 1].text)) is not None:
        opened = next((i for i in range(end - 1, -1, -1) if tokens[i].text == opening), 0)
        if opening == "(" and any(sentence.dates(token) for token in tokens[opened:end]):
            break
        end = opened
    return end


def bracketed_parts(sentence: Sentence) -> Iterator[tuple[int, list[list[Item]]]]:
    """Index of each opening bracket, and the parts of what stands in it.

    Args:
        sentence: the sentence.
    """
    for first, last in _brackets(sentence):
        yield first, _parts(list(_items(sentence, first, last)))


def _brackets(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Opening and closing index of each short round bracket that stands in no other."""
    opened: list[int] = []
    for token in sentence.tokens:
        if token.text == "(":
            opened.append(token.index)
        elif token.text == ")" and opened:
            first = opened.pop()
            if not opened and token.index - first <= _MOST_WORDS:
                yield first, token.index


def _items(sentence: Sentence, first: int, last: int) -> Iterator[Item]:
    inside = sentence.tokens[first + 1 : last]
    start, end = sentence.tokens[first].end, sentence.tokens[last].start
    times = [t for t in sentence.timexes if start <= t.full_start and t.end <= end]
    times = [t for t in times if t.type is TimexType.DATE and t.span is not None]
    told: set[int] = set()
    for token in inside:
        at = token.start
        for timex in times:
            if timex.end <= at or timex.full_start >= token.end:
                continue
            yield from _words(token, at, timex.full_start)
            if timex.start not in told:
                told.add(timex.start)
                yield from _dates(timex, token.index)
            at = timex.end
        yield from _words(token, at, token.end)


def _words(token: Token, start: int, end: int) -> Iterator[Item]:
    """The words and signs of a token between two places, which no date covers."""
    if start == token.start and end == token.end:
        yield Item(token.text, start, end, token.index)
    elif start < end and token.end - token.start == len(token.text):
        for piece in _PIECE.finditer(token.text, start - token.start, end - token.start):
            begin, behind = token.start + piece.start(), token.start + piece.end()
            yield Item(piece.group(), begin, behind, token.index)


def _dates(timex: Timex, token: int) -> Iterator[Item]:
    """A date; the two ends of a range that a dash joins, with the dash between them."""
    dash = _joint(timex)
    if timex.ends is None or dash is None:
        yield Item(timex.text, timex.start, timex.end, token, timex)
        return
    begin, end = timex.ends
    yield Item(begin.text, begin.start, begin.end, token, begin)
    yield Item(dash, begin.end, end.full_start, token)
    yield Item(end.text, end.start, end.end, token, end)


def _joint(timex: Timex) -> str | None:
    """The dash of a range; None for other words between its ends: "1812 to 1839", "1812/13"."""
    dashes = (dash for dash in sorted(lexicon("lives", "signs.dash"), reverse=True))
    return next((dash for dash in dashes if dash in timex.text), None)


def _parts(items: Sequence[Item]) -> list[list[Item]]:
    """The parts between semicolons, and what a comma sets aside: ", aged 26", ", r. 1830-39"."""
    found: list[list[Item]] = [[]]
    for place, item in enumerate(items):
        behind = items[place + 1].text.lower() if place + 1 < len(items) else ""
        if item.text == ";" or (item.text == "," and behind in lexicon("lives", "aside.words")):
            found.append([])
        else:
            found[-1].append(item)
    return [part for part in found if part]


def _read_parts(parts: Sequence[Sequence[Item]]) -> tuple[tuple[End, ...], bool] | None:
    """The ends that the parts tell together; None if one of them is not understood."""
    ends: list[End] = []
    is_open = False
    for part in parts:
        if part[0].time is None and part[0].text.lower() in lexicon("lives", "aside.words"):
            continue
        unknown = any(item.text in lexicon("lives", "signs.unknown") for item in part)
        if not unknown and all(item.time is None for item in part):
            continue
        reader = _Reader(part)
        told = reader.read()
        if told is None:
            return None
        ends += told
        is_open = is_open or reader.is_open
    kinds = [end.is_birth for end in ends]
    return (tuple(ends), is_open) if kinds in ([True], [False], [True, False]) else None


class _Reader:
    """Reads one part of a bracket."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self._at = 0
        self.is_open = False

    def read(self) -> list[End] | None:
        """The ends that the part tells; None if it is not understood."""
        first = self._end(None)
        if first is None:
            return None
        joint = self._word()
        dashed = joint in lexicon("lives", "signs.dash")
        if joint == "":
            return [first] if first.signed else None
        if not dashed and joint not in (",", "and"):
            return None
        self._at += 1
        if dashed and self._word() == "":
            self.is_open = True
            return [first] if first.is_birth else None
        second = self._end(False if dashed and first.is_birth else None)
        if second is None or self._word() != "":
            return None
        return [first, second] if dashed or (first.signed and second.signed) else None

    def _word(self) -> str:
        """The next word in lower case; "" behind the last, and nothing that a date could equal."""
        if self._at >= len(self._items):
            return ""
        item = self._items[self._at]
        return item.text.lower() if item.time is None else "0"

    def _end(self, is_birth: bool | None) -> End | None:
        """One end; which it is says its sign, else `is_birth`, else it is the begin."""
        sign = self._items[self._at] if self._at < len(self._items) else None
        word, said = self._word(), is_birth
        for table, meaning in (("signs.born", True), ("signs.died", False)):
            if word in lexicon("lives", table):
                said = meaning
        signed = word in lexicon("lives", "signs.born") | lexicon("lives", "signs.died")
        if sign is None or (is_birth is not None and said is not is_birth):
            return None
        place = None
        if signed:
            self._at += 1
            self._skip_name()
            place = self._place(lexicon("lives", "signs.at"))
            if place is not None and self._word() == ",":
                self._at += 1
            if self._word() in lexicon("lives", "signs.beside"):
                self._at += 1
        if self._at >= len(self._items):
            return None
        date = self._items[self._at]
        if date.time is None and date.text.lower() not in lexicon("lives", "signs.unknown"):
            return None
        self._at += 1
        place = self._place(lexicon("lives", "signs.at") | {","}) or place
        told = sign if signed else date
        return End(said is not False, told.start, told.end, date.time, place, signed)

    def _skip_name(self) -> None:
        """A name at birth, closed by a comma: "born Thomas Reade, 5 May 1812"."""
        behind = self._name_end(self._at)
        if behind > self._at and behind < len(self._items) and self._items[behind].text == ",":
            self._at = behind + 1

    def _name_end(self, at: int) -> int:
        """The place behind the words of a name that begins here."""
        begin = at
        while at < len(self._items) and self._items[at].time is None:
            text = self._items[at].text
            inside = at > begin and text.lower() in (*lexicon("lives", "signs.inside_name"), "-")
            if not inside and not (text[:1].isupper() and text[:1].isalpha()):
                break
            at += 1
        while at > begin and not self._items[at - 1].text[:1].isupper():
            at -= 1
        return at

    def _place(self, openers: frozenset[str]) -> tuple[int, int] | None:
        """The first name behind "in", "at" or a comma; the names that follow say where it is."""
        if self._word() not in openers:
            return None
        begin, behind = self._at + 1, self._name_end(self._at + 1)
        if behind == begin:
            return None
        self._at = behind
        while self._word() == "," and self._name_end(self._at + 1) > self._at + 1:
            self._at = self._name_end(self._at + 1)
        return self._items[begin].token, self._items[behind - 1].token + 1
