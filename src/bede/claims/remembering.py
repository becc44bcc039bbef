"""Whether an event noun tells something new, or points to what was told before ("this raid")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bede.catalog import lexicon
from bede.claims.composing import Dating
from bede.claims.filling import Match
from bede.claims.values import Claim, Dated, Filler
from bede.text import Sentence, same_person

_NEAR = 400  # characters; an owner without a name ("its bombardment") tells of what stands near
_MOST = 40  # claims of one type; further back an event noun tells of something new

Roles = Mapping[str, tuple[Filler, ...]]


class Remembered:
    """The claims of a document so far."""

    def __init__(self) -> None:
        """Nothing is told yet."""
        self._by_type: dict[str, list[Claim]] = {}

    def add(self, claim: Claim) -> None:
        """Remember a claim."""
        self._by_type.setdefault(claim.type, []).append(claim)

    def told(
        self, sentence: Sentence, match: Match, roles: Roles, dating: Dating | None
    ) -> Claim | None:
        """The earlier claim that an event noun without news refers to ("his expulsion").

        News is a date, a role that the earlier claim does not fill, somebody else in it, or that
        it began, ended or went on.

        Args:
            sentence: the sentence.
            match: the trigger in it.
            roles: what fills its roles.
            dating: when it was, if the sentence says so.
        """
        if match.pattern.kind != "noun" or (dating is not None and dating.dated is Dated.TOLD):
            return None
        if not _is_definite(sentence, match) or _goes_on(sentence, match):
            return None
        vague = all(one.name is None for found in roles.values() for one in found)
        for claim in reversed(self._by_type.get(match.event.name, [])[-_MOST:]):
            if vague and sentence.start - claim.sentence.end > _NEAR:
                return None
            told = claim.roles
            if all(_is_known(fillers, told.get(role, ())) for role, fillers in roles.items()):
                return claim
        return None


def _is_known(fillers: Sequence[Filler], told: Sequence[Filler]) -> bool:
    """Whether all these fillers were told of before; a pronoun may stand for any that was."""
    names = [_plain(other.name) for other in told]
    return bool(told) and all(
        filler.name is None or any(same_person(_plain(filler.name), name) for name in names)
        for filler in fillers
    )


def _plain(name: str | None) -> str | None:
    """A name without its article: "The Peace of Tarn" is "the Peace of Tarn"."""
    words = name.split() if name is not None else []
    article = len(words) > 1 and words[0].lower() in lexicon("nouns", "articles")
    return " ".join(words[1:]) if article else name


def _is_definite(sentence: Sentence, match: Match) -> bool:
    """Whether a noun points to what was told: "this raid", "their raid", not "another raid"."""
    noun = match.hosts[0]
    marks = {child.lemma for child in sentence.children(noun, "det", "predet", "amod")}
    if marks & lexicon("claimtimes", "fresh"):
        return False
    owned = sentence.child(noun, "poss") is not None
    return owned or len(match.trigger) > 1 or bool(marks & lexicon("nouns", "definite"))


def _goes_on(sentence: Sentence, match: Match) -> bool:
    """Whether the sentence says that it began, ended or went on: "the siege lasted two months"."""
    noun = sentence.tokens[match.hosts[0]]
    phases = lexicon("verbs", "phases")
    return noun.dep in ("nsubj", "nsubjpass") and sentence.head(noun).lemma in phases
