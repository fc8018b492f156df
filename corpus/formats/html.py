"""The main text of an HTML page as lines; nothing is run, fetched or followed."""

from collections.abc import Iterator

from lxml import etree

from corpus.formats.html_parts import main_element
from corpus.formats.html_writing import LineWriter
from corpus.formats.refusals import FormatError
from corpus.pages.lines import Line


def html_lines(content: bytes) -> tuple[Line, ...]:
    """The lines of a page's main text: what its reader sees, without menus and the like.

    Args:
        content: the page in UTF-8, whatever it declares.

    Raises:
        FormatError: it is no page, or its elements are nested too deep.
    """
    page = _parse(content)
    main = main_element(page)
    writer = LineWriter(main)
    for heading in _heading_above(page, main):
        writer.write(heading)
    writer.write(main)
    return writer.lines()


def _parse(content: bytes) -> etree._Element:
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    page: etree._Element | None
    try:
        page = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise FormatError("this HTML page cannot be read.") from error
    if page is None:
        raise FormatError("this HTML page is empty.")
    if any("depth" in entry.message for entry in parser.error_log):
        raise FormatError("the elements of this HTML page are nested too deep.")
    return page


def _heading_above(page: etree._Element, main: etree._Element) -> Iterator[etree._Element]:
    """The page's only main heading where it stands outside the main text."""
    headings = list(page.iter("h1"))
    if len(headings) == 1 and all(each is not main for each in headings[0].iterancestors()):
        yield headings[0]
