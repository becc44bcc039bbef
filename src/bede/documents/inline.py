"""Inline Markdown with exact offsets.

markdown-it-py says of what a line of Markdown consists, but not where. Rules whose length the
tokens do not tell (links, images, code) are wrapped so that their last token records where they
end; everything else has the length of its token. Walking the tokens then keeps a cursor in the
source, and prose is copied from there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, backtick, image, link
from markdown_it.token import Token

from bede.documents.prose import NOTE_MARK, ProseBuilder

MAX_INLINE = 50_000
"""A paragraph of more characters is read as bare text, markup and all."""

_END = "end"
_BREAKS = re.compile(r"[ \t]*\\?\n[ \t]*")
_SUPERSCRIPT = re.compile(r"<(/?)sup\b", re.IGNORECASE)
_REFERENCE_NUMBER = re.compile(r"[\d\s,;*†‡\[\]–-]*$")

InlineRule = Callable[[StateInline, bool], bool]


@dataclass(frozen=True, slots=True)
class Content:
    """The inline text of one block, as markdown-it cut it out, and where it came from.

    Attributes:
        text: the content of the ``inline`` token.
        runs: stretches that map one to one: begin in ``text``, begin in the document.
    """

    text: str
    runs: tuple[tuple[int, int], ...]


def prepare(markdown: MarkdownIt) -> None:
    """Make the inline rules of a parser record what ``add_prose`` needs."""
    for name, rule in (
        ("link", link),
        ("image", image),
        ("autolink", autolink),
        ("backticks", backtick),
    ):
        markdown.inline.ruler.at(name, _with_end(rule))
    markdown.inline.ruler.before("link", "note_mark", _note_mark)
    markdown.inline.ruler.before("emphasis", "struck_out", _struck_out)


def _with_end(rule: InlineRule) -> InlineRule:
    def wrapped(state: StateInline, silent: bool) -> bool:
        before = len(state.tokens)
        matched = rule(state, silent)
        # A lone backtick matches too, but adds to the text and makes no token of its own.
        if matched and len(state.tokens) > before:
            state.tokens[-1].meta[_END] = state.pos
        return matched

    return wrapped


def _note_mark(state: StateInline, silent: bool) -> bool:
    """``[^label]``, and ``[12]`` where that is neither a link nor a reference."""
    found = NOTE_MARK.match(state.src, state.pos, state.posMax)
    if found is None or state.src[found.end() : found.end() + 1] in ("(", "["):
        return False
    if found[0][1:-1].upper() in state.env.get("references", {}):
        return False
    return _skip(state, found.end(), "note_mark", silent=silent)


def _struck_out(state: StateInline, silent: bool) -> bool:
    """``~~no longer meant~~``: what the author took back is not the author's statement."""
    if not state.src.startswith("~~", state.pos):
        return False
    end = state.src.find("~~", state.pos + 2, state.posMax)
    if end <= state.pos + 2 or state.src[state.pos + 2].isspace():
        return False
    return _skip(state, end + 2, "struck_out", silent=silent)


def _skip(state: StateInline, end: int, name: str, *, silent: bool) -> bool:
    if not silent:
        state.push(name, "", 0).meta[_END] = end
    state.pos = end
    return True


def tokens_of(markdown: MarkdownIt, content: Content, env: dict[str, object]) -> list[Token]:
    """The inline tokens of a content."""
    tokens: list[Token] = []
    if len(content.text) <= MAX_INLINE:
        markdown.inline.parse(content.text, markdown, env, tokens)
    else:
        for number, line in enumerate(content.text.split("\n")):
            if number:
                tokens.append(Token("softbreak", "", 0))
            tokens.append(Token("text", "", 0, content=line.lstrip(" \t") if number else line))
    return tokens


def add_prose(builder: ProseBuilder, content: Content, tokens: Sequence[Token]) -> None:
    """Copy what a reader would read aloud from the document into the builder.

    Emphasis, link targets, images, HTML tags and comments, note marks and struck out text are
    left out. So is inline code: it is no prose, and code is never checked.
    """
    _Walk(builder, content).over(tokens)


class _Walk:
    """One pass over the inline tokens of a block, with a cursor in its content."""

    def __init__(self, builder: ProseBuilder, content: Content) -> None:
        self._builder = builder
        self._content = content
        self._cursor = 0
        self._in_autolink = False
        self._in_superscript = False

    def over(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            if token.type == "text":
                self._text(token)
            elif token.type == "text_special":
                self._special(token)
            elif token.type in ("softbreak", "hardbreak"):
                self._break()
            elif token.type == "link_open":
                self._in_autolink = token.info == "auto"
                self._cursor += 1
            elif _END in token.meta:
                self._skip_to(int(token.meta[_END]), apart=token.type == "code_inline")
                self._in_autolink = False
            elif token.type == "html_inline":
                self._html(token)
            else:
                self._cursor += len(token.markup)

    def _text(self, token: Token) -> None:
        if self._in_autolink:
            return
        start, end = self._cursor, self._cursor + len(token.content)
        self._cursor = end
        if not (self._in_superscript and _REFERENCE_NUMBER.match(token.content)):
            self._copy(start, end)

    def _special(self, token: Token) -> None:
        start, end = self._cursor, self._cursor + len(token.markup)
        self._cursor = end
        if token.info == "entity":
            there = self._place(start)
            self._builder.resolve(token.content, there, there + end - start)
        else:
            self._copy(end - len(token.content), end)

    def _break(self) -> None:
        self._builder.space(self._place(self._cursor))
        found = _BREAKS.match(self._content.text, self._cursor)
        self._cursor = found.end() if found else self._cursor + 1

    def _html(self, token: Token) -> None:
        tag = _SUPERSCRIPT.match(token.content)
        if tag:
            self._in_superscript = not tag[1]
        self._skip_to(self._cursor + len(token.content), apart=token.content[:3].lower() == "<br")

    def _skip_to(self, end: int, *, apart: bool) -> None:
        if apart:
            self._builder.space(self._place(self._cursor))
        self._cursor = end

    def _place(self, offset: int) -> int:
        runs = self._content.runs
        here, there = runs[max(0, bisect_right(runs, offset, key=itemgetter(0)) - 1)]
        return there + offset - here

    def _copy(self, start: int, end: int) -> None:
        runs = self._content.runs
        index = max(0, bisect_right(runs, start, key=itemgetter(0)) - 1)
        while start < end:
            stop = min(end, runs[index + 1][0]) if index + 1 < len(runs) else end
            there = runs[index][1] + start - runs[index][0]
            self._builder.copy(there, there + stop - start)
            start, index = stop, index + 1
