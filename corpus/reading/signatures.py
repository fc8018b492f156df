"""The lines below the last paragraph: who signed, where and when."""

from collections.abc import Iterator, Sequence

from corpus.documents import Form
from corpus.pages.blocks import Block
from corpus.pages.lines import bare_end, is_finished
from corpus.reading.headings import begins_annex, holds_word, is_field, is_sign_off, names_section
from corpus.reading.leads import introduces

_LONGEST_LINE = 120  # characters


def signature_numbers(blocks: Sequence[Block], forms: Sequence[Form]) -> Iterator[int]:
    """The numbers of the blocks that sign the text, above each annex and at the end."""
    ends = [number for number, block in enumerate(blocks) if begins_annex(block)]
    for end in [*ends, len(blocks)]:
        start = end
        while start > 0 and _may_sign(blocks[start - 1]):
            start -= 1
        if 0 < start < end and _follows_text(blocks[start - 1], forms[start - 1]):
            texts = [block.text for block in blocks[start:end]]
            if _is_signed(texts):
                yield from range(start, end)


def _may_sign(block: Block) -> bool:
    if block.mark or block.heading or len(block.text) > _LONGEST_LINE:
        return False
    if is_field(block.text) or names_section(block.text) or begins_annex(block):
        return False
    return is_sign_off(block.text) or not bare_end(block.text).endswith((".", ";"))


def _follows_text(above: Block, form: Form) -> bool:
    in_text = form in {Form.PROSE, Form.ITEM}
    return in_text and is_finished(above.text) and not introduces(above.text)


def _is_signed(texts: Sequence[str]) -> bool:
    """Whether one of the lines tells place and date, or several and an office."""
    if holds_word(texts[0], "listing_words"):
        return False
    signed_off = any(is_sign_off(text) for text in texts)
    officers = any(holds_word(text, "office_words") for text in texts)
    return signed_off or (len(texts) > 1 and officers)
