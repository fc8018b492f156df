"""Days, ranges of days and ordinals in English text, and sums with them."""

from corpus.dates.parsing import (
    DateMention,
    find_dates,
    find_years,
    month_range,
    ordinal_of,
    year_range,
)

__all__ = ["DateMention", "find_dates", "find_years", "month_range", "ordinal_of", "year_range"]
