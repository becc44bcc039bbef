"""Which temporal expression dates which trigger: by syntax first, never another event's date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bede.catalog import lexicon
from bede.claims.climbing import head_of, owners, reached
from bede.claims.filling import Match
from bede.text import Sentence, Timex, TimexType, Token

_LATER = frozenset({"later", "then", "subsequently", "eventually", "finally", "afterwards", "soon"})


def is_date_line(sentence: Sentence) -> Timex | None:
    """The date of a sentence that is nothing but a date, as almanacs put it before an entry."""
    if len(sentence.timexes) != 1 or sentence.timexes[0].type is not TimexType.DATE:
        return None
    timex = sentence.timexes[0]
    words = [t for t in sentence.tokens if t.pos not in ("PUNCT", "SYM", "SPACE")]
    whole = all(timex.full_start <= t.start and t.end <= timex.end for t in words)
    return timex if whole else None


def date_triggers(
    sentence: Sentence, matches: Sequence[Match], header: Timex | None = None
) -> Mapping[int, Timex]:
    """The date of each match that has one.

    Args:
        sentence: the sentence.
        matches: the triggers found in it.
        header: the date of a line before the sentence that is nothing but a date.

    Returns:
        Position of the match in `matches` -> the expression that dates it.
    """
    if any(token.lemma == "respectively" for token in sentence.tokens):
        return {}  # several dates for several people, each its own
    owner = owners(matches)
    found: dict[int, Timex] = {}
    for timex in sentence.timexes:
        if timex.type is not TimexType.DATE or timex.span is None:
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
        told = found.get(place)
        same = told is not None and told.kind == "relative" and told.value == timex.value
        if (told is None or same) and not _is_echo(sentence, matches[place]):
            found[place] = timex  # of "two years later, in 1826" the year is what dates it
    main = _main(sentence, matches)
    if header is not None and main is not None and not sentence.timexes:
        found[main] = header
    _share_fronted(sentence, matches, found)
    return found


def _denied(sentence: Sentence, timex: Timex) -> bool:
    """A date that the text rules out: "not in 1836 but in 1838", "in 1924, not 1930"."""
    before = [token for token in sentence.tokens if token.end <= timex.start]
    while before and before[-1].pos in ("ADP", "DET"):
        before.pop()
    return bool(before) and before[-1].lemma in lexicon("scope", "negators")


def _is_echo(sentence: Sentence, match: Match) -> bool:
    """Whether the date behind a noun may be that of a later time.

    So it is in "the anniversary of the founding in 1880" and "five years after the founding in
    1880".
    """
    word = sentence.tokens[match.hosts[0]]
    preposition = sentence.head(word)
    if word.dep != "pobj":
        return False
    later = sentence.child(preposition.index, "npadvmod") is not None
    later = later or preposition.lemma == "about"  # "wrote about the execution in 1937"
    return later or sentence.head(preposition).lemma in lexicon("nouns", "echoes")


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


def _share_fronted(sentence: Sentence, matches: Sequence[Match], found: dict[int, Timex]) -> None:
    """A fronted date holds for coordinated verbs: "in 1926 he expelled X and exiled Y"."""
    for place, match in enumerate(matches):
        verb = sentence.tokens[match.hosts[0]]
        if place in found or verb.dep != "conj" or verb.pos != "VERB":
            continue
        adverbs = {child.lemma for child in sentence.children(verb.index, "advmod")}
        head = sentence.head(verb)
        for other, timex in list(found.items()):
            same = head.index in matches[other].hosts and timex.end <= head.start
            if same and not adverbs & _LATER and sentence.subject(verb.index) is None:
                found[place] = timex
