"""The lines above the text proper: titles, place and date, fields."""

from collections.abc import Sequence

from corpus.documents import Form
from corpus.pages.blocks import Block
from corpus.reading.headings import (
    is_capitals,
    is_dateline,
    is_field,
    is_symbol,
    is_titled,
    label_heading,
    looks_like_heading,
    looks_like_title,
    names_section,
)
from corpus.reading.leads import introduces

_LONGEST = 30  # blocks


def title_block(blocks: Sequence[Block]) -> tuple[Form, ...]:
    """The forms of the blocks that stand above the text; none where it starts at once."""
    head: list[Form] = []
    for block in blocks[:_LONGEST]:
        form = _form(block, is_first=Form.TITLE not in head)
        if form is None:
            break
        head.append(form)
    while head and head[-1] is Form.PROSE:
        head.pop()
    if len(head) == len(blocks) > 1:
        return tuple(head[:1])  # nothing stands below: a list of short lines
    return tuple(head)


def _form(block: Block, *, is_first: bool) -> Form | None:
    """The form of a block right below others of the head; None where the text begins."""
    if block.mark or names_section(block.text):
        return None
    if introduces(block.text) and not is_capitals(block.text):
        return None
    if is_dateline(block.text):
        return Form.DATELINE
    if is_field(block.text) or is_symbol(block.text):
        return Form.PROSE
    if is_first:
        return Form.TITLE if looks_like_title(block.text) else None
    if block.heading or (label_heading().match(block.text) and not is_capitals(block.text)):
        return None
    return Form.TITLE if looks_like_heading(block.text) or is_titled(block.text) else None
