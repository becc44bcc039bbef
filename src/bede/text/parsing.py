"""From prose blocks to sentences, with spaCy: the only module that knows the parser.

The model is pinned and its files are checked against recorded hashes, because the same answer
every time is a promise.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from bede.catalog.files import read_toml
from bede.errors import UsageError
from bede.text.sentence import Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span as SpacySpan


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
    if not texts:
        return []
    return [
        tuple(_sentence(span) for span in parsed.sents if span.text.strip())
        for parsed in _pipeline().pipe(texts)
    ]


def _sentence(span: SpacySpan) -> ParsedSentence:
    words = [token for token in span if not token.is_space]
    place = {token.i: index for index, token in enumerate(words)}

    def governor(index: int) -> int:
        token = words[index]
        head = token.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        return place.get(head.i, index)

    heads = [governor(index) for index in range(len(words))]
    tokens = tuple(
        Token(
            index=index,
            text=token.text,
            lemma=token.lemma_.lower(),
            tag=token.tag_,
            pos=token.pos_,
            dep=token.dep_,
            head=heads[index],
            start=token.idx,
            end=token.idx + len(token.text),
            label=token.ent_type_,
            children=tuple(i for i, head in enumerate(heads) if head == index and i != index),
        )
        for index, token in enumerate(words)
    )
    return ParsedSentence(words[0].idx, words[-1].idx + len(words[-1].text), tokens)
