"""The relations as data for other programs: GraphML, and JSON of nodes and links."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx
import orjson

from bede.chronology import date_of, format_edtf
from bede.report.relations.arranging import arrange
from bede.report.relations.values import REFERENCE, Graph, Node, Relation

Entry = dict[str, str | int | float]


def render_json(graph: Graph) -> str:
    """Nodes and links as D3 and networkx read them.

    Args:
        graph: what is told; each node has the place that it has in the picture, in pixels.
    """
    told = {
        "title": graph.title,
        "directed": True,
        "multigraph": True,
        "nodes": [{"id": name, **entry} for name, entry in _nodes(graph)],
        "links": [
            {"source": one.source, "target": one.target, **_link(one)} for one in graph.relations
        ],
        "left_out": {"nodes": graph.left_nodes, "lines": graph.left_edges},
    }
    return orjson.dumps(told, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()


def render_graphml(graph: Graph) -> str:
    """GraphML, as Gephi, yEd, Cytoscape and networkx read it.

    Args:
        graph: what is told.
    """
    net: nx.MultiDiGraph[str] = nx.MultiDiGraph(title=graph.title)
    for name, entry in _nodes(graph):
        net.add_node(name, **entry)
    for one in graph.relations:
        net.add_edge(one.source, one.target, **_link(one))
    return "\n".join(nx.generate_graphml(net)) + "\n"


def _nodes(graph: Graph) -> Iterator[tuple[str, Entry]]:
    boxes, _ = arrange(graph)
    for node in graph.nodes:
        box = boxes[node.id]
        yield node.id, {**_node(node), "x": box.x, "y": box.y}


def _node(node: Node) -> Entry:
    entry: Entry = {"label": node.label, "kind": node.kind or "unknown", "years": node.years}
    entry["known"] = "yes" if node.entity is not None else "no"
    return entry


def _link(one: Relation) -> Entry:
    entry: Entry = {"label": one.words, "verdict": one.look, "says": one.says}
    entry["told_by"] = "reference" if one.look == REFERENCE else "text"
    if one.span is not None:
        entry["date"] = one.date
        entry["edtf"] = format_edtf(one.span) or ""
        begin = one.span.hull[0]
        if begin is not None:
            entry["year"] = date_of(begin).year
    for name, value in (("claim", one.key), ("finding", one.told), ("place", one.place)):
        if value:
            entry[name] = value
    return entry
