"""Definitions of footnotes in Markdown: ``[^label]: text``, with indented continuation."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

_DEFINITION = re.compile(r"\[\^(?P<label>[^\]\s]{1,100})\]:")
_INDENT = 4


def add_footnotes(markdown: MarkdownIt) -> None:
    """Teach a parser to read definitions of footnotes as containers."""
    markdown.block.ruler.before(
        "reference", "footnote", _footnote, {"alt": ["paragraph", "reference"]}
    )


def _footnote(state: StateBlock, first: int, after: int, silent: bool) -> bool:
    # The rule for containers of markdown-it: move the margin of the line behind the label, ask
    # for four more columns on the lines below, and read what is inside as blocks.
    if state.is_code_block(first):
        return False
    begin = state.bMarks[first] + state.tShift[first]
    found = _DEFINITION.match(state.src, begin, state.eMarks[first])
    if found is None:
        return False
    if silent:
        return True
    kept = state.bMarks[first], state.tShift[first], state.sCount[first], state.parentType
    rest = state.src[found.end() : state.eMarks[first]]
    blanks = len(rest) - len(rest.lstrip(" \t"))
    state.push("footnote_open", "", 1).info = found["label"]
    state.bMarks[first] = found.end()
    state.tShift[first] = blanks
    state.blkIndent += _INDENT
    state.sCount[first] = state.blkIndent
    state.parentType = "footnote"
    state.md.block.tokenize(state, first, after)
    state.blkIndent -= _INDENT
    state.bMarks[first], state.tShift[first], state.sCount[first], state.parentType = kept
    state.push("footnote_close", "", -1)
    return True
