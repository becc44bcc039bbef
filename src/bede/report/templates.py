"""Templates of pages: `bede/data/pages/*.html` with their style sheets."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from bede.catalog.files import data_root


@cache
def template(name: str) -> Template:
    """A template of a page. All that is put into it is escaped.

    Args:
        name: its file.
    """
    environment = Environment(
        loader=FunctionLoader(source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(name)


def source(name: str) -> str:
    """The text of a file among the pages."""
    return (data_root() / "pages" / name).read_text(encoding="utf-8")
