"""What a single block looks like: heading, field, dateline, sign-off."""

import re
from functools import cache

from corpus.dates import find_dates
from corpus.facts import Precision
from corpus.pages.blocks import Block
from corpus.pages.lines import bare_end, bare_start, layout_words

_LONGEST_HEADING = 120  # characters
_MOST_HEADING_WORDS = 14
_LONG_WORD = 4
_LONGEST_TITLE = 300
_BOLD = re.compile(r"(?P<mark>\*\*|__)(?:(?!(?P=mark)).)+(?P=mark)", re.DOTALL)
_TABLE_ROW = re.compile(r"^\||\S *\t *\S")
_SYMBOL = re.compile(r"(?=\S*\d)(?=\S*[/.-])[A-Z0-9][\w/.()-]{2,40}")
_MARKUP = re.compile(r"\*{1,3}|</?\w{1,10}>|(?<!\w)_{1,3}|_{1,3}(?!\w)")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_FIELD = re.compile(
    r"(?P<row>\|)?[\W_]*(?P<label>[A-Za-z][A-Za-z -]{1,30}?)[\s*_]*"
    r"(?(row)\|(?=[^|]+\|\s*\Z)|:)[\s*_]*(?P<value>\S?)"
)
_BRACKET = re.compile(r" *\([^()]{0,60}\)$")
_MOST_PLACE_WORDS = 6  # words beside the date in "Kuala Lumpur, Malaysia, 11-14 June 2012"
_JOINTS = frozenset({"and", "of", "the", "from", "to", "in", "at", "on", "between", "st", "th"})


def plain_heading(text: str) -> str:
    """The words of a heading without the markup around and inside them."""
    return " ".join(_MARKUP.sub("", text).split()).rstrip(" :")


def is_bold(text: str) -> bool:
    """Whether all of a block is set in bold by Markdown."""
    return len(text) <= _LONGEST_TITLE and _BOLD.fullmatch(text) is not None


def looks_like_heading(text: str) -> bool:
    """Whether an unmarked block is short and titled as headings are, and no sentence."""
    if len(text) > _LONGEST_TITLE:
        return False
    end = bare_end(text)
    if end.endswith((".", ";", ",", "…")) or _TABLE_ROW.search(text) or is_field(text):
        return False
    if end.endswith(":"):
        return is_capitals(text) or _is_label_alone(end)
    if is_capitals(text) or label_heading().match(text):
        return True
    words = _WORD.findall(text)
    return (
        0 < len(words) <= _MOST_HEADING_WORDS
        and len(text) <= _LONGEST_HEADING
        and not bare_start(text, 1).islower()
        and layout_words("sentence_words").isdisjoint(words)
    )


def looks_like_title(text: str) -> bool:
    """Whether the first block of a document can be its title: longer ones too."""
    if len(text) > _LONGEST_TITLE or _TABLE_ROW.search(text) or is_field(text):
        return False
    unfinished = not bare_end(text).endswith((".", ";", ",", "…"))
    verbs = layout_words("sentence_words") & set(_WORD.findall(text)) - {"held", "adopted"}
    return unfinished and not verbs


def is_titled(text: str) -> bool:
    """Whether a line of any length is set as the names of meetings are: "Fifth Conference on …"."""
    words = [word for word in _WORD.findall(text) if len(word) >= _LONG_WORD]
    capitals = sum(word[0].isupper() for word in words)
    titled = looks_like_title(text) and capitals >= 0.8 * len(words)
    return titled and holds_word(text, "meeting_words")


def is_capitals(text: str) -> bool:
    """Whether a short text is written in capitals ("3RD" and "31st" aside)."""
    letters = [each for each in text if each.isalpha()]
    capitals = sum(each.isupper() for each in letters)
    return len(text) <= _LONGEST_TITLE and len(letters) > 1 and capitals >= 0.9 * len(letters)


def is_field(text: str) -> bool:
    """Whether a block is an entry of a document's head: "Chair: Australia"."""
    return _field_label(text) in layout_words("field_labels")


def is_dateline(text: str) -> bool:
    """Whether a short block tells only when and where: by its labels, or a date and a place."""
    if len(text) > _LONGEST_HEADING:
        return False
    return _field_label(text) in layout_words("dateline_labels") or _is_place_and_date(text)


def is_sign_off(text: str) -> bool:
    """Whether a last block is "Auckland, 27 June 2013" or "Done at Perth, …"."""
    words = _WORD.findall(text[:_LONGEST_HEADING].lower())
    done = bool(words) and words[0] in layout_words("sign_off_words")
    if len(text) > _LONGEST_HEADING:
        return False
    return _is_place_and_date(text) or (done and bool(find_dates(text)))


def holds_word(text: str, key: str) -> bool:
    """Whether a block holds one of the words of a list in `corpus/data/layout.toml`."""
    return not layout_words(key).isdisjoint(_WORD.findall(text.lower()))


def begins_annex(block: Block) -> bool:
    """Whether a heading says that what follows is attached."""
    words = _WORD.findall(block.text[:_LONGEST_HEADING].lower())
    annexed = bool(words) and words[0] in layout_words("annex_words")
    return annexed and (block.heading or looks_like_heading(block.text))


def is_symbol(text: str) -> bool:
    """Whether a block is a document's symbol: "A/CONF.1/2"."""
    return _SYMBOL.fullmatch(text) is not None


def names_section(text: str) -> bool:
    """Whether a block is one of the headings that no title has: "Participants (by country)"."""
    words = _BRACKET.sub("", text.strip("*_: "))
    return words.lower() in layout_words("section_words")


@cache
def label_heading() -> re.Pattern[str]:
    """ "Group 1 - …", "Case Study One: …": a label, its number, and what it is about."""
    labels = "|".join(sorted(layout_words("label_words"), key=len, reverse=True))
    number = r"(?:\d{1,3}|[a-z]|[ivx]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten)"
    return re.compile(rf"[\W_]*(?:{labels})\s+{number}(?:\s*[:–—.-]\s.{{1,160}})?", re.IGNORECASE)


def _field_label(text: str) -> str:
    field = _FIELD.match(text[:_LONGEST_HEADING])
    return field["label"].lower() if field and field["value"] else ""


def _is_label_alone(text: str) -> bool:
    """ "Outcomes:", "Key Decisions:" — up to four words, none of a sentence."""
    words = _WORD.findall(text)
    titled = all(word[0].isupper() or word in _JOINTS for word in words)
    return 0 < len(words) <= 4 and titled


def _is_place_and_date(text: str) -> bool:
    mentions = find_dates(text)
    if len(mentions) != 1 or mentions[0].dates.precision is Precision.YEAR:
        return False
    if holds_word(text, "meeting_words"):
        return False
    rest = text[: mentions[0].start] + " " + text[mentions[0].end :]
    words = [word for word in _WORD.findall(rest) if word.lower() not in _JOINTS]
    return len(words) <= _MOST_PLACE_WORDS and all(word[0].isupper() for word in words)
