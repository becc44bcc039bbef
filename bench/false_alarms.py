"""How often Bede accuses texts that nobody tampered with, and how much of them it can check.

    python bench/false_alarms.py [FOLDER_OR_FILE ...]

Without arguments it reads the corpora that lie beside the project (`../shared/corpora/texts`, the
untouched passages of `../shared/corpora/planted/dev`, `../shared/corpora/claims/dev/texts`), and
says so when they are absent. Every error and warning is printed, for a person to judge.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from bede.catalog import Severity
from bede.checker import check
from bede.report import Report

SHARED = Path(__file__).parents[2] / "shared" / "corpora"


def corpora(scratch: Path) -> dict[str, list[str]]:
    """The texts beside the project, by name; passages are written to a scratch folder."""
    found: dict[str, list[str]] = {}
    for name in ("texts", "claims/dev/texts"):
        if (SHARED / name).is_dir():
            found[name] = [
                str(path) for path in sorted((SHARED / name).glob("*.*")) if path.stem != "README"
            ]
    passages = SHARED / "planted" / "dev" / "passages.jsonl"
    if passages.is_file():
        for line in passages.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if record["planted"] is None:
                (scratch / f"{record['id']}.txt").write_text(record["text"], encoding="utf-8")
        found["planted/dev, untouched"] = [str(scratch)]
    return found


def tell(name: str, report: Report) -> None:
    """Print what was found in one corpus."""
    words = sum(len(Path(d.path).read_text(encoding="utf-8").split()) for d in report.documents)
    claims = sum(len(document.claims) for document in report.documents)
    checked = sum(document.checked for document in report.documents)
    errors, warnings, notes = (report.count(severity) for severity in Severity)
    print(
        f"{name}: {len(report.documents)} texts, {words} words, {claims} claims, "
        f"{checked} checked; {errors} errors, {warnings} warnings, {notes} notes"
    )
    for document in report.documents:
        for finding in document.findings:
            if finding.severity is not Severity.NOTE:
                place = f"{document.path}:{finding.place.line}:{finding.place.column}"
                print(f"  {place} {finding.severity} {finding.rule}: {finding.message}")


def main() -> None:
    """Check each corpus and print its line."""
    if sys.argv[1:]:
        tell(" ".join(sys.argv[1:]), check(sys.argv[1:]))
        return
    with tempfile.TemporaryDirectory() as scratch:
        found = corpora(Path(scratch))
        if not found:
            print(f"no corpora beside the project ({SHARED} is absent); name texts to read instead")
        for name, paths in found.items():
            tell(name, check(paths))


if __name__ == "__main__":
    main()
