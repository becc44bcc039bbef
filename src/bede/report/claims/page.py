"""A document cut into what a page shows: blocks, and in them stretches of text with their marks.

Triggers, role fillers and dates overlap, within a claim and between claims. So each block is cut
at every edge of every mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bede.catalog.groups import group_of
from bede.claims import Claim, Skipped
from bede.report.blocks import Group, page_groups, page_kinds
from bede.report.claims.values import ClaimedDocument, summary, words_of
from bede.report.claims.wording import date_in_words, manner_in_words, roles_in_words
from bede.report.display import visible
from bede.report.marking import MarkedStretch, marked_blocks

SKIPPED = "skipped"
"""What the page calls the group, and the modality, of a trigger that made no claim."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim, or a skipped trigger, in the list beside its paragraph.

    Attributes:
        id: what the links of the page call it, unique on the page.
        group: name of the group of its type, or `SKIPPED`.
        type: its event type.
        trigger: the words that carry it.
        place: line and column in the file, from 1.
        when: its days in words, or a dash.
        roles: pairs of a role and those who fill it.
        modality: how it is stated, or `SKIPPED`.
        manner: the modality with its reason; why it was skipped.
    """

    id: str
    group: str
    type: str
    trigger: str
    place: str
    when: str
    roles: tuple[tuple[str, str], ...]
    modality: str
    manner: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with all that it belongs to.

    Attributes:
        text: the text.
        triggers: the claims whose trigger it is part of.
        first: those whose trigger begins here.
        groups: of the claims whose roles it fills.
        label: the roles that begin here, in words.
        dates: whether it dates a claim.
        claims: ids of all these claims.
    """

    text: str
    triggers: tuple[Entry, ...] = ()
    first: tuple[Entry, ...] = ()
    groups: tuple[str, ...] = ()
    label: str = ""
    dates: bool = False
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A block of the document.

    Attributes:
        id: what the links of the page call it.
        level: of a heading as HTML counts them; the depth of a list item; 1 for the heading of a
            column of a table.
        label: the number of a list item or the label of a footnote, or "".
        pieces: its text.
        entries: the claims whose triggers stand in it.
    """

    id: str
    level: int
    label: str
    pieces: tuple[Piece, ...]
    entries: tuple[Entry, ...] = ()

    @property
    def text(self) -> str:
        """Its text without the marks."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class PageDocument:
    """A document as a page shows it."""

    id: str
    path: str
    summary: str
    groups: tuple[Group[PageBlock], ...]

    @property
    def headings(self) -> Iterator[PageBlock]:
        """The headings in their order."""
        for group in self.groups:
            if group.kind == "heading":
                yield from (row[0] for row in group.rows)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A stretch of the document that belongs to a claim: its trigger, its date or a role."""

    start: int
    end: int
    entry: Entry
    part: str
    is_role: bool = False


_TRIGGER, _DATE = "trigger", "date"


def page_document(claimed: ClaimedDocument, number: int) -> PageDocument:
    """Cut a document into what the page shows.

    Args:
        claimed: the document with its claims.
        number: which document of the page it is; part of all its ids.
    """
    document = claimed.document
    shown = [
        PageBlock(
            id=f"b{number}-{index}",
            level=block.level,
            label=block.label,
            pieces=tuple(map(_piece, block.stretches)),
            entries=tuple(mark.entry for mark in block.marks if _is_trigger(mark)),
        )
        for index, block in enumerate(marked_blocks(document, list(_marks(claimed, number))))
    ]
    return PageDocument(
        id=f"doc{number}",
        path=visible(document.path),
        summary=summary([claimed]),
        groups=tuple(page_groups(document, page_kinds(document), shown)),
    )


def _marks(claimed: ClaimedDocument, number: int) -> Iterator[_Mark]:
    for count, mark in enumerate(claimed.marks, 1):
        words = words_of(mark)
        position = claimed.document.position(words.start)
        place = f"{position.line}:{position.column}"
        entry = _entry(mark, f"{number}-{count}", place)
        yield _Mark(words.start, words.end, entry, _TRIGGER)
        if isinstance(mark, Skipped):
            continue
        if mark.time is not None:
            yield _Mark(mark.time.start, mark.time.end, entry, _DATE)
        for role, fillers in mark.roles.items():
            for filler in fillers:
                yield _Mark(filler.start, filler.end, entry, role, is_role=True)


def _entry(mark: Claim | Skipped, name: str, place: str) -> Entry:
    trigger = visible(words_of(mark).text)
    if isinstance(mark, Skipped):
        return Entry(
            name, SKIPPED, mark.type, trigger, place, "", (), SKIPPED, visible(mark.reason)
        )
    return Entry(
        id=name,
        group=group_of(mark.type).name,
        type=mark.type,
        trigger=trigger,
        place=place,
        when=visible(date_in_words(mark)),
        roles=tuple((role, visible(fillers)) for role, fillers in roles_in_words(mark)),
        modality=mark.modality.value,
        manner=visible(manner_in_words(mark)),
    )


def _piece(stretch: MarkedStretch[_Mark]) -> Piece:
    roles = [mark for mark in stretch.inside if mark.is_role]
    labels = [mark.part for mark in stretch.starting if mark.is_role]
    return Piece(
        text=stretch.text,
        triggers=tuple(mark.entry for mark in stretch.inside if _is_trigger(mark)),
        first=tuple(mark.entry for mark in stretch.starting if _is_trigger(mark)),
        groups=tuple(dict.fromkeys(mark.entry.group for mark in roles)),
        label=", ".join(dict.fromkeys(labels)),
        dates=any(mark.part == _DATE and not mark.is_role for mark in stretch.inside),
        claims=tuple(dict.fromkeys(mark.entry.id for mark in stretch.inside)),
    )


def _is_trigger(mark: _Mark) -> bool:
    return mark.part == _TRIGGER and not mark.is_role
