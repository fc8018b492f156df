"""Made-up statements of made-up processes, in any number, the same for the same seed.

They have what real ones have: a head, a list of those who attended, prose that names meetings,
states and days, lists of action items, and a sign-off. Their words follow Zipf's law, so that
some terms stand everywhere and most hardly anywhere.
"""

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, cycle, islice

PARAGRAPHS = 50  # a document, headings and list items included
_VOCABULARY = 4000
_SYLLABLES = "ba ter mon li cor dan ves tri pol ga ren sul tin mer fa dor kel vis pra nol".split()
_FUNCTION_WORDS = "the of and to in a for on with that by as".split()  # the commonest
_STATES = (
    "Australia|Bangladesh|Cambodia|Canada|Chile|Fiji|France|Ghana|Iceland|India|Indonesia|Japan"
    "|Kenya|Malaysia|Maldives|Mexico|Nepal|New Zealand|Norway|Pakistan|Papua New Guinea"
    "|Philippines|Republic of Korea|Samoa|Sri Lanka|Thailand|Timor-Leste|Tonga|Türkiye|Viet Nam"
).split("|")
_PLACES = (
    "Accra, Ghana|Auckland, New Zealand|Bangkok, Thailand|Colombo, Sri Lanka|Hanoi, Viet Nam"
    "|Jakarta, Indonesia|Kathmandu, Nepal|Nadi, Fiji|Oslo, Norway|Santiago, Chile|Tokyo, Japan"
).split("|")
_ORGANISATIONS = "UNHCR|IOM|UNODC|INTERPOL|the World Bank|the Secretariat of the Forum".split("|")
_BODIES = "Technical Working Group|Senior Officials' Meeting|Ministerial Conference".split("|")
_PROCESSES = "Coral Coast Dialogue|Highland Rivers Compact|Northern Ports Process".split("|")
_ORDINALS = "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth".split()
_VERBS = "agreed to develop|will circulate|committed to hosting|offered to share".split("|")

_Sentence = Callable[["_Statement"], str]


class _Statement:
    """One document in the making."""

    def __init__(self, number: int, seed: int) -> None:
        self.random = random.Random(f"{seed}/{number}")
        self.day = date(2000, 1, 10) + timedelta(days=37 * number)
        self.place = self.random.choice(_PLACES)
        self.body = self.random.choice(_BODIES)
        self.process = self.random.choice(_PROCESSES)
        self.ordinal = self.random.choice(_ORDINALS)

    def words(self, count: int) -> str:
        words, weights = _vocabulary()
        return " ".join(self.random.choices(words, cum_weights=weights, k=count))

    def states(self, count: int) -> str:
        *names, last = self.random.sample(_STATES, count)
        return f"{', '.join(names)} and {last}"

    def later(self) -> str:
        day = self.day + timedelta(days=self.random.randrange(30, 700))
        return f"{day.day} {day:%B %Y}"

    def paragraphs(self) -> Iterator[str]:
        yield f"Co-Chairs' Statement of the {self.ordinal} {self.body} of the {self.process}"
        yield f"{self.place}, {self.day.day} {self.day:%B %Y}"
        yield (
            f"The {self.ordinal} {self.body} of the {self.process} was held in {self.place} on"
            f" {self.day.day} {self.day:%B %Y}. It was co-chaired by {self.states(2)}."
        )
        yield (
            f"In attendance were {self.states(18)}. Representatives from"
            f" {', '.join(self.random.sample(_ORGANISATIONS, 3))} attended as observers."
        )
        for paragraph in cycle((_prose, _prose, _items, _prose, _workshop)):
            yield from paragraph(self)


def statement(number: int, *, seed: int = 0, paragraphs: int = PARAGRAPHS) -> str:
    """The text of one made-up document; the head counts as paragraphs too."""
    return "\n\n".join(islice(_Statement(number, seed).paragraphs(), paragraphs)) + "\n"


def corpus_of(paragraphs: int, *, seed: int = 0) -> dict[str, bytes]:
    """Documents by file name that hold about this many paragraphs together."""
    return {
        f"{number:04d}-statement.txt": statement(number, seed=seed).encode()
        for number in range(max(1, paragraphs // PARAGRAPHS))
    }


def document_of(size: int, *, seed: int = 0) -> bytes:
    """One document of at least `size` bytes, cut at the end of a paragraph."""
    parts: list[str] = []
    length = 0
    for paragraph in _Statement(0, seed).paragraphs():
        parts.append(paragraph)
        length += len(paragraph.encode()) + 2
        if length >= size:
            break
    return "\n\n".join(parts).encode()


@cache
def _vocabulary() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """A few English words and many that no language has, with cumulated weights by rank."""
    chance = random.Random(0)
    coined = ("".join(chance.choices(_SYLLABLES, k=chance.randrange(2, 5))) for _ in range(9000))
    chosen = tuple(dict.fromkeys([*_FUNCTION_WORDS, *coined]))[:_VOCABULARY]
    return chosen, tuple(accumulate(1 / rank for rank in range(1, len(chosen) + 1)))


def _prose(made: _Statement) -> Iterator[str]:
    yield " ".join(made.random.choice(_SENTENCES)(made) for _ in range(4))


def _items(made: _Statement) -> Iterator[str]:
    yield "Members agreed to:"
    for _ in range(3):
        yield f"• develop a {made.words(3)} for the {made.words(8)} by {made.later()};"


def _workshop(made: _Statement) -> Iterator[str]:
    place = made.random.choice(_PLACES)
    yield (
        f"A workshop on {made.words(3)} was hosted by {made.random.choice(_STATES)} in {place} on"
        f" {made.later()}. {_talk(made)}"
    )


def _talk(made: _Statement) -> str:
    return f"Delegations noted that the {made.words(10)} of the {made.words(8)} was welcomed."


def _task(made: _Statement) -> str:
    owner, verb = made.random.choice(_STATES), made.random.choice(_VERBS)
    return f"{owner} {verb} a {made.words(4)} on the {made.words(6)} by {made.later()}."


def _demonym(made: _Statement) -> str:
    return f"The Indonesian and Norwegian delegations described {made.words(12)}."


def _plain(made: _Statement) -> str:
    return f"The {made.words(14)}, and the {made.words(6)}."


_SENTENCES: tuple[_Sentence, ...] = (_talk, _talk, _task, _demonym, _plain, _plain)
