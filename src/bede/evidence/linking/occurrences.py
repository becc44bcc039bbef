"""Where a text names something: runs of words in capitals, the longest known names first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from bede.catalog import lexicon
from bede.evidence.linking.values import Occurrence
from bede.evidence.reading import Reference
from bede.text import Sentence, Token

LONGEST = 10
"""Words; a longer run is no name."""

_INNER = frozenset(
    {"of", "the", "and", "de", "del", "della", "di", "da", "dos", "das", "du", "des"}
)
_INNER_NAMES = frozenset(
    {"la", "le", "von", "van", "der", "den", "ter", "zu", "al", "el", "bin", "ibn"}
)
_NAMING = frozenset({"PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT", "WORK_OF_ART", "LAW"})
_PARTS = (".", "-", "–", "'", "’", "'s", "’s")


def occurrences(sentences: Sequence[Sentence], reference: Reference) -> Iterator[Occurrence]:
    """The names of a text, in order; none overlaps another.

    Args:
        sentences: those of the document.
        reference: which names are known.
    """
    known: dict[str, bool] = {}

    def is_known(text: str) -> bool:
        if text not in known:
            known[text] = reference.knows(text)
        return known[text]

    found: list[Occurrence] = []
    for number, sentence in enumerate(sentences):
        if not sentence.is_readable:
            continue
        for first, last in _runs(sentence):
            found += _parted(sentence, number, first, last, is_known)
    found += _surnames(sentences, found)
    yield from sorted(found, key=lambda one: one.start)


def _surnames(sentences: Sequence[Sentence], found: Sequence[Occurrence]) -> Iterator[Occurrence]:
    """Words that end a fuller name of a person elsewhere, where the parser saw no name."""
    fuller = {
        one.text.split()[-1] for one in found if one.label == "PERSON" and one.last > one.first
    }
    covered = {(one.sentence, index) for one in found for index in range(one.first, one.last + 1)}
    for number, sentence in enumerate(sentences):
        for token in sentence.tokens if sentence.is_readable else ():
            plain = token.text in fuller and (number, token.index) not in covered
            if plain and not sentence.dates(token):
                yield _occurrence(sentence, number, token.index, token.index, known=False)


def _runs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Stretches of words in capitals, with the small words that names may have inside."""
    tokens, at = sentence.tokens, 0
    while at < len(tokens):
        if not _begins(sentence, tokens[at]):
            at += 1
            continue
        last = at
        while (following := _next(sentence, last)) is not None:
            last = following
        yield at, last
        at = last + 1


def _begins(sentence: Sentence, token: Token) -> bool:
    return token.text[:1].isupper() and not sentence.dates(token) and token.pos != "PUNCT"


def _next(sentence: Sentence, at: int) -> int | None:
    """The next word in capitals of the same name, over at most four small words or marks."""
    tokens = sentence.tokens
    for ahead in range(at + 1, min(at + 5, len(tokens))):
        word = tokens[ahead]
        if _begins(sentence, word):
            return ahead
        joins = word.text.lower() in _INNER | _INNER_NAMES or word.text in _PARTS
        if not joins or sentence.dates(word):
            return None
    return None


def _parted(
    sentence: Sentence, number: int, first: int, last: int, is_known: Callable[[str], bool]
) -> Iterator[Occurrence]:
    """The names in a run: the longest known ones from the left, and what lies between them."""
    at = unknown = first
    while at <= last:
        end = _longest_known(sentence, at, last, is_known)
        if end is None:
            at += 1
            continue
        yield from _unknown(sentence, number, unknown, at - 1)
        yield _occurrence(sentence, number, at, end, known=True)
        at = unknown = end + 1
    yield from _unknown(sentence, number, unknown, last)


def _longest_known(
    sentence: Sentence, first: int, last: int, is_known: Callable[[str], bool]
) -> int | None:
    tokens = sentence.tokens
    if not tokens[first].text[:1].isupper():
        return None
    for end in range(min(last, first + LONGEST - 1), first - 1, -1):
        if not tokens[end].text[:1].isupper() and tokens[end].text not in _PARTS[:1]:
            continue
        if end == first and not _names_alone(tokens[first], last):
            continue
        if end < last and _goes_on(tokens[first], tokens[end + 1]):
            continue
        if is_known(_words(sentence, first, end)):
            return end
    return None


def _goes_on(first: Token, behind: Token) -> bool:
    """Whether the name of a person goes on: "Jon Malcolm" is nobody in "Jon Malcolm Reed"."""
    surname = behind.pos == "PROPN" and behind.text[:1].isupper()
    return surname and first.label == behind.label == "PERSON"


def _names_alone(token: Token, last: int) -> bool:
    """Whether one word can be a name: no word of a sentence's head, no title before a name."""
    if token.pos != "PROPN" and token.label not in _NAMING:
        return False
    title = token.text.lower().rstrip(".") in lexicon("naming", "titles")
    return not (title and token.index < last)


def _unknown(sentence: Sentence, number: int, first: int, last: int) -> Iterator[Occurrence]:
    """What looks like a name that the reference does not have, without titles and small words."""
    piece: list[int] = []
    for index in [*range(first, last + 1), last + 1]:
        inside = index <= last
        word = sentence.tokens[index] if inside else None
        joins = word is not None and (
            _begins(sentence, word) or word.text.lower() in _INNER_NAMES or word.text in _PARTS
        )
        if joins:
            piece.append(index)
            continue
        yield from _piece(sentence, number, piece)
        piece = []


def _piece(sentence: Sentence, number: int, piece: list[int]) -> Iterator[Occurrence]:
    tokens = sentence.tokens
    skipped = lexicon("naming", "titles") | lexicon("naming", "articles")
    while piece and (
        not tokens[piece[0]].text[:1].isupper()
        or tokens[piece[0]].text.lower().rstrip(".") in skipped
    ):
        piece = piece[1:]
    while piece and not tokens[piece[-1]].text[:1].isupper():
        piece = piece[:-1]
    named = [i for i in piece if tokens[i].pos == "PROPN" or tokens[i].label in _NAMING]
    if all(tokens[i].label == "NORP" for i in named):
        return  # "Russian", "Bolshevik": of whom it is said, not who
    if named and (len(named) > 1 or tokens[named[0]].label in _NAMING or tokens[named[0]].index):
        yield _occurrence(sentence, number, named[0], piece[-1], known=False)


def _occurrence(
    sentence: Sentence, number: int, first: int, last: int, *, known: bool
) -> Occurrence:
    tokens = sentence.tokens
    labels = [t.label for t in tokens[first : last + 1] if t.label in _NAMING]
    label = max(sorted(set(labels)), key=labels.count, default="")
    start, end = tokens[first].start, tokens[last].end
    return Occurrence(number, first, last, start, end, _words(sentence, first, last), label, known)


def _words(sentence: Sentence, first: int, last: int) -> str:
    """The words of a stretch, joined where the text joins them."""
    tokens = sentence.tokens[first : last + 1]
    text = tokens[0].text
    for before, word in pairwise(tokens):
        text += word.text if before.end == word.start else f" {word.text}"
    return text
