"""Questions that facts answer: acronyms, RILONs, delegations, action items."""

from index.answering.items import items_answer
from index.answering.refusals import not_stated, which_meeting
from index.answers import Answer, AnswerKind
from index.generation import Generation
from index.meeting_names import words_of
from index.replies.delegation import delegation_answer
from index.replies.glossary import glossary_answer
from index.replies.rilons import EXISTING, rilon_answer, rilon_steps_answer, rilons_reply
from index.understanding.intents import Intent
from index.understanding.questions import Question
from index.understanding.rilon_questions import steps_asked


def glossary(generation: Generation, asked: Question) -> Answer | None:
    """ "What does DESC stand for?", with nothing asked of it but its meaning."""
    if not asked.asks_for(Intent.GLOSSARY) or not asked.acronyms:
        return None
    return glossary_answer(generation, asked.acronyms)


def rilon(generation: Generation, asked: Question) -> Answer | None:
    """ "Where do RILONs exist?", "Is there a RILON in Pakistan?"."""
    if not asked.speaks_of_rilons or not asked.asks_for(Intent.RILON):
        return None
    if asked.rilon is not None and _is_of_its_life(asked, asked.rilon.place):
        steps = steps_asked(asked.plain)
        if "date" in asked.wants.kinds and steps:
            return rilon_steps_answer(generation, asked.rilon, steps, asked.meetings.dates)
        return rilon_answer(generation, asked.rilon)
    if asked.place and asked.rilon is None:
        reason = f"No document speaks of a RILON in {asked.place}."
        nearest = [step.citation for each in generation.facts.rilons for step in each.history[-1:]]
        return not_stated(generation, AnswerKind.RILON, reason, dict.fromkeys(nearest))
    standing = steps_asked(asked.plain) - EXISTING
    return None if asked.rest else rilons_reply(generation, standing=standing)


def _is_of_its_life(asked: Question, place: str) -> bool:
    """Whether a question asks nothing of a RILON but what became of it."""
    others = set(asked.rest) - set(words_of(place)) - {asked.place.lower()}
    return all(steps_asked(word) for word in others)


def delegation(generation: Generation, asked: Question) -> Answer | None:
    """Just the name of a delegation: "Sri Lanka", "Tell me about Sri Lanka"."""
    if len(asked.delegations) != 1 or asked.meetings.named or asked.intents or asked.rest:
        return None
    if asked.wants.kinds - {"definition"} or asked.wants.speech:
        return None
    return delegation_answer(generation, asked.delegations[0])


def actions(generation: Generation, asked: Question) -> Answer | None:
    """ "Which action items are open for the Maldives?", "Who has to write the questionnaire?"."""
    if not asked.asks_for(Intent.ACTIONS):
        return None
    if asked.meetings.named and not asked.meetings.found:
        return which_meeting(generation, asked)
    return items_answer(generation, asked)
