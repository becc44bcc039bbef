"""Markdown: CommonMark 0.31 with tables and footnotes.

Front matter, HTML blocks and definitions of links are no prose. The cells of a table are blocks
of their own, so that no sentence runs from one into the next; the head of a table is a heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bede.documents.content import ContentFinder
from bede.documents.document import Block, BlockKind
from bede.documents.footnotes import add_footnotes
from bede.documents.format import Format
from bede.documents.inline import Content, add_prose, prepare, tokens_of
from bede.documents.prose import ProseBuilder
from bede.documents.titles import is_title

MAX_NESTING = 50
"""Containers inside one another; what lies deeper is not read."""
MAX_INLINE_NESTING = 20
"""Links and the like inside one another; what lies deeper is read as bare text."""

_FRONT_MATTER = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*(?:\r\n?|\n)(?=[\w\"'-]+[ \t]*[:=]|#)")
_LINE_BREAK = re.compile(r"\r\n?|\n")


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING})
    parser.enable("table")
    # Inline text is parsed block by block below, where its offsets are known.
    parser.core.ruler.enableOnly(["normalize", "block"])
    add_footnotes(parser)
    return parser


@cache
def _inline_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_INLINE_NESTING})
    prepare(parser)
    return parser


def parse(text: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text."""
    front = _front_matter_end(text)
    env: dict[str, object] = {}
    hidden = "\n" * len(_LINE_BREAK.findall(text, 0, front))
    tokens = _parser().parse(hidden + text[front:], env)
    blocks = _Reader(text, env).blocks(tokens)
    if front:
        stretch = text[:front].rstrip()
        blocks.insert(0, Block(BlockKind.META, 0, len(stretch)))
    return tuple(blocks)


def _front_matter_end(text: str) -> int:
    """The offset after YAML (``---``) or TOML (``+++``) front matter, 0 if there is none."""
    opening = _FRONT_MATTER.match(text)
    if opening is None:
        return 0
    fence = re.escape(opening["fence"]) + (r"|\.\.\." if opening["fence"] == "---" else "")
    closing = re.compile(rf"^(?:{fence})[ \t]*(?:\r\n?|\n|\Z)", re.MULTILINE)
    found = closing.search(text, opening.end())
    return found.end() if found else 0


class _Reader:
    """One pass over the block tokens of a text, knowing the containers it is inside."""

    def __init__(self, text: str, env: dict[str, object]) -> None:
        self._text = text
        self._env = env
        self._finder = ContentFinder(text)
        self._quotations = 0
        self._items: list[str | None] = []
        self._notes: list[str] = []
        self._row_line = 0
        self._cells: list[str] = []
        self._blocks: list[Block] = []

    def blocks(self, tokens: Sequence[Token]) -> list[Block]:
        for index, token in enumerate(tokens):
            if token.type == "inline":
                self._inline(token, tokens[index - 1])
            elif token.type in ("fence", "code_block"):
                self._verbatim(BlockKind.CODE, token)
            elif token.type == "html_block":
                self._verbatim(BlockKind.META, token)
            elif token.type == "tr_close":
                self._row(tokens[index - 1].type == "th_close")
            else:
                self._container(token)
        return self._blocks

    def _container(self, token: Token) -> None:
        if token.type in ("blockquote_open", "blockquote_close"):
            self._quotations += token.nesting
        elif token.type == "list_item_open":
            self._items.append(token.info or None)
        elif token.type == "list_item_close":
            self._items.pop()
        elif token.type == "footnote_open":
            self._notes.append(token.info)
        elif token.type == "footnote_close":
            self._notes.pop()

    def _inline(self, token: Token, opening: Token) -> None:
        first = token.map[0] if token.map else 0
        if opening.type in ("th_open", "td_open"):
            self._row_line = first
            self._cells.append(token.content)
        elif opening.type != "heading_open":
            self._prose(self._finder.paragraph(first, token.content), self._kind())
        elif opening.markup.startswith("#"):
            content = self._finder.heading(first, token.content)
            self._prose(content, BlockKind.HEADING, level=len(opening.markup))
        else:
            content = self._finder.paragraph(first, token.content)
            self._prose(content, BlockKind.HEADING, level=int(opening.tag[1:]))

    def _row(self, head: bool) -> None:
        kind = BlockKind.HEADING if head else BlockKind.TABLE
        for content in self._finder.cells(self._row_line, self._cells):
            if content is not None:
                self._prose(content, kind)
        self._cells = []

    def _kind(self) -> BlockKind:
        if self._quotations:
            return BlockKind.QUOTATION
        if self._notes:
            return BlockKind.FOOTNOTE
        return BlockKind.LIST_ITEM if self._items else BlockKind.PARAGRAPH

    def _prose(self, content: Content, kind: BlockKind, *, level: int = 0) -> None:
        if not content.runs:
            return
        builder = ProseBuilder(self._text)
        add_prose(builder, content, tokens_of(_inline_parser(), content, self._env))
        label = None
        if kind is BlockKind.FOOTNOTE:
            label = self._notes[-1]
        elif kind is BlockKind.LIST_ITEM:
            level, label = len(self._items), self._items[-1]
        block = builder.block(kind, level=level, label=label)
        if block is not None and kind is BlockKind.PARAGRAPH and _is_title(content, block):
            # Many authors write a heading as a paragraph in bold, or with no mark at all.
            block = builder.block(BlockKind.HEADING)
        if block is not None:
            self._blocks.append(block)

    def _verbatim(self, kind: BlockKind, token: Token) -> None:
        stretch = self._finder.lines(*token.map) if token.map else None
        if stretch is not None:
            self._blocks.append(Block(kind, *stretch))


def _is_title(content: Content, block: Block) -> bool:
    return "\n" not in content.text and is_title(block.text)


FORMAT = Format(name="markdown", extensions=(".md", ".markdown"), parse=parse)
