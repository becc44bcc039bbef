"""Where results go: a terminal, a pipe, or a file that is replaced in one step."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from errno import EISDIR
from pathlib import Path, PurePath

from bede.atomic import replacing
from bede.errors import UsageError


def put(text: str, output: str | None) -> None:
    """Write a result.

    Args:
        text: the result, ending in a line feed.
        output: a file, or None for standard output.

    Raises:
        UsageError: the file cannot be written.
    """
    put_bytes(text.encode("utf-8", "replace"), output)


def put_bytes(content: bytes, output: str | None) -> None:
    """Write a result that is no text, as `put` does.

    Args:
        content: the result.
        output: a file, or None for standard output.

    Raises:
        UsageError: the file cannot be written.
    """
    if output is None or output == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        if not output or Path(output).is_dir():
            raise IsADirectoryError(EISDIR, "Is a directory")
        with replacing(Path(output)) as unfinished:
            unfinished.write_bytes(content)
    except OSError as error:
        raise UsageError(
            f"cannot be written ({error.strerror or error})",
            path=output or "--output",
            remedy="choose another file with --output",
        ) from error


def format_of(output: str | None, formats: Sequence[str], *, or_else: str = "") -> str:
    """The format that the ending of a file asks for; the first of all where there is no file.

    Args:
        output: the file, or None for standard output.
        formats: the formats by their endings, without the dot.
        or_else: what else may be done, for the message.

    Raises:
        UsageError: the ending is that of none.
    """
    if output is None:
        return formats[0]
    ending = PurePath(output).suffix.lower().lstrip(".")
    if ending == "htm" and "html" in formats:
        return "html"
    if ending not in formats:
        known = ", ".join(f".{name}" for name in formats)
        raise UsageError(
            f"the ending of {output!r} does not tell a format",
            remedy=f"use {known}{or_else}",
        )
    return ending


def wants_color(choice: str) -> bool:
    """Whether to write colour to standard output.

    Args:
        choice: "always", "never", or "auto" for terminals, unless `NO_COLOR` is set.
    """
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def terminal_width() -> int | None:
    """Columns of the terminal; None if standard output is something else."""
    if not sys.stdout.isatty():
        return None
    import shutil

    return shutil.get_terminal_size().columns


def report_width() -> int:
    """Columns for a report: those of the terminal, within reason; 100 where there is none."""
    import shutil

    return max(60, min(120, shutil.get_terminal_size((100, 24)).columns))
