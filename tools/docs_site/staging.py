"""Lay the pages of the documentation out for the site generator.

The pages in `docs/` are written for people who read them as files. The site has some more: the
measurements, the history of changes, and every file of the program that a page refers to. This
module copies all of them to one folder, points their links at the copies, and makes the
navigation out of the lists in `docs/README.md`. A link that leads nowhere is an error.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from tests.generated import ROOT, blocks_of

DOCS = ROOT / "docs"
INDEX = DOCS / "README.md"
PICTURES = DOCS / "pictures"
# pages outside docs/ that the site has as well, with their places there
_FURTHER = {"bench/README.md": "bench/index.md", "CHANGELOG.md": "changes.md"}
_LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
_ALONE = re.compile(r"(?:\A|\n)\n\[([^\]]+)\]\(([^)\s]+\.html)\)(?=\n)")
_LISTED = re.compile(r"^- \[([^\]]+)\]\(([^)\s]+)\)", re.MULTILINE)
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_LANGUAGES = {".py": "python", ".toml": "toml", ".json": "json", ".csv": "text", ".md": "markdown"}
_PLAIN = {"", "output"}  # languages that no highlighter knows


class BrokenLinkError(Exception):
    """A link of the documentation leads nowhere; the message names page and target."""


@dataclass(slots=True)
class Site:
    """Where each file of the project stands in the site.

    Attributes:
        places: path in the folder for the generator, by path of the file.
        sources: files of the program that a page refers to, in the order in which they came up.
    """

    places: dict[Path, str]
    sources: dict[Path, str] = field(default_factory=dict)

    def place(self, target: Path) -> str | None:
        """Where a file of the project is in the site; None if there is no such file."""
        if target in self.places:
            return self.places[target]
        if not target.is_file():
            return None
        return self.sources.setdefault(target, f"source/{target.relative_to(ROOT).as_posix()}.md")


def pages() -> dict[Path, str]:
    """The pages of the site by their files, with their places there."""
    found = {page: page.relative_to(DOCS).as_posix() for page in sorted(DOCS.rglob("*.md"))}
    found[INDEX] = "index.md"
    for name, place in _FURTHER.items():
        found[ROOT / name] = place
    found |= {page: f"bench/{page.name}" for page in _measurements() if page not in found}
    return found


def _measurements() -> list[Path]:
    return sorted((ROOT / "bench").glob("*.md"))


def stage(folder: Path) -> None:
    """Write all pages of the site to a folder, which must not exist yet.

    Raises:
        BrokenLinkError: a link names no file.
    """
    site = Site(pages() | {ROOT / "README.md": "index.md"})
    for page, place in pages().items():
        text = _fit(page, place, site)
        if page == INDEX:
            text += "".join(_navigation(text))
        elif page.with_suffix("").is_dir():
            text += _tree("", [f"{page.stem}/{one.stem}" for one in _inside(page)])
        _write(folder / place, text)
    for source, place in site.sources.items():
        _write(folder / place, _listing(source))
    if PICTURES.is_dir():
        shutil.copytree(PICTURES, folder / "pictures")


def _inside(page: Path) -> list[Path]:
    return sorted(page.with_suffix("").glob("*.md"))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _fit(page: Path, place: str, site: Site) -> str:
    """A page as the generator wants it: links to places in the site, blocks with their files."""
    text = page.read_text(encoding="utf-8")
    lines = text.splitlines()
    prose: list[str] = []
    found: list[str] = []
    at = 0
    for block in blocks_of(text):
        prose = lines[at : block.first - 1]
        found += _relinked("\n".join(prose) + "\n", page, place, site)
        fence = lines[block.first - 1].partition(block.language or "\n")[0].strip()
        found.append(_opening(fence or "```", block.language, block.file))
        found += [f"{line}\n" for line in block.lines]
        found.append(f"{fence or '```'}\n")
        at = block.first + len(block.lines) + 1
    found += _relinked("\n".join(lines[at:]) + "\n", page, place, site)
    return "".join(found)


def _opening(fence: str, language: str, file: str) -> str:
    language = "text" if language in _PLAIN else language
    if not file:
        return f"{fence}{language}\n"
    return f"{fence}{{code-block}} {language}\n:caption: {file}\n\n"


def _relinked(prose: str, page: Path, place: str, site: Site) -> str:
    def moved(found: re.Match[str]) -> str:
        mark, words, target = found.groups()
        if re.match(r"[a-z]+:", target):
            return found[0]
        path, hash_, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        if PICTURES in there.parents and there.is_file():
            goal = f"pictures/{there.relative_to(PICTURES).as_posix()}"
        else:
            goal = site.place(there) or ""
        if not goal:
            raise BrokenLinkError(f"{page.relative_to(ROOT)}: {target} leads nowhere")
        new = os.path.relpath(goal, Path(place).parent or ".") if path else ""
        if there.suffix == ".html":
            return f'<a href="{escape(new)}">{words}</a>'
        return f"{mark}[{words}]({new}{hash_}{anchor})"

    def framed(found: re.Match[str]) -> str:
        link = found[0].strip()
        inner = _LINK.sub(moved, link)
        address = inner.partition('"')[2].partition('"')[0]
        title = escape(found[1].replace("\n", " "))
        return (
            f'\n\n<p class="made"><a href="{address}">{title}</a></p>\n'
            f'<iframe class="made" src="{address}" title="{title}" loading="lazy"></iframe>\n'
        )

    return _LINK.sub(moved, _ALONE.sub(framed, prose))


def _navigation(index: str) -> Iterator[str]:
    """A table of contents for each section of the index that lists pages."""
    parts = _HEADING.split(index)
    for title, body in zip(parts[1::2], parts[2::2], strict=True):
        listed = [
            f"{words} <{target.removesuffix('.md')}>" for words, target in _LISTED.findall(body)
        ]
        if listed:
            yield _tree(title, listed)


def _tree(caption: str, entries: Sequence[str]) -> str:
    head = f":caption: {caption}\n" if caption else ""
    return f"\n```{{toctree}}\n:hidden:\n{head}\n" + "".join(f"{e}\n" for e in entries) + "```\n"


def _listing(source: Path) -> str:
    """A page that shows a file of the program."""
    name = source.relative_to(ROOT).as_posix()
    text = source.read_text(encoding="utf-8")
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text)), 3)
    language = _LANGUAGES.get(source.suffix, "text")
    return f"---\norphan: true\n---\n\n# {name}\n\n{fence}{language}\n{text.rstrip()}\n{fence}\n"
