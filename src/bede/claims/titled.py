"""People who take part in something under the title of an office: "pardoned by President Reed".

The clause must tell its time and be asserted. What people are remembered, born or buried under is
left out, for that may be any title that they ever had.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bede.catalog import lexicon
from bede.claims.clausetime import clause_time, head_of_stretch
from bede.claims.sites import VERBS
from bede.text import Modality, Sentence, Timex, Token, scope_of

_LONGEST = 6
_LANDS = frozenset({"NORP", "GPE"})
_QUALIFIED = 3  # words before a title among which a qualifier is looked for


@dataclass(frozen=True, slots=True)
class Titled:
    """A name under a title, in a clause that tells its time.

    Attributes:
        sentence: the sentence.
        title: the title, in small letters.
        first: index of the first word of the title.
        name: index of the first word of the name behind it.
        last: index of the last word of the name.
        verb: index of the verb of the clause.
        time: when it was.
        acts: whether the bearer does it himself.
        described: whether the title is told with its land, as a description of the bearer then
            ("Tarnish President Reed", "King Jon of Tarn"), not out of courtesy.
    """

    sentence: Sentence
    title: str
    first: int
    name: int
    last: int
    verb: int
    time: Timex
    acts: bool
    described: bool


def titled_names(sentence: Sentence) -> Iterator[Titled]:
    """The names under titles in a sentence, in order.

    Args:
        sentence: the sentence.
    """
    if not sentence.is_readable:
        return
    for first, name, last, title in _names(sentence):
        head = head_of_stretch(sentence, first, last)
        if sentence.within(sentence.quoted, head) or _is_qualified(sentence, first):
            continue
        verb = next((t for t in sentence.ancestors(head.index) if t.pos in VERBS), None)
        if verb is None or not _takes_part(sentence, first):
            continue
        acts = head.dep in ("nsubj", "conj") or sentence.head(head).lemma == "by"
        idle = lexicon("offices", "done_under_any_title" if acts else "suffered_under_any_title")
        scope = scope_of(sentence, verb.index).modality
        if verb.lemma in idle or scope in (Modality.NEGATED, Modality.ATTRIBUTED):
            continue
        time = clause_time(sentence, verb)
        if time is not None and not _stands_apart(sentence, head):
            described = _is_described(sentence, first, last)
            yield Titled(sentence, title, first, name, last, verb.index, time, acts, described)


def _names(sentence: Sentence) -> Iterator[tuple[int, int, int, str]]:
    """First word of the title, first and last word of the name, and the title."""
    tokens = sentence.tokens
    for token in tokens[:-1]:
        for length in (2, 1):
            words = tokens[token.index : token.index + length]
            title = " ".join(word.text.lower() for word in words)
            name = token.index + length
            if title not in lexicon("offices", "single") or not token.text[:1].isupper():
                continue
            if name >= len(tokens) or not _is_part(sentence, tokens[name]):
                continue
            last = name
            while last + 1 < len(tokens) and last - name < _LONGEST:
                joined = tokens[last].end == tokens[last + 1].start and tokens[
                    last + 1
                ].pos not in (
                    "PUNCT",
                    "PART",
                )
                hyphen = tokens[last + 1].text == "-" and last + 2 < len(tokens)
                if not (_is_part(sentence, tokens[last + 1]) or joined or hyphen):
                    break
                last += 1
            yield token.index, name, last, title
            break


def _is_part(sentence: Sentence, token: Token) -> bool:
    return token.pos == "PROPN" and token.text[:1].isupper() and not sentence.dates(token)


def _is_qualified(sentence: Sentence, first: int) -> bool:
    near = {t.text.lower() for t in sentence.tokens[max(0, first - _QUALIFIED) : first]}
    words = lexicon("offices", "qualifiers") | lexicon("retrospective", "before")
    everywhere = {t.text.lower() for t in sentence.tokens}
    return bool(near & words) or bool(everywhere & lexicon("offices", "shared"))


def _is_described(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a land stands before the title, or behind "of" after the name."""
    before, behind = (
        sentence.tokens[max(0, first - 1) : first],
        sentence.tokens[last + 1 : last + 3],
    )
    if any(token.label in _LANDS for token in before):
        return True
    return len(behind) > 1 and behind[0].lemma == "of" and behind[1].label in _LANDS


def _stands_apart(sentence: Sentence, head: Token) -> bool:
    """Whether a preposition of its own parts a name from the time: "with A in 1839, and with B"."""
    return any(t.pos == "ADP" and t.dep == "conj" for t in sentence.ancestors(head.index))


def _takes_part(sentence: Sentence, first: int) -> bool:
    """Whether the words before a title leave its bearer a part in what is told.

    "By President Reed", "Tarn and King Jon" and a title at the head of a clause do; "a statue of
    King Jon" and "the son of King Jon" do not, but "during the reign of King Jon" does.
    """
    tokens, at = sentence.tokens, first - 1
    while at >= 0 and (tokens[at].pos in ("ADJ", "DET") or tokens[at].dep == "compound"):
        at -= 1
    if at < 0:
        return True
    before = tokens[at]
    noun = tokens[at - 1] if at else None
    if before.lemma == "of":
        return noun is not None and noun.lemma in lexicon("lives", "rulers.times")
    if before.pos == "ADP":
        kept = noun is not None and noun.lemma in lexicon("offices", "remembering")
        return before.lemma in lexicon("offices", "meeting") and not kept
    dated = sentence.dates(before)
    return dated or before.pos in ("VERB", "AUX", "CCONJ", "PUNCT", "SCONJ", "ADV", "PROPN")
