"""Why a statement was judged as it was: each step of the chain, resolved and frozen.

Renderers need nothing but these values.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bede.judgement import Verdict
from bede.report.cited import Evidence
from bede.report.values import ClaimLine, FindingLine, PassedOver, Place
from bede.report.why.spot import Spot


@dataclass(frozen=True, slots=True)
class Meant:
    """An entity that some words may stand for."""

    id: str
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class RoleRead:
    """One filler of a role, with what it was linked to or why not.

    Attributes:
        role: the role.
        place: the words.
        key: whether facts are looked up by it.
        resolved: for a pronoun, the name that it stands for; else None.
        meant: the entities that it may name; empty where Bede abstains.
        reason: why it names nobody for sure, else "".
    """

    role: str
    place: Place
    key: bool
    resolved: str | None
    meant: tuple[Meant, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class ReadingRead:
    """One reading of a date: in words, and the bounds of begin and end as day numbers."""

    words: str
    begin: tuple[int | None, int | None]
    finish: tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class TimeRead:
    """The time of a statement.

    Attributes:
        place: the words.
        before: the word before them that bounds the time ("by"), or "".
        edtf: EDTF, or None.
        readings: what it may mean, the likelier first; empty if no day can be told.
        remark: where its year comes from if not from its own words, or "".
    """

    place: Place
    before: str
    edtf: str | None
    readings: tuple[ReadingRead, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class LengthRead:
    """A length that the text states: how long it lasted, or somebody's age."""

    kind: str
    text: str
    person: str | None


@dataclass(frozen=True, slots=True)
class PartRead:
    """One part of a statement against the same part of a fact.

    Attributes:
        part: "time" or a role.
        stated: what the text says.
        answer: yes, no or unknown.
        recorded: what the reference says, or None.
        remark: why the answer is unknown, or "".
    """

    part: str
    stated: str
    answer: str
    recorded: str | None
    remark: str


@dataclass(frozen=True, slots=True)
class Tried:
    """A fact that the statement may mean.

    Attributes:
        evidence: the fact with its time and sources.
        parts: part by part.
        against: other values on record with which the statement clashes, in words.
        decides: whether it carries the verdict.
    """

    evidence: Evidence
    parts: tuple[PartRead, ...]
    against: tuple[str, ...]
    decides: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """What the reference says of its own completeness."""

    id: str
    basis: str
    complete: bool
    citation: str


@dataclass(frozen=True, slots=True)
class Closing:
    """How far the reference knows all there is to know for the question.

    Attributes:
        closure: declared, assumed or none.
        because: why, in words.
        statements: its own statements that speak to it.
    """

    closure: str
    because: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class OrderRead:
    """An order of which the statement is part.

    Attributes:
        words: the words that say so.
        kind: before, after, during ...
        source: what is placed.
        target: by what it is placed.
        others: what may be meant instead of the target.
        verdict: the verdict.
        reason: why it is open or skipped, or "".
        facts: the facts that show it, in words.
    """

    words: Place
    kind: str
    source: Place
    target: Place
    others: tuple[Place, ...]
    verdict: Verdict
    reason: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """The whole chain for one statement, in the order in which Bede goes.

    Attributes:
        claim: the statement as `bede check` reports it.
        gloss: what its event type is, in a few words.
        roles: its roles with what they were linked to.
        unsaid: roles that its type has and the text leaves out, and "time".
        time: its time, or None.
        lengths: lengths that are stated of it.
        manner: how it is stated, with the words that make it so.
        searched: the event types of which facts were looked up; empty if none was.
        tried: the facts that were tried, nearest first.
        untried: why no fact was tried, or "".
        aside: facts of its own type that were set aside because they are another happening.
        closing: how far the reference is closed for the question; None if no fact was tried.
        because: why the verdict is what it is.
        orders: the orders of which it is part.
        findings: the findings that it is part of.
    """

    claim: ClaimLine
    gloss: str
    roles: tuple[RoleRead, ...]
    unsaid: tuple[str, ...]
    time: TimeRead | None
    lengths: tuple[LengthRead, ...]
    manner: str
    searched: tuple[str, ...]
    tried: tuple[Tried, ...]
    untried: str
    aside: tuple[Evidence, ...]
    closing: Closing | None
    because: str
    orders: tuple[OrderRead, ...]
    findings: tuple[FindingLine, ...]

    @property
    def marks(self) -> tuple[Place, ...]:
        """The words of its roles and of its time."""
        times = (self.time.place,) if self.time is not None else ()
        return (*(role.place for role in self.roles), *times)


@dataclass(frozen=True, slots=True)
class Basis:
    """By what a line was judged: version of Bede, language model, packs, and their hash."""

    version: str
    parser: tuple[str, str]
    packs: tuple[tuple[str, str], ...]
    reference_hash: str


@dataclass(frozen=True, slots=True)
class Why:
    """The answer to `bede why`.

    Attributes:
        spot: what was asked.
        text: the line.
        lines: the lines of the document that are shown, by number.
        chains: one for each statement there.
        findings: findings there that belong to no statement, such as impossible dates.
        passed_over: words there that may carry an event and made no statement.
        silence: why there is no statement, or "".
        basis: by what it was judged.
    """

    spot: Spot
    text: str
    lines: Mapping[int, str]
    chains: tuple[Chain, ...]
    findings: tuple[FindingLine, ...]
    passed_over: tuple[PassedOver, ...]
    silence: str
    basis: Basis
