"""The date of a clause holds for what is told inside it, and for what goes on with it.

A fronted or final date of a main clause also dates the participles, infinitives and coordinated
verbs that share its time, and the event nouns in it: "on 3 May he launched an offensive, driving
the rebels back". What has an order word or a date of its own is left alone, and so is whatever a
verb of saying or planning governs. Such a date is shared, not told: it accuses nobody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bede.catalog import lexicon
from bede.claims.climbing import is_echo, owners, words_of
from bede.claims.composing import Dating, at_point, composed, is_finer, not_until
from bede.claims.filling import Match
from bede.claims.phrases import order_words
from bede.claims.sites import (
    NOUNS,
    VERBS,
    Site,
    find_sites,
    general_events,
    is_bracketed,
    verb_of_noun,
)
from bede.claims.subordinate import (
    handles,
    is_apart,
    is_infinitive,
    is_past,
    is_simultaneous,
    is_together,
)
from bede.claims.values import Dated
from bede.text import SUBJECTS, Sentence, TimexType, Token
from bede.text.timex import Basis

_POINTS = (TimexType.DATE, TimexType.TIME)
_ONE_SIDED = frozenset({"until", "before", "after"})
_OBJECTS = ("dobj", "attr", "oprd", "dative")
_DEEPEST = 12  # steps from the verb that a date is said of


def share_in_clauses(
    sentence: Sentence,
    matches: Sequence[Match],
    found: Mapping[int, Dating],
    above: Dating | None = None,
) -> Mapping[int, Dating]:
    """Give what is told inside a dated clause the date of the clause.

    Args:
        sentence: the sentence.
        matches: the triggers found in it.
        found: place of a match -> the time that is its own.
        above: what dates a sentence without a date of its own: a heading, or a line above it.

    Returns:
        The same with the times that are shared.
    """
    sharing = _Sharing(sentence, matches, dict(found))
    for site in sharing.sites:
        sharing.spread(site)
    if above is not None and not sentence.times:
        sharing.share_all(above)
    return sharing.found


class _Sharing:
    """Walks from the word that a date is said of to all that happens at its time."""

    def __init__(
        self, sentence: Sentence, matches: Sequence[Match], found: dict[int, Dating]
    ) -> None:
        self._sentence = sentence
        self._matches = matches
        self._owner = owners(matches)
        self.found = found
        self.sites = list(find_sites(sentence))
        self._occupied = {site.word.index for site in self.sites}
        self._given: set[int] = set()
        self._above = Dated.SHARED

    def spread(self, site: Site) -> None:
        """Share one date."""
        timex, word = site.timex, site.word
        if timex.span is None or timex.type not in _POINTS:
            return
        if is_bracketed(self._sentence, timex):
            self._behind(site)
            return
        if self._named_with(site):
            return
        when = timex if timex.bare is None or not timex.modifier else at_point(timex, timex.bare)
        for noun in words_of(self._sentence, timex.start, timex.end):  # "1955, when it moved in"
            for clause in self._sentence.children(noun.index, "relcl", "advcl", "acl"):
                self._walk(clause, Site(when, site.word, site.fronted), 0, entering=True)
        self._beside(site)
        above = self._sentence.head(word)
        if word.dep in ("acl", "relcl") and word.lemma in lexicon("verbs", "carriers"):
            self._give(above, site)  # "a rising that began on 5 June"
        if word.dep in SUBJECTS and word.lemma in general_events():
            self._subject(word, above, site, back=True)
        if word.pos in NOUNS:
            verb = verb_of_noun(self._sentence, site, self._owner)
            if word.index in self._owner:
                self._give(word, site)
                self._relatives(word, site, 0)
            self._taking_part(word, site)
            if verb is not None:
                self._walk(verb, Site(timex, verb, timex.start < verb.start), 0)
        else:
            self._walk(word, site, 0)

        if word.dep == "advcl" and is_simultaneous(self._sentence, word):
            verb = self._sentence.head(word)
            place = self._owner.get(verb.index)
            happens = place is not None and self._matches[place].event.nature == "happening"
            if happens and verb.index not in self._occupied and not is_past(self._sentence, verb):
                self._give(verb, site)  # "changed his name when he came in 1777"
        if site.word.index not in self._given:
            self._opening(site)

    def share_all(self, above: Dating) -> None:
        """Share a date that stands above the sentence: with its main verbs alone."""
        self._above = above.dated
        todo = [token for token in self._sentence.tokens if token.dep == "ROOT"]
        while todo:
            verb = todo.pop()
            site = Site(above.time, verb, fronted=False)
            told = verb.tag in ("VBD", "VBN") and not is_past(self._sentence, verb)
            if not told or is_apart(self._sentence, verb):
                continue
            self._give(verb, site)
            for noun in self._sentence.children(verb.index, "dobj"):
                self._object(noun, site, 0, handling=False)
            for child in self._sentence.children(verb.index, "advcl"):
                openers = self._sentence.children(child.index, "mark", "advmod")
                if child.tag == "VBG" and child.index > verb.index and not openers:
                    for one in self._sentence.conjuncts(child.index):
                        self._give(one, site)
            coordinated = self._sentence.children(verb.index, "conj")
            todo += [verb for verb in coordinated if self._goes_on(verb, site)]

    def _behind(self, site: Site) -> None:
        """A date alone in a bracket is that of the event or the work before it."""
        sentence = self._sentence
        words = words_of(sentence, site.timex.full_start, site.timex.end)
        first, last = words[0].index - 1, words[-1].index + 1
        closed = last < len(sentence.tokens) and sentence.tokens[last].text in (")", "]")
        if not closed or first < 1 or sentence.tokens[first - 1].label == "PERSON":
            return
        before = sentence.tokens[first - 1]
        if any(t.start <= before.start < t.end for t in sentence.times):
            verb = next((t for t in sentence.ancestors(before.index) if t.pos in VERBS), None)
            if verb is not None:  # "in the three years (1957–60)"
                self._walk(verb, Site(site.timex, verb, before.index < verb.index), 0)
            return
        below = before
        for word in (before, *sentence.ancestors(before.index)):
            if word.index in self._owner:
                placed = below.dep == "prep" and site.timex.ends is None
                if word.pos not in VERBS or placed:
                    self._give(word, site)
                return
            if word.pos in VERBS or word.dep in SUBJECTS:
                return
            below = word

    def _named_with(self, site: Site) -> bool:
        """A date behind an event that orders the clause: "since the Battle of X last year"."""
        for other in self._sentence.times:
            relation = other.relation
            if relation is None or not 0 <= site.timex.full_start - relation.end <= 1:
                continue
            for word in words_of(self._sentence, relation.start, relation.end):
                if word.index in self._owner:
                    self._give(word, site)
                    return True
        return False

    def _taking_part(self, noun: Token, site: Site) -> None:
        """The date of an event is that of taking part in it: "fought in the 1812 campaign"."""
        for place, match in enumerate(self._matches):
            if place in self.found or match.event.name not in lexicon("claimtimes", "parting"):
                continue
            for role, heads in match.roles.items():
                filled = match.event.role(role)
                if filled is not None and "happening" in filled.kinds and noun.index in heads:
                    self._give(self._sentence.tokens[match.hosts[0]], site)
        if noun.lemma in lexicon("scope", "hedging_nouns"):  # "a November 1956 attempt to seize it"
            for clause in self._sentence.children(noun.index, "acl"):
                self._walk(clause, site, 1, entering=True)

    def _beside(self, site: Site) -> None:
        """A date right behind an event in which a verb acts: "in a decree the next month"."""
        before = [t for t in self._sentence.tokens if t.end <= site.timex.full_start][-1:]
        for noun in before:
            above = self._sentence.head(noun)
            inside = above.text.lower() in lexicon("claimtimes", "inside")
            if noun.pos in NOUNS and noun.dep == "pobj" and inside:
                self._give(noun, site)

    def _opening(self, site: Site) -> None:
        """A date before the main clause that nothing there takes is of the opening event.

        "After his move to Esk, in 1971, the theory slowly changed" dates the move.
        """
        sentence, verb = self._sentence, site.word
        if verb.pos not in VERBS:
            return
        phrases = [
            child
            for child in sentence.children(verb.index, "prep")
            if child.index < verb.index
            and child.start < site.timex.start
            and child.text.lower() in order_words()
        ]
        for noun in sentence.children(phrases[-1].index, "pobj") if phrases else ():
            self._give(noun, site)

    def _give(self, word: Token, site: Site) -> bool:
        """Date the match of a word, if it has no date of its own that is as fine."""
        place = self._owner.get(word.index)
        if place is None:
            return False
        match = self._matches[place]
        office = match.pattern.kind == "predicate" and not self._is_made(word)
        if match.event.nature == "state" and word.dep == "conj" and word.index != site.word.index:
            return False  # "arrived in 1777 and served as an engineer"
        if office or is_echo(self._sentence, match):
            return False
        told = self.found.get(place)
        if told is not None:
            self._given.add(site.word.index)
        timex = not_until(self._sentence, match, site.timex) or site.timex
        if told is not None and told.time is not site.timex:
            timex = composed(site.timex, told.time) or timex
        if told is not None and not is_finer(timex, told.time) and timex is site.timex:
            return False
        inherited = timex.basis is Basis.DISCOURSE or self._above is Dated.INHERITED
        self._given.add(site.word.index)
        self.found[place] = Dating(timex, Dated.INHERITED if inherited else Dated.SHARED)
        return True

    def _walk(self, verb: Token, site: Site, depth: int, *, entering: bool = False) -> None:
        """Date a verb and all that goes on at its time."""
        if depth > _DEEPEST or (verb.index in self._occupied and verb.index != site.word.index):
            return
        if entering and is_apart(self._sentence, verb):
            return
        self._give(verb, site)
        self._inside(verb, site, depth)
        if depth == 0 and site.fronted and verb.dep == "ROOT":
            self._trailing(verb, site)

    def _trailing(self, verb: Token, site: Site) -> None:
        """A participle behind a comma that the parser hung on a relative clause before it."""
        for match in self._matches:
            word = self._sentence.tokens[match.hosts[0]]
            above = self._sentence.head(word)
            stray = word.dep == "advcl" and above.dep == "relcl" and above.index not in self._owner
            comma = word.index > 0 and self._sentence.tokens[word.index - 1].text == ","
            if stray and comma and word.tag == "VBG" and word.index > verb.index:
                self._walk(word, site, 1, entering=True)

    def _inside(self, word: Token, site: Site, depth: int) -> None:
        sentence = self._sentence
        handling = handles(self._sentence, word)
        telling = word.lemma in lexicon("claimtimes", "telling")
        for child in sentence.children(word.index):
            if self._belongs(child, site, telling=telling):
                self._walk(child, site, depth + 1, entering=True)
            elif child.dep in _OBJECTS and not telling:
                self._object(child, site, depth + 1, handling=handling)
            elif child.dep in SUBJECTS:
                self._subject(child, word, site)
            elif child.dep == "prep" or child.dep == "agent":
                self._phrase(child, site, depth + 1)

    def _belongs(self, child: Token, site: Site, *, telling: bool) -> bool:
        """Whether a clause under a verb is told at the time of the verb."""
        if child.dep == "advcl":
            return is_together(self._sentence, child)
        if child.dep == "conj":
            return child.pos in VERBS and self._goes_on(child, site)
        if telling:
            return False
        small = child.tag == "VBN" and not self._sentence.children(child.index, "aux", "mark")
        return child.dep == "xcomp" or (
            child.dep == "ccomp" and (small or is_infinitive(self._sentence, child))
        )

    def _goes_on(self, verb: Token, site: Site) -> bool:
        """Whether a coordinated verb is told at the time of the first."""
        if site.timex.modifier in _ONE_SIDED:
            return False
        first = self._sentence.head(verb)
        begun = site.timex.modifier != "by" and not is_past(self._sentence, first)
        if is_past(self._sentence, verb) and begun:
            return False  # "ended in May and had lasted six years"
        if site.fronted:
            return True
        chain = [one.index for one in self._sentence.conjuncts(first.index)]
        later = {index for index in chain if index >= verb.index}
        return self._sentence.subject(verb.index) is None and not later & self._occupied

    def _object(self, noun: Token, site: Site, depth: int, *, handling: bool) -> None:
        """An event noun that a verb handles, or that is new: "launched an offensive"."""
        sentence = self._sentence
        if depth > _DEEPEST or noun.index in self._occupied:
            return
        marks = {child.text.lower() for child in sentence.children(noun.index)}
        new = bool(marks & lexicon("claimtimes", "fresh"))
        if noun.index in self._owner and (handling or new):
            self._give(noun, site)
            given = self.found.get(self._owner[noun.index])
            if given is not None and given.time is site.timex:
                self._relatives(noun, site, depth)
        elif handling and noun.lemma in general_events() and new:
            self._relatives(noun, site, depth)
        elif noun.lemma in lexicon("claimtimes", "parts") or handling:
            for preposition in sentence.children(noun.index, "prep"):
                if preposition.lemma in ("of", "in"):
                    for inner in sentence.children(preposition.index, "pobj", "pcomp"):
                        if inner.pos in VERBS:
                            self._walk(inner, site, depth + 1, entering=True)
                        elif inner.index in self._owner and preposition.lemma == "of":
                            self._object(inner, site, depth + 1, handling=True)
        for clause in sentence.children(noun.index, "relcl"):
            if clause.tag == "VBG" and sentence.child(clause.index, "aux") is not None:
                self._walk(clause, site, depth + 1, entering=True)  # "a ship that was sailing"
        for other in sentence.children(noun.index, "conj"):
            self._object(other, site, depth + 1, handling=handling)

    def _relatives(self, noun: Token, site: Site, depth: int) -> None:
        """What is told of a dated event: "a raid that drove them out", "raids, which failed"."""
        for clause in self._sentence.children(noun.index, "relcl"):
            if not is_past(self._sentence, clause):
                self._walk(clause, site, depth + 1, entering=True)

    def _subject(self, noun: Token, verb: Token, site: Site, *, back: bool = False) -> None:
        """An event noun that happens or is done: "a revolt broke out", "a raid was launched".

        The date of either is that of the other: "the Congress of 1838 met in Tarn".
        """
        happens = lexicon("verbs", "carriers") | lexicon("claimtimes", "happening")
        done = noun.dep == "nsubjpass" and verb.lemma in lexicon("claimtimes", "handling")
        if back:
            if verb.lemma in happens:
                self._give(verb, site)
            return
        taken = {one.lemma for one in self._sentence.children(verb.index, "dobj")}
        idle = bool(taken) and not taken & lexicon("claimtimes", "taken")
        free = noun.index in self._owner and noun.index not in self._occupied
        if free and not idle and (done or verb.lemma in happens):
            self._give(noun, site)

    def _phrase(self, preposition: Token, site: Site, depth: int) -> None:
        """What a verb does or is done in: "in a night assault", "by firing on boats"."""
        sentence = self._sentence
        word = preposition.text.lower()
        if word in lexicon("claimtimes", "ordering") or depth > _DEEPEST:
            return
        for inner in sentence.children(preposition.index, "pcomp", "pobj"):
            if inner.pos in VERBS:
                self._walk(inner, site, depth + 1, entering=True)
            elif word in lexicon("claimtimes", "inside") or self._is_meant(preposition, inner):
                self._give(inner, site)

    def _is_made(self, office: Token) -> bool:
        """Whether the verb makes somebody what a noun says: not in "deposed by the mayor"."""
        if office.dep in ("attr", "oprd", "xcomp"):
            return True
        above = self._sentence.head(office)
        return above.dep == "prep" and above.text.lower() == "as"

    def _is_meant(self, preposition: Token, noun: Token) -> bool:
        """The "as" of "with himself as president" and of "marked its end as the beginning"."""
        if preposition.text.lower() != "as":
            return False
        around = self._sentence.children(preposition.head, "prep")
        place = self._owner.get(noun.index)
        event = place is not None and self._matches[place].pattern.kind == "noun"
        handled = self._sentence.head(preposition).lemma in lexicon("claimtimes", "handling")
        return (event and handled) or any(other.text.lower() == "with" for other in around)
