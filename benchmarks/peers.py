"""Our engine and its peers, each over ready terms, as its own documentation uses it."""

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from rank_bm25 import BM25Okapi
from typing_extensions import override

from index.analysed.arrays import Arrays, read_arrays, write_arrays
from index.ranking.bm25 import BM25Engine
from index.ranking.kernel import Kernel
from index.ranking.postings import FRESH, Postings, count_postings

DEPTH = 10  # paragraphs a query asks for

TokenLists = Sequence[Sequence[str]]


class Peer(ABC):
    """An engine in the making."""

    @abstractmethod
    def build(self, token_lists: TokenLists, folder: Path) -> None:
        """Index paragraphs, in an empty folder, so that a later process can `start`."""

    @abstractmethod
    def rank(self, terms: Sequence[str]) -> Sequence[Any]:
        """The best ten."""

    def start(self, folder: Path) -> bool:
        """Be ready to rank what was built there; whether that can be, without a build."""
        return False

    def finish_start(self) -> bool:
        """Make ready what it can already rank without; whether there is such a thing."""
        return False

    def add(self, document: TokenLists) -> bool:
        """Make one more document findable; whether that can be, without a build."""
        return False


class Ours(Peer):
    """The engine of this project; compiled, it ranks with NumPy until the kernel is loaded."""

    def __init__(self, *, is_compiled: bool) -> None:
        self._is_compiled = is_compiled
        self._kernel = Kernel()

    @override
    def build(self, token_lists: TokenLists, folder: Path) -> None:
        self._engine = BM25Engine(token_lists, self._kernel)
        postings = self._engine.postings
        arrays: Arrays = {
            "starts": postings.starts,
            "numbers": postings.numbers,
            "frequencies": postings.frequencies,
            "lengths": postings.lengths,
        }
        write_arrays(folder / "postings", arrays, {"terms": list(postings.ids)})

    @override
    def start(self, folder: Path) -> bool:
        arrays, notes = read_arrays(folder / "postings")
        ids = {term: number for number, term in enumerate(notes["terms"])}
        self._engine = BM25Engine(Postings(ids, **arrays), self._kernel)
        return True

    @override
    def finish_start(self) -> bool:
        if self._is_compiled:
            self._kernel.load()
        return self._is_compiled

    @override
    def rank(self, terms: Sequence[str]) -> Sequence[Any]:
        return self._engine.top(terms, DEPTH)

    @override
    def add(self, document: TokenLists) -> bool:
        """In the middle, as a document of an older meeting would."""
        postings = self._engine.postings
        ids = dict(postings.ids)
        tokens = [ids.setdefault(term, len(ids)) for each in document for term in each]
        lengths = np.array([len(each) for each in document], dtype=np.uint32)
        origins = np.arange(len(postings.lengths))
        origins = np.insert(origins, len(origins) // 2, [FRESH] * len(document))
        fresh = count_postings(ids, np.array(tokens, dtype=np.uint32), lengths)
        self._engine = BM25Engine(postings.changed(origins, fresh), self._kernel)
        return True


class RankBM25(Peer):
    """It keeps nothing on disk and changes nothing: a start and an addition are a build."""

    @override
    def build(self, token_lists: TokenLists, folder: Path) -> None:
        self._engine = BM25Okapi(token_lists)

    @override
    def rank(self, terms: Sequence[str]) -> Sequence[Any]:
        scores = self._engine.get_scores(terms)
        best: list[int] = np.argpartition(scores, -DEPTH)[-DEPTH:].tolist()
        return sorted(best, key=lambda number: -scores[number])


class BM25S(Peer):
    """Eager scores in a sparse matrix; an addition is a build."""

    def __init__(self, backend: str) -> None:
        self._backend = backend

    @override
    def build(self, token_lists: TokenLists, folder: Path) -> None:
        import bm25s

        self._engine = bm25s.BM25(backend=self._backend)
        self._engine.index(token_lists, show_progress=False)
        self._engine.save(folder)

    @override
    def start(self, folder: Path) -> bool:
        import bm25s

        self._engine = bm25s.BM25.load(folder)
        self._engine.backend = self._backend
        self.rank(["w40", "w50"])  # Numba compiles when it is first asked
        return True

    @override
    def rank(self, terms: Sequence[str]) -> Sequence[Any]:
        [numbers], _ = self._engine.retrieve([list(terms)], k=DEPTH, show_progress=False)
        ranked: list[int] = numbers.tolist()
        return ranked


class FTS5(Peer):
    """SQLite's full-text search; any term may match."""

    @override
    def build(self, token_lists: TokenLists, folder: Path) -> None:
        self.start(folder)
        self._connection.execute(
            "CREATE VIRTUAL TABLE paragraphs USING fts5(text, content='', detail='column')"
        )
        self.add(token_lists)

    @override
    def start(self, folder: Path) -> bool:
        self._connection = sqlite3.connect(folder / "fts5.sqlite3")
        return True

    @override
    def rank(self, terms: Sequence[str]) -> Sequence[Any]:
        rows = self._connection.execute(
            "SELECT rowid FROM paragraphs WHERE paragraphs MATCH ? ORDER BY rank LIMIT ?",
            (" OR ".join(terms), DEPTH),
        )
        return rows.fetchall()

    @override
    def add(self, document: TokenLists) -> bool:
        with self._connection:
            self._connection.executemany(
                "INSERT INTO paragraphs (text) VALUES (?)", ((" ".join(each),) for each in document)
            )
        return True


class Tantivy(Peer):
    """Lucene's design in Rust."""

    @override
    def build(self, token_lists: TokenLists, folder: Path) -> None:
        self.start(folder)
        self.add(token_lists)

    @override
    def start(self, folder: Path) -> bool:
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text", tokenizer_name="whitespace")
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema, path=str(folder))
        self._searcher = self._index.searcher()
        return True

    @override
    def rank(self, terms: Sequence[str]) -> Sequence[Any]:
        import tantivy

        clauses = [
            (tantivy.Occur.Should, tantivy.Query.term_query(self._schema, "text", term))
            for term in terms
        ]
        query = tantivy.Query.boolean_query(clauses)
        hits: list[Any] = self._searcher.search(query, DEPTH, count=False).hits
        return hits

    @override
    def add(self, document: TokenLists) -> bool:
        import tantivy

        writer = self._index.writer(num_threads=1)
        for each in document:
            writer.add_document(tantivy.Document(text=" ".join(each)))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()
        return True


PEERS: Mapping[str, Callable[[], Peer]] = {
    "ours": lambda: Ours(is_compiled=True),
    "ours (NumPy)": lambda: Ours(is_compiled=False),
    "rank-bm25": RankBM25,
    "bm25s (NumPy)": lambda: BM25S("numpy"),
    "bm25s (Numba)": lambda: BM25S("numba"),
    "SQLite FTS5": FTS5,
    "tantivy": Tantivy,
}
