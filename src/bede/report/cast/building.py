"""Gathers the cast of a document: whom and what it names, with what the reference has of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bede.chronology import Span, gap_days
from bede.evidence.importing.addresses import page_of
from bede.judgement.telling import time_in_words
from bede.report.account import Account, Known, Mention, Profile
from bede.report.cast.values import Cast, Entry, Term, Unknown
from bede.report.checked.cards import cited_source, claim_key, entity_key, plain, sentence
from bede.report.checked.values import CitedSource
from bede.report.values import DocumentReport

MOST_SOURCES = 3
"""Sources named under one entry: those of its begin, its end and its offices."""

_LIVED = ("birth", "founding", "proclamation", "death", "killing", "dissolution")
_ENDS = frozenset({"death", "killing"})
_TERMS = {"tenure": "office", "membership": "organisation"}
"""Event type of a fact that lasts -> the role that says what somebody was."""


def cast_of(document: DocumentReport, number: int) -> Cast:
    """Whom and what a document names.

    Args:
        document: the document with its account.
        number: which document of the page it is; part of the keys of statements.
    """
    account = document.account
    if account is None:
        return Cast((), (), (), (), (), ())
    story = Story(document, account, number)
    found: dict[str, list[Entry]] = {}
    for entity, places in story.places.items():
        profile = account.profiles[entity]
        found.setdefault(profile.kind, []).append(_entry(profile, places, story))

    def ranked(kind: str) -> tuple[Entry, ...]:
        return tuple(sorted(found.get(kind, ()), key=lambda one: (-one.named, one.line, one.id)))

    return Cast(
        people=ranked("person"),
        bodies=ranked("organisation"),
        places=ranked("place"),
        happenings=ranked("happening"),
        ideas=ranked("idea"),
        unknown=tuple(_unknown(document, account, story)),
    )


class Story:
    """What a document tells of whom, where and when.

    Args:
        document: the document.
        account: its account.
        number: which document of the page it is.

    Attributes:
        account: the account.
        claims: id of an entity -> keys of the statements in which it takes part.
        places: id of an entity -> where the text names it, as sorted offsets; a pronoun is none.
    """

    def __init__(self, document: DocumentReport, account: Account, number: int) -> None:
        self.account = account
        self.claims: dict[str, list[str]] = {}
        self._times: dict[str, list[Span]] = {}
        for claim in document.claims:
            fillers = [one for some in claim.roles.values() for one in some]
            for entity in dict.fromkeys(one.entity for one in fillers if one.entity is not None):
                self.claims.setdefault(entity, []).append(claim_key(number, claim.id))
                if claim.id in account.times:
                    self._times.setdefault(entity, []).append(account.times[claim.id])
        self.places = _places(document, account)

    def tells_of(self, span: Span | None, entity: str) -> bool:
        """Whether a stretch of time meets what is told of somebody, or of all if that has no time.

        Args:
            span: when something lasted.
            entity: of whom.
        """
        times = self._times.get(entity) or list(self.account.times.values())
        return span is not None and any(gap_days(span, time) == 0 for time in times)


def _places(document: DocumentReport, account: Account) -> dict[str, list[int]]:
    """Where each entity is named: what a statement decides of a name counts as well."""
    found: dict[str, set[int]] = {}
    for profile, mentions in account.named():
        found.setdefault(profile.id, set()).update(one.start for one in mentions)
    names = {one.start for one in account.mentions}
    for claim in document.claims:
        for one in (one for some in claim.roles.values() for one in some):
            if one.entity is not None and one.start in names:
                found.setdefault(one.entity, set()).add(one.start)
    return {entity: sorted(places) for entity, places in found.items()}


def _entry(profile: Profile, places: Sequence[int], story: Story) -> Entry:
    account = story.account
    lived = list(_lived(profile, account))
    terms = list(_terms(profile, story))
    state = profile.kind == "organisation" and profile.subkind == "state"
    addresses = (page_of(one) for one in profile.same_as)
    return Entry(
        id=profile.id,
        key=entity_key(profile.id),
        kind="state" if state else profile.kind,
        label=plain(profile.label),
        years=plain(profile.years),
        description=plain(profile.description or profile.subkind or ""),
        lived=tuple(_without(profile.label, known.evidence.says) for known in lived),
        terms=tuple(dict.fromkeys([*_names(profile, story), *(term for term, _ in terms)])),
        same_as=tuple(one for one in addresses if one is not None),
        sources=_sources([*lived, *(known for _, known in terms)]),
        claims=tuple(story.claims.get(profile.id, ())),
        named=len(places),
        line=account.document.position(places[0]).line,
    )


def _lived(profile: Profile, account: Account) -> Iterator[Known]:
    """One fact for the begin and one for the end, where they are on record."""
    facts = [account.facts[one] for one in profile.facts]
    ended = False
    for kind in _LIVED:
        found = next((one for one in facts if one.evidence.type == kind), None)
        if found is not None and not (ended and kind in _ENDS):
            ended = ended or kind in _ENDS
            yield found


def _without(label: str, says: str) -> str:
    """What a fact says of somebody, where the name stands before it: "Born in Yanovka"."""
    for name in (label, f"the {label}"):
        if says.startswith(f"{name} "):
            return sentence(says.removeprefix(f"{name} ").removeprefix("was "))
    return sentence(says)


def _terms(profile: Profile, story: Story) -> Iterator[tuple[Term, Known]]:
    """What somebody was at the time that the text tells of, in the order of time."""
    for known in (story.account.facts[one] for one in profile.facts):
        role = _TERMS.get(known.evidence.type)
        if role is None or not story.tells_of(known.span, profile.id) or known.span is None:
            continue
        labels = story.account.labels
        names = ", ".join(labels.get(one, one) for one in known.evidence.roles.get(role, ()))
        member = "" if role == "office" else "member of "
        if names:
            yield Term(plain(f"{member}{names}"), time_in_words(known.span)), known


def _names(profile: Profile, story: Story) -> Iterator[Term]:
    """What a place or body was called at the time, where that is not its usual name."""
    for name, span in profile.called:
        if name != profile.label and story.tells_of(span, profile.id):
            yield Term(plain(f"then called {name}"), time_in_words(span))


def _sources(facts: Iterable[Known]) -> tuple[CitedSource, ...]:
    """The best source of each fact, each once."""
    best = (cited_source(one.evidence.sources[0]) for one in facts if one.evidence.sources)
    return tuple(dict.fromkeys(best))[:MOST_SOURCES]


def _unknown(document: DocumentReport, account: Account, story: Story) -> Iterator[Unknown]:
    """Names without an entity, once each; a word in the title of a known work is none."""
    decided = {place for places in story.places.values() for place in places}
    known = {one.text for one in account.mentions if one.start in decided}
    titles = [(work.place.start, work.place.end) for work in document.works]
    found: dict[str, list[Mention]] = {}
    for one in account.mentions:
        titled = any(start <= one.start and one.end <= end for start, end in titles)
        if one.text not in known and not titled:
            found.setdefault(one.text, []).append(one)
    for name, mentions in found.items():
        line = account.document.position(mentions[0].start).line
        yield Unknown(plain(name), plain(mentions[0].reason), len(mentions), line)
