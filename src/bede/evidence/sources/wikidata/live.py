"""Asking Wikidata itself: politely, with a memory on disk.

The API is asked for one thing at a time, with a pause between, with `maxlag`, and again after the
time that the server names when it is busy. Every answer is kept in a folder, and nothing is asked
twice unless that is wished.

Sources: MediaWiki, API:Etiquette, https://www.mediawiki.org/wiki/API:Etiquette; Wikimedia
Foundation User-Agent Policy; MediaWiki, Manual:Maxlag parameter; Wikibase API, `wbsearchentities`
and `wbgetentities`.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

import httpx
import orjson

from bede.atomic import replacing
from bede.errors import ReferenceSourceError
from bede.evidence.importing import plain
from bede.evidence.sources.wikidata.snaks import Json, objects, table
from bede.version import VERSION

API = "https://www.wikidata.org/w/api.php"
AT_ONCE = 50
"""`wbgetentities` gives so many items at once."""
MOST_HITS = 20
"""So many items of one name are looked at."""
_MAX_ANSWER = 64 * 1024 * 1024
PAUSE = 0.5
"""Between two requests, in seconds."""
_MAX_WAIT = 120.0
_TRIES = 5
_MAXLAG = "5"
_BUSY = frozenset({429, 500, 502, 503, 504})
_PROPS = "labels|descriptions|aliases|claims|sitelinks"


def user_agent(contact: str | None = None) -> str:
    """Who is asking: Bede, its version, its address if it has one, and how to reach the user."""
    try:
        told = metadata("bede").get_all("Project-URL") or []
    except PackageNotFoundError:
        told = []
    addresses = [entry.rpartition(", ")[2] for entry in told][:1]
    about = "; ".join([*addresses, *([contact] if contact else [])])
    return f"Bede/{VERSION} ({about or 'a type checker for history'}) httpx/{httpx.__version__}"


@dataclass(frozen=True, slots=True)
class Hit:
    """An item that Wikidata finds for a name.

    Attributes:
        id: its number ("Q42").
        label: its name.
        description: what it is, or "".
        matched: the label or alias that was found.
    """

    id: str
    label: str
    description: str
    matched: str


class Wikidata:
    """Wikidata, by its API.

    Args:
        client: makes the requests.
        memory: the folder in which answers are kept.
        refresh: whether to ask again what is kept there.
        pause: waits for some seconds.
    """

    def __init__(
        self,
        client: httpx.Client,
        memory: Path,
        *,
        refresh: bool = False,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._client = client
        self._memory = memory
        self._refresh = refresh
        self._pause = pause
        self._asked = 0

    def search(self, name: str, language: str) -> tuple[Hit, ...]:
        """The items that have a name, or one that begins with it, the best known first.

        Raises:
            ReferenceSourceError: Wikidata cannot be asked, or answers nonsense.
        """
        asked = {
            "action": "wbsearchentities",
            "search": name,
            "language": language,
            "uselang": language,
            "type": "item",
            "limit": str(MOST_HITS),
        }
        mark = hashlib.sha256(f"{language}\n{name}".encode()).hexdigest()[:32]
        answer = self._kept(f"search-{mark}")
        if answer is None:
            answer = self._ask(asked)
            self._keep(f"search-{mark}", answer)
        return tuple(_hit(one) for one in objects(answer.get("search")) if _is_item(one.get("id")))

    def items(self, names: Iterable[str]) -> dict[str, Json]:
        """Items by the numbers they were asked by; those that do not exist are left out.

        Raises:
            ReferenceSourceError: Wikidata cannot be asked, or answers nonsense.
        """
        wanted = list(dict.fromkeys(names))
        found = {name: kept for name in wanted if (kept := self._kept(name)) is not None}
        missing = [name for name in wanted if name not in found]
        for start in range(0, len(missing), AT_ONCE):
            group = missing[start : start + AT_ONCE]
            asked = {"action": "wbgetentities", "ids": "|".join(group), "props": _PROPS}
            entities = _by_question(table(self._ask(asked).get("entities")), group)
            for name in group:
                found[name] = entities.get(name, {"missing": ""})
                self._keep(name, found[name])
        return {name: found[name] for name in wanted if "missing" not in found[name]}

    def _ask(self, asked: Mapping[str, str]) -> Json:
        waited = 0.0
        for _ in range(_TRIES):
            if self._asked:
                self._pause(PAUSE)
            self._asked += 1
            answer, wait = self._once({**asked, "format": "json", "maxlag": _MAXLAG})
            if answer is not None:
                return answer
            waited += wait
            if waited > _MAX_WAIT:
                break
            self._pause(wait)
        raise ReferenceSourceError(
            "Wikidata is too busy to answer", path=API, remedy="try again later"
        )

    def _once(self, asked: Mapping[str, str]) -> tuple[Json | None, float]:
        """The answer, or how long to wait before asking again (seconds)."""
        try:
            with self._client.stream("GET", API, params=asked) as response:
                if response.status_code in _BUSY:
                    return None, _seconds(response)
                if response.status_code != httpx.codes.OK:
                    raise _refused(f"it answers with the status {response.status_code}")
                answer = _parsed(_body(response))
                wait = _seconds(response)
        except httpx.HTTPError as error:
            raise ReferenceSourceError(
                f"Wikidata cannot be reached ({plain(str(error)) or type(error).__name__})",
                path=API,
                remedy="check the connection, or build from a dump",
            ) from error
        fault = table(answer.get("error"))
        if fault.get("code") == "maxlag":
            return None, wait
        if fault:
            raise _refused(f"it answers: {plain(fault.get('info')) or plain(fault.get('code'))}")
        return answer, 0.0

    def _kept(self, name: str) -> Json | None:
        path = self._memory / f"{name}.json"
        if self._refresh or not path.is_file():
            return None
        try:
            value = orjson.loads(path.read_bytes())
        except (OSError, orjson.JSONDecodeError):  # damaged: it is asked for again
            return None
        return value if isinstance(value, dict) else None

    def _keep(self, name: str, answer: Json) -> None:
        try:
            with replacing(self._memory / f"{name}.json") as path:
                path.write_bytes(orjson.dumps(answer))
        except OSError as error:
            raise ReferenceSourceError(
                f"answers cannot be kept ({error.strerror})",
                path=str(self._memory),
                remedy="give another folder with --cache",
            ) from error


def client(contact: str | None = None) -> httpx.Client:
    """A client that says who it is."""
    headers = {"User-Agent": user_agent(contact), "Accept-Encoding": "gzip"}
    return httpx.Client(headers=headers, timeout=httpx.Timeout(30.0), follow_redirects=True)


def _by_question(entities: Json, asked: Sequence[str]) -> dict[str, Json]:
    """Entities by the number that was asked; a number that leads on to another is told apart."""
    found: dict[str, Json] = {}
    for key, entity in entities.items():
        one = table(entity)
        origin = table(one.get("redirects")).get("from")
        for name in (key, origin, one.get("id")):
            if isinstance(name, str) and name in asked and "missing" not in one:
                found[name] = one
    return found


def _body(response: httpx.Response) -> bytes:
    parts: list[bytes] = []
    length = 0
    for part in response.iter_bytes():
        length += len(part)
        if length > _MAX_ANSWER:
            raise _refused(f"its answer is longer than {_MAX_ANSWER // (1024 * 1024)} MB")
        parts.append(part)
    return b"".join(parts)


def _parsed(body: bytes) -> Json:
    try:
        value: Any = orjson.loads(body)
    except orjson.JSONDecodeError:
        value = None
    if not isinstance(value, dict):
        raise _refused("its answer is no JSON object")
    return value


def _seconds(response: httpx.Response) -> float:
    told = response.headers.get("Retry-After", "")
    return float(min(int(told), 600)) if told.isdecimal() and len(told) < 6 else 5.0


def _refused(cause: str) -> ReferenceSourceError:
    return ReferenceSourceError(f"Wikidata cannot be used: {cause}", path=API, remedy="try later")


def _hit(one: Json) -> Hit:
    return Hit(
        id=one["id"],
        label=plain(one.get("label")),
        description=plain(one.get("description")),
        matched=plain(table(one.get("match")).get("text")) or plain(one.get("label")),
    )


def _is_item(name: object) -> bool:
    return isinstance(name, str) and name[:1] == "Q" and name[1:].isdecimal() and len(name) < 14
