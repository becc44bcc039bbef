"""A small world: one person, two bodies, one expulsion, its sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

PACK_TOML = """\
name = "small"
version = "1.0"
title = "A small pack"
licence = "CC0-1.0"
editors = ["A. Historian"]
scope = "One expulsion."

[[completeness]]
id = "all-expulsions"
entity = "orlo"
type = "expulsion"
where = { organisation = "league", time = "1839/.." }
records = ["orlo-expelled"]
basis = "Expelled once."
complete = true
sources = ["kell"]
confidence = "high"
"""

FILES = {
    "pack.toml": PACK_TOML,
    "people.yaml": """\
- id: orlo
  name: Ana Orlo
  birth_name: Ana Vell
  aliases: [A. B. Orlo, Órlova]
  sources: kell
  confidence: high
""",
    "organisations.yaml": """\
- id: league
  kind: party
  names:
    - name: Tarn League
      from: 1830
      to: 1838-05
      sources: [kell]
    - name: Grand League
      from: 1838-05
      sources: [kell]
  aliases: [the League]
  sources: [kell]
  confidence: medium

- id: council
  name: Council of the League
  kind: party body
  part_of: league
  sources: [kell]
  confidence: medium
""",
    "sources.yaml": """\
- id: kell
  author: M. Kell
  title: The Expulsions
  work: A History of Tarn
  publisher: Velin Press
  year: 1901
  pages: pp. 12-19
  kind: scholarly
  family: kell
  quality: decent
""",
    "facts/expulsions.yaml": """\
- id: orlo-expelled
  type: expulsion
  roles:
    person: orlo
    organisation: league
    by: [council]
  when: 1839-05-14
  old_style: 1839-05-02
  note: decided in her absence
  sources: [kell]
  confidence: high
  disputed:
    - rank: variant
      when: 1839-05
      sources: [kell]
    - rank: rejected
      roles: {by: league}
      sources: [kell]
""",
}

ROLES = {
    "expulsion": {
        "person": ("person",),
        "organisation": ("organisation",),
        "by": ("organisation", "person"),
    },
    "death": {"person": ("person",), "cause": ()},
}

MakePack = Callable[..., Path]


@pytest.fixture
def roles() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The event types of the small world."""
    return ROLES


@pytest.fixture
def make_pack(tmp_path: Path) -> MakePack:
    """Write the small pack, with some files put in place of the usual ones."""

    def make(changes: Mapping[str, str | bytes] | None = None, name: str = "small") -> Path:
        folder = tmp_path / name
        for file, content in {**FILES, **(changes or {})}.items():
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return folder

    return make


@pytest.fixture
def small_yaml() -> str:
    """The small world as one YAML document."""
    document = []
    for file, content in FILES.items():
        if file.endswith(".yaml"):
            key = file.split("/")[0].removesuffix(".yaml")
            document.append(f"{key}:\n{content}")
    return "\n".join(document)
