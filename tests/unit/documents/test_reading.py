"""Files and folders, good and bad."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from bede.documents import MAX_BYTES, MAX_LINE, discover, read
from bede.errors import InputError


def failure(path: Path, data: bytes) -> str:
    """The one line that a user reads about a file with these bytes."""
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read(str(path))
    return str(caught.value).removeprefix(str(path))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", ": there is no text in it; give a file with text"),
        (b"\xef\xbb\xbf \r\n", ": there is no text in it; give a file with text"),
        (b"PK\x03\x04\0\0", ": this is not a text but a binary file; save it as plain text"),
        (
            b"\xef\xbb\xbfone\r\ntw\xf6",
            ":2: this is not valid UTF-8 at byte 10; save the file as UTF-8",
        ),
        (
            b"one\n" + b"x" * (MAX_LINE + 1),
            ":2: this line has 1,000,001 characters, more than 1,000,000; "
            "break the text into paragraphs",
        ),
    ],
    ids=["empty", "blank", "binary", "latin-1", "long line"],
)
def test_bad_content(tmp_path: Path, data: bytes, message: str) -> None:
    """Each is one line: place, cause, remedy."""
    assert failure(tmp_path / "a.txt", data) == message


def test_too_large(tmp_path: Path) -> None:
    """The size is known before anything is read."""
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    with pytest.raises(InputError, match="larger than 64 MiB"):
        read(str(path))


def test_missing_and_folder(tmp_path: Path) -> None:
    """Neither can be read as a file; a name that no system allows is no crash."""
    with pytest.raises(InputError, match="no such file"):
        read(str(tmp_path / "none.txt"))
    with pytest.raises(InputError, match="a folder"):
        read(str(tmp_path))
    with pytest.raises(InputError, match="cannot be read"):
        read("a\0b")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    """A byte order mark is not part of the text, so column 1 is the first letter."""
    path = tmp_path / "a.md"
    path.write_bytes("# Évora\r\n\r\nHe fell.".encode(encoding))
    document = read(str(path))
    assert (document.text, document.format) == ("# Évora\r\n\r\nHe fell.", "markdown")
    assert [block.text for block in document.blocks] == ["Évora", "He fell."]


def test_unknown_extension_and_standard_input(tmp_path: Path) -> None:
    """What is named explicitly is read, as plain text."""
    path = tmp_path / "notes.wiki"
    path.write_text("He fell.", encoding="utf-8")
    assert read(str(path)).format == "plain"
    document = read("-", stdin=io.StringIO("He *fell*."))
    assert (document.path, document.blocks[0].text) == ("-", "He *fell*.")


def test_discover(tmp_path: Path) -> None:
    """Folders are searched in order; hidden, foreign and repeated files are left out."""
    for name in ("b/c.md", "b/a.TXT", "b/x.csv", "b/.d.md", ".e/f.md", "g.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "none").mkdir()
    given = [tmp_path / "g.txt", tmp_path, tmp_path / "none", tmp_path / "gone", tmp_path / "b"]
    found, problems = discover([*map(str, given), "-", "-"])
    root = f"{tmp_path}/"
    assert [path.removeprefix(root) for path in found] == ["g.txt", "b/a.TXT", "b/c.md", "-"]
    assert [str(problem).removeprefix(root).split(";")[0] for problem in problems] == [
        "none: there are no texts in this folder",
        "gone: there is no such file or folder",
    ]
