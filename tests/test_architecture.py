"""The rules of the house: layers, sizes, and what may be imported where."""

from __future__ import annotations

import ast
import contextlib
import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "bede"
MODULES = sorted(SOURCE.rglob("*.py"))
MOST_LINES = 400
MOST_FUNCTION_LINES = 60


def name_of(module: Path) -> str:
    return module.relative_to(SOURCE).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_module_can_be_read_at_one_sitting(module: Path) -> None:
    """No module has more than 400 lines, no function more than 60."""
    text = module.read_text(encoding="utf-8")
    functions = [
        node
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    long = [f.name for f in functions if (f.end_lineno or 0) - f.lineno >= MOST_FUNCTION_LINES]
    assert (text.count("\n") <= MOST_LINES, long) == (True, [])


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_no_module_asserts_or_prints(module: Path) -> None:
    """An assertion vanishes under -O, and only the command line talks to the user."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    asserts = [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Assert)]
    prints = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]
    assert (asserts, prints) == ([], [])


def lint_imports(folder: Path) -> str:
    """Run import-linter on a tree that has its own `src` and `pyproject.toml`."""
    program = (
        "import sys; sys.path.insert(0, 'src'); "
        "from importlinter.cli import lint_imports_command; lint_imports_command()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def test_the_layers_are_kept() -> None:
    """Every contract in pyproject.toml holds."""
    assert "0 broken" in lint_imports(ROOT)


BREACHES = {
    "The stages know only what lies to their left": (
        "chronology/answer.py",
        "import bede.documents",
    ),
    "Only the text stage knows the parser": ("claims/values.py", "import spacy"),
    "Document formats do not know each other": (
        "documents/formats/plain.py",
        "import bede.documents.formats.markdown",
    ),
    "Report formats do not know each other": (
        "report/formats/json.py",
        "import bede.report.formats.text",
    ),
    "Kinds of judgement do not know each other": (
        "judgement/kinds/agreement.py",
        "import bede.judgement.kinds.order",
    ),
    "Sources of references do not know each other": (
        "evidence/sources/periodo.py",
        "import bede.evidence.sources.trusted",
    ),
    "No package goes round in circles": ("text/sentence.py", "import bede.text.analysis"),
}


@pytest.mark.parametrize("contract", BREACHES)
def test_each_contract_can_fail(contract: str, tmp_path: Path) -> None:
    """A contract that a breach does not break is no contract."""
    shutil.copytree(SOURCE, tmp_path / "src" / "bede", ignore=shutil.ignore_patterns("data"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    module, line = BREACHES[contract]
    path = tmp_path / "src" / "bede" / module
    path.write_text(path.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    assert f"{contract} BROKEN" in " ".join(lint_imports(tmp_path).split())


def test_help_does_not_load_the_parser() -> None:
    """`bede --help` answers at once: it must not import spaCy or the stages."""
    program = (
        "import sys\n"
        "from click.testing import CliRunner\n"
        "from bede.cli import bede\n"
        "result = CliRunner().invoke(bede, ['--help'])\n"
        "heavy = {'spacy', 'pydantic', 'yaml', 'bede.text', 'bede.judgement'} & set(sys.modules)\n"
        "print(result.exit_code, sorted(heavy))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "0 []\n"


def test_each_plugin_folder_says_how_to_add_one() -> None:
    """Each folder of plug-ins opens with what to do, so nobody has to ask."""
    folders = ("documents/formats", "report/formats", "judgement/kinds", "evidence/sources")
    pages = [(SOURCE / folder / "__init__.py").read_text(encoding="utf-8") for folder in folders]
    assert ["To add a" in page for page in pages] == [True] * len(folders)


BUILDING = """
import json, sys
before = set(sys.modules)
from importlib.metadata import packages_distributions
from pathlib import Path
from bede.catalog import roles_by_type
from bede.evidence.build import build_reference
from bede.evidence.pack import FaultyPackError
packs = sorted(path.parent for path in Path(sys.argv[1]).glob("*/pack.toml"))
build_reference(packs, Path(sys.argv[2]), roles_by_type())
loaded = {name.partition(".")[0] for name in set(sys.modules) - before}
known = packages_distributions()
print(json.dumps(sorted({one for name in loaded for one in known.get(name, ())})))
"""


def test_the_packs_compile_with_the_build_requirements_alone(tmp_path: Path) -> None:
    """While Bede is being installed, what it needs to run is not there yet."""
    packs = SOURCE / "data" / "packs"
    command = [sys.executable, "-c", BUILDING, str(packs), str(tmp_path / "default.sqlite")]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    there = {"bede"} | closure(project["build-system"]["requires"])
    assert set(map(normal, json.loads(done.stdout))) - there == set()


def closure(requirements: Iterable[str]) -> set[str]:
    """The distributions that are installed with some requirements, themselves among them."""
    found: set[str] = set()
    todo = [normal(re.split(r"[^\w.-]", one)[0]) for one in requirements]
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            with contextlib.suppress(metadata.PackageNotFoundError):
                plain = [one for one in metadata.requires(name) or () if "extra ==" not in one]
                todo += [normal(re.split(r"[^\w.-]", one)[0]) for one in plain]
    return found


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
