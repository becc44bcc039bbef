"""Places as GEDCOM writes them: "Tarn, Velin, Orland", the smallest first."""

from __future__ import annotations

from functools import lru_cache

from bede.catalog.calendars import region_words
from bede.chronology.policy import CalendarRegion
from bede.evidence.importing import Ids, plain, simple_entity, slug
from bede.evidence.names import name_key
from bede.evidence.sources.gedcom.names import is_unknown
from bede.evidence.values import Entity, Name

MOST_PARTS = 8
"""The most places that one line is taken apart into."""
_REMEMBERED = 4096
Chain = tuple[str, ...]


@lru_cache(maxsize=_REMEMBERED)
def chain_of(value: str) -> Chain:
    """The names of a place and of the wholes that it belongs to, the smallest first."""
    parts = (plain(part) for part in value[:1000].split(",")[:MOST_PARTS])
    return tuple(part for part in parts if name_key(part) and not is_unknown(part))


@lru_cache(maxsize=_REMEMBERED)
def region_of(chain: Chain) -> CalendarRegion | None:
    """The region whose calendars are known to which a place belongs, the smallest first."""
    words = region_words()
    for part in chain:
        found = words.get(tuple(name_key(part).split()))
        if found is not None:
            return found
    return None


@lru_cache(maxsize=_REMEMBERED)
def _folded(chain: Chain) -> Chain:
    return tuple(name_key(name) for name in chain)


class Places:
    """The places of one file, each an entity when it is first met.

    Args:
        data_set: the id of the data set, with which their ids begin.
        source: the id of the source that they rest on.
    """

    def __init__(self, data_set: str, source: str) -> None:
        self._data_set = data_set
        self._source = source
        self._ids = Ids()
        self._known: dict[Chain, str] = {}

    def entered(self, value: str) -> tuple[str | None, list[Entity]]:
        """Look up a place.

        Args:
            value: what stands behind PLAC.

        Returns:
            its id, None if it names none; and the entities that are new.
        """
        chain = chain_of(value)
        return self._entered(chain) if chain else (None, [])

    def _entered(self, chain: Chain) -> tuple[str, list[Entity]]:
        new: list[Entity] = []
        whole: str | None = None
        for at in range(len(chain) - 1, -1, -1):
            part = chain[at:]
            folded = _folded(part)
            key = self._known.get(folded)
            if key is None:
                key = self._ids.fresh(slug(f"{self._data_set} {' '.join(part)}"))
                self._known[folded] = key
                names = [Name(part[0], "preferred", None, None, ())]
                if len(part) > 1:
                    names.append(Name(", ".join(part), "alias", None, None, ()))
                new.append(
                    simple_entity(
                        key,
                        "place",
                        names,
                        [self._source],
                        part_of=[whole] if whole else [],
                        description=f"in {', '.join(part[1:])}" if len(part) > 1 else None,
                    )
                )
            whole = key
        return whole or "", new
