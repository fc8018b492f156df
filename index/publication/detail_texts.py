"""A meeting's details as a maintainer reads and types them."""

import base64
import hashlib
import re
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from corpus.details import Details
from corpus.facts import DelegationKind, Meeting
from corpus.gazetteer import gazetteer
from index.errors import InputError
from index.options import parse_dates
from index.wording import dates_text, list_text

LONGEST_TEXT = 300  # characters of each
_MARK = 5  # characters that stand for a text: of a thousand million texts, one has the same
_BETWEEN_NAMES = re.compile(r"(?:[\s,;&.]|\band\b|\bthe\b)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DetailTexts:
    """What a form shows, or what was typed into it; "" stands for nothing."""

    title: str = ""
    body: str = ""
    dates: str = ""
    place: str = ""
    co_chairs: str = ""


def detail_texts(meeting: Meeting | None) -> DetailTexts:
    """The details of a meeting in words; all empty where there is none."""
    if meeting is None:
        return DetailTexts()
    return DetailTexts(
        title=meeting.title[:LONGEST_TEXT],
        body=meeting.body[:LONGEST_TEXT],
        dates=dates_text(meeting.dates) if meeting.dates else "",
        place=", ".join(part for part in (meeting.city, meeting.country) if part),
        co_chairs=list_text(meeting.co_chairs)[:LONGEST_TEXT],
    )


def marks(shown: DetailTexts) -> str:
    """Letters, digits, "-" and "_" by which `corrected` knows what a form has shown.

    Short enough for a form's id, so that a form which was open over a restart still counts.
    """
    return "".join(_mark(getattr(shown, each.name)) for each in fields(DetailTexts))


def corrected(known: Details, shown: str, typed: DetailTexts, today: date) -> Details:
    """What is corrected after a form was filled in; `shown` are the marks of what it showed.

    What was left as it was shown stays as it is known; what was emptied is as read again.

    Raises:
        InputError: a date, a place or a co-chair cannot be read.
    """
    details = known
    for place, each in enumerate(fields(DetailTexts)):
        text = _one_line(getattr(typed, each.name))
        if _mark(text) != shown[place * _MARK : (place + 1) * _MARK]:
            details = replace(details, **_read(each.name, text), on=today)
    return details


def _mark(text: str) -> str:
    digest = hashlib.sha256(_one_line(text).encode()).digest()
    return base64.urlsafe_b64encode(digest)[:_MARK].decode()


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _read(name: str, text: str) -> dict[str, Any]:
    """The attributes of `Details` that a typed text stands for."""
    if len(text) > LONGEST_TEXT:
        raise InputError(f"A {name.replace('_', '-')} has at most {LONGEST_TEXT} characters.")
    if name == "place":
        return _place(text)
    if not text:
        return {name: None}
    if name == "dates":
        return {name: parse_dates(text)}
    return {name: _delegations(text) if name == "co_chairs" else text}


def _place(text: str) -> dict[str, Any]:
    if not text:
        return {"city": None, "country": None}
    city, comma, country = (part.strip() for part in text.rpartition(","))
    state = gazetteer().find(country)
    is_country = state is not None and state.kind is DelegationKind.COUNTRY
    if state is not None and is_country:
        return {"city": city or None, "country": state.name}
    if comma:
        raise InputError(f"“{country}” is no country that I know; write a place like Suva, Fiji.")
    return {"city": country, "country": gazetteer().country_of(country)}


def _delegations(text: str) -> tuple[str, ...]:
    """The states and organisations of a list, which must hold nothing else."""
    mentions = gazetteer().scan(text)
    rest = text
    for mention in reversed(mentions):
        rest = f"{rest[: mention.start]},{rest[mention.end :]}"
    unknown = [part for part in _BETWEEN_NAMES.split(rest) if part]
    if unknown or not mentions:
        raise InputError(f"“{' '.join(unknown)}” is no state or organisation that I know.")
    return tuple(dict.fromkeys(mention.delegation.name for mention in mentions))
