"""Event types: what can happen, who takes part, and which words say so.

The types and their roles are those of Bede's claim annotation guidelines. An event type is one
file `data/events/NAME.toml`; its examples are run as tests.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from bede.catalog.files import data_files, line_of, parse_toml
from bede.errors import CatalogError

Nature = Literal["happening", "state"]
Cardinality = Literal["once", "first", "few", "pair", "many"]
PatternKind = Literal["verb", "noun", "predicate", "adjective"]

KINDS = frozenset(
    {"person", "organisation", "place", "office", "happening", "work", "idea", "text"}
)


ANYTHING = "*"
"""Stands for every word in the `unless` of a pattern."""

SURELY = "!"
"""Behind a kind in the `needs` of a pattern: a name must be known to be of that kind."""


@dataclass(frozen=True, slots=True)
class Role:
    """One role of an event type.

    Attributes:
        name: as the annotation guidelines name it.
        kinds: the kinds of entity that may fill it; "text" alone: free words, never linked.
        key: whether it is the role by which facts are looked up; one per type.
        identifies: whether, where the text gives it, a fact must agree to be the same happening.
        must_exist: whether its filler must exist at the time of the happening.
        strict: whether a common noun fills it only if a lexicon knows it to be of these kinds.
        gathers: whether it lists equal parties, who may stand in several places around a trigger
            ("the king met the general").
        owner_acts: whether a thing may stand for its owner in it ("Stalin's policy favoured ...").
        least_age: the parameter of the rule `impossible-age` that says how old, in years, who
            fills it must be; None where age is no bar.
    """

    name: str
    kinds: tuple[str, ...]
    key: bool = False
    identifies: bool = False
    must_exist: bool = False
    strict: bool = False
    gathers: bool = False
    owner_acts: bool = False
    least_age: str | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """How one language says it: trigger words and where the roles stand around them.

    Attributes:
        kind: "verb"; "noun" (an event noun such as "expulsion"); "predicate" (a noun that is said
            of somebody, such as "founder"); "adjective" (said of a subject: "was allied with").
        words: lemmas, with a particle, adverb or preposition after a blank ("throw out").
        slots: grammatical place -> role, or several roles with "|" between them, of which the
            first is taken that the word is known to fit, or with "+" for all of them. The places
            are told in docs/how-to/add-an-event-type.md.
        bearer: for a predicate noun, the role of whom it is said.
        companions: place -> lemmas of which one must stand there ("play" with a "role").
        needs: place -> kinds of entity of which what stands there must be known to be.
        unless: place -> lemmas that give the word another sense if they stand there; "*" for any.
        trigger: the place of the companion that carries the event, if not the word itself.
        requires: roles without which the pattern says nothing.
        any: roles of which one at least must be filled; empty if any role will do.
        named: True if the word must be part of a name ("Spring Offensive"), False if it must
            not, None if either will do.
        attributive: whether a participle before a noun says it too ("the besieged town").
        degree: a gradual matter that no single fact decides ("consolidation of power").
        hedged: what it says is only intended or agreed ("was engaged to").
    """

    kind: PatternKind
    words: tuple[str, ...]
    slots: Mapping[str, str]
    bearer: str | None
    companions: Mapping[str, tuple[str, ...]]
    needs: Mapping[str, tuple[str, ...]]
    unless: Mapping[str, tuple[str, ...]]
    trigger: str | None
    requires: tuple[str, ...]
    any: tuple[str, ...]
    named: bool | None
    attributive: bool
    degree: bool
    hedged: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """Another event type whose facts a claim of this type may mean.

    Attributes:
        type: the other type.
        needs: roles that such a fact must have to be meant.
        roles: role of this type -> role of the other, where the names differ.
        at: for a state, which of its ends is meant: "begin", "end", or "" for all of it.
        same: whether such a fact is of the very same happening, of which it says less or more of
            what sort it was: a killing is a death.
    """

    type: str
    needs: tuple[str, ...] = ()
    roles: Mapping[str, str] = field(default_factory=dict)
    at: Literal["", "begin", "end"] = ""
    same: bool = False


@dataclass(frozen=True, slots=True)
class EventType:
    """One kind of happening or state.

    Attributes:
        name: as the annotation guidelines name it.
        gloss: what it is, in a few words.
        nature: a happening is a point in time, a state has a begin and an end.
        cardinality: how much a reference that records some of it is trusted to record: "once",
            it happens once to its key role; "first", the first time is on record and others may
            follow, as editions do; "few", who records one records all; "pair", the same
            for one pair of key role and identifying role; "many", it may record some.
        roles: in the order of the guidelines.
        patterns: how English says it.
        readings: facts of other types that the same words may mean.
        begins: the role whose filler it brings into being, or None.
        ends: the role whose filler it brings to an end, or None.
        told_by: types whose claims say as much when the noun of this type fills their key role
            ("published her first novel" tells of no second writing).
        wording: how a fact is told; brackets hold what is left out when a role is missing.
        examples: sentences with the claims to be read from them; run as tests.
    """

    name: str
    gloss: str
    nature: Nature
    cardinality: Cardinality
    roles: tuple[Role, ...]
    patterns: tuple[Pattern, ...]
    readings: tuple[Reading, ...]
    begins: str | None
    ends: str | None
    told_by: tuple[str, ...]
    wording: Mapping[str, str]
    examples: tuple[Mapping[str, Any], ...]

    @property
    def key(self) -> Role:
        """The role by which facts of this type are looked up."""
        return next(role for role in self.roles if role.key)

    def role(self, name: str) -> Role | None:
        """The role of that name, if the type has it."""
        return next((role for role in self.roles if role.name == name), None)


def _role(name: str, raw: Mapping[str, Any]) -> Role:
    return Role(
        name=name,
        kinds=tuple(raw.get("kinds", ("text",))),
        key=bool(raw.get("key", False)),
        identifies=bool(raw.get("identifies", False)),
        must_exist=bool(raw.get("must_exist", False)),
        strict=bool(raw.get("strict", False)),
        gathers=bool(raw.get("gathers", False)),
        owner_acts=bool(raw.get("owner_acts", False)),
        least_age=raw.get("least_age"),
    )


_WORDS: Mapping[str, PatternKind] = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective"}
"""The keys of a pattern that hold its trigger words, of which it has one."""


def _pattern(raw: Mapping[str, Any]) -> Pattern:
    key = next(key for key in _WORDS if key in raw)
    return Pattern(
        kind="predicate" if "bearer" in raw else _WORDS[key],
        words=tuple(raw[key]),
        slots=dict(raw.get("slots", {})),
        bearer=raw.get("bearer"),
        companions=_lists(raw, "with"),
        needs=_lists(raw, "needs"),
        unless=_lists(raw, "unless"),
        trigger=raw.get("trigger"),
        requires=tuple(raw.get("requires", ())),
        any=tuple(raw.get("any", ())),
        named=raw.get("named"),
        attributive=bool(raw.get("attributive", True)),
        degree=bool(raw.get("degree", False)),
        hedged=bool(raw.get("hedged", False)),
    )


def _lists(raw: Mapping[str, Any], key: str) -> dict[str, tuple[str, ...]]:
    return {place: tuple(words) for place, words in raw.get(key, {}).items()}


_PATTERN_KEYS = {
    *_WORDS, "slots", "bearer", "with", "needs", "unless", "trigger", "requires", "any", "named",
    "attributive", "degree", "hedged",
}  # fmt: skip
_KEYS = {
    "name", "gloss", "nature", "cardinality", "begins", "ends", "told_by", "roles", "readings",
    "wording", "en",
}  # fmt: skip


def _faults(raw: Mapping[str, Any], stem: str) -> list[tuple[str, str]]:
    """What is wrong with an event file, each as (what, the words near which it stands)."""
    faults = [(f"unknown key {key!r}", key) for key in raw if key not in _KEYS]
    roles = raw.get("roles", {})
    if raw.get("name") != stem:
        faults.append((f"name must be {stem!r}, as the file", "name"))
    if raw.get("nature") not in ("happening", "state"):
        faults.append(("nature must be happening or state", "nature"))
    if raw.get("cardinality") not in ("once", "first", "few", "pair", "many"):
        faults.append(("cardinality must be once, first, few, pair or many", "cardinality"))
    if sum(bool(role.get("key")) for role in roles.values()) != 1:
        faults.append(("exactly one role must be the key role", "[roles"))
    faults += [
        (f"{key} names no role of the type", key)
        for key in ("begins", "ends")
        if key in raw and raw[key] not in roles
    ]
    for name, role in roles.items():
        faults += [
            (f"unknown kind {kind!r} of role {name!r}", f"[roles.{name}]")
            for kind in role.get("kinds", ())
            if kind not in KINDS
        ]
    for pattern in raw.get("en", {}).get("patterns", ()):
        faults += _pattern_faults(pattern, roles)
    return sorted(faults)


def _pattern_faults(
    pattern: Mapping[str, Any], roles: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    for key in pattern.keys() - _PATTERN_KEYS:
        yield f"unknown key {key!r} of a pattern", key
    if sum(key in pattern for key in _WORDS) != 1:
        yield "a pattern has one of verbs, nouns and adjectives", "[[en.patterns]]"
    slots = pattern.get("slots", {}).values()
    named = [role for slot in slots for role in slot.replace("+", "|").split("|")]
    named += [*pattern.get("requires", ()), *pattern.get("any", ())]
    named += [pattern["bearer"]] if "bearer" in pattern else []
    for role in named:
        if role not in roles:
            yield f"unknown role {role!r} in a pattern", role
    for kinds in pattern.get("needs", {}).values():
        for kind in kinds:
            if kind.removesuffix(SURELY) not in KINDS - {"text"}:
                yield f"unknown kind {kind!r} in a pattern", kind


def parse_event_type(text: str, path: str) -> EventType:
    """Read one event type.

    Args:
        text: the TOML text of the file.
        path: its name, for messages; its stem must be the name of the type.

    Raises:
        CatalogError: the file is faulty; the message names the line.
    """
    raw = parse_toml(text, path)
    stem = path.rsplit("/", 1)[-1].removesuffix(".toml")
    for cause, near in _faults(raw, stem):
        raise CatalogError(cause, path=path, line=line_of(text, near), remedy="see docs/how-to")
    english = raw.get("en", {})
    return EventType(
        name=stem,
        gloss=raw.get("gloss", stem),
        nature=raw["nature"],
        cardinality=raw["cardinality"],
        roles=tuple(_role(name, role) for name, role in raw["roles"].items()),
        patterns=tuple(_pattern(pattern) for pattern in english.get("patterns", ())),
        readings=tuple(
            Reading(
                r["type"],
                tuple(r.get("needs", ())),
                dict(r.get("roles", {})),
                r.get("at", ""),
                bool(r.get("same", False)),
            )
            for r in raw.get("readings", ())
        ),
        begins=raw.get("begins"),
        ends=raw.get("ends"),
        told_by=tuple(raw.get("told_by", ())),
        wording=dict(raw.get("wording", {})),
        examples=tuple(english.get("examples", ())),
    )


@cache
def event_types() -> Mapping[str, EventType]:
    """All event types by name, sorted."""
    types = (
        parse_event_type(entry.read_text(encoding="utf-8"), f"events/{entry.name}")
        for entry in data_files("events", ".toml")
    )
    return {event.name: event for event in sorted(types, key=lambda event: event.name)}


def roles_by_type() -> dict[str, dict[str, tuple[str, ...]]]:
    """Type -> role -> kinds of entity that may fill it; an empty tuple means free text."""
    return {
        event.name: {
            role.name: () if role.kinds == ("text",) else role.kinds for role in event.roles
        }
        for event in event_types().values()
    }
