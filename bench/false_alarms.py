"""How often Bede accuses texts that nobody tampered with, and how much of them it can check.

    python bench/false_alarms.py [FOLDER_OR_FILE ...]

Without arguments it reads the corpora that lie beside the project (`../shared/corpora/texts`, the
untouched passages of `../shared/corpora/planted/dev`, `../shared/corpora/claims/dev/texts`), and
says so when they are absent. Every error and warning is printed, for a person to judge, and at the
end how often each rule spoke, rules that never did included.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from bede.catalog import Severity, rules
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


def tell_rules(reports: Iterable[Report]) -> None:
    """Print how often each rule spoke in all corpora, by severity."""
    spoken = Counter(
        (finding.rule, finding.severity)
        for report in reports
        for document in report.documents
        for finding in document.findings
    )
    print(f"\n{'rule':24} {'errors':>6} {'warnings':>8} {'notes':>5}")
    for rule in rules():
        errors, warnings, notes = (spoken[rule, severity] for severity in Severity)
        print(f"{rule:24} {errors:6} {warnings:8} {notes:5}")


def main() -> None:
    """Check each corpus and print its line, then the rules."""
    with tempfile.TemporaryDirectory() as scratch:
        named = sys.argv[1:]
        found = {" ".join(named): named} if named else corpora(Path(scratch))
        if not found:
            print(f"no corpora beside the project ({SHARED} is absent); name texts to read instead")
            return
        reports = {name: check(paths) for name, paths in found.items()}
        for name, report in reports.items():
            tell(name, report)
    tell_rules(reports.values())


if __name__ == "__main__":
    main()
