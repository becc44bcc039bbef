"""The spaCy component, on pipelines without a model."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import bede

TEXT = "In May1926, three days before his death, he was ill; the war of 1914–18 was long over."


def pipeline(**config: str) -> Language:
    """An empty pipeline with nothing but the component."""
    nlp = spacy.blank("en")
    nlp.add_pipe("bede_dates", config=config)
    return nlp


def test_a_document_has_the_dates_of_its_text() -> None:
    """As spans of whole tokens, each with its expression and its type as label."""
    doc = pipeline()(TEXT)
    assert doc._.dates == bede.dates(TEXT)
    spans = {span.text: (span.label_, span._.timex.edtf) for span in doc.spans["dates"]}
    assert spans["1914–18"] == ("DATE", "1914/1918")
    assert spans["May1926"] == ("DATE", "1926-05")
    assert doc[0:1]._.timex is None


def test_a_date_inside_a_token_takes_the_whole_token() -> None:
    """Its expression keeps the exact place; two in one token are both kept."""
    doc = Doc(spacy.blank("en").vocab, words=["See", "1926;1927", "."])
    doc = pipeline().get_pipe("bede_dates")(doc)
    assert [span.text for span in doc.spans["dates"]] == ["1926;1927"]
    assert [(timex.text, timex.start) for timex in doc._.dates] == [("1926", 4), ("1927", 9)]


def test_dates_survive_storage_and_joining() -> None:
    """Bytes, other processes, documents made into one."""
    nlp = pipeline()
    doc = nlp(TEXT)
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes())._.dates == doc._.dates
    joined = Doc.from_docs([doc, nlp("In 1926.")])
    assert [t.text for t in joined._.dates] == [*(t.text for t in doc._.dates), "1926"]
    assert {joined.text[t.start : t.end] == t.text for t in joined._.dates} == {True}
    ends = next(timex.ends for timex in joined._.dates if timex.ends)
    assert [end.text for end in ends] == ["1914", "18"]


def test_the_group_and_the_place_can_be_chosen() -> None:
    """By the configuration of the pipeline, which is stored with it."""
    nlp = pipeline(spans_key="when", place="Russia")
    doc = nlp("In 1917.")
    assert [span.text for span in doc.spans["when"]] == ["1917"]
    assert nlp.config["components"]["bede_dates"]["place"] == "Russia"
    with pytest.raises(bede.BedeError, match="Ruritania"):
        pipeline(place="Ruritania")("In 1917.")
