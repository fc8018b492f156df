"""Papers that lay down rules: what terms of reference say shall be done is no action item."""

import re
from collections.abc import Iterator
from functools import cache

from corpus.actions.phrases import table
from corpus.documents import Document, Form, Kind, Paragraph
from corpus.pages.lines import layout_words
from corpus.words.patterns import alternation, whole_words

_WORD = re.compile(r"[A-Za-z]+")


def rule_paragraphs(document: Document, *, reports: bool) -> frozenset[int]:
    """The ordinals of the paragraphs that only say how something is to work.

    Args:
        document: may be such a paper itself, or have one attached.
        reports: whether it reports a meeting; its own title then makes it none.
    """
    return frozenset(each.ordinal for each in _in_rules(document, reports=reports))


def _in_rules(document: Document, *, reports: bool) -> Iterator[Paragraph]:
    titles = (each.text for each in document.paragraphs if each.form is Form.TITLE)
    is_paper = document.kind is Kind.PAGE and any(map(_rules().search, titles))
    inside, heads_annex = is_paper and not reports, False
    for paragraph in document.paragraphs:
        if paragraph.form in (Form.HEADING, Form.TITLE):
            if _begins_annex(paragraph.text):
                inside, heads_annex = _rules().search(paragraph.text) is not None, True
            elif heads_annex:  # "ANNEX B" / "TERMS OF REFERENCE"
                inside, heads_annex = inside or bool(_rules().search(paragraph.text)), False
        else:
            heads_annex = False
        if inside:
            yield paragraph


def is_habit(sentence: str) -> bool:
    """Whether a sentence says how often something is done, or only announces an event."""
    return _habits().search(sentence) is not None


def _begins_annex(heading: str) -> bool:
    first = _WORD.search(heading)
    return first is not None and first[0].lower() in layout_words("annex_words")


@cache
def _rules() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(table('papers')['rules'])}\b", re.IGNORECASE)


@cache
def _habits() -> re.Pattern[str]:
    return whole_words(table("papers")["habits"])
