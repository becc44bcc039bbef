"""The parts of the documentation that are made, not written.

    python tests/generated.py           says what is out of date
    python tests/generated.py --write   writes it anew

The reference is made from the code and the data, but for a few pages. In all other pages the
blocks are run, each page in a fresh copy of the project, from top to bottom:

    ```console            commands after "$ " with their output; a line "…" stands for any lines
    ```LANGUAGE FILE      is written to that file first
    ```python             is run; an ```output block below shows what it prints

A page may begin with ``<!-- files of: PAGE -->`` to have the files of another page as well.

Pictures are made by the commands of the pages, too: ``docs/pictures/PAGE/FILE`` is the file that
the page of that name (without ending) writes, for every link to it in any page.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import click
from click.testing import CliRunner

from bede.catalog import EventType, Pattern, Role, event_types, rules
from bede.cli import bede

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"
PICTURES = ROOT / "docs" / "pictures"
ANY_LINES = "…"
PROMPT = "$ "
WIDTH = "100"

_OPENING = re.compile(r"(`{3,})([\w-]*) ?(.*)")
_FILES_OF = re.compile(r"<!-- files of: (\S+) -->")
_PICTURE = re.compile(r"\]\([./]*(?:docs/)?pictures/([^)\s]+)\)")
_MADE = "<!-- Made by `make docs`. Do not edit. -->\n\n"


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page.

    Attributes:
        language: the word behind the fence.
        file: the rest of that line: the file that the block is written to, or "".
        first: index of its first line in the page.
        lines: what stands between the fences.
    """

    language: str
    file: str
    first: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A command or a program with the output that its page shows, and the real one.

    Attributes:
        first: index in the page of the first line of the shown output.
        command: what was run.
        shown: the lines in the page.
        real: the lines that were printed.
    """

    first: int
    command: str
    shown: tuple[str, ...]
    real: tuple[str, ...]


def written_pages() -> tuple[Path, ...]:
    """The pages that people write: README.md and docs/, without the pages that are made."""
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return tuple(page for page in pages if page not in made_pages())


@cache
def pictures() -> frozenset[Path]:
    """The pictures that some page shows or leads to."""
    texts = (page.read_text(encoding="utf-8") for page in written_pages())
    return frozenset(PICTURES / name for text in texts for name in _PICTURE.findall(text))


def stale_pictures(page: Path, folder: Path, *, write: bool) -> list[str]:
    """The pictures of a page that differ from those its commands wrote; with `write`, mended.

    Args:
        page: the page that was run.
        folder: where it was run.
        write: whether to take over what was written there.
    """
    faults: list[str] = []
    mine = PICTURES / page.stem
    for picture in sorted(one for one in pictures() if one.is_relative_to(mine)):
        real, name = folder / picture.relative_to(mine), picture.relative_to(ROOT)
        if not real.is_file():
            faults.append(f"{name}: no command of {page.name} writes it")
        elif not picture.is_file() or picture.read_bytes() != real.read_bytes():
            if write:
                picture.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(real, picture)
            else:
                faults.append(f"{name}: out of date")
    return faults


def blocks_of(page: str) -> list[Block]:
    """The fenced blocks of a page, in order."""
    lines = page.splitlines()
    found: list[Block] = []
    at = 0
    while at < len(lines):
        opening = _OPENING.fullmatch(lines[at])
        at += 1
        if opening is None:
            continue
        first = at
        while lines[at] != opening[1]:
            at += 1
        found.append(Block(opening[2], opening[3], first, tuple(lines[first:at])))
        at += 1
    return found


def agrees(shown: Sequence[str], real: Sequence[str]) -> bool:
    """Whether the real lines are those shown, where "…" stands for any lines, or for none."""
    pattern = "".join(
        "(?:.*\n)*" if line == ANY_LINES else f"{re.escape(line.rstrip())}\n" for line in shown
    )
    return re.fullmatch(pattern, "".join(f"{line.rstrip()}\n" for line in real)) is not None


def refreshed(shown: Sequence[str], real: Sequence[str]) -> list[str] | None:
    """The shown lines brought up to date, shortened at the same places.

    Each part between two "…" is found again by its first line, the last part by its length.
    None if a part cannot be found: then a person has to look.
    """
    if ANY_LINES not in shown:
        return [line.rstrip() for line in real]
    found: list[str] = []
    at = 0
    pieces = _pieces(shown)
    for number, piece in enumerate(pieces):
        if number:
            found.append(ANY_LINES)
        if not piece:
            continue
        if number == 0:
            start = 0
        elif number == len(pieces) - 1:
            start = len(real) - len(piece)
        else:
            starts = [i for i in range(at, len(real)) if real[i].rstrip() == piece[0].rstrip()]
            if not starts:
                return None
            start = starts[0]
        at = start + len(piece)
        found += [line.rstrip() for line in real[start:at]]
    return found


def _pieces(shown: Sequence[str]) -> list[list[str]]:
    pieces: list[list[str]] = [[]]
    for line in shown:
        if line == ANY_LINES:
            pieces.append([])
        else:
            pieces[-1].append(line)
    return pieces


def run_page(page: Path, folder: Path) -> list[Shown]:
    """Run the blocks of a page in a folder, which must not exist yet."""
    text = page.read_text(encoding="utf-8")
    _furnish(folder)
    for other in _FILES_OF.findall(text):
        _write_files(folder, blocks_of((page.parent / other).read_text(encoding="utf-8")))
    shown: list[Shown] = []
    names: dict[str, object] = {"__name__": "page"}
    printed: Shown | None = None
    for block in blocks_of(text):
        if block.file:
            _write_files(folder, [block])
        elif block.language == "console":
            shown += _run_console(block, folder)
        elif block.language == "python":
            printed = _run_python(block, folder, names)
        elif block.language == "output" and printed is not None:
            shown.append(Shown(block.first, printed.command, block.lines, printed.real))
            printed = None
    return shown


def _furnish(folder: Path) -> None:
    ignored = shutil.ignore_patterns("__pycache__")
    for name in ("src", "examples"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    command = folder / "bin" / "bede"
    command.parent.mkdir()
    program = "import sys; sys.argv[0] = 'bede'; from bede.cli import main; main()"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{program}" "$@"\n')
    command.chmod(0o755)


def _write_files(folder: Path, blocks: Sequence[Block]) -> None:
    for block in blocks:
        if block.file:
            path = folder / block.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("".join(f"{line}\n" for line in block.lines), encoding="utf-8")


def _run_console(block: Block, folder: Path) -> Iterator[Shown]:
    environment = {
        **os.environ,
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(folder / "src"),
        "PYTHONUTF8": "1",
        "XDG_CONFIG_HOME": str(folder / ".config"),  # a page leaves no choice behind
        "COLUMNS": WIDTH,
    }
    starts = [i for i, line in enumerate(block.lines) if line.startswith(PROMPT)]
    for start, end in zip(starts, [*starts[1:], len(block.lines)], strict=True):
        command = block.lines[start].removeprefix(PROMPT)
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        yield Shown(
            block.first + start + 1,
            command,
            block.lines[start + 1 : end],
            tuple(done.stdout.splitlines()),
        )


def _run_python(block: Block, folder: Path, names: dict[str, object]) -> Shown:
    """Run a program in this process, so that the blocks of a page share names and a parser."""
    program = "\n".join(block.lines)
    said = io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(said):
        exec(compile(program, "page", "exec"), names)  # noqa: S102 - our own documentation
    return Shown(block.first, program, (), tuple(said.getvalue().splitlines()))


@cache
def made_pages() -> dict[Path, str]:
    """The pages that are made, by path."""
    from tests.reference_pages import configuration, rule_page, rules_page
    from tests.temporal_page import temporal_expressions

    return {
        REFERENCE / "commands.md": _MADE + _commands(),
        REFERENCE / "configuration.md": _MADE + configuration(dict(commands())),
        REFERENCE / "rules.md": _MADE + rules_page(),
        REFERENCE / "event-types.md": _MADE + _event_types(),
        REFERENCE / "temporal-expressions.md": _MADE + temporal_expressions(),
        **{REFERENCE / "rules" / f"{r.name}.md": _MADE + rule_page(r) for r in rules().values()},
    }


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command by its full name, groups before what is in them."""
    pending: list[tuple[str, click.Command]] = [("bede", bede)]
    while pending:
        name, command = pending.pop(0)
        yield name, command
        if isinstance(command, click.Group):
            inner = [(f"{name} {key}", entry) for key, entry in sorted(command.commands.items())]
            pending = inner + pending


def _commands() -> str:
    text = "# Commands\n\nWhat each command says with `--help`.\n"
    for name, _ in commands():
        words = [*name.split()[1:], "--help"]
        said = CliRunner().invoke(bede, words, prog_name="bede", terminal_width=80)
        text += f"\n## {name}\n\n```text\n{said.output.rstrip()}\n```\n"
    return text


def _event_types() -> str:
    read = [event.name for event in event_types().values() if event.patterns]
    kept = [event.name for event in event_types().values() if not event.patterns]
    text = (
        "# Event types\n\n"
        "What can happen, who takes part, and which words say so. The fields are explained in\n"
        "[add an event type](../how-to/add-an-event-type.md).\n\n"
        f"Read in texts ({len(read)}): {', '.join(read)}.\n\n"
        f"Known to the reference only, not yet read in texts ({len(kept)}): {', '.join(kept)}.\n"
    )
    return text + "".join(_event_type(event) for event in event_types().values())


def _event_type(event: EventType) -> str:
    text = f"\n## {event.name}\n\n{event.gloss[:1].upper()}{event.gloss[1:]}. "
    text += f"A {event.nature}; cardinality {event.cardinality}.\n\n"
    text += "| role | filled by | |\n|---|---|---|\n"
    for role in event.roles:
        text += f"| {role.name} | {', '.join(role.kinds)} | {_marks(role)} |\n"
    if event.patterns:
        text += f"\nWords: {', '.join(_words(event.patterns))}.\n"
    if event.readings:
        readings = [f"{r.type} ({r.at} of it)" if r.at else r.type for r in event.readings]
        text += f"\nMay also mean: {', '.join(readings)}.\n"
    return text


def _marks(role: Role) -> str:
    marks = {
        "key": role.key,
        "identifies": role.identifies,
        "must exist": role.must_exist,
        "strict": role.strict,
        "owner acts": role.owner_acts,
    }
    return ", ".join(mark for mark, holds in marks.items() if holds)


def _words(patterns: Sequence[Pattern]) -> list[str]:
    found: dict[str, None] = {}
    for pattern in patterns:
        for word in pattern.words:
            behind = [" or ".join(words) for words in pattern.companions.values()]
            found[" + ".join([word, *behind])] = None
    return list(found)


def refresh_page(page: Path, folder: Path, *, write: bool) -> list[str]:
    """Bring the outputs in a page up to date; returns what is, or was, wrong with it."""
    lines = page.read_text(encoding="utf-8").splitlines()
    name = page.relative_to(ROOT)
    faults: list[str] = []
    for one in reversed(run_page(page, folder)):
        if agrees(one.shown, one.real):
            continue
        new = refreshed(one.shown, one.real)
        fenced = new is None or any(line.startswith("```") for line in new)
        if not write or new is None or fenced or not agrees(new, one.real):
            faults.append(f"{name}:{one.first}: output of {one.command!r} differs")
        else:
            lines[one.first : one.first + len(one.shown)] = new
    faults += stale_pictures(page, folder, write=write)[::-1]
    if write:
        page.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return faults[::-1]


def main(arguments: Sequence[str]) -> int:
    """Check or write everything; 1 if something is left to do."""
    write = "--write" in arguments
    faults: list[str] = []
    for page, text in made_pages().items():
        if not page.exists() or page.read_text(encoding="utf-8") != text:
            if write:
                page.parent.mkdir(parents=True, exist_ok=True)
                page.write_text(text, encoding="utf-8")
            else:
                faults.append(f"{page.relative_to(ROOT)}: out of date")
    with tempfile.TemporaryDirectory() as scratch:
        for number, page in enumerate(written_pages()):
            faults += refresh_page(page, Path(scratch, str(number)), write=write)
    for fault in faults:
        sys.stdout.write(f"{fault}\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(sys.argv[1:]))
