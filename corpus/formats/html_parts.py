"""The parts of an HTML page: which one is its main text, and which are no text at all."""

import re

from lxml import etree

Element = etree._Element

_NO_TEXT = frozenset(
    "head script style noscript template svg math canvas iframe frame object embed applet audio "
    "video map button select textarea datalist dialog nav aside footer menu figcaption".split()
)
_NO_TEXT_ROLES = frozenset(
    "navigation banner contentinfo search complementary menu menubar toolbar tablist alert "
    "alertdialog dialog tooltip".split()
)
_UNSEEN_CLASSES = frozenset(["sr-only", "visually-hidden", "screen-reader-text", "visuallyhidden"])
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SIDE_WORDS = frozenset(
    "breadcrumb breadcrumbs cookie cookies consent share sharing social sidebar newsletter "
    "pagination pager related skip advert advertisement promo menu nav navbar navigation "
    "toolbar footer comments".split()
)
_WORD = re.compile(r"[a-z]+")
_SIDE_SHARE = 0.3  # share of the main text that a part named as one beside it holds at most
_MAIN_SHARE = 0.5  # share of a page's prose that an element marked as main holds at least
_DESCENT_SHARE = 0.8  # the same for one that is not marked
_CONTAINERS = frozenset("main article section div form center table tbody tr td body".split())


def is_left_out(element: Element) -> bool:
    """Whether an element and all in it is no text for the reader of the page."""
    if not isinstance(element.tag, str) or element.tag in _NO_TEXT:
        return True
    attributes = element.attrib
    if not attributes:
        return element.tag == "header" and _is_masthead(element)
    return (
        "hidden" in attributes
        or str(attributes.get("aria-hidden", "")).lower() == "true"
        or not _NO_TEXT_ROLES.isdisjoint(str(attributes.get("role", "")).lower().split())
        or not _UNSEEN_CLASSES.isdisjoint(str(attributes.get("class", "")).lower().split())
        or _UNSEEN_STYLE.search(str(attributes.get("style", ""))) is not None
        or (element.tag == "header" and _is_masthead(element))
    )


def is_beside(element: Element, main_length: int) -> bool:
    """Whether an element is named as a part beside the main text, and is short for that."""
    named = f"{element.get('class', '')} {element.get('id', '')}".lower()
    if named == " " or _SIDE_WORDS.isdisjoint(_WORD.findall(named)):
        return False
    return not _is_longer(element, _SIDE_SHARE * main_length)


def main_element(page: Element) -> Element:
    """The element that holds the main text: what the page says it is, else what the prose says."""
    body = page.find("body")
    root = page if body is None else body
    weights = _prose_weights(root)
    total = weights[root]
    for is_marked in (_is_main, _is_article):
        marked = [each for each in weights if is_marked(each)]
        best = max(marked, key=weights.__getitem__, default=None)
        if best is not None and weights[best] >= _MAIN_SHARE * total:
            return best
    return _descend(root, weights, _DESCENT_SHARE * total)


def text_length(element: Element) -> int:
    """Characters of an element, those that are left out included."""
    return sum(map(len, element.itertext()))


def _descend(root: Element, weights: dict[Element, int], least: float) -> Element:
    heaviest: Element | None = root
    while heaviest is not None:
        root = heaviest
        containers = (each for each in root if each.tag in _CONTAINERS and each in weights)
        heaviest = next((each for each in containers if weights[each] >= max(1, least)), None)
    return root


def _prose_weights(root: Element) -> dict[Element, int]:
    """For each element that is not left out, its characters outside links."""
    weights: dict[Element, int] = {}
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "start":
            if element is not root and is_left_out(element):
                walker.skip_subtree()
            else:
                weights[element] = len((element.text or "").strip())
            continue
        if element is root:
            break
        above = element.getparent()
        if above is not None:
            own = 0 if element.tag == "a" else weights.get(element, 0)
            weights[above] += own + len((element.tail or "").strip())
    return weights


def _is_main(element: Element) -> bool:
    return element.tag == "main" or element.get("role") == "main"


def _is_article(element: Element) -> bool:
    return element.tag == "article" or element.get("itemprop") == "articleBody"


def _is_masthead(header: Element) -> bool:
    """Whether a header is that of a site, not that of an article."""
    inside = any(each.tag in {"main", "article"} for each in header.iterancestors())
    return not inside and next(header.iter("h1"), None) is None


def _is_longer(element: Element, characters: float) -> bool:
    length = 0
    for text in element.itertext():
        length += len(text)
        if length > characters:
            return True
    return False
