"""How far references and sources are trusted: a ceiling for the confidence of their facts.

Trust never makes a fact surer than its own editors say. `weak` makes all facts that rest on it
weak: they may support a text and carry a note, and never accuse.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bede.evidence.values import Confidence

LEVELS: tuple[Confidence, ...] = ("high", "medium", "weak")
"""From the most trusted to the least."""


@dataclass(frozen=True, slots=True)
class Trust:
    """The trust that a user has in one reference.

    Attributes:
        whole: in all of it.
        sources: id of a source of the reference -> trust in it, where it is less than high.
    """

    whole: Confidence
    sources: Mapping[str, Confidence]

    def of(self, confidence: Confidence, sources: Iterable[str]) -> Confidence:
        """The confidence that is left to a record.

        Args:
            confidence: as its editors have it.
            sources: ids of the sources that it rests on; the most trusted of them counts.
        """
        levels = [LEVELS.index(self.sources.get(source, "high")) for source in sources]
        best = min(levels, default=0)
        return LEVELS[max(LEVELS.index(confidence), LEVELS.index(self.whole), best)]
