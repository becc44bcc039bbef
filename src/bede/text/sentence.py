"""Sentences as dependency trees of plain values, free of the parser that made them.

Dependency labels are those of spaCy's English pipelines (ClearNLP style, after Choi 2012): nsubj,
nsubjpass, dobj, agent, prep, pobj, pcomp, conj, appos, relcl, acl, advcl, xcomp, ccomp, poss ...
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bede.documents import BlockKind
from bede.text.lengths import ToldLength
from bede.text.notes import Notes
from bede.text.timex import Timex

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")


LONGEST_SENTENCE = 400
"""Words; what is longer is a list or has lost its full stops, and its tree is guesswork."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word with its place in the tree.

    Attributes:
        index: its place in the sentence, from 0.
        text: the word as the parser saw it.
        lemma: its dictionary form, in lower case.
        tag: Penn Treebank tag.
        pos: universal part of speech.
        dep: dependency label to its head.
        head: index of its head; its own index at the root.
        start: first character in the document's text.
        end: character after the last.
        label: kind of named entity that the parser saw there, "" for none.
        children: indices of its dependents, in order.
        apart: whether white space stands before it, as a reader sees the text.
    """

    index: int
    text: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    start: int
    end: int
    label: str
    children: tuple[int, ...]
    apart: bool = True


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its tree and the temporal expressions found in it.

    Attributes:
        start: first character in the document's text.
        end: character after the last.
        block: index of its block in the document.
        kind: what kind of block that is.
        section: index of the heading block above it, -1 for none.
        tokens: the words.
        timexes: temporal expressions that tell their time by themselves; their offsets are those
            of the document.
        quoted: stretches between quotation marks, as document offsets.
        emphasised: stretches set in italics, as document offsets.
        lengths: stretches of time, with the offsets of the document; they date nothing.
        times: all temporal expressions, with the years that the story of the document gives them.
        notes: what was worked out of it before; sentences that differ in their places alone may
            share them.
    """

    start: int
    end: int
    block: int
    kind: BlockKind
    section: int
    tokens: tuple[Token, ...]
    timexes: tuple[Timex, ...]
    quoted: tuple[tuple[int, int], ...]
    emphasised: tuple[tuple[int, int], ...] = ()
    lengths: tuple[ToldLength, ...] = ()
    times: tuple[Timex, ...] = ()
    notes: Notes = field(default_factory=Notes, compare=False, repr=False)

    @property
    def is_readable(self) -> bool:
        """Whether it is short enough for its tree to mean anything."""
        return len(self.tokens) <= LONGEST_SENTENCE

    def children(self, index: int, *deps: str) -> list[Token]:
        """Dependents of a word, of these labels if any are given."""
        tokens = self.tokens
        found = [tokens[child] for child in tokens[index].children]
        return [token for token in found if token.dep in deps] if deps and found else found

    def child(self, index: int, *deps: str) -> Token | None:
        """The first dependent of one of these labels."""
        tokens = self.tokens
        for child in tokens[index].children:
            if not deps or tokens[child].dep in deps:
                return tokens[child]
        return None

    def words(self, first: int, last: int) -> str:
        """What a reader sees from one word to another: no markup, single blanks."""
        told = (f" {t.text}" if t.apart else t.text for t in self.tokens[first : last + 1])
        return "".join(told).strip()

    def head(self, token: Token) -> Token:
        """The word that governs this one (itself at the root)."""
        return self.tokens[token.head]

    def ancestors(self, index: int) -> Iterator[Token]:
        """From the governor of a word up to the root."""
        token = self.tokens[index]
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def subtree(self, index: int) -> list[int]:
        """Indices of a word and of all that hangs on it, in order."""
        found, todo = [], [index]
        while todo:
            at = todo.pop()
            found.append(at)
            todo.extend(self.tokens[at].children)
        return sorted(found)

    def subject(self, index: int) -> Token | None:
        """The subject that a verb has of its own, also where the parser gave it to an auxiliary."""
        for place in (index, *(aux.index for aux in self.children(index, "aux", "auxpass"))):
            subject = self.child(place, *SUBJECTS)
            if subject is not None:
                return subject
        return None

    def at(self, offset: int) -> Token | None:
        """The word that covers a character of the document."""
        return next((token for token in self.tokens if token.start <= offset < token.end), None)

    def conjuncts(self, index: int) -> list[Token]:
        """A word and what is coordinated with it."""
        found, todo = [], [index]
        while todo:
            at = todo.pop(0)
            found.append(self.tokens[at])
            todo += [token.index for token in self.children(at, "conj")]
        return sorted(found, key=lambda token: token.index)

    def dates(self, token: Token) -> bool:
        """Whether a word belongs to a temporal expression, and names no event by which it is told.

        In "until his death" the death is one.
        """
        at = token.start
        return any(
            t.start <= at < t.end and (t.relation is None or at < t.relation.start)
            for t in self.times or self.timexes
        )

    def within(self, spans: tuple[tuple[int, int], ...], token: Token) -> bool:
        """Whether a word lies in one of these stretches of the document."""
        return any(start <= token.start and token.end <= end for start, end in spans)
