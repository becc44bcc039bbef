"""Entities in the format of Wikidata's JSON dump, invented in the shapes of real ones.

The counts of labels, descriptions, aliases, sitelinks, statements, qualifiers and references are
drawn so that sizes have the skew of the dump: most entities are small, a few are a hundred times as
big, the mean is that of the dump. What they say is invented.

Measured on real entities (samples kept by Wikidata-Toolkit and qwikidata): a famous writer has 138
labels, 74 descriptions, 107 sitelinks, 114 properties and 147 kB; a well-kept city 131 labels, 106
sitelinks and 152 kB; a minor language 8 labels, 6 sitelinks, 11 properties and 12 kB. The dump as a
whole: 1.5 TB unpacked and some 110 million items (Wikidata:Database download and
Wikidata:Statistics, 2024), which is 13 to 14 kB an item.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

KINDS = (
    ("article", 36, "Q13442814"),
    ("human", 11, "Q5"),
    ("star", 8, "Q523"),
    ("category", 5, "Q4167836"),
    ("disambiguation", 2, "Q4167410"),
    ("taxon", 4, "Q16521"),
    ("gene", 3, "Q7187"),
    ("compound", 2, "Q11173"),
    ("settlement", 6, "Q486972"),
    ("nature", 5, "Q618123"),
    ("building", 4, "Q41176"),
    ("organisation", 3, "Q43229"),
    ("work", 4, "Q7725634"),
    ("office", 1, "Q4164871"),
    ("battle", 1, "Q178561"),
    ("class", 1, ""),
    ("other", 4, "Q151885"),
)
"""What the dump is made of, in hundredths (rounded from Wikidata:Statistics), and its class."""
OF_USE = ("human", "settlement", "nature", "building", "organisation", "work", "office", "battle")


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_LANGUAGES = _words("""
    en de fr es it ru nl pl pt sv ca nb da fi cs hu ja zh ar uk tr ko he fa ro eu sl sk hr sr el bg
    et lt lv cy ga gl ast oc sco en-gb en-ca de-ch nn eo la sq mk bs hy ka kk ms vi th hi bn ta te
    mr ur arz azb ceb war min jv su tl sw af
""")
_ONSETS = _words("b br d dr f g gr h j k kl l m n p pr r s st t tr v w z")
_VOWELS = _words("a e i o u ai ei ou")


def kind_at(number: int) -> str:
    """The sort of the item of a number; the same wherever it is asked."""
    place = (number * 2_654_435_761 >> 7) % 100
    for kind, share, _ in KINDS:
        if place < share:
            return kind
        place -= share
    return "other"


class Shaper:
    """Invents entities.

    Args:
        count: numbers of items go from 1 to this.
        seed: of chance.
    """

    def __init__(self, count: int, seed: int) -> None:
        self._count = count
        self._chance = random.Random(seed)  # noqa: S311
        self._classes = {kind: item for kind, _, item in KINDS}
        self._makers: Mapping[str, Callable[[dict[str, list[object]], float], None]] = {
            "human": self._human,
            "organisation": self._organisation,
            "settlement": self._place,
            "nature": self._place,
            "building": self._place,
            "work": self._work,
            "office": self._office,
            "battle": self._battle,
            "article": self._article,
        }

    def entity(self, number: int, kind: str) -> dict[str, object]:
        """One entity of a sort."""
        chance = self._chance
        fame = min(60.0, chance.lognormvariate(0.0, 1.0))  # 1 for the common run, 60 for the famous
        name = self._name(2 if kind == "human" else chance.choice((1, 2, 3)))
        languages = _LANGUAGES[: max(1, min(len(_LANGUAGES), int(4 * fame)))]
        if kind == "category":
            languages = languages[:3]
        claims: dict[str, list[object]] = {}
        if kind == "class":
            self._class(claims)
        else:
            claims["P31"] = [self._statement("P31", self._class_of(kind), references=0.2)]
        self._makers.get(kind, self._nothing)(claims, fame)
        for at in range(int(chance.uniform(5, 12) * fame**0.7)):
            prop = f"P{3000 + (at * 37 + number) % 3000}"
            code = f"{chance.getrandbits(40):x}"
            claims[prop] = [self._statement(prop, ("external-id", code), references=0.5)]
        return {
            "type": "item",
            "id": f"Q{number}",
            "labels": {code: {"language": code, "value": name} for code in languages},
            "descriptions": {
                code: {"language": code, "value": f"{kind} of {self._name(1)}"}
                for code in languages[: max(1, len(languages) // 2)]
            },
            "aliases": {
                code: [
                    {"language": code, "value": f"{self._name(1)} {name.split()[-1]}"}
                    for _ in range(chance.choice((1, 1, 2, 4)))
                ]
                for code in languages[: len(languages) // 3]
            },
            "claims": claims,
            "sitelinks": {
                f"{code}wiki": {"site": f"{code}wiki", "title": name, "badges": []}
                for code in languages[: int(len(languages) * 0.7 * (kind != "article"))]
            },
            "pageid": number,
            "ns": 0,
            "title": f"Q{number}",
            "lastrevid": number * 7,
            "modified": "2024-03-01T10:20:30Z",
        }

    def _class_of(self, kind: str) -> tuple[str, str]:
        """Its class; of a fourth a finer class that only the dump explains."""
        if kind in OF_USE and kind != "human" and self._chance.random() < 0.25:
            return "item", self._some("class")
        return "item", self._classes[kind]

    def _class(self, claims: dict[str, list[object]]) -> None:
        over = self._some("class") if self._chance.random() < 0.4 else ""
        root = self._classes[self._chance.choice(OF_USE[1:])]
        claims["P279"] = [self._statement("P279", ("item", over or root), references=0.1)]

    def _human(self, claims: dict[str, list[object]], fame: float) -> None:
        chance = self._chance
        born = chance.randint(1500, 1990)
        if chance.random() < 0.75:
            claims["P569"] = [self._statement("P569", self._time(born), references=0.7)]
        if chance.random() < 0.05:
            claims["P569"] = [
                *claims.get("P569", []), self._statement("P569", self._time(born + 1))
            ]  # fmt: skip
        if chance.random() < 0.45:
            claims["P570"] = [self._statement("P570", self._time(born + chance.randint(20, 90)))]
        for prop, kind, share in (
            ("P19", "settlement", 0.35), ("P20", "settlement", 0.2), ("P27", "other", 0.5),
            ("P106", "other", 0.8), ("P21", "other", 0.85), ("P69", "organisation", 0.2),
            ("P39", "office", 0.12), ("P102", "organisation", 0.06), ("P26", "human", 0.06),
            ("P22", "human", 0.08), ("P40", "human", 0.06), ("P166", "work", 0.1),
            ("P463", "organisation", 0.05), ("P551", "settlement", 0.04), ("P607", "battle", 0.02),
            ("P735", "other", 0.6), ("P734", "other", 0.5), ("P1412", "other", 0.3),
        ):  # fmt: skip
            if chance.random() < share * min(2.0, 0.6 + fame / 4):
                count = 1 + int(chance.expovariate(1.5) * fame**0.5)
                begun = born + chance.randint(20, 50)
                dated = prop in ("P39", "P69", "P102", "P26", "P463", "P551")
                claims[prop] = [
                    self._statement(
                        prop, ("item", self._some(kind)),
                        qualifiers=self._term(begun) if dated and chance.random() < 0.5 else None,
                    )
                    for _ in range(min(count, 40))
                ]  # fmt: skip

    def _organisation(self, claims: dict[str, list[object]], fame: float) -> None:
        year = self._chance.randint(1600, 2000)
        claims["P571"] = [self._statement("P571", self._time(year))]
        self._linked(claims, fame, ("P17", "other"), ("P112", "human"), ("P159", "settlement"))

    def _place(self, claims: dict[str, list[object]], fame: float) -> None:
        self._linked(claims, fame, ("P17", "other"), ("P131", "settlement"))
        claims["P625"] = [self._statement("P625", ("string", "51.5 0.1"), references=0.5)]
        if self._chance.random() < 0.2:
            claims["P571"] = [self._statement("P571", self._time(self._chance.randint(900, 1900)))]

    def _work(self, claims: dict[str, list[object]], fame: float) -> None:
        year = self._chance.randint(1500, 2020)
        claims["P577"] = [self._statement("P577", self._time(year))]
        self._linked(claims, fame, ("P50", "human"), ("P495", "other"), ("P407", "other"))

    def _office(self, claims: dict[str, list[object]], fame: float) -> None:
        self._linked(claims, fame, ("P1001", "settlement"), ("P2389", "organisation"))

    def _battle(self, claims: dict[str, list[object]], fame: float) -> None:
        claims["P585"] = [self._statement("P585", self._time(self._chance.randint(1000, 1950)))]
        self._linked(claims, fame, ("P276", "settlement"), ("P710", "organisation"))

    def _article(self, claims: dict[str, list[object]], fame: float) -> None:
        year = self._chance.randint(1950, 2023)
        claims["P577"] = [self._statement("P577", self._time(year))]
        authors = max(1, min(60, int(4 * fame)))
        claims["P2093"] = [
            self._statement("P2093", ("string", self._name(2)), references=0.8)
            for _ in range(authors)
        ]
        claims["P2860"] = [
            self._statement("P2860", ("item", self._some("article")), references=1.0)
            for _ in range(min(150, int(5 * fame)))
        ]

    def _nothing(self, claims: dict[str, list[object]], fame: float) -> None:
        """Of other sorts nothing is read."""

    def _linked(self, claims: dict[str, list[object]], fame: float, *to: tuple[str, str]) -> None:
        for prop, kind in to:
            count = 1 + int(self._chance.expovariate(2.0) * fame**0.5)
            claims[prop] = [
                self._statement(prop, ("item", self._some(kind))) for _ in range(min(count, 30))
            ]

    def _some(self, kind: str) -> str:
        """Some item of a sort; low numbers, which are the famous ones, come up more often."""
        number = int(self._count * self._chance.random() ** 2) + 1
        while kind_at(number) != kind:
            number = number % self._count + 1
        return f"Q{number}"

    def _term(self, begun: int) -> dict[str, list[object]]:
        end = begun + self._chance.randint(1, 12)
        return {
            "P580": [_snak("P580", self._time(begun), self._hash())],
            "P582": [_snak("P582", self._time(end), self._hash())],
        }

    def _time(self, year: int) -> tuple[str, object]:
        chance = self._chance
        precision = chance.choices((11, 10, 9, 8, 7), (55, 3, 38, 2, 2))[0]
        month = chance.randint(1, 12) if precision >= 10 else 0
        day = chance.randint(1, 28) if precision == 11 else 0
        model = "Q1985786" if year < 1583 and chance.random() < 0.7 else "Q1985727"
        return "time", {
            "time": f"+{year:04}-{month:02}-{day:02}T00:00:00Z",
            "timezone": 0,
            "before": 0,
            "after": 0,
            "precision": precision,
            "calendarmodel": f"http://www.wikidata.org/entity/{model}",
        }

    def _statement(
        self,
        prop: str,
        value: tuple[str, object],
        *,
        references: float = 0.6,
        qualifiers: dict[str, list[object]] | None = None,
    ) -> dict[str, object]:
        chance = self._chance
        statement: dict[str, object] = {
            "mainsnak": _snak(prop, value, self._hash()),
            "type": "statement",
            "id": f"Q{chance.getrandbits(24)}${self._hash()[:36]}",
            "rank": chance.choices(("normal", "preferred", "deprecated"), (96, 3, 1))[0],
        }
        if qualifiers:
            statement["qualifiers"] = qualifiers
            statement["qualifiers-order"] = list(qualifiers)
        if chance.random() < references:
            statement["references"] = [self._reference()]
        return statement

    def _reference(self) -> dict[str, object]:
        chance = self._chance
        cited: tuple[str, tuple[str, object]] = chance.choice((
            ("P248", ("item", f"Q{36578 + chance.randint(0, 50) ** 2}")),
            ("P854", ("url", f"https://example.org/{chance.getrandbits(48):x}")),
            ("P143", ("item", "Q328")),
            ("P143", ("item", "Q328")),
        ))  # fmt: skip
        snaks = {
            cited[0]: [_snak(cited[0], cited[1], self._hash())],
            "P813": [_snak("P813", self._time(2020), self._hash())],
        }
        return {"hash": self._hash(), "snaks": snaks, "snaks-order": list(snaks)}

    def _hash(self) -> str:
        return f"{self._chance.getrandbits(160):040x}"

    def _name(self, words: int) -> str:
        chance = self._chance
        return " ".join(
            "".join(
                chance.choice(_ONSETS) + chance.choice(_VOWELS)
                for _ in range(chance.choice((1, 2, 2, 3)))
            ).title()
            for _ in range(words)
        )


def _snak(prop: str, value: tuple[str, object], mark: str) -> dict[str, object]:
    sort, content = value
    if sort == "item":
        number = int(str(content)[1:])
        datavalue: dict[str, object] = {
            "value": {"entity-type": "item", "numeric-id": number, "id": content},
            "type": "wikibase-entityid",
        }
    elif sort == "time":
        datavalue = {"value": content, "type": "time"}
    else:
        datavalue = {"value": content, "type": "string"}
    datatype = {"item": "wikibase-item", "time": "time"}.get(sort, sort)
    return {
        "snaktype": "value",
        "property": prop,
        "hash": mark,
        "datavalue": datavalue,
        "datatype": datatype,
    }
