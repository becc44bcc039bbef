"""`bede claims`: what it prints where, and with which exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import bede as library
from bede.claims import Claim, Extraction, Filler, Stretch
from bede.cli import bede
from bede.documents import Document
from bede.documents.formats import format_for
from bede.report.claims import Choice, table
from bede.report.claims.page import page_document
from bede.report.claims.values import claimed
from bede.report.display import columns
from bede.text import Modality

TEXT = "Orlo was born in Tarn in 1839.\n\nOrlo did not marry Ada.\n"
VOID = {"meta", "br", "input"}


def run(*words: str, stdin: str = "") -> Result:
    """Run the command in this process; what it does not catch is raised."""
    result = CliRunner().invoke(bede, ["claims", *words], input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def stretch(text: str, words: str) -> tuple[str, int, int]:
    start = text.index(words)
    return words, start, start + len(words)


def one(text: str, kind: str, trigger: str, **roles: str) -> Claim:
    """A claim of one sentence, with one filler for each role."""
    return Claim(
        "c1",
        kind,
        Stretch(text, 0, len(text)),
        Stretch(*stretch(text, trigger)),
        {role: (Filler(*stretch(text, words), words, "name"),) for role, words in roles.items()},
        None,
        Modality.ASSERTED,
        None,
    )


def document(text: str) -> Document:
    plain = format_for(".txt")
    return Document("a.txt", text, plain.name, plain.parse(text))


class Tags(HTMLParser):
    """Checks that a page is well nested, and collects ids and links into it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("id"):
            self.ids.append(values["id"] or "")
        if (values.get("href") or "").startswith("#"):
            self.links.add((values["href"] or "")[1:])
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("option", [(), ("--format", "table"), ("--format", "text")])
def test_people_get_a_table(option: tuple[str, ...]) -> None:
    """With a reason where a claim is not asserted, and a summary."""
    result = run("-", *option, stdin=TEXT)
    lines = [[cell for cell in row.split("  ") if cell] for row in result.stdout.splitlines()]
    assert [[cell.strip() for cell in line] for line in lines] == [
        ["place", "date", "type", "trigger", "roles", "modality"],
        ["-:1:10", "1839", "birth", "born", "person: Orlo; place: Tarn", "asserted"],
        ["-:3:14", "–", "marriage", "marry", "person: Orlo; spouse: Ada", 'negated by "not"'],
        ["-: 2 claims of 2 types (1 negated)"],
    ]
    assert (result.stderr, result.exit_code) == ("", 0)


def test_programs_get_the_claims_of_the_json_report() -> None:
    """One object for each claim, with its path; the contract has one claim object."""
    result = run("-", "--format", "jsonl", stdin=TEXT)
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    checked = CliRunner().invoke(bede, ["check", "-", "--format", "json"], input=TEXT)
    (report,) = json.loads(checked.stdout)["documents"]
    assert lines == [{"path": "-", **claim} for claim in report["claims"]]
    (person,) = lines[0]["roles"]["person"]
    assert {"text": "Orlo", "start": 0, "end": 4, "head": "Orlo"}.items() <= person.items()


@pytest.mark.parametrize(
    "name",
    [
        "Tom *Reed*",
        "**Tom** Reed",
        'Tom <b class="x y">Reed</b>',
        "[Tom](https://example.org/tom) Reed",
        "Tom&nbsp;Reed",
        "Tom Re\u00aded",
    ],
)
def test_a_name_is_told_as_a_reader_sees_it(tmp_path: Path, name: str) -> None:
    """Without markup; where it stands is told by its place in the file."""
    path = tmp_path / "a.md"
    path.write_text(f"{name} died in 1839.\n", encoding="utf-8")
    line = json.loads(run(str(path), "--format", "jsonl").stdout)
    (person,) = line["roles"]["person"]
    assert person["text"] == "Tom Reed"
    there = path.read_text(encoding="utf-8")[person["start"] : person["end"]]
    assert (there[0], there[-1]) == ("T", "d")


@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_types_and_modalities_can_be_chosen(form: str) -> None:
    """Both narrow what is shown."""
    for option in (("--type", "birth,war"), ("--modality", "asserted")):
        shown = run("-", "--format", form, *option, stdin=TEXT).stdout
        assert ("birth" in shown, "marriage" in shown) == (True, False)
    both = run("-", "--type", "birth", "--modality", "negated", stdin=TEXT)
    assert both.stdout == "-: no claims\n"


def test_an_unknown_type_is_one_line_with_the_nearest() -> None:
    """Nothing is read before."""
    command = [sys.executable, "-c", "from bede.cli import main; main()", "claims", "missing.txt"]
    done = subprocess.run(
        [*command, "--type", "birht"], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "bede: there is no event type 'birht'; use one of birth\n"


def test_a_text_without_claims_says_so() -> None:
    """In words, for people; programs get no line. A text without anything in it is a bad input."""
    text = "It was a fine day.\n"
    assert run("-", stdin=text).stdout == "-: no claims\n"
    assert run("-", "--format", "jsonl", stdin=text).stdout == ""
    assert "no claims" in run("-", "--format", "html", stdin=text).stdout
    empty = run("-", stdin="")
    assert (empty.stdout, empty.stderr.count("\n"), empty.exit_code) == ("", 1, 2)


def test_bad_input_does_not_stop_the_rest(tmp_path: Path) -> None:
    """What cannot be read is told with cause and remedy; the output is still made, in one step."""
    (tmp_path / "good.txt").write_text(TEXT)
    (tmp_path / "bad.txt").write_bytes(b"Krak\xf3w 1926")
    output = tmp_path / "pages" / "claims.html"
    result = run(str(tmp_path), "--format", "html", "-o", str(output))
    assert result.stderr.endswith("not valid UTF-8 at byte 4; save the file as UTF-8\n")
    assert (result.stdout, result.stderr.count("\n"), result.exit_code) == ("", 1, 2)
    assert output.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_text_and_page_are_read_without_a_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read is the same whatever is known."""

    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("bede.checker.open_references", refuse)
    for form in ("table", "html"):
        assert run("-", "--format", form, stdin=TEXT).exit_code == 0


def test_a_page_holds_nothing_of_the_text_but_text() -> None:
    """Markup in a text stays text; the page is well nested, ids are unique, links lead home."""
    text = 'Orlo <script>alert("x")</script> & Ada.\n\n' + TEXT
    page = run("-", "--format", "html", "--skipped", stdin=text).stdout
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
    tags = Tags(page)
    assert (tags.open, len(tags.ids) - len(set(tags.ids)), tags.links - set(tags.ids)) == (
        [],
        0,
        set(),
    )
    assert page.count("<script") == 1
    assert 'src="' not in page
    assert "http" not in page.replace("http-equiv", "")


def test_a_word_can_belong_to_several_claims() -> None:
    """Marks are cut at each edge; no letter is lost or told twice."""
    text = "The founder of Tarn took Tarn."
    inner = one(text, "founding", "founder", thing="Tarn", founder="The founder of Tarn")
    outer = one(text, "capture", "took", place="Tarn", by="The founder of Tarn")
    shown = claimed(document(text), Extraction((inner, outer), (), (), ()), Choice())
    ((block,),) = page_document(shown, 1).groups[0].rows
    assert block.text == text
    found = [(p.text, [t.type for t in p.triggers], p.label, p.groups) for p in block.pieces]
    assert found == [
        ("The ", [], "founder, by", ("membership", "conflict")),
        ("founder", ["founding"], "", ("membership", "conflict")),
        (" of ", [], "", ("membership", "conflict")),
        ("Tarn", [], "thing, place", ("membership", "conflict")),
        (" ", [], "", ()),
        ("took", ["capture"], "", ()),
        (" Tarn.", [], "", ()),
    ]


@pytest.mark.parametrize("width", [40, 80, 100])
def test_a_table_fits_the_terminal(width: int) -> None:
    """Long cells are wrapped; a narrow terminal gets lines instead of columns."""
    text = "The League of the Free Cities of the North took the old town of Tarn."
    claim = one(
        text, "capture", "took", by="The League of the Free Cities of the North", place="Tarn"
    )
    shown = claimed(document(text), Extraction((claim,), (), (), ()), Choice())
    lines = table.render([shown], width=width).splitlines()
    assert max(columns(line) for line in lines) <= width
    words = " ".join(" ".join(lines).split())
    assert all(word in words for word in ("League", "Free", "Cities", "North", "capture"))


def test_a_program_reads_claims_too(tmp_path: Path) -> None:
    """From a text in hand or from a file."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    found = library.read_claims(TEXT)
    assert [claim.type for claim in found] == ["birth", "marriage"]
    assert library.read_claims(path) == found
