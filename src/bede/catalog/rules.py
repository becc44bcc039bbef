"""Rules: one Markdown file each, which is rule, explanation and test at once.

A rule file `data/rules/NAME.md` opens with TOML front matter between `+++` lines (kind, severity,
message, sources, and a table `[parameters.NAME]` for each number that it rests on) and has five
sections: What it finds, Why, Flagged, Left alone, Limits. The fenced blocks under Flagged and Left
alone are run as tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from bede.catalog.files import data_files, line_of, parse_toml
from bede.errors import CatalogError

SECTIONS = ("What it finds", "Why", "Flagged", "Left alone", "Limits")
_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


class Severity(StrEnum):
    """How much a finding weighs; see the design: what a verdict means."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class RuleExample:
    """One example of a rule file.

    Attributes:
        text: the passage, its expectations still beneath the lines.
        reference: a tiny reference in the pack format, "" for the embedded one.
        flagged: whether the rule must be found there, or must not.
        line: the line of the rule file, from 1.
    """

    text: str
    reference: str
    flagged: bool
    line: int


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number on which a rule rests; a user may set another.

    Attributes:
        name: kebab-case, unique in its rule.
        value: the usual value, from 0.
        unit: what it counts ("years", "days", "per cent").
        means: what it is, in a few words.
        source: who gives it; "a convention of Bede" with the reason if nobody does.
    """

    name: str
    value: int
    unit: str
    means: str
    source: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it is called, how much it weighs, and the page that explains it."""

    name: str
    kind: str
    severity: Severity
    message: str
    sources: tuple[str, ...]
    page: str
    examples: tuple[RuleExample, ...]
    parameters: tuple[Parameter, ...] = ()

    def section(self, title: str) -> str:
        """The text of one section of the page."""
        return _sections(self.page)[title]


def _sections(page: str) -> dict[str, str]:
    parts = re.split(r"^## (.+)$", page, flags=re.MULTILINE)
    return {
        title.strip(): body.strip() for title, body in zip(parts[1::2], parts[2::2], strict=True)
    }


def _examples(page: str, page_line: int) -> tuple[RuleExample, ...]:
    """Text blocks with the reference block before them in the same section."""
    found: list[RuleExample] = []
    for title, flagged in (("Flagged", True), ("Left alone", False)):
        start = page.index(f"## {title}")
        end = page.find("\n## ", start)
        reference = ""
        for fence in _FENCE.finditer(page, start, end if end >= 0 else len(page)):
            if fence.group(1) == "yaml":
                reference = fence.group(2)
            elif fence.group(1) == "text":
                line = page_line + page.count("\n", 0, fence.start()) + 1
                found.append(RuleExample(fence.group(2), reference, flagged, line))
    return tuple(found)


def parse_rule(text: str, path: str) -> Rule:
    """Read one rule file.

    Raises:
        CatalogError: front matter, a section or an example is missing or faulty.
    """
    name = path.rsplit("/", 1)[-1].removesuffix(".md")
    parts = text.split("+++\n", 2)
    if len(parts) != 3 or parts[0].strip():
        raise CatalogError(
            "no front matter", path=path, line=1, remedy="open the file with TOML between +++ lines"
        )
    head = parse_toml(parts[1], path, first_line=2)
    _check_head(head, text, path)
    page = parts[2]
    page_line = text[: len(text) - len(page)].count("\n")
    titles = [title for title in _sections(page) if title in SECTIONS]
    if titles != list(SECTIONS):
        raise CatalogError(
            f"sections are {', '.join(titles) or 'missing'}",
            path=path,
            line=page_line + 1,
            remedy=f"write {', '.join(SECTIONS)}, in this order",
        )
    examples = _examples(page, page_line)
    if {example.flagged for example in examples} != {True, False}:
        raise CatalogError(
            "no example under Flagged or under Left alone",
            path=path,
            line=line_of(text, "## Flagged"),
            remedy="add a fenced text block to each",
        )
    return Rule(
        name=name,
        kind=str(head["kind"]),
        severity=Severity(head["severity"]),
        message=str(head["message"]),
        sources=tuple(head["sources"]),
        page=page.strip() + "\n",
        examples=examples,
        parameters=tuple(_parameters(head.get("parameters", {}), text, path)),
    )


def _parameters(raw: object, text: str, path: str) -> Iterator[Parameter]:
    if not isinstance(raw, dict):
        raise CatalogError(
            "parameters is no table",
            path=path,
            line=line_of(text, "parameters"),
            remedy="write [parameters.NAME] with value, unit, means and source",
        )
    for name, given in raw.items():
        line = line_of(text, f"[parameters.{name}]")
        if not _NAME.fullmatch(name):
            raise CatalogError(
                f"parameter {name!r} is not named in kebab-case",
                path=path,
                line=line,
                remedy="use small letters, with hyphens between the words",
            )
        if not _is_whole(given):
            raise CatalogError(
                f"parameter {name!r} is not whole",
                path=path,
                line=line,
                remedy="give value (a whole number, from 0), unit, means and source",
            )
        yield Parameter(name, **given)


def _is_whole(given: object) -> bool:
    """Whether a parameter has all it needs, and nothing else."""
    wanted: dict[str, type] = {"value": int, "unit": str, "means": str, "source": str}
    if not isinstance(given, dict) or given.keys() != wanted.keys():
        return False
    # A truth value is an int to Python, and no number to a reader.
    sound = all(type(given[key]) is kind for key, kind in wanted.items())
    return sound and given["value"] >= 0 and all(given[key] for key in ("unit", "means", "source"))


def _check_head(head: Mapping[str, object], text: str, path: str) -> None:
    wanted: dict[str, type] = {"kind": str, "severity": str, "message": str, "sources": list}
    for key, kind in wanted.items():
        if not isinstance(head.get(key), kind):
            raise CatalogError(
                f"front matter has no {key}", path=path, line=2, remedy=f"add {key} = ..."
            )
    if head["severity"] not in set(Severity):
        raise CatalogError(
            f"unknown severity {head['severity']!r}",
            path=path,
            line=line_of(text, "severity"),
            remedy="use error, warning or note",
        )
    for key in sorted(head.keys() - wanted.keys() - {"parameters"}):
        raise CatalogError(
            f"unknown key {key!r}", path=path, line=line_of(text, key), remedy="remove it"
        )


@cache
def rules() -> Mapping[str, Rule]:
    """All rules by name, sorted."""
    found = (
        parse_rule(entry.read_text(encoding="utf-8"), f"rules/{entry.name}")
        for entry in data_files("rules", ".md")
    )
    return {rule.name: rule for rule in found}


def parameter_of(rule: str, name: str) -> Parameter:
    """A parameter of a rule.

    Raises:
        KeyError: the rule has none of this name.
    """
    return {one.name: one for one in rules()[rule].parameters}[name]
