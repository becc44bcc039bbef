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
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from bede.catalog.files import read_toml
from bede.errors import UsageError
from bede.text.mending import mended
from bede.text.sentence import Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span as SpacySpan


LONGEST_PIECE = 50_000
"""The longest stretch, in characters, that is given to the parser at once: it bounds memory."""


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
        For each text its sentences, in order.

    Raises:
        UsageError: the language model is missing or is not the tested one.
    """
    prose = [_NO_WORD.sub(lambda run: " " * len(run.group()), text) for text in texts]
    pieces = [(number, at, piece) for number, text in enumerate(prose) for at, piece in _cut(text)]
    found: list[list[ParsedSentence]] = [[] for _ in texts]
    if pieces:
        parsed = _pipeline().pipe(piece for _, _, piece in pieces)
        for (number, at, _), document in zip(pieces, parsed, strict=True):
            found[number] += (_sentence(s, at) for s in document.sents if s.text.strip())
    return [tuple(sentences) for sentences in found]


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


def _sentence(span: SpacySpan, offset: int) -> ParsedSentence:
    words = [token for token in span if not token.is_space]
    place = {token.i: index for index, token in enumerate(words)}

    def governor(index: int) -> int:
        token = words[index]
        head = token.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        return place.get(head.i, index)

    heads = [governor(index) for index in range(len(words))]
    children: list[list[int]] = [[] for _ in words]
    for index, head in enumerate(heads):
        if head != index:
            children[head].append(index)
    tokens = tuple(
        Token(
            index=index,
            text=token.text,
            lemma=token.lemma_.lower(),
            tag=token.tag_,
            pos=token.pos_,
            # what hung on a blank that is left out has no governor any more
            dep=token.dep_ if heads[index] != index else "ROOT",
            head=heads[index],
            start=offset + token.idx,
            end=offset + token.idx + len(token.text),
            label=token.ent_type_,
            children=tuple(children[index]),
        )
        for index, token in enumerate(words)
    )
    return ParsedSentence(tokens[0].start, tokens[-1].end, mended(tokens))
