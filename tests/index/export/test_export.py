"""Exports are read back by what people open them with."""

import csv
import io
import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from corpus.documents import Citation
from corpus.facts import DateRange, Precision
from index.errors import InputError
from index.export import FORMATS, export
from index.export.tables import TABLES
from index.generation import Generation


def rows_of(generation: Generation, what: str) -> list[dict[str, str]]:
    text = export(generation, what, "csv").content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def calendar_of(generation: Generation, what: str) -> Calendar:
    calendar = Calendar.from_ical(export(generation, what, "ics").content)
    assert isinstance(calendar, Calendar)
    return calendar


@pytest.mark.parametrize("what", TABLES)
def test_every_row_has_a_citation_that_resolves_and_the_hash_of_its_text(
    shipped: Generation, what: str
) -> None:
    rows = rows_of(shipped, what)
    assert rows
    for row in rows:
        cited, hashes = row["citation"].split("; "), row["text_hash"].split("; ")
        found = [shipped.resolve(Citation.parse(each)) for each in cited]
        assert [each and each[1].text_hash for each in found] == hashes


@pytest.mark.parametrize("what", TABLES)
def test_csv_json_and_markdown_have_the_same_rows(shipped: Generation, what: str) -> None:
    listed = json.loads(export(shipped, what, "json").content)
    shown = export(shipped, what, "md").content.decode().splitlines()
    assert len(listed) == len(rows_of(shipped, what)) == len(shown) - 2
    assert list(listed[0]) == list(rows_of(shipped, what)[0])
    columns = [line.replace("\\|", "").count("|") for line in shown]
    assert set(columns) == {len(listed[0]) + 1}


def test_csv_starts_with_a_byte_order_mark(shipped: Generation) -> None:
    assert export(shipped, "meetings", "csv").content.startswith(b"\xef\xbb\xbf")


@given(st.text(alphabet="=+-@\t\r\n\"',;|aé", max_size=12))
def test_a_cell_stays_text_and_loses_nothing(lagoon: Generation, text: str) -> None:
    [item, *_] = lagoon.facts.actions
    changed = replace(lagoon, facts=replace(lagoon.facts, actions=(replace(item, text=text),)))
    [row] = rows_of(changed, "actions")
    assert not row["text"].startswith(("=", "+", "-", "@", "\t", "\r"))
    assert row["text"] in (text, f"'{text}")
    assert json.loads(export(changed, "actions", "json").content)[0]["text"] == text


def test_the_matrix_tells_capacities_by_meeting(lagoon: Generation) -> None:
    rows = {row["delegation"]: row for row in rows_of(lagoon, "matrix")}
    [apia] = [key for key in rows["Fiji"] if key.endswith("apia")]
    assert "co-chair" in rows["Fiji"][apia]
    assert rows["Nauru"][apia] == "absent"
    assert rows["Australia"][apia] == ""


def test_dated_items_come_back_from_the_calendar(lagoon: Generation) -> None:
    dated = [item for item in lagoon.facts.actions if item.due]
    calendar = calendar_of(lagoon, "actions")
    events = {str(event.uid): event for event in calendar.events}
    assert events.keys() == {f"action-{item.id}@rapporteur" for item in dated}
    for item in dated:
        event = events[f"action-{item.id}@rapporteur"]
        assert item.due
        assert event.start == item.due.start
        assert event.end == item.due.end + timedelta(days=1)
        assert item.text in str(event.description)
        assert f"“{item.due_text}”" in str(event.description)
        assert str(item.citation) in str(event.description)


def test_a_month_is_a_range_of_days_in_the_calendar(lagoon: Generation) -> None:
    [meeting, *_] = lagoon.facts.meetings
    march = DateRange(date(2011, 3, 1), date(2011, 3, 31), Precision.MONTH)
    fuzzy = replace(meeting, dates=march)
    changed = replace(lagoon, facts=replace(lagoon.facts, meetings=(fuzzy,)))
    [event] = calendar_of(changed, "meetings").events
    assert (event.start, event.end) == (date(2011, 3, 1), date(2011, 4, 1))
    assert "March 2011" in str(event.description)
    assert str(event.location) == "Apia, Samoa"


def test_an_export_is_the_same_each_time(shipped: Generation) -> None:
    for form in FORMATS:
        assert export(shipped, "meetings", form) == export(shipped, "meetings", form)


@pytest.mark.parametrize(
    ("what", "form", "sentence"),
    [
        ("secrets", "csv", "cannot be exported"),
        ("actions", "docx", "is no format"),
        ("rilons", "ics", "A calendar holds actions or meetings"),
    ],
)
def test_what_cannot_be_exported_is_refused(
    lagoon: Generation, what: str, form: str, sentence: str
) -> None:
    with pytest.raises(InputError, match=sentence):
        export(lagoon, what, form)
