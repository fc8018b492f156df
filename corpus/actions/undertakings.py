"""The grammar of one sentence: who undertakes, decides, offers or is asked to do something.

A sentence is read from left to right for verbs that can make an action item. Each is judged by
its subject, by what follows it, and by whether its clause is a statement of its own: in "noted
that members will meet" nothing is undertaken.
"""

import re
from functools import cache

from corpus.actions.clauses import REACH, Sentence
from corpus.actions.owners import Actor
from corpus.actions.phrases import (
    ActionVerb,
    action_verbs,
    any_word,
    is_deed,
    is_deed_participle,
    is_stative,
    table,
    words,
)
from corpus.actions.promises import Undertaking, Verb, declared, intended, proposed
from corpus.facts import Strength
from corpus.words.lexicon import Lexicon
from corpus.words.patterns import alternation

_PLURAL_NOUN = re.compile(r"[a-z]+[^suyi]s$")
_COPULA = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|remains?|remained|stays?)\s+(?:[a-z]+ly\s+)?$", re.I
)
_IMPERSONAL = re.compile(r"\b(?:it|there)\s+(?:is|are|was|were|has been)\s+(?:[a-z]+\s+)?$", re.I)
_NOT_FINITE = re.compile(  # "to agree", "had agreed", "the agreed …"
    r"\b(?:to|having|had|not|as|when|if|being|the|an?|its|their|our|any|these|those|such|other)"
    r"\s+(?:[a-z]+ly\s+)?$",
    re.IGNORECASE,
)
_BE_DONE = re.compile(r"\s*\bbe\s+(?:[a-z]+ly\s+)?(?P<participle>[a-z]+)\b", re.IGNORECASE)
_TAKE_PLACE = re.compile(r"\s+take\s+place\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:which|who|that|if|where|when|can|could|may|is|are|must)\b", re.I)
_WITH_DOING = re.compile(r"\s+with(?=\s+[a-z-]+ing\b)")  # "was tasked with compiling"
_ASIDE = re.compile(r"\s*(?:\([^()]{1,40}\)|(?:concerned|involved|present)\b)")
_PERFORMED = re.compile(r"[\s*_(]*(?:(?:we|and|hereby|also|further)\b,?\s+)*", re.IGNORECASE)
_ARTICLES = re.compile(r"\s*(?:(?:the|all|both|each|interested|relevant)\s+){0,2}", re.IGNORECASE)
# A verb without an ending: neither "connects", "connected" nor "can".
_BARE = re.compile(
    r"(?!(?:and|or|as|to|can|may|must|might|could|did|do|be|been|had|who|also)\Z)"
    r"(?![a-z]*(?:[^s]s|ed|ing|ly)\Z)[a-z]{3,}\Z"
)
_PAST = re.compile(r"(?:ed|ook|aid)\b|\b(?:stood|was|were|called)\b")
_OBJECT_ENDS = re.compile(r"[,;:.]|\b(?:of|to|on|in|for|that|which)\b")


def find_undertaking(sentence: Sentence) -> Undertaking | None:
    """The first undertaking of a sentence that names an owner, else the first, or None.

    A line that introduces a list ("Members agreed to:") is read as a sentence as well.
    """
    found = find_undertakings(sentence)
    return next((each for each in found if each.owners), next(iter(found), None))


def find_undertakings(sentence: Sentence, *, modals: bool = True) -> tuple[Undertaking, ...]:
    """All undertakings of a sentence, in its order.

    Args:
        sentence: any.
        modals: whether "will" and "shall" undertake something, as they do not in rules.
    """
    if any_word("repeated").match(sentence.text):
        return ()
    verbs = (Verb(*found) for found in _verbs().find(sentence.text))
    verbs = (verb for verb in verbs if modals or verb.form not in table("modals"))
    judged = (_judge(sentence, verb) for verb in verbs if not sentence.depends(verb.start))
    return tuple(each for each in judged if each)


def find_opening(sentence: Sentence) -> Undertaking | None:
    """The undertaking whose words a list gives: "Members agreed as follows:", "… that Fiji:"."""
    for start, end, form in _verbs().find(sentence.text):
        known = action_verbs().get(form)
        strength = known and (known.that or known.to or known.addressee)
        match = _opening().match(sentence.text, end) if strength else None
        subject = sentence.subject(start)
        if strength and match and (subject or _performs(sentence, Verb(start, end, form))):
            asked = next((each for each in sentence.actors if each.start >= end), None)
            weak = strength if asked is None else Strength.RECOMMENDATION
            return Undertaking(
                start, weak, asked.owners if asked else sentence.owners(subject, end)
            )
    return None


def may_undertake(text: str) -> bool:
    """Whether a text holds any verb that could make an action item; a quick first look."""
    return next(_verbs().find(text), None) is not None


def _judge(sentence: Sentence, verb: Verb) -> Undertaking | None:
    modal = table("modals").get(verb.form)
    if modal:
        return _modal(sentence, verb, Strength(modal))
    for rule in (declared, intended, proposed):
        found = rule(sentence, verb)
        if found:
            return found
    known = action_verbs().get(verb.form)
    return _complement(sentence, verb, known) if known else None


def _modal(sentence: Sentence, verb: Verb, strength: Strength) -> Undertaking | None:
    """ "Participants will reconvene", "A workshop will be held"."""
    subject = sentence.subject(verb.start)
    passive = _is_passive(sentence, verb.end)
    if not (subject or passive) or not _is_done_after(sentence, verb.end, subject):
        return None
    owners = sentence.doer(verb.end) if passive else sentence.owners(subject, verb.end)
    partners = sentence.partners(verb.end) if owners else ()
    return Undertaking(verb.start, strength, tuple(dict.fromkeys((*owners, *partners))))


def _is_done_after(sentence: Sentence, position: int, subject: Actor | None) -> bool:
    """Whether a modal before this position begins something to be carried out."""
    if _is_passive(sentence, position):
        return True
    verb, end = sentence.word(position)
    if verb in {"continue", "seek", "work"} and sentence.word(end)[0] == "to":
        verb, end = sentence.word(sentence.word(end)[1])
    if verb in {"", "be", *words("not_verbs")} or is_stative(verb):
        return False
    if verb in words("with_to") and sentence.word(end)[0] == "to":
        return False
    return subject is not None or is_deed(verb)


def _is_passive(sentence: Sentence, position: int) -> bool:
    """Whether "be held", "be circulated" or "take place" stands here."""
    if _TAKE_PLACE.match(sentence.text, position):
        return True
    match = _BE_DONE.match(sentence.text, position)
    return match is not None and is_deed_participle(match["participle"])


def _complement(sentence: Sentence, verb: Verb, known: ActionVerb) -> Undertaking | None:
    """Judge an action verb by what follows it."""
    before = sentence.before(verb.start)
    if _NOT_FINITE.search(before):
        return None
    if not (_PAST.search(verb.form) or sentence.subject(verb.start) or _performs(sentence, verb)):
        return None  # "plans to use", "the pledge to share": a noun
    if _COPULA.search(before) and not _IMPERSONAL.search(before):
        return _asked(sentence, verb, known)
    return (
        _that(sentence, verb, known)
        or _to(sentence, verb, known)
        or _on(sentence, verb, known)
        or _addressed(sentence, verb, known)
        or _object(sentence, verb, known)
    )


def _performs(sentence: Sentence, verb: Verb) -> bool:
    """Whether a verb begins the clause of a resolution: "Direct the Secretariat to …"."""
    plain = verb.form in words("performatives")
    return plain and _PERFORMED.fullmatch(sentence.text, 0, verb.start) is not None


def _to(sentence: Sentence, verb: Verb, known: ActionVerb) -> Undertaking | None:
    """ "agreed to establish", "committed to establishing", "committed to:"."""
    match = _aside_to().match(sentence.text, verb.end)
    if not match or not known.to:
        return None
    following = sentence.word(match.end())[0].lower()
    if following in words("prepositions"):
        return None  # "agreed to by Ministers"
    if following == "be" and not _is_passive(sentence, match.end()):
        return None  # "is intended to be a living document"
    subject = sentence.subject(verb.start)
    strength = _strength_of(following, known.to, known.on)
    return Undertaking(verb.start, strength, sentence.owners(subject, match.end()))


def _strength_of(following: str, strength: Strength, of_noun: Strength | None) -> Strength:
    """How binding "agreed to …" is: to recommend, or to a text, it is weaker."""
    asked = action_verbs().get(following)
    if asked and asked.addressee is Strength.RECOMMENDATION:
        return Strength.RECOMMENDATION
    is_noun = following in words("not_verbs") or _PLURAL_NOUN.match(following) is not None
    return of_noun if is_noun and of_noun else strength


def _on(sentence: Sentence, verb: Verb, known: ActionVerb) -> Undertaking | None:
    """ "agreed on four projects", and not "agreed on the importance of …"."""
    preposition, end = sentence.word(verb.end)
    if not known.on or preposition.lower() not in {"on", "upon"}:
        return None
    if any_word("views").search(" ".join(sentence.text[end : end + REACH].split()[:6])):
        return None
    return Undertaking(verb.start, known.on, sentence.owners(sentence.subject(verb.start), end))


def _that(sentence: Sentence, verb: Verb, known: ActionVerb) -> Undertaking | None:
    """ "agreed that Australia and the Maldives would develop a paper"."""
    match = _aside_that().match(sentence.text, verb.end)
    if not match or not known.that:
        return None
    begin = match.end()
    for inner in _inner_verb().finditer(sentence.text, begin, begin + 2 * REACH):
        if _RELATIVE.search(sentence.text, begin, inner.start()):
            return None
        found = _inner(sentence, Verb(*inner.span(), inner[0].lower()), known.that)
        if found:
            return found._replace(at=verb.start)
    return _demanded(sentence, verb, begin, known)


def _demanded(sentence: Sentence, verb: Verb, begin: int, known: ActionVerb) -> Undertaking | None:
    """ "recommended that Georgia connect its networks": the bare verb after who is named."""
    actor = sentence.addressee(begin)
    if known.that is None or known.that is Strength.COMMITMENT or actor is None:
        return None
    named = _ARTICLES.fullmatch(sentence.text, begin, actor.start)
    following, _ = sentence.word(actor.end)
    if not (named and following.islower()) or is_stative(following) or not _BARE.match(following):
        return None
    if following in words("not_verbs") or any_word("subordinators").match(following):
        return None
    return Undertaking(verb.start, known.that, actor.owners)


def _inner(sentence: Sentence, verb: Verb, strength: Strength) -> Undertaking | None:
    """The clause after "that": "would develop", "should explore", "be retained"."""
    subject = sentence.subject(verb.start)
    passive = _is_passive(sentence, verb.start if verb.form == "be" else verb.end)
    owners = sentence.doer(verb.end) if passive else sentence.owners(subject, verb.end)
    agreed = strength is Strength.COMMITMENT
    if verb.form not in table("modals"):  # the subjunctive: "that the Secretariat prepare …"
        done = passive or (subject is not None and verb.form != "be")
        demand = Strength.DECISION if agreed else strength
        return Undertaking(verb.start, demand, owners) if done else None
    if _place_to_act().match(sentence.text, verb.end):
        return Undertaking(verb.start, Strength.DECISION, owners)
    if not _is_done_after(sentence, verb.end, subject):
        return None
    if verb.form == "would" and not (subject or passive):
        return None  # "that a framework would provide a better way"
    weak = agreed and verb.form == "should"
    return Undertaking(verb.start, Strength.RECOMMENDATION if weak else strength, owners)


def _addressed(sentence: Sentence, verb: Verb, known: ActionVerb) -> Undertaking | None:
    """ "encouraged members to second officials", "recommended the AHG continue to focus"."""
    addressee = sentence.addressee(verb.end)
    if not addressee or not known.addressee or _one_speaker(sentence, verb.start):
        return None
    aside = _ASIDE.match(sentence.text, addressee.end)  # "the Secretariat (ICMPD)"
    following, end = sentence.word(aside.end() if aside else addressee.end)
    place = following == "to" and sentence.word(end)[0][:1].isupper()  # "invited them to Rome"
    if place or (
        following not in {"to", "with"} and not (is_deed(following) and following in words("deeds"))
    ):
        return None
    return Undertaking(verb.start, known.addressee, addressee.owners)


def _asked(sentence: Sentence, verb: Verb, known: ActionVerb) -> Undertaking | None:
    """ "Members were encouraged to share templates"."""
    copula = _COPULA.search(sentence.before(verb.start))
    asked = _aside_to().match(sentence.text, verb.end)
    match = asked or _WITH_DOING.match(sentence.text, verb.end)
    if not known.addressee or not copula or not match:
        return None
    if sentence.word(match.end())[0].lower() in words("not_verbs"):
        return None  # "were invited to a dinner"
    subject = sentence.subject(verb.start - len(copula[0]))
    return Undertaking(verb.start, known.addressee, sentence.owners(subject, verb.end))


def _object(sentence: Sentence, verb: Verb, known: ActionVerb) -> Undertaking | None:
    """ "approved the establishment of a task force", "requested further work be undertaken"."""
    if not known.object or _one_speaker(sentence, verb.start):
        return None
    ahead = " ".join(sentence.text[verb.end : verb.end + REACH].split()[:7])
    offers = known.object is Strength.OFFER
    nouns = any_word("gifts" if offers else "deed_nouns")
    if not nouns.search(_OBJECT_ENDS.split(ahead)[0]):
        return None
    subject = sentence.subject(verb.start) if offers else None
    return Undertaking(verb.start, known.object, sentence.owners(subject, verb.end))


def _one_speaker(sentence: Sentence, position: int) -> bool:
    """Whether a person speaks, and not the meeting."""
    return any_word("titles").search(sentence.before(position)) is not None


@cache
def _verbs() -> Lexicon[str]:
    said = (table(name)["verbs"] for name in ("declarations", "intentions", "proposals"))
    forms = [form for verbs in said for form in verbs]
    return Lexicon({form: form for form in (*action_verbs(), *table("modals"), *forms)})


@cache
def _aside_to() -> re.Pattern[str]:
    asides = alternation(words("asides"))
    return re.compile(rf"(?:,?\s+{asides},?|,[^,;:.]{{1,60}},)?\s+to\b", re.IGNORECASE)


@cache
def _aside_that() -> re.Pattern[str]:
    asides = alternation(words("asides"))
    return re.compile(rf"(?:,?\s+{asides})?(?:,[^,;.]{{1,60}},)?\s+that\b", re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    """What may stand between the verb of a lead and its colon."""
    return re.compile(
        r"(?:\s+(?:as\s+follows|that|to|upon|on|the\s+following|following|by\s+consensus)\b"
        r"|\s+[\w-]+(?=\s*:)){0,3}(?:\s+[\w-]+){0,2}\s*:\s*\Z",
        re.IGNORECASE,
    )


@cache
def _inner_verb() -> re.Pattern[str]:
    phrases = alternation([*table("modals"), *words("deeds"), "be"])
    return re.compile(rf"(?<!\bto )\b{phrases}(?![\w'-])", re.IGNORECASE)


@cache
def _place_to_act() -> re.Pattern[str]:
    places = alternation(words("places_to_act"))
    return re.compile(rf"\s+be\s+(?:the|an?)\s+(?:[\w-]+\s+){{0,3}}{places}\b", re.IGNORECASE)
