"""Opening one reference or several, by the names that a user gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from bede.errors import UsageError
from bede.evidence.reading import Reference
from bede.evidence.several.faces import Opened
from bede.evidence.several.references import References
from bede.evidence.several.trust import Trust
from bede.evidence.store import open_reference
from bede.evidence.values import Confidence

DEFAULT = "default"
"""Names the reference that comes with Bede."""


def open_references(
    chosen: str | Sequence[str] | None = None, trust: Mapping[str, Confidence] | None = None
) -> Reference:
    """Open a compiled reference, or several that are read as one.

    Args:
        chosen: paths of files, those that go before first; `DEFAULT` names the reference that
            comes with Bede, and so do None and an empty sequence.
        trust: name of a reference (its file, the file's name without ending, or its one pack) or
            id of a source -> trust in it, where it is less than high.

    Raises:
        ReferenceFileError: a file is missing, truncated, of another version or something else.
        UsageError: a file is given twice, or there is no reference or source of a name.
    """
    paths = [chosen] if isinstance(chosen, str) else list(chosen or ()) or [DEFAULT]
    _refuse_twice(paths)
    with ExitStack() as stack:
        opened = [
            (path, stack.enter_context(open_reference(None if path == DEFAULT else path)))
            for path in paths
        ]
        if len(opened) == 1 and not trust:
            stack.pop_all()
            return opened[0][1]
        parts = _trusted(opened, trust or {})
        stack.pop_all()
    return References(parts)


def _refuse_twice(paths: Sequence[str]) -> None:
    seen: set[str] = set()
    for path in paths:
        place = path if path == DEFAULT else str(Path(path).resolve())
        if place in seen:
            raise UsageError("this reference is given twice", path=path, remedy="give it once")
        seen.add(place)


def _trusted(
    opened: Sequence[tuple[str, Reference]], trust: Mapping[str, Confidence]
) -> list[Opened]:
    """The references with their names, and the trust that is meant for each."""
    named = [_names(path, reference) for path, reference in opened]
    left = dict(trust)
    parts: list[Opened] = []
    for (_, reference), names in zip(opened, named, strict=True):
        whole = [trust[name] for name in names if name in trust]
        sources = {name: trust[name] for name in trust if _has(reference, name)}
        for name in (*names, *sources):
            left.pop(name, None)
        taken = {part.name for part in parts}
        fresh = (f"{names[0]}{number}" for number in ("", *range(2, len(opened) + 2)))
        name = next(name for name in fresh if name not in taken)
        parts.append(Opened(name, reference, Trust(whole[0] if whole else "high", sources)))
    if left:
        known = ", ".join(names[0] for names in named)
        raise UsageError(
            f"there is no reference and no source {min(left)!r} to trust",
            path="--trust",
            remedy=f"name one of {known}, or the id of a source",
        )
    return parts


def _names(path: str, reference: Reference) -> list[str]:
    """What a reference may be called, the name by which it is told apart first."""
    if path == DEFAULT:
        return [DEFAULT]
    packs = [name for name, _ in reference.info.packs]
    return [*(packs if len(packs) == 1 else ()), Path(path).stem, path]


def _has(reference: Reference, source_id: str) -> bool:
    try:
        reference.source(source_id)
    except KeyError:
        return False
    return True


def read_trust(settings: Iterable[str]) -> dict[str, Confidence]:
    """Read settings of trust, each as `NAME=LEVEL`; of two for one name the later counts.

    Raises:
        UsageError: a setting is none, or its level is not high, medium or weak.
    """
    levels: dict[str, Confidence] = {"high": "high", "medium": "medium", "weak": "weak"}
    found: dict[str, Confidence] = {}
    for setting in settings:
        name, equals, level = setting.rpartition("=")
        if not (equals and name and level in levels):
            raise UsageError(
                f"{setting!r} says nothing of trust",
                path="--trust",
                remedy="write it as NAME=high, NAME=medium or NAME=weak",
            )
        found[name] = levels[level]
    return found
