"""Documents, their paragraphs, and the citations that point at them."""

import datetime
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from corpus.errors import CitationFormatError

_CITATION = re.compile(r"(?P<document>[a-z0-9][a-z0-9-]*)#p(?P<ordinal>[1-9][0-9]{0,6})")


class Kind(StrEnum):
    """What a document is."""

    STATEMENT = "statement"
    REPORT = "report"
    PAGE = "page"


class Form(StrEnum):
    """What a paragraph is on its page."""

    TITLE = "title"
    DATELINE = "dateline"  # "Location: Perth, AustraliaDate: 14 - 15 December 2009"
    HEADING = "heading"
    PROSE = "prose"
    ITEM = "item"  # a bullet or a numbered or lettered entry
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """Identifies one paragraph for ever."""

    document: str
    ordinal: int

    def __str__(self) -> str:
        return f"{self.document}#p{self.ordinal}"

    @classmethod
    def parse(cls, text: str) -> "Citation":
        """Read `<document id>#p<ordinal>`.

        Raises:
            CitationFormatError: the text has another form.
        """
        match = _CITATION.fullmatch(text.strip())
        if match is None:
            raise CitationFormatError(
                "A citation looks like 2012-06-11-tewg-kuala-lumpur#p7; this text does not."
            )
        return cls(match["document"], int(match["ordinal"]))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The unit that is indexed and cited.

    `text` is the source's own words: a slice of the decoded file in which only the line
    breaks of hard wrapping became single spaces. List marks ("•", "24.") stand outside it.

    Attributes:
        ordinal: 1-based place in the document.
        section: the nearest heading above, or "".
        printed: the number the source prints: "24", "Outcome 4", "a"; or "".
        lead: the sentence that introduces the list this item stands in, or "".
        lead_ordinal: the paragraph that `lead` was taken from, or 0.
    """

    ordinal: int
    text: str
    form: Form = Form.PROSE
    section: str = ""
    printed: str = ""
    lead: str = ""
    lead_ordinal: int = 0

    @property
    def text_hash(self) -> str:
        """SHA-256 of the text, in hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Document:
    """One published statement or report.

    Attributes:
        id: slug such as `2012-06-11-tewg-kuala-lumpur`.
        file: the publisher's file name.
        title: as printed; the label where the source prints none.
        label: short name for citations: "TEWG Kuala Lumpur 2012".
        date: first day of the meeting it reports, or of its own date; None if unknown.
        source_hash: SHA-256 of the file's bytes, in hexadecimal.
    """

    id: str
    file: str
    title: str
    label: str
    kind: Kind
    source_hash: str
    paragraphs: tuple[Paragraph, ...]
    date: datetime.date | None = None

    @property
    def age(self) -> tuple[datetime.date, str]:
        """Sorts documents oldest first; those without a date come last."""
        return self.date or datetime.date.max, self.id

    def cite(self, paragraph: Paragraph) -> Citation:
        """Name one of this document's paragraphs."""
        return Citation(self.id, paragraph.ordinal)

    def paragraph(self, ordinal: int) -> Paragraph | None:
        """The paragraph with this ordinal, or None."""
        if 1 <= ordinal <= len(self.paragraphs):
            return self.paragraphs[ordinal - 1]
        return None

    def label_of(self, paragraph: Paragraph) -> str:
        """How a citation is shown: "TEWG Auckland 2013, para 24", "…, Outcome 4", "…, ¶7"."""
        return f"{self.label}, {self._printed_place(paragraph) or f'¶{paragraph.ordinal}'}"

    def _printed_place(self, paragraph: Paragraph) -> str:
        """The number the source prints, below that of the list's lead: "para 2.3 (a)"; or ""."""
        printed = paragraph.printed
        if printed.replace(".", "").isdecimal():
            return f"para {printed}"
        if " " in printed or not printed:
            return printed
        lead = self.paragraph(paragraph.lead_ordinal)
        above = self._printed_place(lead) if lead and lead.ordinal < paragraph.ordinal else ""
        return f"{above} ({printed})" if above else ""

    def content(self) -> Iterator[Paragraph]:
        """The paragraphs that say something: neither title, heading nor signature."""
        skipped = (Form.TITLE, Form.HEADING, Form.SIGNATURE)
        return (each for each in self.paragraphs if each.form not in skipped)
