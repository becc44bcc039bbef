"""Claims: what a text says happened, as frozen values with exact places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from bede.chronology.length import Length
from bede.text import Modality, Timex


class Order(StrEnum):
    """How the text orders two of its happenings.

    BY: the source had happened when the target did ("by the time ..."). WHILE: both went on at
    one time ("while", "meanwhile", "when").
    """

    BEFORE = "before"
    AFTER = "after"
    DURING = "during"
    UNTIL = "until"
    SINCE = "since"
    BY = "by"
    WHILE = "while"


class Dated(StrEnum):
    """How surely a time is a claim's own.

    TOLD: the text dates the claim itself, with the year. SHARED: the year is told, and the date is
    that of the clause about it. INHERITED: some of it was told before the sentence.
    """

    TOLD = "told"
    SHARED = "shared"
    INHERITED = "inherited"


@dataclass(frozen=True, slots=True)
class Count:
    """A filler that counts instead of naming ("several countries").

    Attributes:
        minimum: at least so many.
        noun: the lemma of what is counted.
    """

    minimum: int
    noun: str


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a role: a stretch of the sentence, offsets into the document's text.

    Attributes:
        text: the smallest stretch that names it.
        start: first character.
        end: character after the last.
        head: its head word.
        nature: whether it is a name, a pronoun or a description.
        resolved: for a pronoun, the name it stands for; None if nobody is sure.
        count: set where it counts.
        meant: the names that it seems to stand for, from the text before it; for showing, and
            nothing is judged by them.
    """

    text: str
    start: int
    end: int
    head: str
    nature: Literal["name", "pronoun", "description"]
    resolved: str | None = None
    count: Count | None = None
    meant: tuple[str, ...] = ()

    @property
    def name(self) -> str | None:
        """The words to look up: itself or what it stands for; None for an unresolved pronoun."""
        return self.resolved if self.nature == "pronoun" else self.text


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of the document with their place."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement that something happened or held.

    Attributes:
        id: unique in its document, in the order of the triggers.
        type: name of the event type.
        sentence: the sentence that states it.
        trigger: the word or words that carry it.
        roles: role -> fillers; only roles that the text fills.
        time: the expression that dates it, with what follows for its days.
        modality: how it is stated.
        reason: the words that make it other than asserted.
        speaker: the words for whoever says it, if that is not the author.
        degree: a gradual matter that no single fact decides.
        repeated: the text says that it happened again.
        dated: how surely the time is its own.
    """

    id: str
    type: str
    sentence: Stretch
    trigger: Stretch
    roles: Mapping[str, tuple[Filler, ...]]
    time: Timex | None
    modality: Modality
    reason: str | None
    degree: bool = False
    repeated: bool = False
    dated: Dated = Dated.TOLD
    speaker: Stretch | None = None

    @property
    def told_time(self) -> Timex | None:
        """The time for which the text itself stands: what was inferred accuses nobody."""
        return self.time if self.dated is Dated.TOLD else None

    @property
    def inherited(self) -> bool:
        """Whether some of its time was told before the sentence."""
        return self.time is not None and self.dated is Dated.INHERITED


@dataclass(frozen=True, slots=True)
class Relation:
    """The text's own order of two claims: `source` is BEFORE, AFTER ... `target`.

    Attributes:
        source: id of the claim that is placed.
        target: id of the claim by which it is placed.
        order: how.
        words: the words that say so ("two years after", "following").
        distance: how far apart, from begin to begin, where the text says so ("two years later");
            only with BEFORE and AFTER.
        others: ids of further claims that may be meant instead of the target, the likelier first;
            an order with a choice accuses only if it fails for all.
    """

    source: str
    target: str
    order: Order
    words: Stretch
    distance: Length | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchor:
    """The order of a claim and an event that the text only names ("after the October Revolution").

    Attributes:
        claim: id of the claim that is placed.
        event: the words that name the event.
        order: how the claim lies to it.
        words: the words that say so.
        distance: how far apart, where the text says so; only with BEFORE and AFTER.
    """

    claim: str
    event: Filler
    order: Order
    words: Stretch
    distance: Length | None = None


class MeasureKind(StrEnum):
    """What a length in the text measures.

    LASTED: the claim from its begin to its end ("reigned for 23 years"). AGE: the life of a person
    up to the claim, in years completed ("died aged 60", "at the age of 17", "on his 50th
    birthday").
    """

    LASTED = "lasted"
    AGE = "age"


@dataclass(frozen=True, slots=True)
class Measure:
    """A length of time that the text states of one claim.

    Attributes:
        claim: id of the claim.
        kind: what is measured.
        length: how long.
        words: the words that say so.
        person: for an age, whose it is; else None.
        to_the_day: for an age, that the claim falls on the very birthday.
    """

    claim: str
    kind: MeasureKind
    length: Length
    words: Stretch
    person: Filler | None = None
    to_the_day: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """A trigger word that made no claim, and why."""

    type: str
    words: Stretch
    reason: str


@dataclass(frozen=True, slots=True)
class Sum:
    """A length of time that the text tells beside the dates which it must fit.

    "For nineteen years from 1966 to 1976" and "in 1953 ..., sixteen years later, in 1956" are
    sums that can be checked whatever happened then.

    Attributes:
        words: the words that tell the length.
        length: how long.
        pairs: the dates between which it may lie, begin and end, the likelier first; it holds if
            it fits one pair.
        lasts: whether something lasted so long; else it is the distance of two happenings.
        sure: whether it is told of these very dates; else another date may be meant.
        aged: whether it is an age, in years completed.
    """

    words: Stretch
    length: Length
    pairs: tuple[tuple[Timex, Timex], ...]
    lasts: bool
    sure: bool
    aged: bool = False


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that the third stage read of one document.

    Attributes:
        claims: in the order of their triggers.
        relations: between those claims.
        measures: durations and ages that the text states of those claims.
        sums: lengths that stand beside the dates which they must fit.
        anchors: orders between those claims and events that the text only names.
        titles: words that are set as the title of a work.
        people: the names of persons in the text, each once, in order.
        skipped: triggers that made no claim.
    """

    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    titles: tuple[Stretch, ...]
    skipped: tuple[Skipped, ...]
    people: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    sums: tuple[Sum, ...] = ()
    anchors: tuple[Anchor, ...] = ()
