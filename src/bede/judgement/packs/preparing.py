"""From statements of a text to records for a pack, as far as the text and the reference tell.

What a text does not say (sources, how sure they are) is marked `TODO`, and no pack passes with it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bede.catalog import Role, event_types
from bede.chronology import Calendar, Span, format_edtf
from bede.claims import Claim, Filler
from bede.errors import ChronologyError
from bede.evidence.importing import slug
from bede.evidence.linking import Link
from bede.evidence.names import name_key
from bede.evidence.pack_dates import PackCalendar, read_date
from bede.evidence.pack_links import KINDS
from bede.evidence.pack_schema import TODO
from bede.judgement.values import ClaimJudgement

Content = Mapping[str, object]

FACTS = "facts"
_COLLECTIONS: Mapping[str, str] = {kind: collection for collection, kind in KINDS.items()}
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "organisations": ("kind",),
    "places": ("kind",),
    "happenings": ("kind",),
    "works": ("kind",),
    "offices": ("holders",),
}
"""Keys that a record needs besides name, sources and confidence."""
_ARTICLES = ("the ", "The ")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A record to complete.

    Attributes:
        collection: where it belongs: people, facts ...
        content: its keys and values.
        remarks: where it comes from, and what is left to find out.
    """

    collection: str
    content: Content
    remarks: tuple[str, ...]


class Preparing:
    """Makes records for one pack.

    Args:
        names: `name_key` of a name in the pack -> id of its bearer.
        ids: the ids that are taken.
        calendar: the calendar of the pack.
    """

    def __init__(
        self, names: Mapping[str, str], ids: Sequence[str], calendar: PackCalendar
    ) -> None:
        self._names = dict(names)
        self._ids = set(ids)
        self._calendar = calendar
        self._made: list[Prepared] = []

    def prepare(self, judgements: Sequence[ClaimJudgement], place: str) -> tuple[Prepared, ...]:
        """The records for some statements: those of unknown people and things, then the facts.

        Args:
            judgements: the statements.
            place: the file and line, for the remarks.
        """
        facts = [self._fact(judged, place) for judged in judgements]
        return (*self._made, *facts)

    def _fact(self, judged: ClaimJudgement, place: str) -> Prepared:
        claim = judged.claim
        kind = event_types()[claim.type]
        remark = [f'{place}: "{" ".join(claim.sentence.text.split())}"']
        roles: dict[str, list[str]] = {}
        for role in kind.roles:
            links = judged.links.get(role.name, ())
            for at, filler in enumerate(claim.roles.get(role.name, ())):
                link = links[at] if at < len(links) else Link()
                roles.setdefault(role.name, []).append(self._filler(role, filler, link, remark))
        if kind.key.name not in roles:
            roles = {kind.key.name: [TODO], **roles}
        first = next(iter(roles[kind.key.name]))
        stem = f"{'' if first == TODO else f'{first}-'}{claim.type}"
        content: dict[str, object] = {
            "id": self._free(stem),
            "type": claim.type,
            "roles": roles,
        }
        if (when := self._time(claim)) is not None:
            content["when"] = when
            told = "was told before, not in this sentence" if claim.inherited else "is the text's"
            remark.append(f"the date {told}: compare your source")
        content |= {"sources": TODO, "confidence": TODO}
        return Prepared(FACTS, content, tuple(remark))

    def _filler(self, role: Role, filler: Filler, link: Link, remark: list[str]) -> str:
        if role.kinds == ("text",):
            return filler.text
        name = _plain(filler.name or "")
        if not name and len(filler.meant) == 1:
            name = _plain(filler.meant[0])
            remark.append(f'{role.name}: "{filler.text}" seems to be {name}')
        if (known := self._names.get(name_key(name))) is not None:
            return known
        if len(link.entities) == 1:
            found = link.entities[0].id
            if found not in self._ids:
                remark.append(f"{found} is a record of the reference, not of this pack")
            return found
        if link.entities:
            choice = ", ".join(entity.id for entity in link.entities)
            remark.append(f'{role.name}: "{filler.text}" may be {choice}')
            return TODO
        # An office is told by a description as a rule: "abbot of Jarrow".
        described = filler.nature == "description" and role.kinds[0] != "office"
        if not name or described or filler.count is not None:
            remark.append(f'{role.name}: the text has "{filler.text}"')
            return TODO
        return self._new(role, name)

    def _new(self, role: Role, name: str) -> str:
        collection = next(_COLLECTIONS[kind] for kind in role.kinds if kind in _COLLECTIONS)
        found = self._free(slug(name))
        label = "title" if collection == "works" else "name"
        content = {"id": found, label: name}
        content |= dict.fromkeys((*_NEEDED.get(collection, ()), "sources", "confidence"), TODO)
        self._names[name_key(name)] = found
        self._made.append(Prepared(collection, content, ()))
        return found

    def _free(self, stem: str) -> str:
        number, found = 1, stem
        while found in self._ids:
            number += 1
            found = f"{stem}-{number}"
        self._ids.add(found)
        return found

    def _time(self, claim: Claim) -> str | None:
        """The time in EDTF, in the calendar of the pack where that can say it."""
        if claim.told_time is None or claim.told_time.span is None:
            return None
        span, edtf = claim.told_time.span, claim.told_time.edtf
        ways = (edtf, format_edtf(span), format_edtf(span, calendar=Calendar.JULIAN))
        return next((way for way in ways if way and self._says(way, span)), edtf)

    def _says(self, text: str, span: Span) -> bool:
        try:
            return read_date(text, self._calendar) == span
        except ChronologyError:
            return False


def _plain(name: str) -> str:
    text = " ".join(name.split())
    return text[len("the ") :] if text.startswith(_ARTICLES) else text
