"""Whether a name in a dated clause says that its bearer was there, whatever the clause tells.

Who does something, is met, fought or sent somewhere, and where it happens, must have been there.
Who is only thought of, shown or remembered need not, and a name inside a longer one is not meant at
all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bede.catalog import lexicon
from bede.claims.clausetime import clause_time, head_of_stretch
from bede.claims.sites import VERBS, find_sites
from bede.text import Modality, Sentence, Timex, TimexType, Token, scope_of

_POINTS = (TimexType.DATE, TimexType.TIME)
_JOINTS = frozenset({"-", "–", "/", "&"})
_OWNED = frozenset({"'s", "’s", "'", "’"})

Part = Literal["doer", "sufferer", "place"]


@dataclass(frozen=True, slots=True)
class Presence:
    """How a name takes part in a dated clause.

    Attributes:
        part: whether its bearer does something, is dealt with, or is where it happens.
        head: index of the head word of the name.
        verb: index of the verb of the clause.
        time: when it was.
    """

    part: Part
    head: int
    verb: int
    time: Timex


def presence_of(sentence: Sentence, first: int, last: int) -> Presence | None:
    """How a name takes part in its clause; None if it need not have been there.

    Args:
        sentence: the sentence.
        first: index of the first word of the name.
        last: index of the last.
    """
    if not sentence.is_readable or _is_inside_name(sentence, first, last):
        return None
    head = head_of_stretch(sentence, first, last)
    if sentence.within(sentence.quoted, head) or sentence.within(sentence.emphasised, head):
        return None
    found = _part(sentence, head)
    if found is None:
        return None
    part, verb = found
    if not _is_past(sentence, verb):
        return None
    if scope_of(sentence, verb.index).modality is not Modality.ASSERTED:
        return None
    time = clause_time(sentence, verb, strict=True)
    return None if time is None else Presence(part, head.index, verb.index, time)


def _is_inside_name(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a longer name goes on before or behind: "the Reed Prize", "HMS Reed"."""
    behind = sentence.tokens[last + 1 : last + 2]
    if _is_joined(sentence, first, last) or any(one.text in _OWNED for one in behind):
        return True
    head = head_of_stretch(sentence, first, last)
    if head.dep == "appos":  # "the bishop of Tarn, Jon Reed, crowned"
        titled = sentence.head(head).lemma.lower() in lexicon("naming", "titles")
        return not (titled and sentence.head(head).dep == "nsubj")
    return head.dep in ("compound", "nmod", "amod", "poss")


def _part(sentence: Sentence, head: Token) -> tuple[Part, Token] | None:
    """The part of a word in its clause, and the verb of the clause."""
    token = head
    while token.dep in ("conj", "appos") and sentence.head(token).pos in ("PROPN", "NOUN"):
        token = sentence.head(token)
    above = sentence.head(token)
    if token.dep in ("nsubj", "nsubjpass") and above.pos in VERBS:
        if token.dep == "nsubjpass":
            dealt = above.lemma in lexicon("presence", "dealing")
            return ("sufferer", above) if dealt else None
        idle = above.lemma in lexicon("presence", "absent_doing")
        return None if idle else ("doer", above)
    if token.dep in ("dobj", "dative") and above.pos in VERBS:
        dealt = above.lemma in lexicon("presence", "dealing")
        return ("sufferer", above) if dealt else None
    if token.dep == "pobj":
        return _behind_preposition(sentence, above)
    return None


def _behind_preposition(sentence: Sentence, preposition: Token) -> tuple[Part, Token] | None:
    governor = sentence.head(preposition)
    word = preposition.lemma
    if preposition.dep == "agent" or (word == "by" and governor.pos in VERBS):
        late = governor.lemma in lexicon("presence", "after_death")
        return None if late else ("doer", governor)
    met = governor.pos in VERBS and governor.lemma in lexicon("presence", "meeting")
    if met and word in lexicon("presence", "beside"):
        return "sufferer", governor
    if word == "against" and governor.lemma in lexicon("presence", "fighting"):
        return "sufferer", governor
    if word not in lexicon("presence", "where") or governor.lemma in lexicon(
        "presence", "likening"
    ):
        return None
    steps = 0
    while governor.pos in ("NOUN", "PROPN") and steps < _DEEPEST:
        if governor.lemma in lexicon("presence", "about"):
            return None
        if governor.dep not in ("dobj", "pobj", "nsubjpass", "conj", "attr", "prep", "nsubj"):
            return None
        governor, steps = sentence.head(governor), steps + 1
        while governor.pos == "ADP":
            governor = sentence.head(governor)
    return ("place", governor) if governor.pos in VERBS else None


_DEEPEST = 3  # nouns between a place and the verb of its clause


def _is_past(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause is told as past: not what is so, will be, would be or should be."""
    auxiliaries = sentence.children(verb.index, "aux", "auxpass")
    if any(one.tag == "MD" or one.text.lower() in ("to", "not") for one in auxiliaries):
        return False
    if verb.tag == "VBD" or (verb.tag == "VBN" and not auxiliaries):
        return True
    return any(one.tag in ("VBD",) for one in auxiliaries)


def setting_of(
    sentence: Sentence, first: int, last: int, *, person: bool = False
) -> tuple[Timex, ...]:
    """The times told around a name that is named as of then.

    Nothing is set in what was not there yet, or was not called so, and nobody takes part before
    the birth, whatever the clause tells. Sentences that look back or ahead are left out, and so are
    what is only thought of, what comes to be, and what is done later to what was there before.

    Args:
        sentence: the sentence.
        first: index of the first word of the name.
        last: index of the last.
        person: whether it is the name of a person.

    Returns:
        all times of the sentence, if one dates a clause in which the name stands and all are told
        by themselves; empty if the name need not be of then.
    """
    if not sentence.is_readable or not sentence.timexes:
        return ()
    head = head_of_stretch(sentence, first, last)
    words = {token.text.lower() for token in sentence.tokens}
    if words & lexicon("presence", "looking") or _is_joined(sentence, first, last):
        return ()
    if sentence.within(sentence.quoted, head) or sentence.within(sentence.emphasised, head):
        return ()
    chain = [head, *sentence.ancestors(head.index)]
    made = _made(sentence, head) if person else set()
    if any(_is_aside(token, person=person and not made) for token in chain):
        return ()
    verbs = [t for t in chain if t.pos in VERBS] or chain[-1:]
    if any(scope_of(sentence, t.index).modality is not Modality.ASSERTED for t in verbs):
        return ()
    if person and (head.dep == "poss" or sentence.head(head).pos == "PROPN"):
        return ()
    inside = made | {token.index for token in chain}
    if not any(site.word.index in inside for site in find_sites(sentence)):
        return ()
    told = tuple(t for t in sentence.times if t.relation is None and t.type in _POINTS)
    return told if all(t.readings for t in told) else ()


def acts_then(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a name surely takes part in what a sentence tells, not only in what is left of it.

    Of what is no more there are veterans, coins and debts, and it is remembered and blamed. So it
    must do something itself, be dealt with, or be where it happens, in a clause of the time told.

    Args:
        sentence: the sentence.
        first: index of the first word of the name.
        last: index of the last.
    """
    if _is_inside_name(sentence, first, last):
        return False
    head = head_of_stretch(sentence, first, last)
    found = _part(sentence, head)
    if found is None:
        return False
    part, verb = found
    above = sentence.head(head)
    apart = part == "place" and sentence.head(above).index != verb.index
    if apart and above.lemma not in lexicon("presence", "inside"):
        return False  # "a spy from Tarn"
    clause = verb
    while clause.dep == "conj":
        clause = sentence.head(clause)
    openers = {one.text.lower() for one in sentence.children(clause.index, "mark", "advmod")}
    beside = clause.dep == "advcl" and bool(openers & lexicon("presence", "meanwhile"))
    if clause.dep != "ROOT" and not beside:
        return False
    before = any(one.lemma == "have" for one in sentence.children(verb.index, "aux"))
    return _is_past(sentence, verb) and not before


def _made(sentence: Sentence, maker: Token) -> set[int]:
    """Indices of the verbs that tell of what somebody made: "designed the hall that opened"."""
    verb = sentence.head(maker)
    if maker.dep != "nsubj" or verb.lemma not in lexicon("presence", "making"):
        return set()
    things = sentence.children(verb.index, "dobj")
    return {one.index for it in things for one in sentence.children(it.index, "relcl", "acl")}


def _is_aside(token: Token, *, person: bool) -> bool:
    """Whether a word over a name says that its bearer need not be of the time told."""
    if token.pos == "ADP":
        return token.lemma in lexicon("presence", "thought_of")
    if token.pos in ("NOUN", "PROPN"):
        kin = person and token.lemma in lexicon("presence", "before_birth")
        return kin or token.lemma in lexicon("presence", "about")
    if token.pos in VERBS:
        later = person and token.lemma in lexicon("presence", "afterwards")
        return later or token.lemma in lexicon("presence", "becoming")
    return False


def _is_joined(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a longer name goes on before or behind without so much as a comma."""
    tokens = sentence.tokens
    before = tokens[first - 1] if first else None
    behind = tokens[last + 1] if last + 1 < len(tokens) else None
    if any(one is not None and one.text in _JOINTS for one in (before, behind)):
        return True
    titled = before is not None and before.text.lower().rstrip(".") in lexicon("naming", "titles")
    if before is not None and before.pos == "PROPN" and not (titled or sentence.dates(before)):
        return True
    if _is_named_after(sentence, first):
        return True
    capital = behind is not None and behind.text[:1].isupper() and behind.pos in ("PROPN", "NOUN")
    return capital and behind is not None and not sentence.dates(behind)


def _is_named_after(sentence: Sentence, first: int) -> bool:
    """Whether something else is named after the bearer: "a ship named for Reed"."""
    named, word = sentence.tokens[max(0, first - 2) : first][:1], sentence.tokens[max(0, first - 1)]
    christened = any(one.lemma in lexicon("presence", "christening") for one in named)
    return christened and word.lemma in ("after", "for", "to")
