"""The verdict on one claim: compare it with every fact that it may mean."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from bede.catalog import event_types
from bede.chronology import Answer, Span, all_of
from bede.claims import Claim, Stretch
from bede.documents import Document
from bede.evidence import Entity, Fact, Reference, Value
from bede.evidence.linking import Linker, describes
from bede.judgement.closure import closure
from bede.judgement.comparison import (
    compare_role,
    compare_spans,
    compare_time,
    distance,
    end_of,
    time_conflict,
)
from bede.judgement.dates import mixed_styles
from bede.judgement.identification import Identified, Links, identify, link_roles
from bede.judgement.telling import dating, fillers_in_words, listed
from bede.judgement.values import Candidate, ClaimJudgement, Clash, Closure, Verdict
from bede.text import Modality


def judge_claim(
    claim: Claim,
    document: Document,
    linker: Linker,
    *,
    assume_complete: bool,
    people: Sequence[str] = (),
    strangers: Collection[str] = (),
) -> ClaimJudgement:
    """Judge one claim on its own, without its relations to other claims.

    Args:
        claim: the claim.
        document: where it stands.
        linker: links the names of the document to the facts that Bede trusts.
        assume_complete: whether the partial completeness assumption is made.
        people: the names of persons in the document.
        strangers: bare names that mean nobody whom the reference knows.
    """
    reference = linker.reference
    links = link_roles(claim, linker, people, strangers)
    base = ClaimJudgement(claim, links, Verdict.OPEN)
    if claim.modality in (Modality.HEDGED, Modality.ATTRIBUTED):
        return replace(base, verdict=Verdict.SKIPPED, reason=f"{claim.modality}: {claim.reason}")
    identified = tuple(identify(claim, links, reference))
    if claim.modality is Modality.NEGATED:
        return replace(base, reason=f"{claim.reason}, so nothing is judged")
    if claim.degree:
        reason = f"{_sought(claim, links)}; a matter of degree, which no single fact decides"
        return replace(base, reason=reason)
    if not identified:
        key = links.get(event_types()[claim.type].key.name, ())
        silent = "; none is on record" if any(one.entities for one in key) else ""
        return replace(base, reason=f"{_sought(claim, links)}{silent}")
    time = claim.told_time or claim.trigger
    place = f"{document.path}:{document.position(time.start).line}"
    groups = []
    for group in _by_person(claim, links, identified):
        candidates = sorted(
            (_compare(claim, links, one, reference, place) for one in group),
            key=lambda candidate: (candidate.distance, candidate.fact.id),
        )
        closed = closure(claim, links, group, reference, assume_complete=assume_complete)
        judged = replace(base, candidates=tuple(candidates), closed=closed)
        groups.append(_weigh(judged, candidates, reference))
    return _worst(groups)


def _by_person(
    claim: Claim, links: Links, identified: Sequence[Identified]
) -> list[list[Identified]]:
    """The facts of each person in a list; the bearers of one ambiguous name are one group."""
    ambiguous = any(len(one.entities) > 1 for one in links[event_types()[claim.type].key.name])
    groups: dict[str, list[Identified]] = {}
    for one in identified:
        groups.setdefault("" if ambiguous else one.person.id, []).append(one)
    return list(groups.values())


def _worst(groups: Sequence[ClaimJudgement]) -> ClaimJudgement:
    """A list of people distributes; the worst verdict among them is that of the claim."""
    candidates = tuple(c for judged in groups for c in judged.candidates)
    order = (Verdict.CONTRADICTED, Verdict.DISPUTED, Verdict.OPEN, Verdict.SUPPORTED)
    worst = next(v for v in order if any(judged.verdict is v for judged in groups))
    chosen = [judged for judged in groups if judged.verdict is worst]
    deciding = tuple(c for judged in chosen for c in judged.deciding)
    return replace(chosen[0], candidates=candidates, deciding=deciding)


def _weigh(
    base: ClaimJudgement, group: Sequence[Candidate], reference: Reference
) -> ClaimJudgement:
    agreeing = [c for c in group if c.agrees]
    own = [c for c in group if c.fact.type == base.claim.type]
    if own and all(c.clashes for c in own):
        # Another sense of the words saves the claim only if it agrees with all that is stated.
        agreeing = [c for c in agreeing if Answer.UNKNOWN not in c.parts.values()]
    plain = [c for c in agreeing if not c.against]
    if plain or agreeing:
        best = (plain or agreeing)[0]
        verdict = Verdict.SUPPORTED if plain else Verdict.DISPUTED
        same = tuple(
            c
            for c in (plain or agreeing)
            if c.parts == best.parts and c.fact.type in (best.fact.type, base.claim.type)
        )
        return replace(base, verdict=verdict, parts=best.parts, deciding=same, reason="")
    clashing = [c for c in group if c.clashes]
    nearest = group[0]
    if len(clashing) == len(group) and base.closure is not Closure.NONE:
        return replace(
            base,
            verdict=Verdict.CONTRADICTED,
            parts=nearest.parts,
            deciding=tuple(group),
            reason="",
        )
    if clashing:
        reason = "the reference does not claim to know all such facts, so it does not exclude this"
    elif mixed_styles(base.claim.told_time, nearest.fact, reference) is not None:
        reason = "the date differs from that on record as Old Style and New Style differ"
    elif nearest.fact.confidence == "weak" and nearest.parts:
        reason = "what the reference has on it rests on weak evidence, which never accuses"
    else:
        reason = (
            "the reference knows that it happened, but nothing stated beyond that can be compared"
        )
    return replace(base, parts=nearest.parts, deciding=(), reason=reason)


def _compare(
    claim: Claim, links: Links, one: Identified, reference: Reference, place: str
) -> Candidate:
    event, fact = event_types()[claim.type], one.fact
    state = event_types()[fact.type].nature == "state" and not one.reading.at
    parts: dict[str, Answer] = {}
    clashes: list[Clash] = []
    against: tuple[Value, ...] = ()
    if claim.told_time is not None:
        answer, against = _time_answer(claim, fact, one.reading.at, state=state)
        if answer is Answer.NO and mixed_styles(claim.told_time, fact, reference) is not None:
            answer = Answer.UNKNOWN  # it may be the same day, told in another style
        parts["time"] = answer
        if answer is Answer.NO:
            conflict = time_conflict(claim, fact, reference, place, state=state)
            where = Stretch(claim.told_time.text, claim.told_time.start, claim.told_time.end)
            clashes.append(Clash("time", claim.told_time.text, dating(fact), where, conflict))
    for role, stated in claim.roles.items():
        if role == event.key.name or event.role(role) is None or role not in links:
            continue
        if any(filler.count is not None for filler in stated):
            parts[role] = _count_answer(claim, role, one, reference)
            continue
        answer, clash = _compare_role(claim, links, one, role, reference)
        parts[role] = answer
        clashes += [clash] if clash is not None else []
    weak = fact.confidence == "weak"
    doubts = weak and Answer.NO in parts.values()
    if weak:
        parts = {part: _weakened(answer) for part, answer in parts.items()}
        clashes = []
    bodies = fact.roles.get("organisation", ())
    depth = min((len(reference.ancestors(body)) for body in bodies), default=0)
    depth += int(not one.exact)
    ranked = distance(claim, fact, parts.values(), reading=one.rank, depth=depth)
    return Candidate(fact, one.person, parts, tuple(clashes), against, ranked, doubts)


def _compare_role(
    claim: Claim, links: Links, one: Identified, role: str, reference: Reference
) -> tuple[Answer, Clash | None]:
    """Compare the fillers of a role one by one; a clash names those that fail."""
    fact, name = one.fact, one.reading.roles.get(role, role)
    fillers = claim.roles[role]
    meant = [
        _meant(linked.entities, filler.head, fact, name, reference)
        for linked, filler in zip(links[role], fillers, strict=True)
    ]
    answers = [compare_role(entities, fact, name, reference) for entities in meant]
    failing = [f for f, answer in zip(fillers, answers, strict=True) if answer is Answer.NO]
    if not failing:  # a filler that could not be linked says neither yes nor no
        known = [answer for answer, entities in zip(answers, meant, strict=True) if entities]
        return all_of(known) if known else Answer.UNKNOWN, None
    where = Stretch(failing[0].text, failing[0].start, failing[0].end)
    recorded = fillers_in_words(fact, name, reference) or "somebody else"
    return Answer.NO, Clash(role, listed([f.name or f.text for f in failing]), recorded, where)


def _weakened(answer: Answer) -> Answer:
    """A fact of weak confidence may support what agrees with all of it; it never accuses."""
    return Answer.UNKNOWN if answer is Answer.NO else answer


def _meant(
    linked: Sequence[Entity], head: str, fact: Fact, role: str, reference: Reference
) -> Sequence[Entity]:
    """The candidates of a filler; a description ("the party") means what it describes."""
    if linked:
        return linked
    recorded = [reference.entity(value) for value in fact.roles.get(role, ())]
    return [entity for entity in recorded if describes(head.lower(), entity)]


def _time_answer(
    claim: Claim, fact: Fact, at: str, *, state: bool
) -> tuple[Answer, tuple[Value, ...]]:
    """The answer of the preferred and finer values, and the variants that say otherwise."""
    if fact.span is None:
        return Answer.UNKNOWN, ()
    finer = [end_of(v.span, at) for v in fact.values if v.rank == "finer" and v.span is not None]
    main = compare_time(claim, [end_of(fact.span, at)], state=state)
    if main is not Answer.NO and finer:
        exact = compare_time(claim, finer, state=state)
        main = Answer.YES if exact is Answer.YES else main  # one exact source refutes nothing
    variants = [v for v in fact.values if v.rank == "variant" and v.span is not None]
    answers = [
        (v, compare_time(claim, [end_of(v.span, at)], state=state)) for v in variants if v.span
    ]
    if main is Answer.YES:
        return Answer.YES, tuple(v for v, answer in answers if answer is Answer.NO)
    if main is Answer.NO:
        agreeing = [v for v, answer in answers if answer is Answer.YES]
        if agreeing:
            preferred = Value(
                fact.edtf, fact.span, fact.old_style, None, "preferred", fact.sources, None
            )
            others = (v for v, answer in answers if answer is Answer.NO)
            return Answer.YES, (preferred, *others)
        if any(answer is Answer.UNKNOWN for _, answer in answers):
            return Answer.UNKNOWN, ()
    return main, ()


def _count_answer(claim: Claim, role: str, one: Identified, reference: Reference) -> Answer:
    """Whether at least so many are on record: "lived in several countries"."""
    wanted = next(f.count for f in claim.roles[role] if f.count is not None)
    times: list[Span] = list(claim.told_time.readings) if claim.told_time is not None else []
    event = event_types()[one.fact.type]
    counted: set[str] = set()
    for fact in reference.facts(one.person.id, types=(event.name,), role=event.key.name):
        state = event.nature == "state"
        if times and fact.span is not None:
            answers = {compare_spans(time, fact.span, state=state) for time in times}
            if answers == {Answer.NO}:
                continue
        counted |= {
            value
            for value in fact.roles.get(role, ())
            if describes(wanted.noun, reference.entity(value))
        }
    return Answer.YES if len(counted) >= wanted.minimum else Answer.UNKNOWN


def _sought(claim: Claim, links: Links) -> str:
    """What was looked for, in words, and what was not found."""
    event = event_types()[claim.type]
    unknown = [
        one.reason
        for role, ones in links.items()
        for filler, one in zip(claim.roles[role], ones, strict=True)
        if not one.entities and one.reason and filler.count is None
    ]
    known = [entity.label for one in links.get(event.key.name, ()) for entity in one.entities]
    whose = f" of {listed(known)}" if known else ""
    if event.key.name not in claim.roles:
        return f"the text does not say which {event.key.name} is meant ({event.gloss})"
    looked = f"looked for: {event.name}{whose} ({event.gloss})"
    return "; ".join([looked, *unknown])
