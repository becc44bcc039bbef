"""The page as data for search engines: schema.org in JSON-LD.

Sources: schema.org (https://schema.org/Article, /Event, /ClaimReview); JSON-LD 1.1, W3C
Recommendation, 2020; Google Search Central, "Fact Check (ClaimReview) structured data".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from bede.judgement import Verdict
from bede.report.account import Account, Known
from bede.report.cast import Cast, Entry, Title
from bede.report.checked.cards import plain, sentence
from bede.report.objects import to_json
from bede.report.page.values import NumberedSource, Options
from bede.report.values import ClaimLine, DocumentReport

_TYPES = {
    "person": "Person",
    "organisation": "Organization",
    "state": "Country",
    "place": "Place",
    "happening": "Event",
}
_RATINGS = {Verdict.CONTRADICTED: 1, Verdict.DISPUTED: 3, Verdict.SUPPORTED: 5}
_WORST, _BEST = 1, 5
_WORDS = {
    Verdict.CONTRADICTED: "Contradicted by the reference",
    Verdict.DISPUTED: "Sources differ",
    Verdict.SUPPORTED: "Supported by the reference",
}
_LIFE = {
    "birth": "birthDate",
    "death": "deathDate",
    "killing": "deathDate",
    "founding": "foundingDate",
    "dissolution": "dissolutionDate",
}
_OWN = {"Person": ("birthDate", "deathDate"), "Organization": ("foundingDate", "dissolutionDate")}
# EDTF of level 0, which is ISO 8601 as schema.org wants it: a year, a month or a day
_DATE = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
_TIME = re.compile(rf"({_DATE})(?:/({_DATE}))?")

Object = dict[str, object]


def data_of(
    document: DocumentReport,
    account: Account,
    options: Options,
    *,
    title: str,
    cast: Cast,
    works: Sequence[Title],
    sources: Sequence[NumberedSource],
    corrected: frozenset[str],
) -> Markup:
    """The page as JSON-LD that can stand inside a script element.

    Args:
        document: the report.
        account: its account.
        options: what the user chose.
        title: of the page.
        cast: who and what is named.
        works: the reading list.
        sources: those that the notes name.
        corrected: ids of claims that the page says otherwise than the text; they are not reviewed.
    """
    article = _present(
        {
            "@type": "Article",
            "@id": f"{options.address}#article",
            "headline": title,
            "inLanguage": options.language,
            "url": options.address,
            "datePublished": options.published,
            "author": {"@type": "Person", "name": options.author} if options.author else None,
            "mentions": [{"@id": _name(one, options)} for one in cast],
            "citation": [_work(one) for one in works] + [_source(one) for one in sources],
        }
    )
    graph: list[Object] = [article]
    graph += [_thing(one, account, options) for one in cast]
    graph += _events(document, account)
    graph += [
        _review(claim, options)
        for claim in document.claims
        if claim.verdict in _RATINGS and claim.id not in corrected
    ]
    text = to_json({"@context": "https://schema.org", "@graph": graph})
    # no text can end the script element or begin a comment in it (HTML, 4.12.1.3)
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(safe)  # noqa: S704 - it holds no sign that HTML knows


def _present(record: Object) -> Object:
    """A record without what is not known."""
    return {key: value for key, value in record.items() if value}


def _name(entry: Entry, options: Options) -> str:
    return f"{options.address}#p1-{entry.key}"


def _thing(entry: Entry, account: Account, options: Options) -> Object:
    kind = _TYPES.get(entry.kind, "Thing")
    profile = account.profiles[entry.id]
    life: Object = {}
    for known in (account.facts[one] for one in profile.facts):
        field = _LIFE.get(known.evidence.type, "")
        begin, _ = _times(known)
        if field in _OWN.get(kind, ()) and begin and field not in life:
            life[field] = begin
    return _present(
        {
            "@type": kind,
            "@id": _name(entry, options),
            "name": entry.label,
            "description": entry.description,
            **life,
            "sameAs": list(entry.same_as),
        }
    )


def _times(known: Known) -> tuple[str, str]:
    """Begin and end in ISO 8601; "" for what it cannot say."""
    found = _TIME.fullmatch(known.evidence.time or "")
    return ("", "") if found is None else (found[1], found[2] or "")


def _events(document: DocumentReport, account: Account) -> Iterator[Object]:
    """What the sources of the supported statements say has happened, each once."""
    told: set[str] = set()
    for claim in document.claims:
        if claim.verdict is not Verdict.SUPPORTED:
            continue
        for evidence in claim.evidence[:1]:
            known = account.facts.get(evidence.fact)
            begin, end = ("", "") if known is None else _times(known)
            if evidence.fact in told or not begin:
                continue
            told.add(evidence.fact)
            yield _present(
                {
                    "@type": "Event",
                    "name": sentence(evidence.says),
                    "startDate": begin,
                    "endDate": end,
                }
            )


def _review(claim: ClaimLine, options: Options) -> Object:
    return _present(
        {
            "@type": "ClaimReview",
            "url": f"{options.address}#c1-{claim.id}",
            "claimReviewed": plain(claim.place.text),
            "author": {"@type": "Organization", "name": "Bede, a type checker for history"},
            "itemReviewed": {
                "@type": "Claim",
                "appearance": {"@id": f"{options.address}#article"},
            },
            "reviewRating": {
                "@type": "Rating",
                "ratingValue": _RATINGS[claim.verdict],
                "worstRating": _WORST,
                "bestRating": _BEST,
                "alternateName": _WORDS[claim.verdict],
            },
        }
    )


def _work(title: Title) -> Object:
    return _present(
        {
            "@type": "CreativeWork",
            "name": title.title,
            "author": [{"@type": "Person", "name": name} for name in title.authors],
        }
    )


def _source(source: NumberedSource) -> Object:
    return _present(
        {
            "@type": "CreativeWork",
            "name": source.source.citation,
            "url": source.source.url,
        }
    )
