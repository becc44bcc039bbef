"""The relations of some texts as one page."""

from __future__ import annotations

from bede.report.checked.page import title_of
from bede.report.pictures import Picture, page_of
from bede.report.relations.figure import LIST, SCRIPT, STYLE, drawn
from bede.report.relations.values import Graph
from bede.report.values import Report


def render(report: Report, graph: Graph | None) -> str:
    """One page of HTML that needs nothing else.

    Args:
        report: what the picture was made of.
        graph: what is drawn, None if there is nothing.
    """
    titles = [title_of(one.account.document) for one in report.documents if one.account is not None]
    picture = Picture(
        id="relations-1",
        title=titles[0] if len(titles) == 1 else f"{len(titles)} texts",
        html=None if graph is None else drawn(graph, "relations-1", links=LIST),
        summary="",
        heads=(),
        rows=(),
    )
    return page_of(
        report,
        "Relations",
        [picture],
        styles=(STYLE,),
        scripts=(SCRIPT,),
        nothing="No two whom this text names stand in a relation that Bede reads.",
    )
