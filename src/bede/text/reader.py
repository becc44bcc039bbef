"""Reading the prose of blocks: by the parser, from memory, or by several processes.

All three give the same. What a block gives depends on its prose alone, so a block that was read
before need not be parsed again, and several blocks can be parsed at once.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, cast

from bede.text.legibility import unreadable
from bede.text.lengths import ToldLength, lengths_in
from bede.text.memory import Memory
from bede.text.notes import Notes
from bede.text.parsing import ParsedSentence, parse_blocks, parser
from bede.text.timex.reading import Read
from bede.version import VERSION

if TYPE_CHECKING:
    from bede.text.crew import Answer, Crew

CHUNK = 20_000
"""Characters that one process parses at a time: about half a second."""

_SHARED = Memory()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a block that is not read, with the reason; offsets into the block's prose."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """The sentences of a block, and the passages between them that are not read."""

    sentences: tuple[ParsedSentence, ...]
    passages: tuple[Passage, ...]


def shared_memory() -> Memory:
    """The memory that all readers of this process share unless they are given their own.

    What it keeps depends on nothing but the text, the parser and the version of Bede, so no
    setting can leak through it. `clear()` empties it.
    """
    return _SHARED


class Reader:
    """Reads blocks, and remembers what it read.

    Args:
        memory: where what was read is kept; None for the one that the process shares.
        jobs: how many processes parse what `expect` announces; 1 for this one alone.
    """

    def __init__(self, *, memory: Memory | None = None, jobs: int = 1) -> None:
        self._memory = shared_memory() if memory is None else memory
        self._crew = _crew(jobs) if jobs > 1 else None
        self._coming: deque[list[str]] = deque()
        self._running: deque[tuple[list[str], Answer]] = deque()
        self._ready: dict[str, tuple[ParsedSentence, ...]] = {}
        self._expected: set[str] = set()
        model = parser()
        self._edition = (VERSION, model.name, model.version)

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the other processes; what they were still to read is dropped."""
        self._coming.clear()
        self._expected.clear()
        if self._crew is not None:
            self._crew.close()

    def expect(self, texts: Iterable[str]) -> None:
        """Have blocks parsed ahead by the other processes, if there are any.

        Args:
            texts: the prose of blocks, in the order in which they will be read.
        """
        if self._crew is None:
            return
        new = [t for t in dict.fromkeys(texts) if t not in self._expected and not self._known(t)]
        wanted = [text for text in new if unreadable(text) is None]
        self._expected.update(wanted)
        self._coming.extend(_chunks(wanted))
        self._hire()

    def read(self, texts: Sequence[str]) -> list[ReadBlock]:
        """Read each text on its own.

        Args:
            texts: the prose of the blocks.

        Raises:
            UsageError: the language model is missing or is not the tested one.
            ProcessError: another process that was reading has come to an end.
        """
        found: dict[str, ReadBlock] = {}
        missing: list[str] = []
        for text in dict.fromkeys(texts):
            kept = self._memory.get("block", self._key(text))
            if kept is not None:
                found[text] = cast(ReadBlock, kept)
                continue
            reason = unreadable(text)
            if reason is not None:
                found[text] = self._keep(text, ReadBlock((), (Passage(0, len(text), reason),)))
            else:
                missing.append(text)
        here = [text for text in missing if text not in self._expected]
        parsed = dict(zip(here, parse_blocks(here), strict=True))
        for text in missing:
            sentences = parsed[text] if text in parsed else self._received(text)
            found[text] = self._keep(text, _judged(text, sentences))
        return [found[text] for text in texts]

    @property
    def memory(self) -> Memory:
        """Where what was read is kept."""
        return self._memory

    def lengths(self, read: Read) -> tuple[ToldLength, ...]:
        """The stretches of time that a block tells, whose temporal expressions were found."""
        text = read.tokens.source
        return self._memory.recall("lengths", text, len(text), lambda: lengths_in(read))

    def notes(self, text: str, sentence: ParsedSentence, *seen: Hashable) -> Notes:
        """The notes on a sentence, as long as it is seen in the same way.

        Args:
            text: the prose of its block.
            sentence: which one.
            seen: all that a reader knows of it and that does not follow from this prose.
        """
        key = (*self._key(text), sentence.start, *seen)
        return self._memory.recall("notes", key, sentence.end - sentence.start, Notes)

    def _key(self, text: str) -> tuple[str, ...]:
        return (*self._edition, text)

    def _known(self, text: str) -> bool:
        return self._memory.get("block", self._key(text)) is not None

    def _keep(self, text: str, block: ReadBlock) -> ReadBlock:
        self._memory.put("block", self._key(text), len(text), block)
        return block

    def _received(self, text: str) -> tuple[ParsedSentence, ...]:
        """What another process made of a block, waiting for it if need be."""
        while text not in self._ready:
            self._hire()
            texts, answer = self._running.popleft()
            self._ready.update(zip(texts, answer.wait(), strict=True))
        self._expected.discard(text)
        self._hire()
        return self._ready.pop(text)

    def _hire(self) -> None:
        """Keep every process busy, and no more than that: what is read waits in this process."""
        crew = self._crew
        while crew is not None and self._coming and len(self._running) < 2 * crew.jobs:
            texts = self._coming.popleft()
            self._running.append((texts, crew.parse(texts)))


def _judged(text: str, sentences: tuple[ParsedSentence, ...]) -> ReadBlock:
    """Leave out the sentences that are in another language than those around them, and the like."""
    reasons = [unreadable(text[sentence.start : sentence.end]) for sentence in sentences]
    if len(sentences) < 2 or not any(reasons):
        return ReadBlock(sentences, ())
    told = list(zip(sentences, reasons, strict=True))
    return ReadBlock(
        tuple(sentence for sentence, reason in told if reason is None),
        tuple(Passage(one.start, one.end, why) for one, why in told if why is not None),
    )


def _crew(jobs: int) -> Crew:
    from bede.text.crew import Crew  # what it needs takes longer to load than to read dates

    return Crew(jobs)


def _chunks(texts: Sequence[str]) -> Iterator[list[str]]:
    chunk: list[str] = []
    size = 0
    for text in texts:
        chunk.append(text)
        size += len(text)
        if size >= CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
