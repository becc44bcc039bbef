"""What the reference holds: sources, entities with their names, facts, completeness.

The values are plain and frozen. Times are kept twice: as the EDTF text of the pack and as a
`Span` of day numbers. Ids are unique over sources, entities, facts and completeness statements.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bede.chronology import Span
from bede.evidence.coordinates import Coordinates

Roles = Mapping[str, tuple[str, ...]]
EntityKind = Literal["person", "organisation", "place", "office", "happening", "work", "idea"]
NameKind = Literal[
    "preferred",
    "alias",
    "official",
    "short",
    "birth",
    "pen",
    "transliteration",
    "former",
    "period",
    "original",
]
Rank = Literal["preferred", "variant", "finer", "rejected"]
Confidence = Literal["high", "medium", "weak"]
SourceKind = Literal["primary", "reference-work", "scholarly", "journalism", "web"]
Quality = Literal["decent", "fair", "poor"]


@dataclass(frozen=True, slots=True)
class PackHead:
    """What a pack, or a data set that was imported, says of itself.

    Attributes:
        name: its id: small letters, digits, hyphens.
        version: of the content; for an import the date or the digest of what was read.
        title: for readers.
        licence: SPDX identifier, or as the data set states it.
        editors: who answers for the content.
        scope: what it covers.
    """

    name: str
    version: str
    title: str
    licence: str
    editors: tuple[str, ...]
    scope: str


@dataclass(frozen=True, slots=True)
class Source:
    """A bibliographic record.

    Attributes:
        id: the id that facts cite.
        author: as the title page has it, or None.
        title: of the part that was read: article, chapter, document.
        work: the book, encyclopaedia, journal or site that the part belongs to.
        publisher: or None.
        year: of this edition, as text, or None.
        pages: pages, chapter or section, or None.
        url: where it was read, or None.
        kind: primary, reference-work, scholarly, journalism or web.
        family: copies and translations of one text share a family; they are one witness.
        quality: decent, fair or poor.
    """

    id: str
    author: str | None
    title: str
    work: str
    publisher: str | None
    year: str | None
    pages: str | None
    url: str | None
    kind: SourceKind
    family: str
    quality: Quality


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an entity.

    Attributes:
        text: the name as written.
        kind: preferred, alias, official, short, birth (the name given at birth), pen (that a
            writer took), transliteration (from another script), former (no longer in use),
            period (a name valid for a time) or original (the title in the original language).
        span: when the name was in use, in day numbers; None if it has no limits on record.
        edtf: the same as an EDTF interval, or None.
        sources: ids of the sources of a dated name; empty for the others, which rest on the
            sources of the entity.
        language: its language as a tag of BCP 47 ("ru", "zh-Latn"), or None if not known.
    """

    text: str
    kind: NameKind
    span: Span | None
    edtf: str | None
    sources: tuple[str, ...]
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation or state, place, office, happening, work or idea.

    Attributes:
        id: the id that facts use.
        kind: one of the seven kinds.
        subkind: a finer kind in the words of the pack ("party body"), or None.
        label: the usual name, for messages.
        names: all names, in the order of the pack, the label first where it is a name.
        part_of: ids of the wholes it belongs to directly.
        body: id of the organisation that an office belongs to, or None.
        holders: "single" or "many" for an office, else None.
        authors: ids of the authors of a work.
        subtitle: of a work, or None.
        first_edition: of a work, place, publisher and year as text, or None.
        note: a remark of the editors, or None.
        sources: ids of sources.
        confidence: high (two independent decent sources), medium or weak.
        description: who or what it is, in a few words ("Russian revolutionary"), or None.
        prominence: how widely it is known, as a count of works that have an article on it (the
            sitelinks of Wikidata) or of sources that name it; 0 if nobody counted.
        same_as: addresses or prefixed ids of the same thing elsewhere ("wikidata:Q33391").
        coordinates: latitude and longitude of a place in degrees (WGS 84), or None.
    """

    id: str
    kind: EntityKind
    subkind: str | None
    label: str
    names: tuple[Name, ...]
    part_of: tuple[str, ...]
    body: str | None
    holders: str | None
    authors: tuple[str, ...]
    subtitle: str | None
    first_edition: str | None
    note: str | None
    sources: tuple[str, ...]
    confidence: Confidence
    description: str | None = None
    prominence: int = 0
    same_as: tuple[str, ...] = ()
    coordinates: Coordinates | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """Another value that some source gives for a fact.

    Attributes:
        edtf: its time, or None where only roles differ.
        span: the same in day numbers, or None.
        old_style: the date in the Julian calendar as the source has it, or None.
        roles: the roles in which it differs from the fact, or None.
        rank: variant (serious sources differ), finer (more exact, agrees), rejected (known to
            be wrong, kept for the record), preferred (of equal standing).
        sources: ids of sources.
        note: a remark of the editors, or None.
    """

    edtf: str | None
    span: Span | None
    old_style: str | None
    roles: Roles | None
    rank: Rank
    sources: tuple[str, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that happened or held, in the shape of a claim.

    Attributes:
        id: the id of the record.
        type: the event type.
        roles: fillers by role: entity ids, or text where the event type says so.
        edtf: when, or None if not known.
        span: the same in day numbers, or None.
        old_style: the date in the Julian calendar as the sources have it, or None.
        rank: rank of the value given here, normally preferred.
        confidence: high (two independent decent sources), medium or weak.
        sources: ids of the sources that state the value at this precision.
        coarse_sources: ids of sources that agree with it more coarsely.
        values: other values on record, in the order of the pack.
        grade: full or candidate member, or None.
        note: a remark of the editors, or None.
        part_of: ids of the happenings it belongs to.
    """

    id: str
    type: str
    roles: Roles
    edtf: str | None
    span: Span | None
    old_style: str | None
    rank: Rank
    confidence: Confidence
    sources: tuple[str, ...]
    coarse_sources: tuple[str, ...]
    values: tuple[Value, ...]
    grade: str | None
    note: str | None
    part_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Completeness:
    """A statement of how complete the reference is for one entity and event type.

    Attributes:
        id: the id of the statement.
        entity: the entity it is about.
        type: the event type, or "list" where the records are entities.
        where: the roles that narrow it down ("expulsions from the party").
        where_time: the time that narrows it down, in EDTF, or None.
        records: ids of the records that make up the whole.
        basis: why the editors think so.
        complete: True for "these are all", False for "more are known to exist".
        sources: ids of sources.
        confidence: high, medium or weak.
    """

    id: str
    entity: str
    type: str
    where: Roles
    where_time: str | None
    records: tuple[str, ...]
    basis: str
    complete: bool
    sources: tuple[str, ...]
    confidence: Confidence


def cite(source: Source) -> str:
    """Return a short citation: ``Author, "Title", Work (Publisher, Year), pages``.

    What is missing is left out, and so is what would stand twice.
    """
    title = source.title.replace('"', "'").removesuffix(".")
    parts = [f'"{title}"']
    if source.author and not source.author.startswith(source.work):  # "Wikipedia contributors"
        parts.insert(0, source.author)
    if not _within(source.work, source.title):
        parts.append(source.work)
    stated = f"{source.work} {source.title}"
    # Of "Encyclopaedia Britannica, Inc." the part before the comma is the name that may recur.
    house = source.publisher.split(",")[0] if source.publisher else stated
    imprint = [] if _within(house, stated) else [source.publisher]
    imprint += [] if source.year is None or _within(source.year, stated) else [source.year]
    citation = ", ".join(parts)
    if imprint:
        citation += f" ({', '.join(filter(None, imprint))})"
    if source.pages and not _within(source.pages, citation):
        citation += f", {source.pages}"
    return citation


def _within(part: str, whole: str) -> bool:
    return part.casefold().removesuffix(".") in whole.casefold()
