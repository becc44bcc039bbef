"""Making the folder of a new pack: a file for each kind of record, with an example to follow."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from string import Template

from bede.atomic import replacing
from bede.catalog.files import data_files
from bede.errors import UsageError
from bede.evidence.pack_schema import TODO

SKELETON = "pack_skeleton"


def new_pack(
    folder: Path,
    *,
    name: str,
    title: str | None = None,
    licence: str | None = None,
    editors: Sequence[str] = (),
    scope: str | None = None,
) -> tuple[str, ...]:
    """Write the files of a new pack. What is not given is marked `TODO`, which no check passes.

    Args:
        folder: the folder; it is made if need be, and may hold other files.
        name: the id of the pack.
        title: for readers.
        licence: SPDX identifier.
        editors: who answers for the content.
        scope: what it covers.

    Returns:
        the names of the files.

    Raises:
        UsageError: one of the files is there already, or cannot be written.
    """
    values = {
        "name": _toml(name),
        "title": _toml(title or TODO),
        "licence": _toml(licence or TODO),
        "editors": f"[{', '.join(map(_toml, editors or (TODO,)))}]",
        "scope": _toml(scope or TODO),
    }
    texts = {file.name: file.read_text(encoding="utf-8") for file in data_files(SKELETON, "")}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file in texts:
            if (folder / file).exists():
                raise UsageError(
                    "this file is there already",
                    path=str(folder / file),
                    remedy="choose another folder",
                )
        for file, text in texts.items():
            filled = Template(text).substitute(values) if file.endswith(".toml") else text
            with replacing(folder / file) as unfinished:
                unfinished.write_text(filled, encoding="utf-8", newline="\n")
    except OSError as error:
        cause = f"cannot be written ({error.strerror or error})"
        raise UsageError(cause, path=str(folder), remedy="choose another folder") from error
    return tuple(texts)


def _toml(text: str) -> str:
    """A basic string of TOML, whose escapes are those of JSON."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
