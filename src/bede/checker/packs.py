"""Checking packs: their form, whether their facts can all be true together, and likely slips."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bede.catalog import roles_by_type
from bede.evidence.build import reference_of
from bede.evidence.pack import FaultyPackError, check_packs
from bede.evidence.pack_files import read_files
from bede.judgement.consistency import fact_network
from bede.judgement.packs import pack_concerns
from bede.report.packs.checking import PackReport


def check_facts(folders: Sequence[Path]) -> PackReport:
    """Check packs: whether their facts can all be true together, and what is likely a slip.

    Args:
        folders: one folder for each pack; they belong together.

    Raises:
        FaultyPackError: something is wrong in a pack; the facts are not compared then.
    """
    packs, errors = check_packs(folders, roles_by_type())
    if errors:
        raise FaultyPackError(errors)
    with reference_of(packs, roles_by_type()) as reference:
        found = fact_network(reference)
        concerns = pack_concerns(packs, reference)
    told = {fact.id for one in found.conflicts for fact in (one.fact, *one.others)}
    told |= {name for one in concerns for name in (one.record, *one.others)}
    places = {
        entry.id: (entry.place.path, entry.place.line())
        for folder in (folders if told else ())
        for entry in read_files(folder).entries
        if entry.id in told
    }
    return PackReport(packs, found.conflicts, found.repair.undecided, concerns, places)
