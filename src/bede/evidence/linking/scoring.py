"""How well an entity fits a name in its context, in natural logarithms of odds.

The weights are conventions of Bede, tuned on the development half of the homonym passages; each
says beside it what it stands for. Odds add up: a bearer who lived at another time needs much else
to be believed. The frame is that of naive Bayes with bounded evidence.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from bede.chronology import date_of
from bede.evidence.linking.context import Context, Moment
from bede.evidence.lives import LONGEST_LIFE, Life
from bede.evidence.values import Entity, Name

YEAR = 365.2425
"""Days; the mean year of the Gregorian calendar."""

_YOUTH = 14 * YEAR  # a child seldom does what history tells
_MEMORY = 40 * YEAR  # so long after a death the dead are still much spoken of

_BEFORE = -5.0  # told of before the birth: one writer in a hundred and fifty errs so
_AS_CHILD = -1.0
_REMEMBERED = -1.5  # soon after the death
_LONG_DEAD = -3.0  # the dead are told of in later ages too
_EARLY = -1.5  # a state is often called so a little before it was founded
_LONG_GONE = -4.5  # bodies and events are less spoken of than people
_NO_DATES = -1.0  # nothing is on record to place an entity by

_BRACKET_AGREES, _BRACKET_CLASHES = 4.0, -6.0  # for each end of a life in brackets
_DAY_AGREES = 6.0  # one in 365 shares the day of the year by chance; with the year, fewer still
_BESIDE, _AROUND, _MOST_WORDS = 1.2, 0.5, 3.6
_FAME = 0.35  # for each doubling of the works that tell of somebody

_UNKNOWN, _UNKNOWN_ONE_WORD, _UNKNOWN_SHORT = -6.0, -4.0, -3.0
_UNKNOWN_SURNAME = 1.0  # a surname alone is rather that of somebody else

_WORD = re.compile(r"\w{4,}")

LABELS = {
    "PERSON": {"person"},
    "NORP": {"organisation"},
    "ORG": {"organisation", "place", "work"},
    "GPE": {"place", "organisation"},
    "LOC": {"place"},
    "FAC": {"place"},
    "EVENT": {"happening"},
    "WORK_OF_ART": {"work"},
    "LAW": {"work", "happening"},
}
"""Label of the parser -> the kinds of entity that it may stand for."""

_OTHER_KIND = -1.5  # the parser's labels of single names are right in about four of five cases


def score(entity: Entity, life: Life, label: str, context: Context) -> float:
    """How well an entity fits, in natural logarithms of odds; 0 says nothing either way.

    Args:
        entity: the candidate.
        life: when it was there.
        label: what the parser takes the name for.
        context: what the text says around the name.
    """
    total = _FAME * math.log2(1 + entity.prominence)
    moments = [one for one in context.moments if (one.first, one.last) not in (context.life or ())]
    total += period(life, moments, mortal=entity.kind == "person")  # the life itself counts below
    total += _bracket(life, context)
    total += _described(entity, context)
    if label and entity.kind not in LABELS.get(label, {entity.kind}):
        total += _OTHER_KIND
    return total


def unknown(name: Name) -> float:
    """How likely it is that a name means somebody whom the reference does not have, in odds.

    A name of several words is seldom borne by two; one word is the name of many, most of all
    where it is short for something else ("Congress").
    """
    if " " in name.text:
        return _UNKNOWN
    if name.kind == "short":
        return _UNKNOWN_SURNAME
    return _UNKNOWN_ONE_WORD if name.kind == "preferred" else _UNKNOWN_SHORT


def period(life: Life, moments: Iterable[Moment], *, mortal: bool) -> float:
    """How well a life fits the times told near a name: 0 if well, down to `_BEFORE`."""
    told = list(moments)
    weight = sum(one.weight for one in told)
    if not told or weight == 0:
        return 0.0
    if life.begin is None and life.end is None and life.seen is None:
        return _NO_DATES
    fits = sum(one.weight * _fit(life, one, mortal=mortal) for one in told) / weight
    return fits * min(1.0, weight / 0.5)


def _fit(life: Life, moment: Moment, *, mortal: bool) -> float:
    begin, end = life.begin, life.end
    first = begin[0] if begin else None
    last = end[1] if end else None
    if first is None and last is None and life.seen is not None:
        first, last = life.seen[0] - int(_MEMORY), life.seen[1] + int(_MEMORY)
    if mortal and first is None and last is not None:
        first = last - LONGEST_LIFE
    if mortal and last is None and first is not None:
        last = first + LONGEST_LIFE
    if first is not None and moment.last < first:
        return _BEFORE if mortal or first - moment.last > _MEMORY else _EARLY
    if last is not None and moment.first > last:
        if moment.first - last < _MEMORY:
            return _REMEMBERED
        return _LONG_DEAD if mortal else _LONG_GONE
    if mortal and begin is not None and moment.last < begin[0] + _YOUTH:
        return _AS_CHILD
    return 0.0


def _bracket(life: Life, context: Context) -> float:
    """A life in brackets names its bearer; that of a reign lies inside the life."""
    if context.life is None:
        return 0.0
    told = [
        (ours, theirs) for ours, theirs in zip(context.life, (life.begin, life.end), strict=True)
    ]
    both = [(ours, theirs) for ours, theirs in told if ours is not None and theirs is not None]
    found = [_agreement(ours, theirs) for ours, theirs in both]
    if not both:
        return 0.0
    if max(found) < 0 and _is_reign(life, context):
        return 0.0
    return sum(found)


def _agreement(ours: tuple[int, int], theirs: tuple[int, int]) -> float:
    """What one end of a life says; the same day of another year is a slip of the pen."""
    dates = [date_of(first) for first, last in (ours, theirs) if first == last]
    if len(dates) == 2 and len({(date.month, date.day) for date in dates}) == 1:
        return _DAY_AGREES
    meets = ours[0] <= theirs[1] + YEAR and theirs[0] <= ours[1] + YEAR
    return _BRACKET_AGREES if meets else _BRACKET_CLASHES


def _is_reign(life: Life, context: Context) -> bool:
    begin, end = context.life or (None, None)
    if begin is None or end is None or life.begin is None or life.end is None:
        return False
    return life.begin[1] <= begin[0] and end[1] <= life.end[1] + YEAR


def _described(entity: Entity, context: Context) -> float:
    """Words that the reference has of the entity and the text has of the name."""
    own = {word for name in entity.names for word in _words(name.text)}
    known = _words(f"{entity.description or ''} {entity.subkind or ''}") - own
    beside = len(known & context.beside)
    around = len(known & context.around) - beside
    return min(_MOST_WORDS, _BESIDE * beside + _AROUND * around)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))
