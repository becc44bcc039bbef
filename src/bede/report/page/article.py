"""Builds a page to publish from what was found of a document."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bede.report.account import Account
from bede.report.cast import cast_of, reading_list_of
from bede.report.cast.fragments import cast_fragment, works_fragment
from bede.report.checked.cards import claim_key, sentence
from bede.report.checked.page import coverage, title_of
from bede.report.display import visible
from bede.report.page.body import body_of, title_block
from bede.report.page.corrections import Correction, corrections_of
from bede.report.page.insertions import Insertions
from bede.report.page.jsonld import data_of
from bede.report.page.notes import PlacedNote, notes_of
from bede.report.page.values import Article, Corrections, Options
from bede.report.timeline import build_timeline
from bede.report.timeline.figure import drawn
from bede.report.values import DocumentReport, Report

_NUMBER = 1  # a page has one document
_LEVEL = 3  # of the headings in the cast, below that of its section

_NOTE_MARK = Markup(
    '<sup class="note-mark{fault}"><a href="#note-{number}" id="mark-{number}"'
    ' aria-label="Note {number}{words}">{number}{sign}</a></sup>'
)
_ANCHOR = Markup('<span id="c{key}" class="anchor"></span>')
_APPLIED = Markup('<ins class="corrected">{new}</ins>')
_MARKED = Markup('<del class="corrected">{old}</del> <ins class="corrected">{new}</ins>')


def build_article(
    report: Report, document: DocumentReport, options: Options, made: Sequence[Correction] = ()
) -> Article:
    """The page of one document.

    Args:
        report: the report that it is of.
        document: the document with its account.
        options: what the user chose.
        made: where corrections are to be applied, those that were, at their places in the text.

    Raises:
        ValueError: the document has no account.
    """
    account = document.account
    if account is None:
        raise ValueError("a page needs the account of its document")
    marked = options.corrections is Corrections.MARK
    shown = corrections_of(document, account.document) if marked else ()
    notes, sources = notes_of(document, shown, made)
    cast = cast_of(document, _NUMBER)
    works = reading_list_of(document)
    timeline = build_timeline(document, _NUMBER)
    title = options.title or title_of(account.document)
    return Article(
        title=title,
        language=options.language,
        author=options.author,
        published=options.published,
        address=options.address,
        body=_body(document, account, (*shown, *made), notes, options),
        corrections=tuple(_in_words(one, options) for one in (*shown, *made)),
        applied=options.corrections is Corrections.APPLY,
        notes=tuple(one.note for one in notes),
        sources=sources,
        timeline=None if timeline is None else drawn(timeline, "timeline", links="c"),
        cast=cast_fragment(cast, _NUMBER, level=_LEVEL, cards=False) if cast.groups else None,
        works=works_fragment(works, _NUMBER, cards=False) if works else None,
        coverage=sentence(coverage([document])),
        checked_by=_checked_by(report),
        data=data_of(
            document,
            account,
            options,
            title=title,
            cast=cast,
            works=works,
            sources=sources,
            corrected=frozenset(name for one in shown for name in one.finding.claims),
        ),
    )


def _body(
    document: DocumentReport,
    account: Account,
    corrections: Sequence[Correction],
    notes: Sequence[PlacedNote],
    options: Options,
) -> Markup:
    """The text with anchors for the timeline, corrections and the marks of notes."""
    source = account.document
    insertions = Insertions(source.text)
    title = title_block(source)
    begin = 0 if title is None else title.end
    for claim in document.claims:
        if claim.trigger.start >= begin:
            key = claim_key(_NUMBER, claim.id)
            insertions.put(claim.trigger.start, claim.trigger.start, _ANCHOR.format(key=key))
    form = _APPLIED if options.corrections is Corrections.APPLY else _MARKED
    for one in corrections:
        insertions.put(one.start, one.end, form.format(old=one.old, new=one.new))
    for placed in notes:
        note = placed.note
        mark = _NOTE_MARK.format(
            number=note.number,
            fault=" fault" if note.is_fault else "",
            words=", on what is wrong here" if note.is_fault else "",
            sign=" ✗" if note.is_fault else "",
        )
        insertions.put(placed.place, placed.place, mark)
    return body_of(source, insertions)


def _in_words(one: Correction, options: Options) -> str:
    done = options.corrections is Corrections.APPLY
    words = (
        f"“{one.old}” was changed to “{one.new}”"
        if done
        else f"“{one.new}” should stand for “{one.old}”"
    )
    return visible(f"{words}: {sentence(one.finding.message)}.")


def _checked_by(report: Report) -> str:
    packs = ", ".join(f"{name} {version}" for name, version in report.packs)
    return visible(f"Bede {report.version} with {' '.join(report.parser)}, against {packs}")
