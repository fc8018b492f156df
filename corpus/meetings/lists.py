"""Meetings in lists: "RILON meetings held include: Colombo (11 May 2011, 22 August 2011); …"."""

import re
from collections.abc import Iterator
from functools import cache

from corpus.bodies import known_body
from corpus.documents import Document, Paragraph
from corpus.facts import Meeting
from corpus.meetings.scenes import Scene
from corpus.words.lists import word_list

_BETWEEN = re.compile(r"[\s,;:()*-]|and|on|in|the|held")


def listed_meetings(document: Document, paragraph: Paragraph, scene: Scene) -> Iterator[Meeting]:
    """A meeting for each date of an item that holds but a place and dates.

    The sentence or heading above the list says of what body they are.
    """
    above = paragraph.lead or paragraph.section
    noun = _plural_noun().search(above)
    if noun is None or not scene.dates or not _only_place_and_dates(scene):
        return
    city = scene.cities[0] if scene.cities else None
    country = scene.countries[0].delegation.name if scene.countries else None
    citation = document.cite(paragraph)
    for mention in scene.dates:
        yield Meeting(
            id="",
            title=noun[0] if noun[0][0].isupper() else noun["noun"],
            body=known_body(above) or _singular(noun["noun"]),
            ordinal=None,
            dates=mention.dates,
            city=city.city if city else None,
            country=city.country if city else country,
            co_chairs=(),
            citation=citation,
            mentions=(citation,),
        )


def _only_place_and_dates(scene: Scene) -> bool:
    groups = (scene.dates, scene.cities, scene.countries)
    rest = list(scene.folded)
    for start, end in ((each.start, each.end) for group in groups for each in group):
        rest[start:end] = " " * (end - start)
    return bool(scene.cities or scene.countries) and not _BETWEEN.sub("", "".join(rest)).strip(" .")


def _singular(noun: str) -> str:
    return "" if noun.lower() in ("meetings", "sessions") else noun.lower().removesuffix("s")


@cache
def _plural_noun() -> re.Pattern[str]:
    nouns = word_list("bodies")["event_nouns"]
    every = "|".join(re.escape(noun) for kind in nouns.values() for noun in kind)
    return re.compile(rf"(?:[\w'-]+ )?(?P<noun>(?:{every})s)\b", re.IGNORECASE)
