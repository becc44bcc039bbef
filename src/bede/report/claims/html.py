"""Claims as one page of HTML that needs nothing else: no font, no connection.

The template, the style sheet and the script are `bede/data/pages/claims.*` and `light.js`. The page
works without the script, which only lights up all parts of the claim that is pointed at. Everything
is escaped by the template; a policy in the page forbids it to load or run anything besides.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from bede.catalog.groups import EventGroup, event_groups, group_of
from bede.report.claims.page import page_document
from bede.report.claims.values import ClaimedDocument, summary
from bede.report.templates import source, template
from bede.version import VERSION

PAGE, SCRIPT = "claims.html", "light.js"


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A line of the legend: a group that occurs, with the number of each of its types."""

    group: EventGroup
    total: int
    types: tuple[tuple[str, int], ...]


def render(documents: Sequence[ClaimedDocument], *, skipped: bool = False) -> str:
    """The texts with their claims marked and listed beside them, and a legend.

    Args:
        documents: what was read.
        skipped: whether skipped triggers are among it, so that the page can hide them.
    """
    script = source(SCRIPT)
    return template(PAGE).render(
        documents=[page_document(one, number) for number, one in enumerate(documents, 1)],
        legend=_legend(documents),
        groups=[group.name for group in event_groups()],
        summary=summary(documents),
        skipped=skipped,
        script=script,
        digest=b64encode(sha256(script.encode()).digest()).decode(),
        version=VERSION,
    )


def _legend(documents: Sequence[ClaimedDocument]) -> tuple[LegendEntry, ...]:
    numbers = Counter(claim.type for one in documents for claim in one.claims)
    entries = []
    for group in event_groups():
        types = [(name, number) for name, number in numbers.items() if group_of(name) == group]
        if types:
            types.sort(key=lambda entry: (-entry[1], entry[0]))
            entries.append(LegendEntry(group, sum(number for _, number in types), tuple(types)))
    return tuple(entries)
