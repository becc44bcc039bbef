"""What cannot all be true: who is accused, who is spared, and that it always ends."""

from __future__ import annotations

import io

import pytest

from bede.catalog import Severity, roles_by_type
from bede.claims import extract
from bede.documents import read
from bede.evidence.build import reference_from_yaml
from bede.judgement import Finding, Settings, judge
from bede.text import analyse


def found(passage: str, settings: Settings | None = None) -> list[Finding]:
    """The findings of a passage about people whom no reference knows."""
    analysis = analyse(read("-", stdin=io.StringIO(passage)))
    with reference_from_yaml("", roles_by_type()) as reference:
        return list(judge(analysis, extract(analysis), reference, settings).findings)


def told(passage: str) -> list[tuple[str, str]]:
    """Rule and words of each finding."""
    return [(finding.rule, finding.place.text) for finding in found(passage)]


AGES = "In 1835 she was arrested at the age of 23. In 1840 she was expelled at the age of 28."


def test_one_wrong_date_does_not_accuse_those_that_clash_with_it() -> None:
    """Three ages against one birth."""
    passage = f"Ida Vell was born in 1822. {AGES} She died in 1850 aged 38."
    assert told(passage) == [("age-mismatch", "1822")]


def test_one_wrong_age_is_accused_among_right_ones() -> None:
    """The birth is right, and so are the others."""
    passage = f"Ida Vell was born in 1812. {AGES} She died in 1850 aged 60."
    assert told(passage) == [("age-mismatch", "aged 60")]


def test_it_is_told_when_a_misdated_claim_could_have_been() -> None:
    """From what all the others leave."""
    (finding,) = found(f"Ida Vell was born in 1822. {AGES} She died in 1850 aged 38.")
    (room,) = finding.readings
    assert room.says.startswith('"born" would fit between ')


def test_the_conflict_is_read_aloud_step_by_step() -> None:
    """Each step with the line that says it; what needs no saying is left out."""
    (finding,) = found("Ida Vell was born in 1812.\n\nShe was arrested in 1850 aged 20.")
    assert [(step.says, step.origin) for step in finding.conflict] == [
        ('the text dates "born" "1812"', "-:1"),
        ('the text says "aged 20" of Ida Vell at "arrested"', "-:3"),
        ('the text dates "arrested" "1850"', "-:3"),
    ]


SPARED = [
    "Ida Vell was born in 1812. Mary Vell was born in 1815.",  # two women
    "Ida was born in 1812. Ida was born in 1815.",  # first names are no persons
    "Ida Vell was born in 1812? Ida Vell was born about 1812.",
    "Ida Vell was born about 1812. Ida Vell was born in 1815.",  # circa
    "Ida Vell was born after 1812. Ida Vell was born before 1815.",  # open ends
    "Ida Vell was born in 1812. Perhaps Ida Vell was born in 1815.",
    "Ida Vell was born in 1812, not in 1815.",
    "Jon Marsh died in 1830. Ida Vell was his enemy. Two years after his death he lost his seat.",
    "Ida Vell lived in Velin until 1812. Ida Vell lived in Velin from 1810.",
]


@pytest.mark.parametrize("passage", SPARED)
def test_what_could_be_true_accuses_nobody(passage: str) -> None:
    """Other people, other days, other voices."""
    assert told(passage) == []


@pytest.mark.parametrize(
    "passage",
    [
        "Ida Vell was arrested after Tom Reed was expelled. Tom Reed was expelled after the"
        " arrest of Ida Vell.",
        "After his arrest Tom Reed was arrested.",
        "Tom Reed died before his death.",
        "Ida Vell was born in 1812. 10000000 years later Ida Vell died.",
        "Ida Vell died at the age of 99999999999.",
        "Ida Vell lived in Velin for 10000000000 years.",
        "In the year 999999999 Ida Vell was arrested. She had been born in 1 BC.",
    ],
)
def test_circles_and_absurd_numbers_come_to_an_end(passage: str) -> None:
    """With a finding or without one, never with an exception."""
    assert isinstance(told(passage), list)


def test_a_parameter_sets_the_room_for_rounding() -> None:
    """A year beside the right age is let pass, unless nobody is to be let pass."""
    passage = "Ida Vell was born on 1 May 1812. She died in June 1850 at the age of 39."
    strict = Settings(parameters={("age-mismatch", "rounding"): 0})
    assert (told(passage), len(found(passage, strict))) == ([], 1)


def test_two_sentences_may_be_about_two_people_of_one_name() -> None:
    """A warning, and so it is where one sentence names somebody twice; else it is an error."""
    (apart,) = found("Ida Vell was born in 1812. Ida Vell was born in 1815.")
    (twice,) = found("Ida Vell was born in 1812, and Ida Vell died in 1805.")
    (once,) = found("Ida Vell was born in 1812 and died in 1805.")
    severities = (apart.severity, twice.severity, once.severity)
    assert severities == (Severity.WARNING, Severity.WARNING, Severity.ERROR)


def test_a_long_life_story_is_judged_as_a_whole() -> None:
    """Four hundred dated statements, one of them out of a lifetime."""
    stays = " ".join(f"In {1820 + n % 30} Ida Vell lived in Velin." for n in range(400))
    end = "Ida Vell died in 1850. In 1861 Ida Vell lived in Velin."
    assert told(f"Ida Vell was born in 1812. {stays} {end}") == [("contradicts-itself", "1861")]
