"""The exit code of bad input, and telling all that is wrong with packs or data sets."""

from __future__ import annotations

import sys
from typing import Final, NoReturn

import click

BAD_INPUT: Final = 2
"""The exit code where an input or the usage was bad."""
MOST_TOLD = 1000
"""Faults that are told one by one; the rest are counted."""


def fail(error: Exception) -> NoReturn:
    """Print an error, or each of the several that it holds, and end with the code of bad input."""
    from bede.report.display import visible

    faults = getattr(error, "errors", (error,))
    for fault in faults[:MOST_TOLD]:
        click.echo(f"bede: {visible(str(fault))}", err=True)
    if len(faults) > MOST_TOLD:
        click.echo(f"bede: and {len(faults) - MOST_TOLD:,} more", err=True)
    sys.exit(BAD_INPUT)
