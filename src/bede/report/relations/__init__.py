"""The relations of a text: people, bodies, places, works and ideas, and what is between them."""

from bede.report.relations.building import build_relations
from bede.report.relations.values import Edge, Graph, Node, Relation

__all__ = ["Edge", "Graph", "Node", "Relation", "build_relations"]
