"""Everyone and everything that a dated clause names, as if the text stated that they were there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bede.catalog import event_types
from bede.claims import Claim, Filler, Stretch
from bede.claims.kinds import kinds_of_noun
from bede.claims.presence import Presence, acts_then, presence_of, setting_of
from bede.evidence import Entity, Name
from bede.evidence.linking import Link, Occurrence
from bede.judgement.case import Case
from bede.judgement.lifetimes import lifetime
from bede.judgement.values import ClaimJudgement, Verdict
from bede.text import Modality, Sentence, Timex

PRESENCE = "presence"
"""The event type of what is only judged, and never shown as a claim."""

CLEAR = 2 * 366
"""Days before a founding, or about the use of a name, in which writers are not held to it."""

_ROLES = {"person": "person", "organisation": "body", "place": "place"}


def presences(case: Case) -> Iterator[ClaimJudgement]:
    """Who must have been there, one by one, in the order of the text.

    What a dated claim tells is left to the claim, but for the names of places.

    Args:
        case: the document.
    """
    told = [
        (filler.start, filler.end)
        for judged in case.claims.values()
        if judged.claim.told_time is not None and judged.claim.modality is Modality.ASSERTED
        for role in event_types()[judged.claim.type].roles
        if role.must_exist
        for filler, link in judged.linked(role.name)
        if any(entity.kind != "place" for entity in link.entities)
    ]
    for one in case.linker.occurrences:
        if not one.known or any(start < one.end and one.start < end for start, end in told):
            continue
        sentence = case.linker.sentences[one.sentence]
        found = presence_of(sentence, one.first, one.last)
        judged = _judged(case, one, sentence, found) if found is not None else None
        judged = judged or _set_in(case, one, sentence)
        if judged is not None:
            yield judged


def _judged(
    case: Case, one: Occurrence, sentence: Sentence, found: Presence
) -> ClaimJudgement | None:
    head = sentence.tokens[found.head].text
    link = case.linker.link(one.text, head, tuple(_ROLES), found.time.readings[0])
    kinds = sorted({entity.kind for entity in link.entities})
    if len(kinds) != 1 or not _may_be(one, link, kinds[0], found):
        return None
    role = "place" if found.part == "place" else _ROLES[kinds[0]]
    return _as_claim(case, one, link, role, found.time)


def _set_in(case: Case, one: Occurrence, sentence: Sentence) -> ClaimJudgement | None:
    """A state, a body or the name of a place in a sentence that is surely of another time."""
    link = case.linker.link(one.text, one.text.split()[-1], tuple(_ROLES))
    if len(link.entities) != 1 or not _is_telling(link.entities[0], link.names[0]):
        return None
    kind = link.entities[0].kind
    times = setting_of(sentence, one.first, one.last, person=kind == "person")
    if not times:
        return None
    first, last = _in_use(link, case)
    bounds = [(reading.hull, time) for time in times for reading in time.readings]
    ends = [(hull[1], time) for hull, time in bounds]
    begins = [(hull[0], time) for hull, time in bounds]
    latest, earliest = _extreme(ends, max), _extreme(begins, min)
    if first is not None and latest is not None and latest[0] < first - CLEAR:
        role = "person" if kind == "person" else "place"
        return _as_claim(case, one, link, role, latest[1])
    if last is None or kind == "person" or earliest is None:
        return None
    if earliest[0] > last + CLEAR and acts_then(sentence, one.first, one.last):
        return _as_claim(case, one, link, "place", earliest[1])
    return None


def _extreme(
    days: list[tuple[int | None, Timex]], pick: Callable[..., tuple[int, Timex]]
) -> tuple[int, Timex] | None:
    """The latest or earliest day and the time that tells it; None if one time is open there."""
    closed = [(day, time) for day, time in days if day is not None]
    if not closed or len(closed) < len(days):
        return None
    return pick(closed, key=lambda one: (one[0], one[1].start))


def _in_use(link: Link, case: Case) -> tuple[int | None, int | None]:
    """The first and the last day on which a thing was there, or a place was called so."""
    entity, name = link.entities[0], link.names[0]
    if entity.kind == "place":
        return (None, None) if name.span is None else name.span.hull
    life = lifetime(entity, case.reference)
    return (None, None) if life is None else (life.first, life.last)


def _is_telling(entity: Entity, name: Name) -> bool:
    """Whether a name says that the thing itself is meant.

    The name of a state in one word is that of a land as well, which was there before it, and a body
    is not known by one word that is short for its name ("the Front").
    """
    if entity.kind == "place" or " " in name.text:
        return True
    if entity.kind == "person":
        return False
    if entity.subkind == "state":
        return name.text.isupper()
    return name.text == entity.label and not kinds_of_noun(name.text.lower())


def _as_claim(case: Case, one: Occurrence, link: Link, role: str, time: Timex) -> ClaimJudgement:
    sentence = case.linker.sentences[one.sentence]
    words = _stretch(case, one.start, one.end)
    filler = Filler(one.text, one.start, one.end, one.text.split()[-1], "name")
    claim = Claim(
        id=f"{PRESENCE}-{one.start}",
        type=PRESENCE,
        sentence=_stretch(case, sentence.start, sentence.end),
        trigger=words,
        roles={role: (filler,)},
        time=time,
        modality=Modality.ASSERTED,
        reason=None,
    )
    return ClaimJudgement(claim, {role: (link,)}, Verdict.OPEN)


def _may_be(one: Occurrence, link: Link, kind: str, found: Presence) -> bool:
    """Whether the name can be trusted to mean what it was linked to.

    A person is known by a full name, and is nowhere where things happen. A body is not known by one
    word that is short for its name ("the Front").
    """
    if kind == "person":
        return " " in one.text and found.part != "place"
    if kind == "organisation" and not all(_is_telling(*pair) for pair in _pairs(link)):
        return False
    return kind != "place" or found.part == "place"


def _pairs(link: Link) -> Iterator[tuple[Entity, Name]]:
    return zip(link.entities, link.names, strict=True)


def _stretch(case: Case, start: int, end: int) -> Stretch:
    return Stretch(case.document.text[start:end], start, end)
