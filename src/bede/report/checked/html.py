"""The checked text as one page of HTML that needs nothing else: no font, no connection.

The template, the style sheets and the scripts are `bede/data/pages/report.*` and those of its
figures. Without scripts everything can be read; they light up what belongs together, filter, and
zoom. Everything is escaped by the templates; a policy in the page forbids it to load or run
anything besides.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Sequence
from hashlib import sha256

from bede.report.checked.cards import VERDICT_WORDS
from bede.report.checked.choices import choices_of
from bede.report.checked.page import coverage, page_document
from bede.report.checked.values import SIGNS, Figure
from bede.report.display import visible
from bede.report.templates import source, template
from bede.report.values import DocumentReport, Report

PAGE = "report.html"
SCRIPTS = ("light.js", "report.js")
FiguresOf = Callable[[DocumentReport, int], Sequence[Figure]]
"""Gives the figures of a document, which is the so-manieth of the page."""


def render(
    report: Report,
    figures_of: FiguresOf,
    *,
    styles: Sequence[str] = (),
    scripts: Sequence[str] = (),
) -> str:
    """The texts with their claims marked by verdict, a card for each, and what was found first.

    Args:
        report: the report; each document with its account.
        figures_of: gives the pictures and lists that stand beside the text of a document.
        styles: the files of style sheets that these need.
        scripts: the files of scripts that these need.
    """
    shown = [(one, one.account) for one in report.documents if one.account is not None]
    documents = [page_document(*pair, number) for number, pair in enumerate(shown, 1)]
    script = "\n".join(map(source, (*SCRIPTS, *scripts)))
    cards = [card for document in documents for card in document.cards]
    return template(PAGE).render(
        documents=documents,
        coverage=coverage(report.documents),
        tally=[
            (name, sum(card.verdict == name for card in cards))
            for name in SIGNS
            if any(card.verdict == name for card in cards)
        ],
        signs=SIGNS,
        words=VERDICT_WORDS,
        choices=choices_of(report, cards),
        figures=[figures_of(one, number) for number, (one, _) in enumerate(shown, 1)],
        styles=styles,
        problems=[visible(str(problem)) for problem in report.problems],
        packs=[tuple(map(visible, pack)) for pack in report.packs],
        reference=report.reference_hash,
        script=script,
        digest=b64encode(sha256(script.encode()).digest()).decode(),
        version=report.version,
        parser=visible(" ".join(report.parser)),
    )
