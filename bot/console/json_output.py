"""Facts and answers as the JSON that `--json` prints; keys as README's table has them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from corpus.facts import (
    Acronym,
    ActionItem,
    Attendance,
    DateRange,
    Delegation,
    Meeting,
    Rilon,
    Step,
)
from index.answers import Answer, Disagreement, Quotation, SourceView, answer_text
from index.generation import Edition, Generation
from index.item_life.statuses import Event
from index.question_log import Concerning
from index.search import Passage

Json = dict[str, Any]


def answer_json(answer: Answer) -> Json:
    """An answer; "answer" is its first line and its list, "citations" what it rests on.

    Where several questions were asked at once, "parts" holds the answer to each. "note" is
    there only where something was unusual.
    """
    return {
        "question": answer.question,
        "kind": answer.kind.value,
        "answer": answer_text(answer),
        "abstained": answer.abstained,
        "citations": [citation_json(each) for each in answer.citations],
        "conflicts": [_conflict_json(each, answer.citations) for each in answer.conflicts],
        "searched": answer.searched,
        "parts": [answer_json(each.answer) for each in answer.parts],
        **({"note": answer.note} if answer.note else {}),
    }


def edition_json(edition: Edition) -> Json:
    """What an answer rests on."""
    day = edition.corpus_date
    return {"generation": edition.number, "corpus_date": day.isoformat() if day else None}


def citation_json(quotation: Quotation) -> Json:
    """A citation with the whole paragraph and the sentences of it that are quoted."""
    return {
        "id": str(quotation.citation),
        "document": quotation.citation.document,
        "file": quotation.file,
        "title": quotation.title,
        "date": quotation.date.isoformat() if quotation.date else None,
        "paragraph": quotation.citation.ordinal,
        "label": quotation.label,
        "text": quotation.text,
        "quote": quotation.quote,
        "score": quotation.score,
        **({"corrected": quotation.corrected} if quotation.corrected else {}),
    }


def passage_json(passage: Passage) -> Json:
    """A paragraph with its score for a query."""
    return {
        "id": str(passage.document.cite(passage.paragraph)),
        "document": passage.document.id,
        "file": passage.document.file,
        "text": passage.paragraph.text,
        "score": passage.score,
    }


def meeting_json(meeting: Meeting) -> Json:
    """A meeting; dates as precisely as the source has them ("2011-03", "2011")."""
    start, end = meeting.dates.iso() if meeting.dates else (None, None)
    return {
        "id": meeting.id,
        "title": meeting.title,
        "body": meeting.body,
        "ordinal": meeting.ordinal,
        "start_date": start,
        "end_date": end,
        "city": meeting.city,
        "country": meeting.country,
        "co_chairs": list(meeting.co_chairs),
        "reported_by": meeting.reported_by,
        "citation": str(meeting.citation),
        **_corrected(meeting.corrected),
    }


def attendance_json(meeting: Meeting, attendance: Iterable[Attendance]) -> Json:
    """A meeting and who attended it."""
    return {
        "meeting": meeting_json(meeting),
        "attendance": [attendance_entry_json(each) for each in attendance],
    }


def delegation_json(
    delegation: Delegation,
    attendance: Iterable[Attendance],
    actions: Iterable[ActionItem],
    answer: Answer,
    generation: Generation,
) -> Json:
    """Where a delegation attended, what it owns, and the paragraphs that show or name it."""
    return {
        "delegation": {
            "name": delegation.name,
            "kind": delegation.kind.value,
            "code": delegation.code,
        },
        "attendance": [
            {"meeting": each.meeting, **attendance_entry_json(each)} for each in attendance
        ],
        "actions": [action_json(each, generation) for each in actions],
        "quotes": [citation_json(each) for each in answer.citations],
    }


def action_json(item: ActionItem, generation: Generation) -> Json:
    """An action item; "due" spans whole days, however precisely the source dates it."""
    document = generation.documents.get(item.citation.document)
    return action_entry_json(item, document.file if document else None)


def action_entry_json(item: ActionItem, file: str | None) -> Json:
    """An action item that stands in this file; None where that is not published."""
    return {
        "id": item.id,
        "text": item.text,
        "owners": list(item.owners),
        "due": _days(item.due),
        "due_text": item.due_text,
        "strength": item.strength.value,
        "status": item.status.value,
        "reason": item.reason,
        "meeting": item.meeting,
        "file": file,
        "citation": str(item.citation),
        "evidence": [str(each.citation) for each in item.evidence],
        **_corrected(item.corrected),
    }


def event_json(event: Event) -> Json:
    """What was done to an action item; "about" is the number of what it undoes or decides."""
    entry = event.entry
    return {
        "number": event.number,
        "item": event.item,
        "kind": entry.kind.value,
        "status": entry.status.value if entry.status else None,
        "note": entry.note,
        "evidence": str(entry.evidence) if entry.evidence else None,
        "about": entry.about,
        "by": event.actor.name,
        "at": event.at.isoformat(),
    }


def concerning_json(each: Concerning) -> Json:
    """A question for maintainers; "askers" are pseudonyms, good for telling people apart."""
    return {
        "kind": each.concern.value,
        "text": each.text,
        "count": each.times,
        "askers": list(each.askers),
        "first": each.first_at.isoformat(),
        "last": each.last_at.isoformat(),
        "citations": [str(citation) for citation in each.cited],
        "notes": list(each.notes),
    }


def rilon_json(rilon: Rilon) -> Json:
    """A RILON with its history; "meetings" are the days on which it met, as dated."""
    history = [
        {
            "step": each.step.value,
            "date": each.dates.iso()[0] if each.dates else None,
            "citation": str(each.citation),
            **_corrected(each.corrected),
        }
        for each in rilon.history
    ]
    met = (each["date"] for each in history if each["step"] == Step.MET.value)
    return {
        "city": rilon.city,
        "country": rilon.country,
        "status": rilon.status.value,
        "history": history,
        "meetings": [day for day in dict.fromkeys(met) if day],
    }


def acronym_json(acronym: Acronym) -> Json:
    """An acronym and one meaning."""
    return {
        "acronym": acronym.acronym,
        "meaning": acronym.meaning,
        "citation": str(acronym.citation),
        **_corrected(acronym.corrected),
    }


def source_json(view: SourceView) -> Json:
    """A paragraph between its neighbours."""
    return {
        "id": str(view.citation),
        "label": view.label,
        "text": view.text,
        "before": view.before,
        "after": view.after,
        "document": view.document,
        "superseded": view.superseded,
    }


def attendance_entry_json(attendance: Attendance) -> Json:
    """How one delegation attended."""
    return {
        "delegation": attendance.delegation.name,
        "as_written": attendance.as_written,
        "kind": attendance.delegation.kind.value,
        "capacity": attendance.capacity.value,
        "citation": str(attendance.citation),
        **_corrected(attendance.corrected),
    }


def _corrected(day: date | None) -> Json:
    """The day on which a maintainer put a fact right; no key where it is as it was read."""
    return {"corrected": day.isoformat()} if day else {}


def _conflict_json(conflict: Disagreement, citations: tuple[Quotation, ...]) -> Json:
    stated = [
        {"text": text, "citation": str(citations[place - 1].citation)}
        for text, place in conflict.stated
    ]
    return {"subject": conflict.subject, "stated": stated}


def _days(dates: DateRange | None) -> Json | None:
    return {"from": dates.start.isoformat(), "to": dates.end.isoformat()} if dates else None
