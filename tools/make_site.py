"""Write the documentation as a site.

    python tools/make_site.py [FOLDER]      the folder is `site` if none is given

The pages are laid out by `docs_site.staging` and set by Sphinx. A link that leads nowhere, or a
page that is not in the navigation, stops it.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
CONFIGURATION = Path(__file__).parent / "docs_site"


def make(folder: Path) -> int:
    """Write the site to a folder, in place of what is there; returns an exit code."""
    from sphinx.cmd.build import main as build

    from docs_site.staging import PICTURES, BrokenLinkError, stage

    with tempfile.TemporaryDirectory() as scratch:
        pages, made = Path(scratch, "pages"), Path(scratch, "site")
        try:
            stage(pages)
        except BrokenLinkError as error:
            sys.stderr.write(f"{error}\n")
            return 1
        doctrees = str(Path(scratch, "doctrees"))
        words = ["-b", "html", "-c", str(CONFIGURATION), "-d", doctrees, "-q", "-n", "-W"]
        failed = build([*words, "--keep-going", str(pages), str(made)])
        if failed:
            return failed
        # Sphinx takes over what pages show, not what they lead to
        shutil.copytree(PICTURES, made / PICTURES.name)
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(made, folder)
    return 0


def main(arguments: Sequence[str]) -> int:
    """The command."""
    folder = Path(arguments[0]) if arguments else ROOT / "site"
    if folder.exists() and any(folder.iterdir()) and not (folder / "objects.inv").is_file():
        sys.stderr.write(f"{folder}: holds something else than a site; name another folder\n")
        return 2
    code = make(folder)
    if code == 0:
        sys.stdout.write(f"Open {folder / 'index.html'}\n")
    return code


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "tools")]
    sys.exit(main(sys.argv[1:]))
