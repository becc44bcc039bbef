"""Gathers the relations of a text: from its statements, and from what the reference knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from bede.catalog import event_types
from bede.chronology import Span
from bede.evidence.lives import Life
from bede.judgement.telling import time_in_words
from bede.report.account import Account
from bede.report.checked.cards import cards_of, claim_key, plain, when_told
from bede.report.checked.page import title_of
from bede.report.checked.values import Card
from bede.report.lifespan import lifespan
from bede.report.relations.lines import Sentence, lines_by_type
from bede.report.relations.naming import Cast, Names
from bede.report.relations.values import FAULTS, GRAVEST, REFERENCE, Edge, Graph, Relation
from bede.report.values import ClaimLine, DocumentReport

MOST_NODES = 150
"""Nodes that can be drawn so that they can be read; of more, the best connected are drawn."""

_MOST_EDGES = 2  # for each node that may be drawn

_DRAWN = ("asserted", "attributed")
"""How a statement must be made: what is denied or only possible is no relation."""

_FAULT_WEIGHT, _TEXT_WEIGHT = 8, 3  # a line of the reference weighs 1

Pairs = Iterator[tuple[str, str, str]]


def build_relations(
    documents: Sequence[tuple[int, DocumentReport]],
    *,
    most: int = MOST_NODES,
    known: bool = True,
) -> Graph | None:
    """The relations of one text, or of several together.

    Args:
        documents: each with its number on the page.
        most: how many nodes to draw at most.
        known: whether to draw what only the reference tells, too.

    Returns:
        None if nobody stands in a relation to anybody.
    """
    cast = Cast()
    relations: list[Relation] = []
    named: set[str] = set()
    for number, document in documents:
        if document.account is not None:
            where = f"{plain(document.path)}, " if len(documents) > 1 else ""
            relations += _of_text(document, document.account, number, cast, where)
            named |= {profile.id for profile, _ in document.account.named()}
    told = {one for relation in relations for one in (relation.source, relation.target)}
    of_reference: dict[tuple[str, str, str], Relation] = {}
    for pair, relation in _of_reference(documents, named | told, cast) if known else ():
        of_reference.setdefault(pair, relation)
    edges = _bundled([*relations, *of_reference.values()])
    if not edges:
        return None
    titles = [title_of(one.account.document) for _, one in documents if one.account is not None]
    chosen, drawn = _chosen(edges, cast, most)
    connected = {one for edge in edges for one in (edge.source, edge.target)}
    return Graph(
        title=titles[0] if len(titles) == 1 else f"{len(titles)} texts",
        nodes=tuple(cast.node(name) for name in chosen),
        edges=tuple(drawn),
        alone=len(named - connected),
        left_nodes=len(connected) - len(chosen),
        left_edges=len(edges) - len(drawn),
    )


def _of_text(
    document: DocumentReport, account: Account, number: int, cast: Cast, where: str
) -> Iterator[Relation]:
    """What the statements of a text tell of two."""
    cards = {card.key: card for card in cards_of(document, number)}
    names = Names(document, account, cast)
    for claim in document.claims:
        if claim.modality not in _DRAWN:
            continue
        fillers = {role.name: names.nodes(claim, role) for role in event_types()[claim.type].roles}
        free = {role: _free(claim, role) for role in claim.roles}
        card = cards[claim_key(number, claim.id)]
        for source, target, words in _pairs(claim.type, fillers, free):
            span = account.times.get(claim.id)
            place = f"{where}line {claim.trigger.line}"
            yield _told(claim, card, (source, target, words), span, place)


def _told(
    claim: ClaimLine, card: Card, pair: tuple[str, str, str], span: Span | None, place: str
) -> Relation:
    return Relation(
        *pair,
        span=span,
        date=when_told(card, span),
        years="" if card.inherited else _years(span),  # a label has no room to say so
        look=card.verdict,
        verdict=card.verdict_words,
        sign=card.sign,
        key=card.key,
        says=plain(claim.place.text),
        told=next((one.message for one in card.told), ""),
        place=place,
    )


def _free(claim: ClaimLine, role: str) -> str:
    return " ".join(plain(one.text) for one in claim.roles.get(role, ()))


def _pairs(name: str, fillers: Mapping[str, Sequence[str]], free: Mapping[str, str]) -> Pairs:
    """Each two who fill roles, with the words between them: those of the first sentence."""
    done: set[frozenset[str]] = set()
    for sentence in lines_by_type()[name].sentences:
        middle = "" if sentence.middle is None else free.get(sentence.middle, "")
        if sentence.middle is not None and not middle:
            continue
        fresh = [
            (source, target)
            for source, target in _both(sentence, fillers)
            if source != target and frozenset((source, target)) not in done
        ]
        for source, target in fresh:
            yield source, target, sentence.said(middle)
        done |= {frozenset(pair) for pair in fresh}


def _both(sentence: Sentence, fillers: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    sources, targets = fillers.get(sentence.source, ()), fillers.get(sentence.target, ())
    if sentence.source == sentence.target:
        yield from combinations(sources, 2)
    else:
        yield from product(sources, targets)


def _of_reference(
    documents: Sequence[tuple[int, DocumentReport]], named: set[str], cast: Cast
) -> Iterator[tuple[tuple[str, str, str], Relation]]:
    """What the reference knows of two whom the texts name, without what confirms a statement."""
    for _, document in documents:
        account = document.account
        if account is None:
            continue
        told = {one.fact for claim in document.claims for one in claim.evidence}
        for name, fact in account.facts.items():
            roles = fact.evidence.roles
            if name in told or not lines_by_type()[fact.evidence.type].reference:
                continue
            fillers = {
                role: [one for one in ids if one in named and one in account.profiles]
                for role, ids in roles.items()
            }
            free = {role: plain(" ".join(ids)) for role, ids in roles.items()}
            for pair in _pairs(fact.evidence.type, fillers, free):
                sources = fact.evidence.sources
                place = plain(sources[0].citation) if sources else ""
                yield pair, _known(pair, fact.span, plain(fact.evidence.says), place)
        yield from _wholes(account, named)
        for profile in account.profiles.values():
            if profile.id in named:
                cast.known(profile)


def _wholes(account: Account, named: set[str]) -> Iterator[tuple[tuple[str, str, str], Relation]]:
    """Who wrote a work, and what is part of what."""
    people: dict[str, list[str]] = {}
    for profile in account.profiles.values():
        if profile.id in named and profile.kind == "person":
            people.setdefault(profile.label, []).append(profile.id)
    for profile in account.profiles.values():
        if profile.id not in named:
            continue
        label = plain(profile.label)
        for whole in (one for one in profile.part_of if one in named and one != profile.id):
            if whole in account.profiles:
                says = f"{label} is part of {plain(account.profiles[whole].label)}"
                pair = (profile.id, whole, "is part of")
                yield pair, _known(pair, None, says, "")
        for author in profile.authors:
            for person in [one for one in people.get(author, ()) if one != profile.id][:1]:
                pair = (person, profile.id, "wrote")
                yield pair, _known(pair, None, f"{plain(author)} wrote {label}", "")


def _known(pair: tuple[str, str, str], span: Span | None, says: str, place: str) -> Relation:
    return Relation(
        *pair,
        span=span,
        date="" if span is None else time_in_words(span),
        years=_years(span),
        look=REFERENCE,
        verdict="The reference",
        sign="",
        key="",
        says=says,
        told="",
        place=place,
    )


def _years(span: Span | None) -> str:
    """When, in a few signs: "1926", "1919–1926", "from 1919"."""
    if span is None:
        return ""
    low, high = span.hull
    if low is not None and high is not None:
        return lifespan(Life(None, None, (low, high)), "happening")
    begin = None if low is None else (low, low)
    end = None if high is None else (high, high)
    return lifespan(Life(begin, end, None), "relation")


def _bundled(relations: Sequence[Relation]) -> list[Edge]:
    """One line for each two, the weightiest first."""
    bundles: dict[tuple[str, str], list[Relation]] = {}
    for one in relations:
        first, second = sorted((one.source, one.target))
        bundles.setdefault((first, second), []).append(one)
    edges = []
    for bundle in bundles.values():
        ordered = tuple(sorted(_without_doubles(bundle), key=_order))
        edges.append(Edge(ordered[0].source, ordered[0].target, ordered))
    return sorted(edges, key=lambda edge: (_weight(edge), edge.source, edge.target))


def _without_doubles(bundle: Sequence[Relation]) -> Iterator[Relation]:
    """The relations of two; authorship that a fact dates is not told again without the date."""
    dated = {(one.source, one.words) for one in bundle if one.span is not None}
    for one in bundle:
        if one.look != REFERENCE or one.span is not None or (one.source, one.words) not in dated:
            yield one


def _order(one: Relation) -> tuple[int, float, str, str]:
    begin = None if one.span is None else one.span.hull[0]
    return GRAVEST.index(one.look), float("inf") if begin is None else begin, one.words, one.key


def _weight(edge: Edge) -> tuple[int, int]:
    return GRAVEST.index(edge.main.look), -len(edge.relations)


def _chosen(edges: Sequence[Edge], cast: Cast, most: int) -> tuple[list[str], list[Edge]]:
    """The best connected nodes, and the lines between them, the weightiest first."""
    weights: Counter[str] = Counter()
    for edge in edges:
        fault = _FAULT_WEIGHT if edge.main.look in FAULTS else 0
        for name in (edge.source, edge.target):
            weights[name] += 1 if edge.is_known_only else _TEXT_WEIGHT + fault
    ranked = sorted(weights, key=lambda name: (-weights[name], cast.node(name).label, name))
    neighbours: dict[str, set[str]] = {}
    for edge in edges:
        neighbours.setdefault(edge.source, set()).add(edge.target)
        neighbours.setdefault(edge.target, set()).add(edge.source)
    kept: set[str] = set()
    connected: set[str] = set()
    for name in ranked:
        joined = neighbours[name] & kept
        if len(connected | joined | {name}) > most:
            break
        kept.add(name)
        if joined:
            connected |= joined | {name}
    drawn = [edge for edge in edges if edge.source in kept and edge.target in kept][
        : most * _MOST_EDGES
    ]
    seen = {name for edge in drawn for name in (edge.source, edge.target)}
    return [name for name in ranked if name in seen], drawn
