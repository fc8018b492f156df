"""How well facts are extracted: recall, precision and fields against a file of facts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.documents import Document
from corpus.facts import ActionItem, Attendance, Capacity, Facts, Meeting, Rilon, Step
from index.errors import InputError
from index.evaluation.questions import squeezed

_ONE_CAPACITY = {Capacity.CO_CHAIR: Capacity.MEMBER, Capacity.PARTICIPANT: Capacity.MEMBER}
_FIELDS = ("body", "ordinal", "start_date", "end_date", "city", "country", "co_chairs")


class _Gold(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class GoldAttendance(_Gold):
    """Who attended; `role` or `capacity` is how."""

    delegation: str
    capacity: str | None = None
    role: str | None = None
    as_written: str | None = None


class GoldAction(_Gold):
    """An action item, told by words that its text must hold."""

    snippet: str
    owners: tuple[str, ...] = ()
    due: tuple[str, ...] | None = None


class GoldRilon(_Gold):
    """What a document says of one RILON."""

    city: str | None
    country: str | None = None
    status: str
    meetings: tuple[str, ...] = ()


class GoldStatement(_Gold):
    """The facts of one document; a missing key means "not annotated"."""

    meeting: dict[str, Any] | None = None
    mentioned_meetings: tuple[dict[str, Any], ...] = ()
    attendance: tuple[GoldAttendance, ...] = ()
    absent: tuple[str, ...] = ()
    actions: tuple[GoldAction, ...] = ()
    not_actions: tuple[str, ...] = ()
    rilons: tuple[GoldRilon, ...] = ()
    attendance_complete: bool = True
    actions_complete: bool = False


class GoldFollowUp(_Gold):
    """An action item and words of the later paragraph that tells its fate."""

    statement: str
    action: str
    later_statement: str
    evidence: str


class GoldFacts(_Gold):
    """A file of facts."""

    statements: dict[str, GoldStatement]
    follow_ups: tuple[GoldFollowUp, ...] = ()
    glossary: dict[str, str] = Field(default_factory=dict)


@dataclass(slots=True)
class FactScores:
    """Right and all, by measure; `misses` names each wrong thing."""

    right: Counter[str] = field(default_factory=Counter)
    all: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def count(self, measure: str, right: bool, what: str) -> None:
        """Add one outcome."""
        self.all[measure] += 1
        self.right[measure] += right
        if not right:
            self.misses.append(f"{measure}: {what}")

    def share(self, measure: str) -> float:
        """Share of right outcomes, from 0 to 1; 1 where there were none."""
        return self.right[measure] / self.all[measure] if self.all[measure] else 1.0

    def summary(self) -> dict[str, float]:
        """All shares, by measure."""
        return {measure: round(self.share(measure), 4) for measure in self.all}


def read_facts(content: bytes) -> GoldFacts:
    """Read a JSON file of facts.

    Raises:
        InputError: it is no such file.
    """
    try:
        return GoldFacts.model_validate_json(content)
    except ValidationError as error:
        raise InputError("The file is no JSON file of facts with “statements”.") from error


def score_facts(gold: GoldFacts, facts: Facts, documents: Iterable[Document]) -> FactScores:
    """Compare the facts of a corpus with the facts that should be found in it."""
    by_file = {document.file: document for document in documents}
    scores = FactScores()
    for file, statement in gold.statements.items():
        document = by_file.get(file)
        if document is None:
            scores.count("documents", False, file)
            continue
        _score_meetings(scores, file, statement, facts)
        _score_attendance(scores, file, statement, facts)
        _score_actions(scores, document, statement, facts)
    _score_rilons(scores, gold, facts, by_file)
    _score_follow_ups(scores, gold, facts, by_file)
    for acronym, meaning in gold.glossary.items():
        known = [a.meaning.casefold() for a in facts.acronyms if a.acronym == acronym]
        right = any(meaning.casefold() in each or each in meaning.casefold() for each in known)
        scores.count("glossary", right, f"{acronym}: {known}")
    return scores


def _score_meetings(scores: FactScores, file: str, statement: GoldStatement, facts: Facts) -> None:
    reported = next((m for m in facts.meetings if m.reported_by == file), None)
    if statement.meeting is None:
        scores.count("meeting fields", reported is None, f"{file} reports {reported}")
    elif reported is None:
        scores.count("meeting fields", False, f"{file} reports none")
    else:
        for name, wanted, got in _fields(statement.meeting, reported):
            right = _same(name, wanted, got)
            scores.count("meeting fields", right, f"{file} {name}: {got!r}, not {wanted!r}")
    for wanted_meeting in statement.mentioned_meetings:
        found = any(_is_meeting(wanted_meeting, each) for each in facts.meetings)
        scores.count("mentioned meetings", found, f"{file} {wanted_meeting}")


def _fields(wanted: Mapping[str, Any], got: Meeting) -> Iterator[tuple[str, Any, Any]]:
    start, end = got.dates.iso() if got.dates else (None, None)
    values = {
        "body": got.body,
        "ordinal": got.ordinal,
        "start_date": start,
        "end_date": end,
        "city": got.city,
        "country": got.country,
        "co_chairs": list(got.co_chairs),
    }
    for name in _FIELDS:
        # Null in the file means "not stated" for a date or an ordinal, "not annotated" elsewhere.
        if name in wanted and (wanted[name] is not None or name.endswith("date")):
            yield name, wanted[name], values[name]


def _same(name: str, wanted: Any, got: Any) -> bool:
    if name == "co_chairs":
        return set(wanted) == set(got)
    if name == "body" and got and wanted:
        return _words(wanted) <= _words(got) or _words(got) <= _words(wanted)
    return bool(wanted == got)


def _words(name: str) -> set[str]:
    return set(name.casefold().replace("-", " ").replace(".", "").split())


def _is_meeting(wanted: Mapping[str, Any], meeting: Meeting) -> bool:
    checked = [each for each in _fields(wanted, meeting) if each[0] != "co_chairs"]
    return all(_same(*each) for each in checked)


def _score_attendance(
    scores: FactScores, file: str, statement: GoldStatement, facts: Facts
) -> None:
    meeting = next((m for m in facts.meetings if m.reported_by == file), None)
    listed = [a for a in facts.attendance if meeting and a.meeting == meeting.id]
    present = {a.delegation.name: a for a in listed if a.capacity is not Capacity.ABSENT}
    wanted = {each.delegation: each for each in statement.attendance}
    for name, each in wanted.items():
        got = present.get(name) or present.get((each.as_written or "").removeprefix("the "))
        scores.count("attendance recall", got is not None, f"{file} lacks {name}")
        if got is not None and each.capacity is not None:
            right = _capacity(each.capacity) == _capacity(got.capacity)
            scores.count("capacity", right, f"{file} {name}: {got.capacity}")
    if statement.attendance_complete:
        for name, attendance in present.items():
            right = name in wanted or _is_written(attendance, statement.attendance)
            scores.count("attendance precision", right, f"{file} lists {name}")
    absent = {a.delegation.name for a in listed if a.capacity is Capacity.ABSENT}
    for name in absent | set(statement.absent):
        scores.count("absent", name in absent and name in statement.absent, f"{file} {name}")


def _is_written(attendance: Attendance, wanted: Sequence[GoldAttendance]) -> bool:
    return any(attendance.as_written == each.as_written for each in wanted if each.as_written)


def _capacity(name: str) -> str:
    capacity = Capacity(name)
    return _ONE_CAPACITY.get(capacity, capacity)


def _score_actions(
    scores: FactScores, document: Document, statement: GoldStatement, facts: Facts
) -> None:
    items = [item for item in facts.actions if item.citation.document == document.id]
    matched = set()
    for wanted in statement.actions:
        item = _item_holding(items, wanted.snippet)
        scores.count("action recall", item is not None, f"{document.file} {wanted.snippet}")
        if item is not None:
            matched.add(item.id)
            owners = set(wanted.owners) == set(item.owners)
            scores.count("owners", owners, f"{wanted.snippet[:60]} {item.owners}, {wanted.owners}")
            scores.count("due", _is_due(wanted, item), f"{wanted.snippet[:60]} {item.due}")
    for sentence in statement.not_actions:
        item = _item_holding(items, sentence)
        scores.count("not actions", item is None, f"{document.file} {sentence}")
    if statement.actions_complete:
        for item in items:
            scores.count("action precision", item.id in matched, f"{document.file} {item.text}")


def _item_holding(items: Iterable[ActionItem], snippet: str) -> ActionItem | None:
    return next((item for item in items if squeezed(snippet) in squeezed(item.text)), None)


def _is_due(wanted: GoldAction, item: ActionItem) -> bool:
    if wanted.due is None:
        return True
    if item.due is None:
        return False
    ends = (item.due.start.isoformat(), item.due.end.isoformat())
    return any(end.startswith(due) for due in wanted.due for end in ends)


def _score_rilons(
    scores: FactScores, gold: GoldFacts, facts: Facts, by_file: Mapping[str, Document]
) -> None:
    wanted = [r for s in gold.statements.values() for r in s.rilons]
    cities = {each.city for each in wanted if each.city}
    for each in wanted:
        found = _rilon(facts.rilons, each)
        scores.count("rilon cities", found is not None, f"lacks {each.city or each.country}")
        if found is not None:
            status = Step.ESTABLISHED if found.status is Step.MET else found.status
            scores.count("rilon status", status == each.status, f"{each.city}: {status}")
            met = {s.dates.iso()[0] for s in found.history if s.step is Step.MET and s.dates}
            for day in each.meetings:
                scores.count("rilon meetings", day in met, f"{each.city} {day}")
    for rilon in facts.rilons:
        if rilon.city and rilon.city not in cities:
            scores.count("rilon cities", False, f"has {rilon.city}")


def _rilon(rilons: Iterable[Rilon], wanted: GoldRilon) -> Rilon | None:
    for rilon in rilons:
        if rilon.city == wanted.city and wanted.country in (None, rilon.country):
            return rilon
    return None


def _score_follow_ups(
    scores: FactScores, gold: GoldFacts, facts: Facts, by_file: Mapping[str, Document]
) -> None:
    for each in gold.follow_ups:
        document, later = by_file.get(each.statement), by_file.get(each.later_statement)
        items = [i for i in facts.actions if document and i.citation.document == document.id]
        item = _item_holding(items, each.action)
        cited = [e.citation for e in item.evidence] if item else []
        texts = [
            paragraph.text
            for citation in cited
            if later
            and citation.document == later.id
            and (paragraph := later.paragraph(citation.ordinal))
        ]
        right = any(squeezed(each.evidence) in squeezed(text) for text in texts)
        scores.count("follow-ups", right, f"{each.action[:60]} → {[str(c) for c in cited]}")
