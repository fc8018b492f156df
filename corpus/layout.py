"""From blocks to a document's paragraphs: their sections, the leads of lists, their numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from corpus.blocks import Block
from corpus.documents import Form, Paragraph
from corpus.forms import forms_of, introduces
from corpus.headings import looks_like_heading
from corpus.lines import is_finished, layout_words
from corpus.numbering import with_clear_numbers
from corpus.sentences import sentence_spans

_FEWEST_LEAD_WORDS = 2
_BARE = ""  # the kind of a list whose entries have no mark


@dataclass(frozen=True, slots=True)
class _Level:
    """A list that is open: the kind and indent of its entries, and what introduced it."""

    kind: str
    indent: int
    lead: str
    lead_ordinal: int


@dataclass(slots=True)
class _Outline:
    """Where in a document the next paragraph stands."""

    section: str = ""
    levels: list[_Level] = field(default_factory=list)


def arrange(blocks: Iterable[Block]) -> tuple[Paragraph, ...]:
    """The paragraphs of a document, ordinals 1 to n; cost grows linearly with the blocks."""
    worded = [block for block in blocks if any(map(str.isalnum, block.text))]
    outline = _Outline()
    paragraphs: list[Paragraph] = []
    for block, form in zip(worded, forms_of(worded), strict=True):
        paragraphs.append(_place(block, form, outline, paragraphs))
    return with_clear_numbers(paragraphs)


def _place(block: Block, form: Form, outline: _Outline, above: Sequence[Paragraph]) -> Paragraph:
    ordinal = len(above) + 1
    printed = block.mark.label if block.mark else ""
    if form in {Form.HEADING, Form.TITLE, Form.DATELINE, Form.SIGNATURE}:
        section = outline.section
        outline.levels.clear()
        if form is Form.HEADING:
            section = outline.section = block.text
        return Paragraph(ordinal, block.text, form, section, printed)
    if form is Form.PROSE and block.mark is None:
        outline.levels.clear()
        return Paragraph(ordinal, block.text, form, outline.section)
    level = _enter(block, outline.levels, above)
    if form is Form.PROSE and level.lead:
        form = Form.ITEM
    return Paragraph(
        ordinal, block.text, form, outline.section, printed, level.lead, level.lead_ordinal
    )


def _enter(block: Block, levels: list[_Level], above: Sequence[Paragraph]) -> _Level:
    """The list an entry belongs to: one that is open, or a new one under its lead."""
    kind = block.mark.kind if block.mark else _BARE
    open_level = _open_level(levels, kind, block.indent)
    lead = _lead(above[-1]) if above else ""
    if lead and not (open_level and open_level.lead_ordinal == above[-1].ordinal):
        levels.append(_Level(kind, block.indent, lead, above[-1].ordinal))
    elif open_level:
        del levels[levels.index(open_level) + 1 :]
    else:
        outer = _outer_level(levels, block)
        levels.append(_Level(kind, block.indent, outer.lead, outer.lead_ordinal))
    return levels[-1]


def _open_level(levels: Sequence[_Level], kind: str, indent: int) -> _Level | None:
    fitting = (each for each in reversed(levels) if each.kind == kind and indent <= each.indent + 1)
    return next(fitting, None)


def _outer_level(levels: list[_Level], block: Block) -> _Level:
    """The list that a new kind of entry stands inside; a number below bullets starts anew."""
    nested = levels and (
        block.indent > levels[-1].indent or block.mark is None or block.mark.kind != "number"
    )
    if nested:
        return levels[-1]
    levels.clear()
    return _Level(_BARE, 0, "", 0)


def _lead(paragraph: Paragraph) -> str:
    """The sentence of a paragraph that introduces the list below it, or ""."""
    if paragraph.form is Form.HEADING and not introduces(paragraph.text):
        return ""
    if paragraph.form in {Form.TITLE, Form.DATELINE, Form.SIGNATURE}:
        return ""
    spans = sentence_spans(paragraph.text)
    last = spans[-1].of(paragraph.text) if spans else ""
    if introduces(last) or (_is_open(paragraph) and len(last.split()) > _FEWEST_LEAD_WORDS):
        return last
    announced = paragraph.form is Form.PROSE and _announces(last)
    return last if announced else ""


def _is_open(paragraph: Paragraph) -> bool:
    """Whether a paragraph of prose stops inside its sentence."""
    plain = paragraph.form is Form.PROSE and not paragraph.printed
    return plain and not is_finished(paragraph.text) and not looks_like_heading(paragraph.text)


def _announces(sentence: str) -> bool:
    words = sentence.lower().rstrip(".").split()
    text = f" {' '.join(words)} "
    return any(f" {phrase} " in text for phrase in layout_words("lead_phrases"))
