"""What the importers of data sets have in common: ids, plain words, days, records, big JSON.

The modules in `bede.evidence.sources` do not know each other; what two of them need is here.
"""

from bede.evidence.importing.addresses import id_of, known_as, language_tag, page_of
from bede.evidence.importing.ids import Ids, slug
from bede.evidence.importing.joining import confidence_in, joined
from bede.evidence.importing.json_members import Member, json_members, listed, mapping
from bede.evidence.importing.records import (
    bounded_lines,
    digest,
    head_of,
    plain,
    simple_entity,
    simple_fact,
    simple_source,
    starts_with,
    unreadable,
)
from bede.evidence.importing.times import When, told_day, told_month, told_year, when

__all__ = [
    "Ids",
    "Member",
    "When",
    "bounded_lines",
    "confidence_in",
    "digest",
    "head_of",
    "id_of",
    "joined",
    "json_members",
    "known_as",
    "language_tag",
    "listed",
    "mapping",
    "page_of",
    "plain",
    "simple_entity",
    "simple_fact",
    "simple_source",
    "slug",
    "starts_with",
    "told_day",
    "told_month",
    "told_year",
    "unreadable",
    "when",
]
