"""Checking packs: their form, and then whether their facts can all be true together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bede.catalog import roles_by_type
from bede.evidence.build import reference_of
from bede.evidence.pack import FaultyPackError, check_packs
from bede.evidence.pack_files import read_files
from bede.judgement.consistency import fact_network
from bede.report.packs import PackReport


def check_facts(folders: Sequence[Path]) -> PackReport:
    """Check packs, and whether their facts can all be true together.

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
    clashing = {fact.id for one in found.conflicts for fact in (one.fact, *one.others)}
    places = {
        entry.id: f"{entry.place.path}:{entry.place.line()}"
        for folder in (folders if clashing else ())
        for entry in read_files(folder).entries
        if entry.id in clashing
    }
    return PackReport(packs, found.conflicts, found.repair.undecided, places)
