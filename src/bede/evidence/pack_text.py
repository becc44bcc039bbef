"""The bytes of a file of a pack as text that is safe to read: bounded, UTF-8, no control codes."""

from __future__ import annotations

import re
from pathlib import Path

from bede.errors import PackError

MAX_BYTES = 32 * 1024 * 1024
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read_bytes(path: Path, errors: list[PackError]) -> bytes | None:
    """Read a file, and no more of it than shows that it is too large; None if it cannot be."""
    if path.exists() and not path.is_file():  # a pipe would never end
        errors.append(PackError("this is no file", path=str(path), remedy="put a file there"))
        return None
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        errors.append(PackError("no such file", path=str(path), remedy="every pack needs it"))
    except OSError as error:
        cause = f"cannot be read ({error.strerror})"
        errors.append(PackError(cause, path=str(path), remedy="check the path and its permissions"))
    return None


def read_text(data: bytes, path: str, errors: list[PackError]) -> str | None:
    """Decode a file.

    Args:
        data: its bytes.
        path: the file, as errors should name it.
        errors: what is wrong is added here.

    Returns:
        the text without a byte order mark, or None if it cannot be used.
    """
    if len(data) > MAX_BYTES:
        cause = f"more than the {MAX_BYTES:,} bytes that a file may have"
        errors.append(PackError(cause, path=path, remedy="split the file"))
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        errors.append(PackError("not UTF-8", path=path, line=line, remedy="save it as UTF-8"))
        return None
    if found := _CONTROL.search(text):
        cause = f"the control character U+{ord(found.group()):04X}"
        line = text.count("\n", 0, found.start()) + 1
        errors.append(PackError(cause, path=path, line=line, remedy="remove it"))
        return None
    return text
