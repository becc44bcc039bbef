"""From prose blocks to sentences, with spaCy: the only module that knows the parser.

The model is pinned and its files are checked against recorded hashes, because the same answer
every time is a promise.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from bede.catalog.files import read_toml
from bede.errors import UsageError
from bede.text.mending import mended
from bede.text.sentence import Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as SpacyDoc


LONGEST_PIECE = 50_000
"""The longest stretch, in characters, that is given to the parser at once: it bounds memory."""


PIECES_AT_ONCE = 32
"""How many pieces the parser works on together: more of them fall out of the processor's cache."""


_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_NO_WORD = re.compile(r"\S{400,}")
"""No word of a language is so long; the parser's tokeniser needs quadratic time for such runs."""


@dataclass(frozen=True, slots=True)
class Parser:
    """Name and version of the pipeline, as every report states them."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """One sentence of a block: its place and words, offsets into the block's prose."""

    start: int
    end: int
    tokens: tuple[Token, ...]


def _digest(folder: Path) -> str:
    """One hash over all files of a model: sha256 of the sorted (path, sha256) pairs."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            name = path.relative_to(folder).as_posix()
            total.update(f"{name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def parser() -> Parser:
    """The pipeline that this version of Bede is built for."""
    settings = read_toml("en/parser.toml")
    return Parser(name=str(settings["package"]), version=str(settings["version"]))


@cache
def _pipeline() -> Language:
    settings = read_toml("en/parser.toml")
    package, wanted = str(settings["package"]), str(settings["version"])
    remedy = f"install {settings['distribution']}=={wanted}"
    try:
        module = import_module(package)
    except ImportError as error:
        raise UsageError(f"the language model {package} is not installed", remedy=remedy) from error
    folder = Path(str(module.__file__)).parent / f"{package}-{wanted}"
    if not folder.is_dir() or _digest(folder) != settings["sha256"]:
        raise UsageError(
            f"the language model {package} is not the tested version {wanted}, or is damaged",
            remedy=remedy,
        )
    from spacy.util import load_model

    return load_model(folder, exclude=["senter"])


def parse_blocks(texts: Sequence[str]) -> list[tuple[ParsedSentence, ...]]:
    """Parse each text on its own.

    Args:
        texts: the prose of the blocks.

    Returns:
        For each text its sentences, in order; what a text gives does not depend on the others.

    Raises:
        UsageError: the language model is missing or is not the tested one.
    """
    prose = [_cleared(text) for text in texts]
    pieces = [(number, at, piece) for number, text in enumerate(prose) for at, piece in _cut(text)]
    found: list[list[ParsedSentence]] = [[] for _ in texts]
    if pieces:
        pipeline = _pipeline()
        words = _Words(pipeline)
        parsed = pipeline.pipe((piece for _, _, piece in pieces), batch_size=PIECES_AT_ONCE)
        for (number, at, _), document in zip(pieces, parsed, strict=True):
            found[number] += _sentences(document, at, words)
    return [tuple(sentences) for sentences in found]


def _cleared(text: str) -> str:
    """A text of the same length without what would mislead the parser: left-over HTML, no words."""
    if "<" in text:
        text = _TAG.sub(_blank, text)
    if "&" in text:
        text = _ENTITY.sub(_meant, text)
    return _NO_WORD.sub(_blank, text)


def _blank(run: re.Match[str]) -> str:
    return " " * len(run.group())


def _meant(entity: re.Match[str]) -> str:
    """The character that an entity stands for, and blanks in the places left over."""
    meant = unescape(entity.group())
    meant = "" if len(meant) > 1 or meant.isspace() else meant
    return meant.ljust(len(entity.group()))


def warm_up() -> None:
    """Load the language model now, and not with the first text.

    Raises:
        UsageError: it is missing or is not the tested one.
    """
    _pipeline()


def _cut(text: str) -> Iterator[tuple[int, str]]:
    """Pieces of a text that the parser can hold, each with its offset, cut between sentences."""
    start = 0
    while len(text) - start > LONGEST_PIECE:
        limit = start + LONGEST_PIECE
        cut = max(text.rfind(end, start, limit) + len(end) for end in (". ", "! ", "? "))
        if cut <= start + 2:
            cut = max(text.rfind(" ", start, limit) + 1, start + 1)
        if cut <= start + 1:
            cut = limit
        yield start, text[start:cut]
        start = cut
    yield start, text[start:]


class _Words(dict[int, str]):
    """The words behind the numbers by which the parser knows them, each looked up once."""

    def __init__(self, pipeline: Language) -> None:
        self._strings = pipeline.vocab.strings
        self.lower = _Lower(self)

    def __missing__(self, number: int) -> str:
        word = self[number] = str(self._strings[number])
        return word


class _Lower(dict[int, str]):
    """The same in lower case."""

    def __init__(self, words: _Words) -> None:
        self._words = words

    def __missing__(self, number: int) -> str:
        word = self[number] = self._words[number].lower()
        return word


_NAMED = ("ORTH", "LEMMA", "TAG", "POS", "DEP", "ENT_TYPE", "IS_SPACE")
_COUNTED = ("HEAD", "IDX", "LENGTH")


def _sentences(document: SpacyDoc, offset: int, words: _Words) -> Iterator[ParsedSentence]:
    """The sentences of a piece that is so far into its block.

    The columns are taken from the parser in one go: asking each of its words would take longer
    than finding the dates.
    """
    named = document.to_array(list(_NAMED)).tolist()
    counted = document.to_array(list(_COUNTED)).astype("int64").tolist()
    heads = [index + row[0] for index, row in enumerate(counted)]
    blank = [bool(row[-1]) for row in named]
    for span in document.sents:
        kept = [index for index in range(span.start, span.end) if not blank[index]]
        if kept:
            tokens = tuple(_tokens(kept, heads, named, counted, blank, offset, words))
            yield ParsedSentence(tokens[0].start, tokens[-1].end, mended(tokens))


def _tokens(
    kept: list[int],
    heads: list[int],
    named: list[list[int]],
    counted: list[list[int]],
    blank: list[bool],
    offset: int,
    words: _Words,
) -> Iterator[Token]:
    """The words of a sentence, of which `kept` are no white space."""
    place = {at: index for index, at in enumerate(kept)}
    governors = []
    children: list[list[int]] = [[] for _ in kept]
    for index, at in enumerate(kept):
        head = heads[at]
        while blank[head] and heads[head] != head:
            head = heads[head]
        governor = place.get(head, index)
        governors.append(governor)
        if governor != index:
            children[governor].append(index)
    behind = -1
    for index, at in enumerate(kept):
        text, lemma, tag, pos, dep, label, _ = named[at]
        _, start, length = counted[at]
        apart, behind = start != behind, start + length
        yield Token(
            index,
            words[text],
            words.lower[lemma],
            words[tag],
            words[pos],
            # what hung on a blank that is left out has no governor any more
            words[dep] if governors[index] != index else "ROOT",
            governors[index],
            offset + start,
            offset + start + length,
            words[label],
            tuple(children[index]),
            apart,
        )
