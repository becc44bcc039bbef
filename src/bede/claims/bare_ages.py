"""Ages told with a date where nothing happens that Bede knows: "In 2016, aged 30, she skied there".

Such an age is the distance from the birth that the text tells of the same person to that date.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from bede.claims.ages import told_ages
from bede.claims.arguments import subject_of
from bede.claims.clausetime import clause_time
from bede.claims.sites import VERBS
from bede.claims.values import Claim, Stretch, Sum
from bede.text import Modality, Resolver, Sentence, Timex, same_person, scope_of

_OF_A_NOUN = frozenset({"amod", "compound"})


def bare_ages(
    sentences: Sequence[Sentence],
    claims: Sequence[Claim],
    taken: Collection[int],
    resolver: Resolver,
    text: str,
) -> Iterator[Sum]:
    """The ages of a document that stand beside a date, as distances from a birth.

    Args:
        sentences: those of the document, in order.
        claims: what was read in it, among it the births.
        taken: the first characters of ages that are those of claims.
        resolver: resolves pronouns.
        text: the document's text.
    """
    births = [
        (filler.name, claim.told_time)
        for claim in claims
        if claim.type == "birth" and claim.modality is Modality.ASSERTED
        for filler in claim.roles.get("person", ())
    ]
    if not births:
        return
    for number, sentence in enumerate(sentences):
        for told in told_ages(sentence) if sentence.is_readable else ():
            start = sentence.tokens[told.first].start
            if start in taken or len(told.lengths) != 1 or told.owner is not None:
                continue
            words_of_age = sentence.tokens[told.first : told.end]
            if any(t.dep in _OF_A_NOUN and sentence.head(t).pos == "NOUN" for t in words_of_age):
                continue  # "with her 14-year-old son"
            found = _dated(sentence, told.first)
            if found is None:
                continue
            subject, time = found
            name = _name(number, sentence, subject, resolver)
            own = [born for who, born in births if same_person(who, name) and born is not None]
            if name is None or len(own) != 1 or not own[0].readings:
                continue
            end = sentence.tokens[told.end - 1].end
            words = Stretch(text[start:end], start, end)
            yield Sum(words, told.lengths[0], ((own[0], time),), lasts=False, sure=True, aged=True)


def _dated(sentence: Sentence, first: int) -> tuple[int, Timex] | None:
    """The subject of the clause in which an age stands, and the time that the clause tells."""
    verb = next((t for t in sentence.ancestors(first) if t.pos in VERBS), None)
    if verb is None or scope_of(sentence, verb.index).modality is not Modality.ASSERTED:
        return None
    subject = subject_of(sentence, verb)
    time = clause_time(sentence, verb)
    if subject is None or time is None or subject.tag == "NNS" or time.ends is not None:
        return None
    objects = sentence.children(verb.index, "dobj", "agent")
    if any(token.index < first for token in objects):
        return None  # it may be the age of another: "met Ida, aged 17"
    return subject.index, time


def _name(number: int, sentence: Sentence, index: int, resolver: Resolver) -> str | None:
    token = sentence.tokens[index]
    if token.tag in ("PRP", "PRP$"):
        mention = resolver.antecedent(number, index)
        return mention.text if mention is not None else None
    named = [one for one in resolver.people if one.sentence == number and one.last == index]
    return named[0].text if named else None
