"""A small data set in the form of each reference source, about an invented little world."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.wikidata_world import WORLD

FAMILY = """\
0 HEAD
1 SOUR PAF
1 GEDC
2 VERS 5.5.1
1 CHAR UTF-8
1 FILE The Reeds of Tarn
0 @I1@ INDI
1 NAME Ada Mary /Reed/
1 NAME Ada /Vell/
2 TYPE married
1 OCCU painter
1 BIRT
2 DATE 5 MAY 1812
2 PLAC Tarn, Velin, Orland
2 SOUR @S1@
3 PAGE fol. 12
3 QUAY 3
1 DEAT
2 DATE ABT 1870
2 PLAC Velin, Orland
1 FAMS @F1@
0 @I2@ INDI
1 NAME Orlo /Vell/
1 BIRT
2 DATE BEF 1810
1 FAMS @F1@
0 @I3@ INDI
1 NAME Ida /Vell/
1 FAMC @F1@
0 @F1@ FAM
1 HUSB @I2@
1 WIFE @I1@
1 CHIL @I3@
1 MARR
2 DATE 1835
0 @S1@ SOUR
1 TITL Parish register of Tarn
0 TRLR
"""

GAZETTEER = """\
{"type": "FeatureCollection",
 "@context": "https://example.org/linkedplaces-context-v1.2.jsonld",
 "features": [
  {"@id": "https://example.org/places/tarn", "type": "Feature",
   "properties": {"title": "Tarn (Orland)", "fclasses": ["P"]},
   "when": {"timespans": [{"start": {"in": "1204"}, "end": {"in": "1950"}}]},
   "names": [
    {"toponym": "Tarn", "lang": "en"},
    {"toponym": "Tarnopol", "lang": "pl",
     "citations": [{"label": "Atlas of Orland, sheet 4", "@id": "https://example.org/atlas"}],
     "when": {"timespans": [
      {"start": {"earliest": "1771", "latest": "1773"}, "end": {"in": "1918"}}]}}],
   "types": [{"label": "town"}],
   "links": [{"type": "closeMatch", "identifier": "http://www.wikidata.org/entity/Q999999001"}],
   "relations": [{"relationType": "gvp:broaderPartitive", "label": "Orland",
    "relationTo": "https://example.org/places/orland"}],
   "descriptions": [{"lang": "en", "value": "market town on the Vell"}]},
  {"@id": "https://example.org/places/vell", "type": "Feature",
   "properties": {"title": "Vell", "fclasses": ["H"]}}]}
"""

PERIODS = """\
{"id": "p0d/#authorities",
 "@context": {"periodo": "http://n2t.net/ark:/99152/p0v#"},
 "authorities": {
  "http://n2t.net/ark:/99152/p0tarn": {
   "id": "http://n2t.net/ark:/99152/p0tarn", "type": "Authority",
   "source": {"title": "The Pots of Tarn", "yearPublished": 1931,
    "creators": [{"name": "Ida Vell"}], "locator": "page 4"},
   "periods": {
    "http://n2t.net/ark:/99152/p0tarn001": {
     "id": "http://n2t.net/ark:/99152/p0tarn001", "type": "Period",
     "label": "Red Pot Age", "languageTag": "en",
     "localizedLabels": {"en": ["Red Pot Age"], "fr": ["Âge des pots rouges"]},
     "spatialCoverage": [{"id": "http://www.wikidata.org/entity/Q999999002", "label": "Orland"}],
     "start": {"label": "ca. 800 B.C.", "in": {"year": "-0799"}},
     "stop": {"label": "early 6th century BC", "in": {"earliestYear": "-0599",
      "latestYear": "-0566"}}}}}}}
"""

TIMELINE = """\
{"title": {"text": {"headline": "Orland <i>through</i> the ages"}},
 "eras": [{"start_date": {"year": "1700"}, "end_date": {"year": "1750"},
  "text": {"headline": "The Quiet Years"}}],
 "events": [
  {"start_date": {"year": "1812", "month": "10", "day": "14"},
   "text": {"headline": "Battle of Tarn", "text": "<p>The fog was thick.</p>"}},
  {"start_date": {"year": "1850", "month": "1", "day": "1"},
   "text": {"headline": "Accession of Orlo Vell as King of Orland"}},
  {"start_date": {"year": "1999"},
   "text": {"headline": "Tarn, Orland",
    "text": "<script>alert(1)</script><b>Orlo Vell</b> died in Tarn on 3 June 1871."}}]}
"""

CHRONICLE = {
    "trusted.toml": 'title = "Chronicle of Velin"\nauthor = "Ida Vell"\nyear = "1931"\n',
    "reeds.txt": (
        "Ada Reed was born in Velin in 1812. Reed married Orlo Vell in 1835.\n\n"
        "She may have died in 1840. Orlo Vell did not die in 1839.\n"
    ),
    "later/deaths.md": "# Deaths\n\nOrlo Vell died in Tarn on 3 June 1871.\n",
}

RULERS = {
    "mapping.toml": (
        'name = "rulers"\ntitle = "Rulers of Orland"\n[source]\ntitle = "A list"\n'
        '[[table]]\nfiles = "rulers.csv"\n'
        '[[table.entity]]\nkind = "person"\nid = "{id}"\nname = "{name}"\n'
        '[[table.fact]]\ntype = "birth"\nroles = { person = "{id}" }\ntime = "{born}"\n'
    ),
    "rulers.csv": "id,name,born\np1,Orlo I,1066\np2,Ana II,1087-03-01\n",
}

FILES: Mapping[str, tuple[str, str]] = {
    "gedcom": ("reeds.ged", FAMILY),
    "linkedplaces": ("orland.geojson", GAZETTEER),
    "periodo": ("pots.json", PERIODS),
    "timelinejs": ("orland-ages.json", TIMELINE),
    "wikidata": ("orland-items.json", WORLD),
}
"""For each source that reads a file: a name for it, and its text."""
FOLDERS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "tables": ("rulers", RULERS),
    "trusted": ("chronicle", CHRONICLE),
}
"""For each source that reads a folder: a name for it, and its files."""


def written(source: str, folder: Path) -> Path:
    """Write the sample of a source into a folder; its path."""
    if source in FILES:
        name, text = FILES[source]
        path = folder / name
        path.write_text(text, encoding="utf-8")
        return path
    name, files = FOLDERS[source]
    for inner, text in files.items():
        path = folder / name / inner
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / name
