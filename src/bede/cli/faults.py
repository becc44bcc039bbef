"""Telling all that is wrong with packs or data sets, one line each."""

from __future__ import annotations

import sys
from typing import NoReturn

import click

MOST_TOLD = 1000
"""Faults that are told one by one; the rest are counted."""


def fail(error: Exception) -> NoReturn:
    """Print an error, or each of the several that it holds, and end with the code of bad input."""
    from bede.cli import BAD_INPUT
    from bede.report.display import visible

    faults = getattr(error, "errors", (error,))
    for fault in faults[:MOST_TOLD]:
        click.echo(f"bede: {visible(str(fault))}", err=True)
    if len(faults) > MOST_TOLD:
        click.echo(f"bede: and {len(faults) - MOST_TOLD:,} more", err=True)
    sys.exit(BAD_INPUT)
