"""From blocks to a document's paragraphs: their sections, the leads of lists, their numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from corpus.documents import Form, Paragraph
from corpus.pages.blocks import Block
from corpus.reading.forms import forms_of
from corpus.reading.headings import plain_heading
from corpus.reading.leads import introduces, lead_of, reads_as_sentence
from corpus.reading.numbering import with_clear_numbers

_BARE = ""  # the kind of a list whose entries have no mark
_HEADINGS = (Form.TITLE, Form.DATELINE, Form.HEADING, Form.SIGNATURE)


class _Lead(NamedTuple):
    """A sentence that introduces a list, and the ordinal of its paragraph."""

    text: str = ""
    ordinal: int = 0


_NO_LEAD = _Lead()


class _Level(NamedTuple):
    """A list that is open: the kind and indent of its entries, and what introduced it."""

    kind: str
    indent: int
    lead: _Lead


@dataclass(slots=True)
class _Outline:
    """Where in a document the next paragraph stands.

    `above` is the lead that the paragraph right above holds. `carried` is one that no list
    followed at once: it introduces the lists under the next headings, up to the next prose.
    """

    section: str = ""
    levels: list[_Level] = field(default_factory=list)
    above: _Lead = _NO_LEAD
    carried: _Lead = _NO_LEAD
    carried_used: bool = False


def arrange(blocks: Iterable[Block]) -> tuple[Paragraph, ...]:
    """The paragraphs of a document, ordinals 1 to n; cost grows linearly with the blocks."""
    worded = [block for block in blocks if any(map(str.isalnum, block.text))]
    outline = _Outline()
    paragraphs = [
        _placed(ordinal, block, form, outline)
        for ordinal, (block, form) in enumerate(zip(worded, forms_of(worded), strict=True), 1)
    ]
    return with_clear_numbers(paragraphs)


def _placed(ordinal: int, block: Block, form: Form, outline: _Outline) -> Paragraph:
    """The paragraph of a block; the outline moves on past it."""
    lead = _NO_LEAD
    if form is Form.HEADING:
        outline.section = plain_heading(block.text)
    if form in _HEADINGS:
        outline.levels.clear()
    elif form is Form.PROSE and block.mark is None:
        _pass_prose(outline)
    else:
        lead = _enter(block, outline, form)
        form = Form.ITEM if lead.text else form
    below = _Lead(_lead_below(block.text, form), ordinal)
    outline.above = below if below.text else _NO_LEAD
    if form is Form.PROSE and below.text:
        outline.carried, outline.carried_used = below, False
    printed = block.mark.label if block.mark else ""
    return Paragraph(ordinal, block.text, form, outline.section, printed, *lead)


def _lead_below(text: str, form: Form) -> str:
    if form is Form.PROSE:
        return lead_of(text)
    return lead_of(text) if form in {Form.ITEM, Form.HEADING} and introduces(text) else ""


def _pass_prose(outline: _Outline) -> None:
    """Prose ends every list above it, and what was carried to lists that came."""
    outline.levels.clear()
    if outline.carried_used:
        outline.carried, outline.carried_used = _NO_LEAD, False


def _enter(block: Block, outline: _Outline, form: Form) -> _Lead:
    """Find or open the list an entry belongs to, and give its lead."""
    kind = block.mark.kind if block.mark else _BARE
    depth = _open_depth(outline.levels, kind, block.indent)
    if outline.above.text:
        outline.levels.append(_Level(kind, block.indent, outline.above))
        if outline.carried == outline.above:
            outline.carried = _NO_LEAD
    elif depth is not None:
        del outline.levels[depth + 1 :]
    else:
        outline.levels.append(_Level(kind, block.indent, _outer_lead(outline, block, form)))
    return outline.levels[-1].lead


def _open_depth(levels: Sequence[_Level], kind: str, indent: int) -> int | None:
    """The innermost open list of this kind: at this indent, else not further out."""
    alike = [depth for depth, level in enumerate(levels) if level.kind == kind]
    exact = [depth for depth in alike if abs(levels[depth].indent - indent) <= 1]
    return max(exact or (each for each in alike if indent <= levels[each].indent), default=None)


def _outer_lead(outline: _Outline, block: Block, form: Form) -> _Lead:
    """What introduces a list that no sentence stands right above.

    Inside another list it is that list's lead; numbers at the depth of bullets start anew.
    """
    levels = outline.levels
    if levels:
        is_number = block.mark is not None and block.mark.kind == "number"
        if block.indent > levels[-1].indent or not is_number:
            return levels[-1].lead
        levels.clear()
        return _NO_LEAD
    if outline.carried.text and form is Form.ITEM and not reads_as_sentence(block.text):
        outline.carried_used = True
        return outline.carried
    return _NO_LEAD
