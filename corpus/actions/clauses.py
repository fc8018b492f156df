"""A sentence as its verbs see it: who stands before them, and in which clause."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from corpus.actions.owners import Actor, Naming, agents, find_actors
from corpus.actions.phrases import any_word, words
from corpus.typography import fold
from corpus.words.patterns import alternation

REACH = 200  # characters around a verb in which its subject and its complement stand

_WORD = re.compile(r"\s*(?P<word>[A-Za-z][\w'-]*)")
_BOUNDARY = re.compile(r"[;:]|,\s+(?:and|but|while|whilst|whereas)\b|\s-\s", re.IGNORECASE)
_COORDINATED = re.compile(r"(?:,|\band|\bbut)\s+(?:[a-z]+ly\s+|also\s+|were\s+|are\s+)?$", re.I)
_OPEN_CLAUSE = re.compile(
    r"\b(?:that|whether)(?:,"
    r"|\s+(?:through|by|with|under|given|despite|following|without)\b[^,;:]*,\s+(?:[\w-]+\s+){0,3}\Z)",
    re.IGNORECASE,
)
_AFTER_COMMA = re.compile(r",\s+(?P<lead>(?:[\w-]+\s+){0,3})$")
_PREPOSITION = re.compile(
    r"\b(?:of|in|for|by|with|between|among|to|at|on|through|under|about|via|into|within|from)"
    r"\s+(?:(?:the|all|other|these|those|our|its|their|interested|relevant)\s+){0,3}$",
    re.IGNORECASE,
)
_RELATIVE_CLAUSE = re.compile(
    r"\s+(?:that|which|who)\s+(?:(?!(?:will|would|should|shall|that|which|who)\b)[\w'-]+\s+){1,12}",
    re.IGNORECASE,
)
_CLAUSE_BEGINS = re.compile(r"(?:^|[,;:]|\b(?:and|but|that|then|also|so|while))\s*$", re.IGNORECASE)
_BY = re.compile(r"\s+(?:[\w'-]+\s+){1,8}?by\s+(?:the\s+)?", re.IGNORECASE)
_COPULA = re.compile(r"(?<=\s)(?:is|are|was|were)\s+$")
_EXAMPLES = re.compile(r"\b(?:including|notably|namely|such as)\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A folded sentence with its actors; `antecedent` is whom its first "it" means."""

    text: str
    actors: tuple[Actor, ...]
    antecedent: Actor | None = None

    def before(self, position: int) -> str:
        """The words before a position, as far as they matter."""
        return self.text[max(0, position - REACH) : position]

    def word(self, position: int) -> tuple[str, int]:
        """The next word, past adverbs, and where it ends; "" at the end of the clause."""
        ahead = _adverbs_ahead().match(self.text, position)
        match = _WORD.match(self.text, ahead.end() if ahead else position)
        return (match["word"], match.end()) if match else ("", position)

    def subject(self, position: int) -> Actor | None:
        """The actor whose verb stands here, adverbs passed over; a pronoun is resolved."""
        end = self._before_adverbs(position)
        actor = next((each for each in reversed(self.actors) if each.end <= end), None)
        if actor is None:
            return None
        between = self.text[actor.end : end].strip(" *_")
        before = self.before(actor.start)
        if between == "" and actor.naming is Naming.PRONOUN:
            return self._meant(actor) if _CLAUSE_BEGINS.search(before) else None
        if between in ("", ":") and not _PREPOSITION.search(before):
            return actor
        if between == "," and _EXAMPLES.search(before):
            return actor
        carried = _COORDINATED.search(self.before(position)) or self._after_relative(position)
        return self.topic() if carried else None

    def _before_adverbs(self, position: int) -> int:
        """Where what stands before a position ends, adverbs and auxiliaries passed over."""
        before = self.before(position)
        bare = before.rstrip()
        last = bare.rstrip(",").rpartition(" ")[2].lower()
        if last not in _last_words():
            return position - (len(before) - len(bare))
        passed = _adverbs_behind().search(before)
        return position - (len(passed[0]) if passed else 0)

    def addressee(self, position: int) -> Actor | None:
        """The actor that begins within a few words after this position."""
        actor = next((each for each in self.actors if each.start >= position), None)
        if actor is None or actor.naming is Naming.PRONOUN or actor.start > position + REACH:
            return None
        between = self.text[position : actor.start]
        return None if len(between.split()) > 4 or re.search(r"[,;:.]", between) else actor

    def owners(self, actor: Actor | None, position: int) -> tuple[str, ...]:
        """The actor's owners, else those that "hosted by …" names after this position."""
        if actor and actor.owners:
            return actor.owners
        return agents(self.text, (each for each in self.actors if each.start >= position))

    def doer(self, position: int) -> tuple[str, ...]:
        """The owners whom "by …" names after a passive verb, else a host or a lead."""
        ahead = self.text[position : position + REACH]
        by = _BY.match(ahead)
        actor = self.addressee(position + by.end()) if by else None
        if by and actor and not self.text[position + by.end() : actor.start].strip():
            return actor.owners
        return self.owners(None, position)

    def partners(self, position: int) -> tuple[str, ...]:
        """Whom "together with …" names beside the subject whose modal stands before here."""
        match = _partners_ahead().match(self.text, position)
        actor = self.addressee(match.end()) if match else None
        return actor.owners if match and actor and actor.start <= match.end() + 4 else ()

    def depends(self, position: int) -> bool:
        """Whether the verb here stands in a clause that depends on another."""
        copula = _COPULA.search(self.before(position))
        position -= len(copula[0]) if copula else 0
        before = self.before(position)
        boundary = max((each.end() for each in _BOUNDARY.finditer(before)), default=0)
        if _COORDINATED.search(before) or self._after_relative(position):
            return False  # "recognised the value of …, and requested that …"
        subject = self.subject(position)
        if subject and not _OPEN_CLAUSE.search(before):
            ahead = before[: max(0, len(before) - (position - subject.start))]
            comma = _AFTER_COMMA.search(ahead)
            boundary = comma.start("lead") if comma else boundary
        return any_word("subordinators").search(before, boundary) is not None

    def _after_relative(self, position: int) -> bool:
        """Whether "members that have not done so" is the subject of the verb here."""
        topic = self.topic()
        return topic is not None and (
            _RELATIVE_CLAUSE.fullmatch(self.text, topic.end, position) is not None
        )

    def _meant(self, pronoun: Actor) -> Actor | None:
        """Whom a pronoun means: at the sentence's beginning the antecedent, else its subject."""
        return self.topic() if self.actors[0].end <= pronoun.start else self.antecedent

    def topic(self) -> Actor | None:
        """The named actor that the sentence begins with."""
        first = self.actors[0] if self.actors else None
        at_start = first is not None and len(self.text[: first.start].split()) <= 3
        return first if first and at_start and first.naming is not Naming.PRONOUN else None


def read_sentence(
    text: str, attending: Sequence[str] = (), antecedent: Actor | None = None
) -> Sentence:
    """Fold a sentence and find its actors; `attending` is whom "we" may mean."""
    folded = fold(text)
    return Sentence(folded, find_actors(folded, attending), antecedent)


@cache
def _last_words() -> frozenset[str]:
    """The words in which adverbs and auxiliaries end: most words before a verb are others."""
    return frozenset(each.split()[-1] for each in (*words("adverbs"), *words("auxiliaries")))


@cache
def _adverbs_behind() -> re.Pattern[str]:
    between = alternation([*words("adverbs"), *words("auxiliaries")])
    return re.compile(rf"(?:\s+{between},?)*\s*$", re.IGNORECASE)


@cache
def _adverbs_ahead() -> re.Pattern[str]:
    """Adverbs, and what commas set off: "will, by March 2017, table …"."""
    aside = r"\s*,[^,;:.]{1,80},"
    return re.compile(rf"(?:{aside})?(?:\s+{alternation(words('adverbs'))}\b)*", re.IGNORECASE)


@cache
def _partners_ahead() -> re.Pattern[str]:
    return re.compile(rf"\s*,?\s+{alternation(words('partners'))}\s+(?:the\s+)?", re.IGNORECASE)
