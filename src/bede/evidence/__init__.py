"""Fourth stage: the reference, and what the words of a text stand for in it.

Facts live in packs, folders of YAML that historians write by hand. `build_reference` compiles
packs into one read-only file, and `open_reference` opens it. Which entity a name means is the work
of `bede.evidence.linking`; it reads language, so it is not imported here: packs are compiled while
Bede is being installed, before anything that reads language is there.
"""

from bede.evidence.reading import Reference
from bede.evidence.several import References, open_references
from bede.evidence.store import open_reference
from bede.evidence.values import (
    Completeness,
    Entity,
    Fact,
    Name,
    Source,
    Value,
    cite,
)

__all__ = [
    "Completeness",
    "Entity",
    "Fact",
    "Name",
    "Reference",
    "References",
    "Source",
    "Value",
    "cite",
    "open_reference",
    "open_references",
]
