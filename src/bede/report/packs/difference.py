"""What `bede pack diff` prints."""

from __future__ import annotations

from collections.abc import Iterator

from bede.evidence.pack_diff import HEAD, Change, Difference, RecordChange
from bede.report.display import one_line, visible
from bede.report.objects import to_json

_LONG = 70
"""Characters of a value beyond which it is cut, for people."""


def render_text(difference: Difference) -> str:
    """One line for each record that is new or gone, and one more for each key that differs."""
    return "".join(
        f"{visible(one_line(line) if line[0] != ' ' else line)}\n" for line in _lines(difference)
    )


def render_json(difference: Difference) -> str:
    """One object: `old`, `new`, `added`, `removed`, `changed`."""
    found: dict[str, object] = {
        "old": _version(difference.old),
        "new": _version(difference.new),
        "added": [_place(*place) for place in difference.added],
        "removed": [_place(*place) for place in difference.removed],
        "changed": [
            {
                **_place(record.collection, record.id),
                "changes": [
                    {"key": change.key, "old": list(change.old), "new": list(change.new)}
                    for change in record.changes
                ],
            }
            for record in difference.changed
        ],
    }
    return to_json(found, indent=2) + "\n"


def _version(pack: tuple[str, str]) -> dict[str, object]:
    return {"name": pack[0], "version": pack[1]}


def _place(collection: str, name: str) -> dict[str, object]:
    return {"collection": collection, "id": name or None}


def _lines(difference: Difference) -> Iterator[str]:
    for collection, name in difference.removed:
        yield f"- {collection} {name}"
    for collection, name in difference.added:
        yield f"+ {collection} {name}"
    for record in difference.changed:
        yield from _changed(record)
    old, new = (" ".join(pack) for pack in (difference.old, difference.new))
    sizes = (
        f"{len(difference.added)} added",
        f"{len(difference.removed)} removed",
        f"{len(difference.changed)} changed",
    )
    total = len(difference.added) + len(difference.removed) + len(difference.changed)
    yield f"{old} -> {new}: {', '.join(sizes) if total else 'no difference'}"


def _changed(record: RecordChange) -> Iterator[str]:
    yield f"~ {HEAD}.toml" if record.collection == HEAD else f"~ {record.collection} {record.id}"
    for change in record.changes:
        yield f"    {change.key}: {_told(change)}"


def _told(change: Change) -> str:
    if not change.old or not change.new:
        gone = " (removed)" if not change.new else " (new)"
        return _listed(change.old or change.new) + gone
    if len(change.old) == len(change.new) == 1:
        return f"{_listed(change.old)} -> {_listed(change.new)}"
    lost = [f"-{_short(one)}" for one in change.old if one not in change.new]
    gained = [f"+{_short(one)}" for one in change.new if one not in change.old]
    return ", ".join(lost + gained) or "in another order"


def _listed(values: tuple[str, ...]) -> str:
    return ", ".join(map(_short, values))


def _short(value: str) -> str:
    text = one_line(value)
    return text if len(text) <= _LONG else f"{text[: _LONG - 1]}…"
