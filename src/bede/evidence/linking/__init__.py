"""From the names in a text to entities of the reference, or to an honest abstention.

`link` looks at the words of one name alone. A `Linker` reads a whole document: it finds its names,
weighs the bearers of each by their period, their company and how well known they are, and holds
to one bearer for one name unless the text says otherwise.
"""

from bede.evidence.linking.linker import Linker
from bede.evidence.linking.lookup import describes, link
from bede.evidence.linking.values import Link, NamedThing, Occurrence, Rated

__all__ = [
    "Link",
    "Linker",
    "NamedThing",
    "Occurrence",
    "Rated",
    "describes",
    "link",
]
