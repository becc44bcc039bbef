"""A small checked account, for tests of what is drawn of it."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

from bede.catalog import roles_by_type
from bede.checker import check_analysis
from bede.config import Config
from bede.documents import read
from bede.documents.formats import formats
from bede.evidence.build import reference_from_yaml
from bede.report import DocumentReport
from bede.text import analyse

PACK = """
sources:
  - {id: kell, author: M. Kell, title: A History of Tarn, work: A History of Tarn, year: "1901",
     kind: scholarly, family: kell, quality: decent, url: "https://example.org/tarn"}
people:
  - {id: tom-reed, name: Tom Reed, sources: kell, confidence: high}
  - {id: ida-vell, name: Ida Vell, sources: kell, confidence: high}
offices:
  - {id: president, name: President of Tarn, holders: single, sources: kell, confidence: high}
organisations:
  - {id: guild, name: Guild of Tarn, kind: guild, sources: kell, confidence: high}
places:
  - id: velin
    name: Velin
    kind: settlement
    sources: kell
    confidence: high
    names:
      - {name: Velin, kind: official, from: 1850}
      - {name: Oldport, kind: official, from: 1700, to: 1850}
works:
  - {id: tarn-book, title: The Salt of Tarn, author: [ida-vell], kind: book, sources: kell,
     confidence: high}
facts:
  - {id: reed-birth, type: birth, roles: {person: tom-reed}, when: 1870, sources: kell,
     confidence: high}
  - {id: reed-death, type: death, roles: {person: tom-reed}, when: 1912-03-04, sources: kell,
     confidence: high}
  - {id: reed-term, type: tenure, roles: {person: tom-reed, office: president}, when: 1890/1894,
     sources: kell, confidence: high}
  - {id: vell-birth, type: birth, roles: {person: ida-vell}, when: 1875~, sources: kell,
     confidence: high}
  - {id: guild-founding, type: founding, roles: {thing: guild, founder: tom-reed}, when: 1905,
     sources: kell, confidence: high}
  - {id: book, type: publication, roles: {work: tarn-book}, when: 1899, sources: kell,
     confidence: high}
"""


@cache
def account_of(text: str, pack: str = PACK, form: str = "") -> DocumentReport:
    """The report of a text with its account; a form is the name of a format to read it as."""
    document = read("-", stdin=io.StringIO(text))
    if form:
        reader = next(one for one in formats() if one.name == form)
        document = replace(document, format=form, blocks=tuple(reader.parse(text)))
    with reference_from_yaml(pack, roles_by_type()) as reference:
        analysis = analyse(document)
        return check_analysis(analysis, reference, Config(), account=True)
