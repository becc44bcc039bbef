"""What did not happen: denied, refused, prevented, tried in vain."""

from __future__ import annotations

from itertools import pairwise

from bede.text.scope.path import Link, Tie, forms_of, is_finite
from bede.text.scope.values import words_of
from bede.text.sentence import SUBJECTS, Sentence, Token

_DENYING = ("neg", "det", "preconj", "advmod")


def negation(sentence: Sentence, trigger: Token, path: tuple[Link, ...]) -> str | None:
    """The words that say that an event did not happen, or None.

    Two denials on one path take each other back: "could not escape being arrested".
    """
    found = [*_denials(sentence, trigger, path)]
    if len(found) % 2:
        return f'negated by "{found[0]}"'
    if found:
        return None
    return (
        _set_aside(sentence, trigger)
        or _in_vain(sentence, path)
        or _cut_off(sentence, trigger)
        or _refused(sentence, path)
        or _cleft(sentence, trigger)
    )


def _denials(sentence: Sentence, trigger: Token, path: tuple[Link, ...]) -> list[str]:
    own = _denier(sentence, trigger)
    if own is None and trigger.pos in ("NOUN", "PROPN"):
        own = _failed(sentence, trigger)
    found = [own or _denied_argument(sentence, trigger)]
    for link in path:
        governor = link.governor
        if link.tie is Tie.JOINED:
            denier = _denier(sentence, governor, joined=True) if link.shared else None
            if denier is None and governor.pos in ("VERB", "AUX"):
                denier = _denied_subject(sentence, link)
            found.append(denier)
            continue
        if link.preposition in words_of("negators"):
            found.append(link.preposition)
        if link.tie is Tie.PURPOSE and governor.pos == "NOUN":
            found.append(_denier(sentence, governor))  # "had no time to flee"
        if link.tie is Tie.PURPOSE and governor.lemma == "do":
            found.append(_denied_argument(sentence, governor))  # "did nothing to stop them"
        if link.tie is Tie.PURPOSE or governor.lemma in words_of("factive"):
            if governor.lemma == "forget" and link.tie is Tie.CLAUSE:
                found.append(governor.text)
            break
        if governor.pos == "NOUN" and governor.lemma in words_of("reporting_nouns"):
            break  # "the charge that he fled was never proved" does not deny that he fled
        if _negates(sentence, link):
            found.append(governor.text)
        phrase = link.tie is Tie.PHRASE and governor.pos == "VERB"
        if not phrase or link.below.dep == "pcomp":
            found.append(_denier(sentence, governor, governs=link))
        if link.tie is Tie.CLAUSE and governor.pos in ("VERB", "AUX"):
            found[-1] = found[-1] or _denied_argument(sentence, governor)
    return [word for word in found if word is not None]


def _negates(sentence: Sentence, link: Link) -> bool:
    """Whether a governor says by its meaning that what it governs did not happen."""
    governor = link.governor
    if link.tie is Tie.PHRASE:
        return link.pair in words_of("negating_with")
    if link.tie is Tie.OBJECT:
        return bool(forms_of(sentence, governor) & words_of("negating_objects"))
    if governor.pos == "NOUN":
        return governor.lemma in words_of("negating_nouns")
    too = any(child.lemma == "too" for child in sentence.children(governor.index, "advmod"))
    infinitive = any(child.tag == "TO" for child in sentence.children(link.below.index, "aux"))
    return governor.lemma in words_of("negating") or (
        too and infinitive and governor.pos in ("ADJ", "ADV")
    )


def _denier(
    sentence: Sentence, token: Token, *, governs: Link | None = None, joined: bool = False
) -> str | None:
    """The word that denies a word: "not", "no", "nearly"; not the "not" of "not only"."""
    for child in sentence.children(token.index, *_DENYING):
        lower = child.text.lower()
        if lower in words_of("nearly") and child.dep == "advmod":
            if not _of_length(sentence, child):
                return child.text
            continue
        if child.lemma not in words_of("negators") and lower not in words_of("negators"):
            continue
        if child.dep == "det" and (joined or not _denies_content(token, governs)):
            continue
        if not _restored(sentence, token, child):
            return child.text
    return None


def _denies_content(noun: Token, governs: Link | None) -> bool:
    """Whether "no" before a noun denies what hangs on it: "no intention to leave"."""
    own = governs is None or governs.tie is Tie.CLAUSE
    return own or noun.lemma in words_of("hedging_nouns")


def _of_length(sentence: Sentence, word: Token) -> bool:
    return any(told.start <= word.start < told.end for told in sentence.lengths)


def _restored(sentence: Sentence, verb: Token, denier: Token) -> bool:
    """Whether a denial is taken back: "not only", "not until May", "no sooner", "hardly when"."""
    following = sentence.tokens[denier.index + 1 : denier.index + 2]
    following += (sentence.tokens[denier.head],) if denier.dep == "neg" else ()
    if any(word.text.lower() in words_of("restoring") for word in following):
        return True
    limits = sentence.children(verb.index, "prep", "mark", "advcl", "npadvmod", "pobj")
    for child in limits:
        inside = [child, *sentence.children(child.index, "mark", "advmod")]
        if any(word.text.lower() in words_of("limits") for word in inside):
            return True
    inverted = denier.dep == "advmod" and any(
        denier.index < aux.index < (subject.index if (subject := _subject(sentence, verb)) else 0)
        for aux in sentence.children(verb.index, "aux", "auxpass")
    )
    return inverted and denier.lemma in ("hardly", "scarcely")


def _subject(sentence: Sentence, verb: Token) -> Token | None:
    return sentence.subject(verb.index)


def _denied_argument(sentence: Sentence, token: Token) -> str | None:
    """The word that says of whom it is not true ("nobody expelled him", "neither was expelled")."""
    arguments = sentence.children(token.index, *SUBJECTS, "dobj")
    for agent in sentence.children(token.index, "agent"):
        arguments += sentence.children(agent.index, "pobj")
    for argument in arguments:
        words = [argument, *sentence.children(argument.index, *_DENYING)]
        for word in words:
            denying = word.lemma in words_of("negators") | words_of("negative_pronouns")
            denying = denying or word.text.lower() in words_of("negative_pronouns")
            if denying and not _restored(sentence, token, word):
                return word.text
    return None


def _denied_subject(sentence: Sentence, link: Link) -> str | None:
    """The subject of whom it is not true that he did the one and the other."""
    if sentence.subject(link.below.index) is not None:
        return None
    if link.shared:
        return _denied_argument(sentence, link.governor)
    places = sentence.children(link.governor.index, *SUBJECTS)
    words = [word for one in places for word in (one, *sentence.children(one.index, *_DENYING))]
    denying = words_of("negators") | words_of("negative_pronouns")
    return next((word.text for word in words if word.lemma in denying), None)


def _failed(sentence: Sentence, noun: Token) -> str | None:
    """The word that says that an event noun came to nothing: "a failed assassination"."""
    if noun.lemma in words_of("happens_anyway"):
        return None
    adjectives = sentence.children(noun.index, "amod")
    return next((a.text for a in adjectives if a.text.lower() in words_of("failed")), None)


def _set_aside(sentence: Sentence, trigger: Token) -> str | None:
    """What was not done, something else was: "instead of expelling him", "rather than flee"."""
    head = sentence.head(trigger)
    if trigger.dep in ("pcomp", "pobj"):
        around = [head, *sentence.children(head.index), sentence.head(head)]
        words = {word.text.lower() for word in around}
        if "instead" in words and "of" in words:
            return 'negated by "instead of"'
        if {"rather", "than"} <= words:
            return 'negated by "rather than"'
    words = {child.lemma for child in sentence.children(trigger.index, "advmod", "mark", "cc")}
    return 'negated by "rather than"' if {"rather", "than"} <= words else None


def _in_vain(sentence: Sentence, path: tuple[Link, ...]) -> str | None:
    """The words that say that what was tried came to nothing."""
    for link in path:
        governor = link.governor
        noun = governor.pos == "NOUN" and governor.lemma in (
            words_of("hedging_nouns") | words_of("bills")
        )
        if link.tie is Tie.JOINED or not (noun or governor.lemma in words_of("trying")):
            continue
        if link.manner:
            return None
        word = _noun_in_vain(sentence, governor)
        if governor.pos == "VERB":
            word = _verb_in_vain(sentence, governor)
        if word is not None:
            return f'tried, but "{word}"'
    return None


def _noun_in_vain(sentence: Sentence, noun: Token) -> str | None:
    word = _failed(sentence, noun)
    verb = sentence.head(noun)
    if word is not None or noun.dep not in SUBJECTS:
        return word
    adjectives = sentence.children(verb.index, "acomp")
    told = [verb, *adjectives]
    return next((w.text for w in told if w.lemma in words_of("failing")), None)


def _verb_in_vain(sentence: Sentence, verb: Token) -> str | None:
    for child in sentence.children(verb.index, "advmod", "prep"):
        if child.text.lower() in words_of("vainly"):
            return child.text
        inside = sentence.children(child.index, "pobj", "amod", "pcomp", "acomp")
        for word in inside:
            if f"{child.text.lower()} {word.text.lower()}" in words_of("in_vain"):
                return f"{child.text} {word.text}"
    joined = [one for one in sentence.conjuncts(verb.index) if one.index > verb.index]
    for child in sentence.children(verb.index, "xcomp"):
        joined += [
            one
            for one in sentence.conjuncts(child.index)
            if one.index != child.index and is_finite(sentence, one)
        ]
    for other in joined:
        told = [other, *sentence.children(other.index, "acomp")]
        for word in told:
            bare = sentence.child(word.index, "xcomp") is None
            if word.lemma in words_of("failing") and bare and not _denier(sentence, other):
                return word.text
    return None


def _cut_off(sentence: Sentence, trigger: Token) -> str | None:
    """What somebody did not live or come to do: "died before completing it"."""
    head = sentence.head(trigger)
    if trigger.dep == "pcomp" and head.lemma == "before":
        verb = sentence.head(head)
        stopped = verb.lemma in words_of("ending") | words_of("halting")
    elif trigger.dep == "advcl":
        verb = head
        marked = any(c.lemma == "before" for c in sentence.children(trigger.index, "mark"))
        subject = sentence.subject(trigger.index)
        same = subject is not None and subject.tag == "PRP"
        stopped = marked and same and verb.lemma in words_of("halting")
    else:
        return None
    return f'"{verb.text}" before' if stopped else None


def _cleft(sentence: Sentence, trigger: Token) -> str | None:
    """The denial of who did it: "it was not Reed who founded the League"."""
    noun = sentence.head(trigger)
    verb = sentence.head(noun)
    if trigger.dep != "relcl" or noun.dep != "attr" or verb.lemma != "be":
        return None
    subject = sentence.subject(verb.index)
    if subject is None or subject.lemma != "it":
        return None
    corrected = any(t.lemma == "but" for t in sentence.tokens[noun.index : trigger.index])
    return None if corrected else _negated_by(_denier(sentence, verb))


def _negated_by(word: str | None) -> str | None:
    return None if word is None else f'negated by "{word}"'


def _refused(sentence: Sentence, path: tuple[Link, ...]) -> str | None:
    """Who asked in vain: "rejected pleas to join"."""
    for below, above in pairwise(path):
        forms, noun = forms_of(sentence, above.governor), below.governor.lemma
        refused = forms & words_of("refusing") and noun in words_of("pleas")
        dropped = forms & words_of("giving_up") and noun in words_of("hedging_nouns")
        content = below.tie in (Tie.CLAUSE, Tie.PHRASE) and above.tie is Tie.OBJECT
        if content and (refused or dropped):
            return f'negated by "{above.governor.text}"'
    return None
