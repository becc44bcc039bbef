"""What the page of a checked text shows, resolved to words; the template adds nothing but tags."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from bede.report.blocks import Group
from bede.report.wording import count

SIGNS = {
    "contradicted": "✗",
    "error": "✗",
    "warning": "!",
    "note": "i",
    "disputed": "≠",
    "supported": "✓",
    "open": "?",
    "skipped": "–",
}
"""The sign beside each verdict and severity, so that none is told by its colour alone."""


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source: its citation, and its address if that is one that a page may link to."""

    citation: str
    url: str | None


@dataclass(frozen=True, slots=True)
class OtherWords:
    """What else is on record: how it stands to what was told, in words, with its sources."""

    title: str
    words: str
    sources: tuple[CitedSource, ...]


@dataclass(frozen=True, slots=True)
class CitedFact:
    """A fact of the reference in words, with its sources.

    Attributes:
        says: the fact.
        sources: the weightiest first.
        others: other values on record.
        remark: that the evidence is weak, or what the editors remark; "" if nothing.
    """

    says: str
    sources: tuple[CitedSource, ...]
    others: tuple[OtherWords, ...]
    remark: str

    @property
    def more(self) -> str:
        """What there is besides the first source: "2 more sources, 1 other value"."""
        parts = (
            (len(self.sources) - 1, "more source"),
            (len(self.others), "other value"),
            (int(bool(self.remark)), "remark"),
        )
        return ", ".join(count(number, noun) for number, noun in parts if number > 0)


@dataclass(frozen=True, slots=True)
class Told:
    """A finding on a card.

    Attributes:
        key: what links call it, unique on the page.
        severity: error, warning or note.
        rule: its rule.
        message: one sentence that makes sense alone.
        place: "line 3, column 14", of the words that are wrong.
        readings: each reading that was tried, with the fact that excludes it.
        facts: the facts that speak, where no reading names them.
        steps: pairs of what cannot all be true, and who says it.
        suggestion: what to write for what, or "".
        challenge: what a historian says against it, or "".
    """

    key: str
    severity: str
    rule: str
    message: str
    place: str
    readings: tuple[tuple[str, CitedFact | None], ...]
    facts: tuple[CitedFact, ...]
    steps: tuple[tuple[str, str], ...]
    suggestion: str
    challenge: str

    @property
    def sign(self) -> str:
        """The sign of its severity."""
        return SIGNS[self.severity]


@dataclass(frozen=True, slots=True)
class Card:
    """What became of one claim, or a finding on words that make none.

    Attributes:
        key: what links call it, unique on the page ("1-c3").
        verdict: supported, contradicted, disputed, open or skipped; the severity of a finding
            where that says more.
        verdict_words: the same for a reader.
        type: event type, in words; the rule of a finding without a claim.
        trigger: the words that carry it.
        place: "line 3, column 14".
        read: pairs of a part and what the text says of it.
        reason: why it is open or skipped, what could not be confirmed, or "".
        told: the findings.
        facts: what supports it, or decides otherwise.
        entities: keys of those concerned ("e-leon-trotsky").
        start: first character of the trigger in the document.
        inherited: whether its time was told before its sentence.
    """

    key: str
    verdict: str
    verdict_words: str
    type: str
    trigger: str
    place: str
    read: tuple[tuple[str, str], ...]
    reason: str
    told: tuple[Told, ...]
    facts: tuple[CitedFact, ...]
    entities: tuple[str, ...]
    start: int
    inherited: bool = False

    @property
    def sign(self) -> str:
        """The sign of its verdict."""
        return SIGNS[self.verdict]

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules of its findings, each once."""
        return tuple(dict.fromkeys(one.rule for one in self.told))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text with all that it belongs to.

    Attributes:
        text: the words.
        card: the card that the words lead to, or None.
        first: keys of the cards whose place begins here; the text has an anchor for each.
        look: classes: the verdict of a trigger, the severity of faulted words.
        claims: keys of all cards concerned.
        entities: keys of whom or what the words name.
    """

    text: str
    card: str | None = None
    first: tuple[str, ...] = ()
    look: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A block of the text with the cards of what stands in it."""

    id: str
    level: int
    label: str
    pieces: tuple[Piece, ...]
    entries: tuple[Card, ...] = ()

    @property
    def text(self) -> str:
        """Its text without the marks."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture or a list beside the text.

    Attributes:
        id: what links call it.
        title: its heading.
        html: the fragment.
        first: whether it stands before the text.
    """

    id: str
    title: str
    html: Markup
    first: bool = False


@dataclass(frozen=True, slots=True)
class PageDocument:
    """A document as the page shows it.

    Attributes:
        id: what links call it.
        path: the file.
        title: its first heading, or the name of the file.
        groups: its blocks.
        cards: all cards, in the order of the text.
        tally: pairs of a verdict and how many, what is wrong first.
        coverage: how much could be checked, in words.
    """

    id: str
    path: str
    title: str
    groups: tuple[Group[PageBlock], ...]
    cards: tuple[Card, ...]
    tally: tuple[tuple[str, int], ...]
    coverage: str

    @property
    def told(self) -> Iterator[tuple[Card, Told]]:
        """Every finding with its card, the gravest first, then in the order of the text."""
        order = ("error", "warning", "note")
        pairs = [(card, one) for card in self.cards for one in card.told]
        yield from sorted(pairs, key=lambda pair: order.index(pair[1].severity))

    @property
    def headings(self) -> Iterator[PageBlock]:
        """The headings in their order."""
        for group in self.groups:
            if group.kind == "heading":
                yield from (row[0] for row in group.rows)
