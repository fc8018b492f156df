"""Following: what a publish brings for each channel, once, and what is overdue every week."""

import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from hypothesis import given
from hypothesis import strategies as st

from corpus.facts import Status
from index.errors import InputError, NotFoundError
from index.item_life.following import MOST_FOLLOWS, WEEK, Digest, next_digest
from index.item_life.follows import What
from index.item_life.statuses import Actor
from index.library import Library, open_library

MARIA = Actor("1", "Maria")
NOW = datetime(2027, 7, 2, 9, tzinfo=UTC)
LAGOON = Path(__file__).parents[1] / "lagoon"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    shutil.copy(LAGOON / "apia.txt", folder)
    return folder


@pytest_asyncio.fixture
async def library(data: Path, folder: Path) -> AsyncIterator[Library]:
    """The first statement is published; the second is still to come."""
    async with open_library(data, folder) as library:
        yield library


async def follow(library: Library, what: What, name: str, channel: str = "10") -> int:
    follow = await library.following.add(
        library.generation, channel, what, name, actor=MARIA, now=NOW
    )
    return follow.id


async def publish_suva(library: Library, folder: Path) -> list[Digest]:
    shutil.copy(LAGOON / "suva.txt", folder)
    await library.reindex()
    return await library.following.due(library.generation, NOW)


@pytest.mark.parametrize(
    ("what", "name", "expected"),
    [
        (What.DELEGATION, "the Republic of Tonga", "Suva"),
        (What.DELEGATION, "Australia", "Suva"),
        (What.TOPIC, "guidelines on rescue", "Suva"),
        (What.OWNER, "Fiji", "followed up"),
        (What.SERIES, "Senior Officials' Meeting of the Lagoon Process", "reported"),
    ],
)
async def test_a_publish_that_brings_a_match_is_told_with_citations(
    library: Library, folder: Path, what: What, name: str, expected: str
) -> None:
    await follow(library, what, name)
    assert await library.following.due(library.generation, NOW) == []
    [digest] = await publish_suva(library, folder)
    assert not digest.answer.abstained
    assert all(line.sources for line in digest.answer.lines)
    assert any(expected in line.text for line in digest.answer.lines)
    new = {each.citation.document for each in digest.answer.citations}
    assert any(document.endswith("suva") for document in new)


async def test_each_channel_is_told_once_and_only_what_it_follows(
    library: Library, folder: Path
) -> None:
    await follow(library, What.TOPIC, "coast guards", "10")  # stands in the old statement only
    await follow(library, What.DELEGATION, "Tonga", "11")
    digests = {each.channel: each for each in await publish_suva(library, folder)}
    assert digests["10"].answer.abstained
    assert not digests["11"].answer.abstained
    for digest in digests.values():
        await library.following.delivered(digest, NOW)
    assert await library.following.due(library.generation, NOW) == []


async def test_a_paragraph_that_a_revision_kept_is_not_news(library: Library, folder: Path) -> None:
    await follow(library, What.DELEGATION, "Tonga")
    apia = folder / "apia.txt"
    apia.write_text(apia.read_text() + "\nKiribati offered to host the next meeting.\n")
    await library.reindex()
    [digest] = await library.following.due(library.generation, NOW)
    assert digest.answer.abstained


async def test_a_follow_is_found_stopped_and_not_doubled(library: Library) -> None:
    number = await follow(library, What.DELEGATION, "Tonga")
    with pytest.raises(InputError, match="follows delegation “Tonga” already"):
        await follow(library, What.DELEGATION, "Kingdom of Tonga")
    follows, due = await library.following.of("10")
    assert [str(each) for each in follows] == ["delegation: Tonga"]
    assert due is None
    with pytest.raises(NotFoundError):
        await library.following.stop("11", number)
    await library.following.stop("10", number)
    assert (await library.following.of("10"))[0] == ()


@pytest.mark.parametrize(
    ("what", "name"),
    [(What.DELEGATION, "Ruritania"), (What.SERIES, "Choir"), (What.TOPIC, "of the")],
)
async def test_what_nobody_knows_cannot_be_followed(
    library: Library, what: What, name: str
) -> None:
    with pytest.raises(InputError if what is What.TOPIC else NotFoundError):
        await follow(library, what, name)


async def test_a_channel_follows_a_bounded_number_of_things(library: Library) -> None:
    for number in range(MOST_FOLLOWS):
        await follow(library, What.TOPIC, f"boats {number}")
    with pytest.raises(InputError, match="at most"):
        await follow(library, What.TOPIC, "visas")


async def test_what_is_overdue_comes_every_week_until_it_is_switched_off(
    library: Library,
) -> None:
    following = library.following
    await following.want_overdue(library.generation, "10", wanted=True, now=NOW)
    monday = datetime(2027, 7, 5, 8, tzinfo=UTC)
    assert await following.due(library.generation, monday - timedelta(seconds=1)) == []
    [digest] = await following.due(library.generation, monday)
    assert "overdue by 13 years" in digest.answer.lines[0].text
    await following.delivered(digest, monday + timedelta(hours=30))  # the bot was down
    assert await following.due(library.generation, monday + WEEK - timedelta(seconds=1)) == []
    [again] = await following.due(library.generation, monday + WEEK)
    assert again.weekly
    await following.want_overdue(library.generation, "10", wanted=False, now=NOW)
    assert await following.due(library.generation, NOW + WEEK) == []


@given(st.datetimes(timezones=st.just(UTC)).filter(lambda now: now.year < 9999))
def test_the_next_digest_is_on_a_monday_morning_within_a_week(now: datetime) -> None:
    due = next_digest(now)
    assert (due.weekday(), due.hour, due.minute) == (0, 8, 0)
    assert timedelta() < due - now <= WEEK


async def test_another_process_is_noticed(data: Path, folder: Path) -> None:
    async with open_library(data, folder) as bot, open_library(data, folder) as console:
        item = bot.generation.facts.actions[0]
        await console.update_action(item.id, Status.DONE, "told", actor=MARIA)
        assert bot.generation.facts.actions[0] == item
        await bot.refresh()
        assert [each.status for each in bot.generation.facts.actions if each.id == item.id] == [
            Status.DONE
        ]
        await console.undo_action(item.id, actor=MARIA)
        await bot.refresh()
        assert bot.generation.facts.actions[0] == item
        shutil.copy(LAGOON / "suva.txt", folder)
        await console.reindex()
        await bot.refresh()
        assert bot.generation.number == 2
        same = bot.generation
        await bot.refresh()
        assert bot.generation is same
