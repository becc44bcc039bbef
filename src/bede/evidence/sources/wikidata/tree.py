"""The tree of classes, learned from the dump itself: which class lies under which (P279).

The tree of the whole of Wikidata has some five million edges; they are kept as sorted numbers,
eight bytes an edge, and only the classes that are asked for are followed upwards.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping

from bede.evidence.sources.wikidata.mapping import ItemClass

MAX_STEPS = 16
"""So many steps upwards are taken; what lies further off has lost its meaning."""
MAX_VISITED = 2000
"""So many classes are looked at on the way up from one."""
_BITS = 32
_LARGEST_OVER = (1 << _BITS) - 1
_LARGEST = (1 << (_BITS - 2)) - 1  # numbers of items are a tenth of it


def edge(sub: str, over: str) -> tuple[int, int]:
    """One edge of the tree as two numbers: "Q178561", "Q180684"."""
    return int(sub[1:]), int(over[1:])


class ClassTree:
    """Finds the nearest known class over a class.

    Args:
        edges: class and superclass by turns, as numbers.
        known: the classes that Bede knows, by item.
    """

    def __init__(self, edges: Iterable[int], known: Mapping[str, ItemClass]) -> None:
        turns = iter(edges)
        packed = (
            sub << _BITS | over
            for sub, over in zip(turns, turns, strict=True)
            if max(sub, over) <= _LARGEST
        )
        self._edges = array("q", sorted(packed))
        self._known = {int(key[1:]): one for key, one in known.items()}
        self._found: dict[int, ItemClass | None] = {}

    def nearest(self, name: str) -> ItemClass | None:
        """The known class that a class is, or the nearest over it; the first listed of several.

        Rings in the tree do no harm.

        Args:
            name: the class ("Q178561").
        """
        number = int(name[1:])
        if number not in self._found:
            self._found[number] = self._climb(number)
        return self._found[number]

    def _climb(self, start: int) -> ItemClass | None:
        level, seen = [start], {start}
        for _ in range(MAX_STEPS):
            found = [self._known[one] for one in level if one in self._known]
            if found:
                return min(found, key=lambda one: one.place)
            above: list[int] = []
            for one in level:
                for over in self._over(one):
                    if over not in seen and len(seen) < MAX_VISITED:
                        seen.add(over)
                        above.append(over)
            if not above:
                return None
            level = above
        return None

    def _over(self, number: int) -> list[int]:
        if number > _LARGEST:
            return []
        start = bisect_left(self._edges, number << _BITS)
        end = bisect_left(self._edges, (number + 1) << _BITS)
        return [edge & _LARGEST_OVER for edge in self._edges[start:end]]
