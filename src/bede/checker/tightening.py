"""The tightest spans of texts and of packs: the same story with another end."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bede.catalog import roles_by_type
from bede.checker import read_all
from bede.claims import extract
from bede.config import Config
from bede.errors import InputError
from bede.evidence import Reference, open_references
from bede.evidence.build import reference_from_yaml, reference_in_memory
from bede.judgement import judge
from bede.judgement.consistency import fact_network
from bede.judgement.tightening import tighten_document, tighten_facts
from bede.report.tightening import TightDocument
from bede.text import analyse


def tighten_texts(
    paths: Sequence[str], config: Config | None = None, *, alone: bool = False
) -> tuple[list[TightDocument], list[InputError]]:
    """The tightest spans of the events and lives of documents.

    Args:
        paths: files, folders or "-", as in `check`.
        config: the settings, of which the references count; None for the usual ones.
        alone: whether only the text itself counts.

    Returns:
        What follows of each document, and what could not be read.
    """
    documents, unread = read_all(paths)
    found = []
    config = config or Config()
    opened: Reference = (
        reference_from_yaml("", roles_by_type())
        if alone
        else open_references(config.reference, config.trust)
    )
    with opened as known:
        for document in documents:
            analysis = analyse(document)
            extraction = extract(analysis)
            judgement = judge(analysis, extraction, known)
            spans = tighten_document(analysis, extraction, judgement, known)
            found.append(TightDocument(document.path, spans))
    return found, unread


def tighten_packs(folders: Sequence[Path]) -> TightDocument:
    """The tightest spans of the facts of packs, taken together.

    Raises:
        FaultyPackError: something is wrong in a pack.
    """
    with reference_in_memory(folders, roles_by_type()) as reference:
        spans = tighten_facts(fact_network(reference), reference)
    return TightDocument(", ".join(map(str, folders)), spans)
