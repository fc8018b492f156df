"""How fast documents are read, their facts extracted, and the facts of a corpus merged.

    python -m benchmarks.extraction [--paragraphs 1000 10000] [--megabytes 5]

A page is 500 words. The peers do a part of the same work on the same text: one pass of a regular
expression over its words, and `sentencex` alone. Their ratio to the whole tells more than pages a
second do on a machine that has other work.
"""

import argparse
import re
import resource
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import ParamSpec, TypeVar

from rich.console import Console
from rich.table import Table
from sentencex import get_sentence_boundaries

import corpus
from benchmarks.generated import corpus_of, document_of
from corpus.acronyms import extract_acronyms
from corpus.actions import extract_actions
from corpus.attendance import extract_attendance
from corpus.documents import Document
from corpus.extraction import extract
from corpus.facts import Extract
from corpus.identity import identify
from corpus.meetings import extract_meetings, reported_meeting
from corpus.merging import merge
from corpus.reading import read_document
from corpus.rilons import extract_rilons

WORDS_IN_A_PAGE = 500
_WORD = re.compile(r"\w+")

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")
Files = Mapping[str, bytes]


class Clock:
    """Adds up the processor's seconds by what they were spent on."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def measure(
        self,
        what: str,
        work: Callable[Arguments, Result],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Result:
        """Do the work and add its time."""
        start = time.process_time()
        done = work(*args, **kwargs)
        self.seconds[what] += time.process_time() - start
        return done


def extracted(files: Files, clock: Clock) -> list[Extract]:
    """All facts of each file, in the steps in which documents are published."""
    extracts = []
    for file, content in files.items():
        document = clock.measure("read", read_document, file, content)
        document = clock.measure("identify", _identified, document)
        extracts.append(clock.measure("extract", extract, document))
    return extracts


def each_extractor(extracts: Sequence[Extract], clock: Clock) -> None:
    """Run every extractor by itself; what several share counts for the one that comes first."""
    for known in extracts:
        document, meetings = known.document, known.meetings
        clock.measure("· meetings", extract_meetings, document)
        if meetings and meetings[0].reported_by:
            clock.measure("· attendance", extract_attendance, document, meetings[0])
        clock.measure("· actions", extract_actions, document, meetings)
        clock.measure("· rilons", extract_rilons, document)
        clock.measure("· acronyms", extract_acronyms, document)


def peers(extracts: Sequence[Extract], clock: Clock) -> None:
    """Do parts of the work plainly, on the same paragraphs."""
    texts = [each.text for known in extracts for each in known.document.paragraphs]
    clock.measure("(words)", lambda: [_WORD.findall(text) for text in texts])
    clock.measure("(sentencex)", lambda: [get_sentence_boundaries("en", text) for text in texts])


def report(name: str, files: Files, *, rounds: int = 1, merged: bool = True) -> Table:
    """Measure one corpus and lay the figures out."""
    clock = Clock()
    for _ in range(rounds):
        extracts = extracted(files, clock)
    whole = sum(clock.seconds.values())
    each_extractor(extracts * rounds, clock)
    peers(extracts * rounds, clock)
    if merged:
        clock.measure("merge", lambda: [merge(extracts) for _ in range(rounds)])
    pages = rounds * sum(len(each.split()) for each in files.values()) / WORDS_IN_A_PAGE
    paragraphs = sum(len(each.document.paragraphs) for each in extracts)
    title = f"{name}: {len(files)} documents, {paragraphs} paragraphs, {pages / rounds:.0f} pages"
    table = Table("", "ms a page", "pages/s", "of the whole", title=title, title_justify="left")
    for what, seconds in ({"whole": whole} | clock.seconds).items():
        rate = f"{pages / seconds:,.0f}" if seconds else ""
        milliseconds = f"{1000 * seconds / pages:.3f}"
        table.add_row(what, milliseconds, rate, f"{seconds / whole:.3f}")
    table.caption = f"peak memory so far {_peak_megabytes():.0f} MB"
    return table


def _identified(document: Document) -> Document:
    return identify(document, reported_meeting(document))


def _peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _shipped() -> Files:
    folder = Path(corpus.__file__).parent / "statements"
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def main() -> None:
    """Print the figures of the shipped documents and of generated ones, the big last."""
    parser = argparse.ArgumentParser(description="Measure reading, extraction and merging.")
    parser.add_argument("--paragraphs", type=int, nargs="*", default=[1_000, 10_000])
    parser.add_argument("--megabytes", type=float, default=5)
    options = parser.parse_args()
    console = Console()
    first = Clock()
    extracted(_shipped(), first)
    loading = sum(first.seconds.values())
    console.print(f"The shipped documents, word lists and cities loaded: {loading:.2f} s")
    console.print(report("Shipped", _shipped(), rounds=10))
    for paragraphs in options.paragraphs:
        console.print(report("Generated", corpus_of(paragraphs)))
    if options.megabytes:
        big = {"big.txt": document_of(int(options.megabytes * 1_000_000))}
        console.print(report(f"One document of {options.megabytes} MB", big, merged=False))


if __name__ == "__main__":
    main()
