"""Offices: who surely held one at a time, and words by which a text says that nobody held it whole.

An office is held by one person at a time only if the reference says so (`holders: single`), or if
the text names it with a noun that a word list knows for such an office ("the president of Tarn").
"""

from __future__ import annotations

import re
from collections.abc import Collection

from bede.catalog import lexicon
from bede.chronology import Span, allowance
from bede.claims import Claim, Filler
from bede.evidence import Entity, Fact, Reference
from bede.evidence.names import name_key
from bede.judgement.lifetimes import spans_of
from bede.judgement.naming import is_retrospective
from bede.judgement.telling import tell, when

_WORD = re.compile(r"\w+")
_HYPHENED = re.compile(r"\w[\w’'-]*")
_REACH = 3  # words before an office among which a qualifier is looked for


def surely_together(one: Span, other: Span, handover: int) -> bool:
    """Whether two terms must have run side by side for longer than a handover takes.

    Of two terms with a begin and an end it is the days that both surely cover. A moment ("in 1845")
    must lie, wherever in its stretch it was, deep enough inside the term. Two moments tell nothing:
    two people may hold an office in one year.

    Args:
        one: a term or a moment.
        other: another.
        handover: days by which dates of entering and leaving may be taken for one another.
    """
    one, other = one.widened(allowance(one)), other.widened(allowance(other))
    if one.is_interval and other.is_interval:
        if one.core is None or other.core is None:
            return False
        shared = min(one.core[1], other.core[1]) - max(one.core[0], other.core[0]) + 1
        return shared > handover
    if one.is_interval == other.is_interval:
        return False
    term, moment = (one, other) if one.is_interval else (other, one)
    first, last = moment.hull
    if term.core is None or first is None or last is None:
        return False
    return term.core[0] + handover < first and last < term.core[1] - handover


def holder_then(
    office: Entity,
    moments: Collection[Span],
    reference: Reference,
    *,
    handover: int,
    but: Collection[str] = (),
) -> Fact | None:
    """The term of somebody else who surely held an office of one holder at a time.

    Args:
        office: the office.
        moments: the readings of the time asked for; the term must hold for each.
        reference: where the terms are.
        handover: as in `surely_together`.
        but: ids of those who are not asked for; if one of them is on record as holding the office
            together with the other, nobody is returned.

    Returns:
        The one such term; None if there is none, or more than one, or the office has many holders.
    """
    if office.holders != "single" or not moments:
        return None
    found = []
    for fact in reference.facts(office.id, types=("tenure",), role="office"):
        if fact.confidence == "weak" or not spans_of(fact):
            continue
        pairs = [(moment, span) for moment in moments for span in spans_of(fact)]
        if all(surely_together(moment, span, handover) for moment, span in pairs):
            found.append(fact)
    others = [fact for fact in found if not set(fact.roles.get("person", ())) & set(but)]
    people = {fact.roles.get("person", ()) for fact in others}
    return others[0] if len(found) == len(others) and len(people) == 1 else None


def is_whole(office: Entity, reference: Reference) -> bool:
    """Whether the reference declares that it knows all who held an office."""
    return any(
        said.complete and not said.where and said.where_time is None
        for said in reference.completeness(office.id, "tenure")
    )


def told_then(fact: Fact, reference: Reference, moment: Span) -> str:
    """A term as the answer to who held an office at a time: "in 1850 Ida Vell was ... (...)"."""
    term = f" ({when(fact.span)})" if fact.span is not None else ""
    return f"{when(moment)} {tell(fact, reference, dated=False)}{term}"


def is_partial(claim: Claim, office: Filler) -> bool:
    """Whether an office is held for another, not in full, not yet or no longer by its own words.

    Such words stand in it or right before it: "acting president", "ex-king", "the future queen".

    Args:
        claim: a claim.
        office: the office in it, or a name with the title of one.
    """
    before = claim.sentence.text[: office.start - claim.sentence.start]
    near = [*_WORD.findall(before)[-_REACH:], *_WORD.findall(office.text)]
    return bool({word.casefold() for word in near} & lexicon("offices", "qualifiers"))


def is_qualified(claim: Claim, office: Filler) -> bool:
    """Whether the text says anyhow that an office was not somebody's alone and at the time.

    Beside what `is_partial` finds it may be shared or fought for, which any word of the sentence
    can tell, or its name may belong to another time ("later president").
    """
    text, first = claim.sentence.text, claim.sentence.start
    words = {word.group().casefold() for word in _HYPHENED.finditer(text)}
    if is_partial(claim, office) or words & lexicon("offices", "shared"):
        return True
    head = max(office.text.find(office.head), 0)
    return is_retrospective(text, office.start - first + head, office.end - first)


def office_words(filler: Filler) -> str | None:
    """The key of an office that its words alone name as one with a single holder; else None.

    "the president of Tarn" does, "president" and "a senator of Tarn" do not.
    """
    kind, _, of_what = filler.text.removeprefix("the ").partition(" of ")
    if kind.lower() not in lexicon("offices", "single"):
        return None
    return name_key(f"{kind} of {of_what}") if of_what.lower() != of_what else None


def title_of(name: str) -> str | None:
    """The title of an office of one holder in front of a name ("president" of "President Reed")."""
    words = name.lower().split()
    titles = (" ".join(words[:length]) for length in (2, 1) if length < len(words))
    return next((title for title in titles if title in lexicon("offices", "single")), None)


def bears_title(office: Entity, title: str) -> bool:
    """Whether a title is that of an office: "president" is that of the President of Tarn."""
    keys = (name_key(name.text) for name in office.names)
    return any(key == title or key.startswith(f"{title} of ") for key in keys)
