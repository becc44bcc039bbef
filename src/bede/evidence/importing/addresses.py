"""The same thing elsewhere: addresses and short forms brought to one form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bede.catalog.files import data_root, parse_toml
from bede.evidence.importing.ids import slug
from bede.evidence.importing.records import plain
from bede.evidence.names import name_key

_FILE = "importing/addresses.toml"
_SCHEME = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
_HOST = re.compile(r"[a-z][a-z0-9+.-]*://[^/]*/?", re.IGNORECASE)
_TAG = re.compile(r"([A-Za-z]{2,3})((?:-[A-Za-z0-9]{2,8}){0,4})")
_LATIN = re.compile(r"-latn\b", re.IGNORECASE)
_MOST = 500


@dataclass(frozen=True, slots=True)
class _Authority:
    name: str
    starts: tuple[str, ...]
    prefixes: tuple[str, ...]
    number: re.Pattern[str]


@cache
def _authorities() -> tuple[_Authority, ...]:
    raw = _raw()["authority"]
    return tuple(
        _Authority(name, tuple(one["starts"]), tuple(one["prefixes"]), re.compile(one["number"]))
        for name, one in raw.items()
    )


@cache
def _raw() -> dict[str, dict[str, dict[str, str]]]:
    text = (data_root() / _FILE).read_text(encoding="utf-8")
    return parse_toml(text, _FILE)


def known_as(address: object) -> str | None:
    """The prefixed id of a thing in an authority that Bede knows ("wikidata:Q29").

    Args:
        address: a web address or a short form, as a data set has it.

    Returns:
        None if it is of no such authority.
    """
    text = plain(address, _MOST)
    bare = _SCHEME.sub("", text, count=1)
    prefix, _, rest = text.partition(":")
    for one in _authorities():
        tails = [bare[len(start) :] for start in one.starts if bare.startswith(start)]
        if prefix.lower() in one.prefixes:
            tails.append(rest)
        for tail in tails:
            if one.number.fullmatch(tail.rstrip("/")):
                return f"{one.name}:{tail.rstrip('/')}"
    return None


def page_of(prefixed: str) -> str | None:
    """The web address of a thing elsewhere, for a link.

    Args:
        prefixed: an address, or an id as `known_as` gives it ("wikidata:Q29").

    Returns:
        None if it is neither a web address nor of an authority that Bede knows.
    """
    if _SCHEME.match(prefixed):
        return prefixed
    prefix, _, number = prefixed.partition(":")
    found = next((one for one in _authorities() if one.name == prefix), None)
    if found is None or not found.number.fullmatch(number):
        return None
    return f"https://{found.starts[0]}{number}"


def id_of(address: object, data_set: str) -> str | None:
    """The id of a record that its data set names by an address.

    An item of Wikidata keeps its number ("q29"), a thing of another known authority gets that
    before its number ("tgn-7011944"); any other is named by the data set and the last part of
    its address, or all parts behind the host where the last has no number.

    Args:
        address: as the data set has it.
        data_set: the id of the data set.

    Returns:
        None if there is no address.
    """
    known = known_as(address)
    if known is not None:
        authority, _, number = known.partition(":")
        return slug(number if authority in ("wikidata", "periodo") else f"{authority} {number}")
    path = _HOST.sub("", plain(address, _MOST).rstrip("/#"), count=1)
    last = re.split(r"[/#=]", path)[-1]
    own = last if any(char.isdigit() for char in last) else path  # ".../places/12/portal"
    return slug(f"{data_set} {own}") if name_key(own) else None


def language_tag(tag: object) -> str | None:
    """A language tag of BCP 47, or None if it is none.

    Args:
        tag: as a data set has it ("en", "eng-latn", "zh-Hans-CN").
    """
    found = _TAG.fullmatch(plain(tag, 40))
    if found is None:
        return None
    main = found[1].lower()
    main = _raw()["languages"].get(main, main)
    script = found[2]
    if main in _raw()["script"]["latin"]:
        script = _LATIN.sub("", script)
    return f"{main}{script}"
