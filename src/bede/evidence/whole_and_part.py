"""Wholes and parts must not go in a circle."""

from __future__ import annotations

from collections.abc import Sequence

_NO_MORE = -1  # parts and wholes are numbered from 0


def closing_edges(edges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the edges that close a circle, so that none is left without them.

    These are the back edges of a depth-first search (Tarjan, "Depth-First Search and Linear Graph
    Algorithms", 1972) from the smallest part upwards.

    Args:
        edges: part and whole, sorted.
    """
    wholes: dict[int, list[int]] = {}
    for part, whole in edges:
        wholes.setdefault(part, []).append(whole)
    closing: list[tuple[int, int]] = []
    done: set[int] = set()
    for start in wholes:
        if start in done:
            continue
        path = {start: iter(wholes[start])}
        while path:
            part = next(reversed(path))
            whole = next(path[part], _NO_MORE)
            if whole == _NO_MORE:
                done.add(part)
                del path[part]
            elif whole in path:
                closing.append((part, whole))
            elif whole not in done and whole in wholes:
                path[whole] = iter(wholes[whole])
    return sorted(closing)
