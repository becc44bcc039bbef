"""`bede page`: the checked text as a page to publish."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from bede.cli.accounts import EPILOG, accounts_of
from bede.cli.choosing import reference_options
from bede.cli.faults import BAD_INPUT
from bede.cli.options import jobs_option
from bede.cli.output import put
from bede.errors import UsageError

if TYPE_CHECKING:
    from bede.report import Report
    from bede.report.page import Article, Options

CORRECTIONS = ("mark", "apply", "none")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@click.command(epilog=EPILOG)
@click.argument("paths", nargs=-1)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Where to write; a folder for several texts, one page for each.",
)
@click.option(
    "--corrections",
    type=click.Choice(CORRECTIONS),
    default="mark",
    show_default=True,
    help="Corrections that are safe to make: show old and new, write the new alone, or leave "
    "the text as it is. All are told in the notes.",
)
@click.option("--title", default="", help="Of the page; without it, that of the text.")
@click.option("--author", default="", help="Who wrote the text.")
@click.option("--published", default="", metavar="DATE", help="When: 2026-11-23.")
@click.option("--url", default="", help="The web address that the page will have.")
@click.option(
    "--language", default="en", show_default=True, metavar="TAG", help="Of the text (BCP 47)."
)
@click.option(
    "--template",
    metavar="FOLDER",
    help="The look of your site: a folder with page.html, page.css, or both.",
)
@click.option(
    "--write-template",
    metavar="FOLDER",
    help="Write Bede's own page.html and page.css into a new folder, to begin with.",
)
@jobs_option("The page")
@reference_options
def page(
    paths: tuple[str, ...],
    output: str | None,
    corrections: str,
    title: str,
    author: str,
    published: str,
    url: str,
    language: str,
    template: str | None,
    write_template: str | None,
    jobs: int | None,
    reference: tuple[str, ...],
    trust: tuple[str, ...],
) -> None:
    """Make a page to publish: the text with notes, sources, timeline, cast and reading list.

    PATHS are files, folders (searched for texts), or - for standard input. The page is one file
    that needs nothing else, and it tells search engines what it says (schema.org).
    """
    if write_template is not None:
        _write_template(Path(write_template))
        if not paths:
            return
    if not paths:
        raise UsageError("no text is named", remedy="name one: bede page TEXT -o PAGE.html")
    from bede.report.page import Corrections, Options, build_article

    options = Options(
        corrections=Corrections(corrections),
        title=title,
        author=author,
        published=_date(published),
        address=_address(url),
        language=_language(language),
    )
    report = accounts_of(paths, reference, trust, jobs)
    _allow(report, options, output)
    if options.corrections is Corrections.APPLY:
        articles = _corrected(report, options, reference, trust, jobs)
    else:
        articles = [build_article(report, one, options) for one in report.documents]
    _write(articles, [one.path for one in report.documents], output, template)
    sys.exit(BAD_INPUT if report.problems else 0)


def _corrected(
    report: Report,
    options: Options,
    reference: tuple[str, ...],
    trust: tuple[str, ...],
    jobs: int | None,
) -> list[Article]:
    """The pages of the corrected texts, which are checked again: a page says what it says."""
    from bede.documents.formats import formats
    from bede.report.checked.page import title_of
    from bede.report.page import build_article, corrected_text, corrections_of, moved

    kept = [(one, one.account.document) for one in report.documents if one.account is not None]
    made = [corrections_of(*pair) for pair in kept]
    endings = {one.name: one.extensions[0] for one in formats()}
    with TemporaryDirectory() as scratch:
        paths = []
        for number, ((_, source), corrections) in enumerate(zip(kept, made, strict=True)):
            path = Path(scratch, f"{number}{endings[source.format]}")
            path.write_text(corrected_text(source, corrections), encoding="utf-8", newline="")
            paths.append(str(path))
        again = accounts_of(tuple(paths), reference, trust, jobs)
    return [
        build_article(
            again,
            one,
            replace(options, title=options.title or title_of(source)),
            moved(corrections),
        )
        for one, (_, source), corrections in zip(again.documents, kept, made, strict=True)
    ]


def _allow(report: Report, options: Options, output: str | None) -> None:
    """Refuse what cannot be written."""
    documents = report.documents
    if len(documents) > 1 and not _is_folder(output):
        raise UsageError(
            f"{len(documents)} texts make {len(documents)} pages",
            path=output,
            remedy="name a folder with --output, such as --output pages/",
        )
    if len(documents) > 1 and (options.title or options.address):
        raise UsageError(
            "--title and --url are those of one page", remedy="make the pages one at a time"
        )


def _is_folder(output: str | None) -> bool:
    return output is not None and (output.endswith("/") or Path(output).is_dir())


def _write(
    articles: list[Article], paths: list[str], output: str | None, template: str | None
) -> None:
    from bede.report.page import render

    look = None if template is None else Path(template)
    names = _names(paths)
    pages = {name: render(one, look) for name, one in zip(names, articles, strict=True)}
    if not _is_folder(output):
        for text in pages.values():
            put(text, output)
        return
    _make(Path(output or ""))
    for name, text in pages.items():
        put(text, str(Path(output or "", name)))


def _names(paths: list[str]) -> list[str]:
    """A name for the page of each text: its own, with a number where two have the same."""
    names: list[str] = []
    for path in paths:
        stem = "page" if path == "-" else PurePath(path).stem
        name, number = f"{stem}.html", 1
        while name in names:
            number += 1
            name = f"{stem}-{number}.html"
        names.append(name)
    return names


def _write_template(folder: Path) -> None:
    from bede.report.page.html import starting_copy

    for name in starting_copy():
        if (folder / name).exists():
            raise UsageError(
                "is there already", path=str(folder / name), remedy="choose another folder"
            )
    _make(folder)
    for name, text in starting_copy().items():
        put(text, str(folder / name))


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"cannot be made ({error.strerror or error})",
            path=str(folder),
            remedy="choose another folder",
        ) from error


def _date(text: str) -> str:
    if text and not _DATE.fullmatch(text):
        raise UsageError(f"--published {text!r} is no date", remedy="write it like 2026-11-23")
    if text:
        from bede.chronology import parse_edtf
        from bede.errors import ChronologyError

        try:
            parse_edtf(text)
        except ChronologyError as error:
            raise UsageError(
                f"--published {text!r} is no date", remedy="write it like 2026-11-23"
            ) from error
    return text


def _address(text: str) -> str:
    try:
        parts = urlsplit(text)
        sound = parts.scheme in ("http", "https") and bool(parts.netloc)
    except ValueError:
        sound = False
    if text and (not sound or not text.isprintable() or " " in text):
        raise UsageError(
            f"--url {text!r} is no web address", remedy="write it like https://example.org/page"
        )
    return text


def _language(text: str) -> str:
    from bede.evidence.importing.addresses import language_tag

    found = language_tag(text)
    if found is None:
        raise UsageError(f"--language {text!r} is no language tag", remedy="write en, de or fr")
    return found
