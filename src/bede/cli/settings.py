"""Options that decide how statements are judged, the same for every command that judges."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from bede.cli.choosing import reference_options

if TYPE_CHECKING:
    from bede.judgement import Settings

Command = TypeVar("Command", bound=Callable[..., object])

_OPTIONS = (
    click.option(
        "--assume-complete/--no-assume-complete",
        default=True,
        help="Whether a reference that knows some facts of a kind is taken to know all (default: "
        "yes).",
    ),
    click.option(
        "--set",
        "parameters",
        multiple=True,
        metavar="RULE.PARAMETER=N",
        help="Another value for a parameter of a rule; bede explain RULE lists them.",
    ),
    click.option(
        "--today",
        metavar="YYYY-MM-DD",
        help="The day after which everything is still to come; Bede itself has no clock.",
    ),
)


def judging_options(command: Command) -> Command:
    """Add the options: `reference`, `trust`, `assume_complete`, `parameters` and `today`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return reference_options(command)


def settings_of(assume_complete: bool, parameters: Sequence[str], today: str | None) -> Settings:
    """The settings that the options mean.

    Args:
        assume_complete: as given.
        parameters: each as `RULE.PARAMETER=N`.
        today: a day in EDTF, or None.

    Raises:
        UsageError: a rule, parameter, number or day is none.
    """
    from bede.config import read_parameters, read_today
    from bede.judgement import Settings

    return Settings(
        assume_complete=assume_complete,
        parameters=read_parameters(parameters),
        today=None if today is None else read_today(today),
    )
