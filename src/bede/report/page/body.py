"""The text of a document as its author wrote it, set as HTML with what is put into it.

Markdown is set by a Markdown program, with footnotes, tables and struck out words, and then
cleaned of all HTML that could do or load more than text does. Any other text is set by its blocks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup
from mdit_py_plugins.footnote import footnote_plugin

from bede.documents import Block, BlockKind, Document
from bede.report.blocks import Group, page_groups, page_kinds
from bede.report.display import visible
from bede.report.page.insertions import Insertions
from bede.report.templates import template

MAX_NESTING = 50
"""Quotations, lists and the like inside one another; what lies deeper is shown as bare text."""

_TOP = 2  # below the title of the page
_LOWEST = 6
_FENCES = ("---", "+++")
_SCHEMES = {"http", "https", "mailto"}
_NOTE = re.compile(r"fn(?:ref)?\d{1,6}(?::\d{1,4})?")
_NOTE_CLASSES = re.compile(r"footnote(?:s|-ref|s-list|-item|-backref|s-sep)")
_TAGS = nh3.ALLOWED_TAGS - {"area", "map", "article", "header", "footer", "nav", "hgroup"}
_ATTRIBUTES = {
    **nh3.ALLOWED_ATTRIBUTES,
    "a": {"href", "id", "class"},
    "li": {"id", "class", "value"},
    **{tag: {"class"} for tag in ("sup", "section", "hr")},
    "ol": {"start", "class"},
}


def body_of(document: Document, insertions: Insertions) -> Markup:
    """The text below its title, as safe HTML.

    Args:
        document: the document.
        insertions: what to put into it.
    """
    title = title_block(document)
    if document.format == "markdown":
        return _markdown(document, insertions, titled=title is not None)
    return _blocks(document, insertions, title)


def title_block(document: Document) -> Block | None:
    """The heading with which a document begins; it is the title of the page."""
    begin = next((one for one in document.blocks if one.kind is not BlockKind.META), None)
    return begin if begin is not None and begin.kind is BlockKind.HEADING else None


@cache
def _program() -> MarkdownIt:
    program = MarkdownIt("commonmark", {"html": True, "maxNesting": MAX_NESTING})
    return program.enable(["table", "strikethrough"]).use(footnote_plugin)


def _markdown(document: Document, insertions: Insertions, *, titled: bool) -> Markup:
    start = 0
    if document.blocks and document.text.startswith(_FENCES):
        front = document.blocks[0]
        start = front.end if front.kind is BlockKind.META else 0
    program = _program()
    env: dict[str, object] = {}
    tokens = program.parse(insertions.marked(start, len(document.text)), env)
    if titled:
        first = next(index for index, token in enumerate(tokens) if token.type == "inline")
        del tokens[first - 1 : first + 2]
    _shift_headings(tokens)
    html = program.renderer.render(tokens, program.options, env)
    return insertions.filled(
        nh3.clean(
            html,
            tags=_TAGS | {"section"},
            attributes=_ATTRIBUTES,
            attribute_filter=_harmless,
            url_schemes=_SCHEMES,
            link_rel="noreferrer",
        )
    )


def _harmless(tag: str, attribute: str, value: str) -> str | None:
    """Names are those of footnotes alone, so that a text cannot take those of the page."""
    del tag
    if attribute == "id":
        return value if _NOTE.fullmatch(value) else None
    if attribute == "class":
        return value if _NOTE_CLASSES.fullmatch(value) else None
    return value


def _shift_headings(tokens: Sequence[Token]) -> None:
    """Let the levels of the headings begin below the title, without gaps."""
    headings = [token for token in tokens if token.type in ("heading_open", "heading_close")]
    levels = sorted({token.tag for token in headings})
    for token in headings:
        token.tag = f"h{_heading(levels.index(token.tag))}"


def _heading(rank: int) -> int:
    return min(_TOP + rank, _LOWEST)


def _blocks(document: Document, insertions: Insertions, title: Block | None) -> Markup:
    kinds = page_kinds(document)
    levels = sorted(
        {
            block.level
            for block, kind in zip(document.blocks, kinds, strict=True)
            if kind is BlockKind.HEADING and block is not title
        }
    )
    shown = []
    for block, kind in zip(document.blocks, kinds, strict=True):
        level = block.level
        if kind is BlockKind.TABLE:
            level = int(block.kind is BlockKind.HEADING)
        elif kind is BlockKind.HEADING and block is not title:
            level = _heading(levels.index(block.level))
        html = insertions.escaped(block.start, block.end)
        shown.append({"level": level, "label": visible(block.label or ""), "html": html})
    groups: list[Group[dict[str, object]]] = list(page_groups(document, kinds, shown))
    if title is not None:
        groups = _untitled(groups, shown[document.blocks.index(title)])
    return Markup(template("article-text.html").render(groups=groups))  # noqa: S704


def _untitled(
    groups: Sequence[Group[dict[str, object]]], title: dict[str, object]
) -> list[Group[dict[str, object]]]:
    kept = (Group(one.kind, tuple(row for row in one.rows if title not in row)) for one in groups)
    return [group for group in kept if group.rows]
