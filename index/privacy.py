"""What is kept of one person that they may have deleted."""

from dataclasses import dataclass

import aiosqlite

from index.database import Database
from index.repositories.askers import pseudonym
from index.repositories.conversations import ConversationRepository
from index.repositories.questions import QuestionRepository
from index.wording import count_text


@dataclass(frozen=True, slots=True)
class Kept:
    """How much is kept of one person, or was."""

    questions: int
    conversations: int

    def __str__(self) -> str:
        questions = count_text(self.questions, "question")
        return f"{questions} and {count_text(self.conversations, 'conversation')}"


class Privacy:
    """The questions and conversations of one store, by person.

    What people changed in the corpus and its action items is no part of it: that is the
    record of how they came to be as they are.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def kept(self, person: str) -> Kept:
        """How much is kept of what this person asked.

        Raises:
            StoreError: the store cannot be read.
        """
        async with self._database.transaction() as connection:
            questions, conversations, asker = await _of(connection, person)
            return Kept(await questions.of(asker), await conversations.of(asker))

    async def delete(self, person: str) -> Kept:
        """Delete what this person asked; how much that was.

        Raises:
            StoreError: the store cannot be written.
        """
        async with self._database.transaction() as connection:
            questions, conversations, asker = await _of(connection, person)
            return Kept(await questions.delete(asker), await conversations.delete(asker))


async def _of(
    connection: aiosqlite.Connection, person: str
) -> tuple[QuestionRepository, ConversationRepository, str]:
    asker = await pseudonym(connection, person)
    return QuestionRepository(connection), ConversationRepository(connection), asker
