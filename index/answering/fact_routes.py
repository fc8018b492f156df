"""Questions that facts answer: acronyms, RILONs, delegations, action items."""

import re

from index.answering.items import items_answer
from index.answering.passages import passages_answer
from index.answering.refusals import not_stated, which_meeting
from index.answers import Answer, AnswerKind
from index.facts import delegation_attendance, select_acronyms
from index.generation import Generation
from index.meeting_names import words_of
from index.replies.delegation import delegation_answer
from index.replies.glossary import glossary_answer
from index.replies.rilons import (
    EXISTING,
    rilon_answer,
    rilon_steps_answer,
    rilons_reply,
    rilons_then_answer,
)
from index.understanding.intents import Intent, fits
from index.understanding.questions import Question
from index.understanding.rilon_questions import steps_asked
from index.wording import dates_text, list_text

_ACRONYM = re.compile(r"\b[A-Z][A-Z0-9-]+\b")


def glossary(generation: Generation, asked: Question) -> Answer | None:
    """ "What does DESC stand for?", with nothing asked of it but its meaning."""
    if not asked.asks_for(Intent.GLOSSARY):
        return None
    everything = fits("all_acronyms", asked.plain) and not asked.acronyms
    found = select_acronyms(generation) if everything else asked.acronyms
    return glossary_answer(generation, found) if found else None


def unexplained(generation: Generation, asked: Question) -> Answer | None:
    """ "What does XYZ stand for?": that no document explains it, where none speaks of it."""
    said = _ACRONYM.findall(asked.text) if asked.asks_for(Intent.GLOSSARY) else []
    if asked.acronyms or asked.delegations or len(said) != 1 or asked.meetings.named:
        return None
    found = passages_answer(generation, asked)
    if not found.abstained:
        return found
    return not_stated(generation, AnswerKind.GLOSSARY, f"No document explains “{said[0]}”.")


def rilon(generation: Generation, asked: Question) -> Answer | None:
    """ "Where do RILONs exist?", "Is there a RILON in Pakistan?"."""
    named = not (asked.intents or asked.wants.asks or asked.rest)  # "RILON Suva", "RILONs"
    if not asked.speaks_of_rilons or not (asked.asks_for(Intent.RILON) or named):
        return None
    steps, counted = steps_asked(asked.plain), fits("counting", asked.plain)
    if asked.rilon is not None and _is_of_its_life(asked, asked.rilon.place):
        dated = "date" in asked.wants.kinds
        if steps and (dated or counted):
            return rilon_steps_answer(
                generation, asked.rilon, steps, asked.meetings.dates, counted=not dated
            )
        return rilon_answer(generation, asked.rilon)
    if asked.place and asked.rilon is None:
        reason = f"No document speaks of a RILON in {asked.place}."
        nearest = [step.citation for each in generation.facts.rilons for step in each.history[-1:]]
        return not_stated(generation, AnswerKind.RILON, reason, dict.fromkeys(nearest))
    others = [word for word in asked.rest if not steps_asked(word)]
    if others or ("date" in asked.wants.kinds and steps):  # of one that no place tells
        return None
    if steps and asked.meetings.dates:
        told = rilons_then_answer(generation, steps, asked.meetings.dates)
        reason = f"No document says that of a RILON {_when(asked)}."
        return told or not_stated(generation, AnswerKind.RILON, reason)
    return rilons_reply(generation, standing=steps - EXISTING, counted=counted)


def _when(asked: Question) -> str:
    return list_text([f"in {dates_text(each)}" for each in asked.meetings.dates])


def _is_of_its_life(asked: Question, place: str) -> bool:
    """Whether a question asks nothing of a RILON but what became of it."""
    others = set(asked.rest) - set(words_of(place)) - {asked.place.lower()}
    return all(steps_asked(word) for word in others)


def delegation(generation: Generation, asked: Question) -> Answer | None:
    """Just the name of a delegation: "Sri Lanka", "Tell me about Sri Lanka"."""
    if len(asked.delegations) != 1 or asked.meetings.named or asked.intents or asked.rest:
        return None
    if asked.wants.kinds - {"definition"} or asked.wants.speech or asked.meetings.dates:
        return None
    delegation = asked.delegations[0]
    if asked.wants.kinds and not delegation_attendance(generation, delegation):
        return None  # what it is, passages may tell
    return delegation_answer(generation, delegation)


def actions(generation: Generation, asked: Question) -> Answer | None:
    """ "Which action items are open for the Maldives?", "Who has to write the questionnaire?"."""
    if not asked.asks_for(Intent.ACTIONS):
        return None
    if asked.meetings.named and not asked.meetings.found:
        return which_meeting(generation, asked)
    return items_answer(generation, asked)
