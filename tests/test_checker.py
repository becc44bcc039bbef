"""Verdicts end to end: a small world, a sentence, and what Bede says of it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from bede.catalog import roles_by_type
from bede.checker import check, check_document
from bede.config import Config
from bede.documents import read
from bede.errors import UsageError
from bede.evidence import Reference
from bede.evidence.build import reference_from_yaml
from bede.judgement import Settings
from bede.report import DocumentReport

WORLD = """
sources:
  - {id: kell, author: M. Kell, title: A History of Tarn, work: A History of Tarn, year: "1901",
     kind: scholarly, family: kell, quality: decent}
  - {id: dorn, author: P. Dorn, title: Lives of Velin, work: Lives of Velin, year: "1922",
     kind: reference-work, family: dorn, quality: decent}
people:
  - {id: ana-orlo, name: Ana Orlo, sources: kell, confidence: high}
  - {id: tom-reed, name: Tom Reed, sources: kell, confidence: high}
  - {id: ida-vell, name: Ida Vell, sources: kell, confidence: high}
  - {id: jon-marsh, name: Jon Marsh, sources: kell, confidence: high}
organisations:
  - {id: league, name: League of Tarn, kind: party, sources: kell, confidence: high}
  - {id: council, name: Council of the League, kind: party body, part_of: league,
     sources: kell, confidence: high}
  - {id: tribunal, name: Tribunal of the League, kind: party body, part_of: league,
     sources: kell, confidence: high}
places:
  - {id: tarn, name: Tarn, kind: country, sources: kell, confidence: high}
  - {id: dorland, name: Dorland, kind: country, sources: kell, confidence: high}
  - {id: eskia, name: Eskia, kind: country, sources: kell, confidence: high}
  - {id: velin, name: Velin, kind: settlement, part_of: tarn, sources: kell, confidence: high}
  - {id: norwick, name: Norwick, kind: settlement, part_of: dorland, sources: kell,
     confidence: high}
offices:
  - {id: mayor, name: mayor of Velin, holders: single, sources: kell, confidence: high}
  - {id: seat, name: member of the Council, body: council, holders: many, sources: kell,
     confidence: high}
works:
  - {id: bells, title: The Bells of Velin, author: ida-vell, kind: novel, sources: kell,
     confidence: high}
facts:
  - {id: orlo-birth, type: birth, roles: {person: ana-orlo, place: velin}, when: 1790-05-04,
     sources: kell, confidence: high}
  - id: orlo-killed
    type: killing
    roles: {victim: ana-orlo, agent: tom-reed, place: norwick}
    when: 1839-03-03
    sources: kell
    confidence: high
  - {id: orlo-out-of-council, type: removal, roles: {person: ana-orlo, organisation: council,
     office: seat, by: league}, when: 1835-10-23, sources: kell, confidence: high}
  - {id: orlo-expelled, type: expulsion, roles: {person: ana-orlo, organisation: league,
     by: council}, when: 1836-11-14, sources: kell, confidence: high}
  - {id: orlo-exile, type: exile, roles: {person: ana-orlo, to: norwick}, when: 1837-01,
     sources: kell, confidence: high}
  - {id: orlo-dorland, type: residence, roles: {person: ana-orlo, place: dorland}, when: 1837/1838,
     sources: kell, confidence: high}
  - {id: orlo-eskia, type: residence, roles: {person: ana-orlo, place: eskia}, when: 1838/1838,
     sources: kell, confidence: high}
  - {id: orlo-tarn, type: residence, roles: {person: ana-orlo, place: tarn}, when: 1790/1836,
     sources: kell, confidence: high}
  - {id: vell-expelled, type: expulsion, roles: {person: ida-vell, organisation: league,
     by: council}, when: 1838, sources: kell, confidence: high}
  - {id: vell-birth, type: birth, roles: {person: ida-vell, place: velin}, when: 1805-02-14,
     old_style: 1805-02-02, sources: kell, confidence: high}
  - id: vell-death
    type: death
    roles: {person: ida-vell}
    when: 1880-11-14
    sources: kell
    confidence: high
    disputed:
      - {rank: variant, when: 1880-11-12, sources: dorn}
      - {rank: rejected, when: 1879, sources: dorn}
  - {id: reed-birth, type: birth, roles: {person: tom-reed, place: velin}, when: 1811,
     sources: kell, confidence: weak}
  - {id: reed-expelled, type: expulsion, roles: {person: tom-reed, organisation: league},
     when: 1838, sources: kell, confidence: high}
  - {id: marsh-mayor, type: tenure, roles: {person: jon-marsh, office: mayor}, when: 1830/1834,
     sources: kell, confidence: high}
  - {id: marsh-arrest, type: arrest, roles: {person: jon-marsh}, when: 1843, sources: kell,
     confidence: high}
  - {id: bells-published, type: publication, roles: {work: bells}, when: 1823, sources: kell,
     confidence: high}
completeness:
  - {id: all-of-vell, entity: ida-vell, type: expulsion, records: [vell-expelled],
     basis: Expelled once., complete: true, sources: kell, confidence: high}
  - {id: not-all-of-reed, entity: tom-reed, type: expulsion, records: [reed-expelled],
     basis: More are known., complete: false, sources: kell, confidence: high}
"""


@pytest.fixture(scope="module")
def world() -> Iterator[Reference]:
    """The small world, compiled once."""
    with reference_from_yaml(WORLD, roles_by_type()) as reference:
        yield reference


def checked(text: str, world: Reference, *, assume_complete: bool = True) -> DocumentReport:
    """A text taken through all stages."""
    document = read("-", stdin=io.StringIO(text))
    return check_document(
        document, world, Config(judging=Settings(assume_complete=assume_complete))
    )


def verdicts(report: DocumentReport) -> list[str]:
    """The verdicts on the claims of a document, in order."""
    return [claim.verdict.value for claim in report.claims]


def accusations(report: DocumentReport) -> list[tuple[str, str]]:
    """Rule and severity of what is more than a note."""
    return [(f.rule, f.severity.value) for f in report.findings if f.severity != "note"]


SUPPORTED = {
    "a year agrees with a day in it": "Ana Orlo was born in 1790.",
    "so does a decade": "Ana Orlo was born in the 1790s.",
    "a bound": "Ana Orlo was expelled from the League of Tarn before 1838.",
    "a bound on the other side": "Ana Orlo was expelled from the League of Tarn after 1830.",
    "circa": "Ana Orlo was born about 1792.",
    "a country holds its towns": "Ana Orlo was born in Tarn.",
    "a killing is a death": "Ana Orlo died in Norwick in 1839.",
    "the words may mean a removal": "Ana Orlo was expelled in 1835.",
    "the party acts through its council": "The League of Tarn expelled Ana Orlo in 1836.",
    "a person may act through a body": "Ida Vell was expelled by Jon Marsh in 1838.",
    "a description fits": "Ida Vell was expelled from the party in 1838.",
    "a weak fact supports": "Tom Reed was born in 1811.",
    "an Old Style day, unmarked": "Ida Vell was born on 2 February 1805.",
    "a New Style day, unmarked": "Ida Vell was born on 14 February 1805.",
    "both days side by side": "Ida Vell was born on 2 February (14 February) 1805.",
    "a year within a tenure": "Jon Marsh was mayor of Velin in 1832.",
    "the begin and the end of a tenure": "Jon Marsh was mayor of Velin from 1830 to 1834.",
    "part of a tenure": "Jon Marsh was mayor of Velin from 1831 to 1833.",
    "enough countries": "Ana Orlo lived in several countries.",
    "all in a list agree": "The Council of the League expelled Ida Vell and Tom Reed in 1838.",
    "a year that variants share": "Ida Vell died in 1880.",
    "the date that is not denied": "Ida Vell was expelled not in 1846 but in 1838.",
}


@pytest.mark.parametrize("text", SUPPORTED.values(), ids=SUPPORTED)
def test_supported(text: str, world: Reference) -> None:
    """Something beyond the person agrees and nothing clashes; the fact and its source are told."""
    report = checked(text, world)
    (claim,) = report.claims
    assert (claim.verdict.value, accusations(report)) == ("supported", [])
    assert claim.evidence[0].sources[0].citation.startswith("M. Kell")


CONTRADICTED = {
    "it happens once": ("Ana Orlo was born in 1792.", "wrong-date", "error"),
    "two parts fail": ("Ana Orlo was born in Norwick in 1792.", "wrong-date", "error"),
    "the date is right, the place is not": (
        "Ana Orlo was born in Dorland in 1790.",
        "wrong-place",
        "error",
    ),
    "another hand, which may have given the order": (
        "Ana Orlo was killed by Jon Marsh in 1839.",
        "wrong-person",
        "warning",
    ),
    "declared complete": ("Ida Vell was expelled in 1846.", "wrong-date", "error"),
    "declared complete, the sister body": (
        "Ida Vell was expelled by the Tribunal of the League.",
        "wrong-body",
        "error",
    ),
    "assumed complete": (
        "Ana Orlo was expelled from the League of Tarn in 1834.",
        "wrong-date",
        "warning",
    ),
    "assumed complete, every reading fails": (
        "Ana Orlo was expelled in 1834.",
        "wrong-date",
        "warning",
    ),
    "a state at another time": (
        "Jon Marsh was mayor of Velin in 1836.",
        "not-in-office",
        "warning",
    ),
    "one end of a state": (
        "Jon Marsh was mayor of Velin from 1825 to 1834.",
        "wrong-date",
        "warning",
    ),
    "a day of neither calendar": ("Ida Vell was born on 3 February 1805.", "wrong-date", "error"),
    "a value that is on record as wrong": ("Ida Vell died in 1879.", "wrong-date", "error"),
    "one in a list": (
        "The Council of the League expelled Ida Vell and Ana Orlo in 1836.",
        "wrong-date",
        "error",
    ),
}


@pytest.mark.parametrize(("text", "rule", "severity"), CONTRADICTED.values(), ids=CONTRADICTED)
def test_contradicted(text: str, rule: str, severity: str, world: Reference) -> None:
    """Every reading fails, and the reference knows, or is assumed to know, all of them."""
    report = checked(text, world)
    assert verdicts(report) == ["contradicted"]
    assert accusations(report) == [(rule, severity)]


OPEN = {
    "it can happen often": "Jon Marsh was arrested in 1846.",
    "declared incomplete": "Tom Reed was expelled in 1846.",
    "a weak fact never accuses": "Tom Reed was born in 1815.",
    "a weak fact with another date supports no place": "Tom Reed was born in Velin in 1815.",
    "nothing stated beyond the person": "Ana Orlo was born.",
    "more than are on record": "Ana Orlo lived in ten countries.",
    "nobody of that name": "Peter Holm was born in 1792.",
    "it is not sure who is meant": "In 1846 the Council of the League expelled her.",
    "a thing nobody knows": "Ana Orlo took part in the Tarn Revolt.",
    "denied": "Ana Orlo was not born in 1792.",
    "denied of everybody": "Nobody expelled Ida Vell in 1846.",
    "neither": "Neither Ida Vell nor Ana Orlo was expelled in 1846.",
    "something else was done instead": "Instead of expelling Ida Vell in 1846, they went home.",
}


@pytest.mark.parametrize("text", OPEN.values(), ids=OPEN)
def test_open(text: str, world: Reference) -> None:
    """Silence, not guilt; what was looked for is said."""
    report = checked(text, world)
    assert (verdicts(report), accusations(report)) == (["open"], [])
    assert report.claims[0].reason


SKIPPED = {
    "hedged": "Ana Orlo was probably born in 1792.",
    "planned": "The Council of the League planned to expel Ida Vell in 1846.",
    "conditional": "If Ana Orlo was born in 1792, all the tables are wrong.",
    "asked": "Was Ana Orlo born in 1792?",
    "reported": "Dorn claims that Ana Orlo was born in 1792.",
    "reported after": "Ana Orlo was born in 1792, Dorn says.",
    "according to": "According to Dorn, Ana Orlo was born in 1792.",
    "quoted": '"Ana Orlo was born in 1792," wrote Dorn.',
    "a rumour": "Rumours that Ana Orlo was born in 1792 were false.",
}


@pytest.mark.parametrize("text", SKIPPED.values(), ids=SKIPPED)
def test_skipped(text: str, world: Reference) -> None:
    """What the author does not assert is kept with the reason, and never accused."""
    report = checked(text, world)
    assert (verdicts(report), report.findings) == (["skipped"], ())
    assert report.claims[0].reason


@pytest.mark.parametrize("day", ["12 November 1880", "14 November 1880"])
def test_disputed(day: str, world: Reference) -> None:
    """Either of two values in good standing is a note that names the other."""
    report = checked(f"Ida Vell died on {day}.", world)
    (finding,) = report.findings
    other = {"12": "14", "14": "12"}[day[:2]]
    assert (verdicts(report), finding.severity.value) == (["disputed"], "note")
    assert f"or on {other} November 1880" in finding.message


def test_without_the_assumption_only_what_is_known_in_full_accuses(world: Reference) -> None:
    """Births, and what is declared complete, still do."""
    text = (
        "Ana Orlo was expelled from the League of Tarn in 1834. "
        "Jon Marsh was mayor of Velin in 1836. "
        "Ida Vell was expelled in 1846. "
        "Ana Orlo was born in 1792."
    )
    report = checked(text, world, assume_complete=False)
    assert verdicts(report) == ["open", "open", "contradicted", "contradicted"]
    assert accusations(report) == [("wrong-date", "error")] * 2


def test_an_omitted_body_leaves_every_reading_open_and_the_nearest_comes_first(
    world: Reference,
) -> None:
    """To be expelled may mean from the party or from its council; each is told, and why not."""
    (finding,) = checked("In 1834 the Tribunal of the League expelled Ana Orlo.", world).findings
    assert [evidence.fact for evidence in finding.evidence] == [
        "orlo-out-of-council",
        "orlo-expelled",
    ]
    assert [reading.says.split("; ")[1] for reading in finding.readings] == [
        "not in 1834",
        "not in 1834 nor by the Tribunal of the League",
    ]
    assert finding.suggestion is None


def test_a_suggestion_is_made_only_where_one_year_can_be_meant(world: Reference) -> None:
    """Not for a day, not where two parts clash, not where another reading has another year."""
    suggested = {
        text: [finding.suggestion.replacement if finding.suggestion else None]
        for text in (
            "Ana Orlo was born in 1792.",
            "Ana Orlo was born on 5 May 1792.",
            "Ana Orlo was born in Norwick in 1792.",
            "Ana Orlo was expelled in 1834.",
            "Ana Orlo was expelled from the League of Tarn in 1834.",
            "Jon Marsh was mayor of Velin in 1836.",
        )
        for finding in checked(text, world).findings
    }
    assert list(suggested.values()) == [["1790"], [None], [None], [None], ["1836"], [None]]


def test_a_suggestion_mends_the_text(world: Reference) -> None:
    """Put in its place, it leaves nothing to complain of."""
    text = "In 1792 Ana Orlo was born in Velin."
    (finding,) = checked(text, world).findings
    assert finding.suggestion is not None
    fix = finding.suggestion
    mended = text[: fix.start] + fix.replacement + text[fix.end :]
    assert (mended, checked(mended, world).findings) == ("In 1790 Ana Orlo was born in Velin.", ())


def test_an_order_holds_although_a_date_is_wrong(world: Reference) -> None:
    """The exile did follow the expulsion, whose year the text has wrong."""
    text = (
        "Following her expulsion from the League of Tarn in 1834, Ana Orlo was exiled to Norwick."
    )
    report = checked(text, world)
    (relation,) = report.relations
    assert (relation.text, relation.verdict.value) == ("Following", "supported")
    assert verdicts(report) == ["contradicted", "supported"]
    assert accusations(report) == [("wrong-date", "warning")]


def test_an_order_can_be_wrong_although_every_date_is_right(world: Reference) -> None:
    """Two facts that the reference dates, the wrong way round."""
    report = checked("Ana Orlo was murdered in 1839, before Ida Vell was expelled in 1838.", world)
    assert verdicts(report) == ["supported", "supported"]
    assert accusations(report) == [("impossible-order", "error")]


def test_works_are_resolved_as_mentions_and_nothing_is_claimed_of_them(world: Reference) -> None:
    """A title is no statement; one that the reference does not know stays unresolved."""
    report = checked('To read on: "The Bells of Velin" and "The Fall of Tarn".', world)
    (work,) = report.works
    assert (work.title, work.authors, work.first_published) == (
        "The Bells of Velin",
        ("Ida Vell",),
        "1823",
    )
    assert (report.claims, report.findings) == ((), ())


def test_headings_and_code_are_never_checked(tmp_path: Path, world: Reference) -> None:
    """The same words are checked where they are prose."""
    page = tmp_path / "page.md"
    page.write_text(
        "# Ana Orlo was born in 1792\n\n"
        "    Ana Orlo was born in 1793.\n\n"
        "```text\nAna Orlo was born in 1794.\n```\n\n"
        "It says `Ana Orlo was born in 1795`.\n\n"
        "Ana Orlo was born in 1796.\n"
    )
    report = check_document(read(str(page)), world, Config())
    assert [(f.rule, f.place.line, f.place.column) for f in report.findings] == [
        ("wrong-date", 11, 22)
    ]


def test_select_and_ignore_hide_findings_and_change_no_verdict(world: Reference) -> None:
    """The claim is contradicted all the same."""
    document = read("-", stdin=io.StringIO("Ana Orlo was born in 1792."))
    for config in (
        Config(only=frozenset({"disputed-date"})),
        Config(without=frozenset({"wrong-date"})),
    ):
        report = check_document(document, world, config)
        assert (verdicts(report), report.findings) == (["contradicted"], ())
    with pytest.raises(UsageError, match="there is no rule 'gossip'"):
        check([], Config(only=frozenset({"gossip"})))


def test_a_report_keeps_what_could_not_be_read_beside_what_could(tmp_path: Path) -> None:
    """Documents in the order of the paths; the exit code says that something was wrong."""
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text("The weather was fine.\n")
    seen: list[tuple[int, int, str]] = []
    paths = [str(tmp_path / name) for name in ("b.txt", "gone.txt", "a.txt")]
    report = check(paths, progress=lambda done, total, path: seen.append((done, total, path)))
    assert [document.path for document in report.documents] == [paths[0], paths[2]]
    assert [problem.path for problem in report.problems] == [paths[1]]
    assert report.exit_code == 2
    assert seen == [(1, 2, paths[0]), (2, 2, paths[2])]
