"""What somebody else says: quotations, reports, accusations, opinions, legends, fiction."""

from __future__ import annotations

from bede.documents import BlockKind
from bede.text.scope.path import Link, Tie, is_finite, path_of, stands_beside
from bede.text.scope.values import words_of
from bede.text.sentence import SUBJECTS, Sentence, Token

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_Told = tuple[str, Token | None]


def attribution(sentence: Sentence, trigger: Token, path: tuple[Link, ...]) -> _Told | None:
    """The words by which another speaks, with the head word that names the speaker if any."""
    if sentence.kind is BlockKind.QUOTATION:
        return "inside a quotation", None
    above = [trigger, *sentence.ancestors(trigger.index)]
    if _is_quoted(sentence, trigger):
        return "inside a quotation", _speaker_near(sentence, above)
    chain = [trigger, *(link.governor for link in path)]
    for link in path:
        told = _reported(sentence, link)
        if told is not None:
            return told
    inside = _inside(sentence, trigger)
    if inside is not None:
        return inside
    for clause in chain:
        told = _content(sentence, clause)
        if told is not None:
            return told
    top = [chain[-1], *sentence.ancestors(chain[-1].index)]
    for token in dict.fromkeys([*chain, *top]):
        told = _phrase(sentence, token) or _inserted(sentence, token, trigger)
        if told is not None:
            return told
    return None


def _inside(sentence: Sentence, trigger: Token) -> _Told | None:
    """The verb that reports a clause in some phrase of which a word stands.

    All that a reported clause tells is reported; not what a relative clause or an apposition adds,
    nor what only serves to place it in time.
    """
    token = trigger
    for head in sentence.ancestors(trigger.index):
        if token.dep in ("relcl", "appos") or head.text.lower() in words_of("anchoring"):
            return None
        if token.dep == "conj" and path_of(sentence, token.index)[:1] == ():
            return None
        if token.dep == "ccomp" and stands_beside(sentence, token, head):
            return None
        if token.dep == "ccomp" and is_finite(sentence, token):
            told = _reported(sentence, Link(token, head, Tie.CLAUSE))
            if told is not None:
                before = token.index < head.index and trigger.index > head.index
                return None if before else told
        token = head
    return None


def _is_quoted(sentence: Sentence, trigger: Token) -> bool:
    """Whether a word belongs to another's words, and not only to a name in quotation marks.

    A few words without a finite verb and without a capital are the author's own statement in a
    borrowed expression: launched a "police action".
    """
    for start, end in sentence.quoted:
        if not (start <= trigger.start and trigger.end <= end):
            continue
        inside = [t for t in sentence.tokens if start <= t.start and t.end <= end]
        words = [token for token in inside if token.pos not in ("PUNCT", "SYM")]
        if any(
            token.lemma in words_of("naming")
            for token in [*sentence.ancestors(trigger.index)][:2]
            if token.start < start
        ):
            continue
        whole = sentence.start <= start and end <= sentence.end
        finite = any(word.tag in _FINITE for word in words)
        if not whole or finite or not words or words[0].text[:1].isupper():
            return True
    return False


def _speaker_near(sentence: Sentence, above: list[Token]) -> Token | None:
    """Who speaks the quotation: the subject of the reporting verb nearest above or beside it."""
    for token in above:
        for verb in (token, *sentence.children(token.index, "parataxis", "ccomp", "advcl")):
            if verb.lemma in words_of("reporting") and verb.pos == "VERB":
                speaker = _speaker(sentence, verb)
                if speaker is not None:
                    return speaker
        for child in sentence.children(token.index, "prep"):
            if child.text.lower() in words_of("according"):
                return _pobj(sentence, child)
    return None


def _speaker(sentence: Sentence, verb: Token) -> Token | None:
    """Who says what a reporting verb reports."""
    if sentence.child(verb.index, "auxpass") is not None or verb.dep in ("acl",):
        agent = sentence.child(verb.index, "agent")
        return _pobj(sentence, agent) if agent is not None else None
    at: Token | None = verb
    while at is not None:
        subject = sentence.subject(at.index)
        if subject is not None:
            return subject
        at = sentence.head(at) if at.dep in ("conj", "xcomp") else None
    return None


def _pobj(sentence: Sentence, preposition: Token) -> Token | None:
    """The noun behind a preposition, or behind two ("according to")."""
    noun = sentence.child(preposition.index, "pobj")
    inner = sentence.child(preposition.index, "prep")
    return noun if noun is not None or inner is None else sentence.child(inner.index, "pobj")


def _owner(sentence: Sentence, noun: Token) -> Token | None:
    """Whose word a noun is: "Orlo's claim", "the claim of Orlo", "the claim by Orlo"."""
    owner = sentence.child(noun.index, "poss")
    if owner is not None:
        return owner
    phrases = [p for p in sentence.children(noun.index, "prep", "agent") if p.lemma in ("by", "of")]
    return _pobj(sentence, phrases[0]) if phrases else None


def is_impersonal(sentence: Sentence, verb: Token) -> bool:
    """Whether a passive names nobody who says it: "is thought to have died"."""
    passive = sentence.child(verb.index, "auxpass") is not None or verb.tag == "VBN"
    own = sentence.child(verb.index, "aux") is not None and not passive
    return passive and not own and sentence.child(verb.index, "agent") is None


def is_told_as_to_come(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause tells of what is to come: an infinitive, a gerund or "would"."""
    later = {"would", "will", "shall", "should"}
    return not is_finite(sentence, verb) or any(
        child.lemma in later for child in sentence.children(verb.index, "aux")
    )


def _reported(sentence: Sentence, link: Link) -> _Told | None:
    """A verb or noun of saying above a word, and who says it."""
    governor, below = link.governor, link.below
    if link.tie in (Tie.JOINED, Tie.PURPOSE):
        return None
    if governor.pos == "NOUN":
        content = link.tie is Tie.CLAUSE and is_finite(sentence, below)
        if content and governor.lemma in words_of("reporting_nouns"):
            return f'reported by "{governor.text}"', _owner(sentence, governor)
        noun = governor.lemma in words_of("accusing_nouns") and link.preposition == "of"
        owned = sentence.children(governor.index, "det", "poss", "amod")
        # "on suspicion of", but "in charge of"
        plain = governor.tag == "NN" and not owned and sentence.head(governor).lemma != "on"
        if noun and not plain:
            return f'reported by "{governor.text}"', _owner(sentence, governor)
        return None
    if governor.pos not in ("VERB", "AUX"):
        return None
    said = f'reported by "{governor.text}"'
    if _is_judged(sentence, link):
        return said, sentence.subject(governor.index)
    if link.tie is Tie.PHRASE:
        accused = link.pair in words_of("reporting_with")
        return (said, _speaker(sentence, governor)) if accused else None
    if link.tie is Tie.OBJECT:
        told = governor.lemma in words_of("reporting_objects") and below.dep == "dobj"
        return (said, _speaker(sentence, governor)) if told else None
    if governor.lemma not in words_of("reporting") or is_impersonal(sentence, governor):
        return None
    to_come = is_told_as_to_come(sentence, below)
    if governor.lemma in words_of("performing") and not is_finite(sentence, below):
        return None
    if governor.lemma in words_of("announcing") and to_come:
        return None
    if governor.lemma in words_of("declaring") and not _is_full_clause(sentence, below):
        return None
    return said, _speaker(sentence, governor)


def _is_full_clause(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause has a "that" or an auxiliary: parsers take participles for past forms."""
    return bool(sentence.children(verb.index, "mark", "aux", "auxpass")) or verb.pos == "AUX"


def _is_judged(sentence: Sentence, link: Link) -> bool:
    """Whether experts hold it: "most historians date the founding to 1130"."""
    if link.governor.lemma not in words_of("judging"):
        return False
    as_what = any(c.lemma == "as" for c in sentence.children(link.governor.index, "prep"))
    if as_what and link.tie is Tie.OBJECT:
        return False  # "mark the siege as the beginning": that there was a siege is nobody's view
    subject = sentence.subject(link.governor.index)
    return (
        subject is not None
        and subject.index != link.below.index
        and subject.lemma in words_of("experts")
    )


def _content(sentence: Sentence, clause: Token) -> _Told | None:
    """A noun whose content a clause is: "the rumour that he fled", "legend has it that"."""
    noun = sentence.head(clause)
    if clause.dep == "ccomp":
        subject = sentence.subject(noun.index)
        if subject is None or subject.lemma not in words_of("reporting_nouns"):
            return None
        return f'reported by "{subject.text}"', _owner(sentence, subject)
    that = any(child.lemma == "that" for child in sentence.children(clause.index))
    content = clause.dep in ("acl", "relcl") and that
    if content and noun.lemma in words_of("reporting_nouns"):
        return f'reported by "{noun.text}"', _owner(sentence, noun)
    by = sentence.head(noun)
    verb = sentence.head(by)
    said = by.dep == "agent" and verb.lemma in words_of("reporting")  # "claimed by him that ..."
    return (f'reported by "{verb.text}"', noun) if content and said else None


def _phrase(sentence: Sentence, token: Token) -> _Told | None:
    """A phrase that names a source: "according to Pipes", "in his view", "in the novel"."""
    for child in sentence.children(token.index, "prep", "advmod", "advcl"):
        if child.text.lower() in words_of("according"):
            return f'reported by "{child.text}"', _pobj(sentence, child)
        noun = sentence.child(child.index, "pobj")
        if child.dep != "prep" or noun is None:
            continue
        preposition = child.text.lower()
        owner = _owner(sentence, noun)
        view = noun.lemma in words_of("views") or noun.text.lower() in words_of("views")
        if view and owner is not None and preposition in ("in", "by"):
            return f'reported by "{noun.text}"', owner
        if preposition not in ("in", "of"):
            continue
        if noun.lemma in words_of("legends"):
            return f'told in the "{noun.text}"', None
        if noun.lemma in words_of("fiction") and _is_present(sentence, token):
            return f'told in the "{noun.text}"', None
    return None


def _is_present(sentence: Sentence, verb: Token) -> bool:
    present = ("VBZ", "VBP")
    auxiliaries = sentence.children(verb.index, "aux", "auxpass")
    return (auxiliaries[0] if auxiliaries else verb).tag in present


_INSERTED = 10  # words; a longer clause says something of its own


def _inserted(sentence: Sentence, token: Token, trigger: Token) -> _Told | None:
    """A clause set in or behind what it reports: "he fled, the papers said, to Tarn"."""
    for child in sentence.children(token.index, "parataxis", "ccomp", "advcl"):
        reports = child.lemma in words_of("inserted") and child.pos == "VERB"
        inside = sentence.subtree(child.index) if reports else []
        reports = reports and len(inside) <= _INSERTED and trigger.index not in inside
        others = sentence.children(
            child.index, "ccomp", "xcomp", "dobj", "mark", "acomp", "oprd", "prt"
        )
        others = [one for one in others if one.lemma not in ("as", "it")]  # "as Plutarch tells it"
        whole = sentence.subject(child.index) is not None and not others
        if reports and whole and child.tag in _FINITE and child.dep not in SUBJECTS:
            return f'reported by "{child.text}"', _speaker(sentence, child)
    return None
