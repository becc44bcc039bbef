"""What the formats of claims show: a document with its claims, and which of them are wanted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from bede.catalog import event_types
from bede.claims import Claim, Extraction, Skipped, Stretch
from bede.documents import Document
from bede.errors import UsageError
from bede.report.wording import count


@dataclass(frozen=True, slots=True)
class Choice:
    """Which claims are shown; nothing chosen means all.

    Attributes:
        types: names of event types.
        modalities: how they are stated.
        skipped: whether to show trigger words that made no claim, too.
    """

    types: frozenset[str] = frozenset()
    modalities: frozenset[str] = frozenset()
    skipped: bool = False

    def wants(self, event_type: str, modality: str) -> bool:
        """Whether a claim is shown."""
        wanted = not self.modalities or modality in self.modalities
        return wanted and (not self.types or event_type in self.types)


@dataclass(frozen=True, slots=True)
class ClaimedDocument:
    """A document and what was read in it.

    Attributes:
        document: the document.
        claims: those that are shown, in the order of their triggers.
        skipped: trigger words without a claim that are shown, in the order of the text.
    """

    document: Document
    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...] = ()

    @property
    def marks(self) -> Iterator[Claim | Skipped]:
        """Claims and skipped triggers together, in the order of the text."""
        found: list[Claim | Skipped] = [*self.claims, *self.skipped]
        yield from sorted(found, key=lambda mark: words_of(mark).start)

    def place(self, mark: Claim | Skipped) -> str:
        """Where a trigger stands: "article.txt:12:5", line and column from 1."""
        position = self.document.position(words_of(mark).start)
        return f"{self.document.path}:{position.line}:{position.column}"


def words_of(mark: Claim | Skipped) -> Stretch:
    """The words by which a claim, or what might have been one, is found."""
    return mark.trigger if isinstance(mark, Claim) else mark.words


def claimed(document: Document, extraction: Extraction, choice: Choice) -> ClaimedDocument:
    """Choose what is shown of the claims of a document."""
    claims = sorted(
        (one for one in extraction.claims if choice.wants(one.type, one.modality.value)),
        key=lambda claim: claim.trigger.start,
    )
    skipped = sorted(
        (one for one in extraction.skipped if not choice.types or one.type in choice.types),
        key=lambda one: one.words.start,
    )
    return ClaimedDocument(document, tuple(claims), tuple(skipped) if choice.skipped else ())


def check_types(names: Sequence[str]) -> None:
    """Refuse names that no event type has.

    Raises:
        UsageError: with the names that come nearest.
    """
    known = list(event_types())
    for name in names:
        if name not in known:
            near = get_close_matches(name, known, n=3, cutoff=0.5)
            remedy = f"use one of {', '.join(near or known)}"
            raise UsageError(f"there is no event type {name!r}", remedy=remedy)


def summary(documents: Sequence[ClaimedDocument]) -> str:
    """How much there is: "5 claims of 3 types (1 negated, 2 hedged), 2 words skipped"."""
    claims = [claim for one in documents for claim in one.claims]
    skipped = sum(len(one.skipped) for one in documents)
    if not claims:
        told = "no claims"
    else:
        told = f"{count(len(claims), 'claim')} of {count(len({c.type for c in claims}), 'type')}"
        numbers = Counter(claim.modality.value for claim in claims)
        manners = ("negated", "hedged", "attributed")
        others = [f"{numbers[manner]} {manner}" for manner in manners if numbers[manner]]
        told += f" ({', '.join(others)})" if others else ""
    return told + (f", {count(skipped, 'trigger')} without a claim" if skipped else "")
