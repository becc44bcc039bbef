"""How fast the chronological network loads, finds a conflict, tightens, and tries a claim.

    python bench/network.py [--largest N] [--limit SECONDS]

The networks are made up but shaped like a library of lives, see `lives`; the same number gives the
same network. Each measurement runs in a process of its own; `peak` is all the memory of that
process, the constraints and their origins included, and `growth` is the exponent by which the time
follows the size: 1.0 means that a constraint costs the same in a network ten times as large.
Seconds depend on the machine. What does not, roughly, is how they grow, and the ratios of the last
table, where other libraries do the same work in the same run: whether the constraints can all be
true, counted from the list of constraints on. They are no dependencies of Bede; those that are not
installed are passed over. None of them says whose constraints the conflict is made of.
"""

from __future__ import annotations

import argparse
import importlib.util
import math
import multiprocessing
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from multiprocessing.connection import Connection
from typing import Any, TypeAlias

from bede.judgement.network import (
    ORIGIN_POINT,
    Constraint,
    Network,
    Origin,
    Statement,
    at_least,
    no_earlier,
    no_later,
    smallest_repair,
)

YEAR = 365
FIRST, LAST = 2_086_303, 2_451_545
"""Day numbers of the years 1000 and 2000: all births lie between them."""
CLAIMS = 2_000
"""How many claims are tried on one network."""
SIZES = (1_000, 10_000, 100_000, 1_000_000)

Row: TypeAlias = tuple[float, ...]
Order: TypeAlias = tuple[str, str, int]

BORN_FIRST = Origin("rule", "nobody dies before he is born", "impossible-order")
IN_LIFE = Origin("rule", "nobody acts before birth or after death", "acts-after-death")
LONGEST_LIFE = Origin("rule", "nobody lives longer than 122 years", "impossible-age")


def lives(count: int, *, seed: int = 731) -> list[Constraint]:
    """A consistent network of about lives: all of it is true of days that are drawn first.

    Each person has a birth, a death at most 90 years later and one to eleven events between them.
    A quarter of all points are undated; of the others most are dated to a day or a year, some to
    a decade, some on one side only. Half of the events are said to follow the one before in the
    same life, some with a distance; two in five are said to follow the one that happened just
    before in any of about 300 lives. Each statement has an origin of its own.

    Args:
        count: how many constraints.
        seed: another number gives another network.
    """
    draw = random.Random(seed)  # noqa: S311 - the same network every time
    said: list[Constraint] = []
    near: list[tuple[int, str]] = []
    person = 0
    while len(said) < count:
        person += 1
        near += _life(said, draw, f"person {person}")
        if person % 300 == 0 or len(said) > 0.95 * count:
            near.sort()
            for (_, earlier), (_, later) in pairwise(near):
                if draw.random() < 0.4:
                    says = Origin("text", f"{later} came after {earlier}", f"page {len(said)}")
                    said.append(at_least(earlier, later, 0, says))
            near = []
    return said[:count]


def _life(said: list[Constraint], draw: random.Random, name: str) -> Iterator[tuple[int, str]]:
    """Say what there is to say of one life, and give its events with their true days."""
    born = draw.randrange(FIRST, LAST)
    died = born + draw.randrange(15 * YEAR, 90 * YEAR)
    birth, death = f"{name}, birth", f"{name}, death"
    said += [at_least(birth, death, 0, BORN_FIRST)]
    said += [Constraint(birth, death, 122 * YEAR, LONGEST_LIFE)]
    said += [*_dated(birth, born, draw), *_dated(death, died, draw)]
    days = sorted(draw.randrange(born, died) for _ in range(draw.randrange(1, 12)))
    for number, day in enumerate(days):
        event, before = f"{name}, event {number}", f"{name}, event {number - 1}"
        said += [at_least(birth, event, 0, IN_LIFE), at_least(event, death, 0, IN_LIFE)]
        said += _dated(event, day, draw)
        if number and draw.random() < 0.5:
            between = day - days[number - 1]
            says = Origin("text", f"{event} came after event {number - 1}", f"life of {name}")
            said.append(at_least(before, event, draw.choice((0, between // 2)), says))
            if draw.random() < 0.3:
                said.append(Constraint(before, event, between + draw.randrange(YEAR), says))
        yield day, event


def _dated(point: str, day: int, draw: random.Random) -> list[Constraint]:
    says = Origin("fact", f"{point} is dated {day}", f"record of {point}")
    kind = draw.random()
    if kind < 0.25:
        return []
    if kind < 0.30:
        return [no_later(point, day + draw.randrange(20 * YEAR), says)]
    if kind < 0.35:
        return [no_earlier(point, day - draw.randrange(20 * YEAR), says)]
    wide = YEAR if kind < 0.60 else 10 * YEAR if kind < 0.70 else 1
    first = day - draw.randrange(wide)
    return [no_earlier(point, first, says), no_later(point, first + wide - 1, says)]


def with_a_conflict(said: Sequence[Constraint]) -> list[Constraint]:
    """The same, and three orders over two undated points that put the last event before the first.

    They stand a quarter of the network apart from each other.
    """
    exact = [each for each in said if each.start == ORIGIN_POINT and "event" in each.end]
    first = min(exact, key=lambda each: each.at_most).end
    last = max(exact, key=lambda each: each.at_most).end
    chain = (last, "a rumour", "a reply", first)
    changed = list(said)
    for number, (earlier, later) in enumerate(pairwise(chain), start=1):
        says = Origin("text", f"{later} came after {earlier}", "a careless page")
        changed.insert(number * len(said) // 4, at_least(earlier, later, 1, says))
    return changed


def consistency(count: int) -> Row:
    """Seconds to load a consistent network and to tighten it, points, and peak memory in MB."""
    said = lives(count)
    network = Network()
    start = time.perf_counter()
    conflict = network.load(said)
    loaded = time.perf_counter()
    network.bounds()
    tightened = time.perf_counter()
    if conflict is not None:
        raise SystemExit("the network should be consistent")
    return loaded - start, tightened - loaded, len(network.points), _peak()


def conflict(count: int) -> Row:
    """Seconds to refuse a network with a conflict, the steps of that, and peak memory in MB."""
    said = with_a_conflict(lives(count))
    network = Network()
    start = time.perf_counter()
    found = network.load(said)
    end = time.perf_counter()
    if found is None:
        raise SystemExit("the network should have a conflict")
    return end - start, len(found.steps), _peak()


def claims(count: int) -> Row:
    """Trying claims on a network: number, median and p99 in ms, of those that fit, then of others.

    A claim is an event in somebody's life, dated to a year or so, that followed another event. Its
    eight constraints are added and undone.
    """
    said = lives(count)
    network = Network()
    network.load(said)
    draw = random.Random(597)  # noqa: S311 - the same network every time
    bounds = network.bounds()
    events = [point for point in network.points if "event" in point]
    times: tuple[list[float], list[float]] = [], []
    for number in range(CLAIMS):
        earlier = draw.choice(events)
        person = earlier.partition(",")[0]
        begin, end = f"claim {number}, begin", f"claim {number}, end"
        day = (bounds.days(earlier)[0] or FIRST) + draw.randrange(20 * YEAR)
        if draw.random() < 0.3:
            day = draw.randrange(FIRST, LAST)
        says = Origin("text", "he did so in that year", "page 1")
        claim = (
            no_earlier(begin, day, says),
            no_later(begin, day + YEAR, says),
            no_earlier(end, day, says),
            no_later(end, day + YEAR, says),
            at_least(begin, end, 0, says),
            at_least(f"{person}, birth", begin, 0, IN_LIFE),
            at_least(end, f"{person}, death", 0, IN_LIFE),
            at_least(earlier, begin, 0, says),
        )
        start = time.perf_counter()
        refused = network.conflict_with(claim)
        times[refused is not None].append(1000 * (time.perf_counter() - start))
    cells: list[float] = []
    for each in times:
        cells += [len(each), statistics.median(each), statistics.quantiles(each, n=100)[-1]]
    return tuple(cells)


def repair(count: int, wrong: int) -> Row:
    """Seconds to repair a document with wrong dates, and how many statements are given up.

    A sentence dates an event in one of many lives that the reference knows, one in five in two
    readings; others order two events of one life.
    """
    draw = random.Random(1)  # noqa: S311 - the same network every time
    base, said = Network(), []
    people: list[list[tuple[int, str]]] = []
    for number in range(count // 20):
        born = draw.randrange(FIRST, LAST)
        died = born + draw.randrange(30 * YEAR, 80 * YEAR)
        fact = Origin("fact", f"the life of person {number}", "record")
        for point, day in ((f"{number}, birth", born), (f"{number}, death", died)):
            base.add(no_earlier(point, day, fact), no_later(point, day, fact))
        people.append([(born, f"{number}, birth"), (died, f"{number}, death")])
    mistaken = set(draw.sample(range(count // 2), wrong))
    while len(said) < count:
        life = draw.choice(people)
        day, event = draw.randrange(life[0][0], life[1][0]), f"event {len(said)}"
        says = Origin("text", f"sentence {len(said)}", "page 1")
        inside = (at_least(life[0][1], event, 0, IN_LIFE), at_least(event, life[1][1], 0, IN_LIFE))
        told = day + draw.choice((-1, 1)) * 40 * YEAR if len(said) in mistaken else day
        days = [told + 10 * YEAR, told] if draw.random() < 0.2 else [told]
        readings = (
            (no_earlier(event, each, says), no_later(event, each + 30, says)) for each in days
        )
        said.append(Statement(f"date {len(said)}", tuple((*inside, *each) for each in readings)))
        for other in life[2:][-2:]:
            earlier, later = sorted((other, (day, event)))
            order = at_least(earlier[1], later[1], -30, says)
            said.append(Statement(f"order {len(said)}", ((order,),)))
        life.append((day, event))
    start = time.perf_counter()
    found = smallest_repair(base, said[:count])
    return time.perf_counter() - start, len(found.refusals), len(found.undecided)


def _peak() -> float:
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def by_bede(said: Sequence[Constraint]) -> bool:
    """The network of this project, with tags, ready to be asked and added to."""
    return Network().load(said) is None


def by_networkx(said: Sequence[Constraint]) -> bool:
    """A queue of points in pure Python."""
    import networkx

    graph = networkx.DiGraph()
    graph.add_weighted_edges_from(_tightest(said))
    return not networkx.negative_edge_cycle(graph)


def by_scipy(said: Sequence[Constraint]) -> bool:
    """Bellman and Ford's method on a sparse matrix in C, as often as there are points."""
    import numpy
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import NegativeCycleError, bellman_ford

    tails, heads, days, size = _numbered(said)
    source = [size] * size
    matrix = csr_array(
        (
            numpy.array([*days, *([1e9] * size)], dtype=float),
            ([*tails, *source], [*heads, *range(size)]),
        ),
        shape=(size + 1, size + 1),
    )
    try:
        bellman_ford(matrix, indices=size)
    except NegativeCycleError:
        return False
    return True


def by_rustworkx(said: Sequence[Constraint]) -> bool:
    """A queue of points in Rust."""
    import rustworkx

    tails, heads, days, size = _numbered(said)
    graph = rustworkx.PyDiGraph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from(list(zip(tails, heads, days, strict=True)))
    return not rustworkx.negative_edge_cycle(graph, float)


def by_igraph(said: Sequence[Constraint]) -> bool:
    """Bellman and Ford's method in C, from one more point that leads to all."""
    import igraph

    tails, heads, days, size = _numbered(said)
    edges = [*zip(tails, heads, strict=True), *((size, point) for point in range(size))]
    graph = igraph.Graph(size + 1, edges, directed=True)
    try:
        graph.distances(source=size, weights=[*days, *([10**9] * size)], algorithm="bellman_ford")
    except igraph.InternalError:
        return False
    return True


def _tightest(said: Sequence[Constraint]) -> list[Order]:
    """One edge for each pair of points, as a matrix needs it."""
    least: dict[tuple[str, str], int] = {}
    for each in said:
        pair = each.start, each.end
        if each.at_most < least.get(pair, each.at_most + 1):
            least[pair] = each.at_most
    return [(start, end, days) for (start, end), days in least.items()]


def _numbered(said: Sequence[Constraint]) -> tuple[list[int], list[int], list[int], int]:
    numbers: dict[str, int] = {}
    edges = _tightest(said)
    tails = [numbers.setdefault(start, len(numbers)) for start, _, _ in edges]
    heads = [numbers.setdefault(end, len(numbers)) for _, end, _ in edges]
    return tails, heads, [days for _, _, days in edges], len(numbers)


LIBRARIES: Mapping[str, Callable[[Sequence[Constraint]], bool]] = {
    "bede": by_bede,
    "networkx": by_networkx,
    "scipy": by_scipy,
    "rustworkx": by_rustworkx,
    "igraph": by_igraph,
}


def library(name: str, count: int, *, planted: bool) -> Row:
    """Seconds that a library takes to say whether the network is consistent."""
    LIBRARIES[name](lives(10))
    said = lives(count)
    said = with_a_conflict(said) if planted else said
    start = time.perf_counter()
    possible = LIBRARIES[name](said)
    seconds = time.perf_counter() - start
    if possible == planted:
        raise SystemExit(f"{name} gave a wrong answer")
    return (seconds,)


def _report(answer: Connection, measure: Callable[..., Row], options: dict[str, Any]) -> None:
    answer.send(measure(**options))


def apart(measure: Callable[..., Row], limit: float, **options: object) -> Row | None:
    """A measurement in a process of its own; None if it does not end in time."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=_report, args=(theirs, measure, options))
    process.start()
    theirs.close()
    try:
        return ours.recv() if ours.poll(limit) else None
    except EOFError:
        raise SystemExit(f"{measure.__name__} failed; nothing can be measured") from None
    finally:
        process.terminate()
        process.join()


def print_growth(sizes: Sequence[int], limit: float) -> None:
    """Loading, tightening and refusing at each size."""
    heads = (
        "constraints",
        "points",
        "load s",
        "growth",
        "tighten s",
        "refuse s",
        "growth",
        "steps",
    )
    print("".join(f"{head:>12}" for head in (*heads, "peak MB")))
    before: tuple[int, float, float] | None = None
    for size in sizes:
        good, bad = apart(consistency, limit, count=size), apart(conflict, limit, count=size)
        if good is None or bad is None:
            print(f"{size:>12,}  not done in {limit:.0f} s")
            return
        exponents = ("", "")
        if before is not None:
            ratio = math.log(size / before[0])
            exponents = (
                f"{math.log(good[0] / before[1]) / ratio:.2f}",
                f"{math.log(bad[0] / before[2]) / ratio:.2f}",
            )
        before = size, good[0], bad[0]
        print(
            f"{size:>12,}{good[2]:>12,}{good[0]:>12.4f}{exponents[0]:>12}{good[1]:>12.4f}"
            f"{bad[0]:>12.4f}{exponents[1]:>12}{bad[1]:>12}{max(good[3], bad[2]):>12,.0f}",
            flush=True,
        )


def print_claims(sizes: Sequence[int], limit: float) -> None:
    """What one claim costs, and a repair."""
    for size in sizes:
        row = apart(claims, limit, count=size)
        if row is not None:
            for kind, cells in (("fit", row[:3]), ("conflict", row[3:])):
                print(
                    f"a claim on {size:,} constraints, {cells[0]:,} that {kind}: "
                    f"median {cells[1]:.3f} ms, p99 {cells[2]:.3f} ms"
                )
    for count, wrong in ((2_000, 0), (2_000, 40)):
        row = apart(repair, limit, count=count, wrong=wrong)
        if row is not None:
            print(
                f"repair of {count:,} statements with {wrong} wrong dates: {row[0]:.2f} s, "
                f"{row[1]} given up, {row[2]} undecided"
            )


def print_libraries(sizes: Sequence[int], limit: float) -> None:
    """The same question to other libraries, as multiples of the time that Bede takes."""
    print(
        f"{'times as long as Bede':<24}" + "".join(f"{size:>12,}{'refuse':>12}" for size in sizes)
    )
    base: list[float | None] = []
    for name in LIBRARIES:
        if importlib.util.find_spec(name) is None:
            print(f"{name:<24}  not installed")
            continue
        taken: list[float | None] = []
        for size in sizes:
            for planted in (False, True):
                row = apart(library, limit, name=name, count=size, planted=planted)
                taken.append(None if row is None else row[0])
        base = base or taken
        cells = (
            f"{f'over {limit:.0f} s':>12}" if mine is None or not ours else f"{mine / ours:>12.2f}"
            for mine, ours in zip(taken, base, strict=True)
        )
        print(f"{name:<24}" + "".join(cells), flush=True)


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--largest", type=int, default=SIZES[-1], metavar="N", help="constraints")
    options.add_argument("--limit", type=float, default=120.0, metavar="SECONDS", help="for each")
    chosen = options.parse_args()
    sizes = [size for size in SIZES if size <= chosen.largest] or [chosen.largest]
    print_growth(sizes, chosen.limit)
    print()
    print_claims([size for size in sizes if size in (10_000, 100_000)], chosen.limit)
    print()
    print_libraries([size for size in sizes if size in (10_000, 100_000)], chosen.limit)


if __name__ == "__main__":
    main()
