"""The reference pages of the rules and of the configuration, made from the data and the code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import click

from bede.catalog import Rule, rules
from bede.cli.choosing import DEFAULT, FILE, LARGEST

_HOW_TO_READ = (
    "The examples are run as tests. A block of YAML is the little reference that they are\n"
    "checked against, in the form of [a pack](../../how-to/write-a-pack.md). Carets mark\n"
    "the words that are flagged; behind them stand the rule and a part of the message. Under\n"
    "*Left alone*, nothing may be flagged by this rule.\n"
)
_NO_SETTINGS = {"help", "version"}


def rules_page() -> str:
    """The page that lists all rules."""
    text = (
        "# Rules\n\n"
        "`bede explain RULE` prints the page of a rule: what it finds, why, examples, limits. The\n"
        "severity is the highest that a rule reaches; see [verdicts](../explanation/verdicts.md).\n"
        "\n| rule | severity | kind | what it finds |\n|---|---|---|---|\n"
    )
    for rule in rules().values():
        first = rule.section("What it finds").split("\n\n")[0].replace("\n", " ")
        text += (
            f"| [{rule.name}](rules/{rule.name}.md) | {rule.severity} | {rule.kind} | {first} |\n"
        )
    return text + parameters_of(rules().values())


def parameters_of(among: Iterable[Rule]) -> str:
    """The section on the numbers that rules rest on; "" if no rule has any."""
    rows = "".join(
        f"| {rule.name}.{one.name} | {one.value} {one.unit} | {one.means} | {one.source} |\n"
        for rule in among
        for one in rule.parameters
    )
    if not rows:
        return ""
    return (
        "\n## Parameters\n\n"
        "The numbers that rules rest on. `--set RULE.PARAMETER=N` sets another for one run of\n"
        "`bede check` or `bede why`.\n"
        f"\n| parameter | usual value | what it means | source |\n|---|---|---|---|\n{rows}"
    )


def rule_page(rule: Rule) -> str:
    """The page of one rule: what `bede explain` prints, with its sources and parameters."""
    title, _, body = rule.page.partition("\n")
    text = f"{title}\n\nSeverity: {rule.severity}. Kind of judgement: {rule.kind}.\n{body}"
    examples = f"\n## Flagged\n{_HOW_TO_READ}\n"
    text = text.replace("\n## Flagged\n", examples, 1).rstrip() + "\n"
    text += "".join(_parameters(rule))
    text += "\n## Sources\n\n" + "".join(f"- {source}\n" for source in rule.sources)
    return text


def _parameters(rule: Rule) -> Iterator[str]:
    if rule.parameters:
        yield "\n## Parameters\n\n"
        yield "[Set the limits of a rule](../../how-to/set-limits.md) tells how to change one.\n"
        yield "\n| parameter | usual value | what it means | source |\n|---|---|---|---|\n"
    for one in rule.parameters:
        yield f"| {one.name} | {one.value} {one.unit} | {one.means} | {one.source} |\n"


def configuration(commands: Mapping[str, click.Command]) -> str:
    """The page of all that can be set.

    Args:
        commands: every command by its full name.
    """
    return (
        "# Configuration\n\n"
        "What can be set, and where. Nothing else changes what Bede says: it has no clock and\n"
        "asks no network, so the same text, references and settings give the same answer.\n"
        + _references_file()
        + _environment()
        + _options(commands)
        + "\n## Numbers of rules\n\n"
        "Some rules rest on a number, such as how many years an age may be off. All are listed\n"
        "with the [rules](rules.md#parameters); `--set RULE.PARAMETER=N` sets one, and\n"
        "[set the limits of a rule](../how-to/set-limits.md) tells when.\n"
    )


def _references_file() -> str:
    return (
        f"\n## The file {FILE}\n\n"
        f"A file `{FILE}` in the current folder says which references are used there.\n"
        "Without it the standing choice counts, which `bede reference use` keeps in a file of the\n"
        "same form and `bede reference info` tells; else Bede's own reference\n"
        "is used. The options `--reference` and `--trust` go before all. See\n"
        "[use several references at once](../how-to/use-several-references.md).\n\n"
        "| table | key | what it holds |\n|---|---|---|\n"
        "| references | use | files of references, those that go before first; "
        f'"{DEFAULT}" names Bede\'s own; paths start from the folder of the file |\n'
        "| references.trust | name of a reference, or id of a source | "
        "high, medium, or weak, which never accuses |\n\n"
        f"The file may be {LARGEST:,} bytes long. Any other table or key is refused.\n"
    )


def _environment() -> str:
    return (
        "\n## The environment\n\n"
        "| variable | what it does |\n|---|---|\n"
        "| COLUMNS | the width of what is printed, where the terminal does not tell it |\n"
        "| NO_COLOR | no colours, whatever the terminal can show |\n"
        "| XDG_CONFIG_HOME | the folder in which `bede reference use` keeps the standing choice "
        "(on Linux) |\n"
        "| XDG_CACHE_HOME | the folder in which `bede reference fetch` keeps what it was told |\n"
    )


def _options(commands: Mapping[str, click.Command]) -> str:
    """Every option, with the commands that have it, in the words of their help."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, command in commands.items():
        for option in command.params:
            if isinstance(option, click.Option) and option.name not in _NO_SETTINGS:
                said = " ".join((option.help or "").split())
                found.setdefault((_spelling(option), said), []).append(name)
    rows = [
        f"| {spelling} | {_cell(said)} | {_links(names)} |\n"
        for (spelling, said), names in sorted(found.items())
    ]
    return (
        "\n## Options\n\nEvery option of every command. An option that stands here twice means "
        "something else there.\n\n| option | what it does | commands |\n|---|---|---|\n"
    ) + "".join(rows)


def _spelling(option: click.Option) -> str:
    longest = max(option.opts, key=len)
    if option.secondary_opts:
        longest += f" / {max(option.secondary_opts, key=len)}"
    return f"`{longest}`"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _links(names: Sequence[str]) -> str:
    return ", ".join(
        f"[{n.removeprefix('bede ')}](commands.md#{n.replace(' ', '-')})" for n in names
    )
