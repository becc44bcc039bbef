"""Of two people of one name, whom does Bede take a name for, and how often does it abstain?

    python bench/homonyms.py [--list]

The passages lie beside the project, in `../shared/corpora/homonyms/dev`, and the people in the
tables of the planted passages; the script says so when they are absent. Accuracy is of the
passages that were decided. Beside it stand two baselines that look at the name alone: the first of
its bearers in the reference, and the one whom most sources name.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from planted import reference_in

from bede.checker.naming import read_names
from bede.config import Config
from bede.evidence import Reference, open_reference

HOMONYMS = Path(__file__).parents[2] / "shared" / "corpora" / "homonyms" / "dev" / "homonyms.jsonl"


def baselines(surface: str, reference: Reference) -> tuple[str | None, str | None]:
    """The first bearer of a name, and the best known, by the name alone."""
    people = [entity for entity, _ in reference.named(surface) if entity.kind == "person"]
    if not people:
        return None, None
    first = min(people, key=lambda entity: entity.id)
    known = max(people, key=lambda entity: (entity.prominence, entity.id))
    return first.id, known.id


def tell(name: str, answers: dict[str, str | None], gold: list[dict[str, Any]]) -> None:
    """Print how many answers are right."""
    decided = [one for one in gold if answers.get(one["id"]) is not None]
    right = sum(answers[one["id"]] == one["gold"] for one in decided)
    share = right / len(decided) if decided else 0.0
    silent = 1 - len(decided) / len(gold)
    print(
        f"{name:28} right {right:3} of {len(decided):3} decided: {share:.3f}  abstains {silent:.3f}"
    )


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--list", action="store_true", help="print what was not right")
    chosen = options.parse_args()
    if not HOMONYMS.is_file():
        sys.exit("the passages are not beside the project (../shared/corpora/homonyms)")
    gold = [json.loads(line) for line in HOMONYMS.read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        reference = reference_in(folder)
        texts = folder / "texts"
        texts.mkdir()
        for one in gold:
            (texts / f"{one['id']}.txt").write_text(one["text"], encoding="utf-8")
        documents, _ = read_names([str(texts)], Config(reference=(str(reference),)))
        found: dict[str, str | None] = {}
        by_id = {Path(document.document.path).stem: document for document in documents}
        for one in gold:
            mention = one["mention"]
            names = [
                name
                for name in by_id[one["id"]].names
                if name.start < mention["end"] and mention["start"] < name.end
            ]
            found[one["id"]] = names[0].entity.id if names and names[0].entity else None
            if chosen.list and found[one["id"]] != one["gold"]:
                print(one["id"], mention["surface"], found[one["id"]], "gold", one["gold"])
        with open_reference(str(reference)) as opened:
            plain = {one["id"]: baselines(one["mention"]["surface"], opened) for one in gold}
    tell("Bede", found, gold)
    tell("longest match, first bearer", {key: one for key, (one, _) in plain.items()}, gold)
    tell("longest match, best known", {key: one for key, (_, one) in plain.items()}, gold)


if __name__ == "__main__":
    main()
