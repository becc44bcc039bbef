"""Trusted texts: a folder of texts that Bede reads itself, marked by a file `trusted.toml`.

Nobody but the user can know which texts to trust, and reading makes mistakes: the facts are of
weak confidence, which support a statement and never accuse one, unless `trusted.toml` says
otherwise. Each rests on its passage, with file, line and the words themselves.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from bede.errors import InputError, ReferenceSourceError
from bede.evidence.importing import plain, simple_source, slug, unreadable
from bede.evidence.importing.reading import MAX_QUOTED, TextFacts
from bede.evidence.pack_schema import Text, explain
from bede.evidence.sources.contract import Record, Skipped
from bede.evidence.values import PackHead, Quality, Source, SourceKind

if TYPE_CHECKING:
    from bede.claims import Claim
    from bede.documents import Document

HEAD_FILE = "trusted.toml"
_MOST_BYTES = 65_536


class TrustedHead(BaseModel):
    """What `trusted.toml` says: whose texts they are, and how far to trust them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Text
    licence: Text = "not stated"
    version: Text | None = None
    editors: list[Text] = []
    scope: Text = "texts read by Bede"
    author: Text | None = None
    publisher: Text | None = None
    year: Text | None = None
    kind: SourceKind = "web"
    quality: Quality = "poor"
    confidence: Literal["high", "medium", "weak"] = "weak"


class Trusted:
    """A folder of texts that the user trusts."""

    name = "trusted"
    title = "Trusted texts, read by Bede"

    def fits(self, path: Path) -> bool:
        """Whether it is a folder with a file `trusted.toml`."""
        try:
            return (path / HEAD_FILE).is_file()
        except (OSError, ValueError):
            return False

    def head(self, path: Path) -> PackHead:
        """What `trusted.toml` says.

        Raises:
            ReferenceSourceError: it is missing or faulty.
        """
        told = _head(path)
        return PackHead(
            name=_data_set(path),
            version=told.version or _digest(path),
            title=told.title,
            licence=told.licence,
            editors=tuple(told.editors),
            scope=told.scope,
        )

    def read(self, path: Path) -> Iterator[Record]:
        """Read the texts of the folder; their facts come at the end.

        Raises:
            ReferenceSourceError: `trusted.toml` is missing or faulty, or there is no text.
            UsageError: the language model is missing or damaged.
        """
        from bede.documents import read

        told = _head(path)
        facts = TextFacts(_data_set(path), told.confidence)
        texts = _texts(path)
        for text in texts:
            try:
                document = read(text)
            except InputError as error:
                place = f"line {error.line}" if error.line else "the file"
                yield Skipped(text, place, error.cause)
                continue
            passage = _Passages(path, told, document)
            yield from facts.read(document, passage.source)
        yield from facts.records()


class _Passages:
    """Makes the sources of the claims of one text."""

    def __init__(self, folder: Path, told: TrustedHead, document: Document) -> None:
        self._told = told
        self._document = document
        self._title = plain(Path(document.path).relative_to(folder).as_posix())
        self._family = slug(f"{_data_set(folder)} {self._title}")

    def source(self, claim: Claim) -> Source:
        """The passage of a claim: its sentence."""
        place = self._document.position(claim.sentence.start)
        words = self._document.text[claim.sentence.start : claim.sentence.end]
        quoted = plain(words, MAX_QUOTED).replace('"', "'")
        return simple_source(
            f"{self._family}-{place.line}-{place.column}",
            self._title,
            work=self._told.title,
            author=self._told.author,
            publisher=self._told.publisher,
            year=self._told.year,
            pages=f'line {place.line}: "{quoted}"',
            kind=self._told.kind,
            family=self._family,
            quality=self._told.quality,
        )


def _head(path: Path) -> TrustedHead:
    file = path / HEAD_FILE
    try:
        with file.open("rb") as stream:
            data = stream.read(_MOST_BYTES)
        return TrustedHead.model_validate(tomllib.loads(data.decode("utf-8")))
    except OSError as error:
        raise unreadable(file, error) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        cause = f"this is no valid TOML ({' '.join(str(error).split())})"
        raise ReferenceSourceError(cause, path=str(file), remedy="correct it") from error
    except ValidationError as error:
        cause, remedy = explain(error.errors()[0], TrustedHead)
        raise ReferenceSourceError(cause, path=str(file), remedy=remedy) from error


def _data_set(path: Path) -> str:
    return slug(path.resolve().name)


def _texts(path: Path) -> list[str]:
    from bede.documents.reading import discover

    found, errors = discover([str(path)])
    if not found:
        cause = errors[0].cause if errors else "there are no texts in this folder"
        raise ReferenceSourceError(cause, path=str(path), remedy="put texts beside trusted.toml")
    return found


def _digest(path: Path) -> str:
    whole = hashlib.sha256()
    for text in _texts(path):
        try:
            with Path(text).open("rb") as file:
                whole.update(hashlib.file_digest(file, "sha256").digest())
        except OSError:  # told as skipped when it is read
            continue
    return whole.hexdigest()[:12]


SOURCE = Trusted()
