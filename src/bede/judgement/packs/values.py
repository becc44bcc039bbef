"""What a check of packs finds."""

from __future__ import annotations

from dataclasses import dataclass

from bede.catalog import Severity


@dataclass(frozen=True, slots=True)
class Concern:
    """Something in packs that an editor should look at.

    Attributes:
        check: the name of the check, kebab-case.
        severity: an error must be mended, a warning looked into; a note is for information.
        record: id of the record it stands at.
        others: ids of the records it is seen against.
        message: what is wrong, without a full stop.
        remedy: what to do, without a full stop.
    """

    check: str
    severity: Severity
    record: str
    others: tuple[str, ...]
    message: str
    remedy: str
