"""The document before the bench: all that a kind of judgement may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from bede.catalog import Severity, rules
from bede.claims import Extraction, Stretch
from bede.documents import Document
from bede.evidence import Reference
from bede.evidence.linking import Linker
from bede.judgement.network import Conflict
from bede.judgement.settings import Settings
from bede.judgement.values import (
    ClaimJudgement,
    Closure,
    Finding,
    RelationJudgement,
    Step,
)
from bede.text import ImpossibleDate


@dataclass(frozen=True, slots=True)
class Case:
    """One document with its judged claims and relations.

    Attributes:
        document: the text.
        extraction: what was read.
        claims: claim id -> judgement, in the order of the claims.
        relations: judged relations.
        impossible_dates: dates that no calendar has.
        linker: links the names of the document to the facts that Bede trusts.
        settings: what the user chose.
        found: the findings of the kinds that came before.
    """

    document: Document
    extraction: Extraction
    claims: Mapping[str, ClaimJudgement]
    relations: tuple[RelationJudgement, ...]
    impossible_dates: tuple[ImpossibleDate, ...]
    linker: Linker
    settings: Settings = field(default_factory=Settings)
    found: tuple[Finding, ...] = ()

    @property
    def reference(self) -> Reference:
        """The facts that Bede trusts."""
        return self.linker.reference

    def parameter(self, rule: str, name: str) -> int:
        """The value of a parameter of a rule, as the user set it or as its page has it."""
        return self.settings.parameter(rule, name)

    def place(self, stretch: Stretch) -> str:
        """File and line of some words, as an origin names them."""
        return f"{self.document.path}:{self.document.position(stretch.start).line}"


@dataclass(frozen=True, slots=True)
class Kind:
    """One way of judging.

    Attributes:
        name: to which rules refer.
        find: what finds.
        last: whether it judges what the others have left, and sees what they found.
    """

    name: str
    find: Callable[[Case], Iterator[Finding]]
    last: bool = False


def severity_of(rule: str, closure: Closure = Closure.DECLARED) -> Severity:
    """The severity of a rule; one step down where completeness is only assumed."""
    severity = rules()[rule].severity
    if severity is Severity.ERROR and closure is not Closure.DECLARED:
        return Severity.WARNING
    return severity


def steps(conflict: Conflict | None) -> tuple[Step, ...]:
    """A conflict read aloud: each origin once, in the order of the cycle."""
    found: dict[tuple[str, str], Step] = {}
    for constraint in conflict.steps if conflict is not None else ():
        origin = constraint.origin
        found.setdefault((origin.reference, origin.says), Step(origin.reference, origin.says))
    return tuple(found.values())
