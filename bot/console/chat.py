"""`chat`: a conversation in the terminal, with the slash commands and free text."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

import typer
from rich.text import Text

from bot.answering import Answered, carry_out
from bot.console.changes import CHANGES
from bot.console.exporting import export_rows
from bot.console.failures import unexpected
from bot.console.keeping import call_wrong, keep_unanswered
from bot.console.options import Corpus, Data
from bot.console.output import print_rows
from bot.console.prompt import PROMPT, typed_lines
from bot.console.rendering import Row, answer_rows, edition_rows, source_rows
from bot.console.session import Session, opened
from bot.console.slash import EXPORT, HELP, SOURCE, TELLING, WRONG, command_forms, read_command
from bot.help import Topic, find_topic, topics
from corpus.errors import RapporteurError
from index.conversing.conversation import resolve
from index.conversing.turns import Context, Understood
from index.errors import InputError

app = typer.Typer()


@app.command()
def chat(corpus: Corpus = None, data: Data = None) -> None:
    """Hold a conversation: questions in plain English and slash commands; "exit" ends it."""
    converse(corpus, data)


def converse(corpus: Path | None, data: Path | None) -> None:
    """Answer line by line until the input ends; what fails is told and the chat goes on."""
    with opened(corpus, data) as session:
        conversation = Conversation(session)
        if sys.stdin.isatty():
            print_rows(_welcome(session))
        for line in typed_lines(session.data):
            if not sys.stdin.isatty():
                print_rows([Row(Text(PROMPT + line, "bold"))])
            _answer(conversation, line)


class Conversation:
    """Turns lines into replies; remembers what was spoken of, and citations by their numbers."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._last: Answered | None = None
        self._unprinted: Answered | None = None
        self._context = Context()

    def reply(self, line: str) -> Iterator[Row]:
        """What one line gets back.

        Raises:
            RapporteurError: it is refused.
        """
        if not line.startswith("/"):
            return self._ask(line)
        command = read_command(line)
        if command.name == HELP:
            return help_rows(command.options.get("topic", ""))
        if command.name == SOURCE:
            return source_rows(self._session.source(self._citation(command.options["citation"])))
        if command.name == EXPORT:
            return self._export(**command.options)
        if command.name == WRONG:
            return self._call_wrong(command.options.get("why", ""))
        if command.name in TELLING:
            return TELLING[command.name](self._session, **command.options)
        if command.name in CHANGES:
            changed = CHANGES[command.name](self._session, **command.options)
            return self._answer(Understood("actions show", {"item": changed.item.id}))
        return self._answer(Understood(command.name, command.options))

    def printed(self) -> None:
        """The reply was printed: what it could not answer is kept for maintainers."""
        if self._unprinted is not None:
            keep_unanswered(self._session, self._unprinted.request, self._unprinted.answer)
            self._unprinted = None

    def _ask(self, text: str) -> Iterator[Row]:
        return self._answer(resolve(self._session.generation, self._context, text))

    def _answer(self, understood: Understood) -> Iterator[Row]:
        """Answer, and remember what the conversation is about."""
        generation = self._session.generation
        done = carry_out(generation, self._context, understood)
        self._last = self._unprinted = done
        self._context = done.context
        return chain(
            answer_rows(done.answer),
            choice_rows(done.choices),
            edition_rows(generation.edition),
        )

    def _citation(self, text: str) -> str:
        number = text.strip("[]")
        shown = self._last.answer.citations if self._last else ()
        if number.isdecimal() and 1 <= int(number) <= len(shown):
            return str(shown[int(number) - 1].citation)
        return text

    def _export(self, what: str, format: str = "csv", output: str = "") -> Iterator[Row]:  # noqa: A002  # the option's name
        return export_rows(self._session, self._context, what, format, output)

    def _call_wrong(self, why: str) -> Iterator[Row]:
        if self._last is None:
            raise InputError("Ask something first; “/wrong” is about the answer before it.")
        return call_wrong(self._session, self._last.request, self._last.answer, why)


def help_rows(topic: str) -> Iterator[Row]:
    """One task in full; without a topic all tasks by example, and all commands.

    Raises:
        NotFoundError: there is no help on this topic.
    """
    if topic:
        yield from _topic_rows(find_topic(topic))
        return
    for each in topics():
        yield Row(Text(each.task, "bold"))
        yield from (Row(Text(example, "cyan"), 2) for example in each.examples[:1])
    yield Row(Text("All commands", "bold"))
    for form in command_forms().values():
        options = "".join(f" {name}:…" for name in form.options)
        yield Row(Text(f"/{form.name}").append(options, "dim"), 2)
    yield Row(Text("“/source 1” shows what stands around the last answer’s [1]; “exit” ends."))


def _topic_rows(topic: Topic) -> Iterator[Row]:
    yield Row(Text(topic.task, "bold"))
    yield Row(Text(topic.text))
    yield from (Row(Text(example, "cyan"), 2) for example in topic.examples)


def choice_rows(choices: Sequence[tuple[str, str]]) -> Iterator[Row]:
    """Other meetings that may have been meant, by label and id."""
    if choices:
        yield Row(Text("You may also mean:", "dim"))
        yield from (Row(Text(f"{label}  {meeting}", "dim"), 2) for label, meeting in choices)


def _answer(conversation: Conversation, line: str) -> None:
    try:
        rows: Iterable[Row] = list(conversation.reply(line))
    except RapporteurError as error:
        _tell(str(error))
    except Exception as error:  # noqa: BLE001  # one defect must not end the chat
        _tell(unexpected(error))
    else:
        print_rows([*rows, Row(Text())])
        conversation.printed()


def _tell(sentence: str) -> None:
    sys.stdout.flush()
    print(sentence, file=sys.stderr, flush=True)  # noqa: T201


def _welcome(session: Session) -> Iterator[Row]:
    held = f"{len(session.generation.documents)} documents"
    hint = "Ask a question; /help lists the commands, “exit” ends."
    yield Row(Text(f"{held}. {hint}", "dim"))
