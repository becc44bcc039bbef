"""The relations of a text: who is a node, what a line says, and how they are placed."""

from __future__ import annotations

import json
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.accounts import account_of

from bede.catalog import event_types
from bede.report.relations import Edge, Graph, Node, Relation, build_relations
from bede.report.relations.alone import png, svg
from bede.report.relations.arranging import arrange
from bede.report.relations.boxes import lines_of
from bede.report.relations.drawing import draw
from bede.report.relations.figure import drawn, relations_figure
from bede.report.relations.files import render_graphml, render_json
from bede.report.relations.lines import lines_by_type

TEXT = (
    "In 1907 Tom Reed founded the Guild of Tarn. Ida Vell joined the Guild of Tarn in 1906. "
    "She married Max Birch. Max Birch lived in Velin. Nobody expelled the dogs."
)


def graph_of(text: str, **more: int | bool) -> Graph:
    found = build_relations([(1, account_of(text))], **more)  # type: ignore[arg-type]
    assert found is not None
    return found


def told(graph: Graph) -> set[str]:
    """Each relation as a sentence."""
    names = {node.id: node.label for node in graph.nodes}
    return {f"{names[one.source]} {one.label} {names[one.target]}" for one in graph.relations}


def relation(source: str, target: str, look: str = "open") -> Relation:
    return Relation(source, target, "knew", None, "", "", look, "", "", "", "", "", "")


def graph_with(pairs: list[tuple[str, str]], labels: dict[str, str] | None = None) -> Graph:
    names = sorted({name for pair in pairs for name in pair})
    nodes = tuple(Node(name, name, "person", (labels or {}).get(name, name), "") for name in names)
    edges = tuple(Edge(*pair, (relation(*pair),)) for pair in pairs)
    return Graph("Tarn", nodes, edges, 0, 0, 0)


def test_a_line_says_who_did_what_to_whom_and_when() -> None:
    assert told(graph_of(TEXT)) >= {
        "Tom Reed ✗ founded 1907 Guild of Tarn",
        "Ida Vell ? joined 1906 Guild of Tarn",
        "Ida Vell ? married Max Birch",
        "Max Birch ? lived in Velin",
    }


def test_pronouns_count_for_whom_they_mean_and_are_no_nodes() -> None:
    labels = {node.label for node in graph_of(TEXT).nodes}
    assert labels == {"Tom Reed", "Guild of Tarn", "Ida Vell", "Max Birch", "Velin"}


def test_the_unknown_has_the_kind_that_its_role_asks_for() -> None:
    birch = next(node for node in graph_of(TEXT).nodes if node.label == "Max Birch")
    assert (birch.entity, birch.kind) == (None, "person")


def test_a_text_that_denies_tells_no_relation() -> None:
    assert build_relations([(1, account_of("Max Birch did not join the Club of Orm."))]) is None


def test_what_only_the_reference_knows_is_another_line() -> None:
    text = "Tom Reed visited Velin. The Guild of Tarn met Ida Vell, who wrote The Salt of Tarn."
    known = [one for one in graph_of(text).relations if one.look == "reference"]
    assert "founded" in {one.words for one in known}
    told_only = build_relations([(1, account_of(text))], known=False)
    assert told_only is None or all(one.look != "reference" for one in told_only.relations)


def test_several_relations_of_two_are_one_line_the_gravest_first() -> None:
    text = "The Guild of Tarn expelled Tom Reed. Tom Reed founded the Guild of Tarn in 1907."
    (edge,) = graph_of(text, known=False).edges
    assert [one.label for one in edge.relations] == ["✗ founded 1907", "? expelled"]
    assert edge.is_mutual


def test_several_texts_make_one_graph() -> None:
    one, other = account_of("Max Birch joined the Club."), account_of("Max Birch met Eva Lind.")
    graph = build_relations([(1, one), (2, other)])
    assert graph is not None
    assert [node.label for node in graph.nodes] == ["Max Birch", "Club", "Eva Lind"]
    assert {claim.key.split("-")[0] for claim in graph.relations} == {"1", "2"}


def test_of_too_many_the_best_connected_are_drawn_and_the_rest_counted() -> None:
    text = " ".join(f"Max Birch met {name} Lind." for name in ("Eva", "Ada", "Rosa", "Nora"))
    graph = graph_of(text + " Sam Pike met Otto Kern.", most=3)
    assert graph.nodes[0].label == "Max Birch"
    assert (len(graph.nodes), graph.left_nodes) == (3, 4)


def test_every_event_type_of_two_has_its_sentences() -> None:
    for name, kind in event_types().items():
        linked = [role for role in kind.roles if role.kinds != ("text",)]
        if len(linked) > 1:
            assert lines_by_type()[name].sentences, name


WORD = st.text(alphabet="abm ", min_size=1, max_size=40)


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    count = draw(st.integers(min_value=2, max_value=30))
    names = [f"n{i}" for i in range(count)]
    pairs = draw(
        st.lists(
            st.sampled_from(list(combinations(names, 2))), min_size=1, max_size=45, unique=True
        )
    )
    labels = {name: draw(WORD) for name in names}
    return graph_with(pairs, labels)


@settings(max_examples=40)
@given(graphs())
def test_boxes_do_not_overlap_and_the_picture_is_always_the_same(graph: Graph) -> None:
    boxes, lines = arrange(graph)
    assert (boxes, lines) == arrange(graph)
    for one, other in combinations(boxes.values(), 2):
        assert not one.meets(other, -1)


def test_who_is_related_stands_nearer() -> None:
    chain = [(f"n{i}", f"n{i + 1}") for i in range(5)]
    boxes, _ = arrange(graph_with(chain))

    def apart(one: str, other: str) -> float:
        a, b = boxes[one], boxes[other]
        return ((a.x - b.x) ** 2 + (a.y - b.y) ** 2) ** 0.5

    assert apart("n0", "n1") < apart("n0", "n2") < apart("n0", "n5")


def test_a_hub_of_a_hundred_and_fifty_can_be_drawn() -> None:
    drawing = draw(graph_with([("hub", f"friend number {i}") for i in range(149)]))
    assert len(drawing.nodes) == 150
    assert drawing.width < 4000


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("Tom Reed", ("Tom Reed",)),
        ("Central Committee of the Party", ("Central Committee of", "the Party")),
        ("x" * 30, (f"{'x' * 21}…",)),
    ],
)
def test_long_names_are_broken_and_cut(label: str, lines: tuple[str, ...]) -> None:
    assert lines_of(label) == lines


def test_the_figure_lights_up_with_the_page_and_tells_all_in_a_list() -> None:
    html = relations_figure(account_of(TEXT), 1)
    assert html is not None
    assert 'data-c="1-c1"' in html
    assert 'data-e="e-tom-reed"' in html
    assert 'href="#k1-c1"' in html
    assert "The same as a list" in html
    assert "founded Guild of Tarn" in html


def test_names_are_escaped() -> None:
    label = '<b>&"'
    html = drawn(graph_with([("a", "b")], {"a": label}), "r")
    assert "<b>&" not in html.replace('<b class="n-person">', "")
    root = ElementTree.fromstring(svg(graph_with([("a", "b")], {"a": label})))  # noqa: S314 - ours
    assert label in list(root.itertext())


def test_pictures_load_nothing() -> None:
    picture = svg(graph_of(TEXT))
    assert "http" not in picture.replace("http://www.w3.org/2000/svg", "")
    assert "✗ founded 1907" in picture
    assert png(graph_of(TEXT)).startswith(b"\x89PNG")


def test_json_and_graphml_hold_the_same() -> None:
    graph = graph_of(TEXT)
    found = json.loads(render_json(graph))
    root = ElementTree.fromstring(render_graphml(graph))  # noqa: S314 - made by ourselves
    space = "{http://graphml.graphdrawing.org/xmlns}"
    assert len(list(root.iter(f"{space}node"))) == len(found["nodes"]) == len(graph.nodes)
    assert len(list(root.iter(f"{space}edge"))) == len(found["links"])
    first = next(one for one in found["links"] if one["label"] == "founded")
    assert (first["source"], first["target"], first["edtf"]) == ("tom-reed", "guild", "1907")
    assert first["verdict"] == "contradicted"
