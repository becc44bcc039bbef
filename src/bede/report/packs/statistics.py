"""What `bede pack stats` prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from bede.judgement.packs.statistics import Counts, Statistics
from bede.report.display import one_line, visible
from bede.report.objects import to_json
from bede.report.wording import count

_MOST = 12
"""Event types and languages that are named; the rest are counted together."""
_INDENT = "  "


def render_text(statistics: Statistics) -> str:
    """Sections of counts for people."""
    return "".join(f"{visible(line)}\n" for line in _lines(statistics))


def render_json(statistics: Statistics) -> str:
    """One object with the same counts."""
    found = {
        key: dict(value) if _is_counts(value) else value
        for key, value in asdict(statistics).items()
    }
    found["packs"] = [{"name": name, "version": version} for name, version in statistics.packs]
    return to_json(found, indent=2) + "\n"


def _is_counts(value: object) -> bool:
    return isinstance(value, tuple) and all(
        isinstance(one, tuple) and len(one) == 2 and isinstance(one[1], int) for one in value
    )


def _lines(found: Statistics) -> Iterator[str]:
    yield one_line(", ".join(" ".join(pack) for pack in found.packs))
    yield from _section("Records", found.records)
    yield from _section(f"Facts ({found.fact_count})", _shortened(found.facts))
    yield from _section("When", found.centuries)
    total = sum(one.sources for one in found.sources)
    yield ""
    yield f"Sources ({total}, {found.families} independent)"
    width = max(len(one.kind) for one in found.sources)
    for use in found.sources:
        if use.sources:
            carried = f"{count(use.facts, 'fact')} on {'it' if use.sources == 1 else 'them'}"
            yield f"{_INDENT}{use.kind:<{width}}  {use.sources:>6}  {carried}"
    yield f"{_INDENT}{', '.join(f'{name} {number}' for name, number in found.qualities)}"
    yield from _section("Confidence of facts", found.confidence)
    yield from _share("two independent decent witnesses", found.witnessed, found.fact_count)
    yield from _share("disputed", found.disputed, found.fact_count)
    yield from _section("Names by language", _shortened(found.languages))
    yield from _section("Names by kind", found.name_kinds)
    yield from _section("What lacks", tuple(pair for pair in found.lacking if pair[1]))


def _section(title: str, counts: Counts) -> Iterator[str]:
    if not counts:
        return
    yield ""
    yield title
    width = max(len(name) for name, _ in counts)
    for name, number in counts:
        yield f"{_INDENT}{name:<{width}}  {number:>6}"


def _share(what: str, part: int, whole: int) -> Iterator[str]:
    if whole:
        yield f"{_INDENT}{what}: {part} of {whole} ({100 * part // whole} %)"


def _shortened(counts: Counts) -> Counts:
    rest = sum(number for _, number in counts[_MOST:])
    return (*counts[:_MOST], (f"{len(counts) - _MOST} more", rest)) if rest else counts
