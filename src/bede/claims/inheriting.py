"""Times that a claim has from before its sentence.

An event keeps its date while the text goes on with it: "the offensive was opposed by the militia"
is at the time of the offensive told two sentences before. Only the same event lends its time, by
an event noun that points back to it, or because it happens but once. What merely stands beside a
dated event has none of its date. Such a time is inherited: it accuses nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bede.catalog import event_types, lexicon
from bede.catalog.files import read_toml
from bede.catalog.lexicons import LANGUAGE
from bede.claims.climbing import words_of
from bede.claims.composing import Dating, ordered
from bede.claims.filling import Match
from bede.claims.phrases import order_words
from bede.claims.sites import find_sites, general_events
from bede.claims.values import Claim, Dated, Filler
from bede.text import Modality, Sentence, Timex, Token, same_person

_FURTHEST = 4  # sentences with claims back to which an event noun may point
_STEM = 5  # letters by which "Nigerian" and "Nigeria" are one
_OBJECTS = ("dobj", "nsubj", "nsubjpass")

_Roles = Mapping[str, tuple[Filler, ...]]


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim with the words that told it; the number counts the sentences that told any."""

    number: int
    sentence: Sentence
    trigger: frozenset[str]
    claim: Claim


class Discourse:
    """The claims of a document so far, and the times that later ones may have from them."""

    def __init__(self) -> None:
        self._told: list[_Told] = []
        self._by_name: dict[str, list[_Told]] = {}

    def remember(self, sentence: Sentence, claim: Claim) -> None:
        """Add a claim.

        Args:
            sentence: its sentence.
            claim: the claim, with its time if it has one.
        """
        number = self._number(sentence)
        start, end = claim.trigger.start, claim.trigger.end
        words = frozenset(t.lemma for t in sentence.tokens if t.start < end and start < t.end)
        told = _Told(number, sentence, words, claim)
        self._told.append(told)
        for name in dict.fromkeys(_key_names(claim)) if _lends(claim) else ():
            self._by_name.setdefault(_last_word(name), []).append(told)

    def time_of(self, sentence: Sentence, match: Match, roles: _Roles) -> Dating | None:
        """The time that a claim without one has from an earlier claim, or None.

        Args:
            sentence: its sentence.
            match: what was found there.
            roles: its fillers.
        """
        number = self._number(sentence)
        once = self._once(number, match, roles)
        if once is not None:
            return _inherited(once)
        hung = self._hung(sentence, match, roles)
        if hung is not None:
            return _inherited(hung)
        for noun in _pointing(sentence, match):
            told = self._meant(number, sentence, match, noun, roles)
            if told is not None:
                return _inherited(told)
        return None

    def _number(self, sentence: Sentence) -> int:
        if not self._told:
            return 0
        last = self._told[-1]
        return last.number if last.sentence is sentence else last.number + 1

    def _once(self, number: int, match: Match, roles: _Roles) -> Timex | None:
        """The time of the same happening told before, if it can happen but once."""
        family = _same_kind(match.event.name)
        names = _names(roles.get(match.event.key.name, ()))
        if len(names) != 1:
            return None
        found: dict[str, Timex | None] = {}
        for told in self._by_name.get(_last_word(names[0]), ()):
            claim, others = told.claim, _key_names(told.claim)
            if claim.type not in family or told.number == number:
                continue
            if len(others) == 1 and _one_name(names[0], others[0]):
                found[others[0]] = claim.time
        if names[0] in found:
            return found[names[0]]
        return next(iter(found.values())) if len(found) == 1 else None  # of two Reeds neither

    def _hung(self, sentence: Sentence, match: Match, roles: _Roles) -> Timex | None:
        """The time of a state that hangs on an event of its bearer: "until his death"."""
        names = _names(roles.get(match.event.key.name, ()))
        for site in find_sites(sentence) if match.event.nature == "state" and names else ():
            timex = site.timex
            if timex.relation is None or site.word.index not in match.hosts:
                continue
            words = words_of(sentence, timex.full_start, timex.relation.end)
            order = order_words().get(words[0].text.lower()) if words else None
            bare = [word.lemma for word in words[1:] if word.tag != "PRP$"]
            if len(bare) != 1 or len(words) != 3 or order is None:
                continue
            event = self._last(general_events().get(bare[0], frozenset()), names[0])
            return None if event is None else ordered(timex, event, order)
        return None

    def _last(self, types: frozenset[str], name: str) -> Timex | None:
        """The time of the last event of these types that was told of somebody."""
        for told in reversed(self._by_name.get(_last_word(name), ())):
            claim = told.claim
            if claim.type in types and any(_one_name(name, one) for one in _key_names(claim)):
                return claim.time
        return None

    def _meant(
        self, number: int, sentence: Sentence, match: Match, noun: Token, roles: _Roles
    ) -> Timex | None:
        """The time of the event told before that an event noun points back to."""
        own = noun.index in match.hosts
        types = general_events().get(noun.lemma) or frozenset({match.event.name} if own else ())
        marks = _capitals(sentence, noun)
        for told in reversed(self._told):
            near = number - told.number <= _FURTHEST
            if not near or told.sentence.section != sentence.section:
                return None
            if told.number == number:
                continue
            if told.claim.type not in types and noun.lemma not in told.trigger:
                continue
            if not _lends(told.claim):
                continue
            if marks and not marks <= _stems(told.sentence):
                continue
            if own and _differs(roles, told.claim.roles):
                continue
            return told.claim.time
        return None


def _inherited(timex: Timex) -> Dating:
    return Dating(timex, Dated.INHERITED)


def _lends(claim: Claim) -> bool:
    """Whether a claim is asserted and has a time that is closed on both sides."""
    if claim.modality is not Modality.ASSERTED:
        return False
    span = None if claim.time is None else claim.time.span
    return span is not None and None not in span.hull


def _same_kind(name: str) -> frozenset[str]:
    """The types by which one happening is told that comes but once; none if it may come again."""
    table = read_toml(f"{LANGUAGE}/lexicons/claimtimes.toml")["alike"]
    alike = [frozenset(names) for names in table.values() if name in names]
    return alike[0] if alike else frozenset()


def _names(fillers: Sequence[Filler]) -> list[str]:
    """The names among fillers, and those that pronouns stand for."""
    return [f.name for f in fillers if f.name is not None and f.nature != "description"]


def _key_names(claim: Claim) -> list[str]:
    return _names(claim.roles.get(event_types()[claim.type].key.name, ()))


def _last_word(name: str) -> str:
    """The word that two names of one person share."""
    return (_bare(name) or tuple(name.split()) or ("",))[-1]


def _one_name(one: str, other: str) -> bool:
    short, long = sorted((_bare(one), _bare(other)), key=len)
    return same_person(one, other) or (short == long and bool(short))


def _bare(name: str) -> tuple[str, ...]:
    words = [word for word in name.split() if word[:1].isupper()]
    return tuple(words[1:] if words and words[0] == "The" else words)


def _pointing(sentence: Sentence, match: Match) -> Iterator[Token]:
    """Event nouns that point back: the trigger itself, or what its verb says something of."""
    hosts = [sentence.tokens[index] for index in match.hosts]
    for host in hosts:
        if host.pos == "NOUN" and _points(sentence, host):
            yield host
    verb = next((host for host in hosts if host.pos in ("VERB", "AUX")), None)
    if verb is None or verb.lemma in lexicon("claimtimes", "ending"):
        return
    for noun in sentence.children(verb.index, *_OBJECTS):
        if noun.pos == "NOUN" and noun.lemma in general_events() and _points(sentence, noun):
            yield noun


def _points(sentence: Sentence, noun: Token) -> bool:
    around = sentence.children(noun.index)
    articles = {child.text.lower() for child in around if child.dep in ("det", "poss")}
    words = {child.lemma for child in around if child.dep in ("amod", "nummod", "compound")}
    if noun.tag == "NNS" or noun.lemma in lexicon("claimtimes", "parts"):
        return False
    fresh = words & lexicon("claimtimes", "fresh")
    return bool(articles & lexicon("claimtimes", "pointing")) and not fresh


def _capitals(sentence: Sentence, noun: Token) -> frozenset[str]:
    """The stems of the names about a noun: "the Nigerian army offensive in the north of Tarn"."""
    found = set()
    around = sentence.children(noun.index, "amod", "compound", "nmod", "poss")
    for phrase in sentence.children(noun.index, "prep"):
        around += sentence.children(phrase.index, "pobj")
    for child in around:
        for index in (child.index, *(below.index for below in sentence.children(child.index))):
            word = sentence.tokens[index]
            if word.text[:1].isupper() and word.pos in ("PROPN", "ADJ"):
                found.add(word.text[:_STEM])
    return frozenset(found)


def _stems(sentence: Sentence) -> frozenset[str]:
    return frozenset(t.text[:_STEM] for t in sentence.tokens if t.text[:1].isupper())


def _differs(roles: _Roles, others: _Roles) -> bool:
    """Whether two claims name different fillers in one role."""
    for role in roles.keys() & others.keys():
        one, two = _names(roles[role]), _names(others[role])
        if one and two and not any(_one_name(a, b) for a in one for b in two):
            return True
    return False
