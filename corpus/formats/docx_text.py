"""The words of a Word paragraph, and short ways through its XML."""

from lxml import etree

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def qualified(name: str) -> str:
    """The full name of an element or attribute: "p" in WordprocessingML."""
    return f"{{{_MAIN}}}{name}"


_TEXT, _SYMBOL, _RUN = map(qualified, ("t", "sym", "r"))
_SPELLED = {
    qualified("tab"): "\t",
    qualified("ptab"): "\t",
    qualified("br"): "\n",
    qualified("cr"): "\n",
    qualified("noBreakHyphen"): "-",
}
_NO_TEXT = frozenset(
    (
        *map(qualified, ("pPr", "rPr", "del", "moveFrom", "txbxContent", "instrText", "rt")),
        f"{{{_COMPATIBILITY}}}Fallback",
    )
)


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first element at this path of names, or None."""
    for name in path:
        element = None if element is None else element.find(qualified(name))
    return element


def attribute(element: etree._Element | None, name: str = "val") -> str | None:
    """An attribute's value, or None where it or the element is missing."""
    return None if element is None else element.get(qualified(name))


def integer(element: etree._Element | None, name: str = "val") -> int | None:
    """An attribute's value as an integer, or None where it is none."""
    value = attribute(element, name) or ""
    digits = value[1:] if value.startswith("-") else value
    return int(value) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch such as "vanish" is set; without a value it is."""
    return element is not None and attribute(element) not in {"0", "false", "off"}


def paragraph_text(paragraph: etree._Element) -> str:
    """What a reader sees of a paragraph, changes accepted; with the breaks set inside it."""
    pieces: list[str] = []
    walker = etree.iterwalk(paragraph, events=("start",))
    for _, element in walker:
        if element.tag in _NO_TEXT or (element.tag == _RUN and _is_hidden(element)):
            walker.skip_subtree()
        elif element.tag == _TEXT:
            pieces.append(element.text or "")
        elif element.tag == _SYMBOL:
            pieces.append(_symbol(element))
        elif attribute(element, "type") not in {"page", "column"}:
            pieces.append(_SPELLED.get(str(element.tag), ""))
    return "".join(pieces)


def _is_hidden(run: etree._Element) -> bool:
    return is_on(child(run, "rPr", "vanish"))


def _symbol(element: etree._Element) -> str:
    code = attribute(element, "char") or ""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
