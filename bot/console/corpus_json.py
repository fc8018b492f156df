"""What maintainers see of the corpus as the JSON that `--json` prints."""

from bot.console.json_output import (
    Json,
    acronym_json,
    action_entry_json,
    attendance_entry_json,
    meeting_json,
    rilon_json,
)
from corpus.facts import DateRange
from index.evaluation import QuestionScores
from index.library import PublishResult
from index.publication.correcting import CorrectionEntry
from index.publication.corrections import Ruling, Stated
from index.publication.dry_runs import DryRun
from index.publication.golden import GoldenChange
from index.publication.history import GenerationEntry
from index.publication.preview import Check, Preview
from index.publication.status import CorpusStatus
from index.repositories.staged import Staged


def publish_json(result: PublishResult) -> Json:
    """What a publish did: numbers of files, and those that were refused by name."""
    return {
        "generation": result.generation,
        "added": len(result.added),
        "changed": len(result.changed),
        "removed": len(result.removed),
        "unchanged": len(result.unchanged),
        "rejected": [{"file": file, "reason": reason} for file, reason in result.rejected],
        "paragraphs": result.paragraphs,
        "seconds": round(result.seconds, 3),
    }


def check_json(check: Check) -> Json:
    """What one file would bring; "rejected" says why it would not be published, or is null."""
    if check.preview is None:
        return {"file": check.file, "rejected": check.reason}
    return {"file": check.file, "rejected": None, **preview_json(check.preview)}


def preview_json(preview: Preview) -> Json:
    """What a document states, what to look at, and what publishing it would change."""
    extract, document = preview.extract, preview.document
    return {
        "document": {
            "id": document.id,
            "title": document.title,
            "label": document.label,
            "kind": document.kind.value,
            "date": document.date.isoformat() if document.date else None,
            "paragraphs": len(document.paragraphs),
        },
        "meetings": [meeting_json(each) for each in extract.meetings],
        "attendance": [attendance_entry_json(each) for each in extract.attendance],
        "actions": [action_entry_json(each, document.file) for each in preview.actions],
        "rilons": [rilon_json(each) for each in extract.rilons],
        "glossary": [acronym_json(each) for each in extract.acronyms],
        "warnings": [
            {"text": each.text, "citations": list(map(str, each.citations))}
            for each in preview.warnings
        ],
        "changes": [
            {
                "effect": each.effect.name.lower(),
                "text": each.text,
                "citations": list(map(str, each.citations)),
            }
            for each in preview.changes
        ],
    }


def staged_json(staged: Staged) -> Json:
    """An upload that waits; "details" are those that a maintainer corrected."""
    said = staged.details.said()
    details = {
        name: list(value.iso()) if isinstance(value, DateRange) else value
        for name, value in said.items()
    }
    return {
        "upload": staged.id,
        "file": staged.file,
        "bytes": staged.size_bytes,
        "by": staged.actor.name,
        "at": staged.at.isoformat(),
        "details": details,
    }


def dry_run_json(run: DryRun) -> list[Json]:
    """Uploads with their dry runs; "changes" and "golden" are of publishing them together."""
    pairs = zip(run.uploads, run.previews, strict=True)
    return [_upload_json(staged, preview, run.golden) for staged, preview in pairs]


def _upload_json(staged: Staged, preview: Preview, golden: GoldenChange | None) -> Json:
    """ "golden" are the figures before and after."""
    return {
        **staged_json(staged),
        "rejected": None,
        **preview_json(preview),
        "golden": golden
        and {
            "before": golden.before.summary(),
            "after": golden.after.summary(),
            "lowered": golden.lowers,
        },
    }


def stated_json(stated: Stated) -> Json:
    """A fact as it was read, by the key that corrects it."""
    return {"fact": stated.fact, "shown": stated.shown, "citation": str(stated.citation)}


def correction_json(entry: CorrectionEntry) -> Json:
    """A correction and what became of it; "value" is null where it hides."""
    made = entry.correction
    return {
        "correction": made.number,
        "state": entry.state.value,
        "fact": made.fact,
        "shown": made.shown,
        "action": made.ruling.value,
        "value": made.value if made.ruling is Ruling.SET else None,
        "note": made.note,
        "citation": str(made.citation),
        "by": made.actor.name,
        "at": made.at.isoformat(),
    }


def generation_json(entry: GenerationEntry) -> Json:
    """One generation, and how its documents differ from those of the one before."""
    return {
        "generation": entry.number,
        "at": entry.at.isoformat(),
        "action": entry.action.value,
        "by": entry.actor.name,
        "note": entry.note,
        "added": [each.document for each in entry.added],
        "changed": [each.document for each in entry.changed],
        "removed": [each.document for each in entry.removed],
        "can_be_restored": entry.can_be_restored,
    }


def status_json(status: CorpusStatus, golden: QuestionScores) -> Json:
    """How the corpus stands; "gaps" are the meetings that it mentions and lacks."""
    return {
        "generation": status.generation,
        "published_at": status.published_at.isoformat(),
        "documents": status.documents,
        "paragraphs": status.paragraphs,
        "corpus_date": status.corpus_date.isoformat() if status.corpus_date else None,
        "staged": status.staged,
        "disk_bytes": status.disk_bytes,
        "golden": golden.summary(),
        "vectors": status.vectors or None,
        "search": status.search or None,
        "gaps": [meeting_json(each) for each in status.gaps],
    }
