"""How one clause hangs on another: whether it is told at the time of the other."""

from __future__ import annotations

from bede.catalog import lexicon
from bede.text import Sentence, Token


def is_apart(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause has an order word or a step of its own: "and later banished him"."""
    for child in sentence.children(verb.index):
        low = child.text.lower()
        if child.dep == "advmod" and low in lexicon("claimtimes", "apart"):
            return True
        if verb.dep in ("pcomp", "pobj"):
            continue  # "by invading Greece after a coup": the act is that of the main verb
        opener = child if child.dep in ("prep", "mark") else None
        if child.dep == "advcl":
            opener = sentence.child(child.index, "mark", "advmod")
        word = "" if opener is None else opener.text.lower()
        behind = child.index > verb.index and word in lexicon("claimtimes", "behind")
        if word in lexicon("claimtimes", "ordering") and not behind:
            return True
    return False


def handles(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb does something with an event: "launched", "called off"."""
    particle = sentence.child(verb.index, "prt")
    words = verb.lemma if particle is None else f"{verb.lemma} {particle.lemma}"
    return not {verb.lemma, words}.isdisjoint(lexicon("claimtimes", "handling"))


def is_infinitive(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is an infinitive or a gerund."""
    return verb.tag in ("VBG", "VB") or any(
        child.text.lower() == "to" for child in sentence.children(verb.index, "aux")
    )


def is_together(sentence: Sentence, verb: Token) -> bool:
    """A participle or infinitive without a subject, or a clause with "when" or "as"."""
    openers = sentence.children(verb.index, "mark") + [
        child for child in sentence.children(verb.index, "advmod") if child.tag in ("WRB",)
    ]
    words = {token.text.lower() for token in openers} - {"to"}
    if is_past(sentence, verb):
        return False
    if words:
        return words <= lexicon("claimtimes", "together")
    return sentence.subject(verb.index) is None


def is_simultaneous(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause is told by "when": its time is that of the main clause."""
    openers = sentence.children(verb.index, "mark", "advmod")
    words = {token.text.lower() for token in openers if token.index < verb.index}
    return bool(words & lexicon("claimtimes", "when")) and not is_past(sentence, verb)


def is_past(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is told with "had" or "having"."""
    return any(child.lemma == "have" for child in sentence.children(verb.index, "aux"))
