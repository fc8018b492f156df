"""Telling what each block of a document is: title, heading, prose, item, signature."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from corpus.documents import Form
from corpus.pages.blocks import Block
from corpus.pages.lines import bare_end, is_finished
from corpus.pages.marks import is_successor
from corpus.reading.headings import (
    begins_annex,
    holds_word,
    is_bold,
    looks_like_heading,
    names_section,
)
from corpus.reading.leads import introduces
from corpus.reading.signatures import signature_numbers
from corpus.reading.title_block import title_block

_SHORT = 100  # characters: the longest line of a bare list
_FEWEST_IN_RUN = 3  # as many headings in a row are a list
_LONGEST_ENTRY = 300


def forms_of(blocks: Sequence[Block]) -> tuple[Form, ...]:
    """The form of each block, in order."""
    forms = [_own_form(blocks, number) for number in range(len(blocks))]
    head = title_block(blocks)
    forms[: len(head)] = head
    for number in signature_numbers(blocks, forms):
        forms[number] = Form.SIGNATURE
    for start, end in _runs(forms, blocks, len(head)):
        forms[start:end] = _run_forms(blocks, start, end)
    for number in range(len(head), len(blocks)):
        if forms[number] in {Form.PROSE, Form.HEADING} and _is_bare_entry(blocks, forms, number):
            forms[number] = Form.ITEM
    return tuple(forms)


def _own_form(blocks: Sequence[Block], number: int) -> Form:
    """What a block is, judged with its nearest neighbours."""
    block = blocks[number]
    if block.heading:
        return Form.HEADING
    if block.mark:
        return _marked_form(blocks, number)
    if is_bold(block.text) and not _is_lead(blocks, number):
        return Form.HEADING
    if looks_like_heading(block.text) and not _is_lead(blocks, number):
        return Form.HEADING
    return Form.PROSE


def _is_lead(blocks: Sequence[Block], number: int) -> bool:
    """Whether a block ends with a colon and more than a label stands before it."""
    return introduces(blocks[number].text) and not looks_like_heading(blocks[number].text)


def _marked_form(blocks: Sequence[Block], number: int) -> Form:
    block = blocks[number]
    if block.mark is None or block.mark.is_bullet:
        return Form.ITEM
    numbered = block.mark.kind in {"number", "decimal", "Letter", "Roman"}
    titled = looks_like_heading(block.text) or is_bold(block.text)
    if numbered and titled and not _has_sibling(blocks, number):
        return Form.HEADING
    if block.mark.kind in {"number", "decimal"} and is_finished(block.text):
        return Form.PROSE
    return Form.ITEM


def _has_sibling(blocks: Sequence[Block], number: int) -> bool:
    """Whether the block right above or below is the neighbour in a numbered list."""
    if number + 1 == len(blocks) or _are_siblings(blocks[number], blocks[number + 1]):
        return True
    return number > 0 and _are_siblings(blocks[number - 1], blocks[number])


def _are_siblings(above: Block, below: Block) -> bool:
    if above.mark is None or below.mark is None or above.mark.kind != below.mark.kind:
        return False
    return is_successor(below.mark.label, above.mark.label)


def _runs(forms: Sequence[Form], blocks: Sequence[Block], start: int) -> Iterator[tuple[int, int]]:
    """Stretches of unmarked blocks that look like headings; one that heads a list begins anew."""
    number = start
    while number < len(forms):
        end = number
        while end < len(forms) and _in_run(forms[end], blocks[end]):
            end += 1
            if end < len(forms) and _heads_list(blocks[end]) and not _heads_list(blocks[end - 1]):
                break
        if end > number:
            yield number, end
        number = max(end, number + 1)


def _in_run(form: Form, block: Block) -> bool:
    unmarked = not block.mark and not block.heading
    return form is Form.HEADING and unmarked and len(block.text) <= _SHORT


def _heads_list(block: Block) -> bool:
    """Whether a block heads the short lines below it: "Annex", "Participants", "Present:"."""
    listing = holds_word(block.text, "listing_words") or introduces(block.text)
    return listing or names_section(block.text) or begins_annex(block)


def _run_forms(blocks: Sequence[Block], start: int, end: int) -> list[Form]:
    """A list of names, with or without headings of its own, or headings.

    The last line of a document heads nothing.
    """
    length = end - start
    if start and introduces(blocks[start - 1].text) and length > 1:
        return [Form.ITEM] * length
    heads = sum(1 for _ in takewhile(_heads_list, blocks[start:end]))
    if length >= _FEWEST_IN_RUN or (heads and introduces(blocks[start + heads - 1].text)):
        heads = max(1, heads)
        return [Form.HEADING] * heads + [Form.ITEM] * (length - heads)
    last = Form.PROSE if end == len(blocks) else Form.HEADING
    return [Form.HEADING] * (length - 1) + [last]


def _is_bare_entry(blocks: Sequence[Block], forms: Sequence[Form], number: int) -> bool:
    """Whether an unmarked block is an entry of a list that only punctuation tells.

    "… include:" / "Bangkok (28 April 2011);" / "Colombo (11 May 2011); and" / "…"
    """
    block, above = blocks[number], blocks[number - 1] if number else None
    if above is None or block.mark or block.heading or len(block.text) > _LONGEST_ENTRY:
        return False
    end = bare_end(block.text)
    if introduces(above.text):
        return end.endswith((";", "; and", "; or"))
    entry_above = forms[number - 1] is Form.ITEM and above.mark is None
    return entry_above and bare_end(above.text).endswith((";", "; and", "; or", ", and"))
