"""Questions over a series of meetings: every one, the first time, who chaired them."""

from dataclasses import replace

from corpus.facts import Meeting
from index.answering.meeting_routes import is_plain
from index.answering.refusals import not_stated
from index.answers import Answer, AnswerKind
from index.facts import attendance_of
from index.generation import Generation
from index.replies.attendance import meeting_text, numbers_answer
from index.replies.meetings import meetings_answer
from index.replies.presence import common_answer
from index.replies.series import (
    chaired_answer,
    chairs_answer,
    each_chairs_answer,
    every_answer,
    newcomers_answer,
    occasion_answer,
    times_answer,
    together_answer,
)
from index.understanding.intents import Intent, fits
from index.understanding.named_meetings import by_date
from index.understanding.questions import Question
from index.understanding.series import series_of
from index.wording import count_text, list_text

_TWO = 2  # meetings, from which they are compared
_MOST = 8  # meetings that one sentence names


def attended(generation: Generation, asked: Question) -> Answer | None:
    """ "Has Fiji attended every SOM?", "When did Fiji first attend?", "the SOMs with Fiji"."""
    dated = not asked.intents and bool(asked.meetings.dates)  # "Fiji 2013"
    attends = asked.asks_for(Intent.ATTENDANCE) or dated
    if not attends or not asked.delegations or not is_plain(asked):
        return None
    if len(asked.delegations) > 1:
        series = series_of(generation, asked)
        return together_answer(generation, series, asked.delegations) if series else None
    every = fits("every", asked.plain)
    series = series_of(generation, asked, whole=every or bool(asked.occasion))
    if series is None or asked.asks_for(Intent.CHAIRS):
        return None
    delegation = asked.delegations[0]
    if asked.occasion:
        return occasion_answer(generation, series, delegation, asked.occasion)
    if every:
        return every_answer(generation, series, delegation)
    confirms = asked.wants.confirms
    if series.body or series.when:
        return times_answer(generation, series, delegation, confirms=confirms)
    return None


def newcomers(generation: Generation, asked: Question) -> Answer | None:
    """ "Who attended for the first time in Apia?"."""
    meeting = asked.meeting
    if asked.occasion != "first" or meeting is None or meeting.dates is None:
        return None
    if asked.delegations or not is_plain(asked) or not attendance_of(generation, meeting):
        return None
    start = meeting.dates.start
    earlier = [m for m in by_date(generation.facts.meetings) if m.dates and m.dates.start < start]
    return newcomers_answer(generation, meeting, earlier)


def all_of_them(generation: Generation, asked: Question) -> Answer | None:
    """ "Who attended every SOM?"."""
    if asked.delegations or not (asked.asks_for(Intent.ATTENDANCE) and fits("every", asked.plain)):
        return None
    series = series_of(generation, asked, whole=True) if is_plain(asked) else None
    stated = [m for m in series.meetings if attendance_of(generation, m)] if series else []
    return common_answer(generation, stated, asked.capacities) if len(stated) >= _TWO else None


def compared(generation: Generation, asked: Question) -> Answer | None:
    """ "Did more delegations attend in Apia than in Suva?"."""
    if not fits("compare", asked.plain) or asked.delegations or not is_plain(asked):
        return None
    if not asked.asks_for(Intent.ATTENDANCE) or len(asked.meetings.several) < _TWO:
        return None
    return numbers_answer(generation, asked.meetings.several)


def chairs(generation: Generation, asked: Question) -> Answer | None:
    """ "Who co-chairs the SOM?", "Has Fiji ever chaired one?"."""
    if not asked.asks_for(Intent.CHAIRS) or asked.asks_for(Intent.ACTIONS) or not is_plain(asked):
        return None
    if asked.meetings.several and not asked.delegations:
        return each_chairs_answer(generation, asked.meetings.several)
    series = series_of(generation, asked)
    if series is None or len(asked.delegations) > 1:
        return None
    if asked.delegations:
        delegation, confirms = asked.delegations[0], asked.wants.confirms
        reason = f"No document says that {delegation.name} chaired one of the {series.told}."
        return chaired_answer(generation, series, delegation, confirms=confirms) or not_stated(
            generation, AnswerKind.DELEGATION, reason, understood=delegation.name
        )
    if not series.body or asked.meetings.dates:
        return None
    reason = f"No document says who chaired the {series.told}."
    return chairs_answer(generation, series) or not_stated(
        generation, AnswerKind.MEETING, reason, understood=series.body
    )


def held(generation: Generation, asked: Question) -> Answer | None:
    """ "Where were the SOMs held?", "How often has the SOM met?": all of them, by date."""
    others = asked.asks_for(Intent.ATTENDANCE) or asked.asks_for(Intent.CHAIRS)
    named = not (asked.intents or asked.wants.asks)  # "TEWG"
    order = fits("order", asked.plain) and bool(asked.meetings.several)
    wanted = asked.asks_for(Intent.HELD) or asked.asks_for(Intent.MEETINGS)
    if others or not (wanted or named or order):
        return None
    if asked.delegations or asked.asks_for(Intent.ACTIONS) or not is_plain(asked):
        return None
    several = asked.meetings.several
    if several:
        dated = tuple(by_date(several)) if order else several
        told = [meeting_text(each) for each in dated]
        text = f"{', before '.join(told) if order else list_text(told)}."
        return replace(meetings_answer(generation, dated), text=text)
    series = series_of(generation, asked)
    if series is None or not series.body:
        return None
    listed = meetings_answer(generation, series.meetings)
    where = [_where(meeting) for meeting in series.meetings]
    if len(where) > _MOST:
        return listed
    counted = count_text(len(where), "meeting")
    return replace(listed, text=f"{counted}: {list_text(where)}.", understood=series.told)


def _where(meeting: Meeting) -> str:
    year = str(meeting.dates.start.year) if meeting.dates else "undated"
    return f"{meeting.city} {year}" if meeting.city else year
