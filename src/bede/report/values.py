"""The report: everything that a reader or a program gets to see, resolved and frozen.

Offsets are half-open and count code points of the document's text; lines and columns count
from 1. Renderers need nothing but these values.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bede.catalog import Severity
from bede.evidence.challenge import Challenge
from bede.judgement import Step, Suggestion, Verdict
from bede.report.account import Account
from bede.report.cited import Evidence

LINE_BREAK = re.compile(r"\r\n|\r|\n")
"""What ends a line; nothing else does."""


@dataclass(frozen=True, slots=True)
class Place:
    """Some words of a document.

    Attributes:
        text: the words.
        start: first character.
        end: character after the last.
        line: line of the first character.
        column: column of the first character, in code points.
    """

    text: str
    start: int
    end: int
    line: int
    column: int

    @property
    def lines(self) -> range:
        """The numbers of the lines on which the words stand."""
        return range(self.line, self.line + len(LINE_BREAK.split(self.text)))


@dataclass(frozen=True, slots=True)
class RoleFiller:
    """A filler with the entity that it names; None where Bede abstains.

    `resolved` are the names for which it stands or seems to stand, from the text itself.
    """

    text: str
    start: int
    end: int
    head: str
    entity: str | None
    resolved: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimTime:
    """The time of a claim: EDTF, and the bounds of its begin and end as day numbers.

    `inherited` is whether some of it was told before the sentence of the claim.
    """

    text: str
    start: int
    end: int
    edtf: str | None
    begin: tuple[int | None, int | None]
    finish: tuple[int | None, int | None]
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim as reported; `place` is its sentence or list item."""

    id: str
    type: str
    place: Place
    trigger: Place
    roles: Mapping[str, tuple[RoleFiller, ...]]
    time: ClaimTime | None
    modality: str
    verdict: Verdict
    reason: str
    parts: Mapping[str, str]
    evidence: tuple[Evidence, ...]
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class LengthLine:
    """A length of time as reported: ISO 8601 period, and how exactly it is meant."""

    period: str
    manner: str


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A length that the text states of a claim: how long it lasted, or how old somebody was."""

    claim: str
    kind: str
    place: Place
    length: LengthLine


@dataclass(frozen=True, slots=True)
class RelationLine:
    """One order between two claims as reported; `distance` is how far apart they are told to be."""

    source: str
    target: str
    kind: str
    text: str
    verdict: Verdict
    reason: str
    distance: LengthLine | None = None


@dataclass(frozen=True, slots=True)
class WorkLine:
    """A title in the text, resolved to a work; Bede claims nothing that the text does not say."""

    place: Place
    entity: str
    title: str
    authors: tuple[str, ...]
    first_published: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A word that may carry an event but made no claim, and why."""

    place: Place
    type: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """One reading that was tried and excluded, with the fact that excludes it."""

    says: str
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding as reported.

    Attributes:
        rule: name of the rule.
        severity: error, warning or note.
        message: one sentence that makes sense alone.
        place: the words it is about.
        marks: further words that take part.
        claims: ids of claims.
        readings: nearest first.
        evidence: the facts that speak.
        conflict: the steps that cannot all be true.
        suggestion: a safe correction.
        challenge: what a historian says against it; it is a note then, or None.
    """

    rule: str
    severity: Severity
    message: str
    place: Place
    marks: tuple[Place, ...]
    claims: tuple[str, ...]
    readings: tuple[ReadingLine, ...]
    evidence: tuple[Evidence, ...]
    conflict: tuple[Step, ...]
    suggestion: Suggestion | None
    challenge: Challenge | None = None


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """One document: its lines of text by number, and what was read and found.

    `account` is what it takes to show the text itself; None unless it was asked for.
    """

    path: str
    lines: Mapping[int, str]
    claims: tuple[ClaimLine, ...]
    relations: tuple[RelationLine, ...]
    works: tuple[WorkLine, ...]
    findings: tuple[FindingLine, ...]
    passed_over: tuple[PassedOver, ...] = ()
    measures: tuple[MeasureLine, ...] = ()
    account: Account | None = None

    def count(self, verdict: Verdict) -> int:
        """How many claims have this verdict."""
        return sum(claim.verdict is verdict for claim in self.claims)

    @property
    def checked(self) -> int:
        """How many claims the reference could decide: supported, contradicted or disputed."""
        decided = (Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.DISPUTED)
        return sum(self.count(verdict) for verdict in decided)


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that could not be read.

    Attributes:
        path: as the user named it.
        message: cause and remedy.
        line: where in the file, from 1, or None.
    """

    path: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.message}"


@dataclass(frozen=True, slots=True)
class Report:
    """The whole answer of one run.

    Attributes:
        version: of Bede.
        parser: name and version of the language model.
        packs: names and versions of the packs of the reference.
        reference_hash: content hash of the reference.
        documents: in the order in which they were named.
        problems: inputs that could not be read.
    """

    version: str
    parser: tuple[str, str]
    packs: tuple[tuple[str, str], ...]
    reference_hash: str
    documents: tuple[DocumentReport, ...]
    problems: tuple[Problem, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many findings weigh so much."""
        return sum(f.severity is severity for d in self.documents for f in d.findings)

    @property
    def exit_code(self) -> int:
        """2 if an input was bad, else 1 if there is an error, else 0."""
        if self.problems:
            return 2
        return 1 if self.count(Severity.ERROR) else 0
