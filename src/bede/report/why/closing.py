"""How far the reference is closed for a question, in words; the rules are those of `closure`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bede.catalog import event_types
from bede.claims import Claim, Filler
from bede.evidence import Completeness, Reference, cite
from bede.judgement import ClaimJudgement, Closure
from bede.judgement.closure import NEIGHBOURHOOD
from bede.report.why.values import Closing, Statement

_YEARS = NEIGHBOURHOOD // 366


def closing_of(
    judged: ClaimJudgement, reference: Reference, *, assume_complete: bool
) -> Closing | None:
    """How far the reference knows all for the question of a statement, and why.

    Args:
        judged: the judged statement.
        reference: the reference with its completeness statements.
        assume_complete: whether the partial completeness assumption was made.

    Returns:
        None if no fact was tried, and so nothing had to be known in full.
    """
    if not judged.candidates:
        return None
    once = event_types()[judged.claim.type].cardinality == "once"
    speaking = {Closure.DECLARED: True, Closure.NONE: False}.get(judged.closure)
    statements = [
        one for one in _statements(judged, reference) if not once and one.complete is speaking
    ]
    because = _because(judged, statements, assume_complete=assume_complete)
    return Closing(judged.closure.value, because, tuple(_told(statements, reference)))


def _statements(judged: ClaimJudgement, reference: Reference) -> Iterator[Completeness]:
    """What the reference declares of the facts that were tried, each once."""
    people = dict.fromkeys(candidate.person.id for candidate in judged.candidates)
    tried = {candidate.fact.id for candidate in judged.candidates}
    for person in sorted(people):
        for statement in reference.completeness(person, judged.claim.type):
            if not statement.complete or tried & set(statement.records):
                yield statement


def _told(statements: Iterable[Completeness], reference: Reference) -> Iterator[Statement]:
    for one in statements:
        sources = [cite(reference.source(name)) for name in one.sources]
        yield Statement(one.id, one.basis, one.complete, "; ".join(sources))


def _because(
    judged: ClaimJudgement, statements: Sequence[Completeness], *, assume_complete: bool
) -> str:
    event = event_types()[judged.claim.type]
    if judged.closure is Closure.DECLARED:
        if event.cardinality == "once":
            return f"such a thing happens only once ({event.gloss})"
        if statements:
            return "it declares so itself"
        return "the text puts it before the first time on record"
    if judged.closure is Closure.ASSUMED:
        return (
            "a reference that records one such fact of somebody is taken to record all that lie "
            f"within {_YEARS} years of it"
        )
    return _open(judged, statements, assume_complete=assume_complete)


def _open(
    judged: ClaimJudgement, statements: Sequence[Completeness], *, assume_complete: bool
) -> str:
    claim = judged.claim
    event = event_types()[claim.type]
    stranger = _stranger(judged, claim)
    if claim.repeated:
        return "the text says that it happened again"
    if all(candidate.fact.type != claim.type for candidate in judged.candidates):
        return "the words may mean these facts, but there is none of the very kind they name"
    if stranger is not None:
        return f'"{stranger.text}" is not known, so it may be another happening altogether'
    if any(not one.complete for one in statements):
        return "the reference says itself that there are more"
    if event.cardinality in ("many", "first"):
        return "such things happen more than once, and the reference may have only some of them"
    if not assume_complete:
        return "it does not declare that it has them all, and nothing was to be assumed"
    far = f"the text is more than {_YEARS} years from what is on record"
    if event.cardinality == "pair":
        far += ", or does not name the very same body or place"
    return f"it does not declare that it has them all, and {far}"


def _stranger(judged: ClaimJudgement, claim: Claim) -> Filler | None:
    """Somebody or something named in the text whom the reference does not know."""
    key = event_types()[claim.type].key.name
    unknown = (
        filler
        for role in claim.roles
        if role != key
        for filler, link in judged.linked(role)
        if not link.entities and (filler.nature == "name" or _has_name(filler))
    )
    return next(unknown, None)


def _has_name(filler: Filler) -> bool:
    later = filler.text.split()[1:]
    return filler.nature == "description" and any(word[:1].isupper() for word in later)
