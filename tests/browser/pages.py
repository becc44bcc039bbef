"""The pages that Bede makes, and the texts that they are made of.

To test another page, add a line to `KINDS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner
from tests.browser.chronicle import chronicle

from bede.cli import bede

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page.

    Attributes:
        name: of the kind.
        words: the command that makes it, without paths.
        main: where the words of the text stand, as a selector; empty if the page has them not.
        aside: what stands among the words and is not of the text, as a selector.
        judged: whether the command has a reference to judge by.
        several: whether several texts go into one page.
    """

    name: str
    words: tuple[str, ...]
    main: str = ""
    aside: str = ""
    judged: bool = True
    several: bool = True


KINDS = (
    Kind("claims", ("claims", "--format", "html"), "article", ".side, .l", judged=False),
    Kind("dates", ("dates", "--format", "html"), "article", ".tip", judged=False),
    Kind("report", ("check", "--format", "html", "--exit-zero"), "article", ".side"),
    Kind("timeline", ("timeline", "--format", "html")),
    Kind("relations", ("relations", "--format", "html")),
    Kind("page", ("page", "--corrections", "none"), "h1, article", ".note-mark", several=False),
    Kind("marked", ("page", "--corrections", "mark"), several=False),
)
KIND = {kind.name: kind for kind in KINDS}

NOTHING = "The sea is wide, and the salt is white.\n"
UNDATED = "# The guild\n\nTom Reed founded the Guild of Tarn. He was elected its chairman.\n"
FROM_SUMER = """# From Sumer to now

The city was founded in 3000 BC. Hammurabi died in 1750 BC. Julius Caesar was killed on 15 March
44 BC. In 1066 William invaded England. Vladimir Lenin died on 21 January 1924. The hall was
opened in 2026.
"""
RIGHT_TO_LEFT = """# Names that run the other way

משה דיין (Moshe Dayan) was born in 1915. محمد علي (Muhammad Ali) was born in 1769 and died in
1849. In 1926 לב טרוצקי was expelled. "ولد في عام 1879" he wrote in 1930.
"""
TEXTS: Mapping[str, str] = {
    "nothing": NOTHING,
    "undated": UNDATED,
    "from-sumer": FROM_SUMER,
    "right-to-left": RIGHT_TO_LEFT,
    "chronicle": chronicle(1_500),
}


def make(kind: Kind, paths: list[Path], folder: Path, *words: str) -> Path:
    """Write a page.

    Args:
        kind: of page.
        paths: of the texts.
        folder: where to put it.
        *words: more words of the command.

    Returns:
        The file.
    """
    page = folder / f"{kind.name}.html"
    command = [*kind.words, *words, *map(str, paths), "--output", str(page)]
    done = CliRunner().invoke(bede, command, catch_exceptions=False)
    if not page.exists():
        raise RuntimeError(f"bede {' '.join(command)} wrote no page: {done.output}")
    return page


def compile_pack(pack: Path, folder: Path) -> Path:
    """Build a reference of a pack alone.

    Args:
        pack: its folder.
        folder: where to put the reference.
    """
    reference = folder / f"{pack.name}.sqlite"
    command = ["reference", "build", str(pack), "--output", str(reference)]
    done = CliRunner().invoke(bede, command, catch_exceptions=False)
    if done.exit_code:
        raise RuntimeError(f"bede {' '.join(command)}: {done.output}")
    return reference
