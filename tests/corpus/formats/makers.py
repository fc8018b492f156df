"""The blocks of a text made into files of other formats, as their authors would write them."""

import io
from collections.abc import Callable, Iterable, Sequence
from html import escape

import docx
from docx.document import Document as WordDocument
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

from corpus.documents import Form
from corpus.pages.blocks import Block
from corpus.reading.forms import forms_of

_BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=11, leading=14, spaceAfter=8)
_TITLE = ParagraphStyle("title", _BODY, alignment=TA_CENTER, fontSize=16, leading=20)
_HEADING = ParagraphStyle("heading", _BODY, fontName="Times-Bold", fontSize=13, leading=16)
_PROSE = ParagraphStyle("prose", _BODY, alignment=TA_JUSTIFY)
_STYLES = {Form.TITLE: _TITLE, Form.HEADING: _HEADING}


def make_docx(blocks: Sequence[Block]) -> bytes:
    """A Word document with computed numbers and bullets, a page header and a footer."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "The page header of the group"
    document.sections[0].footer.paragraphs[0].text = "Page 1 of 7"
    count = 0
    for block, form in zip(blocks, forms_of(blocks), strict=True):
        if block.mark and block.mark.is_bullet:
            document.add_paragraph(block.text, style=_bullet_style(block))
        elif block.mark and block.mark.label == str(count + 1):
            count += 1
            document.add_paragraph(block.text, style="List Number")
        elif form is Form.TITLE:
            document.add_heading(marked(block), 0)
        elif form is Form.HEADING:
            document.add_heading(marked(block), 2)
        else:
            document.add_paragraph(marked(block))
    return saved(document)


def saved(document: WordDocument) -> bytes:
    """The bytes of a Word document."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def make_html(blocks: Sequence[Block]) -> bytes:
    """A publisher's page: the text between a menu, a side bar, scripts and a footer."""
    first, *others = zip(blocks, forms_of(blocks), strict=True)
    parts = [_html(*first, title="h1"), *(_html(*each) for each in others)]
    return _PAGE.format("\n".join(parts)).encode()


def make_pdf(blocks: Sequence[Block], *, columns: int = 1) -> bytes:
    """A PDF with a header and a number on each page, set in one or more columns."""
    story: list[Flowable] = [
        _printed(block, form) for block, form in zip(blocks, forms_of(blocks), strict=True)
    ]
    buffer = io.BytesIO()
    template = BaseDocTemplate(buffer, pagesize=A4)
    width = (A4[0] - 120) / columns
    frames = [
        Frame(60 + number * width, 70, width, A4[1] - 150, leftPadding=9, rightPadding=9)
        for number in range(columns)
    ]
    template.addPageTemplates(PageTemplate(frames=frames, onPage=_page_furniture))
    template.build(story)
    return buffer.getvalue()


def drawn_pdf(pages: Iterable[Callable[[Canvas], None]], *, password: str | None = None) -> bytes:
    """A PDF whose pages are drawn one by one."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, encrypt=password)
    for draw in pages:
        canvas.setFont("Helvetica", 11)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def marked(block: Block) -> str:
    """A block with its mark as typed."""
    if block.mark is None:
        return block.text
    label = block.mark.label or "•"
    stop = "" if block.mark.is_bullet or not label else ")" if label.isalpha() else "."
    return f"{label}{stop} {block.text}"


def _bullet_style(block: Block) -> str:
    return "List Bullet" if block.indent <= 2 else "List Bullet 2"


def _html(block: Block, form: Form, title: str = "p") -> str:
    words = escape(block.text)
    if block.mark and block.mark.is_bullet:
        return f"<ul><li>{words}</li></ul>"
    if block.mark and block.mark.label.isdecimal():
        return f'<ol start="{block.mark.label}"><li><p>{words}</p></li></ol>'
    tag = {Form.TITLE: title, Form.HEADING: "h2"}.get(form, "p")
    return f"<{tag}>{escape(marked(block))}</{tag}>"


_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Site | Page</title>
<style>p {{ color: red }}</style><script>var country = "<p>Atlantis attended.</p>";</script></head>
<body class="page has-sidebar">
<header><a href="/">Site name</a></header>
<nav><ul><li><a href="/a">About</a></li><li><a href="/b">Members</a></li></ul></nav>
<div class="breadcrumbs">Home &gt; Meetings</div>
<div id="wrap"><div class="content">
{}
<p style="display:none">Hidden words.</p><!-- <p>No words.</p> -->
</div></div>
<aside><h2>Related</h2><p>Another meeting.</p></aside>
<footer><p>© The publisher</p></footer>
<noscript>Switch scripts on.</noscript></body></html>"""


def _printed(block: Block, form: Form) -> Paragraph:
    words = escape(block.text, quote=False)
    if block.mark is None:
        return Paragraph(words, _STYLES.get(form, _PROSE))
    left = 18 + 5 * block.indent
    style = ParagraphStyle("entry", _BODY, leftIndent=left, bulletIndent=left - 18)
    return Paragraph(words, style, bulletText=marked(block).split(" ", 1)[0])


def _page_furniture(canvas: Canvas, template: BaseDocTemplate) -> None:
    canvas.setFont("Times-Italic", 9)
    canvas.drawString(69, A4[1] - 45, "The page header of the group")
    canvas.drawCentredString(A4[0] / 2, 40, f"{template.page}")
