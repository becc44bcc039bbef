"""The account as a page to publish: the author's text with its notes, sources and figures."""

from bede.report.page.article import build_article
from bede.report.page.corrections import Correction, corrected_text, corrections_of, moved
from bede.report.page.html import render
from bede.report.page.values import Article, Corrections, Options

__all__ = [
    "Article",
    "Correction",
    "Corrections",
    "Options",
    "build_article",
    "corrected_text",
    "corrections_of",
    "moved",
    "render",
]
