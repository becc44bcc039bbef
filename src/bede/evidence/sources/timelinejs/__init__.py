"""TimelineJS: timelines as JSON (versions 3 and 2) and as the spreadsheet template.

A headline is a sentence, a title or a name, and only its author knows which. What can be said
honestly of a slide is taken:

- An era with a name becomes a happening of the sort "period", dated by its two dates.
- A headline that is the name of a happening ("Second Punic War", "Battle of Nineveh") becomes that
  happening, with the date of the slide.
- Every other headline is read by Bede as a sentence ("Accession of Abu Bakr as first Caliph"); a
  claim that tells no time gets that of the slide.
- The text of a slide is read by Bede too; a claim in it has only the time that it tells itself.

What Bede read itself is of weak confidence, and so are eras: an author divides time as it suits
the story. 1 January is taken for the year.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bede.catalog import event_types, lexicon
from bede.documents import Document
from bede.documents.document import Block, BlockKind
from bede.evidence.importing import (
    head_of,
    plain,
    simple_fact,
    simple_source,
    slug,
    starts_with,
    unreadable,
)
from bede.evidence.importing.reading import MAX_QUOTED, TextFacts
from bede.evidence.names import name_key
from bede.evidence.sources.contract import Record, Skipped
from bede.evidence.sources.timelinejs.slides import Slide, is_spreadsheet, slides, title_of
from bede.evidence.values import PackHead, Source

_JSON = (".json",)
_LINKING = frozenset({"of", "the", "at", "in", "on", "for", "and", "de", "la", "du", "von"})
_MOST_WORDS = 8


class TimelineJS:
    """Timelines made with TimelineJS."""

    name = "timelinejs"
    title = "TimelineJS (JSON, spreadsheet)"

    def fits(self, path: Path) -> bool:
        """Whether it has events with start dates, or the columns of the spreadsheet."""
        start = starts_with(path, _JSON)
        if start.startswith(b"{"):
            new = b'"events"' in start and b'"start_date"' in start
            return new or (b'"timeline"' in start and b'"startDate"' in start)
        return is_spreadsheet(starts_with(path, (".csv",)))

    def head(self, path: Path) -> PackHead:
        """What the title slide says; the format has no place for a licence."""
        return head_of(path, title=title_of(path), scope="a timeline")

    def read(self, path: Path) -> Iterator[Record]:
        """Read the slides; their facts come at the end.

        Raises:
            ReferenceSourceError: it is no timeline.
            UsageError: the language model is missing or damaged.
        """
        try:
            yield from _records(path)
        except OSError as error:
            raise unreadable(path, error) from error


def _records(path: Path) -> Iterator[Record]:
    data_set, title = slug(path.stem), title_of(path)
    facts = TextFacts(data_set, "weak")
    for slide in slides(path):
        for fault in slide.faults:
            yield Skipped(str(path), slide.place, fault)
        source = _source(data_set, title, slide)
        name = slide.headline.rstrip(" .")
        noun = happening_noun(name)
        if name_key(name) and (slide.is_era or noun):
            if slide.time is None:
                yield Skipped(str(path), slide.place, "it has no time that can be kept")
                continue
            yield source
            event = type_of(noun) if noun and not slide.is_era else "occurrence"
            _happening(facts, name, event, slide, source)
        elif name_key(name) and not slide.is_era:
            yield from facts.read(_document(path, f"{name}."), source, otherwise=slide.time)
        for paragraph in slide.paragraphs:
            yield from facts.read(_document(path, paragraph), source)
    yield from facts.records()


def _happening(facts: TextFacts, name: str, event: str, slide: Slide, source: Source) -> None:
    kind = "period" if slide.is_era else None
    key = facts.name("happening", name, source, subkind=kind)
    fact = simple_fact(
        "", event, {"name": (key,)}, slide.time, [source.id],
        confidence="weak" if slide.is_era else "medium",
    )  # fmt: skip
    facts.put(fact, once=True)


def happening_noun(headline: str) -> str | None:
    """The noun that makes a headline the name of a happening, or None if it is no such name.

    "Second Punic War" and "Battle of Nineveh" are names: all words but the small linking ones have
    capitals, and the first word before "of", or the last, is a noun for a happening. "First Arab
    siege of Constantinople" is a description.
    """
    words = headline.split()
    if not 2 <= len(words) <= _MOST_WORDS or not all(
        word[0].isupper() or word[0].isdigit() or word in _LINKING for word in words
    ):
        return None
    nouns = lexicon("nouns", "happening")
    if any(_is_verb(word.lower()) for word in words[1:-1] if word.lower() not in nouns):
        return None  # "Orlo Vell Declares War" has capitals too
    first = words[words[0] == "The"].lower()
    if first in nouns and any(word in _LINKING for word in words[1:]):
        return first
    last = words[-1].lower()
    return last if last in nouns else None


def _is_verb(word: str) -> bool:
    return word.removesuffix("s").removesuffix("ed") in _verbs()


@cache
def _verbs() -> frozenset[str]:
    """The verbs by which events are told, and the same without a last "e" ("declar")."""
    patterns = (one for event in event_types().values() for one in event.patterns)
    verbs = {word for one in patterns if one.kind == "verb" for word in one.words}
    return frozenset(verbs | {verb.removesuffix("e") for verb in verbs})


def type_of(noun: str) -> str:
    """The event type of a happening with this noun in its name; `occurrence` if none is sure."""
    if noun in event_types() and event_types()[noun].key.name == "name":
        return noun
    types = [
        event.name
        for event in event_types().values()
        if event.key.kinds == ("happening",)
        and any(noun in one.words and one.slots.get("self") == "name" for one in event.patterns)
    ]
    return types[0] if len(types) == 1 else "occurrence"


def _document(path: Path, text: str) -> Document:
    block = Block(BlockKind.PARAGRAPH, 0, len(text), text, ((0, 0),))
    return Document(str(path), text, "plain", (block,))


def _source(data_set: str, title: str, slide: Slide) -> Source:
    quoted = plain(slide.headline or " ".join(slide.paragraphs), MAX_QUOTED).replace('"', "'")
    return simple_source(
        slug(f"{data_set} {slide.place}"), title, work=f"{title} (timeline)",
        pages=f'{slide.place}: "{quoted}"', family=f"{data_set}-timeline", quality="poor",
    )  # fmt: skip


SOURCE = TimelineJS()
