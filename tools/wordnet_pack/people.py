"""From synsets of persons to records of people, their births and their deaths."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from bede.evidence.importing import Ids, slug
from bede.evidence.names import name_key
from wordnet_pack.choices import Choice
from wordnet_pack.database import PERSONS, Database, Synset
from wordnet_pack.lives import Life, read_life
from wordnet_pack.naming import Names, first_words, names_of, of_realm

PERSON = ("person", "03")
"""The first lemma and the topic of the sense that all persons fall under."""


@dataclass(frozen=True, slots=True)
class Person:
    """One person of WordNet with a lifespan.

    Attributes:
        id: of the record in the pack.
        offsets: of the synsets, the first one first.
        names: all names.
        description: the definition without the lifespan.
        life: as the gloss gives it.
    """

    id: str
    offsets: tuple[str, ...]
    names: Names
    description: str
    life: Life


def people(
    database: Database, choices: Mapping[str, Choice], several_rulers: Collection[str] = ()
) -> Iterator[Person]:
    """Yield the people of WordNet who have a lifespan, in the order of their offsets.

    Args:
        database: the nouns.
        choices: what the editors decided, by offset.
        several_rulers: names that rulers of several realms bore; they get the realm.
    """
    found = {synset.offset: synset for synset in _persons(database)}
    for choice in choices.values():
        for offset in choice.same:
            found.pop(offset, None)
    bearers = Counter(word for synset in found.values() for word in first_words(synset.lemmas))
    no_names = {
        word for word, number in bearers.items() if number > 1
    } | database.words_but_persons()
    ids = Ids()
    for offset, synset in sorted(found.items()):
        choice = choices.get(offset, Choice())
        life, description = read_life(synset.definition)
        if life is None or choice.leave_out or choice.elsewhere:
            continue
        offsets = (offset, *choice.same)
        lemmas = [lemma for at in offsets for lemma in database.synsets[at].lemmas]
        kept = [name for name in (*lemmas, *choice.more_names) if name not in choice.not_names]
        names = _told_apart(names_of(kept, no_names, choice.label), description, several_rulers)
        yield Person(ids.fresh(f"wn-{slug(names.label)}"), offsets, names, description, life)


def _told_apart(names: Names, description: str, several_rulers: Collection[str]) -> Names:
    """Add the name with the realm; leave out the bare name where others bore it."""
    every = [names.label, *names.whole]
    told = [full for name in every if (full := of_realm(name, description))]
    kept = [name for name in (*every, *told) if name not in several_rulers]
    known = {name_key(name): name for name in reversed(kept)}
    famed = [name for name in kept if " the " in name]  # "Peter the Great"
    label = names.label if names.label in kept else (*famed, *told, *kept)[0]
    whole = [name for name in reversed(known.values()) if name_key(name) != name_key(label)]
    return Names(label, tuple(whole), names.short)


def _persons(database: Database) -> Iterator[Synset]:
    root = database.sense(*PERSON)
    for synset in database.synsets.values():
        # A few stand under a wrong sense: the engineer of a train under him who builds engines.
        if synset.instance and (synset.topic == PERSONS or database.is_a(synset, root)):
            yield synset
