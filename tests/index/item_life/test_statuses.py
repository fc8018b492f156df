"""The fold of a history into a status, and the rules for what may be added to it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import Citation
from corpus.facts import Status
from index.item_life.statuses import (
    LONGEST_NOTE,
    Actor,
    Entry,
    Event,
    EventKind,
    StatusError,
    decision_entry,
    pending,
    proposal_entry,
    reason_of,
    standing,
    undo_entry,
    update_entry,
)

MARIA = Actor("1", "Maria")
START = datetime(2024, 5, 1, 9, tzinfo=UTC)


def history_of(*entries: Entry) -> tuple[Event, ...]:
    """The entries, recorded one a day by Maria."""
    return tuple(
        Event(place, "A-1B2C", entry, MARIA, START + timedelta(days=place - 1))
        for place, entry in enumerate(entries, start=1)
    )


def status_of(history: tuple[Event, ...], until: date | None = None) -> Status | None:
    event = standing(history, until)
    return event.entry.status if event else None


@pytest.mark.parametrize("status", [Status.DONE, Status.DROPPED])
def test_closing_needs_a_note_or_evidence(status: Status) -> None:
    with pytest.raises(StatusError, match="needs a note or a citation"):
        update_entry(status, "  \n ")
    assert update_entry(status, "handed over").note == "handed over"
    assert update_entry(status, evidence=Citation("suva", 3)).evidence == Citation("suva", 3)


@pytest.mark.parametrize("status", [Status.OPEN, Status.FOLLOWED_UP])
def test_reopening_needs_no_reason(status: Status) -> None:
    assert update_entry(status).status is status


def test_a_note_is_bounded_and_kept_on_one_line() -> None:
    assert update_entry(Status.DONE, " a\n b ").note == "a b"
    assert update_entry(Status.DONE, "x" * LONGEST_NOTE)
    with pytest.raises(StatusError, match="1,000 characters"):
        update_entry(Status.DONE, "x" * (LONGEST_NOTE + 1))


def test_the_last_update_holds_and_its_reason_names_who_when_and_why() -> None:
    history = history_of(update_entry(Status.DONE, "sent"), update_entry(Status.OPEN, "came back"))
    assert status_of(history) is Status.OPEN
    assert reason_of(history[-1]) == "set by Maria on 2024-05-02: came back"


def test_an_undo_brings_back_what_held_before() -> None:
    history = history_of(update_entry(Status.DONE, "sent"), update_entry(Status.DROPPED, "no"))
    history = history_of(*(each.entry for each in history), undo_entry(history))
    assert status_of(history) is Status.DONE
    assert history[-1].entry.status is Status.DONE
    history = history_of(*(each.entry for each in history), undo_entry(history))
    assert status_of(history) is None
    with pytest.raises(StatusError, match="nothing to undo"):
        undo_entry(history)


def test_an_undo_counts_only_from_its_day() -> None:
    history = history_of(update_entry(Status.DONE, "sent"))
    history = history_of(history[0].entry, undo_entry(history))
    assert status_of(history, date(2024, 5, 1)) is Status.DONE
    assert status_of(history, date(2024, 5, 2)) is None
    assert status_of(history, date(2024, 4, 30)) is None


def test_a_proposal_changes_nothing_until_it_is_accepted() -> None:
    history = history_of(proposal_entry((), Status.DONE, "I saw it"))
    assert status_of(history) is None
    assert [each.number for each in pending(history)] == [1]
    history = history_of(history[0].entry, decision_entry(history, 1, accepted=True))
    assert status_of(history) is Status.DONE
    assert pending(history) == ()
    assert reason_of(history[-1]) == "accepted by Maria on 2024-05-02: I saw it"


def test_a_rejected_proposal_leaves_the_status_and_may_be_made_again() -> None:
    history = history_of(proposal_entry((), Status.DONE, "I saw it"))
    history = history_of(history[0].entry, decision_entry(history, 1, accepted=False))
    assert status_of(history) is None
    assert pending(history) == ()
    assert proposal_entry(history, Status.DONE, "again").kind is EventKind.PROPOSAL


def test_a_proposal_is_decided_once_and_made_once() -> None:
    history = history_of(proposal_entry((), Status.DONE, "I saw it"))
    with pytest.raises(StatusError, match="Maria has proposed"):
        proposal_entry(history, Status.DONE, "me too")
    history = history_of(history[0].entry, decision_entry(history, 1, accepted=False))
    with pytest.raises(StatusError, match="Maria has rejected"):
        decision_entry(history, 1, accepted=True)


@pytest.mark.parametrize("number", [1, 7])
def test_only_a_proposal_can_be_decided(number: int) -> None:
    history = history_of(update_entry(Status.OPEN))
    with pytest.raises(StatusError, match="no proposal"):
        decision_entry(history, number, accepted=True)


_MOVES = st.lists(st.sampled_from([*Status, "undo"]), max_size=30)


@given(_MOVES)
def test_undoing_walks_back_exactly_what_was_set(moves: list[Status | str]) -> None:
    """The fold agrees with a plain stack, whatever the order of updates and undos."""
    history: tuple[Event, ...] = ()
    stack: list[Status] = []
    for move in moves:
        if isinstance(move, Status):
            entry = update_entry(move, "why")
            stack.append(move)
        elif stack:
            entry = undo_entry(history)
            stack.pop()
        else:
            with pytest.raises(StatusError):
                undo_entry(history)
            continue
        history = history_of(*(each.entry for each in history), entry)
        assert status_of(history) is (stack[-1] if stack else None)
