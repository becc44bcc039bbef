"""Options that several commands have in common, each told in the same words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

theme_option = click.option(
    "--theme", type=click.Choice(("light", "dark")), default="light", help="Of an svg or png."
)
"""`--theme`: the colours of a picture."""


def jobs_option(same: str) -> Callable[[Command], Command]:
    """`--jobs`: how many processes read.

    Args:
        same: what does not depend on it ("The report").
    """
    return click.option(
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        help=f"How many processes read; without it as many as pay. {same} is the same.",
    )


def format_option(formats: Sequence[str]) -> Callable[[Command], Command]:
    """`--format` of a command that draws, where a file's ending does not tell it.

    Args:
        formats: their names, as files end.
    """
    return click.option(
        "--format",
        "format_name",
        type=click.Choice(formats),
        help="The format, where the ending does not tell it; without either, html.",
    )
