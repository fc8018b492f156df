"""Action items: what a document says was undertaken, decided, offered or recommended."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from hashlib import sha256

from corpus.actions.clauses import Sentence, read_sentence
from corpus.actions.due import Due, find_due
from corpus.actions.lists import ItemList, find_lists, inherit, labelled
from corpus.actions.owners import Actor
from corpus.actions.papers import is_habit, rule_paragraphs
from corpus.actions.phrases import table, words
from corpus.actions.several import Clause, clauses
from corpus.actions.speech import spoken
from corpus.actions.undertakings import may_undertake
from corpus.dates import find_dates
from corpus.documents import Document, Form, Paragraph
from corpus.facts import ActionItem, Meeting, Strength
from corpus.sentences import sentence_spans
from corpus.typography import fold
from corpus.words.patterns import whole_words

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32
_ID_LENGTH = 4
_HASH_BITS = 256
_OPENING = 40  # characters in which a summary of a meeting dates it: "10-11 May 2011: …"
_LABEL = re.compile(r"\W*(?:[A-Z]{0,3}\d{1,3}|[A-Za-z]|[ivx]{1,5}|[A-Z][a-z]{2,9})[.):]\W*")
_LONGEST = 3000  # characters of one sentence that are read; beyond it a text has no sentences


@dataclass(frozen=True, slots=True)
class _Draft:
    """An action item in its paragraph, before it is dated and named."""

    start: int
    end: int
    strength: Strength
    owners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Reader:
    """A document and what is known of it before its paragraphs are read.

    Attributes:
        cited: by the ordinals of paragraphs, the meetings that each tells the most of.
        rules: the ordinals of paragraphs that lay down how something is to work.
    """

    document: Document
    attending: Sequence[str]
    reported: Sequence[Meeting]
    cited: Mapping[int, Sequence[Meeting]]
    lists: Mapping[int, ItemList]
    leads: Collection[str]
    rules: Collection[int]


def extract_actions(
    document: Document, meetings: Sequence[Meeting], *, attending: Sequence[str] = ()
) -> tuple[ActionItem, ...]:
    """The action items of a document, in its order, each id once.

    Args:
        document: its lists carry the sentence that introduces them (`Paragraph.lead`).
        meetings: those that it reports or mentions; an item belongs to the meeting that its
            paragraph sums up, else to the reported one.
        attending: the delegations of the reported meeting, canonical names: owners of what
            "we" or "the three governments" undertake, where they are few.
    """
    lists = find_lists(document, attending)
    leads = frozenset(each.lead for each in lists.values())
    reported = [each for each in meetings if each.reported_by == document.file]
    cited: defaultdict[int, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        if meeting.citation.document == document.id:
            cited[meeting.citation.ordinal].append(meeting)
    rules = rule_paragraphs(document, reports=bool(reported))
    reader = _Reader(document, attending, reported, cited, lists, leads, rules)
    return distinct_ids(
        item
        for paragraph in document.content()
        if paragraph.form is not Form.DATELINE
        for item in _items(reader, paragraph)
    )


def distinct_ids(actions: Iterable[ActionItem]) -> tuple[ActionItem, ...]:
    """The same items, each id once: of two with one id, the later takes the next characters.

    Equal texts in two documents are two items, and so get two ids, the first in order the
    plain one.
    """
    taken: set[str] = set()
    ids: dict[str, Iterator[str]] = {}  # of each text, so that its repeats go on from there
    distinct = []
    for item in actions:
        number = _first_id(item.text)
        if number in taken:
            text = _squeezed(item.text)
            own = ids.setdefault(text, possible_ids(text))
            number = next(each for each in own if each not in taken)
        taken.add(number)
        distinct.append(item if item.id == number else replace(item, id=number))
    return tuple(distinct)


@lru_cache(maxsize=32_768)  # each merge of a corpus asks again
def _first_id(text: str) -> str:
    return next(possible_ids(_squeezed(text)))


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def possible_ids(squeezed: str) -> Iterator[str]:
    """`A-` and four characters of the hash of a text: the first, then the next, without end.

    Args:
        squeezed: the text, each run of white space as one space.
    """
    while True:
        number = int.from_bytes(sha256(squeezed.encode()).digest())
        for first in range(_HASH_BITS - 5, 5 * (_ID_LENGTH - 1), -5):
            shifts = range(first, first - 5 * _ID_LENGTH, -5)
            yield "A-" + "".join(_DIGITS[number >> shift & 31] for shift in shifts)
        squeezed += " "


def _items(reader: _Reader, paragraph: Paragraph) -> Iterator[ActionItem]:
    inherited = reader.lists.get(paragraph.ordinal)
    lead = inherited.lead if inherited else ""
    drafts = _drafts(reader, paragraph, inherited)
    meeting = _meeting_of(reader, paragraph) if drafts else None
    reference = meeting.dates.end if meeting and meeting.dates else reader.document.date
    for draft in drafts:
        text = paragraph.text[draft.start : draft.end]
        due = find_due(text, reference) or find_due(lead, reference) or Due("", None)
        yield ActionItem(
            id="",
            text=text,
            lead=lead,
            owners=draft.owners,
            due_text=due.text,
            due=due.dates,
            strength=draft.strength,
            meeting=meeting.id if meeting else "",
            citation=reader.document.cite(paragraph),
        )


def _drafts(reader: _Reader, paragraph: Paragraph, inherited: ItemList | None) -> list[_Draft]:
    """The items of one paragraph; a sentence that only carries one on is joined to it."""
    text = paragraph.text
    if inherited and inherited.is_row:
        return [_Draft(0, len(text), inherited.strength, inherited.owners)]
    is_rule = paragraph.ordinal in reader.rules
    if is_rule and inherited and not inherited.by_heading:
        inherited = None
    quoted = spoken(text)
    spans = [span for span in sentence_spans(text) if span.end - span.start <= _LONGEST]
    drafts: list[_Draft] = []
    first = next((at for at, span in enumerate(spans) if not _LABEL.fullmatch(span.of(text))), 0)
    for index, span in enumerate(spans):
        said = span.of(text)
        inherits = inherited if index == first else labelled(said)
        before = spans[index - 1] if index else None
        if drafts and before and drafts[-1].end == before.end and _carries_on(said):
            drafts[-1] = replace(drafts[-1], end=span.end)
        elif any(each.start <= span.start < each.end for each in quoted):
            continue
        elif said not in reader.leads and (inherits or may_undertake(said)):
            earlier = before.of(text) if before and _refers(said) else ""
            sentence = read_sentence(said, reader.attending, _topic(earlier, reader.attending))
            lasting = is_rule or (not reader.reported and is_habit(said))
            for part in clauses(sentence, modals=not lasting) or _inherited(sentence, inherits):
                strength = _at_most(inherits, part.undertaking.strength)
                start, end = span.start + part.start, span.start + part.end
                drafts.append(_Draft(start, end, strength, part.undertaking.owners))
    return drafts


def _inherited(sentence: Sentence, inherits: ItemList | None) -> tuple[Clause, ...]:
    """What an item takes from its list, where its own words undertake nothing."""
    found = inherit(sentence, inherits) if inherits else None
    return (Clause(0, len(sentence.text), found),) if found else ()


def _at_most(inherited: ItemList | None, strength: Strength) -> Strength:
    """What experts propose "that Ministers: mandate …" is no more than recommended."""
    if inherited and inherited.lead and inherited.strength is Strength.RECOMMENDATION:
        return Strength.RECOMMENDATION
    return strength


def _topic(sentence: str, attending: Sequence[str]) -> Actor | None:
    return read_sentence(sentence, attending).topic() if sentence else None


def _refers(sentence: str) -> bool:
    """Whether a sentence begins with a pronoun, or nearly: "In 2013 it will"."""
    return _pronoun().search(fold(sentence), 0, 60) is not None


def _carries_on(sentence: str) -> bool:
    """Whether a sentence only details the one before: "This would be circulated in July"."""
    return _continuing().match(fold(sentence)) is not None and _topic(sentence, ()) is None


def _meeting_of(reader: _Reader, paragraph: Paragraph) -> Meeting | None:
    """The meeting a paragraph tells of: the one it sums up, else the reported one."""
    cited = reader.cited.get(paragraph.ordinal, ())
    reported = reader.reported
    if not reported:
        return next(iter(cited), None)
    opening = find_dates(paragraph.text[:_OPENING])
    summed_up = [each for each in cited if opening and each.dates == opening[0].dates]
    before = [each for each in reported if each.citation.ordinal <= paragraph.ordinal]
    return max(summed_up or before or reported[:1], key=lambda each: each.citation.ordinal)


@cache
def _continuing() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[A-Za-z]+,\s+)?{whole_words(words('carries_on')).pattern}", re.IGNORECASE
    )


@cache
def _pronoun() -> re.Pattern[str]:
    return whole_words(table("actors")["pronouns"])
