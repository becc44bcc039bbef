"""Build hook: compile the packs under ``src/bede/data/packs`` into the reference that ships.

It runs when a wheel is built or Bede is installed from its sources, editable or not, and needs
no more than the build requirements of `pyproject.toml`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ReferenceBuildHook(BuildHookInterface):
    """Writes ``src/bede/data/reference/default.sqlite``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compile all packs; a fault in a pack stops the build, one line for each fault.

        Args:
            version: "standard" or "editable".
            build_data: what hatchling will put into the wheel.
        """
        if self.target_name != "wheel":
            return
        source = Path(self.root) / "src"
        sys.path.insert(0, str(source))
        try:
            from bede.catalog import roles_by_type
            from bede.evidence.build import build_reference
            from bede.evidence.pack import FaultyPackError

            data = source / "bede" / "data"
            packs = sorted(path.parent for path in (data / "packs").glob("*/pack.toml"))
            try:
                build_reference(packs, data / "reference" / "default.sqlite", roles_by_type())
            except FaultyPackError as error:
                raise SystemExit("\n".join(map(str, error.errors))) from error
        finally:
            sys.path.remove(str(source))
