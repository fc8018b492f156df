"""The history of each RILON, from made-up texts and across documents."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import Citation
from corpus.facts import DateRange, Precision, Rilon, RilonStep, Step
from corpus.reading import read_document
from corpus.rilons import extract_rilons, merge_rilons, status_of

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("made_up_rilons.toml").read_text("utf-8")
)["cases"]


def rilons(text: str, file: str = "a.txt") -> tuple[Rilon, ...]:
    return extract_rilons(read_document(file, f"The group met.\n\n{text}".encode()))


def told(text: str) -> set[str]:
    return {
        " ".join([each.place, step.step.value, *(step.dates.iso()[:1] if step.dates else ())])
        for each in rilons(text)
        for step in each.history
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_a_text_tells_these_steps_and_no_others(case: dict[str, Any]) -> None:
    assert told(case["text"]) == set(case["told"])


def test_a_city_comes_with_its_country() -> None:
    (suva,) = rilons("A RILON was established in Suva.")
    assert (suva.city, suva.country, suva.status) == ("Suva", "Fiji", Step.ESTABLISHED)


def test_each_step_cites_its_paragraph() -> None:
    (suva,) = rilons("The Suva RILON was established in 2010.\n\nThe Suva RILON closed in 2016.")
    assert [step.citation.ordinal for step in suva.history] == [2, 3]


@pytest.mark.parametrize(
    ("history", "status"),
    [
        ([Step.CONSIDERING], Step.CONSIDERING),
        ([Step.CONSIDERING, Step.ANNOUNCED], Step.ANNOUNCED),
        ([Step.ESTABLISHED, Step.ANNOUNCED], Step.ESTABLISHED),
        ([Step.MET], Step.ESTABLISHED),
        ([Step.ESTABLISHED, Step.SUSPENDED], Step.SUSPENDED),
        ([Step.SUSPENDED, Step.MET], Step.ESTABLISHED),
        ([Step.MET, Step.CLOSED], Step.CLOSED),
        ([Step.ANNOUNCED, Step.DROPPED], Step.DROPPED),
    ],
)
def test_status_is_the_last_step_that_tells_whether_it_exists(
    history: list[Step], status: Step
) -> None:
    steps = [RilonStep(step, None, Citation("a", 1)) for step in history]
    assert status_of(steps) is status


def test_a_country_joins_the_one_city_it_has() -> None:
    first = rilons("India indicated its intention to establish a RILON.", "2011.txt")
    second = rilons("A RILON was established in New Delhi.", "2013.txt")
    (merged,) = merge_rilons([first, second])
    assert (merged.city, merged.country) == ("New Delhi", "India")
    assert [(step.step, step.citation.document) for step in merged.history] == [
        (Step.ANNOUNCED, "2011"),
        (Step.ESTABLISHED, "2013"),
    ]


def test_a_country_with_two_cities_stays_apart() -> None:
    merged = merge_rilons([rilons("Sri Lanka has a RILON. RILONs exist in Colombo and Kandy.")])
    assert {each.city for each in merged} == {"Colombo", "Kandy", None}


def test_a_country_without_a_city_stays_by_itself() -> None:
    (pakistan,) = merge_rilons([rilons("Pakistan was considering establishing a RILON.")])
    assert (pakistan.city, pakistan.place, pakistan.status) == (
        None,
        "Pakistan",
        Step.CONSIDERING,
    )


def test_a_later_document_changes_the_status() -> None:
    merged = merge_rilons(
        [
            rilons("The Suva RILON met on 3 May 2012.", "2012.txt"),
            rilons("The Suva RILON has been suspended.", "2014.txt"),
        ]
    )
    assert [each.status for each in merged] == [Step.SUSPENDED]


def test_history_runs_from_the_oldest_step_to_the_newest() -> None:
    (suva,) = merge_rilons(
        [
            rilons("The Suva RILON met on 3 May 2012.", "2012.txt"),
            rilons(
                "The Suva RILON was established in 2010. Fiji sought approval for it.", "2013.txt"
            ),
            rilons("Fiji announced its intention to establish a RILON in Suva.", "2014.txt"),
        ]
    )
    assert [step.step for step in suva.history] == [Step.ANNOUNCED, Step.ESTABLISHED, Step.MET]


def test_a_meeting_told_twice_is_kept_once_with_its_exact_date() -> None:
    (suva,) = merge_rilons(
        [
            rilons("The Suva RILON met on 3 May 2012.", "2012.txt"),
            rilons("The Suva RILON met on 3 May 2012.", "2013.txt"),
            rilons("The Suva RILON met in May 2012.", "2014.txt"),
        ]
    )
    day = DateRange(date(2012, 5, 3), date(2012, 5, 3), Precision.DAY)
    assert suva.history == (RilonStep(Step.MET, day, Citation("2012", 2)),)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_merging_one_document_again_changes_nothing(case: dict[str, Any]) -> None:
    once = rilons(case["text"])
    assert merge_rilons([once]) == once


WORDS = st.sampled_from(
    "RILON RILONs Suva Fiji Colombo , ; ( ) . : in the a was were has been established met closed "
    "not considering to establish one it and which meeting on 3 May 2012 2010 hosted first no "
    "plans dropped Regional Immigration Liaison Officer Network its will be".split(" ")
)


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_any_text_gives_steps_that_cite_their_paragraph(text: str) -> None:
    for each in rilons(text):
        assert each.history
        assert each.place
        assert {step.citation.ordinal for step in each.history} <= {1, 2}
