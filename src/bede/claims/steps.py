"""Steps of the story: "two years later", "the following month", "then", "a year earlier".

Such words put a happening behind or before one told just before, without naming it. The likeliest
is that of the clause or sentence right before, if it is one that was read: where a verb or a date
stands between of which no claim was made, the step may count from that, and nothing is read.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bede.catalog import event_types, lexicon
from bede.chronology.length import Length, Manner
from bede.claims.arguments import subject_of
from bede.claims.climbing import head_of, owners, reached, words_of
from bede.claims.filling import Match
from bede.claims.lasting import is_lasting
from bede.claims.relations import is_pluperfect
from bede.claims.values import Claim, Order
from bede.text import (
    Modality,
    Sense,
    Sentence,
    TimexType,
    Token,
    ToldLength,
    same_person,
)

_MOST_OTHERS = 3
_VERBS = ("VERB", "AUX")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with its matches and the claim of each of them."""

    sentence: Sentence
    matches: tuple[Match, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A match that is put behind or before what was told last.

    Attributes:
        place: of the match in its sentence.
        order: AFTER or BEFORE.
        start: first character of the words that say so (in the document).
        end: one past their last character.
        distance: how far, if told.
        noun: the noun of "after ten years in exile", which names what is counted from.
        sequence: told by an adverb alone, which goes on with one subject ("then").
    """

    place: int
    order: Order
    start: int
    end: int
    distance: Length | None = None
    noun: Token | None = None
    sequence: bool = False


def find_steps(sentence: Sentence, matches: Sequence[Match]) -> tuple[Step, ...]:
    """The steps of a sentence, in order; of two on one match neither is sure.

    Args:
        sentence: the sentence.
        matches: the triggers found in it.
    """
    owner = owners(matches)
    found = []
    for told in sentence.lengths if matches else ():
        head = head_of(sentence, told.start, told.end)
        if head is None or _hangs_on_event(sentence, told):
            continue
        if told.sense is not Sense.SPAN:
            place = reached(sentence, head, owner, matches)
            clause = sentence.child(head.index, "relcl") if head.dep == "ROOT" else None
            if place is None and clause is not None:  # "the following month he was arrested"
                place = owner.get(clause.index)
            order = Order.AFTER if told.sense is Sense.LATER else Order.BEFORE
            if place is not None:
                found.append(Step(place, order, told.start, told.end, told.length))
        else:
            found += _behind_preposition(sentence, matches, head, told)
    counted = {step.place for step in found}
    for place, match in enumerate(matches):
        word = _next_word(sentence, match)
        if word is not None and place not in counted:
            found.append(Step(place, Order.AFTER, word.start, word.end, sequence=True))
    places = [step.place for step in found]
    return tuple(step for step in found if places.count(step.place) == 1)


def _hangs_on_event(sentence: Sentence, told: ToldLength) -> bool:
    """Whether an order word with an event of its own follows: "two years after he was elected"."""
    words = words_of(sentence, told.start, told.end)
    if not words or words[-1].dep not in ("mark", "prep"):
        return False
    return words[-1].dep == "mark" or bool(words[-1].children)


def _behind_preposition(
    sentence: Sentence, matches: Sequence[Match], head: Token, told: ToldLength
) -> list[Step]:
    """A length behind a preposition: "after two years he resigned", "after a year in exile"."""
    preposition = sentence.head(head)
    word = preposition.text.lower()
    if head.dep != "pobj" or word not in ("after", "within") or told.length is None:
        return []
    place = owners(matches).get(sentence.head(preposition).index)
    behind = sentence.children(head.index, "prep")
    if place is None or preposition.index != 0 or told.sense is not Sense.SPAN:
        return []
    length = told.length
    if word == "within":
        if behind or length.manner is not Manner.EXACT:
            return []
        length = Length(length.duration, Manner.AT_MOST)
    noun = None
    if behind:
        nouns = sentence.children(behind[0].index, "pobj")
        if len(nouns) != 1 or behind[0].lemma not in ("in", "of") or nouns[0].children:
            return []
        noun = nouns[0]
    return [Step(place, Order.AFTER, preposition.start, told.end, length, noun)]


def _next_word(sentence: Sentence, match: Match) -> Token | None:
    """The adverb that puts a verb behind what was told before it: "then", "subsequently"."""
    if match.pattern.kind != "verb" or is_lasting(sentence, match):
        return None
    verb = sentence.tokens[match.hosts[0]]
    if verb.dep not in ("conj", "ROOT") or is_pluperfect(sentence, match):
        return None
    for child in sentence.children(verb.index, "advmod"):
        plain = not sentence.children(child.index)
        if child.text.lower() in lexicon("order", "next") and plain and child.index < verb.index:
            return child
    return None


def anchors(step: Step, here: Told, before: Told | None) -> tuple[Claim, ...]:
    """The claims from which a step may count, the likeliest first; none if that is unsure.

    Args:
        step: the step.
        here: the sentence in which it stands.
        before: the sentence before it in the same block, if there is one.
    """
    match = here.matches[step.place]
    verb = _verb_of(here.sentence, match)
    if verb is None or _undated(here, step.start):
        return ()
    found = _in_sentence(step, here, verb)
    if found is None:
        return _in_story(step, here, before) if before is not None else ()
    if found < 0:
        return ()
    earlier = [
        place
        for place, other in enumerate(here.matches)
        if here.sentence.tokens[other.trigger[0]].start < step.start
    ]
    return _chosen(step, here, here, found, earlier)


_COMPLEMENTS = ("xcomp", "acomp", "attr", "oprd")


def _verb_of(sentence: Sentence, match: Match) -> Token | None:
    """The verb of the clause that tells a match: the "forced" of "was forced to resign"."""
    verbs = [sentence.tokens[host] for host in match.hosts]
    verb = next((verb for verb in verbs if verb.pos in ("VERB", "AUX")), None)
    while verb is not None and verb.dep in _COMPLEMENTS and verb.head != verb.index:
        verb = sentence.head(verb)
    return verb


def _match_of(sentence: Sentence, verb: Token, owner: Mapping[int, int]) -> int | None:
    """The match that a verb tells, or its complement, or None."""
    place = owner.get(verb.index)
    for child in sentence.children(verb.index, *_COMPLEMENTS) if place is None else ():
        if child.index in owner:
            return owner[child.index]
    return place


def _in_sentence(step: Step, here: Told, verb: Token) -> int | None:
    """The place of the match of the clause before, -1 if none was read of it, None without any."""
    sentence, owner = here.sentence, owners(here.matches)
    governor: Token | None = sentence.head(verb)
    if governor is not None and step.start <= governor.start < step.end:
        return None
    if verb.dep == "relcl":
        governor = next((t for t in sentence.ancestors(verb.index) if t.pos in _VERBS), None)
    if verb.dep in ("relcl", "conj"):
        if governor is None or governor.pos not in _VERBS:
            return -1
        place = _match_of(sentence, governor, owner)
        return -1 if place is None else place
    if verb.dep != "ROOT":
        return -1
    clauses = [
        clause
        for child in sentence.children(verb.index, "ccomp", "advcl", "prep")
        for clause in ([child] if child.dep != "prep" else sentence.children(child.index, "pcomp"))
        if clause.index < verb.index and clause.start < step.start
    ]
    if not clauses:
        return None
    place = _match_of(sentence, clauses[-1], owner)
    return -1 if place is None else place


def _in_story(step: Step, here: Told, before: Told) -> tuple[Claim, ...]:
    """The claim of the last main verb of the sentence before."""
    sentence, owner = before.sentence, owners(before.matches)
    roots = [token for token in sentence.tokens if token.dep == "ROOT"]
    chain = sentence.conjuncts(roots[0].index) if len(roots) == 1 else []
    told = [_match_of(sentence, verb, owner) for verb in chain if verb.pos in _VERBS]
    target = told[-1] if told else None
    if target is None or None in told or _undated(before, None):
        return ()
    back = is_pluperfect(here.sentence, here.matches[step.place])
    if is_pluperfect(sentence, before.matches[target]) and not back:
        return ()
    return _chosen(step, here, before, target, range(len(before.matches)))


def _chosen(
    step: Step, here: Told, there: Told, target: int, places: Collection[int]
) -> tuple[Claim, ...]:
    """The target and the others of its sentence, if the target is asserted."""
    claim, own = there.claims[target], here.claims[step.place]
    if claim.id == own.id or {claim.modality, own.modality} != {Modality.ASSERTED}:
        return ()
    if step.sequence and not _one_subject(step, here, there, target):
        return ()
    others = {
        there.claims[place].id: there.claims[place]
        for place in sorted(places, reverse=True)
        if there.claims[place].modality is Modality.ASSERTED
    }
    kept = [one for one in others.values() if one.id not in (claim.id, own.id)]
    return (claim, *kept[:_MOST_OTHERS])


def _one_subject(step: Step, here: Told, there: Told, target: int) -> bool:
    """Whether a sequence goes on with the same subject, asserted and told without "had"."""
    if is_pluperfect(there.sentence, there.matches[target]):
        return False
    if there.matches[target].pattern.kind != "verb":
        return False
    one = here.sentence.tokens[here.matches[step.place].hosts[0]]
    other = there.sentence.tokens[there.matches[target].hosts[0]]
    subjects = subject_of(here.sentence, one), subject_of(there.sentence, other)
    if None in subjects:
        return False
    if here is there and subjects[0] == subjects[1]:
        return True
    names = [_names(claim) for claim in (here.claims[step.place], there.claims[target])]
    return any(same_person(a, b) for a in names[0] for b in names[1])


def _names(claim: Claim) -> list[str]:
    key = event_types()[claim.type].key.name
    return [filler.name for filler in claim.roles.get(key, ()) if filler.name is not None]


def _undated(told: Told, until: int | None) -> bool:
    """Whether a date stands there that dates none of the claims, so that it may be counted from."""
    dates = [claim.told_time for claim in told.claims]
    times = {date.start for date in dates if date is not None}
    return any(
        timex.type is TimexType.DATE and timex.start not in times
        for timex in told.sentence.timexes
        if until is None or timex.start < until
    )


def told_noun(noun: Token, claims: Sequence[Claim], names: Collection[str | None]) -> Claim | None:
    """The last claim told of somebody for which a noun stands: the "exile" of "ten years in exile".

    Args:
        noun: the noun.
        claims: the claims of the document so far.
        names: of the one who is spoken of.
    """
    types = {
        event.name
        for event in event_types().values()
        for pattern in event.patterns
        if pattern.kind == "noun" and noun.lemma in pattern.words
    }
    for claim in reversed(claims):
        if claim.type not in types:
            continue
        known = _names(claim)
        same = any(same_person(one, other) for one in names for other in known)
        return claim if same and claim.modality is Modality.ASSERTED else None
    return None
