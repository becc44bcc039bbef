"""What the records of packs say of each other: slips that no single record shows.

Facts that cannot all be true are found by `bede.judgement.consistency`; here is what may be true
and is yet likely a slip of the editors. Each check is one module; `pack_concerns` calls them all.
"""

from collections.abc import Sequence

from bede.evidence import Reference
from bede.evidence.pack import Pack
from bede.judgement.packs.duplicates import same_elsewhere, same_facts, same_things
from bede.judgement.packs.holders import held_twice
from bede.judgement.packs.precision import new_year_days, too_precise
from bede.judgement.packs.succession import replaced_too_early
from bede.judgement.packs.values import Concern
from bede.judgement.packs.witnesses import too_few_witnesses
from bede.judgement.settings import Settings

__all__ = ["Concern", "pack_concerns"]


def pack_concerns(
    packs: Sequence[Pack], reference: Reference, settings: Settings | None = None
) -> tuple[Concern, ...]:
    """Look for slips in packs that belong together.

    Args:
        packs: the packs.
        reference: the same packs, compiled.
        settings: the parameters of rules; None for the usual.

    Returns:
        what was found, sorted by record and check.
    """
    handover = (settings or Settings()).parameter("two-holders-at-once", "handover")
    found = [
        *same_things(packs, reference),
        *same_elsewhere(packs),
        *same_facts(packs, reference),
        *too_precise(packs),
        *new_year_days(packs),
        *held_twice(packs, reference, handover=handover),
        *replaced_too_early(packs, reference),
        *too_few_witnesses(packs),
    ]
    return tuple(sorted(found, key=lambda one: (one.record, one.check, one.others)))
