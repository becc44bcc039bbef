"""Writing records into the YAML files of a pack, so that what stands there stays as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from bede.atomic import replacing
from bede.errors import PackError
from bede.evidence.pack_text import read_bytes
from bede.evidence.pack_yaml import read_yaml

Written = Mapping[str, object]

_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def yaml_of(records: Sequence[Written], *, above: Sequence[str] = ()) -> str:
    """Records as a YAML list in the style of the packs.

    Args:
        records: keys with texts, lists of texts, or mappings of keys to lists of texts.
        above: remarks to stand above the first.

    Returns:
        the lines; one text in a list stands without brackets.
    """
    lines = [f"# {_UNSAFE.sub('?', ' '.join(remark.split()))}" for remark in above]
    for record in records:
        sign = "-"
        for key, value in record.items():
            if isinstance(value, Mapping):
                lines.append(f"{sign} {key}:")
                lines += [f"    {name}: {_value(part)}" for name, part in value.items()]
            else:
                lines.append(f"{sign} {key}: {_value(value)}")
            sign = " "
    return "".join(f"{line}\n" for line in lines)


def append_records(texts: Mapping[Path, str]) -> None:
    """Put records at the end of files of a pack; a file that is not there is made.

    Nothing is written before it is known that all can be put there.

    Args:
        texts: YAML files, each of which holds a list or nothing -> the records for it, as
            `yaml_of` writes them.

    Raises:
        PackError: a file cannot be read or written, or its list goes on in another style; it
            stays as it was.
    """
    for path, whole in [(path, _continued(path, text)) for path, text in texts.items()]:
        try:
            with replacing(path) as unfinished:
                unfinished.write_bytes(whole)
        except OSError as error:
            cause = f"cannot be written ({error.strerror or error})"
            raise PackError(cause, path=str(path), remedy="check the folder") from error


def _continued(path: Path, text: str) -> bytes:
    """The file with the records at its end, read back to be sure."""
    faults: list[PackError] = []
    data = read_bytes(path, faults) if path.exists() else b""
    if data is None:
        raise faults[0]
    before = _records(data, path)
    ending = "\r\n" if b"\r\n" in data else "\n"
    gap = "" if not data.strip() else ending if data.endswith(b"\n") else ending * 2
    added = gap + text.replace("\n", ending)
    whole = data + added.encode("utf-8")
    after = read_yaml(whole, str(path))[0]
    if after is None or after.value != [*before, *_records(text.encode("utf-8"), path)]:
        remedy = "begin each record of the file with '- ' in the first column"
        raise PackError("no record can be put at its end", path=str(path), remedy=remedy)
    return whole


def _records(data: bytes, path: Path) -> list[object]:
    lined, errors = read_yaml(data, str(path))
    if errors or lined is None:
        raise errors[0]
    if lined.value is None:
        return []
    if not isinstance(lined.value, list):
        raise PackError("this is no list of records", path=str(path), remedy="mend it first")
    return lined.value


def _value(value: object) -> str:
    if isinstance(value, str):
        return _scalar(value)
    parts = [_scalar(str(part)) for part in value] if isinstance(value, Sequence) else []
    return parts[0] if len(parts) == 1 else f"[{', '.join(parts)}]"


def _scalar(text: str) -> str:
    """The text as a YAML scalar: plain where that is read back as the same, else quoted."""
    lined, errors = read_yaml(f"- [{text}, x]".encode("utf-8", "replace"), "")
    plain = not errors and lined is not None and lined.value == [[text, "x"]]
    if plain:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", quoted)
