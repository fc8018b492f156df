"""Well-known search engines, each as its documentation shows it, to compare with."""

import re
import sqlite3
from collections.abc import Callable, Sequence
from importlib.util import find_spec

from rank_bm25 import BM25Okapi

DEPTH = 10  # paragraphs that a ranking is looked at

Ranker = Callable[[str], Sequence[int]]  # a question to paragraph numbers, best first

_WORD = re.compile(r"\w+")


def engines(texts: Sequence[str]) -> dict[str, Ranker]:
    """A ranker by name for each engine that is installed, over the same paragraphs."""
    made: dict[str, Callable[[Sequence[str]], Ranker]] = {
        "rank-bm25": _rank_bm25,
        "SQLite FTS5": _fts5,
    }
    if find_spec("bm25s"):
        made["bm25s"] = _bm25s
    if find_spec("tantivy"):
        made["tantivy"] = _tantivy
    return {name: make(texts) for name, make in made.items()}


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _rank_bm25(texts: Sequence[str]) -> Ranker:
    engine = BM25Okapi([_words(text) for text in texts])

    def rank(question: str) -> list[int]:
        scores = engine.get_scores(_words(question))
        return [int(number) for number in (-scores).argsort(kind="stable")[:DEPTH]]

    return rank


def _fts5(texts: Sequence[str]) -> Ranker:
    """Stemmed by its own `porter`; any word of the question may match."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE paragraphs USING fts5(text, tokenize = 'porter')")
    connection.executemany(
        "INSERT INTO paragraphs (rowid, text) VALUES (?, ?)", enumerate(texts, start=1)
    )

    def rank(question: str) -> list[int]:
        query = " OR ".join(f'"{word}"' for word in _words(question))
        if not query:
            return []
        rows = connection.execute(
            "SELECT rowid - 1 FROM paragraphs WHERE paragraphs MATCH ? ORDER BY rank LIMIT ?",
            (query, DEPTH),
        )
        return [number for (number,) in rows]

    return rank


def _bm25s(texts: Sequence[str]) -> Ranker:
    import bm25s
    import Stemmer

    stemmer = Stemmer.Stemmer("english")

    def tokens(*given: str) -> list[list[str]]:
        split: list[list[str]] = bm25s.tokenize(
            list(given), stopwords="en", stemmer=stemmer, return_ids=False, show_progress=False
        )
        return split

    engine = bm25s.BM25()
    engine.index(tokens(*texts), show_progress=False)

    def rank(question: str) -> list[int]:
        k = min(DEPTH, len(texts))
        [numbers], _ = engine.retrieve(tokens(question), k=k, show_progress=False)
        return [int(number) for number in numbers]

    return rank


def _tantivy(texts: Sequence[str]) -> Ranker:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", tokenizer_name="en_stem")
    builder.add_unsigned_field("number", stored=True)
    index = tantivy.Index(builder.build())
    writer = index.writer()
    for number, text in enumerate(texts):
        writer.add_document(tantivy.Document(text=text, number=number))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def rank(question: str) -> list[int]:
        query = index.parse_query(" ".join(_words(question)), ["text"])
        hits = searcher.search(query, DEPTH).hits
        return [searcher.doc(address)["number"][0] for _, address in hits]

    return rank
