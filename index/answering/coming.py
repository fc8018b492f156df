"""Questions after meetings to come: what announces one, or which was the last that is known."""

import re
from datetime import date
from functools import cache

from index.answering.passages import passages_answer
from index.answering.refusals import not_stated
from index.answers import Answer, AnswerKind
from index.generation import Generation
from index.replies.attendance import meeting_text
from index.replies.meetings import meeting_answer
from index.understanding.intents import Intent
from index.understanding.named_meetings import by_date, named_meetings
from index.understanding.questions import Question, understand
from index.wordlists import load


def coming(generation: Generation, asked: Question) -> Answer | None:
    """ "When will the SOM meet again?", "When is the next SOM?", where one body is named."""
    if asked.meetings.dates or asked.asks_for(Intent.ACTIONS) or not _asks_ahead(asked):
        return None
    without = _coming().sub(" ", asked.text)
    known = named_meetings(generation, f"the meeting {without}").every
    if not known or len({meeting.body for meeting in known}) != 1:
        return None
    last = (by_date(known) or known)[-1]
    if last.dates and last.dates.start > _newest_day(generation):
        return meeting_answer(generation, last)
    next_one = understand(generation, f"When is the next {last.body} meeting?")
    found = passages_answer(generation, asked if asked.wants.coming else next_one)
    if not found.abstained:
        return found
    reason = f"No document tells of a meeting of the {last.body} after {meeting_text(last)}."
    nearest = (last.citation, *(cited.citation for cited in found.citations))
    return not_stated(generation, AnswerKind.MEETING, reason, nearest, f"after {last.label}")


def _asks_ahead(asked: Question) -> bool:
    again = re.search(load("meeting_words")["again"], asked.plain)
    ahead = asked.asks_for(Intent.HELD) and _coming().search(asked.plain)
    return bool(asked.wants.coming or again or ahead)


def _newest_day(generation: Generation) -> date:
    """The day of the newest document: what a document tells of later days is to come."""
    return max((each.date for each in generation.documents.values() if each.date), default=date.min)


@cache
def _coming() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('meeting_words')['coming'])})\b", re.IGNORECASE)
