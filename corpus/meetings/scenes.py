"""A paragraph with the dates and places in it, as the grammar of meetings needs it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.dates import DateMention, find_dates
from corpus.facts import DelegationKind
from corpus.gazetteer import gazetteer
from corpus.gazetteer.mentions import CityMention, Mention
from corpus.typography import fold


@dataclass(frozen=True, slots=True)
class Scene:
    """A folded paragraph and what was found in it, each by offsets.

    Attributes:
        acronyms: the names in full of bodies that the document abbreviates.
    """

    folded: str
    dates: Sequence[DateMention]
    cities: Sequence[CityMention]
    countries: Sequence[Mention]
    acronyms: Mapping[str, str]


def read_scene(text: str, acronyms: Mapping[str, str], year: int | None = None) -> Scene:
    """Find the dates and places of a paragraph; `year` completes dates that lack one."""
    folded = fold(text)
    mentions = gazetteer().scan(text)
    return Scene(
        folded=folded,
        dates=find_dates(text, year=year),
        cities=gazetteer().cities(folded),
        countries=[each for each in mentions if each.delegation.kind is DelegationKind.COUNTRY],
        acronyms=acronyms,
    )
