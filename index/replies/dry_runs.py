"""What publishing uploads would do, as an answer: of one in full, of several what matters."""

from collections.abc import Iterator
from dataclasses import replace

from corpus.facts import DateRange
from index.answers import Answer, AnswerKind, Line
from index.generation import Generation
from index.publication.dry_runs import DryRun
from index.publication.golden import GoldenChange, golden_text
from index.quoting import Quoter
from index.replies.preview import LOOK_AT, about, change_lines, head_lines, stated_lines
from index.repositories.staged import Staged
from index.wording import count_text, dates_text, list_text

_GOLDEN = "Golden questions"
_ASKED = "They are being asked; how many go right is told here as soon as it is known."
_LOST = 5  # questions that are named
_NAMES = {
    "title": "Title",
    "body": "Body",
    "dates": "Held",
    "city": "City",
    "country": "Country",
    "co_chairs": "Co-chairs",
}


def dry_run_reply(generation: Generation, run: DryRun) -> Answer:
    """What publishing these uploads beside a generation would do; every fact cited."""
    fresh = {each.document.id: each.document for each in run.previews}
    quoter = Quoter(replace(generation, documents={**generation.documents, **fresh}))
    lines = _of_one(quoter, run) if len(run.uploads) == 1 else _of_several(quoter, run)
    return Answer(
        question="",
        kind=AnswerKind.CORPUS,
        text=_text(run),
        lines=tuple(lines),
        citations=quoter.quotations,
        reason=_waiting(run),
    )


def _of_one(quoter: Quoter, run: DryRun) -> Iterator[Line]:
    [upload], [preview] = run.uploads, run.previews
    for each in preview.warnings:
        yield Line(each.text, tuple(map(quoter.cite, each.citations)), LOOK_AT)
    yield from _corrections(upload)
    yield from head_lines(quoter, preview)
    yield from _golden_lines(run.golden)
    yield from change_lines(quoter, preview.changes)
    yield from stated_lines(quoter, preview)


def _of_several(quoter: Quoter, run: DryRun) -> Iterator[Line]:
    pairs = tuple(zip(run.uploads, run.previews, strict=True))
    for _, preview in pairs:
        for each in preview.warnings:
            sources = tuple(map(quoter.cite, each.citations))
            yield Line(f"{preview.document.file}: {each.text}", sources, LOOK_AT)
    for upload, preview in pairs:
        group = f"{upload.id} · {about(preview)}"
        yield from (replace(each, group=group) for each in _corrections(upload))
        yield from (replace(each, group=group) for each in head_lines(quoter, preview))
    yield from _golden_lines(run.golden)
    yield from change_lines(quoter, run.previews[0].changes)


def _text(run: DryRun) -> str:
    if len(run.previews) == 1:
        return f"{about(run.previews[0])}."
    paragraphs = sum(len(each.document.paragraphs) for each in run.previews)
    uploads = count_text(len(run.uploads), "upload")
    return f"{uploads[:1].upper()}{uploads[1:]} together: {count_text(paragraphs, 'paragraph')}."


def _waiting(run: DryRun) -> str:
    if len(run.uploads) == 1:
        return f"{run.ids[0]}, uploaded by {run.uploads[0].actor.name}; it is not published yet."
    return f"{list_text(run.ids)} are not published yet."


def _golden_lines(golden: GoldenChange | None) -> Iterator[Line]:
    """How many golden questions go right, and those that no longer would."""
    if golden is None:
        yield Line(_ASKED, (), _GOLDEN)
        return
    if not golden.after.results:
        return
    yield Line(f"{golden_text(golden.after)} (now: {golden_text(golden.before)})", (), _GOLDEN)
    for question in golden.lost[:_LOST]:
        yield Line(f"would go wrong: {question}", (), _GOLDEN)


def _corrections(staged: Staged) -> Iterator[Line]:
    """What a maintainer says of the document where its head is silent or was misread."""
    who = staged.editor.name if staged.editor else "a maintainer"
    for name, value in staged.details.said().items():
        text = dates_text(value) if isinstance(value, DateRange) else value
        text = list_text(text) if isinstance(text, tuple) else text
        yield Line(f"{_NAMES[name]}: {text}", (), f"Corrected by {who}, not as printed")
