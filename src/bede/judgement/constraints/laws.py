"""The laws of time that hold of every life and every deed, whoever tells of them.

Each law is a few constraints between points, tagged with the rule that states it. The numbers in
them are parameters of those rules, so that a user can set others.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from bede.catalog import EventType, Role
from bede.chronology import Duration, Unit
from bede.chronology.length import days_of
from bede.judgement.constraints.points import Extent, equal
from bede.judgement.network import Constraint, Origin, at_least

Parameter = Callable[[str, str], int]
"""The value of a parameter, by the name of its rule and its own."""

AGES: Final = "impossible-age"
LIVES: Final = "impossible-lifespan"
PARENTS: Final = "impossible-parentage"
BEGINNINGS: Final = "acts-before-birth"
ENDINGS: Final = "acts-after-death"
BODY_BEGINNINGS: Final = "body-not-yet-founded"
BODY_ENDINGS: Final = "body-no-longer-there"
DEFINITION: Final = "begin-and-end"
"""The reference of what needs no saying: a life begins with the birth and ends with the death."""

ATTACKS: Final = frozenset({"killing"})
"""What ends a life, but perhaps days later: the victim dies of it."""


def years(count: int) -> tuple[int, int]:
    """The fewest and the most days that so many years take."""
    return days_of(Duration(count, Unit.YEAR))


def lifespan(name: str, life: Extent, parameter: Parameter) -> tuple[Constraint, ...]:
    """That nobody grows older than anybody ever has.

    Args:
        name: of the person, for the explanation.
        life: the points of the life.
        parameter: the parameters of the rules.
    """
    longest = parameter(LIVES, "longest-life")
    says = f"nobody is known to have lived longer than {longest} years ({name})"
    # A life of 122 years is over before the 123rd birthday.
    most = years(longest + 1)[1]
    return (*life.ordered, Constraint(life.begin, life.end, most, Origin("rule", says, LIVES)))


def share(
    event: EventType,
    role: Role,
    deed: Extent,
    what: str,
    name: str,
    life: Extent,
    parameter: Parameter,
    *,
    person: bool,
    again: bool = False,
) -> tuple[Constraint, ...]:
    """What it means for somebody or something to fill a role of a deed.

    A birth is the begin of a life. Who must exist is there on one day of the deed at least, and is
    as old as the role asks.

    Args:
        event: the type of the deed.
        role: the role filled.
        deed: the points of the deed.
        what: the words or the clause that tell it, for the explanation.
        name: who fills the role.
        life: the points of the filler.
        parameter: the parameters of the rules.
        person: whether the filler is a person.
        again: whether the begin or the end is also told otherwise: of a body refounded or
            dissolved twice, of a death some days after the attack.
    """
    if role.name in (event.begins, event.ends):
        return _bounds(event, role, deed, what, name, life, parameter, again=again)
    if not role.must_exist and role.least_age is None:
        return ()
    found: tuple[Constraint, ...] = ()
    if role.must_exist:
        early = f"{name} takes part in {what}, and nobody acts before being born"
        late = f"{name} takes part in {what}, and nobody acts after death"
        if not person:
            early = f"{name} takes part in {what}, and nothing acts before it is there"
            late = f"{name} takes part in {what}, and nothing acts after its end"
        first = Origin("rule", early, BEGINNINGS if person else BODY_BEGINNINGS)
        last = Origin("rule", late, ENDINGS if person else BODY_ENDINGS)
        # What somebody is or holds lies inside the life; of other deeds one day is enough.
        whole = person and role.key and event.nature == "state"
        found = (
            at_least(life.begin, deed.begin if whole else deed.end, 0, first),
            at_least(deed.end if whole else deed.begin, life.end, 0, last),
        )
    if role.least_age is not None and person:
        least = parameter(AGES, role.least_age)
        says = f"{name} takes part in {what}, and nobody does so at less than {least} years of age"
        found += (at_least(life.begin, deed.end, years(least)[0], Origin("rule", says, AGES)),)
    return found


def _bounds(
    event: EventType,
    role: Role,
    deed: Extent,
    what: str,
    name: str,
    life: Extent,
    parameter: Parameter,
    *,
    again: bool,
) -> tuple[Constraint, ...]:
    """What begins a life or a time, or ends it."""
    begins = role.name == event.begins
    origin = Origin("rule", f"with {what} {name} {'begins' if begins else 'ends'}", DEFINITION)
    if not again:
        end = life.begin if begins else life.end
        return (*equal(deed.begin, end, origin), *equal(deed.end, end, origin))
    if begins:
        return (at_least(life.begin, deed.begin, 0, origin),)
    if event.name not in ATTACKS:
        return (at_least(deed.end, life.end, 0, origin),)
    most = parameter(ENDINGS, "dies-of-wounds-within")
    says = f"{what} kills {name} within {most} days"
    return (
        at_least(deed.begin, life.end, 0, origin),
        Constraint(deed.begin, life.end, most, Origin("rule", says, ENDINGS)),
    )


def parentage(
    child: tuple[str, Extent], parent: tuple[str, Extent], which: str, parameter: Parameter
) -> tuple[Constraint, ...]:
    """The ages between which people have children, and that a mother lives at the birth.

    Args:
        child: name and life.
        parent: name and life.
        which: "father", "mother", or "parent" where the text does not say.
        parameter: the parameters of the rules.
    """
    (younger, born), (elder, life) = child, parent
    least = parameter(PARENTS, "youngest-parent")
    mother = which == "mother"
    oldest = parameter(PARENTS, "oldest-mother" if mother else "oldest-father")
    after = 0 if mother else parameter(PARENTS, "posthumous-days")
    kin = f"{elder} is the {which} of {younger}, and"
    young = f"{kin} nobody has a child at less than {least} years of age"
    old = f"{kin} no {which} was older than {oldest} years"
    dead = f"{kin} nobody has a child more than {after} days after death"
    if which != "parent":
        dead = f"{kin} a child is born within {after} days after its father's death"
    if mother:
        dead = f"{kin} a mother lives when her child is born"
    return (
        at_least(life.begin, born.begin, years(least)[0], Origin("rule", young, PARENTS)),
        Constraint(life.begin, born.begin, years(oldest + 1)[1], Origin("rule", old, PARENTS)),
        Constraint(life.end, born.begin, after, Origin("rule", dead, PARENTS)),
    )
