"""Which action items are overdue on a day, and by how long."""

from datetime import date

from corpus.facts import ActionItem, Status
from index.wording import count_text

_CLOSED = frozenset({Status.DONE, Status.DROPPED})
_DAYS_A_YEAR = 365.25
_DAYS_A_MONTH = _DAYS_A_YEAR / 12


def is_overdue(item: ActionItem, day: date) -> bool:
    """Whether the last day on which it was due lies before `day`, and nobody has closed it."""
    return item.due is not None and item.due.end < day and item.status not in _CLOSED


def overdue_text(item: ActionItem, day: date) -> str:
    """ "overdue by 13 years", in whole years, months or days, rounded down; "" if it is not."""
    if item.due is None or not is_overdue(item, day):
        return ""
    days = (day - item.due.end).days
    if days >= _DAYS_A_YEAR:
        return f"overdue by {count_text(int(days / _DAYS_A_YEAR), 'year')}"
    if days >= _DAYS_A_MONTH:
        return f"overdue by {count_text(int(days / _DAYS_A_MONTH), 'month')}"
    return f"overdue by {count_text(days, 'day')}"
