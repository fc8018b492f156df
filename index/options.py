"""Reading the options that a person types: a status, a day."""

import re
from datetime import date

from corpus.dates import find_dates
from corpus.facts import DateRange, Status, Strength
from index.errors import InputError
from index.finding import check_length

_LONGEST_NUMBER = 9  # digits of a generation's number


def parse_status(text: str) -> Status:
    """Read a status word.

    Raises:
        InputError: it is none of the four.
    """
    wanted = " ".join(re.split(r"[\s_-]+", text.strip().casefold()))
    try:
        return Status(wanted)
    except ValueError as error:
        allowed = ", ".join(each.value for each in Status)
        raise InputError(f"“{text}” is no status; use {allowed}.") from error


def parse_strength(text: str) -> Strength:
    """Read how binding an item is.

    Raises:
        InputError: it is none of the four.
    """
    try:
        return Strength(text.strip().casefold())
    except ValueError as error:
        allowed = ", ".join(each.value for each in Strength)
        raise InputError(f"“{text}” is no strength; use {allowed}.") from error


def parse_choice(text: str) -> bool:
    """Read yes or no, in any usual form.

    Raises:
        InputError: it is neither.
    """
    wanted = text.strip().casefold()
    if wanted in {"yes", "true", "on", "1"}:
        return True
    if wanted in {"no", "false", "off", "0"}:
        return False
    raise InputError(f"“{text}” is neither yes nor no.")


def parse_day(text: str) -> date:
    """Read a day in any written form; of a month or a year, its last day.

    Raises:
        InputError: there is no date in it.
    """
    return parse_dates(text).end


def parse_first_day(text: str) -> date:
    """Read a day in any written form; of a month or a year, its first day.

    Raises:
        InputError: there is no date in it.
    """
    return parse_dates(text).start


def parse_since(text: str) -> int | date:
    """Read the number of a generation, or a day; of a month or a year, its first day.

    Raises:
        InputError: it is neither.
    """
    plain = text.strip().removeprefix("#")
    is_year = re.fullmatch(r"(?:19|20)\d\d", plain) is not None
    if plain.isascii() and plain.isdecimal() and not is_year and len(plain) <= _LONGEST_NUMBER:
        return int(plain)
    return parse_first_day(text)


def parse_dates(text: str) -> DateRange:
    """Read a day or a run of days in any written form; a month or a year as a whole.

    Raises:
        InputError: there is no date in it.
    """
    check_length(text)
    found = find_dates(text) or find_dates(f"in {text.strip()}")  # a bare year
    if len(found) != 1:
        raise InputError(f"“{text.strip()}” is no date; write one like 2013-06-24.")
    return found[0].dates
