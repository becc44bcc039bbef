"""Fourth stage: the reference, and what the words of a text stand for in it.

Facts live in packs, folders of YAML that historians write by hand. `build_reference` compiles
packs into one read-only file, `open_reference` opens it, `link` finds which entity a name means
or abstains and says why.
"""

from bede.evidence.linking import Link, describes, link
from bede.evidence.store import (
    Reference,
    open_reference,
)
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
    "Link",
    "Name",
    "Reference",
    "Source",
    "Value",
    "cite",
    "describes",
    "link",
    "open_reference",
]
