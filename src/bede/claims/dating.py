"""Which temporal expression dates which trigger: by syntax first, never another event's date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bede.catalog import lexicon
from bede.claims.clauses import share_in_clauses
from bede.claims.climbing import head_of, is_echo, owners, reached
from bede.claims.composing import Dating, agreed, not_until, sure
from bede.claims.filling import Match
from bede.claims.sites import is_occasion
from bede.claims.values import Dated
from bede.text import Sentence, Timex, TimexType, Token

_LATER = frozenset({"later", "then", "subsequently", "eventually", "finally", "afterwards", "soon"})
_LISTING = frozenset({"and", ",", "in", "on", "again", "then"})
_DAYS_OF_YEAR = 380  # with the days by which the two calendars differ
_POINTS = (TimexType.DATE, TimexType.TIME)


def is_date_line(sentence: Sentence) -> Timex | None:
    """The date of a sentence that is nothing but a date, as almanacs put it before an entry."""
    if len(sentence.timexes) != 1 or sentence.timexes[0].type is not TimexType.DATE:
        return None
    timex = sentence.timexes[0]
    words = [t for t in sentence.tokens if t.pos not in ("PUNCT", "SYM", "SPACE")]
    whole = all(timex.full_start <= t.start and t.end <= timex.end for t in words)
    return timex if whole else None


def date_triggers(
    sentence: Sentence,
    matches: Sequence[Match],
    header: Timex | None = None,
    heading: Timex | None = None,
) -> Mapping[int, Dating]:
    """The date of each match that has one.

    Args:
        sentence: the sentence.
        matches: the triggers found in it.
        header: the date of a line before the sentence that is nothing but a date.
        heading: that of the heading above, if it is nothing else either.

    Returns:
        Position of the match in `matches` -> what dates it.
    """
    if not matches or any(token.lemma == "respectively" for token in sentence.tokens):
        return {}  # several dates for several people, each its own
    told = [timex for timex in sentence.timexes if timex.type in _POINTS]
    direct = _direct(sentence, matches, told)
    own = {place: times[0] for place, times in direct.items()}
    main = _main(sentence, matches)
    if header is not None and main is not None and not sentence.timexes:
        own[main] = header
    others = [timex for timex in sentence.times if timex.type in _POINTS and timex not in told]
    story = _direct(sentence, matches, others)
    _share_fronted(sentence, matches, own, story)
    found = {place: Dating(timex, Dated.TOLD) for place, timex in own.items()}
    for place in direct:
        more = _coordinated(sentence, place, direct)
        if more:
            found[place] = replace(found[place], more=more)
    for place, match in enumerate(matches):
        if place in found and not_until(sentence, match, found[place].time) is not None:
            point = not_until(sentence, match, found[place].time)
            found[place] = Dating(point or found[place].time, Dated.SHARED)
    for place, times in story.items():
        one = agreed(found[place].time, times[0]) if place in found else times[0]
        if one is not None:
            point = not_until(sentence, matches[place], one)
            found[place] = Dating(point or one, found[place].dated if place in found else sure(one))
    above = None if header is None else Dating(header, Dated.SHARED)
    if heading is not None and above is None and _is_short(heading):
        above = Dating(heading, Dated.INHERITED)
    return share_in_clauses(sentence, matches, found, above)


def _is_short(heading: Timex) -> bool:
    """Whether a heading names a year at most; what is told below a longer time is of some year."""
    low, high = (None, None) if heading.span is None else heading.span.hull
    return low is not None and high is not None and high - low <= _DAYS_OF_YEAR


def _direct(
    sentence: Sentence, matches: Sequence[Match], timexes: Iterable[Timex]
) -> dict[int, list[Timex]]:
    """The expressions that hang on each match, the one that dates it first."""
    owner = owners(matches)
    found: dict[int, list[Timex]] = {}
    for timex in timexes:
        if timex.span is None or is_occasion(sentence, timex):
            continue
        bracket = _bracket(sentence, timex)
        head = head_of(sentence, timex.start, timex.end)
        if head is not None and _denied(sentence, timex):
            continue
        place = reached(sentence, head, owner, matches) if head is not None else None
        if place is None and _opens_block(sentence, timex):
            place = _main(sentence, matches)
        if place is None or (bracket is not None and matches[place].trigger[0] < bracket.index):
            continue  # the date of a life, which dates nothing outside its bracket
        if is_echo(sentence, matches[place]):
            continue
        told = found.get(place)
        if told is not None and told[0].kind == "relative" and told[0].value == timex.value:
            told.insert(0, timex)  # of "two years later, in 1826" the year is what dates it
        else:
            found.setdefault(place, []).append(timex)
    return found


def _coordinated(
    sentence: Sentence, place: int, direct: Mapping[int, Sequence[Timex]]
) -> tuple[Timex, ...]:
    """Further dates listed behind that of a match: "in 1801, 1803 and 1806"."""
    found: list[Timex] = []
    last = direct[place][0]
    others = [times for other, times in direct.items() if other != place]
    for timex in sentence.times:
        if timex.start < last.end:
            continue
        between = _plain(
            [t for t in sentence.tokens if last.end <= t.start and t.end <= timex.start]
        )
        listed = {token.lemma for token in between} <= _LISTING and between
        if not listed or timex.span is None or last.modifier or timex.modifier:
            break
        if timex.type not in _POINTS or any(timex in times for times in others):
            break
        if timex.kind == "relative":
            break  # "was arrested in 1838, and three years later she died"
        found.append(timex)
        last = timex
    return tuple(found)


def _plain(words: Sequence[Token]) -> list[Token]:
    """Words without the marks of notes among them: "in 1874 [a] and again in 1876"."""
    found: list[Token] = []
    inside = False
    for word in words:
        inside = inside or word.text == "["
        if not inside:
            found.append(word)
        inside = inside and word.text != "]"
    return found


def _denied(sentence: Sentence, timex: Timex) -> bool:
    """A date that the text rules out: "not in 1836 but in 1838", "in 1924, not 1930"."""
    before = [token for token in sentence.tokens if token.end <= timex.start]
    while before and before[-1].pos in ("ADP", "DET"):
        before.pop()
    return bool(before) and before[-1].lemma in lexicon("scope", "negators")


def _bracket(sentence: Sentence, timex: Timex) -> Token | None:
    """The bracket behind a name in which a date stands: it is that person's, not the sentence's."""
    found = None
    for token in sentence.tokens:
        if token.start >= timex.full_start:
            break
        if token.text in ("(", "["):
            found = token
        elif token.text in (")", "]"):
            found = None
    if found is None or found.index == 0:
        return None
    return found if sentence.tokens[found.index - 1].pos in ("PROPN", "NOUN", "PUNCT") else None


def _opens_block(sentence: Sentence, timex: Timex) -> bool:
    """A date at the very start, set off by a colon or dash, dates the main clause."""
    if timex.start > sentence.start + 1:
        return False
    following = next((t for t in sentence.tokens if t.start >= timex.end), None)
    return following is not None and following.text in (":", "–", "—", "-", "--", ",")


def _main(sentence: Sentence, matches: Sequence[Match]) -> int | None:
    """The match whose trigger is the main verb, if there is one."""
    roots = {token.index for token in sentence.tokens if token.dep == "ROOT"}
    found = [place for place, match in enumerate(matches) if roots & set(match.hosts)]
    return found[0] if len(found) == 1 else None


def _share_fronted(
    sentence: Sentence,
    matches: Sequence[Match],
    found: dict[int, Timex],
    story: Mapping[int, Sequence[Timex]],
) -> None:
    """A fronted date holds for coordinated verbs: "in 1926 he expelled X and exiled Y".

    Not for one with a time of its own: "in 1926 he expelled X and exiled Y the following year".
    """
    for place, match in enumerate(matches):
        verb = sentence.tokens[match.hosts[0]]
        if place in found or place in story or verb.dep != "conj" or verb.pos != "VERB":
            continue
        adverbs = {child.lemma for child in sentence.children(verb.index, "advmod")}
        head = sentence.head(verb)
        for other, timex in list(found.items()):
            same = head.index in matches[other].hosts and timex.end <= head.start
            if same and not adverbs & _LATER and sentence.subject(verb.index) is None:
                found[place] = timex
