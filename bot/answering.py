"""One turn of a conversation: what was understood is carried out, told, and remembered."""

from dataclasses import dataclass, replace

from bot.requests import Request
from index.answers import Answer
from index.conversing.conversation import follow, offered
from index.conversing.turns import Context, Understood
from index.generation import Generation


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer inside a conversation.

    Attributes:
        request: what was carried out, complete by itself.
        answer: it, with what the request was taken from.
        context: what the conversation is about from now on.
        choices: other meetings that may have been meant: labels and ids.
    """

    request: Request
    answer: Answer
    context: Context
    choices: tuple[tuple[str, str], ...]


def carry_out(generation: Generation, context: Context, understood: Understood) -> Answered:
    """Answer what was understood; CPU only.

    Raises:
        RapporteurError: it is refused.
    """
    request = Request.of(understood.command, **understood.options)
    answer = request.answer(generation)
    return Answered(
        request=request,
        answer=replace(answer, understood=understood.note(answer)),
        context=follow(generation, context, understood, answer),
        choices=offered(generation, understood, answer),
    )
