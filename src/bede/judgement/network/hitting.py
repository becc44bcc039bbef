"""Hitting sets: the fewest to drop so that no conflict is left whole.

Sources: R. Reiter, "A theory of diagnosis from first principles", Artificial Intelligence 32
(1987), pp. 57-95; for the greedy choice, V. Chvátal, "A greedy heuristic for the set-covering
problem", Mathematics of Operations Research 4 (1979), pp. 233-235.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

MOST_BRANCHES: Final = 2_000
"""How many choices are looked at for conflicts that hang together; then the best so far is kept."""
MOST_TOGETHER: Final = 200
"""How many conflicts that hang together are searched; for more the greedy choice stands."""

_Rank: TypeAlias = tuple[int, int, tuple[int, ...]]


def lightest_hitting_set(conflicts: Iterable[frozenset[int]], weights: Sequence[int]) -> set[int]:
    """A set of least weight that has a member of every conflict.

    Of equal weights it is the one with fewest members, then the one whose members come last.
    Conflicts that share no member are solved apart. It is exact unless one group of them needs
    more than `MOST_BRANCHES` choices, or has more than `MOST_TOGETHER` members; then it is the
    best that was met, beginning with the greedy choice.

    Args:
        conflicts: sets of numbers, none empty.
        weights: the weight of each number, positive.
    """
    chosen: set[int] = set()
    for group in _groups(conflicts):
        chosen |= _Search(group, weights).best
    return chosen


def _groups(conflicts: Iterable[frozenset[int]]) -> list[list[frozenset[int]]]:
    """Conflicts that hang together by their members; of nested ones only the smallest."""
    smallest: dict[int, list[frozenset[int]]] = {}
    """By their least member, which all that contain them have too."""
    groups: list[tuple[set[int], list[frozenset[int]]]] = []
    for conflict in sorted(set(conflicts), key=lambda each: (len(each), sorted(each))):
        if any(small <= conflict for each in conflict for small in smallest.get(each, ())):
            continue
        smallest.setdefault(min(conflict), []).append(conflict)
        members, together = set(conflict), [conflict]
        apart = []
        for group in groups:
            if members.isdisjoint(group[0]):
                apart.append(group)
            else:
                members |= group[0]
                together = group[1] + together
        groups = [*apart, (members, together)]
    return [together for _, together in groups]


class _Search:
    """Branch and bound over the members of the smallest conflict that is still whole."""

    def __init__(self, conflicts: Sequence[frozenset[int]], weights: Sequence[int]) -> None:
        self._conflicts = sorted(conflicts, key=lambda each: (len(each), sorted(each)))
        self._weights = weights
        self._branches = 0
        self.best = self._greedy()
        self._rank = self._ranked(self.best)
        if len(conflicts) <= MOST_TOGETHER:
            self._branch(frozenset(), frozenset())

    def _branch(self, chosen: frozenset[int], kept: frozenset[int]) -> None:
        """Complete a choice in every way worth it; `kept` are members tried before and left."""
        self._branches += 1
        whole = [each - kept for each in self._conflicts if chosen.isdisjoint(each)]
        if not whole:
            rank = self._ranked(chosen)
            if rank < self._rank:
                self.best, self._rank = set(chosen), rank
            return
        if self._branches > MOST_BRANCHES or self._least(chosen, whole) > self._rank[0]:
            return
        smallest = min(whole, key=lambda each: len(each))
        for member in sorted(smallest, key=lambda each: (self._weights[each], -each)):
            self._branch(chosen | {member}, kept)
            kept = kept | {member}

    def _least(self, chosen: frozenset[int], whole: Iterable[frozenset[int]]) -> int:
        """What completing a choice weighs at least: disjoint conflicts need a member each."""
        total = sum(self._weights[each] for each in chosen)
        seen: set[int] = set()
        for conflict in whole:
            if not conflict:
                return self._rank[0] + 1
            if seen.isdisjoint(conflict):
                seen |= conflict
                total += min(self._weights[each] for each in conflict)
        return total

    def _greedy(self) -> set[int]:
        """What weighs least for each conflict that it hits, again and again.

        Quotients of numbers below 2**26 are equal as floats only if they are equal.
        """
        chosen: set[int] = set()
        whole = set(self._conflicts)
        hit: dict[int, set[frozenset[int]]] = {}
        for conflict in whole:
            for member in conflict:
                hit.setdefault(member, set()).add(conflict)
        while whole:
            best = min(hit, key=lambda each: (self._weights[each] / len(hit[each]), -each))
            chosen.add(best)
            for conflict in hit.pop(best):
                whole.remove(conflict)
                for member in conflict - {best}:
                    hit[member].remove(conflict)
                    if not hit[member]:
                        del hit[member]
        return chosen

    def _ranked(self, chosen: Iterable[int]) -> _Rank:
        """Less is better: weight, number, then members from the last to the first."""
        members = tuple(sorted(-each for each in chosen))
        return sum(self._weights[-each] for each in members), len(members), members
