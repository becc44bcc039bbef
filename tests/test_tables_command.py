"""`bede reference build` with tables: mappings in the folder, beside it, and by name."""

from __future__ import annotations

from pathlib import Path

from tests.data_sets import written
from tests.test_reference_build import run

from bede.evidence import open_reference


def test_tables_with_their_mapping(tmp_path: Path) -> None:
    """A folder, or one table of it; what is skipped is told with its line."""
    folder = written("tables", tmp_path)
    (folder / "rulers.csv").write_text("id,name,born\np1,Orlo I,1066\np2,Ana II,1087-02-31\n")
    mapping, output = str(folder / "mapping.toml"), str(tmp_path / "o.sqlite")
    told = f"{folder}/rulers.csv: line 3: birth: 31 February 1087 does not exist"
    for path in (folder, folder / "rulers.csv"):
        code, out, _ = run("reference", "build", str(path), "--mapping", mapping, "-o", output)
        assert code == 0
        assert f"1 record skipped\n  {told}" in out
        with open_reference(output) as reference:
            assert dict(reference.info.entities) == {"person": 2}


def test_each_folder_finds_its_mapping(tmp_path: Path) -> None:
    """Of several mappings the first that fits; one that comes with Bede is called by name."""
    own = written("tables", tmp_path)
    atlas = tmp_path / "atlas"
    atlas.mkdir()
    (atlas / "wars.csv").write_text(
        "slug,title,start_year,end_year,wikidata_qid\nfog_war,Fog War,1810,1812,\n"
    )
    (atlas / "battles.csv").write_text(
        "slug,title,war_slug,year,date_iso,wikidata_qid\n"
        "tarn,Battle of Tarn,fog_war,1812,1812-01-01,Q999999009\n"
        "velin,Battle of Velin,fog_war,1829,1829-06-03,\n"
    )
    (atlas / "commanders.csv").write_text(
        "slug,name,birth_year,death_year,wikidata_qid\nreed,Ada Reed,1780,,\nfirst,First Army,,,\n"
    )
    output = str(tmp_path / "o.sqlite")
    mappings = ("--mapping", "war-atlas", "--mapping", str(own / "mapping.toml"))
    assert run("reference", "build", str(own), str(atlas), *mappings, "-o", output)[0] == 0
    with open_reference(output) as reference:
        assert [head.name for head in reference.info.heads] == ["rulers", "war-atlas"]
        (tarn,) = reference.facts("tarn", types=("battle",))
        (velin,) = reference.facts("velin", types=("battle",))
        assert (tarn.edtf, tarn.confidence) == ("1812", "medium")
        assert (velin.edtf, velin.confidence) == ("1829-06-03", "weak")
        assert reference.same_as("wikidata:Q999999009") == ("tarn",)
        assert reference.people() == 3


def test_tables_without_a_mapping_are_one_line(tmp_path: Path) -> None:
    """With the way out; and a mapping that is none names those that there are."""
    folder = written("tables", tmp_path)
    (folder / "mapping.toml").unlink()
    output = str(tmp_path / "o.sqlite")
    code, _, error = run("reference", "build", str(folder), "-o", output)
    assert (code, error.count("\n")) == (2, 1)
    assert "say what the columns of tables mean with --mapping" in error
    code, _, error = run("reference", "build", str(folder), "--mapping", "atlas", "-o", output)
    assert (code, error.count("\n")) == (2, 1)
    assert "atlas: there is no such mapping; give a file, or one of manystates, " in error
