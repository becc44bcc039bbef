"""Reading ``data.noun``, the nouns of WordNet, as its manual page wndb(5WN) describes the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_COPYRIGHT = "  "  # lines of the notice begin so
_WIDER = ("@", "@i")
PERSONS = "18"
"""The topic of persons, in `Synset.topic`."""


@dataclass(frozen=True, slots=True)
class Synset:
    """One sense of one or more nouns.

    Attributes:
        offset: its place in the file, eight digits; its name within one edition of WordNet.
        topic: the number of the lexicographers' file, "18" for persons, "04" for acts.
        lemmas: the nouns, with spaces.
        wider: offsets of the senses that it is a kind or an instance of.
        instance: it is one person, place or event, not a kind of thing.
        gloss: the definition, with its examples in quotation marks.
    """

    offset: str
    topic: str
    lemmas: tuple[str, ...]
    wider: tuple[str, ...]
    instance: bool
    gloss: str

    @property
    def definition(self) -> str:
        """The gloss without its examples."""
        return self.gloss.split('; "')[0].strip()


class Database:
    """The nouns of one edition.

    Args:
        synsets: by offset.
    """

    def __init__(self, synsets: Mapping[str, Synset]) -> None:
        self.synsets = synsets
        self._wider = lru_cache(maxsize=None)(self._all_wider)

    def is_a(self, synset: Synset, sense: str) -> bool:
        """Whether a synset is a kind or an instance of a sense, named by its offset."""
        return sense == synset.offset or sense in self._wider(synset.offset)

    def words_but_persons(self) -> frozenset[str]:
        """Return all single words, in small letters, that name anything but one person.

        They are common nouns ("pope"), places ("Lincoln"), peoples and languages ("French").
        """
        return frozenset(
            lemma.lower()
            for synset in self.synsets.values()
            if not (synset.instance and synset.topic == PERSONS)
            for lemma in synset.lemmas
            if " " not in lemma
        )

    def sense(self, lemma: str, topic: str) -> str:
        """Return the offset of the sense that begins with a lemma, in a lexicographers' file.

        Raises:
            LookupError: if there is none, or more than one.
        """
        found = [
            s.offset for s in self.synsets.values() if s.lemmas[0] == lemma and s.topic == topic
        ]
        if len(found) != 1:
            raise LookupError(f"{len(found)} senses of {lemma!r} in file {topic}")
        return found[0]

    def _all_wider(self, offset: str) -> frozenset[str]:
        found: set[str] = set()
        waiting = [offset]
        while waiting:
            for wider in self.synsets[waiting.pop()].wider:
                if wider not in found:
                    found.add(wider)
                    waiting.append(wider)
        return frozenset(found)


def read(path: Path) -> Database:
    """Read ``data.noun``.

    Args:
        path: the file, as WordNet publishes it.

    Raises:
        ValueError: if a line is not of the form that wndb(5WN) describes.
    """
    with path.open(encoding="latin-1") as file:
        lines = [line for line in file if not line.startswith(_COPYRIGHT)]
    synsets = map(_synset, lines)
    return Database({synset.offset: synset for synset in synsets})


def _synset(line: str) -> Synset:
    head, bar, gloss = line.rstrip().partition(" | ")
    fields = head.split()
    if not bar or len(fields) < 6:
        raise ValueError(f"no line of data.noun: {line[:60]!r}")
    words = int(fields[3], 16)
    lemmas = tuple(word.replace("_", " ") for word in fields[4 : 4 + 2 * words : 2])
    after = fields[5 + 2 * words :]
    pointers = [(after[at], after[at + 1]) for at in range(0, len(after) - 3, 4)]
    return Synset(
        offset=fields[0],
        topic=fields[1],
        lemmas=lemmas,
        wider=tuple(offset for symbol, offset in pointers if symbol in _WIDER),
        instance=any(symbol == "@i" for symbol, _ in pointers),
        gloss=gloss.strip(),
    )
