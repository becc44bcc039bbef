"""Whom the words of a statement stand for: somebody of the reference, or a name of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from bede.catalog import Role
from bede.report.account import Account, Mention, Profile
from bede.report.checked.cards import plain
from bede.report.relations.values import Node
from bede.report.values import ClaimLine, DocumentReport, RoleFiller

_MOST_BETWEEN = 2
"""Words between two names that are one ("League of the Smiths")."""

_ARTICLES = ("the", "a", "an")

_SURE, _LIKELY, _GUESS = 4, 2, 1


class Cast:
    """The nodes of some texts: the same entity, and the same words, are one node."""

    def __init__(self) -> None:
        self._nodes: dict[str, Node] = {}
        self._kinds: dict[str, Counter[str]] = {}

    def node(self, name: str) -> Node:
        """A node by its id; a name has the kind that most of its roles ask for."""
        node = self._nodes[name]
        if node.entity is not None:
            return node
        kinds = self._kinds[name]
        kind = max(sorted(kinds), key=lambda one: kinds[one], default="")
        return Node(node.id, None, kind, node.label, "")

    def known(self, profile: Profile) -> str:
        """The id of the node of an entity."""
        state = profile.kind == "organisation" and profile.subkind == "state"
        kind = "state" if state else profile.kind
        self._nodes.setdefault(
            profile.id,
            Node(profile.id, profile.id, kind, plain(profile.label), plain(profile.years)),
        )
        return profile.id

    def named(self, words: str, kind: str, role: Role) -> str:
        """The id of the node of a name that nobody knows."""
        label = plain(words)
        name = f"name:{label.casefold()}"
        self._nodes.setdefault(name, Node(name, None, "", label, ""))
        kinds = self._kinds.setdefault(name, Counter())
        asked = [one for one in role.kinds if one != "text"]
        if len(asked) == 1:
            kinds[asked[0]] += _SURE
        elif kind in asked:
            kinds[kind] += _LIKELY
        elif asked:
            kinds[asked[0]] += _GUESS
        return name


class Names:
    """The names of one text.

    Args:
        document: the text with its claims.
        account: its account.
        cast: gets the nodes.
    """

    def __init__(self, document: DocumentReport, account: Account, cast: Cast) -> None:
        self._account = account
        self._cast = cast
        self._starts = [mention.start for mention in account.mentions]
        self._words = dict(_sure_words(document, account))

    def nodes(self, claim: ClaimLine, role: Role) -> list[str]:
        """The ids of those who fill a role; who has no name is left out.

        Args:
            claim: the statement.
            role: one of its roles.
        """
        fillers = claim.roles.get(role.name, ())
        found = (self._node(one, claim, role, alone=len(fillers) == 1) for one in fillers)
        return list(dict.fromkeys(one for one in found if one is not None))

    def _node(self, filler: RoleFiller, claim: ClaimLine, role: Role, *, alone: bool) -> str | None:
        entity = filler.entity
        if entity is None and alone:
            entity = _confirmed(claim, role.name)
        profile = None if entity is None else self._account.profiles.get(entity)
        if profile is not None:
            return self._cast.known(profile)
        name = _name_in(filler, self._inside(filler), role)
        if name is None:
            return None
        meant = self._words.get(name[0].casefold())
        if meant is not None and meant in self._account.profiles:
            return self._cast.known(self._account.profiles[meant])
        return self._cast.named(*name, role)

    def _inside(self, filler: RoleFiller) -> list[Mention]:
        """The names that stand within a filler."""
        first = bisect_left(self._starts, filler.start)
        behind = bisect_left(self._starts, filler.end)
        return [one for one in self._account.mentions[first:behind] if one.end <= filler.end]


def _confirmed(claim: ClaimLine, role: str) -> str | None:
    """Whom the reference has in this role, if it confirms the statement there."""
    if claim.parts.get(role) != "yes":
        return None
    fillers = {one for fact in claim.evidence for one in fact.roles.get(role, ())}
    return fillers.pop() if len(fillers) == 1 else None


def _sure_words(document: DocumentReport, account: Account) -> Iterator[tuple[str, str]]:
    """Words that stand for one and the same wherever the text makes sure for whom."""
    told: dict[str, set[str]] = {}
    for mention in account.mentions:
        if mention.entity is not None:
            label = account.profiles[mention.entity].label
            for words in (mention.text, label):
                told.setdefault(words.casefold(), set()).add(mention.entity)
    for claim in document.claims:
        for one in (one for some in claim.roles.values() for one in some):
            if one.entity is not None:
                for words in (one.text, *one.resolved):
                    told.setdefault(words.casefold(), set()).add(one.entity)
    for words, entities in told.items():
        if len(entities) == 1:
            yield words, next(iter(entities))


def _name_in(filler: RoleFiller, inside: Sequence[Mention], role: Role) -> tuple[str, str] | None:
    """The name that a filler is, with its kind; None for a pronoun or a common noun.

    A name is what holds the head of the filler: "his friend Tom Reed" is one, "Tom Reed's plan"
    is none. An office may be a common noun with a name ("mayor of Velin").
    """
    resolved = next(iter(filler.resolved), "")
    if resolved[:1].isupper():
        return resolved, ""
    place = next((i for i, one in enumerate(inside) if filler.head in one.text.split()), None)
    if place is not None:
        start, end = inside[place].start - _before(filler, inside[place].start), inside[place].end
        for one in inside[place + 1 :]:
            if not _joined(filler.text[end - filler.start : one.start - filler.start]):
                break
            end = one.end
        return filler.text[start - filler.start : end - filler.start], inside[place].kind
    if inside and role.kinds[0] == "office":
        return filler.text, "office"
    return None


def _before(filler: RoleFiller, start: int) -> int:
    """How many signs of a name stand before what was found of it ("Eva" before "Lind")."""
    words = filler.text[: start - filler.start].split(" ")
    if len(words) < 2 or words[-1]:
        return 0
    length = 0
    for word in reversed(words[:-1]):
        if not word[:1].isupper() or word.lower() in _ARTICLES:
            break
        length += len(word) + 1
    return length


def _joined(between: str) -> bool:
    """Whether two names with these words between them are one."""
    words = between.split()
    return len(words) <= _MOST_BETWEEN and all(one.isalpha() and one.islower() for one in words)
