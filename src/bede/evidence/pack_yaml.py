"""Reading the YAML of a pack: plain text values, each with its line.

Packs use a small part of YAML 1.2: mappings, lists and scalars. Every scalar is taken as the
text that stands there, so that ``when: 1926-10`` needs no quotes and ``no`` is no truth value.
Anchors, aliases, tags and second documents are refused: a small file must not expand into a
large one, and a historian should see on the page what is in the file.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from bede.errors import PackError
from bede.evidence.pack_text import read_text

MAX_VALUES = 1_000_000
MAX_DEPTH = 12

KeyPath = tuple[str | int, ...]
_QUOTE = 'put the text after the first colon in "quotation marks", or check the indentation'
_SLIPS = {
    "mapping values are not allowed": ("a second colon in a line, or a line too far in", _QUOTE),
    "found character that cannot start any token": ("a text that begins with a sign", _QUOTE),
    "found undefined tag handle": ("a text that begins with a sign", _QUOTE),
    "found unexpected end of stream": (
        "a quotation mark or bracket that is not closed",
        "close it; it may stand further up",
    ),
}
_NOTHING = frozenset({"", "~", "null"})
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class LinedValue:
    """The value of a YAML document and the lines of its parts.

    Attributes:
        value: nested dicts and lists of strings; None where nothing is written.
        lines: line, counted from 1, of each part by its path of keys and positions.
    """

    value: object
    lines: dict[KeyPath, int]

    def line(self, path: KeyPath) -> int:
        """Return the line of the part at `path`, or of the nearest part around it."""
        for end in range(len(path), 0, -1):
            if (found := self.lines.get(path[:end])) is not None:
                return found
        return self.lines.get((), 1)


@dataclass(slots=True)
class _Open:
    """A mapping or list that is still being read."""

    path: KeyPath
    value: dict[str, object] | list[object]
    key: str | None = None


@dataclass(slots=True)
class _Builder:
    """Builds values from parser events without recursion."""

    path: str
    root: object = None
    lines: dict[KeyPath, int] = field(default_factory=dict)
    errors: list[PackError] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    documents: int = 0

    def fail(self, cause: str, line: int, remedy: str) -> None:
        self.errors.append(PackError(cause, path=self.path, line=line, remedy=remedy))

    def feed(self, event: Event) -> bool:
        """Take one event; False means that reading on makes no sense."""
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.fail("a second YAML document", line, "keep one document in a file")
                return False
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self.stack.pop()
        elif isinstance(event, NodeEvent):
            return self._node(event, line)
        return True

    def _node(self, event: NodeEvent, line: int) -> bool:
        if isinstance(event, AliasEvent) or event.anchor is not None:
            self.fail("a YAML anchor or alias", line, "write the value out")
            return False
        if (tag := getattr(event, "tag", None)) is not None:
            self.fail(f"the YAML tag {tag}", line, "remove it; values are plain text")
            return False
        if len(self.lines) >= MAX_VALUES or len(self.stack) > MAX_DEPTH:
            self.fail("too many or too deeply nested values", line, "split the file")
            return False
        if self.stack and isinstance(self.stack[-1].value, dict) and self.stack[-1].key is None:
            return self._key(event, line)
        self._value(event, line)
        return True

    def _key(self, event: NodeEvent, line: int) -> bool:
        top = self.stack[-1]
        if not isinstance(event, ScalarEvent):
            self.fail("a key that is no word", line, "write 'key: value'")
            return False
        top.key = event.value
        first = self.lines.setdefault((*top.path, event.value), line)
        if event.value in top.value:
            cause = f"the key '{event.value}' stands twice, first in line {first}"
            self.fail(cause, line, "keep one of them")
        return True

    def _value(self, event: NodeEvent, line: int) -> None:
        value: object
        if isinstance(event, ScalarEvent):
            value = None if event.implicit[0] and event.value in _NOTHING else event.value
        else:
            value = {} if isinstance(event, MappingStartEvent) else []
        path = self._attach(value, line)
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            self.stack.append(_Open(path, value))  # type: ignore[arg-type]

    def _attach(self, value: object, line: int) -> KeyPath:
        if not self.stack:
            self.root = value
            self.lines[()] = line
            return ()
        top = self.stack[-1]
        if isinstance(top.value, list):
            path = (*top.path, len(top.value))
            top.value.append(value)
            self.lines[path] = line
            return path
        key, top.key = top.key or "", None
        top.value.setdefault(key, value)
        return (*top.path, key)


def _explain(error: yaml.MarkedYAMLError) -> tuple[str, str]:
    """Cause and remedy, in plain words where the usual slips of a writer are behind it."""
    problem = error.problem or ""
    for words, told in _SLIPS.items():
        if words in problem:
            return told
    return " ".join(filter(None, (error.context, problem))), "check the indentation"


def read_yaml(data: bytes, path: str) -> tuple[LinedValue | None, tuple[PackError, ...]]:
    """Read one YAML file of a pack.

    Args:
        data: the bytes of the file.
        path: the file, as errors should name it.

    Returns:
        the value, or None if it cannot be read, and what is wrong with it.
    """
    builder = _Builder(path)
    text = read_text(data, path, builder.errors)
    if text is None:
        return None, tuple(builder.errors)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if not builder.feed(event):
                return None, tuple(builder.errors)
    except yaml.MarkedYAMLError as error:
        cause, remedy = _explain(error)
        mark = error.problem_mark or error.context_mark
        builder.fail(f"not YAML: {cause}", mark.line + 1 if mark else 1, remedy)
    if builder.errors:
        return None, tuple(builder.errors)
    return LinedValue(builder.root, builder.lines), ()
