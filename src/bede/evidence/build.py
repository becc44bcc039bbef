"""From packs to one reference, by the same way as all other records."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from bede.evidence.info import ReferenceInfo
from bede.evidence.pack import FaultyPackError, Pack, check_packs, pack_from_yaml
from bede.evidence.pack_links import RolesByType
from bede.evidence.store import Reference
from bede.evidence.values import PackHead
from bede.evidence.writing import ReferenceWriter


def build_reference(
    folders: Sequence[Path], output: Path, roles_by_type: RolesByType
) -> ReferenceInfo:
    """Compile packs into one reference file.

    Args:
        folders: one folder for each pack.
        output: the file to write; its folder is made if need be.
        roles_by_type: for each event type, its roles and the entity kinds that may fill each;
            no kinds means that the filler is text.

    Returns:
        path, packs and content hash of the new reference.

    Raises:
        FaultyPackError: if anything is wrong in the packs; the old file stays.
        ReferenceFileError: if the file cannot be written; the old file stays.
    """
    packs, errors = check_packs(folders, roles_by_type)
    if errors:
        raise FaultyPackError(errors)
    return write_packs(packs, output, roles_by_type)


def write_packs(packs: Sequence[Pack], output: Path, roles_by_type: RolesByType) -> ReferenceInfo:
    """Compile packs that were read and checked into one reference file.

    Raises:
        ReferenceFileError: if the file cannot be written; the old file stays.
    """
    with ReferenceWriter(output, roles_by_type=roles_by_type) as writer:
        add_packs(writer, packs)
        return writer.finish().info


def reference_from_yaml(text: str, roles_by_type: RolesByType) -> Reference:
    """Make a small reference in memory, through the real schema.

    Args:
        text: one YAML document as in `bede.evidence.pack.pack_from_yaml`.
        roles_by_type: as in `build_reference`.

    Raises:
        FaultyPackError: if anything is wrong with it.
    """
    return reference_of((pack_from_yaml(text, roles_by_type),), roles_by_type)


def reference_in_memory(folders: Sequence[Path], roles_by_type: RolesByType) -> Reference:
    """Compile packs in memory, to look at their facts without writing a file.

    Args:
        folders: one folder for each pack.
        roles_by_type: as in `build_reference`.

    Raises:
        FaultyPackError: if anything is wrong in the packs.
    """
    packs, errors = check_packs(folders, roles_by_type)
    if errors:
        raise FaultyPackError(errors)
    return reference_of(packs, roles_by_type)


def reference_of(packs: Sequence[Pack], roles_by_type: RolesByType) -> Reference:
    """Compile packs that were read and checked, in memory."""
    with ReferenceWriter(None, roles_by_type=roles_by_type) as writer:
        add_packs(writer, packs)
        return writer.finish_in_memory()


def add_packs(writer: ReferenceWriter, packs: Sequence[Pack]) -> None:
    """Write the records of packs that were read and checked."""
    for pack in packs:
        writer.begin(
            PackHead(
                name=pack.name,
                version=pack.version,
                title=pack.title,
                licence=pack.licence,
                editors=pack.editors,
                scope=pack.scope,
            )
        )
        writer.add_all(chain(pack.sources, pack.entities, pack.facts, pack.completeness))
