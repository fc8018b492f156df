"""What publishing uploads would do, and by what it is known again when it is asked for."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from index.publication.golden import GoldenChange
from index.publication.plans import PublishPlan
from index.publication.preview import Preview, previews_of
from index.repositories.staged import Staged

_MARK = 8  # characters


@dataclass(frozen=True, slots=True)
class DryRun:
    """What publishing some uploads together would do.

    Attributes:
        uploads: at least one, in the order in which they were asked for.
        previews: of each upload, in the same order; all have the changes of the whole.
        mark: letters and digits; another dry run has the same if it shows the same.
        golden: None as long as nobody has worked it out.
    """

    uploads: tuple[Staged, ...]
    plan: PublishPlan
    previews: tuple[Preview, ...]
    mark: str
    golden: GoldenChange | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """Of the uploads."""
        return tuple(each.id for each in self.uploads)


def dry_run_of(
    plan: PublishPlan, uploads: Sequence[Staged], golden: GoldenChange | None = None
) -> DryRun:
    """What a plan would do that publishes these uploads; CPU only."""
    found = {each.document.file: each for each in previews_of(plan)}
    previews = tuple(found[each.file] for each in uploads)
    return DryRun(tuple(uploads), plan, previews, _mark(uploads, previews), golden)


def _mark(uploads: Sequence[Staged], previews: Sequence[Preview]) -> str:
    shown = [
        *((each.hash, each.details) for each in uploads),
        *((each.document.id, each.warnings, each.changes) for each in previews),
    ]
    return hashlib.sha256(repr(shown).encode()).hexdigest()[:_MARK]
