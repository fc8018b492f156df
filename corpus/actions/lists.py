"""Lists of action items: what an item takes from the line or heading that introduces it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from corpus.actions.clauses import Sentence, read_sentence
from corpus.actions.owners import Actor, Naming, agents
from corpus.actions.phrases import any_word, is_deed, nouns_of_strength, words
from corpus.actions.promises import Undertaking
from corpus.actions.tables import head_of_table, read_row
from corpus.actions.undertakings import find_opening, find_undertaking
from corpus.documents import Document, Form, Paragraph
from corpus.facts import Strength
from corpus.typography import fold
from corpus.words.patterns import alternation

_ASSIGNED = re.compile(
    r"\s*:?\s*(?:(?:to|shall|will|would|should|might|may|could|must)\b|:|-)\s*", re.I
)
_STATES = re.compile(r"[^,;:]{1,80}?\b(?:is|are|was|were|has|have|had)\b", re.IGNORECASE)
_TO_DO = re.compile(r"(?:The )?[A-Z][^.;:]{1,100}? to [a-z]")
_AGENDA = re.compile(r"\b(?:agenda|programme|program|schedule)\b", re.IGNORECASE)
_GOING_ON = re.compile(r"[\s*_]*(?P<word>to|that)\s+", re.IGNORECASE)
_DETERMINERS = re.compile(
    r"[\s*_]*(?:[A-Z]{0,3}\d{1,3}[.):]?\s+)?(?:(?:the|all|both|each|interested)\s+)*",
    re.IGNORECASE,
)
_HEADING_MARKS = re.compile(r"[\s*_#:.\d-]+")


@dataclass(frozen=True, slots=True)
class ItemList:
    """What the items of a list inherit from the line or the heading that introduces it."""

    lead: str
    strength: Strength
    owners: tuple[str, ...]
    by_heading: bool = False
    is_row: bool = False  # of a table of action items: the item is the whole row


def find_lists(document: Document, attending: Sequence[str]) -> dict[int, ItemList]:
    """By the ordinals of paragraphs, the list of action items that each stands in."""
    found: dict[int, ItemList] = {}
    known: dict[str, ItemList | None] = {}
    table_head: list[str] = []
    for paragraph in document.content():
        table_head = head_of_table(paragraph.text, table_head)
        row = read_row(paragraph.text, table_head, attending) if table_head else None
        if row:
            found[paragraph.ordinal] = ItemList("", Strength.COMMITMENT, row.owners, is_row=True)
            continue
        if paragraph.lead not in known:
            known[paragraph.lead] = _sentence_list(paragraph.lead, attending)
        inherited = known[paragraph.lead] or (
            None if paragraph.lead else _heading_list(paragraph.section)
        )
        inherited = labelled(paragraph.text) or inherited or _assigned(paragraph)
        if inherited:
            found[paragraph.ordinal] = inherited
    return found


def _sentence_list(lead: str, attending: Sequence[str]) -> ItemList | None:
    if not lead:
        return None
    sentence = read_sentence(lead, attending)
    undertaking = find_undertaking(sentence) or find_opening(sentence)
    if undertaking:
        return ItemList(lead, undertaking.strength, undertaking.owners)
    announced = _announced().search(fold(lead))
    if not announced:
        return _heading_list(lead, lead)
    noun = next(each for each in announced.groups() if each)
    return ItemList(lead, nouns_of_strength("list_heads")[_plain(noun)], ())


def _heading_list(heading: str, lead: str = "") -> ItemList | None:
    """A heading such as "Action items" or "4. Next steps:"."""
    strength = nouns_of_strength("list_heads").get(_plain(heading).removeprefix("the "))
    return ItemList(lead, strength, (), by_heading=not lead) if strength else None


def _plain(words: str) -> str:
    return " ".join(_HEADING_MARKS.sub(" ", fold(words)).lower().split())


def _assigned(paragraph: Paragraph) -> ItemList | None:
    """What an item of minutes says by itself: "Sri Lanka to circulate the record"."""
    if paragraph.form is not Form.ITEM or _TO_DO.match(paragraph.text) is None:
        return None
    sentence = read_sentence(paragraph.text)
    topic = sentence.topic()
    if topic is None or topic.naming is not Naming.NAME or _AGENDA.search(paragraph.section):
        return None
    to_do = _ASSIGNED.match(sentence.text, topic.end)
    assigned = to_do is not None and to_do[0].strip() == "to"
    directive = to_do is not None and is_deed(sentence.word(to_do.end())[0])
    return (
        ItemList("", Strength.COMMITMENT, (), by_heading=True) if assigned and directive else None
    )


def labelled(text: str) -> ItemList | None:
    """What a label at the beginning says of an item: "ACTION 3: Fiji to circulate …"."""
    label = _item_label().match(fold(text))
    if label is None:
        return None
    return ItemList("", nouns_of_strength("item_labels")[_plain(label[1])], (), by_heading=True)


def inherit(sentence: Sentence, inherited: ItemList) -> Undertaking | None:
    """What a list's item is, taken with the line that introduces the list."""
    going_on = _GOING_ON.match(sentence.text)
    if going_on:
        return _gone_on(sentence.text, going_on, inherited)
    label = _item_label().match(sentence.text)
    begin = label.end() if label else 0
    first = _before_colon(sentence, begin) or next(
        (each for each in sentence.actors if each.start >= begin), None
    )
    named = first if first and _DETERMINERS.fullmatch(sentence.text, begin, first.start) else None
    if _reports_only(sentence, named):
        return None
    assigned = _ASSIGNED.match(sentence.text, named.end) if named else None
    tasked = assigned is not None and any(map(str.isalpha, assigned[0]))  # "Fiji to …"
    directive = tasked or is_deed(sentence.word(assigned.end() if assigned else begin)[0])
    if inherited.by_heading and not directive:
        return None
    does = named is not None and is_deed(sentence.word(named.end)[0])  # "(that) Fiji hosts …"
    owners = named.owners if named and (assigned or does) else ()
    return Undertaking(
        0, inherited.strength, owners or agents(sentence.text, sentence.actors) or inherited.owners
    )


def _before_colon(sentence: Sentence, begin: int) -> Actor | None:
    """All who stand before the colon of an item: "Fiji, Samoa: exchange of officials"."""
    colon = sentence.text.find(":", begin)
    named = [each for each in sentence.actors if begin <= each.start < colon]
    ends = [begin, *(each.end for each in named)]
    gaps = (
        sentence.text[a:b] for a, b in zip(ends, [*(x.start for x in named), colon], strict=True)
    )
    if len(named) < 2 or any(gap.strip(" ,/*_") not in ("", "and", "the", "&") for gap in gaps):
        return None
    owners = tuple(dict.fromkeys(owner for each in named for owner in each.owners))
    return named[0]._replace(end=named[-1].end, owners=owners)


def _gone_on(text: str, opening: re.Match[str], inherited: ItemList) -> Undertaking | None:
    """An item that goes on from a verb: "To request Fiji to host …", "That Fiji host …"."""
    if opening["word"].lower() == "to":
        rest = read_sentence(text[opening.end() :])
        found = find_undertaking(rest) or inherit(rest, replace(inherited, by_heading=False))
    else:
        found = find_undertaking(read_sentence(f"agreed that {text[opening.end() :]}"))
    owners = found.owners if found else ()
    return Undertaking(0, inherited.strength, owners or inherited.owners) if found else None


def _reports_only(sentence: Sentence, named: Actor | None) -> bool:
    """Whether an item tells what was said or is so: "Members noted …", "Funding is …"."""
    following = sentence.word(named.end if named else 0)[0].lower()
    if following in words("reports"):
        return True
    states = _STATES.match(sentence.text)
    return states is not None and not any_word("subordinators").search(states[0])


@cache
def _item_label() -> re.Pattern[str]:
    nouns = alternation(nouns_of_strength("item_labels"))
    return re.compile(rf"[\s*_]*({nouns})(?:\s+\d+)?\s*[*_]*[:.-][\s*_]*(?=\w)", re.IGNORECASE)


@cache
def _announced() -> re.Pattern[str]:
    """ "The following actions were agreed:", "Agreed next steps are:"."""
    nouns = alternation(nouns_of_strength("list_heads"))
    return re.compile(
        rf"\bfollowing\s+(?:[\w-]+\s+){{0,2}}?({nouns})\b"
        rf"|^\W*(?:the\s+)?(?:[\w-]+\s+){{0,2}}?({nouns})\s+(?:are|were|agreed|include|arising)\b",
        re.IGNORECASE,
    )
