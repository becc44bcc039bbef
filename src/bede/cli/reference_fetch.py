"""`bede reference fetch`: a reference of some people and things, from Wikidata as it is now."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bede.cli.faults import BAD_INPUT
from bede.cli.output import put
from bede.cli.reference_build import settings_of, tell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bede.evidence.sources.wikidata import Settings
    from bede.evidence.sources.wikidata.fetching import Unclear
    from bede.evidence.sources.wikidata.snaks import Json

_MAX_NAMES_FILE = 4 * 1024 * 1024


@click.command(
    "fetch", epilog="Exit code: 2 if a name leads to none or to several, or for bad input, else 0."
)
@click.argument("names", nargs=-1)
@click.option("-o", "--output", required=True, metavar="FILE", help="The reference to write.")
@click.option("--from", "listed", metavar="FILE", help="Names, one on each line; # for remarks.")
@click.option(
    "--language", "languages", default="en", metavar="LIST", show_default=True,
    help="Languages of names; the first is that of the names you give.",
)  # fmt: skip
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Look for this kind alone.")
@click.option("--cache", metavar="FOLDER", help="Where answers are kept, instead of your own.")
@click.option("--refresh", is_flag=True, help="Ask again what was asked before.")
@click.option("--contact", metavar="TEXT", help="Your address, for those who run Wikidata.")
def fetch(
    names: tuple[str, ...],
    output: str,
    listed: str | None,
    languages: str,
    kinds: tuple[str, ...],
    cache: str | None,
    refresh: bool,
    contact: str | None,
) -> None:
    """Ask Wikidata for NAMES, and write what it knows of them into one reference file.

    A name means the one item that bears it; where several do they are listed, and you give the
    number of the right one instead ("Q42"). What the facts name (places, offices, relatives) is
    fetched as well. This command alone of all commands uses the network.
    """
    from bede.errors import UsageError
    from bede.evidence.sources.wikidata import live
    from bede.evidence.sources.wikidata.fetching import fetch as fetched_for

    asked = [*names, *(_listed(listed) if listed else ())]
    if not asked:
        raise UsageError("no names were given", remedy="name somebody, or a file with --from")
    settings = settings_of(languages, kinds)
    with live.client(contact) as client:
        wikidata = live.Wikidata(client, Path(cache) if cache else _own_cache(), refresh=refresh)
        fetched = fetched_for(asked, wikidata, settings)
    if fetched.named:
        _write(fetched.items, output, settings)
    put(_unclear_lines(fetched.unclear), None)
    sys.exit(BAD_INPUT if fetched.unclear else 0)


def _write(items: Mapping[str, Json], output: str, settings: Settings) -> None:
    import tempfile

    from bede.evidence import loading
    from bede.evidence.sources.wikidata import WikidataSource
    from bede.evidence.sources.wikidata.fetching import write_slice

    with tempfile.TemporaryDirectory(prefix="bede-fetch-") as folder:
        path = Path(folder) / "wikidata.json"
        write_slice(items, path)
        source = WikidataSource(settings, jobs=1)
        tell(loading.build([loading.Input(path, source)], Path(output)), output, skipped=False)


def _unclear_lines(unclear: Sequence[Unclear]) -> str:
    from bede.report.display import visible

    lines = []
    for one in unclear:
        if not one.hits:
            lines.append(f"{one.name}: Wikidata has nothing of this name")
            continue
        lines.append(f"{one.name}: which of these? Give the number instead of the name:")
        lines += [
            f"  {hit.id}  {hit.label}, {hit.description or 'no description'}" for hit in one.hits
        ]
    return "".join(f"{visible(line)}\n" for line in lines)


def _listed(path: str) -> Sequence[str]:
    from bede.errors import UsageError
    from bede.evidence.sources.wikidata.fetching import names_in

    try:
        if Path(path).stat().st_size > _MAX_NAMES_FILE:
            raise UsageError("this is no list of names: it is too long", path=path)
        return list(names_in(Path(path).read_text(encoding="utf-8-sig")))
    except (OSError, UnicodeDecodeError) as error:
        cause = getattr(error, "strerror", None) or "it is no UTF-8"
        raise UsageError(
            f"the names cannot be read ({cause})", path=path, remedy="check the file"
        ) from error


def _own_cache() -> Path:
    import os

    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "bede" / "wikidata"
