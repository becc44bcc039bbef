"""The cast and the reading list as parts of a page."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bede.report.cast.values import Cast, Title
from bede.report.templates import template

STYLE = "cast.css"


def cast_fragment(cast: Cast, number: int, *, level: int, cards: bool) -> Markup:
    """The cast as HTML.

    Args:
        cast: the cast, which names something.
        number: which document of the page it is; part of all its ids.
        level: of its headings.
        cards: whether the page has cards of statements for its links to lead to, and shows the
            text by its lines.
    """
    macros = template("cast.html").module
    return Markup(macros.cast(cast, number, level, cards))  # type: ignore[attr-defined]  # noqa: S704


def works_fragment(titles: Sequence[Title], number: int, *, cards: bool) -> Markup:
    """The reading list as HTML.

    Args:
        titles: the works, at least one.
        number: which document of the page it is; part of all its ids.
        cards: whether the page shows the text by its lines, so that a line says something.
    """
    macros = template("cast.html").module
    return Markup(macros.works(titles, number, cards))  # type: ignore[attr-defined]  # noqa: S704
