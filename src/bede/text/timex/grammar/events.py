"""Times that hang on an event: "after the war", "three days before his death".

What event it is, and when, is for the reference and the network to say; the tagger keeps the
relation and the words.
"""

from __future__ import annotations

from bede.text.timex.grammar import numbers
from bede.text.timex.grammar.durations import read_length
from bede.text.timex.grammar.templates import load_phrasebook
from bede.text.timex.point import Context, Expression, Hung

_MOST_WORDS_BEFORE_NOUN = 4
_MOST_WORDS_BEHIND = 8


def read_event_time(context: Context, index: int) -> Expression | None:
    """A time that is told by an event alone: "after the siege of Vienna"."""
    book, tokens = load_phrasebook(), context.tokens
    word = book.event_words.match(tokens, index)
    if word is None or tokens.low(index - 1) in book.determiners:  # "the following campaign"
        return None
    end = _event_end(context, word[1])
    if end is None:
        return None
    hung = Hung(kind=word[0], start=word[1], end=end)
    return Expression(start=index, end=end, full_start=index, hung=hung, kind="event")


def read_regnal_year(context: Context, index: int) -> Expression | None:
    """A year of a reign: "the twelfth year of his reign". Whose, and when, is for the reference."""
    tokens, book = context.tokens, load_phrasebook()
    at = index + 1 if tokens.low(index) == "the" else index
    order = numbers.ordinal(context, at)
    if order is None or tokens.low(order[1]) != "year" or tokens.low(order[1] + 1) != "of":
        return None
    start = order[1] + 2
    end = _event_end(context, start)
    if end is None or book.reigns.isdisjoint(tokens.lowers[start:end]):
        return None
    hung = Hung(kind="in-year", start=start, end=end, period=f"P{order[0]}Y")
    return Expression(start=index, end=end, full_start=index, hung=hung, kind="event")


def read_distance(context: Context, index: int) -> Expression | None:
    """A length counted from an event: the "three days" of "three days before his death"."""
    length = read_length(context, index)
    if length is None:
        return None
    book, tokens = load_phrasebook(), context.tokens
    word = book.event_words.match(tokens, length.end)
    if word is None or word[0] == "during":
        return None
    end = _event_end(context, word[1])
    if end is None:
        return None
    hung = Hung(kind=word[0], start=word[1], end=end, period=length.period)
    return Expression(
        start=index,
        end=length.end,
        full_start=index,
        period=length.period,
        hung=hung,
        kind="duration",
    )


def _event_end(context: Context, index: int) -> int | None:
    """One past the words for an event: an article or owner, a noun of events, and its "of ..."."""
    tokens, book = context.tokens, load_phrasebook()
    at = index
    if tokens.low(at) in book.determiners:
        at += 1
    elif not tokens.capital(at):
        return None
    for _ in range(_MOST_WORDS_BEFORE_NOUN):
        if tokens.low(at) in book.event_nouns:
            return _with_names(context, _over_number(context, at))
        if tokens.low(at) in context.words.seasons:
            return None  # a time of its own: "during the Spring Offensive of 1918"
        if not (tokens.low(at).isalpha() or tokens.low(at) in ("'", "’", "-")):
            return None
        at += 1
    return None


def _over_number(context: Context, index: int) -> int:
    """One past a noun of events, and past the number that is part of its name: "World War II"."""
    named = context.tokens.capital(index)
    number = named and (
        numbers.roman(context, index + 1)
        or (context.tokens.capital(index + 1) and numbers.cardinal(context, index + 1))
    )
    return number[1] if number else index + 1


def _with_names(context: Context, index: int) -> int:
    """Over "of Vienna", "between Rome and Carthage": links that lead to names."""
    tokens, book, words = context.tokens, load_phrasebook(), context.words
    end, linked = index, False
    for at in range(index, index + _MOST_WORDS_BEHIND):
        low = tokens.low(at)
        if tokens.capital(at) and (linked or at > index) and low not in words.months:
            if not linked and end < at:
                break
            end, linked = at + 1, True
        elif low in book.linkers and (low != "the" or linked or at > index):
            if low == "the" and tokens.low(at - 1) not in book.linkers:
                break
            linked = True
        else:
            break
    return end
