"""What was read of pieces of text, kept for reading the same pieces again.

A document that was edited is mostly the document that was read before. The dear part of reading is
the parser, and its answer for a block depends on the prose of that block and on nothing else; so
the block is the piece that is kept, under its own characters.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast

CHARACTERS = 600_000
"""How much text a memory keeps unless told otherwise: about 100,000 words."""

Value = TypeVar("Value")


class Memory:
    """A store of bounded size; what was not asked for longest is forgotten first.

    It never changes an answer, only the time until it comes: what is kept under a key must follow
    from the key alone. One memory may serve several threads.

    Args:
        characters: how many characters of text it keeps, counted for each kind of value apart; 0
            for a memory that keeps nothing.
    """

    def __init__(self, characters: int = CHARACTERS) -> None:
        self._most = characters
        self._kept: dict[str, OrderedDict[Hashable, tuple[object, int]]] = {}
        self._sizes: dict[str, int] = {}
        self._lock = Lock()
        self.found = 0
        self.missed = 0

    def recall(self, kind: str, key: Hashable, size: int, make: Callable[[], Value]) -> Value:
        """The value of a key: as it is kept, else made now.

        Args:
            kind: what sort of value it is; keys of two kinds never meet.
            key: all that the value depends on.
            size: how many characters of text it was read of.
            make: makes the value.
        """
        kept = self.get(kind, key)
        if kept is not None:
            return cast(Value, kept)
        value = make()
        self.put(kind, key, size, value)
        return value

    def get(self, kind: str, key: Hashable) -> object | None:
        """What is kept under a key, or None."""
        with self._lock:
            shelf = self._kept.get(kind)
            kept = None if shelf is None else shelf.get(key)
            if shelf is None or kept is None:
                self.missed += 1
                return None
            shelf.move_to_end(key)
            self.found += 1
            return kept[0]

    def put(self, kind: str, key: Hashable, size: int, value: object) -> None:
        """Keep a value, which must not be None, and forget the oldest where that is too much."""
        with self._lock:
            kept = self._kept.setdefault(kind, OrderedDict())
            _, before = kept.pop(key, (None, 0))
            total = self._sizes.get(kind, 0) - before
            size = max(1, size)
            if size <= self._most:
                kept[key] = (value, size)
                total += size
            while total > self._most:
                _, (_, gone) = kept.popitem(last=False)
                total -= gone
            self._sizes[kind] = total

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()
            self._sizes.clear()
            self.found = self.missed = 0

    def __len__(self) -> int:
        """How many values are kept."""
        with self._lock:
            return sum(map(len, self._kept.values()))
