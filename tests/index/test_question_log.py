"""Questions for maintainers: counted together, nobody named, gone in time or on request."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from corpus.documents import Citation
from index.conversing.memory import Memory
from index.conversing.turns import Context, Turn
from index.database import Database, open_database
from index.errors import InputError
from index.privacy import Kept, Privacy
from index.question_log import LONGEST_NOTE, LONGEST_TEXT, QuestionLog
from index.repositories import questions
from index.repositories.questions import Concern

QUARTER = timedelta(days=90)
NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
CITED = (Citation("2014-suva", 3), Citation("2014-suva", 5))


@pytest_asyncio.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path / "store.sqlite3") as database:
        yield database


@pytest.fixture
def log(database: Database) -> QuestionLog:
    return QuestionLog(database)


async def test_questions_of_the_same_words_are_counted_together(log: QuestionLog) -> None:
    await log.not_stated("Who paid for the RSO?", "1", QUARTER, NOON)
    await log.not_stated("who paid for  the RSO", "1", QUARTER, NOON + timedelta(hours=1))
    await log.not_stated("WHO PAID FOR THE “RSO”??", "2", QUARTER, NOON + timedelta(hours=2))
    await log.not_stated("Who paid for the ROC?", "2", QUARTER, NOON)
    rso, roc = await log.all(QUARTER, now=NOON + timedelta(days=1))
    assert (rso.times, len(rso.askers), rso.text) == (3, 2, "WHO PAID FOR THE “RSO”??")
    assert (rso.first_at, rso.last_at) == (NOON, NOON + timedelta(hours=2))
    assert (roc.times, roc.concern) == (1, Concern.NOT_STATED)
    assert roc.askers[0] in rso.askers


async def test_an_answer_is_called_wrong_once_by_each_person(log: QuestionLog) -> None:
    assert await log.called_wrong("Who came?", CITED, "1", QUARTER, "Fiji did", NOON)
    assert not await log.called_wrong("who came", CITED, "1", QUARTER, now=NOON)
    assert await log.called_wrong("Who came?", CITED[:1], "1", QUARTER, now=NOON)
    assert await log.called_wrong("Who came?", CITED, "2", QUARTER, now=NOON)
    [found] = await log.all(QUARTER, now=NOON)
    assert (found.concern, found.times, found.cited) == (Concern.CALLED_WRONG, 3, CITED)
    assert found.notes == ("Fiji did",)


async def test_nobody_is_named_and_two_stores_know_one_person_by_two_names(
    database: Database, tmp_path: Path
) -> None:
    names = set()
    for path in (database.path, tmp_path / "other.sqlite3"):
        async with open_database(path) as store:
            await QuestionLog(store).not_stated("Why?", "80351110224678912", QUARTER)
            [found] = await QuestionLog(store).all(QUARTER)
            names |= set(found.askers)
    assert len(names) == 2
    assert not any("80351110224678912" in name for name in names)
    stored = b"".join(each.read_bytes() for each in tmp_path.iterdir())  # noqa: ASYNC240
    assert b"80351110224678912" not in stored


async def test_what_is_old_is_neither_shown_nor_kept(log: QuestionLog) -> None:
    await log.not_stated("Old?", "1", QUARTER, NOON)
    await log.not_stated("New?", "1", QUARTER, NOON + timedelta(days=1))
    then = NOON + QUARTER
    assert [each.text for each in await log.all(QUARTER, now=then)] == ["New?"]
    assert await log.forget(QUARTER, then) == 1
    assert await log.forget(QUARTER, then) == 0
    recent = await log.all(QUARTER, since=date(2026, 5, 5), now=then)
    assert recent == ()


async def test_nothing_is_kept_where_it_is_switched_off(log: QuestionLog) -> None:
    await log.not_stated("Why?", "1", timedelta(0), NOON)
    with pytest.raises(InputError, match="switched off"):
        await log.called_wrong("Why?", CITED, "1", timedelta(0), now=NOON)
    assert await log.all(QUARTER, now=NOON) == ()
    await log.not_stated("Why?", "1", QUARTER, NOON)
    assert await log.forget(timedelta(0), NOON) == 1


async def test_what_people_type_is_bounded(
    log: QuestionLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(questions, "MOST_QUESTIONS", 3)
    for number in range(5):
        await log.not_stated(f"{number} " * 2_000, "1", QUARTER, NOON + timedelta(minutes=number))
    kept = await log.all(QUARTER, now=NOON)
    assert [each.text[0] for each in kept] == ["4", "3", "2"]
    assert all(len(each.text) <= LONGEST_TEXT for each in kept)
    with pytest.raises(InputError, match="at most"):
        await log.called_wrong("Why?", (), "1", QUARTER, "x" * (LONGEST_NOTE + 1))


@pytest.mark.parametrize("text", ["???", "; DROP TABLE questions --", "', '') --", "\x00", "🦜"])
async def test_any_text_is_kept_as_it_is(log: QuestionLog, text: str) -> None:
    await log.not_stated(text, "1", QUARTER, NOON)
    [found] = await log.all(QUARTER, now=NOON)
    assert found.text == text


async def test_a_person_can_have_all_deleted_and_nobody_else_loses_anything(
    database: Database, log: QuestionLog
) -> None:
    memory, privacy = Memory(database), Privacy(database)
    day = timedelta(days=1)
    for person in ("1", "2"):
        await log.not_stated("Why?", person, QUARTER)
        await log.called_wrong("Who?", CITED, person, QUARTER)
        await memory.remember([f"message:{person}"], Context((Turn("Who?"),)), person, day)
    shared = await memory.recall(["message:1"], day)
    assert shared is not None
    await memory.remember(["channel:9"], Context((*shared.turns, Turn("And?"))), "2", day)
    assert await privacy.kept("1") == Kept(questions=2, conversations=2)
    assert await privacy.delete("1") == Kept(questions=2, conversations=2)
    assert await privacy.kept("1") == Kept(0, 0)
    assert await memory.recall(["message:1", "channel:9"], day) is None
    assert await privacy.kept("2") == Kept(questions=2, conversations=1)
    assert sorted(each.times for each in await log.all(QUARTER)) == [1, 1]
