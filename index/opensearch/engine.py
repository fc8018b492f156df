"""The engine that ranks in a cluster, and lets the local one answer while that is away."""

from collections.abc import Collection, Sequence

from index.engine import Engine, Hit
from index.opensearch.background import BackgroundLoop
from index.opensearch.remote import RemoteIndex
from index.standing_in import tell

NOTE = "The search cluster could not be asked; the local index has answered."


class OpenSearchEngine:
    """Ranks exactly as `local` does, from what the cluster finds. Blocks: not for an event loop.

    The statistics of terms are the local engine's.
    """

    def __init__(self, loop: BackgroundLoop, remote: RemoteIndex, local: Engine) -> None:
        self._loop = loop
        self._remote = remote
        self._local = local

    def top(
        self, terms: Sequence[str], limit: int, among: Sequence[int] | None = None
    ) -> list[Hit]:
        """The best paragraphs, best first, ties by number; none that holds no term."""
        hits = None
        if self._loop.is_running:
            hits = self._loop.run(self._remote.best(terms, limit, among))
        if hits is None:
            tell(NOTE)
            return self._local.top(terms, limit, among)
        return hits

    def rarity(self, term: str) -> float:
        """The idf of a term; 0 where no paragraph holds it."""
        return self._local.rarity(term)

    @property
    def rarity_of_unknown(self) -> float:
        """The idf that a term in no paragraph would have: the highest there can be."""
        return self._local.rarity_of_unknown

    @property
    def standing(self) -> str:
        """Whether the cluster ranks, and since when it does not."""
        return self._remote.standing

    @property
    def vocabulary(self) -> Collection[str]:
        """Every term that some paragraph holds."""
        return self._local.vocabulary
