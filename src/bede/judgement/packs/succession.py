"""Bodies, places and offices that replace others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bede.catalog import Severity
from bede.evidence import Reference
from bede.evidence.lives import life_of
from bede.evidence.pack import Pack
from bede.judgement.packs.values import Concern


def replaced_too_early(packs: Sequence[Pack], reference: Reference) -> Iterator[Concern]:
    """What replaces a thing and was gone before the thing began."""
    for pack in packs:
        for successor, former in pack.replaced:
            one = life_of(reference.entity(successor), reference)
            other = life_of(reference.entity(former), reference)
            if one.end and other.begin and one.end[1] < other.begin[0]:
                yield Concern(
                    "replaced-before-it-began",
                    Severity.ERROR,
                    successor,
                    (former,),
                    f"{successor} replaces {former}, which began after its end",
                    "exchange the two, or correct a date",
                )
