"""Telling what each block of a document is: title, heading, prose, item, signature."""

from collections.abc import Iterator, Sequence

from corpus.blocks import Block
from corpus.documents import Form
from corpus.headings import (
    begins_annex,
    holds_word,
    is_bold,
    is_capitals,
    is_dateline,
    is_field,
    is_sign_off,
    label_heading,
    looks_like_heading,
    looks_like_title,
    names_section,
)
from corpus.leads import introduces
from corpus.lines import bare_end, is_finished
from corpus.marks import is_successor

_SHORT = 100  # characters: the longest line of a signature or of a bare list
_FEWEST_IN_RUN = 3  # as many headings in a row are a list
_LONGEST_ENTRY = 300


def forms_of(blocks: Sequence[Block]) -> tuple[Form, ...]:
    """The form of each block, in order."""
    forms = [_own_form(blocks, number) for number in range(len(blocks))]
    head = _head(blocks)
    forms[: len(head)] = head
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
    if block.mark.kind in {"number", "decimal"} and (is_finished(block.text)):
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


def _head(blocks: Sequence[Block]) -> list[Form]:
    """The forms of the blocks above the text proper: titles, datelines, fields."""
    head: list[Form] = []
    for number, block in enumerate(blocks):
        form = _head_form(blocks, number)
        if form is None or (form is Form.PROSE and Form.TITLE not in head):
            break
        head.append(form)
        if block.mark:
            break
    while head and head[-1] is Form.PROSE:
        head.pop()
    return head if len(head) < len(blocks) or len(blocks) == 1 else head[:1]


def _head_form(blocks: Sequence[Block], number: int) -> Form | None:
    block = blocks[number]
    if block.mark or names_section(block.text) or (number and _is_lead(blocks, number)):
        return None
    if number and block.heading and not blocks[0].heading:
        return None
    if is_dateline(block.text):
        return Form.DATELINE
    if is_field(block.text):
        return Form.PROSE
    if number == 0:
        return Form.TITLE if looks_like_title(block.text) else None
    if block.heading and number:
        return None
    if label_heading().match(block.text) and not is_capitals(block.text):
        return None
    return Form.TITLE if looks_like_heading(block.text) else None


def _runs(forms: Sequence[Form], blocks: Sequence[Block], start: int) -> Iterator[tuple[int, int]]:
    """Stretches of unmarked blocks that each look like a heading."""
    number = start
    while number < len(forms):
        end = number
        while end < len(forms) and _in_run(forms[end], blocks[end]):
            end += 1
            if end < len(forms) and names_section(blocks[end].text):
                break
        if end > number:
            yield number, end
        number = max(end, number + 1)


def _in_run(form: Form, block: Block) -> bool:
    if block.mark or block.heading or len(block.text) > _SHORT:
        return False
    return form is Form.HEADING or is_sign_off(block.text)


def _run_forms(blocks: Sequence[Block], start: int, end: int) -> list[Form]:
    """A signature, a list of names, or headings; the last line of a document heads nothing."""
    texts = [block.text for block in blocks[start:end]]
    at_end = end == len(blocks) or begins_annex(texts[-1])
    annex = next((at for at, text in enumerate(texts) if begins_annex(text)), len(texts))
    if start and annex and (end == len(blocks) or annex < len(texts)) and _is_signed(texts[:annex]):
        rest = [Form.HEADING] * (len(texts) - annex)
        return [Form.SIGNATURE] * annex + rest
    if start and introduces(blocks[start - 1].text) and len(texts) > 1:
        return [Form.ITEM] * len(texts)
    if len(texts) >= _FEWEST_IN_RUN:
        return [Form.HEADING] + [Form.ITEM] * (len(texts) - 1)
    return [Form.HEADING] * (len(texts) - 1) + [Form.PROSE if at_end else Form.HEADING]


def _is_signed(texts: Sequence[str]) -> bool:
    if holds_word(texts[0], "listing_words"):
        return False
    signs = any(is_sign_off(text) for text in texts)
    return signs or (len(texts) > 1 and any(holds_word(text, "office_words") for text in texts))


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
