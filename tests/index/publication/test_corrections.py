"""A correction finds its fact wherever the words stand, and nothing else."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.documents import Citation
from corpus.extraction import extract
from corpus.facts import Acronym, ActionItem, Attendance, Capacity, Extract, Meeting, Step
from corpus.identity import identify
from corpus.meetings import reported_meeting
from corpus.reading import read_document
from index.errors import InputError
from index.item_life.statuses import Actor
from index.publication.corrections import Correction, Ruling, corrected, standing, stated

LAGOON = Path(__file__).parents[1] / "lagoon"
TEXTS = {name: (LAGOON / f"{name}.txt").read_text("utf-8") for name in ("apia", "suva")}
MARIA = Actor("1", "Maria")
DAY = datetime(2026, 5, 3, 12, tzinfo=UTC)
HEAD = 3  # blocks of a text up to its own account of the meeting


def read(text: str) -> Extract:
    document = read_document("statement.txt", text.encode())
    return extract(identify(document, reported_meeting(document)))


def hashes(found: Extract) -> dict[Citation, str]:
    document = found.document
    return {document.cite(each): each.text_hash for each in document.paragraphs}


def ruling(found: Extract, fact: str, value: str | None, number: int = 1) -> Correction:
    [known] = [each for each in stated(found) if each.fact == fact]
    return Correction(
        number=number,
        family="f",
        text_hash=hashes(found)[known.citation],
        fact=fact,
        ruling=Ruling.HIDE if value is None else Ruling.SET,
        value=value or "",
        shown=known.shown,
        note="",
        citation=known.citation,
        actor=MARIA,
        at=DAY,
    )


APIA, SUVA = read(TEXTS["apia"]), read(TEXTS["suva"])
ITEM = next(each.fact for each in stated(APIA) if "rescue at sea" in each.shown)


def test_a_capacity_a_delegation_and_an_entry_are_put_right() -> None:
    made = [
        ruling(APIA, "attendance/Tuvalu/observer", "special guest"),
        ruling(APIA, "attendance/Kiribati/participant", "Republic of Nauru"),
        ruling(APIA, "attendance/Tonga/participant", None),
    ]
    found = corrected(APIA, made).attendance
    by_name = {e.delegation.name: e for e in found if e.citation.ordinal == 4}
    assert by_name["Tuvalu"].capacity is Capacity.SPECIAL_GUEST
    assert by_name["Tuvalu"].corrected == date(2026, 5, 3)
    assert by_name["Tuvalu"].as_written == "Tuvalu"
    assert "Nauru" in by_name
    assert by_name.keys().isdisjoint({"Kiribati", "Tonga"})
    assert by_name["IOM"].corrected is None


@pytest.mark.parametrize(
    ("part", "value", "after"),
    [
        ("title", "A better title", "A better title"),
        ("ordinal", "7th", 7),
        ("city", "Alofi", "Alofi"),
        ("city", None, None),
        ("country", "Republic of Fiji", "Fiji"),
        ("co-chairs", "Tonga, New Zealand and IOM", ("Tonga", "New Zealand", "IOM")),
        ("co-chairs", None, ()),
    ],
)
def test_a_part_of_a_meeting_is_put_right(part: str, value: str | None, after: object) -> None:
    [meeting, *_] = corrected(APIA, [ruling(APIA, f"meeting/reported/{part}", value)]).meetings
    assert getattr(meeting, part.replace("-", "_")) == after
    assert meeting.corrected == date(2026, 5, 3)


def test_owners_and_due_dates_of_an_item_are_put_right_or_all_of_it_hidden() -> None:
    made = [ruling(APIA, f"{ITEM}/owners", "Samoa"), ruling(APIA, f"{ITEM}/due", "1 May 2014")]
    [item, other] = corrected(APIA, made).actions
    assert (item.owners, item.due and item.due.end) == (("Samoa",), date(2014, 5, 1))
    assert item.due_text == "by the end of June 2014"
    assert other == APIA.actions[1]
    [left] = corrected(APIA, [ruling(APIA, ITEM, None)]).actions
    assert left == other
    [undated, _] = corrected(APIA, [ruling(APIA, f"{ITEM}/due", None)]).actions
    assert (undated.due, undated.due_text) == (None, "")


def test_a_step_and_an_acronym_are_put_right() -> None:
    made = [
        ruling(SUVA, "rilon/Suva/established", "announced"),
        ruling(SUVA, "rilon/Apia/established", "March 2014"),
        ruling(SUVA, "rilon/Kiribati/considering", None),
        ruling(SUVA, "acronym/RILON", "Another meaning"),
    ]
    found = corrected(SUVA, made)
    steps = {each.place: each.history[0] for each in found.rilons}
    assert steps.keys() == {"Suva", "Apia"}
    assert steps["Suva"].step is Step.ANNOUNCED
    dates = steps["Apia"].dates
    assert dates is not None
    assert dates.iso()[0] == "2014-03"
    assert found.acronyms[0].meaning == "Another meaning"


@pytest.mark.parametrize(
    ("fact", "value", "sentence"),
    [
        ("meeting/reported", None, "cannot be hidden"),
        ("meeting/reported/title", None, "cannot be hidden"),
        ("meeting/reported/country", "Atlantis", "no country"),
        ("meeting/reported/dates", "soon", "no date"),
        ("meeting/reported/ordinal", "many", "no ordinal"),
        ("meeting/reported/co-chairs", ", ,", "Name one or more"),
        (ITEM, "x", "can only be hidden"),
    ],
)
def test_what_cannot_be_applied_is_refused_or_leaves_the_fact_as_read(
    fact: str, value: str | None, sentence: str
) -> None:
    made = [ruling(APIA, fact, value)]
    with pytest.raises(InputError, match=sentence):
        corrected(APIA, made, strict=True)
    assert corrected(APIA, made) == APIA


def test_the_last_ruling_that_nobody_took_back_counts() -> None:
    made = [
        ruling(APIA, f"{ITEM}/owners", "Samoa", 1),
        ruling(APIA, f"{ITEM}/owners", "Tonga", 2),
        ruling(APIA, "acronym/IOM", None, 3),
    ]
    undo = Correction(4, "f", "", "", Ruling.UNDO, "", "", "", Citation("x", 1), MARIA, DAY, 2)
    assert [each.number for each in standing(made)] == [2, 3]
    assert [each.number for each in standing([*made, undo])] == [1, 3]


FACTS = (
    ("meeting/reported/city", "Alofi"),
    ("attendance/Tuvalu/observer", "special guest"),
    ("attendance/Tonga/participant", None),
    ("acronym/IOM", "Another meaning"),
    (f"{ITEM}/owners", "Samoa"),
)
RULED = tuple(ruling(APIA, fact, value) for fact, value in FACTS)
WORDS = st.sampled_from(
    [
        "Tuvalu attended the meeting as an observer.",
        "Tonga will draft guidelines on rescue at sea by the end of June 2014.",
        "The meeting was attended by representatives of Tonga and Tuvalu.",
        "The International Organization for Migration (IOM) made a statement.",
        "Nothing else was said.",
        *TEXTS["suva"].split("\n\n")[3:],
    ]
)


@st.composite
def edited(draw: st.DrawFn) -> Sequence[str]:
    """The blocks of the text after paragraphs were moved, added, taken out and reworded."""
    blocks = TEXTS["apia"].split("\n\n")
    body = draw(st.permutations(blocks[HEAD:]))
    kept = [each for each in body if draw(st.integers(0, 5))]
    reworded = [f"{each} So it was said." if not draw(st.integers(0, 5)) else each for each in kept]
    for words in draw(st.lists(WORDS, max_size=4)):
        reworded.insert(draw(st.integers(0, len(reworded))), words)
    return [*blocks[:HEAD], *reworded]


@settings(max_examples=60)
@given(edited())
def test_whatever_else_is_edited_or_moved_a_correction_holds_for_its_words_alone(
    blocks: Sequence[str],
) -> None:
    before = read("\n\n".join(blocks))
    after = corrected(before, RULED)
    where, ruled = hashes(before), {(each.text_hash, each.fact) for each in RULED}

    def rest(found: Extract) -> set[tuple[Citation, str, str]]:
        return {
            (each.citation, each.fact, each.shown)
            for each in stated(found)
            if (where[each.citation], each.fact) not in ruled
        }

    found = [each for each in stated(before) if (where[each.citation], each.fact) in ruled]
    marked: list[Meeting | Attendance | ActionItem | Acronym] = [
        *after.meetings,
        *after.attendance,
        *after.actions,
        *after.acronyms,
    ]
    assert rest(before) - {(e.citation, "meeting/reported", e.shown) for e in stated(before)} <= (
        rest(after)
    )
    for each in found:
        assert each not in stated(after)
    places = {each.citation for each in marked if each.corrected}
    assert places <= {each.citation for each in found}
    assert len({each.citation for each in found if each.fact != FACTS[2][0]}) == len(places)
