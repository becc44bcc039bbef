"""The chain for people: in the shape of `bede check`, with every step below the excerpt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bede.judgement import Closure, Verdict
from bede.judgement.telling import listed
from bede.report.cited import Evidence
from bede.report.display import Row, Style, one_line, paint, wrapped
from bede.report.excerpt import excerpt, gutter, shorten
from bede.report.format import Look
from bede.report.values import FindingLine
from bede.report.why.values import Chain, Closing, OrderRead, PartRead, RoleRead, TimeRead, Why
from bede.report.wording import citations, count, support

FULL_FACTS = 2
"""Facts told with all that sources say; of those further away only the best source is named."""
MOST_ASIDE = 5
"""Facts named that are another happening; the rest are counted."""

_VERDICTS = {Verdict.CONTRADICTED: Style.ERROR, Verdict.DISPUTED: Style.WARNING}
_CLOSURES = {
    Closure.DECLARED: "Yes",
    Closure.ASSUMED: "So it is assumed",
    Closure.NONE: "No, or not known",
}
_NOTHING = "(nothing is stated that could be compared)"


def render(why: Why, look: Look) -> str:
    """All that there is to say of a line.

    Args:
        why: the line with its chains.
        look: how the reader wants it; it is always told in full.
    """
    page = _Page(why, look)
    rows = [*page.opening()]
    for chain in why.chains:
        rows += [(), *page.chain(chain)]
    for finding in why.findings:
        rows += [(), *page.finding_alone(finding)]
    rows += [*page.passed_over(), (), *page.closing()]
    return paint(rows, color=look.color)


class _Page:
    """Writes one line's chains."""

    def __init__(self, why: Why, look: Look) -> None:
        self._why = why
        self._look = look
        self._edge = gutter(why.lines, list(why.lines))
        self._indent = " " * (self._edge + 3)
        self._told: list[FindingLine] = []

    def opening(self) -> Iterator[Row]:
        """What was asked and how many statements are there."""
        why = self._why
        if why.chains:
            counted = [
                f"{number} {verdict}"
                for verdict in Verdict
                if (number := sum(chain.claim.verdict is verdict for chain in why.chains))
            ]
            told = f"{count(len(why.chains), 'statement')} ({', '.join(counted)})"
            yield ((f"{why.spot}: {told}", Style.STRONG),)
            return
        yield ((f"{why.spot}: no statement, because {why.silence}.", Style.STRONG),)
        if why.text.strip():
            edge = len(str(why.spot.line)) + 1
            bar: Row = ((f"{' ' * edge} |", Style.FRAME),)
            at = min((why.spot.column or 1) - 1, len(why.text))
            room = max(self._look.width - edge - 3, 20)
            shown = "".join(shorten(why.text, at, at, room=room))
            yield from (
                bar,
                ((f"{why.spot.line:>{edge}} | ", Style.FRAME), (shown, Style.PLAIN)),
                bar,
            )

    def chain(self, chain: Chain) -> Iterator[Row]:
        """One statement: headline, excerpt, and each step."""
        claim = chain.claim
        style = _VERDICTS.get(claim.verdict, Style.STRONG)
        head = f': "{one_line(claim.trigger.text)}", {chain.gloss} ({claim.type})'
        yield ((claim.verdict.value, style), (head, Style.STRONG))
        where = f"{self._why.spot.path}:{claim.trigger.line}:{claim.trigger.column}"
        yield ((f"{' ' * self._edge}--> ", Style.FRAME), (where, Style.PLAIN))
        yield from excerpt(
            self._why.lines, claim.trigger, chain.marks, width=self._look.width, style=style
        )
        yield from self._read(chain)
        yield from self._tried(chain)
        if chain.closing is not None:
            yield from self._closed(chain.closing)
        because = f" {_upper(one_line(chain.because))}." if chain.because else ""
        yield from self._item(f"Verdict: {claim.verdict}.{because}")
        for order in chain.orders:
            yield from self._item(f"Order: {_order(order)}")
        for finding in chain.findings:
            yield from self._finding(finding, again=finding in self._told)
            self._told.append(finding)

    def _read(self, chain: Chain) -> Iterator[Row]:
        yield from self._item("What was read:")
        for role in chain.roles:
            yield from self._below(_role(role))
        if chain.time is not None:
            yield from self._below(_time(chain.time))
        for length in chain.lengths:
            whose = f" of {length.person}" if length.person else ""
            yield from self._below(f'{length.kind}: "{one_line(length.text)}"{whose}')
        yield from self._below(f"manner: {one_line(chain.manner)}")
        if chain.unsaid:
            yield from self._below(f"not told: {listed(chain.unsaid)}")

    def _tried(self, chain: Chain) -> Iterator[Row]:
        kinds = f" (looked for: {listed(chain.searched, last='or')})" if chain.searched else ""
        if chain.untried:
            yield from self._item(f"Facts tried: none, because {one_line(chain.untried)}{kinds}.")
        else:
            yield from self._item(f"Facts tried, nearest first{kinds}:")
        bare = not any(one.parts for one in chain.tried)
        if chain.tried and bare:
            yield from self._below(_NOTHING)
        for number, one in enumerate(chain.tried, 1):
            sign = f"{number}. "
            hang = " " * len(sign)
            yield from self._below(_upper(one.evidence.says), first=sign, rest=hang)
            for part in one.parts:
                yield from self._below(_part(part), first=hang, rest=f"{hang}  ")
            if not (one.parts or bare):
                yield from self._below(_NOTHING, first=hang, rest=hang)
            for value in one.against:
                clash = f"against another value on record: {value}"
                yield from self._below(clash, first=hang, rest=f"{hang}  ")
            for line in support(one.evidence, brief=number > FULL_FACTS):
                yield from self._below(line, first=hang, rest=f"{hang}  ")
        yield from self._aside(chain.aside)

    def _aside(self, facts: Sequence[Evidence]) -> Iterator[Row]:
        if not facts:
            return
        yield from self._item("Facts set aside, as another happening:")
        for evidence in facts[:MOST_ASIDE]:
            cited = f" [{citations(evidence.sources[:1])}]" if evidence.sources else ""
            yield from self._below(f"{_upper(evidence.says)}{cited}", first="- ", rest="  ")
        if len(facts) > MOST_ASIDE:
            further = count(len(facts) - MOST_ASIDE, "more fact")
            yield from self._below(f"and {further}", first="- ", rest="  ")

    def _closed(self, closing: Closing) -> Iterator[Row]:
        answer = _CLOSURES[Closure(closing.closure)]
        yield from self._item(
            f"Does the reference have all such facts? {answer}: {one_line(closing.because)}."
        )
        for one in closing.statements:
            says = "complete" if one.complete else "not complete"
            cited = f" [{one_line(one.citation)}]" if one.citation else ""
            told = f"{one.id} ({says}): {one_line(one.basis)}{cited}"
            yield from self._below(told, first="- ", rest="  ")

    def _finding(self, finding: FindingLine, *, again: bool) -> Iterator[Row]:
        weight = f"{finding.severity}[{finding.rule}]"
        if again:
            yield from self._item(f"Finding: {weight}, as told above.")
            return
        yield from self._item(f"Finding: {weight}: {one_line(finding.message)}")
        for number, step in enumerate(finding.conflict, 1):
            sign = f"{number}. "
            told = f"{_upper(step.says)} ({step.origin})"
            yield from self._below(told, first=sign, rest=" " * len(sign))

    def finding_alone(self, finding: FindingLine) -> Iterator[Row]:
        """A finding that belongs to no statement."""
        place, style = finding.place, Style[finding.severity.name]
        yield (
            (f"{finding.severity}[{finding.rule}]", style),
            (f": {one_line(finding.message)}", Style.STRONG),
        )
        where = f"{self._why.spot.path}:{place.line}:{place.column}"
        yield ((f"{' ' * self._edge}--> ", Style.FRAME), (where, Style.PLAIN))
        yield from excerpt(
            self._why.lines, place, finding.marks, width=self._look.width, style=style
        )
        for number, step in enumerate(finding.conflict, 1):
            yield from self._below(f"{_upper(step.says)} ({step.origin})", first=f"{number}. ")
        yield from self._item(f"Learn more: bede explain {finding.rule}")

    def passed_over(self) -> Iterator[Row]:
        """Words that made no statement."""
        if self._why.passed_over:
            yield ()
            yield from self._lines("Passed over:", Style.STRONG)
        for one in self._why.passed_over:
            place = one.place
            kind = "" if one.type == "any" else f" ({one.type})"
            told = f'{place.line}:{place.column} "{one_line(place.text)}"{kind}: {one.reason}'
            lines = wrapped(told, width=self._look.width, first="  ", rest="    ")
            yield from (((line, Style.PLAIN),) for line in lines)

    def closing(self) -> Iterator[Row]:
        """By what it was judged."""
        basis = self._why.basis
        packs = ", ".join(f"{name} {version}" for name, version in basis.packs) or "no pack"
        yield from self._lines(f"Reference: {packs}; parser {' '.join(basis.parser)}", Style.PLAIN)

    def _lines(self, text: str, style: Style) -> Iterator[Row]:
        lines = wrapped(text, width=self._look.width, rest="  ")
        yield from (((line, style),) for line in lines)

    def _item(self, text: str) -> Iterator[Row]:
        lines = wrapped(text, width=self._look.width - len(self._indent))
        for number, line in enumerate(lines):
            lead = self._indent if number else f"{' ' * (self._edge + 1)}= "
            yield ((lead, Style.FRAME), (line, Style.PLAIN))

    def _below(self, text: str, *, first: str = "", rest: str = "  ") -> Iterator[Row]:
        lines = wrapped(
            text, width=self._look.width, first=self._indent + first, rest=self._indent + rest
        )
        yield from (((line, Style.PLAIN),) for line in lines)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _role(role: RoleRead) -> str:
    """A filler with what it was linked to: `person "he", for "Trotsky": Leon Trotsky (person)`."""
    words = f'{role.role} "{one_line(role.place.text)}"'
    if role.resolved is not None:
        words += f', for "{one_line(role.resolved)}"'
    meant = listed([f"{one.label} ({one.kind})" for one in role.meant], last="or")
    return f"{words}: {'; '.join(filter(None, (meant, one_line(role.reason))))}"


def _time(time: TimeRead) -> str:
    before = f"{one_line(time.before)} " if time.before else ""
    meant = listed([reading.words for reading in time.readings], last="or")
    told = meant or "no day can be told"
    remark = f"; {one_line(time.remark)}" if time.remark else ""
    return f'time "{before}{one_line(time.place.text)}": {told}{remark}'


def _part(part: PartRead) -> str:
    recorded = f"on record: {one_line(part.recorded)}" if part.recorded else ""
    told = "; ".join(filter(None, (part.answer, recorded, part.remark)))
    return f'{part.part} "{one_line(part.stated)}": {told}'


def _order(order: OrderRead) -> str:
    """An order in words, with what it rests on."""
    sides = [
        f'"{one_line(side.text)}" ({side.line}:{side.column})'
        for side in (order.source, order.target, *order.others)
    ]
    told = f"{sides[0]} {order.kind} {listed(sides[1:], last='or')}"
    told += f', as "{one_line(order.words.text)}" says: {order.verdict}'
    told += f", because {one_line(order.reason)}" if order.reason else ""
    facts = f" On record: {'; '.join(_upper(fact) for fact in order.facts)}." if order.facts else ""
    return f"{told}.{facts}"
