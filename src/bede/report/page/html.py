"""A page to publish as HTML, from Bede's own template or one that a site brings along.

A template gets `article` (an `Article`), `style` (the style sheets), `script` and `policy` (what a
browser may run and load). It is run in a sandbox, everything is escaped, and it can include files
of its own folder alone.
"""

from __future__ import annotations

import traceback
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from bede.errors import UsageError
from bede.report.cast import fragments
from bede.report.page.values import Article
from bede.report.pictures import LIGHT
from bede.report.templates import source
from bede.report.timeline import figure as timeline

PAGE, STYLE = "page.html", "page.css"
"""The files that a folder of a site may have; what it has not is Bede's own."""

OWN = {PAGE: "article.html", STYLE: "article.css"}
"""The same among Bede's pages."""

_SHEETS = ("palette.css", timeline.STYLE, fragments.STYLE)
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data: https:; "
    "script-src 'sha256-{digest}'"
)


def render(article: Article, folder: Path | None = None) -> str:
    """The page.

    Args:
        article: what it says.
        folder: templates of a site that go before Bede's own, or None.

    Raises:
        UsageError: the folder is none, or a template in it cannot be used.
    """
    script = "\n".join(map(source, (LIGHT, timeline.SCRIPT)))
    digest = b64encode(sha256(script.encode()).digest()).decode()
    sheets = [*map(source, _SHEETS), _style(folder)]
    try:
        return (
            _environment(folder)
            .get_template(PAGE)
            .render(
                article=article,
                style=Markup("\n".join(sheets)),  # noqa: S704 - style sheets of Bede or the site
                script=Markup(script),  # noqa: S704 - Bede's own
                policy=_POLICY.format(digest=digest),
            )
        )
    except TemplateSyntaxError as error:
        raise _fault(folder, error.name or PAGE, error.lineno, error.message) from error
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        if folder is None:  # Bede's own is at fault, not the user
            raise
        raise _fault(folder, *_place(error, folder), str(error)) from error


def starting_copy() -> dict[str, str]:
    """The files of Bede's own look by name, for a site to begin with."""
    return {name: source(own) for name, own in OWN.items()}


def _environment(folder: Path | None) -> Environment:
    own = FunctionLoader(lambda name: source(OWN[name]) if name in OWN else None)
    if folder is not None and not folder.is_dir():
        raise UsageError(
            "no such folder of templates",
            path=str(folder),
            remedy="begin one with: bede page --write-template FOLDER",
        )
    if folder is not None and not any((folder / name).is_file() for name in OWN):
        raise UsageError(
            f"neither {' nor '.join(OWN)} is in this folder",
            path=str(folder),
            remedy="begin one with: bede page --write-template FOLDER",
        )
    return SandboxedEnvironment(
        loader=own if folder is None else ChoiceLoader([FileSystemLoader(folder), own]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _style(folder: Path | None) -> str:
    path = None if folder is None else folder / STYLE
    if path is None or not path.is_file():
        return source(OWN[STYLE])
    try:
        sheet = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot be read ({error})", path=str(path)) from error
    if "</" in sheet:
        raise UsageError('"</" would end the style sheet', path=str(path), remedy="take it out")
    return sheet


def _place(error: Exception, folder: Path) -> tuple[str, int | None]:
    """The template and the line of it that were being filled in."""
    lines = [
        (Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)
    ]
    inside = [(path, line) for path, line in lines if path.is_relative_to(folder)]
    path, line = inside[-1] if inside else (folder / PAGE, None)
    return str(path.relative_to(folder)), line


def _fault(folder: Path | None, name: str, line: int | None, cause: str | None) -> UsageError:
    path = name if folder is None else str(folder / name)
    return UsageError(
        f"the template cannot be used: {' '.join((cause or '').split())}",
        path=path,
        line=line,
        remedy="compare it with a fresh one: bede page --write-template FOLDER",
    )
