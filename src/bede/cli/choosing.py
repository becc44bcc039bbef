"""Which references a command uses: those named to it, else those chosen for the folder or the user.

A choice is the table `[references]` of a file `bede.toml`:

    [references]
    use = ["default", "my-facts.sqlite"]

    [references.trust]
    my-facts = "weak"
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bede.errors import UsageError

if TYPE_CHECKING:
    from bede.evidence.values import Confidence

Command = TypeVar("Command", bound=Callable[..., object])

FILE = "bede.toml"
DEFAULT = "default"
LARGEST = 100_000
"""Bytes of a file `bede.toml` that are read; it needs a few hundred."""

_OPTIONS = (
    click.option(
        "--reference",
        multiple=True,
        metavar="FILE",
        help="A compiled reference to use instead of the usual one; may be given again, and "
        '"default" names Bede\'s own. The first goes before the others.',
    ),
    click.option(
        "--trust",
        multiple=True,
        metavar="NAME=LEVEL",
        help="Trust in a reference or a source: high (the default), medium, or weak, which never "
        "accuses.",
    ),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """The references of a run.

    Attributes:
        paths: their files, those that go before first; empty for Bede's own.
        trust: name of a reference or source -> trust in it.
        because: who or what chose them, in words.
    """

    paths: tuple[str, ...]
    trust: Mapping[str, Confidence]
    because: str


def reference_options(command: Command) -> Command:
    """Add the options `--reference` and `--trust`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def choose(reference: Sequence[str], trust: Sequence[str]) -> Choice:
    """The references to use.

    Args:
        reference: as the option `--reference` gives them.
        trust: as the option `--trust` gives it; it is added to what a file says.

    Returns:
        those of the options; without any, those of `bede.toml` in the current folder; without
        one, the user's standing choice; without one, Bede's own.

    Raises:
        UsageError: an option or a file says something that cannot be.
    """
    from bede.evidence.several import read_trust

    told = read_trust(trust)
    if reference:
        return Choice(tuple(reference), told, "named on the command line")
    for file, because in ((Path(FILE), "chosen by {}"), (standing_file(), "your choice, in {}")):
        chosen = read_choice(file)
        if chosen is not None:
            paths, held = chosen
            return Choice(paths, {**held, **told}, because.format(file))
    return Choice((), told, "nothing else is chosen")


def standing_file() -> Path:
    """Where the user's standing choice is kept."""
    return Path(click.get_app_dir("bede")) / FILE


def read_choice(file: Path) -> tuple[tuple[str, ...], dict[str, Confidence]] | None:
    """The references and the trust that a file chooses; None if it is not there or has none.

    Paths in it start from its folder.

    Raises:
        UsageError: it cannot be read, or says something that cannot be.
    """
    from bede.evidence.several import read_trust

    try:
        with file.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise _fault(file, f"cannot be read ({error.strerror})", "mend it, or move it") from error
    table = _table(file, raw)
    if table is None:
        return None
    names, levels = table.get("use"), table.get("trust", {})
    if not isinstance(names, list) or not names or not all(_is_text(name) for name in names):
        raise _fault(file, '"use" must list files', 'write it as use = ["default", "my.sqlite"]')
    if not isinstance(levels, dict) or not all(_is_text(level) for level in levels.values()):
        raise _fault(file, '"trust" must be a table', 'write NAME = "weak" under it')
    try:
        trust = read_trust(f"{name}={level}" for name, level in levels.items())
    except UsageError as error:
        raise _fault(file, error.cause, "the levels are high, medium and weak") from error
    paths = (name if name == DEFAULT else str(file.parent / name) for name in names)
    return tuple(_there(path, file) for path in paths), trust


def write_choice(paths: Sequence[str], trust: Mapping[str, Confidence]) -> Path:
    """Make these references the user's standing choice, replacing the former one in one step.

    Args:
        paths: their files; kept as absolute paths.
        trust: name of a reference or source -> trust in it.

    Raises:
        UsageError: a path cannot be kept, or the file cannot be written.
    """
    from bede.atomic import replacing

    file = standing_file()
    kept = [path if path == DEFAULT else str(Path(path).resolve()) for path in paths]
    lines = ["# Written by `bede reference use`; `bede reference use --clear` removes it.", ""]
    lines += ["[references]", f"use = [{', '.join(map(_quoted, kept))}]"]
    if trust:
        lines += ["", "[references.trust]"]
        lines += [f"{_quoted(name)} = {_quoted(level)}" for name, level in sorted(trust.items())]
    try:
        content = "".join(f"{line}\n" for line in lines).encode()
        with replacing(file) as unfinished:
            unfinished.write_bytes(content)
    except UnicodeEncodeError as error:
        raise _fault(file, "cannot keep a path that is no Unicode", "rename the file") from error
    except OSError as error:
        raise _fault(file, f"cannot be written ({error.strerror})", "check the folder") from error
    return file


def clear_choice() -> bool:
    """Forget the user's standing choice; say whether there was one.

    Raises:
        UsageError: its file cannot be removed.
    """
    file = standing_file()
    try:
        file.unlink()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise _fault(file, f"cannot be removed ({error.strerror})", "check the folder") from error
    return True


def _table(file: Path, raw: bytes) -> dict[str, Any] | None:
    """The table `[references]` of a file."""
    if len(raw) > LARGEST:
        raise _fault(file, f"longer than {LARGEST:,} bytes", "give no more than [references]")
    try:
        content = tomllib.loads(raw.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _fault(file, f"is no TOML ({error})", "mend it, or move it") from error
    table = content.pop("references", None)
    if content:
        raise _fault(file, f"there is no table or key {min(content)!r}", "only [references] is")
    if table is None:
        return None
    if not isinstance(table, dict):
        raise _fault(file, "references must be a table", "write [references]")
    if unknown := table.keys() - {"use", "trust"}:
        raise _fault(file, f"[references] has no key {min(unknown)!r}", 'use "use" or "trust"')
    return table


def _there(path: str, file: Path) -> str:
    """A path of a choice, if there is something."""
    if path != DEFAULT and not Path(path).exists():
        remedy = f"choose again in {file}"
        if file == standing_file():
            remedy = "choose again with: bede reference use (--clear for Bede's own)"
        raise UsageError("the chosen reference is not there", path=path, remedy=remedy)
    return path


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value) and "\0" not in value


def _quoted(text: str) -> str:
    """A basic string of TOML 1.0; those of JSON are the same but for DEL."""
    import json

    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _fault(file: Path, cause: str, remedy: str) -> UsageError:
    return UsageError(" ".join(cause.split()), path=str(file), remedy=remedy)
