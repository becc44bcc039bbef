"""Pictures as files of their own: the colours to write out, and pixels made of SVG."""

from __future__ import annotations

import re
from functools import cache

from bede.errors import UsageError
from bede.report.templates import source

_MOST_PIXELS = 40_000_000  # of a PNG: 160 megabytes while it is drawn
_COLOUR = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")
_SIZE = re.compile(r'width="(\d+)" height="(\d+)"')


@cache
def colours(theme: str) -> dict[str, str]:
    """The colours of the pages by name.

    Args:
        theme: light or dark.
    """
    light, _, dark = source("palette.css").partition("@media")
    return dict(_COLOUR.findall(dark if theme == "dark" else light))


def png_of(svg: str, *, remedy: str) -> bytes:
    """A picture as a PNG file, at twice the size of the SVG.

    Args:
        svg: the picture; its width and height stand in its first tag.
        remedy: what to do if it is too large.

    Raises:
        UsageError: the picture would be too large.
    """
    from resvg_py import svg_to_bytes

    size = _SIZE.search(svg)
    if size is not None and 4 * int(size[1]) * int(size[2]) > _MOST_PIXELS:
        raise UsageError(
            f"a picture of {2 * int(size[1])} by {2 * int(size[2])} pixels is too large for PNG",
            remedy=remedy,
        )
    return bytes(svg_to_bytes(svg_string=svg, zoom=2))
