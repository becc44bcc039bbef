"""`bede reference`: the compiled reference, built and looked into."""

from __future__ import annotations

import click

from bede.cli.reference_build import build
from bede.cli.reference_fetch import fetch
from bede.cli.reference_look import LOOKING


@click.group()
def reference() -> None:
    """Build and inspect the compiled reference."""


for command in (build, fetch, *LOOKING):
    reference.add_command(command)
