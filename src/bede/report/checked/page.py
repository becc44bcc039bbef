"""The text of a document, cut at what its cards are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bede.documents import BlockKind, Document
from bede.report.account import Account
from bede.report.blocks import page_groups
from bede.report.checked.cards import cards_of, claim_key, entity_key
from bede.report.checked.values import SIGNS, Card, PageBlock, PageDocument, Piece
from bede.report.display import one_line, visible
from bede.report.marking import MarkedStretch, marked_blocks
from bede.report.values import DocumentReport, Place
from bede.report.wording import count

_TRIGGER, _PLACE, _ALSO, _SENTENCE, _PART, _NAME = (
    "trigger",
    "place",
    "also",
    "sentence",
    "part",
    "name",
)
_FAULTY = ("contradicted", "error", "warning")


@dataclass(frozen=True, slots=True)
class _Mark:
    """Some words of the text, and what they are to a card or an entity."""

    start: int
    end: int
    part: str
    card: Card | None = None
    severity: str = ""
    entity: str = ""


def page_document(document: DocumentReport, account: Account, number: int) -> PageDocument:
    """Cut a document into what the page shows.

    Args:
        document: the report of the document.
        account: its account.
        number: which document of the page it is; part of all its ids.
    """
    cards = cards_of(document, number)
    marks = [*_marks(document, cards, number), *_names(account)]
    shown: list[PageBlock] = []
    kinds = []
    for index, block in enumerate(marked_blocks(account.document, marks)):
        kinds.append(block.kind)
        placed = (_owned(mark) for mark in block.marks)
        shown.append(
            PageBlock(
                id=f"b{number}-{index}",
                level=block.level,
                label=block.label,
                pieces=tuple(map(_piece, block.stretches)),
                entries=tuple(dict.fromkeys(card for card in placed if card is not None)),
            )
        )
    verdicts = Counter(card.verdict for card in cards)
    return PageDocument(
        id=f"doc{number}",
        path=visible(document.path),
        title=title_of(account.document),
        groups=tuple(page_groups(account.document, kinds, shown)),
        cards=tuple(cards),
        tally=tuple((name, verdicts[name]) for name in SIGNS if verdicts[name]),
        coverage=coverage([document]),
    )


def title_of(document: Document) -> str:
    """The first heading of a document; the name of its file if it has none."""
    heads = (block.text for block in document.blocks if block.kind is BlockKind.HEADING)
    return visible(one_line(next(heads, "")) or document.path.rpartition("/")[2])


def coverage(documents: Sequence[DocumentReport]) -> str:
    """How much could be checked: "11 of 40 statements could be checked"."""
    claims = sum(len(document.claims) for document in documents)
    checked = sum(document.checked for document in documents)
    if not claims:
        return "no statement that Bede can check was found"
    return f"{checked:,} of {count(claims, 'statement')} could be checked"


def _marks(document: DocumentReport, cards: Sequence[Card], number: int) -> Iterator[_Mark]:
    by_key = {card.key: card for card in cards}
    for claim in document.claims:
        card = by_key[claim_key(number, claim.id)]
        yield _of(claim.trigger, _TRIGGER, card)
        if card.verdict in _FAULTY:
            yield _of(claim.place, _SENTENCE, card)
        if claim.time is not None:
            yield _Mark(claim.time.start, claim.time.end, _PART, card)
        for filler in (filler for some in claim.roles.values() for filler in some):
            entity = "" if filler.entity is None else entity_key(filler.entity)
            yield _Mark(filler.start, filler.end, _PART, card, entity=entity)
    owners = {one.key: card for card in cards for one in card.told}
    for index, finding in enumerate(document.findings, 1):
        card, severity = owners[f"{number}-f{index}"], str(finding.severity)
        yield _of(finding.place, _PLACE, card, severity)
        yield from (_of(place, _ALSO, card, severity) for place in finding.marks)


def _of(place: Place, part: str, card: Card, severity: str = "") -> _Mark:
    return _Mark(place.start, place.end, part, card, severity)


def _names(account: Account) -> Iterator[_Mark]:
    for mention in account.mentions:
        if mention.entity is not None:
            yield _Mark(mention.start, mention.end, _NAME, entity=entity_key(mention.entity))


def _owned(mark: _Mark) -> Card | None:
    """The card that stands beside the block in which its words begin."""
    alone = mark.card is not None and not mark.card.read and mark.part == _PLACE
    return mark.card if mark.part == _TRIGGER or alone else None


def _piece(stretch: MarkedStretch[_Mark]) -> Piece:
    inside = stretch.inside
    triggers = [mark for mark in inside if mark.part == _TRIGGER]
    places = [mark for mark in inside if mark.part == _PLACE]
    leads = [mark.card for mark in (*places, *triggers) if mark.card is not None]
    return Piece(
        text=stretch.text,
        card=leads[0].key if leads else None,
        first=tuple(
            mark.card.key for mark in stretch.starting if _owned(mark) is not None and mark.card
        ),
        look=tuple(dict.fromkeys(_look(inside))),
        claims=tuple(
            dict.fromkeys(
                mark.card.key for mark in inside if mark.card is not None and mark.part != _SENTENCE
            )
        ),
        entities=tuple(dict.fromkeys(mark.entity for mark in inside if mark.entity)),
    )


def _look(inside: Sequence[_Mark]) -> Iterator[str]:
    """Classes: "c v-supported" for a trigger, "f s-error" for faulted words, "w", "r", "n"."""
    triggers = [mark.card.verdict for mark in inside if mark.part == _TRIGGER and mark.card]
    if triggers:
        yield "c"
        yield f"v-{min(triggers, key=list(SIGNS).index)}"
    for part, name in ((_PLACE, "f"), (_ALSO, "a")):
        severities = [mark.severity for mark in inside if mark.part == part]
        if severities:
            yield name
            yield f"s-{min(severities, key=list(SIGNS).index)}"
    parts = {mark.part for mark in inside}
    yield from (name for part, name in ((_SENTENCE, "w"), (_PART, "r")) if part in parts)
