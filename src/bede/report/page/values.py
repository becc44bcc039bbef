"""What a page to publish consists of; templates get these values and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup

from bede.report.checked.values import CitedSource


class Corrections(StrEnum):
    """What to do with a correction that is safe to make."""

    APPLY = "apply"
    MARK = "mark"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Options:
    """What the user chose for a page.

    Attributes:
        corrections: what to do with safe corrections.
        title: of the page; "" for that of the text.
        author: who wrote the text, or "".
        published: when, as an ISO 8601 date, or "".
        address: the web address that the page will have, or "".
        language: of the text, as a tag of BCP 47.
    """

    corrections: Corrections = Corrections.MARK
    title: str = ""
    author: str = ""
    published: str = ""
    address: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Remark:
    """What a note says of one statement.

    Attributes:
        verdict: supported, contradicted, corrected, disputed, error, warning or note.
        sign: the sign of the verdict.
        words: the same for a reader.
        says: what was found, or what the reference says, in a sentence.
        sources: numbers of sources, from 1.
    """

    verdict: str
    sign: str
    words: str
    says: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A note on a sentence: its number, from 1, and what it says."""

    number: int
    remarks: tuple[Remark, ...]

    @property
    def is_fault(self) -> bool:
        """Whether it tells of something wrong that the text still says."""
        return any(one.verdict in ("contradicted", "error", "warning") for one in self.remarks)


@dataclass(frozen=True, slots=True)
class NumberedSource:
    """A source with its number, from 1, and the numbers of the notes that name it."""

    number: int
    source: CitedSource
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A page to publish.

    Attributes:
        title: its title.
        language: of its text, as a tag of BCP 47.
        author: who wrote it, or "".
        published: when, as an ISO 8601 date, or "".
        address: its web address, or "".
        body: the text with its notes; safe HTML.
        corrections: what was corrected, in sentences.
        applied: whether the text has the corrections, and not both.
        notes: the notes, in order.
        sources: the sources, in the order in which notes name them.
        timeline: the timeline, or None.
        cast: who and what is named, or None.
        works: the reading list, or None.
        coverage: how much could be checked.
        checked_by: the program, the packs and the parser.
        data: the page as JSON-LD, safe inside a script element.
    """

    title: str
    language: str
    author: str
    published: str
    address: str
    body: Markup
    corrections: tuple[str, ...]
    applied: bool
    notes: tuple[Note, ...]
    sources: tuple[NumberedSource, ...]
    timeline: Markup | None
    cast: Markup | None
    works: Markup | None
    coverage: str
    checked_by: str
    data: Markup
