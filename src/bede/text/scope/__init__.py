"""Whether a statement is the author's own: negation, attribution, hedging, questions.

A trigger stands in the scope of the words that govern it. `path` follows them upwards as far as
scope passes; `negation`, `attribution` and `hedging` each ask what those words say of the event.
"""

from __future__ import annotations

from bede.text.notes import noted
from bede.text.scope.attribution import attribution
from bede.text.scope.hedging import hedging
from bede.text.scope.negation import negation
from bede.text.scope.path import path_of
from bede.text.scope.values import Modality, Scope
from bede.text.sentence import Sentence

__all__ = ["Modality", "Scope", "scope_of"]


@noted
def scope_of(sentence: Sentence, trigger: int) -> Scope:
    """The modality of the event that a word carries: the strongest that applies.

    Args:
        sentence: the sentence.
        trigger: index of the word.

    Returns:
        negated before attributed before hedged before asserted, as the guidelines order them.
    """
    word = sentence.tokens[trigger]
    path = path_of(sentence, trigger)
    denied = negation(sentence, word, path)
    if denied is not None:
        return Scope(Modality.NEGATED, denied)
    said = attribution(sentence, word, path)
    if said is not None:
        reason, speaker = said
        return Scope(Modality.ATTRIBUTED, reason, None if speaker is None else speaker.index)
    hedge = hedging(sentence, word, path)
    if hedge is not None:
        return Scope(Modality.HEDGED, hedge)
    if any(token.text == "?" for token in sentence.tokens[-2:]):
        return Scope(Modality.HEDGED, "a question")
    return Scope(Modality.ASSERTED)
