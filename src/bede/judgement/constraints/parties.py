"""Who takes part: the entity behind a filler, known to the reference or only to the text.

Two statements of a text bear on one life only if it is sure that they speak of one person. So a
name that the reference knows stands for its one bearer; a name that it does not know must be a
full name, or the surname of the only full name that the text has for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bede.catalog import Role, event_types, lexicon
from bede.claims import Filler
from bede.evidence import Entity
from bede.evidence.linking import Link
from bede.evidence.names import name_key
from bede.judgement.constraints.points import Extent, extent_of
from bede.judgement.values import ClaimJudgement


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something that takes part in a claim.

    Attributes:
        role: the role filled.
        filler: the words.
        name: for messages.
        key: the id of the entity, or the name in quotation marks where only the text knows it.
        entity: the entity, or None.
        is_person: whether it is a person.
    """

    role: Role
    filler: Filler
    name: str
    key: str
    entity: Entity | None
    is_person: bool

    @property
    def life(self) -> Extent:
        """The points of its life or time."""
        return extent_of(self.key)


class FullNames:
    """The names of persons in a document, without titles.

    Args:
        people: the names as they are told.
    """

    def __init__(self, people: Sequence[str]) -> None:
        bare = {tuple(_bare(one)) for one in people}
        self._known = {" ".join(words) for words in bare}
        self._by_last: dict[str, set[str]] = {}
        for words in bare:
            if len(words) > 1:
                self._by_last.setdefault(words[-1], set()).add(" ".join(words))

    def of(self, name: str) -> str | None:
        """The full name behind a name of a person; None if there is none, or several.

        Args:
            name: as it is told.
        """
        bare = _bare(name)
        if len(bare) > 1:
            whole = " ".join(bare)
            return whole if whole in self._known else None
        fuller = self._by_last.get("".join(bare), set())
        return next(iter(fuller)) if len(fuller) == 1 else None


def parties(judged: ClaimJudgement, people: FullNames) -> Iterator[Party]:
    """Those who take part in a claim and whom one can be sure of, role by role.

    Args:
        judged: the claim with its links.
        people: the names of persons in the document.
    """
    for role in event_types()[judged.claim.type].roles:
        for filler, link in judged.linked(role.name):
            party = party_of(role, filler, link, people)
            if party is not None:
                yield party


def party_of(role: Role, filler: Filler, link: Link, people: FullNames) -> Party | None:
    """The one whom a filler surely means, or None."""
    if filler.count is not None or len(link.entities) > 1:
        return None
    if link.entities:
        entity = link.entities[0]
        name, person = entity.label, entity.kind == "person"
        return Party(role, filler, name, entity.id, entity, person)
    if filler.nature == "description" or filler.name is None:
        return None
    person = "person" in role.kinds
    full = people.of(filler.name) if person else None
    if full is None and role.kinds != ("person",):
        full, person = _proper(filler.name), False
    if full is None:
        return None
    return Party(role, filler, full, f'"{name_key(full)}"', None, person)


def _proper(name: str) -> str | None:
    """A name of a body or place without its article, if it has more than one word in capitals."""
    words = [word for word in name.split() if word.lower() not in lexicon("naming", "articles")]
    capitals = [word for word in words if word[:1].isupper()]
    return " ".join(words) if len(capitals) > 1 else None


def _bare(name: str) -> list[str]:
    """The words of a name without titles in front of it."""
    words = name.split()
    while len(words) > 1 and words[0].lower().rstrip(".") in lexicon("naming", "titles"):
        words = words[1:]
    return words
