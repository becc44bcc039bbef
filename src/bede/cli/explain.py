"""`bede explain`: the page of a rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from bede.catalog import Rule


@click.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Explain RULE: what it finds, why, examples, limits. Without RULE, list all rules."""
    from difflib import get_close_matches

    from bede.catalog import rules
    from bede.errors import UsageError

    if rule is None:
        width = max(len(name) for name in rules())
        for entry in rules().values():
            first = entry.section("What it finds").split("\n\n")[0].replace("\n", " ")
            click.echo(
                f"{entry.name:<{width}}  {entry.severity:<7}  {first.split('. ')[0].rstrip('.')}."
            )
        return
    if rule not in rules():
        near = get_close_matches(rule, rules(), n=1)
        remedy = f"did you mean {near[0]}?" if near else "list all rules with: bede explain"
        raise UsageError(f"there is no rule {rule!r}", remedy=remedy)
    entry = rules()[rule]
    click.echo(f"{entry.page.rstrip()}\n")
    click.echo(f"Severity: {entry.severity}. Kind of judgement: {entry.kind}.")
    for source in entry.sources:
        click.echo(f"Source: {source}")
    for line in _parameters(entry):
        click.echo(line)


def _parameters(rule: Rule) -> Iterator[str]:
    """Each number that a rule rests on: name, value, meaning, source, and how to set it."""
    from bede.cli.output import report_width
    from bede.report.display import wrapped

    if rule.parameters:
        yield ""
        yield "Parameters:"
    for one in rule.parameters:
        told = (
            f"{one.name} = {one.value} {one.unit}: {one.means}",
            f"  Source: {one.source}",
            f"  Set it: --set {rule.name}.{one.name}=N",
        )
        for text in told:
            indent = "    " if text.startswith(" ") else "  "
            yield from wrapped(text, width=report_width(), first=indent, rest="      ")
