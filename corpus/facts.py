"""What is extracted from documents: meetings, attendance, action items, RILONs, acronyms.

`corrected` is the day on which a maintainer last put a fact right; None where it is as read.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.documents import Citation, Document


class DelegationKind(StrEnum):
    """Whether a delegation is a state (or territory) or an organisation."""

    COUNTRY = "country"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True, order=True)
class Delegation:
    """A state or organisation, under its canonical English short name.

    `code` is the ISO 3166-1 alpha-2 code of a country, the acronym of an organisation.
    """

    name: str
    kind: DelegationKind
    code: str = ""


class Precision(StrEnum):
    """How exactly a source dates something."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, order=True)
class DateRange:
    """First and last day, both included; a month or a year spans all its days."""

    start: date
    end: date
    precision: Precision = Precision.DAY

    def iso(self) -> tuple[str, str]:
        """Both ends as precisely as the source: "2011-03-09", "2011-03" or "2011"."""
        length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[self.precision]
        return self.start.isoformat()[:length], self.end.isoformat()[:length]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that a document reports or mentions.

    Attributes:
        id: slug, like the id of the document that reports it; unique in a generation.
        body: short name of the series ("AHG SOM", "TEWG", "workshop"), or "".
        co_chairs: canonical names of delegations, in the order of the text.
        citation: the paragraph that tells the most of it.
        reported_by: the file whose subject it is; None where it is only mentioned.
        mentions: every paragraph that it was read from, `citation` first.
    """

    id: str
    title: str
    body: str
    ordinal: int | None
    dates: DateRange | None
    city: str | None
    country: str | None
    co_chairs: tuple[str, ...]
    citation: Citation
    reported_by: str | None = None
    mentions: tuple[Citation, ...] = ()
    corrected: date | None = None

    @property
    def label(self) -> str:
        """Short name for people: "TEWG Kuala Lumpur 2012"."""
        year = str(self.dates.start.year) if self.dates else ""
        place = self.city or self.country or ""
        return " ".join(part for part in (self.body or self.title, place, year) if part)


class Capacity(StrEnum):
    """How a delegation attended."""

    CO_CHAIR = "co-chair"
    MEMBER = "member"
    PARTICIPANT = "participant"
    OBSERVER = "observer"
    SPECIAL_GUEST = "special guest"
    ORGANISATION = "organisation"
    ALSO_ATTENDED = "also attended"
    ABSENT = "absent"  # only where the text says so


@dataclass(frozen=True, slots=True)
class Attendance:
    """One delegation at one meeting; `as_written` is a slice of the cited paragraph."""

    meeting: str
    delegation: Delegation
    as_written: str
    capacity: Capacity
    citation: Citation
    corrected: date | None = None


class Strength(StrEnum):
    """How binding an action item is, from its verb."""

    COMMITMENT = "commitment"
    DECISION = "decision"
    OFFER = "offer"
    RECOMMENDATION = "recommendation"


class Status(StrEnum):
    """Where an action item stands."""

    OPEN = "open"
    FOLLOWED_UP = "followed up"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A later paragraph that tells the fate of an action item, and why it is thought to."""

    citation: Citation
    quote: str  # verbatim sentence of the cited paragraph
    why: str  # "same owners (Australia, Maldives) and object (training program)"


@dataclass(frozen=True, slots=True)
class ActionItem:
    """Something that was agreed, decided, offered or recommended to be done.

    Attributes:
        id: `A-` and 4 characters of its text's hash; stable while the text stands.
        text: verbatim slice of the cited paragraph.
        lead: verbatim sentence that introduces the list it stands in, or "".
        owners: canonical names of states and bodies; empty where none is named.
        due_text: the due phrase as written, or "".
        due: that phrase as days, reckoned from the meeting's date.
        meeting: id of the meeting where it arose, or "".
        reason: why the status is what it is, one sentence.
    """

    id: str
    text: str
    lead: str
    owners: tuple[str, ...]
    due_text: str
    due: DateRange | None
    strength: Strength
    meeting: str
    citation: Citation
    status: Status = Status.OPEN
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()
    corrected: date | None = None


class Step(StrEnum):
    """What a text says of a RILON at one time."""

    CONSIDERING = "considering"
    APPROVAL_SOUGHT = "approval sought"
    ANNOUNCED = "announced"
    ESTABLISHED = "established"
    MET = "met"
    SUSPENDED = "suspended"
    CLOSED = "closed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class RilonStep:
    """One step in the life of a RILON, dated where the text dates it."""

    step: Step
    dates: DateRange | None
    citation: Citation
    corrected: date | None = None


@dataclass(frozen=True, slots=True)
class Rilon:
    """A Regional Immigration Liaison Officer Network, by city; history oldest first.

    `city` is None where a text names only the country ("Pakistan was considering …").
    `status` is the last step that tells whether it exists, "met" counting as established.
    """

    city: str | None
    country: str | None
    status: Step
    history: tuple[RilonStep, ...]

    @property
    def place(self) -> str:
        """The city, or the country where no city is named."""
        return self.city or self.country or ""


@dataclass(frozen=True, slots=True)
class Acronym:
    """A short form and one meaning that a document gives it."""

    acronym: str
    meaning: str  # verbatim slice of the cited paragraph
    citation: Citation
    corrected: date | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two documents that state different things of the same matter."""

    subject: str  # "Owners of A-1B2C", "Dates of TEWG Kuala Lumpur 2012"
    stated: tuple[tuple[str, Citation], ...]  # what each says, and where; two or more


@dataclass(frozen=True, slots=True)
class Extract:
    """All that one document yields; facts about its own meeting come first."""

    document: Document
    meetings: tuple[Meeting, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    actions: tuple[ActionItem, ...] = ()
    rilons: tuple[Rilon, ...] = ()
    acronyms: tuple[Acronym, ...] = ()
    warnings: tuple[str, ...] = ()  # one sentence each, for the maintainer


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of a whole corpus: extracts merged, each thing once."""

    meetings: tuple[Meeting, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    actions: tuple[ActionItem, ...] = ()
    rilons: tuple[Rilon, ...] = ()
    acronyms: tuple[Acronym, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
