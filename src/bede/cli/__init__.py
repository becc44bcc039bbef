"""The command line, kept thin: each command calls one verb and prints what it gives.

Heavy modules are imported inside the commands, so that `bede --help` answers at once.
"""

from __future__ import annotations

import os
import sys

import click

from bede.cli.check import check
from bede.cli.claims import claims
from bede.cli.convert import convert
from bede.cli.dates import dates
from bede.cli.explain import explain
from bede.cli.faults import BAD_INPUT
from bede.cli.map import map_
from bede.cli.names import names
from bede.cli.packs import pack
from bede.cli.page import page
from bede.cli.reference import reference
from bede.cli.relations import relations
from bede.cli.tighten import tighten
from bede.cli.timeline import timeline
from bede.cli.why import why
from bede.errors import BedeError
from bede.version import VERSION


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="bede")
def bede() -> None:
    """Bede, a type checker for history.

    Reads accounts of the past and says which statements cannot be true, which are supported,
    by which source, and why. Works offline and gives the same answer every time.
    """


for command in (
    check, why, tighten, explain, claims, names, dates, timeline, relations, map_, page, convert,
    reference, pack,
):  # fmt: skip
    bede.add_command(command)


def main() -> None:
    """Run a command; an error that the user can mend is one line on standard error."""
    try:
        bede.main(standalone_mode=True)
    except BedeError as error:
        from bede.report.display import visible

        click.echo(f"bede: {visible(str(error))}", err=True)
        sys.exit(BAD_INPUT)
    except BrokenPipeError:  # the reader of a pipe has left, as `bede check ... | head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(BAD_INPUT)
    except OSError as error:  # a full disk, say, behind standard output
        click.echo(f"bede: standard output cannot be written ({error.strerror or error})", err=True)
        sys.exit(BAD_INPUT)
