"""A claim in words: when it was, who takes part, and how it is stated."""

from __future__ import annotations

from collections.abc import Iterator

from bede.claims import Claim, Filler
from bede.report.dates.wording import notation, when
from bede.text import Modality

UNKNOWN = "–"
"""What stands where the text says nothing."""


def date_in_words(claim: Claim) -> str:
    """The days of a claim; a dash if it has none."""
    if claim.time is None:
        return UNKNOWN
    told = when(claim.time)
    return f"{told}, from context" if claim.inherited else told


def date_in_short(claim: Claim) -> str:
    """The EDTF of a claim, for a column; a dash if it has none."""
    return UNKNOWN if claim.time is None else notation(claim.time)


def roles_in_words(claim: Claim) -> Iterator[tuple[str, str]]:
    """Each role with those who fill it."""
    for role, fillers in claim.roles.items():
        yield role, ", ".join(filler_in_words(filler) for filler in fillers)


def filler_in_words(filler: Filler) -> str:
    """A filler, and whom it stands for: "he (= Orlo)", or seems to: "the king (= Jon III?)"."""
    if filler.resolved is not None and filler.resolved != filler.text:
        return f"{filler.text} (= {filler.resolved})"
    return f"{filler.text} (= {', '.join(filler.meant)}?)" if filler.meant else filler.text


def manner_in_words(claim: Claim) -> str:
    """The modality of a claim, with the speaker or the reason where it is not asserted."""
    modality = claim.modality
    if modality is Modality.ASSERTED or not claim.reason:
        return modality.value
    if claim.speaker is not None:
        return f"{modality.value} to {claim.speaker.text}"
    if claim.reason.startswith(modality.value):
        return claim.reason
    return f"{modality.value}, {claim.reason}"
