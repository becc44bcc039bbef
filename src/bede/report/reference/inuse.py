"""Which references are in use, and what they are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bede.evidence.info import ReferenceInfo
from bede.evidence.values import Confidence
from bede.report.display import one_line, visible
from bede.report.objects import Object, to_json
from bede.report.wording import count


def render(
    whole: ReferenceInfo,
    parts: Sequence[ReferenceInfo],
    because: str,
    trust: Mapping[str, Confidence],
) -> str:
    """Packs and hash in two lines, why it is in use, and what each file holds.

    Args:
        whole: all references together.
        parts: each of them, in their order.
        because: who or what chose them, in words.
        trust: as chosen.
    """
    lines = [f"packs: {_packs(whole)}", f"content hash: {whole.hash}", f"in use: {because}"]
    if trust:
        lines.append(f"trust: {', '.join(f'{name} {trust[name]}' for name in sorted(trust))}")
    for number, info in enumerate(parts, 1):
        place = f"{number}. " if len(parts) > 1 else ""
        lines += ["", f"{place}{info.path}"]
        for head in info.heads:
            told = f"{head.name} {head.version}: {head.title} ({head.licence})"
            lines.append(f"  {one_line(told)}")
        lines.append(f"  {_numbers(info)}")
        if len(parts) > 1:
            lines.append(f"  content hash: {info.hash}")
    return "".join(f"{visible(line)}\n" for line in lines)


def render_json(
    whole: ReferenceInfo,
    parts: Sequence[ReferenceInfo],
    because: str,
    trust: Mapping[str, Confidence],
) -> str:
    """The same as one object: `{"packs", "hash", "because", "trust", "files"}`."""
    found: Object = {
        "packs": [{"name": name, "version": version} for name, version in whole.packs],
        "hash": whole.hash,
        "because": because,
        "trust": {name: trust[name] for name in sorted(trust)},
        "files": [_file(info) for info in parts],
    }
    return to_json(found, indent=2) + "\n"


def _file(info: ReferenceInfo) -> Object:
    return {
        "path": info.path,
        "hash": info.hash,
        "packs": [
            {
                "name": head.name,
                "version": head.version,
                "title": head.title,
                "licence": head.licence,
                "editors": list(head.editors),
                "scope": head.scope,
            }
            for head in info.heads
        ],
        "entities": dict(info.entities),
        "names": info.names,
        "facts": info.facts,
        "sources": info.sources,
        "completeness": info.completeness,
    }


def _packs(info: ReferenceInfo) -> str:
    return ", ".join(f"{name} {version}" for name, version in info.packs)


def _numbers(info: ReferenceInfo) -> str:
    total = sum(number for _, number in info.entities)
    kinds = ", ".join(f"{number:,} {kind}" for kind, number in info.entities)
    told = [f"{total:,} {'entity' if total == 1 else 'entities'} ({kinds})"]
    told += [count(info.names, "name"), count(info.facts, "fact"), count(info.sources, "source")]
    return "; ".join(told)
