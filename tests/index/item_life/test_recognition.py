"""Action items keep their ids and their histories whatever happens to their documents."""

import asyncio
import shutil
import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import AsyncExitStack, closing
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Self

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from corpus.facts import ActionItem, Status
from index.database import open_database
from index.errors import NotFoundError
from index.finding import find_action
from index.item_life.recognition import Fate
from index.item_life.selecting import ActionOptions, select_actions
from index.item_life.statuses import Actor, EventKind
from index.library import FILE_NAME, Library, open_library
from index.repositories.facts import FactRepository

MARIA = Actor("1", "Maria")

SENTENCES = (
    "Fiji will draft guidelines on rescue at sea by the end of June 2014.",
    "Tonga will host a workshop on passport fraud in Nuku'alofa.",
    "Samoa agreed to translate the training manual into three languages.",
    "Kiribati will send a list of its contact points to the secretariat.",
    "Tuvalu agreed to buy two patrol boats before the next meeting.",
    "Australia offered to lend experts for the review of visa rules.",
    "Members agreed to publish a newsletter every quarter.",
    "Vanuatu will survey the airports that lack document readers.",
    "Nauru agreed to report on the repatriation of stranded workers.",
    "Palau will chair a working group on labour brokers.",
)
HEAD = """Meeting of the Lagoon Experts Group

Location: {place}
Date: {day} March 2014

The Lagoon Experts Group met in {place}, on {day} March 2014.

"""
APIA = HEAD.format(place="Apia, Samoa", day=4)
SUVA = HEAD.format(place="Suva, Fiji", day=20)


def written(head: str, sentences: Sequence[str]) -> str:
    return head + "\n\n".join(sentences) + "\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "apia.txt").write_text(written(APIA, SENTENCES[:4]))
    (folder / "suva.txt").write_text(written(SUVA, SENTENCES[4:7]))
    return folder


def item_with(library: Library, words: str) -> ActionItem:
    [item] = [each for each in library.generation.facts.actions if words in each.text]
    return item


async def close_with_marker(library: Library, words: str) -> str:
    item = item_with(library, words)
    await library.update_action(item.id, Status.DONE, f"about {words}", actor=MARIA)
    return item.id


async def test_an_edited_item_keeps_its_history_and_the_maintainer_is_told(
    data: Path, folder: Path
) -> None:
    async with open_library(data, folder) as library:
        number = await close_with_marker(library, "rescue at sea")
        apia = folder / "apia.txt"
        apia.write_text(apia.read_text().replace("the end of June", "the end of July"))
        result = await library.reindex()
        item = item_with(library, "the end of July")
        assert (item.id, item.status) == (number, Status.DONE)
        [change] = result.items
        assert (change.item, change.fate) == (number, Fate.EDITED)
        assert change.after == item.citation
        told = library.action_history(number)[-1]
        assert told.entry.kind is EventKind.SOURCE
        assert "alike" in told.entry.note
        assert "June" in (await library.source(change.before)).text


async def test_an_item_that_another_owner_takes_over_is_a_new_one(data: Path, folder: Path) -> None:
    async with open_library(data, folder) as library:
        number = await close_with_marker(library, "rescue at sea")
        apia = folder / "apia.txt"
        apia.write_text(apia.read_text().replace("Fiji will draft", "Tonga will draft"))
        await library.reindex()
        item = item_with(library, "rescue at sea")
        assert (item.id != number, item.status) == (True, Status.OPEN)
        [removed] = library.generation.lives.removed
        assert (removed.id, removed.status) == (number, Status.DONE)


async def test_an_older_document_with_the_same_words_takes_no_history(
    data: Path, folder: Path
) -> None:
    """Ids come from the words, and the oldest text used to get the plain one."""
    async with open_library(data, folder) as library:
        number = await close_with_marker(library, "newsletter")
        older = HEAD.format(place="Majuro, Marshall Islands", day=1)
        (folder / "majuro.txt").write_text(written(older, [SENTENCES[6]]))
        await library.reindex()
        one, other = sorted(
            (each for each in library.generation.facts.actions if "newsletter" in each.text),
            key=lambda each: each.id != number,
        )
        assert one.citation.document.endswith("suva")
        assert (one.id, one.status, other.status) == (number, Status.DONE, Status.OPEN)


async def test_of_repeated_sentences_each_keeps_its_own_history(data: Path, folder: Path) -> None:
    repeated = [SENTENCES[6], SENTENCES[7], SENTENCES[6], SENTENCES[8]]
    (folder / "suva.txt").write_text(written(SUVA, repeated))
    async with open_library(data, folder) as library:
        items = [each for each in library.generation.facts.actions if "newsletter" in each.text]
        second = max(items, key=lambda each: each.citation.ordinal)
        await library.update_action(second.id, Status.DROPPED, "the second", actor=MARIA)
        (folder / "suva.txt").write_text(written(SUVA, repeated[1:]))
        await library.reindex()
        left = item_with(library, "newsletter")
        assert (left.id, left.status) == (second.id, Status.DROPPED)


async def test_a_removed_source_leaves_the_item_listed_on_request(data: Path, folder: Path) -> None:
    async with open_library(data, folder) as library:
        number = await close_with_marker(library, "newsletter")
        (folder / "suva.txt").rename(folder.parent / "suva.txt")
        result = await library.reindex()
        assert number in {e.item for e in result.items if e.fate is Fate.REMOVED}
        assert number not in {each.id for each in select_actions(library.generation)}
        listed = select_actions(library.generation, ActionOptions(status="source removed"))
        assert [each.status for each in listed if each.id == number] == [Status.DONE]
        assert find_action(library.generation, number).text == SENTENCES[6]
    async with open_library(data, folder) as library:
        await library.undo_action(number, actor=MARIA)
        assert "source removed" in find_action(library.generation, number).reason
        (folder.parent / "suva.txt").rename(folder / "suva.txt")
        result = await library.reindex()
        assert {e.fate for e in result.items} == {Fate.RETURNED}
        assert item_with(library, "newsletter").id == number


async def test_a_revision_under_another_name_takes_over_the_histories(
    data: Path, folder: Path
) -> None:
    async with open_library(data, folder) as library:
        number = await close_with_marker(library, "newsletter")
        revised = "Revised version\n\n" + written(SUVA, SENTENCES[4:8])
        (folder / "suva-revised.txt").write_text(revised)
        await library.reindex()
        item = item_with(library, "newsletter")
        assert (item.id, item.status) == (number, Status.DONE)
        assert library.generation.documents[item.citation.document].file == "suva-revised.txt"


async def test_conflicts_name_items_by_their_lasting_ids(data: Path, folder: Path) -> None:
    other = SENTENCES[0].replace("June", "July")
    async with open_library(data, folder) as library:
        number = item_with(library, "rescue at sea").id
        report = "Summary by the hosts\n\n" + APIA.split("\n\n")[2] + "\n\n"
        (folder / "report.txt").write_text(written(report, [other, *SENTENCES[7:]]))
        (folder / "apia.txt").write_text(
            (folder / "apia.txt").read_text().replace("guidelines on", "new guidelines on")
        )
        await library.reindex()
        subjects = {each.subject for each in library.generation.facts.conflicts}
        known = {each.id for each in library.generation.facts.actions}
        assert number in known
        named = {each.split()[-1] for each in subjects if each.startswith("Due date of")}
        assert named
        assert named <= known


@dataclass
class Text:
    """A document as it stands in the folder: its head, and its items by their markers."""

    head: str
    items: list[int]


@dataclass
class Papers:
    """A folder of documents whose items are told apart by a marker that edits leave alone."""

    folder: Path
    texts: dict[str, Text] = field(default_factory=dict)
    wording: dict[int, str] = field(default_factory=lambda: dict(enumerate(SENTENCES)))

    def write(self) -> None:
        for path in self.folder.iterdir():
            path.unlink()
        for file, text in self.texts.items():
            words = [self.wording[each] for each in text.items]
            (self.folder / file).write_text(written(text.head, words))

    @classmethod
    def new(cls) -> Self:
        papers = cls(Path(tempfile.mkdtemp()))
        papers.texts = {"apia.txt": Text(APIA, [0, 1, 2, 3]), "suva.txt": Text(SUVA, [4, 5, 6])}
        return papers


def marker_of(text: str) -> int:
    """Which of the sentences this is: edits keep their last words."""
    return next(n for n, each in enumerate(SENTENCES) if " ".join(each.split()[-3:]) in text)


class LivingCorpus(RuleBasedStateMachine):
    """Random edits, moves, splits and removals; every item was closed with its own marker."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.stack = AsyncExitStack()
        self.papers = Papers.new()
        self.markers: dict[str, int] = {}  # by the id that each item was first given
        self.splits = 0

    @initialize()
    def start(self) -> None:
        self.papers.write()
        data = Path(tempfile.mkdtemp())
        self.stack.callback(shutil.rmtree, data)
        self.stack.callback(shutil.rmtree, self.papers.folder)
        opened = open_library(data, self.papers.folder)
        self.library = self.loop.run_until_complete(self.stack.enter_async_context(opened))
        self.note_new_items()

    def publish(self) -> None:
        before = self.stated()
        self.papers.write()
        self.loop.run_until_complete(self.library.reindex())
        after = self.stated()
        assert all(after[marker] == before[marker] for marker in before.keys() & after.keys())
        self.note_new_items()

    def stated(self) -> dict[int, str]:
        return {marker_of(each.text): each.id for each in self.library.generation.facts.actions}

    def note_new_items(self) -> None:
        for marker, number in self.stated().items():
            if number not in self.markers:
                self.markers[number] = marker
                update = self.library.update_action(
                    number, Status.DONE, f"marker {marker}", actor=MARIA
                )
                self.loop.run_until_complete(update)

    @precondition(lambda self: self.papers.texts)
    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        marker = data.draw(st.sampled_from(sorted(self.papers.wording)))
        base = SENTENCES[marker].split()
        at = data.draw(st.integers(5, len(base) - 3))  # behind what makes it an item
        changed = data.draw(st.sampled_from(["also", "swiftly", ""]))
        self.papers.wording[marker] = " ".join([*base[:at], *changed.split(), *base[at:]])
        self.publish()

    @precondition(lambda self: self.papers.texts)
    @rule(data=st.data())
    def move(self, data: st.DataObject) -> None:
        text = self.papers.texts[data.draw(st.sampled_from(sorted(self.papers.texts)))]
        text.items = data.draw(st.permutations(text.items))
        self.publish()

    @precondition(lambda self: any(len(each.items) > 1 for each in self.papers.texts.values()))
    @rule(data=st.data())
    def split(self, data: st.DataObject) -> None:
        long = sorted(f for f, each in self.papers.texts.items() if len(each.items) > 1)
        text = self.papers.texts[data.draw(st.sampled_from(long))]
        at = data.draw(st.integers(1, len(text.items) - 1))
        self.splits += 1
        self.papers.texts[f"part-{self.splits}.txt"] = Text("", text.items[at:])
        text.items = text.items[:at]
        self.publish()

    @rule(extra=st.sampled_from([7, 8, 9]), data=st.data())
    def add(self, extra: int, data: st.DataObject) -> None:
        free = extra not in {each for text in self.papers.texts.values() for each in text.items}
        if free and self.papers.texts:
            text = self.papers.texts[data.draw(st.sampled_from(sorted(self.papers.texts)))]
            text.items = [extra, *text.items]
            self.publish()

    @precondition(lambda self: self.papers.texts)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        del self.papers.texts[data.draw(st.sampled_from(sorted(self.papers.texts)))]
        self.publish()

    @invariant()
    def every_history_is_there_and_belongs_to_its_item(self) -> None:
        if not hasattr(self, "library"):
            return
        generation = self.library.generation
        written = {each for text in self.papers.texts.values() for each in text.items}
        assert self.stated().keys() == written
        for number, marker in self.markers.items():
            item = find_action(generation, number)
            history = self.library.action_history(number)
            said = [each.entry.note for each in history if each.entry.kind is EventKind.UPDATE]
            assert said == [f"marker {marker}"]
            assert (marker_of(item.text), item.status) == (marker, Status.DONE)

    def teardown(self) -> None:
        self.loop.run_until_complete(self.stack.aclose())
        self.loop.close()


def test_no_history_is_lost_or_swapped_by_edits_moves_splits_and_removals() -> None:
    run_state_machine_as_test(
        LivingCorpus, settings=settings(max_examples=8, stateful_step_count=8, deadline=None)
    )


async def test_what_was_never_an_item_is_not_found(data: Path, folder: Path) -> None:
    async with open_library(data, folder) as library:
        with pytest.raises(NotFoundError):
            find_action(library.generation, "A-0000")


async def test_a_store_from_before_ids_were_kept_knows_its_items(data: Path, folder: Path) -> None:
    async with open_library(data, folder) as library:
        facts = library.generation.facts
        before = facts.actions
    async with open_database(data / FILE_NAME) as database, database.transaction() as connection:
        whole = await FactRepository(connection).add(facts)  # as it was kept, not in parts
        await connection.execute("UPDATE generations SET fact_set = ?", (whole,))
    script = (files("index") / "migrations" / "0005_known_items.sql").read_text("utf-8")
    with closing(sqlite3.connect(data / FILE_NAME)) as older:
        older.executescript(f"DELETE FROM known_items; {script[script.index('INSERT INTO') :]}")
    async with open_library(data, folder) as library:
        apia = folder / "apia.txt"
        apia.write_text(apia.read_text().replace("the end of June", "the end of July"))
        result = await library.reindex()
        assert [each.fate for each in result.items] == [Fate.EDITED]
        assert [i.id for i in library.generation.facts.actions] == [i.id for i in before]
