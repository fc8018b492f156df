"""Random changes of the corpus in any order: nothing that anybody brought or did is lost."""

import asyncio
import shutil
import tempfile
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from corpus.documents import Citation
from corpus.facts import Status
from index.errors import InputError
from index.item_life.statuses import Actor, EventKind
from index.library import Library, open_library
from index.publication import drafts
from index.publication.history import ROLLBACK_DEPTH
from index.publication.staging import AlreadyPublishedError
from index.repositories.generations import Origin
from tests.index.publication.texts import statement

MARIA = Actor("7", "Maria")
PLACES = {
    "perth.txt": ("Perth, Australia", "14 - 15 December 2009"),
    "bali.txt": ("Bali, Indonesia", "9 - 10 March 2011"),
}
AGREED = ("build a secure portal", "train forty officers")

Members = dict[str, tuple[str, Origin]]  # text and origin, by file
FILES = st.sampled_from(sorted(PLACES))
VARIANTS = st.integers(0, 1)


def text_of(file: str, variant: int) -> str:
    return statement(*PLACES[file], "Tonga", f"{AGREED[variant]} near {file.split('.')[0]}")


class Corpus(RuleBasedStateMachine):
    """The store beside a plain model of what it should hold."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder, self.data = Path(tempfile.mkdtemp()), Path(tempfile.mkdtemp())
        self.patches = pytest.MonkeyPatch()
        self.upgrades = 0
        self.texts: dict[str, str] = {}  # of the folder, by file
        self.held: set[str] = set()
        self.generations: list[Members] = []
        self.given: dict[Citation, str] = {}
        self.updated: dict[str, str] = {}

    @property
    def members(self) -> Members:
        return self.generations[-1]

    @initialize(files=st.sets(FILES, min_size=1))
    def start(self, files: set[str]) -> None:
        for file in files:
            self.write(file, 0)
        self.generations.append({f: (text, Origin.FOLDER) for f, text in self.texts.items()})
        self.open()

    def open(self) -> None:
        self.stack = AsyncExitStack()
        opened = self.stack.enter_async_context(open_library(self.data, self.folder))
        self.library: Library = self.loop.run_until_complete(opened)

    @rule(file=FILES, variant=VARIANTS)
    def write(self, file: str, variant: int) -> None:
        self.texts[file] = text_of(file, variant)
        (self.folder / file).write_text(self.texts[file])

    @precondition(lambda self: self.texts)
    @rule(data=st.data())
    def unlink(self, data: st.DataObject) -> None:
        file = data.draw(st.sampled_from(sorted(self.texts)))
        del self.texts[file]
        (self.folder / file).unlink()

    @rule()
    def reindex_again(self) -> None:
        self.reindex()

    @rule()
    def reindex(self) -> None:
        wanted: Members = {
            file: (text, origin)
            for file, (text, origin) in self.members.items()
            if origin is Origin.UPLOAD or (origin is Origin.RESTORED and file not in self.texts)
        }
        for file, text in self.texts.items():
            current = self.members.get(file)
            if current and current[1] is Origin.UPLOAD:
                continue
            if current and (text in self.held or current[0] == text):
                wanted[file] = (current[0], Origin.FOLDER)
            elif text not in self.held:
                wanted[file] = (text, Origin.FOLDER)
        self.loop.run_until_complete(self.library.reindex())
        self.publish(wanted)

    @rule(file=FILES, variant=VARIANTS)
    def add(self, file: str, variant: int) -> None:
        publications, text = self.library.publications, text_of(file, variant)
        staging = self.library.uploads.stage(file, text.encode(), actor=MARIA)
        if text in {known for known, _ in self.members.values()}:
            with pytest.raises(AlreadyPublishedError):
                self.loop.run_until_complete(staging)
            return
        staged = self.loop.run_until_complete(staging)
        self.loop.run_until_complete(publications.publish_staged([staged.id], actor=MARIA))
        self.publish({**self.members, file: (text, Origin.UPLOAD)})

    @precondition(lambda self: self.members)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        file = data.draw(st.sampled_from(sorted(self.members)))
        [found] = [e.id for e in self.library.generation.documents.values() if e.file == file]
        self.loop.run_until_complete(self.library.publications.remove(found, actor=MARIA))
        self.publish({f: each for f, each in self.members.items() if f != file}, taking_out=True)

    @rule(back=st.integers(0, ROLLBACK_DEPTH + 2))
    def roll_back(self, back: int) -> None:
        current = len(self.generations)
        rolling = self.library.publications.rollback(current - back, actor=MARIA)
        if 1 <= back <= ROLLBACK_DEPTH and back < current:
            self.loop.run_until_complete(rolling)
            self.publish(
                {f: self.restored(f, *each) for f, each in self.generations[-back - 1].items()},
                taking_out=True,
            )
        else:
            with pytest.raises(InputError):
                self.loop.run_until_complete(rolling)

    def restored(self, file: str, text: str, origin: Origin) -> tuple[str, Origin]:
        gone = origin is Origin.FOLDER and file not in self.texts
        return text, Origin.RESTORED if gone else origin

    @rule(upgraded=st.booleans())
    def restart(self, upgraded: bool) -> None:
        self.loop.run_until_complete(self.stack.aclose())
        if upgraded:
            self.upgrades += 1
            reader = f"reader {self.upgrades}"
            self.patches.setattr(drafts, "reader_fingerprint", lambda: reader)
            if self.members:
                self.generations.append(self.members)
        self.open()

    def publish(self, wanted: Members, *, taking_out: bool = False) -> None:
        if wanted == self.members and not self.is_outdated():
            return
        if taking_out:
            self.held |= {t for t, origin in self.members.values() if origin is not Origin.UPLOAD}
        self.held -= {text for text, _ in wanted.values()}
        self.generations.append(wanted)

    def is_outdated(self) -> bool:
        """Whether the same members were published again because newer code has read them."""
        return self.library.generation.number > len(self.generations)

    @invariant()
    def store_holds_what_the_model_holds(self) -> None:
        if not self.generations:
            return
        generation = self.library.generation
        assert generation.number == len(self.generations)
        found = {
            each.file: "\n".join(paragraph.text for paragraph in each.paragraphs)
            for each in generation.documents.values()
        }
        assert found.keys() == self.members.keys()
        for file, (text, _) in self.members.items():
            assert text.split("agreed to ")[1].split(".")[0] in found[file]

    @invariant()
    def note_every_citation(self) -> None:
        if self.generations:
            for each in self.library.generation.indexed:
                self.given.setdefault(each.citation, each.paragraph.text)

    def every_citation_ever_given_resolves_to_its_words(self) -> None:
        for citation, text in self.given.items():
            view = self.loop.run_until_complete(self.library.source(citation))
            assert (view.citation, view.text) == (citation, text)

    @invariant()
    def every_status_ever_set_is_there(self) -> None:
        if not self.generations:
            return
        for item in self.library.generation.facts.actions:
            if item.id not in self.updated:
                self.updated[item.id] = f"Seen: {item.text}"
                update = self.library.update_action(
                    item.id, Status.DONE, self.updated[item.id], actor=MARIA
                )
                self.loop.run_until_complete(update)
        for number, note in self.updated.items():
            events = self.library.action_history(number)
            notes = [each.entry.note for each in events if each.entry.kind is EventKind.UPDATE]
            assert notes == [note]

    def teardown(self) -> None:
        if self.generations:
            self.every_citation_ever_given_resolves_to_its_words()
            self.loop.run_until_complete(self.stack.aclose())
        self.loop.close()
        self.patches.undo()
        shutil.rmtree(self.folder)
        shutil.rmtree(self.data)


TestCorpus = Corpus.TestCase
TestCorpus.settings = settings(max_examples=8, stateful_step_count=20)
