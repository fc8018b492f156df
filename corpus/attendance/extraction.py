"""Who attended the meeting that a document reports, and as what."""

import re
from collections.abc import Iterable, Iterator

from corpus.attendance.grammar import Attendee, read_attendees
from corpus.attendance.labels import (
    begins_part,
    find_labels,
    is_annex,
    label_of,
    plain_label,
)
from corpus.attendance.names import list_items, punctuated
from corpus.attendance.signals import has_signals
from corpus.attendance.tables import (
    Columns,
    LabelColumns,
    columns_of,
    label_columns_of,
    read_columns,
    read_row,
)
from corpus.bodies import is_kind, is_umbrella, known_body
from corpus.documents import Document, Form, Paragraph
from corpus.facts import Attendance, Capacity, Delegation, DelegationKind, Meeting
from corpus.gazetteer import gazetteer
from corpus.meetings.scope import speaks_of
from corpus.pages.lines import ends_open
from corpus.sentences import sentence_spans
from corpus.tables import cells_of
from corpus.typography import fold

_JOINT = re.compile(
    r"\bjoint (?:\w+ )?(?:statement|communique|communiqu\u00e9|declaration)"
    r" (?:by|of|from|between) ",
    re.IGNORECASE,
)
# Of two capacities of one delegation the one that stands first says more.
_PARTICULAR = (
    Capacity.ABSENT,
    Capacity.SPECIAL_GUEST,
    Capacity.OBSERVER,
    Capacity.CO_CHAIR,
    Capacity.ALSO_ATTENDED,
    Capacity.ORGANISATION,
    Capacity.MEMBER,
    Capacity.PARTICIPANT,
)


_FILLED = re.compile(r"\s[\u2013\u2014-]\s|,?\s\(?represented by\b", re.IGNORECASE)


def extract_attendance(document: Document, meeting: Meeting) -> tuple[Attendance, ...]:
    """The delegations that `document` says attended `meeting`, or did not.

    Args:
        document: reports the meeting.
        meeting: the reported one; its dates, ordinal, city and title tell it from others.

    Returns:
        Each delegation once, in the order of the text, in the most particular capacity that
        the text gives it: a special guest who also attended is a special guest. States that
        are only spoken of, and lists of members, are left out.
    """
    found: dict[str, Attendance] = {}
    told = list(_attendees(document, meeting))
    if all(attendee.capacity is Capacity.ABSENT for _, attendee in told):
        told += _joint_authors(document, meeting)
    for paragraph, attendee in told:
        name = attendee.name
        written = paragraph.text[name.start : name.end]
        if _is_body(name.delegation, written, meeting):
            continue
        known = found.get(name.delegation.name)
        if known is None or _says_more(attendee.capacity, known.capacity):
            found[name.delegation.name] = Attendance(
                meeting.id,
                name.delegation,
                written,
                attendee.capacity,
                document.cite(paragraph),
            )
    return tuple(found.values())


def _says_more(capacity: Capacity, known: Capacity) -> bool:
    return _PARTICULAR.index(capacity) < _PARTICULAR.index(known)


def _is_body(delegation: Delegation, written: str, meeting: Meeting) -> bool:
    """Whether a name is the meeting's own or its process's, and not one of those who met."""
    name = delegation.name
    process = delegation.kind is DelegationKind.ORGANISATION and is_umbrella(name.split()[-1])
    if meeting.body and meeting.body in (known_body(name), _listed(meeting.body, delegation)):
        return True
    own = f"{meeting.title} {meeting.body}"
    in_full = not is_kind(meeting.body) and meeting.body in written  # "… Working Group (IWG)"
    return name in (meeting.title, meeting.body) or in_full or (process and name in own)


def _listed(body: str, delegation: Delegation) -> str:
    """The body's name, where the delegation is the listed organisation of that name."""
    found = gazetteer().find(body)
    return body if found == delegation else ""


def _attendees(document: Document, meeting: Meeting) -> Iterator[tuple[Paragraph, Attendee]]:
    label = ""  # of the list of those who attended that the paragraphs stand in
    table: Columns | LabelColumns | None = None  # of the table that they stand in
    cut = ""  # the sentence whose list a page's end cut off
    parts = _parts(document)
    for paragraph in _outside_title(document):
        table = _table(paragraph.text, table, within=bool(label))
        if table:
            found = _read_rows(paragraph.text, table, meeting)
        else:
            label, is_label = _label(paragraph, label)
            part = plain_label() if paragraph.ordinal in parts else ""
            found = iter(()) if is_label else _read_paragraph(paragraph, meeting, label or part)
        for attendee in (*_resumed(cut, paragraph.text, meeting), *found):
            yield paragraph, attendee
        cut = _cut_off(paragraph.text)


def _table(
    text: str, before: Columns | LabelColumns | None, *, within: bool
) -> Columns | LabelColumns | None:
    """The columns of the table that a paragraph is a row of."""
    cells = cells_of(text)
    if not cells:
        return before if isinstance(before, LabelColumns) and _is_list(text) else None
    return label_columns_of(cells) or columns_of(cells, within=within) or before


def _outside_title(document: Document) -> Iterator[Paragraph]:
    """The paragraphs below the title; the title that heads a page again is passed over."""
    titles = {each.text for each in document.paragraphs if each.form is Form.TITLE}
    for paragraph in document.paragraphs:
        if paragraph.text not in titles or _is_labelled(paragraph.text):
            yield paragraph


def _cut_off(text: str) -> str:
    """The last sentence of a paragraph whose list goes on elsewhere: "… Indonesia, Jordan,"."""
    if not (ends_open(text) or text.endswith(",")):
        return ""
    return "".join(span.of(text) for span in sentence_spans(text)[-1:])


def _resumed(cut: str, text: str, meeting: Meeting) -> Iterator[Attendee]:
    """The rest of a list that was cut off, where a text begins with a name."""
    first = sentence_spans(text)[0].of(text) if cut else ""
    items = list_items(first)
    if items and items[0].name and items[0].opens:
        yield from _read_after(cut, first, meeting)


def _joint_authors(document: Document, meeting: Meeting) -> Iterator[tuple[Paragraph, Attendee]]:
    """Whose joint statement it is by its title, where nothing else says who met."""
    for paragraph in document.paragraphs:
        joint = _JOINT.search(fold(paragraph.text)) if paragraph.form is Form.TITLE else None
        if joint:
            names = paragraph.text[joint.end() :]
            found = list(_shifted(_read_after(plain_label(), names, meeting), joint.end()))
            if len(found) > 1:
                yield from ((paragraph, attendee) for attendee in found)


def _parts(document: Document) -> frozenset[int]:
    """The paragraphs like "Members: A, B" in a document that has some like "Observers: C"."""
    parts = frozenset(each.ordinal for each in document.paragraphs if begins_part(each.text))
    texts = (fold(each.text) for each in document.paragraphs) if parts else ()
    return parts if any(any(find_labels(text)) for text in texts) else frozenset()


def _is_labelled(text: str) -> bool:
    """Whether a line of the head begins with a label: "Guests: A, B"."""
    return any(label.start == 0 for label in find_labels(fold(text)))


def _label(paragraph: Paragraph, label: str) -> tuple[str, bool]:
    """The label that holds from a paragraph on, and whether the paragraph is that label."""
    heads = paragraph.form is Form.HEADING
    own = label_of(paragraph.text, within=bool(label)) if heads or label else ""
    if own:
        return own, True
    if (heads and not _is_list(paragraph.text)) or is_annex(paragraph.text):
        return "", False
    return label, False


def _is_list(text: str) -> bool:
    """Whether a text is nothing but names and persons, and a state is among them.

    How an entry is filled stands behind a dash: "Philippines – represented by its embassy".
    """
    items = list_items(_FILLED.split(text, maxsplit=1)[0])
    whole = all(item.opens and item.closes for item in items)
    return whole and any(item.name for item in items)


def _read_paragraph(paragraph: Paragraph, meeting: Meeting, label: str) -> Iterator[Attendee]:
    """The attendees of one paragraph, read as the rest of what introduces it."""
    text = paragraph.text
    listed = label and not _is_labelled(text) and (cells_of(text) or _is_list(text))
    intro = label if listed else paragraph.lead
    if intro:
        yield from _read_after(intro, text, meeting)
    elif has_signals(punctuated(paragraph.text)):
        yield from _read_prose(paragraph, meeting)


def _read_rows(text: str, table: Columns | LabelColumns, meeting: Meeting) -> Iterator[Attendee]:
    """Whom a row of a table names in its cells for delegations."""
    if isinstance(table, LabelColumns):
        rows = tuple(read_columns(text, table))
    else:
        row = read_row(cells_of(text), table)
        rows = (row,) if row else ()
    for each in rows:
        cell = text[each.cell.start : each.cell.end]
        yield from _shifted(_read_after(each.label, cell, meeting), each.cell.start)


def _read_after(intro: str, text: str, meeting: Meeting) -> Iterator[Attendee]:
    """The attendees of a text that goes on from words which introduce it."""
    whole = f"{intro} {text}"
    if has_signals(punctuated(whole)) and speaks_of(whole, meeting) is not False:
        offset = len(text) - len(whole)
        yield from _shifted(read_attendees(whole, title=meeting.title), offset)


def _read_prose(paragraph: Paragraph, meeting: Meeting) -> Iterator[Attendee]:
    """The attendees that a paragraph's sentences name, those about other meetings left out."""
    about: bool | None = None
    labelled = False  # by a sentence before: "Members: A, B. Organisations: C"
    for span in sentence_spans(paragraph.text):
        sentence = span.of(paragraph.text)
        told = speaks_of(sentence, meeting)
        about = about if told is None else told
        if labelled and begins_part(sentence):
            yield from _shifted(_read_after(plain_label(), sentence, meeting), span.start)
        elif about is not False:
            found = read_attendees(sentence, title=meeting.title, indefinite=about is True)
            yield from _shifted(found, span.start)
        labelled |= _is_labelled(sentence)


def _shifted(attendees: Iterable[Attendee], offset: int) -> Iterator[Attendee]:
    """The attendees at their place in the paragraph, those of its introduction left out."""
    for attendee in attendees:
        name = attendee.name
        if name.start + offset >= 0:
            moved = name._replace(start=name.start + offset, end=name.end + offset)
            yield attendee._replace(name=moved)
