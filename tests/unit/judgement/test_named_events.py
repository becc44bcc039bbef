"""Claims placed by events that the text only names and the reference dates."""

from __future__ import annotations

import io

import pytest

from bede.catalog import roles_by_type
from bede.claims import extract
from bede.documents import read
from bede.evidence.build import reference_from_yaml
from bede.judgement import judge
from bede.text import analyse

REFERENCE = """
sources:
  - {id: kell, author: M. Kell, title: A History of Tarn, work: A History of Tarn, year: "1901",
     kind: scholarly, family: kell, quality: decent}
people:
  - {id: ana-orlo, name: Ana Orlo, sources: kell, confidence: high}
happenings:
  - {id: rising, name: Velin Rising, kind: uprising, sources: kell, confidence: high}
  - {id: rumour, name: Orm Rising, kind: uprising, sources: kell, confidence: weak}
facts:
  - {id: orlo-death, type: death, roles: {person: ana-orlo}, when: 1839-03-03,
     sources: kell, confidence: high}
  - {id: rising-fact, type: uprising, roles: {name: rising}, when: 1848-03,
     sources: kell, confidence: high}
  - {id: rumour-fact, type: uprising, roles: {name: rumour}, when: 1848,
     sources: kell, confidence: weak}
"""

PASSAGES = {
    "Ana Orlo died two years after the Velin Rising.": ["impossible-order"],
    "Ana Orlo died nine years before the Velin Rising.": [],
    "Ana Orlo died thirty years before the Velin Rising.": ["distance-mismatch"],
    "Ana Orlo was arrested after the Velin Rising.": ["contradicts-record"],
    "Ana Orlo was arrested before the Velin Rising.": [],
    "Ana Orlo was arrested after the Orm Rising.": [],  # on weak evidence
    "Ana Orlo was arrested after the Lund Rising.": [],  # not on record
    "Perhaps Ana Orlo was arrested after the Velin Rising.": [],
}


@pytest.mark.parametrize("passage", PASSAGES)
def test_the_date_of_a_named_event_binds_what_is_placed_by_it(passage: str) -> None:
    """Only if the name is on record, and on good evidence."""
    analysis = analyse(read("-", stdin=io.StringIO(passage)))
    with reference_from_yaml(REFERENCE, roles_by_type()) as reference:
        judgement = judge(analysis, extract(analysis), reference)
    assert [finding.rule for finding in judgement.findings] == PASSAGES[passage]
