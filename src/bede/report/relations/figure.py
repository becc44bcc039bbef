"""The relations as a part of a page: a picture, and a list of the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from bede.chronology import year_name
from bede.report.checked.cards import VERDICT_WORDS, entity_key
from bede.report.checked.values import SIGNS
from bede.report.relations.boxes import Box
from bede.report.relations.building import build_relations
from bede.report.relations.drawing import draw, outline
from bede.report.relations.values import GRAVEST, Graph, Relation
from bede.report.templates import template
from bede.report.values import DocumentReport
from bede.report.wording import count

STYLE = "relations.css"
SCRIPT = "relations.js"

KINDS = {
    "person": "people",
    "organisation": "bodies",
    "state": "states",
    "place": "places",
    "happening": "events",
    "work": "works",
    "idea": "ideas",
    "office": "offices",
}

LIST = "list"
"""Stands for the links of a page that has no cards: they lead to the list."""

MOST_ROWS = 40
"""Relations to show at once in the list of such a page; more are folded away."""


@dataclass(frozen=True, slots=True)
class Row:
    """A relation in the list: the number of its line, and whether it is the first of that."""

    edge: int
    first: bool
    one: Relation
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A node in the list.

    Attributes:
        key: what the page calls the entity, or "".
        kind: of the node.
        label: its name.
        years: its life, or "".
        rows: the relations that begin there.
        others: those from whom relations lead here: the number of the line, and the name.
    """

    key: str
    kind: str
    label: str
    years: str
    rows: tuple[Row, ...]
    others: tuple[tuple[int, str], ...]


def relations_figure(document: DocumentReport, number: int) -> Markup | None:
    """The relations of a document, for a page that has its cards.

    Args:
        document: the document with its account.
        number: which document of the page it is.

    Returns:
        The fragment; None if nobody stands in a relation. The page needs `STYLE` and `SCRIPT`.
    """
    graph = build_relations([(number, document)])
    return None if graph is None else drawn(graph, f"relations-{number}")


def drawn(graph: Graph, name: str, links: str = "k") -> Markup:
    """Relations as a fragment of a page.

    Args:
        graph: what is drawn.
        name: what links call it.
        links: what stands before the key of a statement in the name of its card, or `LIST`.
    """
    drawing = draw(graph)
    entries = tuple(_entries(graph))
    told = sum(len(entry.rows) for entry in entries)
    shown = {node.kind for node in graph.nodes}
    html = template("relations.html").render(
        drawing=drawing,
        id=name,
        links=links,
        kinds=[(kind, words) for kind, words in KINDS.items() if kind in shown],
        known=any(edge.is_known_only for edge in graph.edges),
        unknown=any(node.entity is None for node in graph.nodes),
        last=year_name(drawing.years[1]) if drawing.years else "",
        looks=tuple(looks_of(graph)),
        samples=tuple(samples_of(graph)),
        remarks=remarks_of(graph),
        opened=links == LIST and told <= MOST_ROWS,
        counted=count(told, "relation"),
        entries=entries,
    )
    return Markup(html)  # noqa: S704 - the template escapes all that is put into it


def looks_of(graph: Graph) -> Iterator[tuple[str, str]]:
    """The looks of lines that occur, each with its sign and words."""
    found = {edge.main.look for edge in graph.edges}
    for look in GRAVEST:
        if look in found:
            words = VERDICT_WORDS.get(look, "only in the reference").lower()
            yield look, f"{SIGNS.get(look, '')} {words}".strip()


def samples_of(graph: Graph) -> Iterator[tuple[str, str, str]]:
    """The kinds of node that occur, each with its words and an outline."""
    box = Box(17, 9, 28, 14)
    shown = {node.kind for node in graph.nodes}
    for kind, words in KINDS.items():
        if kind in shown:
            yield kind, words, outline(kind, box)
    if any(node.entity is None for node in graph.nodes):
        yield "", "not in the reference", outline("", box)


def remarks_of(graph: Graph) -> str:
    """What is not in the picture, in words."""
    parts = []
    if graph.left_nodes:
        less = count(graph.left_nodes, "name")
        parts.append(f"{less} with fewer relations left out.")
    if graph.left_edges:
        parts.append(f"{count(graph.left_edges, 'line')} left out.")
    if graph.alone:
        parts.append(f"{count(graph.alone, 'name')} of the text without a relation not drawn.")
    return " ".join(parts)


def _entries(graph: Graph) -> Iterator[Entry]:
    """Each node with the relations that begin there, and who else tells of it."""
    names = {node.id: node.label for node in graph.nodes}
    told: dict[str, list[Row]] = {}
    others: dict[str, dict[str, int]] = {}
    for place, edge in enumerate(graph.edges):
        for i, one in enumerate(edge.relations):
            words = f"{one.words} {names[one.target]}"
            told.setdefault(one.source, []).append(Row(place, i == 0, one, words))
            others.setdefault(one.target, {}).setdefault(names[one.source], place)
    for node in graph.nodes:
        yield Entry(
            key="" if node.entity is None else entity_key(node.entity),
            kind=node.kind,
            label=node.label,
            years=node.years,
            rows=tuple(sorted(told.get(node.id, ()), key=lambda row: GRAVEST.index(row.one.look))),
            others=tuple((place, name) for name, place in others.get(node.id, {}).items()),
        )
