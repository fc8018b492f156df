"""Sentences that introduce the list below them."""

import re
from functools import cache

from corpus.pages.lines import bare_end, is_finished, layout_words
from corpus.sentences import sentence_spans

_FEWEST_WORDS = 3  # of a lead that has no colon
_LONGEST_LEAD = 2000  # characters
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def introduces(text: str) -> bool:
    """Whether a text ends with a colon."""
    return bare_end(text).endswith(":")


def lead_of(text: str) -> str:
    """The last sentence of a paragraph if it introduces what stands below it, else "".

    It does so by a colon, by a phrase ("the following", "as follows"), or by stopping short.
    """
    tail = text[-_LONGEST_LEAD:]
    if not (introduces(tail) or _announces(tail) or not is_finished(tail)):
        return ""
    spans = sentence_spans(tail)
    last = spans[-1].of(tail) if spans else ""
    if introduces(last) or _announces(last):
        return last
    stops_short = not is_finished(last) and len(last.split()) >= _FEWEST_WORDS
    return last if stops_short and _has_verb(last) else ""


def reads_as_sentence(text: str) -> bool:
    """Whether an entry says of itself who did what, so that it needs no lead."""
    return _has_verb(text[:_LONGEST_LEAD]) and bare_end(text).endswith(".")


def _announces(text: str) -> bool:
    """Whether a phrase points to what follows, and the sentence itself does not say it."""
    before, colon, inline = text.lower().partition(":")
    if colon and inline.strip(" *_"):
        return False
    words = " ".join(_WORD.findall(before))
    return _lead_phrase().search(words) is not None


@cache
def _lead_phrase() -> re.Pattern[str]:
    """ "the following actions", not "the following day"."""
    phrases, exceptions = map(layout_words, ("lead_phrases", "lead_exceptions"))
    ordered = "|".join(sorted(phrases, key=len, reverse=True))
    return re.compile(rf"\b(?:{ordered})\b(?! (?:{'|'.join(sorted(exceptions))})\b)")


def _has_verb(text: str) -> bool:
    return not layout_words("sentence_words").isdisjoint(_WORD.findall(text))
