"""People and families of a GEDCOM file: entities, and facts of their lives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bede.errors import ChronologyError
from bede.evidence.importing import (
    When,
    confidence_in,
    joined,
    plain,
    simple_entity,
    simple_fact,
    slug,
)
from bede.evidence.names import name_key
from bede.evidence.sources.contract import Record, Skipped
from bede.evidence.sources.gedcom.citing import Citations, Cited
from bede.evidence.sources.gedcom.dates import read_date
from bede.evidence.sources.gedcom.lines import Line
from bede.evidence.sources.gedcom.names import names_of
from bede.evidence.sources.gedcom.places import Places, chain_of, region_of
from bede.evidence.values import Fact, Name

_ONCE = {"BIRT": "birth", "DEAT": "death"}
_EVENTS = ("BURI", "RESI", "EMIG", "IMMI", "EDUC", "GRAD", "TITL")
_PRIVATE = frozenset({"confidential", "privacy"})
MAX_EVENTS = 200
"""The most happenings that are kept of one person or family."""


class People:
    """Turns the records of one file into records of the reference.

    Args:
        path: the file.
        data_set: the id of the data set, with which the ids of people begin: the identifiers of
            GEDCOM hold in one file only.
        citations: the sources of the file.
        places: its places.
        file: the id of the source that stands for the file.
        left_out: the identifiers of people who are private or have no name.
        not_born_to: child and family, where the child was adopted, fostered or sealed to it.
        modern: whether it is GEDCOM 7, in which a husband may be a wife's wife.
    """

    def __init__(
        self,
        path: Path,
        data_set: str,
        citations: Citations,
        places: Places,
        file: str,
        *,
        left_out: frozenset[str],
        not_born_to: frozenset[tuple[str, str]],
        modern: bool,
    ) -> None:
        self._path = path
        self._data_set = data_set
        self._citations = citations
        self._places = places
        self._file = file
        self._left_out = left_out
        self._not_born_to = not_born_to
        self._parents = ("parent", "parent") if modern else ("father", "mother")
        self._things: set[str] = set()

    def person(self, record: Line) -> Iterator[Record]:
        """The entity and the facts of an INDI record."""
        if record.xref is None:
            yield self._skipped(record, "a person without an identifier")
            return
        if is_private(record):
            yield self._skipped(record, "the file marks this person as private")
            return
        names = names_of(record)
        if not names:
            yield self._skipped(record, "a person without a name, or without a known surname")
            return
        key = self._id(record.xref)
        cited = self._citations.cited(record)
        yield from cited.new
        surname = name_key(names[0].text).split()[-1]
        works = [plain(line.value, 80) for line in record.all("OCCU") if line.value.strip()]
        yield simple_entity(
            key, "person", names, cited.ids,
            description=", ".join(dict.fromkeys(works[:3])), confidence=cited.confidence,
        )  # fmt: skip
        for tag, event in _ONCE.items():
            yield from self._once(key, event, _open(record, tag), cited)
        numbers: dict[str, int] = {}
        for line in _open(record, *_EVENTS):
            if line.tag == "TITL" and surname in name_key(line.value).split():
                continue  # "Sir Orlo Vell" is he himself
            for made in self._event(key, line, cited):
                if isinstance(made, Fact):
                    number = numbers[made.type] = numbers.get(made.type, 0) + 1
                    yield made if number == 1 else replace(made, id=f"{made.id}-{number}")
                else:
                    yield made

    def family(self, record: Line) -> Iterator[Record]:
        """The marriage and the kinship of a FAM record."""
        if is_private(record) or record.xref is None:
            yield self._skipped(record, "a family that is private, or has no identifier")
            return
        husband, wife = (self._named(record.first(tag)) for tag in ("HUSB", "WIFE"))
        cited = self._citations.cited(record)
        yield from cited.new
        key = self._id(record.xref)
        if husband and wife and husband != wife:
            yield from self._marriages(key, (husband, wife), record, cited)
        for child in _open(record, "CHIL"):
            pointer = child.pointer
            born = pointer is not None and (pointer, record.xref) not in self._not_born_to
            kid = self._named(child)
            if not born or kid is None:
                continue
            for parent, relation in zip((husband, wife), self._parents, strict=True):
                if parent and parent != kid:
                    roles = {"person": (kid,), "relative": (parent,), "relation": (relation,)}
                    yield simple_fact(
                        f"{kid}-kinship-{parent}", "kinship", roles, None, cited.ids,
                        confidence=cited.confidence,
                    )  # fmt: skip

    def _marriages(
        self, key: str, pair: tuple[str, str], record: Line, whole: Cited
    ) -> Iterator[Record]:
        for number, line in enumerate(_open(record, "MARR"), 1):
            time, skipped = self._time(line)
            yield from skipped
            cited = self._cited(line, whole)
            yield from cited.new
            name = f"{key}-marriage" if number == 1 else f"{key}-marriage-{number}"
            yield simple_fact(
                name, "marriage", {"person": (pair[0],), "spouse": (pair[1],)}, time, cited.ids,
                confidence=cited.confidence,
            )  # fmt: skip

    def _once(self, person: str, event: str, lines: list[Line], whole: Cited) -> Iterator[Record]:
        """One fact of all that is told of a birth or death; the first is the one preferred."""
        fact: Fact | None = None
        for line in lines:
            time, skipped = self._time(line)
            yield from skipped
            place, new = self._places.entered(line.text("PLAC"))
            yield from new
            cited = self._cited(line, whole)
            yield from cited.new
            roles = {"person": (person,)} | ({"place": (place,)} if place else {})
            cause = plain(line.text("CAUS"), 100)
            if event == "death" and cause:
                roles["cause"] = (cause,)
            told = simple_fact(
                f"{person}-{event}", event, roles, time, cited.ids, confidence=cited.confidence
            )
            fact = told if fact is None else joined(fact, told)
        if fact is not None and (fact.span is not None or len(fact.roles) > 1):
            yield fact

    def _event(self, person: str, line: Line, whole: Cited) -> Iterator[Record]:
        time, skipped = self._time(line)
        yield from skipped
        place, new = self._places.entered(line.text("PLAC"))
        yield from new
        event, role, filler = "", "", place
        match line.tag:
            case "BURI":
                event, role = "burial", "place"
            case "RESI":
                event, role = "residence", "place"
            case "EMIG":
                event, role = "emigration", "from"
            case "IMMI":
                event, role = "emigration", "to"
            case "EDUC" | "GRAD":
                event, role = "education", "institution"
                filler, made = self._thing("organisation", line.text("AGNC"))
                yield from made
            case "TITL":
                event, role = "tenure", "office"
                # "Dr." and "Count" are no office that a text could mean by its name.
                title = line.value if len(line.value.split()) > 1 else ""
                filler, made = self._thing("office", title)
                yield from made
        if filler is None and (line.tag != "BURI" or time is None):
            return
        cited = self._cited(line, whole)
        yield from cited.new
        confidence = confidence_in(event, time, cited.confidence)
        roles = {"person": (person,)} | ({role: (filler,)} if filler else {})
        yield simple_fact(f"{person}-{event}", event, roles, time, cited.ids, confidence=confidence)

    def _thing(self, kind: str, value: str) -> tuple[str | None, list[Record]]:
        """A school or a title, which is an entity by its name."""
        name = plain(value, 120)
        key = slug(f"{self._data_set} {kind} {name}")
        if not name:
            return None, []
        if key in self._things:
            return key, []
        self._things.add(key)
        names = [Name(name, "preferred", None, None, ())]
        if kind == "office":
            return key, [simple_entity(key, "office", names, [self._file], holders="many")]
        return key, [simple_entity(key, "organisation", names, [self._file], subkind="school")]

    def _time(self, line: Line) -> tuple[When | None, list[Record]]:
        stated = line.first("DATE")
        if stated is None:
            return None, []
        region = region_of(chain_of(line.text("PLAC")))
        try:
            return read_date(stated.value, region), []
        except ChronologyError as error:
            return None, [self._skipped(stated, f"a date: {error.cause}")]

    def _cited(self, line: Line, whole: Cited) -> Cited:
        own = self._citations.cited(line)
        return own if line.first("SOUR") else whole

    def _named(self, line: Line | None) -> str | None:
        pointer = None if line is None else line.pointer
        return None if pointer is None or pointer in self._left_out else self._id(pointer)

    def _id(self, xref: str) -> str:
        return slug(f"{self._data_set} {xref}")

    def _skipped(self, line: Line, cause: str) -> Skipped:
        return Skipped(str(self._path), f"line {line.number}", cause)


def _open(record: Line, *tags: str) -> list[Line]:
    """The lines with these tags that are not private, no more than `MAX_EVENTS`."""
    return [line for line in record.all(*tags) if not is_private(line)][:MAX_EVENTS]


def is_private(record: Line) -> bool:
    """Whether the file asks that a record or event be kept back (RESN confidential or privacy)."""
    asked = record.text("RESN").lower().replace(",", " ").split()
    return bool(_PRIVATE & set(asked))
