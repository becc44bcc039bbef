"""Gathers the reading list of a document: the works that it names, as a bibliography has them."""

from __future__ import annotations

from bede.judgement.telling import time_in_words
from bede.report.account import Account
from bede.report.cast.values import Title
from bede.report.checked.cards import cited_source, entity_key, plain
from bede.report.values import DocumentReport, WorkLine


def reading_list_of(document: DocumentReport) -> tuple[Title, ...]:
    """The works named in a document, by author and year; those without an author last.

    Args:
        document: the document with its account.
    """
    account = document.account
    if account is None:
        return ()
    first: dict[str, WorkLine] = {}
    for work in document.works:
        first.setdefault(work.entity, work)
    titles = (_title(work, account) for work in first.values())
    return tuple(sorted(titles, key=lambda one: (not one.authors, one.authors, one.title, one.id)))


def _title(work: WorkLine, account: Account) -> Title:
    sources = dict.fromkeys(cited_source(one) for fact in work.evidence for one in fact.sources)
    return Title(
        id=work.entity,
        key=entity_key(work.entity),
        authors=tuple(map(plain, work.authors)),
        title=plain(work.title),
        published=plain(work.first_published or _year(work, account)),
        sources=tuple(sources),
        line=work.place.line,
    )


def _year(work: WorkLine, account: Account) -> str:
    """When it was published, where the record of the work has no imprint."""
    facts = (account.facts[one.fact] for one in work.evidence if one.fact in account.facts)
    spans = (fact.span for fact in facts if fact.evidence.type == "publication")
    return next((time_in_words(span) for span in spans if span is not None), "")
