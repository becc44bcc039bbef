"""The places of texts with what is told of them, as GeoJSON (RFC 7946).

Each place that a text names is one feature, with the statements in which it takes part: their
words, dates, and verdicts. A place whose coordinates the reference does not know is there without
a shape ("unlocated", RFC 7946, section 3.2), so that nothing is lost on the way. The properties
that begin with "marker-", and title and description, are those of simplestyle 1.1, which many
viewers know.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import orjson

from bede.chronology import format_edtf
from bede.report.account import Account, Mention, Profile
from bede.report.checked.cards import cards_of, claim_key, plain, when_told
from bede.report.checked.values import SIGNS, Card
from bede.report.pixels import colours
from bede.report.values import ClaimLine, DocumentReport
from bede.report.wording import count

_COLOURS = {"error": "contradicted", "skipped": "open"}
_NEUTRAL = "place"

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Told:
    """A statement in which a place takes part.

    Attributes:
        text: the file.
        line: of the words that carry it.
        role: what the place is in it.
        claim: the statement.
        card: its verdict, in words.
        date: when, in words, or "".
        edtf: the same as EDTF, or None if it has none.
    """

    text: str
    line: int
    role: str
    claim: ClaimLine
    card: Card
    date: str
    edtf: str | None


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place that a text names.

    Attributes:
        profile: as the reference knows it.
        mentions: how often the texts name it.
        told: the statements, in the order of the texts.
    """

    profile: Profile
    mentions: int
    told: tuple[Told, ...]


def places_of(documents: Sequence[DocumentReport]) -> tuple[NamedPlace, ...]:
    """The places that texts name, in the order of their first mention.

    Args:
        documents: with their accounts.
    """
    profiles: dict[str, Profile] = {}
    mentions: dict[str, int] = {}
    told: dict[str, list[Told]] = {}
    for number, document in enumerate(documents, 1):
        account = document.account
        if account is None:
            continue
        for profile, places in _named(account):
            profiles.setdefault(profile.id, profile)
            mentions[profile.id] = mentions.get(profile.id, 0) + len(places)
        for place, one in _statements(document, account, number):
            if place in profiles:
                told.setdefault(place, []).append(one)
    return tuple(
        NamedPlace(profile, mentions[name], tuple(told.get(name, ())))
        for name, profile in profiles.items()
    )


def _named(account: Account) -> Iterator[tuple[Profile, tuple[Mention, ...]]]:
    """Whatever lies somewhere: places, and what the reference knows the coordinates of."""
    for profile, places in account.named():
        if profile.kind == "place" or profile.coordinates is not None:
            yield profile, places


def _statements(
    document: DocumentReport, account: Account, number: int
) -> Iterator[tuple[str, Told]]:
    """Each statement with the entities that fill a role of it."""
    cards = {card.key: card for card in cards_of(document, number)}
    for claim in document.claims:
        span = account.times.get(claim.id)
        card = cards[claim_key(number, claim.id)]
        for role, fillers in claim.roles.items():
            for entity in dict.fromkeys(one.entity for one in fillers if one.entity):
                yield (
                    entity,
                    Told(
                        text=plain(document.path),
                        line=claim.trigger.line,
                        role=role,
                        claim=claim,
                        card=card,
                        date=when_told(card, span),
                        edtf=None if span is None else format_edtf(span),
                    ),
                )


def render(places: Sequence[NamedPlace]) -> str:
    """A collection of features.

    Args:
        places: in their order.
    """
    features = [_feature(place) for place in places]
    collection = {"type": "FeatureCollection", "features": features}
    return orjson.dumps(collection, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()


def _feature(place: NamedPlace) -> Json:
    profile = place.profile
    point = None
    if profile.coordinates is not None:
        north, east = profile.coordinates
        point = {"type": "Point", "coordinates": [east, north]}
    look = min((one.card.verdict for one in place.told), key=list(SIGNS).index, default=None)
    shade = _NEUTRAL if look is None else _COLOURS.get(look, look)
    return {
        "type": "Feature",
        "id": profile.id,
        "geometry": point,
        "properties": {
            "title": plain(profile.label),
            "description": "\n".join(map(_sentence, place.told)),
            "marker-color": colours("light")[shade],
            "kind": profile.subkind or profile.kind,
            "years": plain(profile.years),
            "names": [plain(name) for name in profile.names],
            "called": [
                {"name": plain(name), "edtf": format_edtf(span)} for name, span in profile.called
            ],
            "same_as": list(profile.same_as),
            "mentions": place.mentions,
            "verdict": look,
            "statements": [_statement(one) for one in place.told],
        },
    }


def _sentence(one: Told) -> str:
    date = f", {one.date}" if one.date else ""
    return f"{one.card.sign} {one.card.trigger}{date} ({one.card.verdict_words}, line {one.line})"


def _statement(one: Told) -> Mapping[str, object]:
    return {
        "text": one.text,
        "line": one.line,
        "claim": one.claim.id,
        "type": one.claim.type,
        "role": one.role,
        "words": one.card.trigger,
        "sentence": plain(one.claim.place.text),
        "stated": one.claim.modality,
        "date": one.date or None,
        "edtf": one.edtf,
        "verdict": one.card.verdict,
        "finding": next((told.message for told in one.card.told), None),
    }


def unlocated(places: Sequence[NamedPlace]) -> str:
    """Which places have no coordinates, in words; "" if all have."""
    names = [plain(place.profile.label) for place in places if place.profile.coordinates is None]
    if not names:
        return ""
    told = ", ".join(names[:5]) + (" ..." if len(names) > 5 else "")
    return f"{count(len(names), 'place')} without coordinates in the reference: {told}"
