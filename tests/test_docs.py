"""The documentation, run: outputs are real, made pages fresh, links good, nothing left out."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from importlib import resources
from pathlib import Path
from typing import Any

import click
import jsonschema
import pytest
from pydantic import BaseModel
from tests.generated import (
    PICTURES,
    ROOT,
    agrees,
    blocks_of,
    commands,
    made_pages,
    pictures,
    refreshed,
    run_page,
    stale_pictures,
    written_pages,
)

from bede.catalog import Role, event_types, rules
from bede.catalog.events import Reading
from bede.documents import formats as document_formats
from bede.evidence.pack_schema import RECORD_MODELS, NameRecord, PackHeader, ValueRecord
from bede.judgement import Verdict, kinds
from bede.report import formats as report_formats

PAGES = [*written_pages(), *made_pages()]
SCHEMA: dict[str, Any] = json.loads(
    (resources.files("bede") / "data/schema/report.schema.json").read_text(encoding="utf-8")
)
_LINK = re.compile(r"\]\(([^)\s]+)\)")


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def prose_of(page: Path) -> str:
    """A page without its fenced blocks."""
    lines = page.read_text(encoding="utf-8").splitlines()
    for block in blocks_of("\n".join(lines)):
        for at in range(block.first - 1, block.first + len(block.lines) + 1):
            lines[at] = ""
    return "\n".join(lines)


def anchors_of(page: Path) -> set[str]:
    """The anchors of the headings of a page, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", prose_of(page), re.MULTILINE)
    return {re.sub(r"[^\w\s-]", "", title.lower()).replace(" ", "-") for title in headings}


def linked_from(page: Path) -> set[Path]:
    """The files that a page leads to."""
    return {(page.parent / target).resolve() for target in _LINK.findall(prose_of(page))}


@pytest.mark.parametrize("page", written_pages(), ids=name_of)
def test_what_a_page_shows_is_what_is_printed(page: Path, tmp_path: Path) -> None:
    """Every command and program is run; JSON reports keep to the published schema."""
    for one in run_page(page, tmp_path / "copy"):
        place = f"{name_of(page)}:{one.first}"
        assert agrees(one.shown, one.real), f"{place}: now prints\n" + "\n".join(one.real)
        if "--format json " in one.command and one.real:
            jsonschema.validate(json.loads("\n".join(one.real)), SCHEMA)
    assert stale_pictures(page, tmp_path / "copy", write=False) == []


def test_every_picture_is_made_by_a_page() -> None:
    """None is left over, and each belongs to one page."""
    there = {path for path in PICTURES.rglob("*") if path.is_file()}
    assert there == pictures()
    makers = [page.stem for page in written_pages()]
    assert [p.name for p in there if makers.count(p.relative_to(PICTURES).parts[0]) != 1] == []


@pytest.mark.parametrize("page", made_pages(), ids=name_of)
def test_made_pages_are_fresh(page: Path) -> None:
    """`make docs` would change nothing."""
    assert page.read_text(encoding="utf-8") == made_pages()[page]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    """Links inside the project name a file that exists, and a heading that it has."""
    broken = []
    for target in _LINK.findall(prose_of(page)):
        if re.match(r"https?:", target):
            continue
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        if not there.exists() or (anchor and anchor not in anchors_of(there)):
            broken.append(target)
    assert broken == []


def test_the_index_lists_every_page() -> None:
    """Nobody has to look for a page: it is in the index, or in the page of its folder."""
    index = ROOT / "docs" / "README.md"
    listed = linked_from(index)
    for page in [page for page in PAGES if page.with_suffix("").is_dir() and page in listed]:
        listed |= linked_from(page)
    inside = {page for page in PAGES if page.is_relative_to(index.parent) and page != index}
    assert inside - listed == set()


def test_every_command_and_option_is_documented() -> None:
    """Each stands in the reference, and the options of `check` in some page for people."""
    page = text_of("docs/reference/commands.md")
    missing = []
    for name, command in commands():
        section = page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
        options = [p.opts[-1] for p in command.params if isinstance(p, click.Option)]
        missing += [f"{name} {option}" for option in options if option not in section]
        missing += [] if section else [name]
    assert missing == []


def test_every_rule_event_type_verdict_and_format_is_documented() -> None:
    """A name that a user can meet is told somewhere."""
    assert [n for n in rules() if f"[{n}]" not in text_of("docs/reference/rules.md")] == []
    types = text_of("docs/reference/event-types.md")
    assert [name for name in event_types() if f"\n## {name}\n" not in types] == []
    front = text_of("README.md")
    assert [verdict for verdict in Verdict if f"| {verdict} |" not in front] == []
    assert [
        k.name for k in kinds() if f"*{k.name}*" not in text_of("docs/how-to/add-a-rule.md")
    ] == []
    ci = text_of("docs/how-to/check-in-ci.md")
    suffixes = [suffix for form in document_formats() for suffix in form.extensions]
    assert [suffix for suffix in suffixes if f"`{suffix}`" not in ci] == []
    assert [
        n for n in report_formats() if f"{n}" not in text_of("docs/reference/commands.md")
    ] == []


def test_every_key_of_a_pack_is_documented() -> None:
    """Somebody who writes a pack meets no key that the page does not have."""
    page = text_of("docs/how-to/write-a-pack.md")
    keys = {"from", "to", *RECORD_MODELS}
    models: list[type[BaseModel]] = [PackHeader, NameRecord, ValueRecord, *RECORD_MODELS.values()]
    for model in models:
        keys |= {field.alias or name for name, field in model.model_fields.items()}
    assert sorted(key for key in keys if not re.search(rf"\b{key}\b", page)) == []


def test_every_key_of_an_event_type_is_documented() -> None:
    """The same for somebody who writes an event type."""
    page = text_of("docs/how-to/add-an-event-type.md")
    keys = {"name", "gloss", "nature", "cardinality", "wording", "examples", "says"}
    keys |= {"verbs", "nouns", "slots", "bearer", "with", "trigger", "requires", "degree"}
    keys |= {field.name for kind in (Role, Reading) for field in fields(kind)} - {"type", "name"}
    assert sorted(key for key in keys if key not in page) == []


def test_shortening_is_strict() -> None:
    """A line "…" stands for whole lines, and for nothing else."""
    real = ["one", "two", "three", "four"]
    assert agrees(["one", "…", "four"], real)
    assert agrees(["…", "one", "two", "three", "four", "…"], real)
    assert not agrees(["one", "four"], real)
    assert not agrees(["…", "tw…", "…"], real)
    assert refreshed(["one", "…", "old"], real) == ["one", "…", "four"]
    assert refreshed(["…", "gone", "…"], real) is None


def test_the_front_page_gives_exactly_two_commands() -> None:
    """Two lines set everything up, and the Makefile has both."""
    block = next(b for b in blocks_of(text_of("README.md")) if b.language == "sh")
    assert block.lines == ("make demo", "make test")
    makefile = text_of("Makefile")
    assert all(f"\n{line.split()[1]}: " in makefile for line in block.lines)
