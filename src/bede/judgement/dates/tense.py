"""Whether a text tells a claim as past, which takes more than its modality to know.

Only the plainest forms count: an auxiliary of the past ("was elected", "had died"), or a verb in
the past right behind its own subject ("Ana Orlo died"). One word of the time to come in the
sentence, and the question is left open.
"""

from __future__ import annotations

import re

from bede.catalog import event_types, lexicon
from bede.claims import Claim
from bede.text import Modality

_NEAR = 3
"""How many words before a verb its auxiliary is looked for."""
_LONGEST = 20000
"""Of a longer sentence nothing is said (characters)."""


def is_told_as_past(claim: Claim, text: str) -> bool:
    """Whether the claim is surely told as something that has happened.

    Args:
        claim: a claim; only an asserted one can be.
        text: the whole text of the document.
    """
    first, last = claim.sentence.start, claim.sentence.end
    if claim.modality is not Modality.ASSERTED or last - first > _LONGEST:
        return False
    near = _words(text[first : claim.trigger.start])[-_NEAR:]
    if lexicon("dating", "ahead") & set(_words(text[first:last])):
        return False
    if lexicon("dating", "planning") & set(near):
        return False
    return bool(lexicon("dating", "past") & set(near)) or _is_past_verb(claim, text)


def _is_past_verb(claim: Claim, text: str) -> bool:
    """A form of a verb that is neither plain nor present, right behind a name or a pronoun."""
    patterns = event_types()[claim.type].patterns
    words = {word for pattern in patterns for word in pattern.words}
    trigger = claim.trigger.text.lower()
    present = {form for word in words for form in (word, f"{word}s", f"{word}es")}
    if trigger in present or trigger.endswith(("ing", "ies")):
        return False
    named = [f for stated in claim.roles.values() for f in stated if f.nature != "description"]
    return any(text[f.end : claim.trigger.start].isspace() for f in named)


def _words(text: str) -> list[str]:
    """The words in lower case; of the two, "May" is a month and "may" a wish."""
    return [word.lower() for word in re.findall(r"[^\W\d_]+", text) if word != "May"]
