"""Dates right behind names: of a battle when it was fought, of a ruler the life or the reign."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from bede.catalog import Severity, event_types, lexicon
from bede.chronology import Answer, Span, all_of, any_of, gap_days
from bede.claims import Stretch
from bede.claims.dated_names import DatedName, dated_names
from bede.evidence import Entity, Fact
from bede.evidence.lives import facts_about
from bede.judgement.case import Case, severity_of
from bede.judgement.comparison import compare_spans
from bede.judgement.naming import is_retrospective
from bede.judgement.offices import bears_title
from bede.judgement.telling import record, tell, when
from bede.judgement.values import Closure, Exclusion, Finding, Step
from bede.text import Timex

_RULE = "wrong-date"
_STYLES = 14
"""Days; so near a date may be the same, told in another calendar."""

_MOST_READINGS = 4
_NUMBER = re.compile(r"[IVXL]+")
_COMES_OUT = ("publication", "writing", "performance")


@dataclass(frozen=True, slots=True)
class _Meant:
    """A name with its date, and what it may stand for.

    Attributes:
        dated: the name and the date.
        words: the name, where it stands.
        entities: what it may stand for.
        before: the words before the name that may be a title, in small letters.
    """

    dated: DatedName
    words: Stretch
    entities: tuple[Entity, ...]
    before: str


def misdated_names(case: Case) -> Iterator[Finding]:
    """Findings on dates right behind names, of which no claim is judged.

    Args:
        case: the document with its judged claims.
    """
    for sentence in case.linker.sentences:
        for dated in dated_names(sentence):
            if _is_judged(case, dated):
                continue
            meant = _meant(case, dated)
            finding = None if meant is None else _JUDGES[meant.entities[0].kind](case, meant)
            if finding is not None:
                yield finding


def _is_judged(case: Case, dated: DatedName) -> bool:
    """Whether a claim that the reference can decide has this date as its own."""
    starts = {time.start for time in dated.ends}
    return any(
        one.claim.told_time is not None and one.claim.told_time.start in starts and one.candidates
        for one in case.claims.values()
    )


def _meant(case: Case, dated: DatedName) -> _Meant | None:
    """The longest name that ends before the date, and what it may stand for."""
    tokens = dated.sentence.tokens
    quoted = dated.sentence.within(dated.sentence.quoted, tokens[dated.last])
    if quoted and dated.setting != "definition":
        return None
    for first in range(dated.first, dated.last + 1):
        if not tokens[first].text[:1].isupper():
            continue
        text = _text(dated, first)
        if not case.reference.knows(text):
            continue
        kinds = tuple(_JUDGES)
        found = case.linker.link(text, tokens[dated.last].text, kinds).entities
        if not found or len({entity.kind for entity in found}) > 1:
            return None
        start, end = tokens[first].start, tokens[dated.last].end
        at = start - dated.sentence.start
        sentence = case.document.text[dated.sentence.start : dated.sentence.end]
        if is_retrospective(sentence, at, end - dated.sentence.start):
            return None
        before = " ".join(t.text.lower() for t in tokens[max(0, first - 3) : first])
        return _Meant(dated, Stretch(text, start, end), found, before)
    return None


def _text(dated: DatedName, first: int) -> str:
    tokens = dated.sentence.tokens[first : dated.last + 1]
    text = tokens[0].text
    for one, other in pairwise(tokens):
        text += other.text if one.end == other.start else f" {other.text}"
    return text


def _happening(case: Case, meant: _Meant) -> Finding | None:
    """A named event with another date than any that is on record of it."""
    facts = [fact for entity in meant.entities for fact in facts_about(entity, case.reference)]
    if not facts or any(fact.span is None or fact.confidence == "weak" for fact in facts):
        return None
    if any(_agrees(meant, fact) is not Answer.NO for fact in facts):
        return None
    return _finding(case, meant, facts, severity_of(_RULE))


def _agrees(meant: _Meant, fact: Fact) -> Answer:
    spans = [fact.span, *(v.span for v in fact.values if v.rank != "rejected")]
    known = [span for span in spans if span is not None]
    stated = [
        _from_to(readings) for readings in product(*(time.readings for time in meant.dated.ends))
    ]
    if any(gap_days(one, span) <= _STYLES for one in stated for span in known):
        answers = [compare_spans(one, span, state=_lasts(fact)) for one in stated for span in known]
        near = any(gap_days(one, span) == 0 for one in stated for span in known)
        return any_of(answers) if not near else Answer.UNKNOWN
    return Answer.NO


def _from_to(readings: Sequence[Span]) -> Span:
    """From the first day of some dates to the last, in whatever order they are told."""
    firsts = [one.hull[0] for one in readings]
    lasts = [one.hull[1] for one in readings]
    first = None if None in firsts else min(day for day in firsts if day is not None)
    last = None if None in lasts else max(day for day in lasts if day is not None)
    return Span.within(first, last)


def _lasts(fact: Fact) -> bool:
    return event_types()[fact.type].nature == "state"


def _work(case: Case, meant: _Meant) -> Finding | None:
    """A work with another year than that of its publication; the text must know its author."""
    if meant.dated.setting not in ("bracket", "definition") or len(meant.dated.ends) > 1:
        return None
    facts = [
        fact
        for entity in meant.entities
        for fact in facts_about(entity, case.reference)
        if fact.type in _COMES_OUT
    ]
    if not facts or any(fact.span is None or fact.confidence == "weak" for fact in facts):
        return None
    if not all(_is_by_known_author(case, entity) for entity in meant.entities):
        return None
    if any(_agrees(meant, fact) is not Answer.NO for fact in facts):
        return None
    return _finding(case, meant, facts, severity_of(_RULE, Closure.ASSUMED))


def _is_by_known_author(case: Case, work: Entity) -> bool:
    """Whether the text names the author, so that no other work of that title is meant."""
    named = {rated.entity.id for one in case.linker.names() for rated in one.candidates}
    return bool(named & set(work.authors))


def _person(case: Case, meant: _Meant) -> Finding | None:
    """Years behind a name that are neither the life nor a term of office, though one end is."""
    if meant.dated.setting != "bracket" or len(meant.dated.ends) != 2:
        return None
    found = [_misdated(case, meant, entity) for entity in meant.entities]
    facts = [fact for one in found if one for fact in one]
    if not found or None in found or not facts:
        return None
    return _finding(case, meant, facts, severity_of(_RULE, Closure.ASSUMED))


def _misdated(case: Case, meant: _Meant, person: Entity) -> list[Fact] | None:
    """The facts of which one end agrees and the other does not; None if a reading may be right."""
    begins = case.reference.facts(person.id, types=("birth",), role="person")
    deaths = case.reference.facts(person.id, types=("death",), role="person")
    tenures = [
        fact
        for record in case.linker.records(person)
        for fact in case.reference.facts(record, types=("tenure",), role="person")
    ]
    titled = [f for f in tenures if _is_under_title(case, meant, f)]
    if any(fact.span is None or fact.confidence == "weak" for fact in (*begins, *deaths, *tenures)):
        return None
    readings = [((b, b.span), (d, d.span)) for b in begins for d in deaths]
    readings += [((f, _begin(f)), (f, _end(f))) for f in tenures]
    clashing: list[Fact] = []
    for reading in readings:
        answers = [
            _inside(time.readings, span)
            for time, (_, span) in zip(meant.dated.ends, reading, strict=True)
        ]
        if all_of(answers) is not Answer.NO:
            return None
        fact = reading[answers.index(Answer.NO)][0]
        is_life = fact.type != "tenure"
        if is_life and answers[0] is Answer.NO and not tenures and _may_rule(meant):
            return None  # a reign that nobody recorded ends with the life as well
        if Answer.YES in answers and (is_life or fact in titled):
            clashing.append(fact)
    return clashing if clashing and (titled or not tenures) else None


def _may_rule(meant: _Meant) -> bool:
    """Whether somebody has the number of a ruler, or a title before the name."""
    words = {*meant.before.replace(",", " ").split(), *meant.words.text.lower().split()}
    titled = bool(words & (lexicon("lives", "rulers.titles") | lexicon("lives", "rulers.nobles")))
    return titled or _NUMBER.fullmatch(meant.words.text.split()[-1]) is not None


def _is_under_title(case: Case, meant: _Meant, fact: Fact) -> bool:
    """Whether the words before the name, or its first word, are the title of a term's office."""
    offices = [case.reference.entity(one) for one in fact.roles.get("office", ())]
    words = {*meant.before.replace(",", " ").split(), meant.words.text.split()[0].lower()}
    return any(bears_title(office, word) for office in offices for word in words)


def _begin(fact: Fact) -> Span | None:
    span = fact.span
    return None if span is None else Span.within(span.earliest_begin, span.latest_begin)


def _end(fact: Fact) -> Span | None:
    span = fact.span
    return None if span is None else Span.within(span.earliest_end, span.latest_end)


def _inside(stated: Sequence[Span], recorded: Span | None) -> Answer:
    if recorded is None or None in recorded.hull:
        return Answer.UNKNOWN
    return any_of(compare_spans(one, recorded, state=False) for one in stated)


def _finding(
    case: Case, meant: _Meant, facts: Sequence[Fact], severity: Severity
) -> Finding | None:
    times = meant.dated.ends
    place = Stretch(
        case.document.text[times[0].start : times[-1].end], times[0].start, times[-1].end
    )
    nearest = min(
        facts,
        key=lambda f: min(gap_days(r, f.span) if f.span else 0 for r in times[0].readings),
    )
    told = tell(nearest, case.reference)
    stated = _in_words(times) or f'"{place.text}"'
    ordered = [nearest, *(fact for fact in facts if fact is not nearest)]
    return Finding(
        rule=_RULE,
        severity=severity,
        message=f"{told[:1].upper()}{told[1:]}, not {stated}",
        place=place,
        marks=(meant.words,),
        evidence=tuple(ordered),
        readings=tuple(
            Exclusion(f"{tell(fact, case.reference)}; not {stated}", fact)
            for fact in ordered[:_MOST_READINGS]
        ),
        conflict=(
            Step(case.place(place), f'the text dates "{meant.words.text}" to "{place.text}"'),
            *(
                Step(record(fact), f"the reference says: {tell(fact, case.reference)}")
                for fact in ordered[:_MOST_READINGS]
            ),
        ),
    )


def _in_words(times: Sequence[Timex]) -> str:
    """A date as the end of a sentence: "in 1921"; "" for a range."""
    words = when(times[0].readings[0]) if len(times) == 1 else ""
    return words if words.startswith(("in ", "on ")) else ""


_JUDGES = {"happening": _happening, "work": _work, "person": _person}
