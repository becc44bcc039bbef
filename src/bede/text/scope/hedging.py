"""What is planned, tried, wished, possible, conditional or asked."""

from __future__ import annotations

from bede.catalog import lexicon
from bede.text.scope.attribution import is_impersonal, is_told_as_to_come
from bede.text.scope.path import Link, Tie, forms_of, is_finite, is_infinitive
from bede.text.scope.values import words_of
from bede.text.sentence import Sentence, Token


def hedging(sentence: Sentence, trigger: Token, path: tuple[Link, ...]) -> str | None:
    """The words that leave it open whether an event happened, or None."""
    own = _uncertain(sentence, trigger)
    if own is not None:
        return own
    for place, link in enumerate(path):
        if _is_accepted(sentence, path[place : place + 2]):
            continue
        reason = _above(sentence, link)
        if reason is not None:
            return reason
        if link.tie is Tie.PURPOSE:
            break
    chain = [trigger, *(link.governor for link in path)]
    ancestors = sentence.ancestors(chain[-1].index)
    for token in [*chain, *ancestors]:
        reason = _conditional(sentence, token)
        if reason is not None:
            return reason
    return _depends(sentence, chain)


def _above(sentence: Sentence, link: Link) -> str | None:
    """What the governor of a step says by its meaning or by its own auxiliaries and adverbs."""
    governor = link.governor
    hedged = f'hedged by "{governor.text}"'
    if link.tie is Tie.JOINED:
        return _uncertain(sentence, governor, shared=True) if link.shared else None
    if link.tie is Tie.PURPOSE:
        return "a purpose, not a result" if _is_purpose(sentence, link) else None
    if _is_hedge(sentence, link):
        return hedged
    phrase = link.tie is Tie.PHRASE and governor.pos == "VERB"
    if phrase and link.below.dep == "pobj":
        return None
    return _uncertain(sentence, governor)


def _is_accepted(sentence: Sentence, links: tuple[Link, ...]) -> bool:
    """Whether somebody did what he was asked: "accepted an offer to teach"."""
    if len(links) < 2 or links[0].governor.lemma not in words_of("pleas"):
        return False
    forms = forms_of(sentence, links[1].governor)
    return links[1].tie is Tie.OBJECT and bool(forms & words_of("accepting"))


def _is_hedge(sentence: Sentence, link: Link) -> bool:
    governor, lemma = link.governor, link.governor.lemma
    if link.manner and lemma in words_of("trying"):
        return False
    if link.tie is Tie.PHRASE:
        if link.preposition in words_of("aiming"):
            return True
        asked = link.preposition in words_of("hedging_prepositions")
        if governor.pos == "NOUN" and asked and lemma in words_of("hedging_nouns"):
            return True
        return link.pair in words_of("hedging_with")
    if link.tie is Tie.OBJECT:
        # "rejected the proposal": that somebody proposed something did happen
        attitude = link.below.lemma in words_of("hedging_nouns")
        verbs = words_of("hedging_objects") | words_of("stance")
        forms = forms_of(sentence, governor)
        return bool(forms & verbs) and not attitude and governor.pos == "VERB"
    if governor.pos == "NOUN":
        return lemma in words_of("hedging_nouns")
    if lemma in words_of("reporting") and is_impersonal(sentence, governor):
        return lemma not in words_of("performing") or is_finite(sentence, link.below)
    if lemma in words_of("announcing"):
        return is_told_as_to_come(sentence, link.below)
    return lemma in words_of("hedging") or _is_copula_hedge(sentence, link)


def _is_copula_hedge(sentence: Sentence, link: Link) -> bool:
    """A plan as the subject of "be", or a doubt behind it: "it is possible that he fled"."""
    if link.governor.lemma != "be":
        return False
    subject = sentence.subject(link.governor.index)
    told = sentence.children(link.governor.index, "acomp", "attr")
    doubt = any(one.lemma in words_of("hedging") and one.pos == "ADJ" for one in told)
    planned = subject is not None and subject.lemma in words_of("hedging_nouns")
    return doubt or (planned and is_infinitive(sentence, link.below))


def _is_purpose(sentence: Sentence, link: Link) -> bool:
    """Whether an infinitive says what for, and not what came of it."""
    governor, below = link.governor, link.below
    verb = governor
    if governor.pos == "ADJ" and governor.lemma in words_of("causing_nouns"):
        return False
    if governor.pos in ("NOUN", "PROPN", "PRON", "NUM"):
        if governor.lemma in words_of("causing_nouns"):
            bare = governor.tag == "NN" and not sentence.children(governor.index, "det", "poss")
            return bare and governor.dep == "pobj"  # "in order to"
        if any(
            child.lemma in words_of("causing_nouns") or child.label == "ORDINAL"
            for child in sentence.children(governor.index, "amod")
        ):
            return False
        if governor.dep != "dobj":
            return True
        verb = sentence.head(governor)
    if verb.lemma in words_of("causing"):
        return False
    if verb.lemma in words_of("sending"):
        somebody = verb.index != governor.index or _sends_somebody(sentence, verb)
        return below.lemma in words_of("ends") or not somebody
    onward = sentence.children(verb.index, "prt", "advmod", "prep")
    if verb.lemma in words_of("going_on") and any(c.text.lower() in ("on", "up") for c in onward):
        return False
    mark = next((c for c in sentence.children(below.index, "aux") if c.tag == "TO"), None)
    at_once = mark is not None and mark.index == verb.index + 1
    if at_once and verb.lemma in words_of("turning_out"):
        return False  # "came to be known as"
    return below.lemma not in words_of("resulting")


def _sends_somebody(sentence: Sentence, verb: Token) -> bool:
    """Whether whom a verb sends can act: a person, a body, a name."""
    sent = sentence.children(verb.index, "dobj", "nsubjpass")
    return any(
        one.pos in ("PROPN", "PRON")
        or one.lemma in lexicon("nouns", "person") | lexicon("nouns", "organisation")
        for one in sent
    )


def _uncertain(sentence: Sentence, token: Token, *, shared: bool = False) -> str | None:
    """The auxiliary, adverb or adjective by which a word itself is left open."""
    auxiliaries = sentence.children(token.index, "aux")
    for child in auxiliaries:
        if child.lemma in words_of("modals"):
            return f'hedged by "{child.text}"'
        told = child.lemma in words_of("conditional_modals")
        if told and any(c.lemma == "have" for c in auxiliaries):
            return f'hedged by "{child.text} have"'
    if shared:
        return None
    for child in sentence.children(token.index, "advmod", "amod"):
        if any(told.start <= child.start < told.end for told in sentence.lengths):
            continue  # "nearly a century after the founding" hedges the century
        if child.text.lower() in words_of("adverbs") | words_of("hedging_adjectives"):
            return f'hedged by "{child.text}"'
    return None


def _conditional(sentence: Sentence, token: Token) -> str | None:
    """The word that makes a clause a condition or an aim that something else forestalled."""
    could = [c for c in sentence.children(token.index, "aux") if c.lemma in ("could", "can")]
    for mark in sentence.children(token.index, "mark"):
        if mark.lemma in words_of("conditional"):
            return f'conditional on "{mark.text}"'
        if could and mark.lemma == "before":
            return f'forestalled: "before ... {could[0].text}"'
    subject = sentence.subject(token.index)
    so_that = sentence.children(token.index, "mark", "advmod")
    if could and subject and any(c.lemma == "so" and c.index < subject.index for c in so_that):
        return "a purpose, not a result"
    for verb in sentence.children(token.index, "aux", "auxpass"):
        before = [t for t in sentence.subtree(token.index) if t < verb.index]
        first = all(sentence.tokens[t].pos == "PUNCT" for t in before)
        inverted = subject is not None and verb.index < subject.index and first
        if inverted and verb.text.lower() in words_of("inverted"):
            return f'conditional on "{verb.text}"'
    return None


def _depends(sentence: Sentence, chain: list[Token]) -> str | None:
    """The condition on which what "would" happen depends."""
    for token in chain:
        if not any(
            child.lemma in words_of("conditional_modals")
            for child in sentence.children(token.index, "aux")
        ):
            continue
        for clause in sentence.children(token.index, "advcl"):
            reason = _conditional(sentence, clause)
            if reason is not None and reason.startswith("conditional"):
                return reason
    return None
