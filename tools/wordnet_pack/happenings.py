"""From synsets of battles, wars, revolts and treaties to records of happenings and their dates.

Only what has one date in its gloss becomes a record, or what the editors dated from the gloss.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bede.evidence.importing import Ids, slug
from bede.evidence.names import name_key
from wordnet_pack.choices import Choice
from wordnet_pack.database import Database, Synset
from wordnet_pack.dates import read_date

SENSES = (
    ("pitched battle", "04", "battle"),
    ("naval battle", "04", "battle"),
    ("siege", "04", "battle"),
    ("amphibious assault", "04", "battle"),
    ("battle", "04", "battle"),
    ("campaign", "04", "battle"),
    ("operation", "04", "battle"),
    ("slaughter", "04", "battle"),
    ("rebellion", "04", "uprising"),
    ("revolution", "04", "uprising"),
    ("war", "04", "war"),
    ("civil war", "04", "war"),
    ("world war", "04", "war"),
    ("Crusade", "04", "war"),
    ("peace", "10", "treaty"),
    ("treaty", "10", "treaty"),
)
"""First lemma and topic of a sense -> the event type of its instances; the first that fits."""

_TELLING = re.compile(
    r"\b(?:battle|siege|campaign|war|wars|mutiny|revolt|rebellion|revolution|crusade|treaty|peace|"
    r"operation|invasion|stand|counteroffensive|party|plot|trial|hegira|hejira|act|amendment|"
    r"charter|carta|charta|convention|compromise|declaration)\b",
    re.IGNORECASE,
)
_SMALL = re.compile(r"^(battle|siege|invasion|first battle|second battle|third battle)\b")


@dataclass(frozen=True, slots=True)
class Happening:
    """One dated happening.

    Attributes:
        id: of the record in the pack.
        offsets: of the synsets, the first one first.
        label: the usual name.
        names: the others.
        type: the event type of its fact.
        when: in EDTF.
        confidence: of the fact.
        description: the definition.
        note: a remark of the editors, or None.
    """

    id: str
    offsets: tuple[str, ...]
    label: str
    names: tuple[str, ...]
    type: str
    when: str
    confidence: str
    description: str
    note: str | None


def happenings(database: Database, choices: Mapping[str, Choice]) -> Iterator[Happening]:
    """Yield the dated happenings of WordNet, in the order of their offsets.

    Args:
        database: the nouns.
        choices: what the editors decided, by offset.

    Raises:
        ValueError: if a synset with a choice has no date.
    """
    senses = [(_senses(database, lemma, topic), kind) for lemma, topic, kind in SENSES]
    twins = {offset for choice in choices.values() for offset in choice.same}
    ids = Ids()
    for offset, synset in sorted(database.synsets.items()):
        choice = choices.get(offset, Choice())
        kind = choice.type or _kind(synset, senses)
        if kind is None or offset in twins or choice.leave_out or choice.elsewhere:
            continue
        when = choice.when or read_date(synset.definition)
        if when is None:
            if choice.type:
                raise ValueError(f"{offset}: no date in {synset.definition!r}")
            continue
        offsets = (offset, *choice.same)
        lemmas = [lemma for at in offsets for lemma in database.synsets[at].lemmas]
        names = _names(lemmas, choice, kind)
        yield Happening(
            id=ids.fresh(f"wn-{slug(names[0])}"),
            offsets=offsets,
            label=names[0],
            names=tuple(names[1:]),
            type=kind,
            when=when,
            confidence=choice.confidence or "medium",
            description=synset.definition,
            note=choice.note,
        )


def _senses(database: Database, lemma: str, topic: str) -> frozenset[str]:
    """The common nouns that begin with a lemma; WordNet has a few of them in several senses."""
    return frozenset(
        synset.offset
        for synset in database.synsets.values()
        if synset.lemmas[0] == lemma and synset.topic == topic and not synset.instance
    )


def _kind(synset: Synset, senses: Sequence[tuple[frozenset[str], str]]) -> str | None:
    if synset.instance:
        for offsets, kind in senses:
            if any(wider in offsets for wider in synset.wider):
                return kind
    return None


def _names(lemmas: Sequence[str], choice: Choice, kind: str) -> list[str]:
    """The usual name first. The bare name of a place names no battle: "Orleans" is a city."""
    written = [_capital(lemma) for lemma in lemmas if lemma not in choice.not_names]
    telling = [name for name in written if kind not in ("battle", "war") or _TELLING.search(name)]
    if not telling and kind == "battle":
        telling = [f"Battle of {written[0]}"] if written else []
    found: dict[str, str] = {}
    for name in (choice.label, *telling, *choice.more_names):
        if name is not None:
            found.setdefault(name_key(name), name)
    return list(found.values())


def _capital(lemma: str) -> str:
    return _SMALL.sub(lambda found: found[1].title(), lemma)
