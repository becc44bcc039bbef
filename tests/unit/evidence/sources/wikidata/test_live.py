"""Asking Wikidata itself: recorded answers of an invented world, no network."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.wikidata_world import CITY, HUMAN, WORLD, Json, item, said, to

from bede.errors import ReferenceSourceError
from bede.evidence.sources.wikidata import SOURCE, Settings
from bede.evidence.sources.wikidata.fetching import fetch, names_in, write_slice
from bede.evidence.sources.wikidata.live import AT_ONCE, Wikidata, user_agent
from bede.evidence.values import Entity, Fact

ITEMS: dict[str, Json] = {one["id"]: one for one in json.loads(WORLD)}
ITEMS |= {
    "Q999999020": item("Q999999020", "Ada Reed", HUMAN),
    "Q999999021": item("Q999999021", "Ada Reed", "Q4167410"),
    "Q999999022": item("Q999999022", "Velin Rock", "Q999999023"),
    "Q999999023": item("Q999999023", "hill fort", P279=said(to("Q999999024"))),
    "Q999999024": item("Q999999024", "fort", P279=said(to("Q486972"))),
}


class Answers:
    """A little Wikidata."""

    def __init__(self) -> None:
        self.asked: list[dict[str, str]] = []
        self.waits: list[float] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        asked = dict(request.url.params)
        self.asked.append({**asked, "agent": request.headers["User-Agent"]})
        if asked["action"] == "wbsearchentities":
            hits = [
                {"id": one["id"], "label": label, "description": "somebody"}
                for one in ITEMS.values()
                if (label := one["labels"].get("en", {}).get("value", "")).startswith(
                    asked["search"]
                )
            ]
            return httpx.Response(200, json={"search": hits, "success": 1})
        numbers = asked["ids"].split("|")
        found = {one: ITEMS.get(one, {"id": one, "missing": ""}) for one in numbers}
        return httpx.Response(200, json={"entities": found, "success": 1})


def wikidata(
    answers: Callable[[httpx.Request], httpx.Response], memory: Path, **options: Any
) -> Wikidata:
    client = httpx.Client(
        transport=httpx.MockTransport(answers), headers={"User-Agent": user_agent("me@example.org")}
    )
    waits = answers.waits.append if isinstance(answers, Answers) else (lambda _: None)
    return Wikidata(client, memory, pause=waits, **options)


def test_a_name_leads_to_its_item_and_to_what_the_item_names(tmp_path: Path) -> None:
    """A reference can be built of it, with the classes that only Wikidata knows."""
    answers = Answers()
    found = fetch(
        ["Orlo Vell", "Q999999003", "Velin Rock"], wikidata(answers, tmp_path), Settings()
    )
    assert found.named == ("Q999999004", "Q999999003", "Q999999022")
    assert not found.unclear
    write_slice(found.items, tmp_path / "slice.json")
    records = list(SOURCE.read(tmp_path / "slice.json"))
    labels = {one.label for one in records if isinstance(one, Entity)}
    assert labels >= {"Ada Reed", "Orlo Vell", "Tarn", "Reed Party", "Velin Rock"}
    assert {one.type for one in records if isinstance(one, Fact)} >= {"birth", "marriage", "tenure"}


def test_several_of_one_name_are_listed_and_none_is_guessed(tmp_path: Path) -> None:
    """A page of the wiki with the same name is no bearer of it."""
    found = fetch(["Ada Reed", "Nobody At All"], wikidata(Answers(), tmp_path), Settings())
    assert found.named == ()
    told = [(one.name, [hit.id for hit in one.hits]) for one in found.unclear]
    assert told == [("Ada Reed", ["Q999999003", "Q999999020"]), ("Nobody At All", [])]


def test_only_the_very_name_counts(tmp_path: Path) -> None:
    """The name Ada is nobody here, though two names begin so."""
    found = fetch(["Ada", "tárn"], wikidata(Answers(), tmp_path), Settings())
    assert [one.name for one in found.unclear] == ["Ada", "tárn"]
    by_kind = fetch(["Tarn"], wikidata(Answers(), tmp_path), Settings(kinds=("person",)))
    assert [one.name for one in by_kind.unclear] == ["Tarn"]


def test_a_number_that_is_none_is_told(tmp_path: Path) -> None:
    """As unclear as a name that nobody bears."""
    found = fetch(["Q999999999"], wikidata(Answers(), tmp_path), Settings())
    assert [(one.name, one.hits) for one in found.unclear] == [("Q999999999", ())]


def test_a_number_may_lead_on_to_another(tmp_path: Path) -> None:
    """Items are merged."""

    def answer(request: httpx.Request) -> httpx.Response:
        numbers = request.url.params["ids"].split("|")
        moved = {**ITEMS["Q999999001"], "redirects": {"from": "Q77", "to": "Q999999001"}}
        told = {one: moved if one == "Q77" else ITEMS[one] for one in numbers if one != "Q515"}
        return httpx.Response(200, json={"entities": told})

    found = fetch(["Q77"], wikidata(answer, tmp_path), Settings())
    assert (found.named, found.unclear) == (("Q999999001",), ())


def test_nothing_is_asked_twice(tmp_path: Path) -> None:
    """Unless it is wished; a damaged memory is asked for again."""
    first, second, third = Answers(), Answers(), Answers()
    names = ["Orlo Vell", "Tarn"]
    once = fetch(names, wikidata(first, tmp_path), Settings())
    assert fetch(names, wikidata(second, tmp_path), Settings()) == once
    assert (bool(first.asked), second.asked) == (True, [])
    (tmp_path / "Q999999001.json").write_text('{"id":')
    fetch(names, wikidata(third, tmp_path), Settings())
    assert [one["ids"] for one in third.asked] == ["Q999999001"]
    again = Answers()
    fetch(names, wikidata(again, tmp_path, refresh=True), Settings())
    assert len(again.asked) >= len(first.asked)


def test_it_asks_politely(tmp_path: Path) -> None:
    """One thing at a time with a pause between, many items at once, saying who asks."""
    answers = Answers()
    wikidata(answers, tmp_path).items(f"Q{number}" for number in range(1, 2 * AT_ONCE + 2))
    assert [len(one["ids"].split("|")) for one in answers.asked] == [AT_ONCE, AT_ONCE, 1]
    assert len(answers.waits) == 2
    assert {one["maxlag"] for one in answers.asked} == {"5"}
    assert answers.asked[0]["agent"].startswith("Bede/")
    assert "me@example.org" in answers.asked[0]["agent"]


@pytest.mark.parametrize(
    "busy",
    [
        httpx.Response(429, headers={"Retry-After": "7"}),
        httpx.Response(503, headers={"Retry-After": "7"}),
        httpx.Response(200, headers={"Retry-After": "7"}, json={"error": {"code": "maxlag"}}),
    ],
)
def test_it_waits_as_long_as_it_is_told(tmp_path: Path, busy: httpx.Response) -> None:
    """And then asks again."""
    waits: list[float] = []
    answers = iter([busy, httpx.Response(200, json={"entities": {"Q9": {"id": "Q9"}}})])
    client = httpx.Client(transport=httpx.MockTransport(lambda _: next(answers)))
    assert Wikidata(client, tmp_path, pause=waits.append).items(["Q9"]) == {"Q9": {"id": "Q9"}}
    assert waits[0] == 7


def refused(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("[Errno -2] Name or service not known", request=request)


@pytest.mark.parametrize(
    ("answer", "cause"),
    [
        (refused, "cannot be reached .*Name or service not known"),
        (lambda _: httpx.Response(403), "status 403"),
        (lambda _: httpx.Response(503), "too busy"),
        (lambda _: httpx.Response(200, content=b"<html>"), "no JSON object"),
        (lambda _: httpx.Response(200, json=[1]), "no JSON object"),
        (
            lambda _: httpx.Response(200, json={"error": {"code": "x", "info": "bad \x1b[31mid"}}),
            r"bad \[31mid|bad",
        ),
    ],
)
def test_when_it_cannot_be_asked_there_is_one_clear_line(
    tmp_path: Path, answer: Callable[[httpx.Request], httpx.Response], cause: str
) -> None:
    """Where, what and what to do; nothing that steers a terminal."""
    with pytest.raises(ReferenceSourceError, match=cause) as caught:
        wikidata(answer, tmp_path).items(["Q9"])
    assert "\x1b" not in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("answer", [{}, {"entities": []}, {"entities": {"Q9": 7}}, {"search": [3]}])
def test_answers_of_another_shape_give_nothing(tmp_path: Path, answer: Any) -> None:
    """They are no faults of the user."""
    one = wikidata(lambda _: httpx.Response(200, json=answer), tmp_path)
    assert one.search("Ada", "en") == ()
    assert one.items(["Q9"]) == {} or one.items(["Q9"]) == {"Q9": {}}


def test_a_memory_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """With the way out."""
    (tmp_path / "file").write_text("")
    with pytest.raises(ReferenceSourceError, match="--cache"):
        wikidata(Answers(), tmp_path / "file").items(["Q999999001"])


def test_names_in_a_file() -> None:
    """One on each line; remarks and empty lines are none."""
    assert list(names_in("Ada Reed  # the painter\n\n# nobody\nQ42\n")) == ["Ada Reed", "Q42"]


def test_a_city_is_no_person(tmp_path: Path) -> None:
    """The class decides, not the search."""
    assert ITEMS["Q999999001"]["claims"]["P31"] == [said(to(CITY))]
    found = fetch(["Tarn"], wikidata(Answers(), tmp_path), Settings(kinds=("place",)))
    assert found.named == ("Q999999001",)
