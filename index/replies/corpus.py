"""What maintainers see of the corpus: how it stands, what waits, what was done to it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from corpus.documents import Citation
from corpus.facts import Meeting
from index.answers import Answer, AnswerKind, Line
from index.evaluation import QuestionScores
from index.generation import Generation
from index.publication.fact_changes import Effect, FactChange
from index.publication.golden import golden_text
from index.publication.history import GenerationEntry
from index.publication.publishing import PublishResult
from index.publication.status import CorpusStatus
from index.quoting import Quoter
from index.repositories.generations import Action, Listed
from index.repositories.staged import Staged
from index.wording import count_text, dates_text, day_text

_DONE = {
    Action.PUBLISH: "First publish",
    Action.REINDEX: "Reindex of the folder",
    Action.ADD: "Upload",
    Action.REMOVE: "Removal",
    Action.ROLLBACK: "Rollback",
    Action.CORRECT: "Correction",
    Action.UPGRADE: "Reading by a newer version",
}
_NEWS = {
    Effect.CONFLICT: "Documents disagree since",
    Effect.FOLLOWED_UP: "Fate of action items since",
    Effect.CHANGED: "Changed since",
    Effect.SUPERSEDED: "No longer stated",
    Effect.ADDED: "New since",
}
_MANY = 1_000_000
_MEBIBYTE = 1024**2


def status_reply(
    generation: Generation, status: CorpusStatus, golden: QuestionScores | None
) -> Answer:
    """How the corpus stands, with the meetings that it mentions and holds no document of."""
    quoter = Quoter(generation)
    latest = day_text(status.corpus_date) if status.corpus_date else "undated"
    waits = count_text(status.staged, "upload")
    lines = [
        Line(f"Latest document: {latest}"),
        Line(f"Published: {_when(status.published_at)}"),
        Line(f"Staged: {waits}{' (/corpus staged)' if status.staged else ''}"),
        Line(f"Disk: {status.disk_bytes / _MEBIBYTE:.1f} MiB"),
        Line(f"Golden questions: {_golden(golden)}"),
        *(Line(each) for each in (status.vectors, status.search) if each),
        *(_gap(quoter, each) for each in status.gaps),
    ]
    held = f"{count_text(status.documents, 'document')}, {status.paragraphs:,} paragraphs"
    return _answer(f"Generation {status.generation}: {held}.", lines, quoter)


def staged_reply(waiting: Sequence[Staged]) -> Answer:
    """The uploads that wait to be published, oldest first."""
    lines = [Line(_staged_text(each)) for each in waiting]
    text = f"{count_text(len(waiting), 'upload')} waiting to be published."
    return _answer(text[:1].upper() + text[1:], lines)


def publish_reply(result: PublishResult, most: int = _MANY) -> Answer:
    """What a publish did; of each kind of thing at most so many by name."""
    groups: tuple[tuple[str, Sequence[str]], ...] = (
        ("Rejected", [f"{file}: {reason}" for file, reason in result.rejected]),
        ("Added", result.added),
        ("Changed", result.changed),
        ("Removed", result.removed),
        ("Not in the folder, and stays until it is removed", result.fileless),
        ("Action items", list(map(str, result.items))),
    )
    lines = [line for name, members in groups for line in _first(name, members, most)]
    counts = (
        f"{len(result.added)} added, {len(result.changed)} changed, {len(result.removed)} removed,"
        f" {len(result.unchanged)} unchanged"
    )
    rejected = f", {len(result.rejected)} rejected" if result.rejected else ""
    extent = f"{result.paragraphs:,} paragraphs in {result.seconds:.1f} s"
    return _answer(f"Generation {result.generation}: {counts}{rejected}; {extent}.", lines)


def removal_reply(generation: Generation, document: str, changes: Sequence[FactChange]) -> Answer:
    """What taking a document out would do; its paragraphs stay citable."""
    quoter = Quoter(generation)
    lines = [
        Line(each.text, tuple(map(quoter.cite, each.citations)), each.effect.value)
        for each in changes
    ]
    label = generation.documents[document].label
    text = f"Remove {label} ({document})? Its paragraphs stay citable, as superseded."
    return _answer(text, lines, quoter)


def history_reply(
    generation: Generation, entries: Sequence[GenerationEntry], news: Sequence[FactChange] = ()
) -> Answer:
    """What was published, newest first, and what the facts say differently since."""
    quoter = Quoter(generation)
    lines = [Line(_entry_text(each), group="Publishes") for each in entries]
    for each in news:
        sources = tuple(map(quoter.cite, _held(generation, each.citations)))
        lines.append(Line(each.text, sources, _NEWS[each.effect]))
    text = f"{count_text(len(entries), 'publish', 'publishes')} of the corpus."
    return _answer(text[:1].upper() + text[1:], lines, quoter)


def _answer(text: str, lines: Iterable[Line], quoter: Quoter | None = None) -> Answer:
    cited = quoter.quotations if quoter else ()
    return Answer("", AnswerKind.CORPUS, text, lines=tuple(lines), citations=cited)


def _golden(scores: QuestionScores | None) -> str:
    if scores is None:
        return "being asked …"
    return golden_text(scores) if scores.results else "none apply"


def _gap(quoter: Quoter, meeting: Meeting) -> Line:
    text = f"{meeting.label} ({dates_text(meeting.dates)})"
    return Line(text, (quoter.cite(meeting.citation),), "Meetings mentioned and not held")


def _staged_text(staged: Staged) -> str:
    size = f"{max(1, staged.size_bytes // 1024):,} KiB"
    corrected = " · details corrected" if staged.details.said() else ""
    return (
        f"{staged.id} · {staged.file} · {size} · {staged.actor.name}, {_when(staged.at)}{corrected}"
    )


def _first(name: str, members: Sequence[str], most: int) -> Iterator[Line]:
    yield from (Line(each, group=name) for each in members[:most])
    if len(members) > most:
        yield Line(f"and {len(members) - most:,} more", group=name)


def _entry_text(entry: GenerationEntry) -> str:
    """ "7 · 21 November 2026, 09:00 UTC · Upload by Maria: added nadi.txt (2014-06-03-…)"."""
    who = f" by {entry.actor.name}" if entry.actor.name else ""
    kinds = (("added", entry.added), ("changed", entry.changed), ("removed", entry.removed))
    told = "; ".join(f"{kind} {_documents(those)}" for kind, those in kinds if those)
    what = f": {told}" if told else ""
    note = f" · “{entry.note}”" if entry.note else ""
    back = " · can be restored" if entry.can_be_restored else ""
    return f"{entry.number} · {_when(entry.at)} · {_DONE[entry.action]}{who}{what}{note}{back}"


def _documents(listed: Sequence[Listed]) -> str:
    shown = ", ".join(f"{each.file} ({each.document})" for each in listed[:3])
    return f"{shown} and {len(listed) - 3} more" if len(listed) > 3 else shown


def _held(generation: Generation, citations: Iterable[Citation]) -> Iterator[Citation]:
    """Those that the generation holds: what was taken out can no longer be quoted from it."""
    return (each for each in citations if generation.recall(each) is not None)


def _when(at: datetime) -> str:
    return f"{day_text(at.date())}, {at.strftime('%H:%M')} UTC"
