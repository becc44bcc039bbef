"""What the fifth stage hands on: comparisons, verdicts and findings, all frozen.

The meaning of each verdict is fixed in the design and explained in docs/explanation/verdicts.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bede.catalog import Severity
from bede.chronology import Answer
from bede.claims import Claim, Filler, Relation, Stretch
from bede.evidence import Completeness, Entity, Fact, Value
from bede.evidence.linking import Link
from bede.judgement.network import Conflict


class Verdict(StrEnum):
    """What the reference says of one claim."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    DISPUTED = "disputed"
    OPEN = "open"
    SKIPPED = "skipped"


class Closure(StrEnum):
    """How far the reference knows all there is to know for a question.

    DECLARED: it can happen only once, or the reference declares itself complete. ASSUMED: the
    partial completeness assumption (Galárraga, Teflioudi, Hose, Suchanek, "AMIE", WWW 2013): who
    records one such fact of an entity records all. NONE: neither.
    """

    DECLARED = "declared"
    ASSUMED = "assumed"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Closed:
    """How far the reference is closed for a question, and why.

    Attributes:
        closure: how far.
        because: why, in words; "" if no fact was compared.
        statements: what the reference declares of its own completeness and what decides here.
    """

    closure: Closure = Closure.NONE
    because: str = ""
    statements: tuple[Completeness, ...] = ()


@dataclass(frozen=True, slots=True)
class Clash:
    """One part in which a claim and a fact differ.

    Attributes:
        part: "time" or a role.
        stated: what the text says.
        recorded: what the reference says.
        place: the words that clash.
        conflict: for a clash of time, the constraints that cannot hold together.
    """

    part: str
    stated: str
    recorded: str
    place: Stretch
    conflict: Conflict | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact that a claim may mean, compared part by part.

    Attributes:
        fact: the fact.
        person: the entity that fills the claim's key role.
        parts: part -> answer, for each part that the claim states.
        clashes: the parts that answer no.
        against: variant values with which the claim clashes although it agrees elsewhere.
        distance: for ranking, nearest first; see `comparison.distance`.
        doubts: whether a part would answer no if the evidence for the fact were not weak.
    """

    fact: Fact
    person: Entity
    parts: Mapping[str, Answer]
    clashes: tuple[Clash, ...]
    against: tuple[Value, ...] = ()
    distance: tuple[int, ...] = ()
    doubts: bool = False

    @property
    def agrees(self) -> bool:
        """Whether nothing answers no and something beyond the key role answers yes."""
        return not self.clashes and not self.doubts and Answer.YES in self.parts.values()


@dataclass(frozen=True, slots=True)
class ClaimJudgement:
    """One claim with what the reference says of it.

    Attributes:
        claim: the claim.
        links: role -> for each filler what it may stand for.
        verdict: the verdict.
        reason: why it is open or skipped, what was looked for; "" if there is nothing to add.
        parts: part -> answer of the candidate that decides.
        candidates: all facts it was compared with, nearest first.
        deciding: the candidates that carry the verdict.
        closed: how far the reference knows all for this question.
    """

    claim: Claim
    links: Mapping[str, tuple[Link, ...]]
    verdict: Verdict
    reason: str = ""
    parts: Mapping[str, Answer] = field(default_factory=dict)
    candidates: tuple[Candidate, ...] = ()
    deciding: tuple[Candidate, ...] = ()
    closed: Closed = field(default_factory=Closed)

    @property
    def closure(self) -> Closure:
        """How far the reference knows all for this question."""
        return self.closed.closure

    def linked(self, role: str) -> Iterator[tuple[Filler, Link]]:
        """The fillers of a role with what each may stand for; none for a role of free words."""
        yield from zip(self.claim.roles.get(role, ()), self.links.get(role, ()), strict=False)


@dataclass(frozen=True, slots=True)
class RelationJudgement:
    """One order that the text states, with what the reference says of it.

    Attributes:
        relation: the order.
        verdict: what the reference says of it.
        reason: why it is open or skipped, else "".
        pair: the two facts that show it.
        holding: ids of the facts of the source claim for which the order holds.
    """

    relation: Relation
    verdict: Verdict
    reason: str
    pair: tuple[Fact, Fact] | None = None
    holding: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One line of an explanation: what is said, and by whom."""

    origin: str
    says: str


@dataclass(frozen=True, slots=True)
class Exclusion:
    """One reading of a claim, told with the fact that excludes it."""

    says: str
    fact: Fact | None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A replacement that is safe to make, as a stretch of the document."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What Bede tells the reader.

    Attributes:
        rule: name of the rule.
        severity: error, warning or note.
        message: one sentence that makes sense alone.
        place: the words it is about.
        marks: further words of the text that take part.
        claims: ids of the claims.
        evidence: the facts that speak, nearest first.
        readings: one line per reading that was tried and excluded.
        conflict: the steps that cannot all be true.
        suggestion: a safe correction, or None.
    """

    rule: str
    severity: Severity
    message: str
    place: Stretch
    marks: tuple[Stretch, ...] = ()
    claims: tuple[str, ...] = ()
    evidence: tuple[Fact, ...] = ()
    readings: tuple[Exclusion, ...] = ()
    conflict: tuple[Step, ...] = ()
    suggestion: Suggestion | None = None


@dataclass(frozen=True, slots=True)
class WorkMention:
    """A title in the text and the work of the reference that it names."""

    words: Stretch
    work: Entity
    published: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything that was judged of one document."""

    claims: tuple[ClaimJudgement, ...]
    relations: tuple[RelationJudgement, ...]
    works: tuple[WorkMention, ...]
    findings: tuple[Finding, ...]
