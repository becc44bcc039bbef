"""Pages of pictures: a heading, the pictures, and below each a list of what it shows."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from bede.report.display import visible
from bede.report.templates import source, template
from bede.report.values import Report

LIGHT = "light.js"
"""The script by which all that belongs together lights up together."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list below a picture.

    Attributes:
        id: what links call it.
        key: the statement that it belongs to.
        look: the verdict.
        cells: the words.
    """

    id: str
    key: str
    look: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of one document.

    Attributes:
        id: what links call it.
        title: of the document.
        html: the fragment; None if there is nothing to draw.
        summary: what the list is.
        heads: of its columns.
        rows: its lines.
    """

    id: str
    title: str
    html: Markup | None
    summary: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


def page_of(
    report: Report,
    heading: str,
    pictures: Sequence[Picture],
    *,
    styles: Sequence[str],
    scripts: Sequence[str],
    nothing: str,
) -> str:
    """A page of pictures that needs nothing else: no font, no connection.

    Args:
        report: what the pictures were made of.
        heading: what they are ("Timeline").
        pictures: one for each document.
        styles: files of style sheets among the pages.
        scripts: files of scripts, besides `LIGHT`.
        nothing: what to say where there is no picture.
    """
    script = "\n".join(map(source, (LIGHT, *scripts)))
    return template("pictures.html").render(
        title=pictures[0].title if len(pictures) == 1 else f"{len(pictures)} texts",
        heading=heading,
        pictures=pictures,
        nothing=nothing,
        styles=styles,
        script=script,
        digest=b64encode(sha256(script.encode()).digest()).decode(),
        version=report.version,
        parser=visible(" ".join(report.parser)),
        packs=[tuple(map(visible, pack)) for pack in report.packs],
        reference=report.reference_hash,
    )
