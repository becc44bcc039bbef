"""The temporal tagger as a component of a spaCy pipeline, by the name "bede_dates".

    nlp = spacy.blank("en")
    nlp.add_pipe("bede_dates", config={"place": "Russia"})
    doc = nlp("He left on 25 October 1917.")
    for span in doc.spans["dates"]:
        print(span.text, span.label_, span._.timex.edtf)

It needs no other component, so it stands anywhere in a pipeline and beside any model. spaCy finds
it by the entry point in `pyproject.toml`, without an import.

What is kept in a document are plain values by the place of their span: so they survive
`Doc.to_bytes`, several processes, and the joining of documents; `span._.timex` makes a `Timex`
of them again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from bede import chronology
from bede.text.dates import dates
from bede.text.timex import Basis, EventRelation, Timex, TimexType

NAME = "bede_dates"
SPANS_KEY = "dates"
_KEPT = "bede_timexes"


@dataclass(frozen=True, slots=True)
class DateFinder:
    """The component: writes the dates of a document into it.

    Attributes:
        spans_key: name of the span group in `doc.spans`. Each span has the type of its expression
            (DATE, TIME, DURATION, SET) as label, and `span._.timex`, the whole of it.
        place: as for `bede.dates`.
        calendar: as for `bede.dates`.
    """

    spans_key: str
    place: str | None
    calendar: str | None

    def __call__(self, doc: Doc) -> Doc:
        """Find the dates of a document.

        A date that begins or ends inside a token takes the whole token; its `Timex` keeps the
        exact offsets. Dates with the same tokens share one span, and `span._.timex` is the first
        of them; all stand in `doc._.dates`.

        Args:
            doc: any document; its annotation is not looked at.

        Returns:
            the same document.
        """
        found: list[Span] = []
        for timex in dates(doc.text, place=self.place, calendar=self.calendar):
            span = _tokens(doc, timex)
            if not found or (span.start, span.end) != (found[-1].start, found[-1].end):
                found.append(span)
                span._.set(_KEPT, [])
            span._.get(_KEPT).append(_plain(_shifted(timex, -span.start_char)))
        doc.spans[self.spans_key] = found
        return doc


@Language.factory(
    NAME,
    assigns=["doc.spans", "doc._.dates", "span._.timex"],
    default_config={"spans_key": SPANS_KEY, "place": None, "calendar": None},
)
def make_date_finder(
    nlp: Language,  # noqa: ARG001 - spaCy passes it
    name: str,  # noqa: ARG001
    spans_key: str,
    place: str | None,
    calendar: str | None,
) -> DateFinder:
    """Make the component for a pipeline.

    Args:
        nlp: the pipeline.
        name: what the component is called in it.
        spans_key: see `DateFinder`.
        place: see `DateFinder`.
        calendar: see `DateFinder`.
    """
    return DateFinder(spans_key=spans_key, place=place, calendar=calendar)


def timex_of(span: Span) -> Timex | None:
    """The temporal expression of a span that the component made; None for any other span."""
    return next(_timexes(span), None)


def dates_of(doc: Doc) -> tuple[Timex, ...]:
    """The temporal expressions of a document, in order, with offsets into its text."""
    spans = {
        (span.start, span.end): span
        for group in doc.spans.values()
        for span in group
        if span._.get(_KEPT)
    }
    return tuple(timex for place in sorted(spans) for timex in _timexes(spans[place]))


def _tokens(doc: Doc, timex: Timex) -> Span:
    span = doc.char_span(timex.start, timex.end, label=timex.type.value, alignment_mode="expand")
    if span is None:
        raise IndexError(f"no characters {timex.start} to {timex.end} in a document of {len(doc)}")
    return span


def _timexes(span: Span) -> Iterator[Timex]:
    for kept in span._.get(_KEPT) or ():
        yield _shifted(_timex(kept), span.start_char)


def _shifted(timex: Timex, by: int) -> Timex:
    relation = timex.relation
    if relation is not None:
        relation = replace(relation, start=relation.start + by, end=relation.end + by)
    return replace(
        timex,
        start=timex.start + by,
        end=timex.end + by,
        full_start=timex.full_start + by,
        relation=relation,
        ends=timex.ends and (_shifted(timex.ends[0], by), _shifted(timex.ends[1], by)),
    )


def _plain(timex: Timex) -> dict[str, Any]:
    """The values of a timex as dictionaries, lists, text and numbers."""
    kept = asdict(timex)
    kept["type"], kept["basis"] = timex.type.value, timex.basis.value
    kept["ends"] = timex.ends and [_plain(end) for end in timex.ends]
    return kept


def _timex(kept: dict[str, Any]) -> Timex:
    values = {field.name: kept[field.name] for field in fields(Timex)}
    relation, ends = kept["relation"], kept["ends"]
    values |= {
        "type": TimexType(kept["type"]),
        "basis": Basis(kept["basis"]),
        "span": _days(kept["span"]),
        "bare": _days(kept["bare"]),
        "readings": tuple(chronology.Span(**reading) for reading in kept["readings"]),
        "relation": None if relation is None else EventRelation(**relation),
        "ends": None if ends is None else (_timex(ends[0]), _timex(ends[1])),
    }
    return Timex(**values)


def _days(kept: dict[str, Any] | None) -> chronology.Span | None:
    return None if kept is None else chronology.Span(**kept)


Span.set_extension(_KEPT, default=None, force=True)
Span.set_extension("timex", getter=timex_of, force=True)
Doc.set_extension("dates", getter=dates_of, force=True)
