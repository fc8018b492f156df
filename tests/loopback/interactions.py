"""REST: answers to interactions, and the messages that follow them."""

import asyncio
from dataclasses import dataclass

from tests.loopback.command_limits import choice_problems
from tests.loopback.exchange import Acknowledgement, Answered, Asked, Exchange
from tests.loopback.failures import Json, RefusalError, Rule, Violations, unknown
from tests.loopback.limits import modal_problems
from tests.loopback.message import Message, MessageFlag
from tests.loopback.posting import Posting
from tests.loopback.rest import Call, Table

_POSTS = {Answered.MESSAGE, Answered.DEFERRED_MESSAGE}
_UPDATES = {Answered.UPDATE, Answered.DEFERRED_UPDATE}
_FITTING = {
    Asked.COMMAND: _POSTS | {Answered.MODAL},
    Asked.COMPONENT: _POSTS | _UPDATES | {Answered.MODAL},
    Asked.AUTOCOMPLETE: {Answered.CHOICES},
    Asked.MODAL: _POSTS | _UPDATES,
}


@dataclass(slots=True)
class Deadlines:
    """How long an interaction waits for its answer, and how long its token lives."""

    acknowledge_seconds: float = 3.0
    token_seconds: float = 900.0


class Interactions:
    """Every exchange by its token, and what a bot may do with it."""

    def __init__(self, posting: Posting, violations: Violations, deadlines: Deadlines) -> None:
        self._posting = posting
        self._violations = violations
        self._deadlines = deadlines
        self._exchanges: dict[str, Exchange] = {}

    def table(self) -> Table:
        """The operations served here."""
        webhook = "/webhooks/{webhook_id}/{webhook_token}"
        return {
            ("POST", "/interactions/{interaction_id}/{interaction_token}/callback"): self._answer,
            ("POST", webhook): self._follow_up,
            ("GET", f"{webhook}/messages/@original"): self._get,
            ("PATCH", f"{webhook}/messages/@original"): self._edit,
            ("DELETE", f"{webhook}/messages/@original"): self._delete,
            ("GET", f"{webhook}/messages/{{message_id}}"): self._get,
            ("PATCH", f"{webhook}/messages/{{message_id}}"): self._edit,
            ("DELETE", f"{webhook}/messages/{{message_id}}"): self._delete,
        }

    def add(self, exchange: Exchange) -> None:
        """Let a bot answer this exchange."""
        self._exchanges[exchange.token] = exchange

    async def _answer(self, call: Call) -> Json | None:
        exchange = self._exchanges.get(call.parameters["interaction_token"])
        if exchange is None or exchange.id != call.id("interaction_id"):
            raise self._violations.refuse(call.where, unknown("interaction", 10062))
        if exchange.acknowledgement is not None:
            refusal = RefusalError(400, 40060, "Interaction has already been acknowledged.")
            raise self._violations.refuse(call.where, refusal)
        seconds = _now() - exchange.sent_at
        if seconds >= self._deadlines.acknowledge_seconds:
            raise self._violations.refuse(call.where, unknown("interaction", 10062))
        answer = Answered(call.body["type"])
        if answer not in _FITTING[exchange.asked]:
            refusal = RefusalError(400, 50035, f"{answer.name} answers no {exchange.asked.name}")
            raise self._violations.refuse(call.where, refusal)
        await self._take(exchange, answer, call)
        exchange.acknowledgement = Acknowledgement(answer, call.body, seconds)
        wanted = call.query.get("with_response") in ("1", "true", "True")
        return _callback_response(exchange, answer) if wanted else None

    async def _take(self, exchange: Exchange, answer: Answered, call: Call) -> None:
        body = call.body.get("data") or {}
        if answer is Answered.MESSAGE:
            exchange.original = await self._posting.create(self._blank(exchange, body), body, call)
        elif answer is Answered.DEFERRED_MESSAGE:
            exchange.original = self._blank(exchange, body)
            exchange.original.flags |= MessageFlag.LOADING
            await self._posting.announce(exchange.original)
        elif answer in _UPDATES:
            exchange.original = self._source(exchange, call)
            if answer is Answered.UPDATE:
                exchange.edits.append(body)
                await self._posting.edit(exchange.original, body, call)
        elif answer is Answered.CHOICES:
            problems = choice_problems(body.get("choices") or [], ("data", "choices"))
            self._violations.enforce(Rule.LIMIT, call.where, problems)
        elif answer is Answered.MODAL:
            self._violations.enforce(Rule.LIMIT, call.where, modal_problems(body))

    def _blank(self, exchange: Exchange, body: Json) -> Message:
        return self._posting.blank(exchange.channel, body, exchange.metadata)

    def _source(self, exchange: Exchange, call: Call) -> Message:
        if exchange.source is None:
            refusal = RefusalError(400, 50035, "Invalid Form Body: there is no message to update")
            raise self._violations.refuse(call.where, refusal)
        return exchange.source

    async def _follow_up(self, call: Call) -> Json:
        exchange = self._found(call)
        original = exchange.original
        if original is not None and original.loading and not original.deleted:
            return await self._revise(exchange, original, call)
        message = self._blank(exchange, call.body)
        exchange.followups.append(await self._posting.create(message, call.body, call))
        return message.payload()

    async def _get(self, call: Call) -> Json:
        return self._message(self._found(call), call).payload()

    async def _edit(self, call: Call) -> Json:
        exchange = self._found(call)
        return await self._revise(exchange, self._message(exchange, call), call)

    async def _revise(self, exchange: Exchange, message: Message, call: Call) -> Json:
        await self._posting.edit(message, call.body, call)
        exchange.edits.append(call.body)
        return message.payload()

    async def _delete(self, call: Call) -> None:
        await self._posting.delete(self._message(self._found(call), call))

    def _found(self, call: Call) -> Exchange:
        exchange = self._exchanges.get(call.parameters["webhook_token"])
        if exchange is None or exchange.acknowledgement is None:
            raise self._violations.refuse(call.where, unknown("Webhook", 10015))
        if _now() - exchange.sent_at >= self._deadlines.token_seconds:
            refusal = RefusalError(401, 50027, "Invalid Webhook Token")
            raise self._violations.refuse(call.where, refusal)
        return exchange

    @staticmethod
    def _message(exchange: Exchange, call: Call) -> Message:
        named = call.parameters.get("message_id")
        posted = [exchange.original, *exchange.followups]
        for message in posted:
            if message is None or message.deleted:
                continue
            if str(message.id) == named or (named is None and message is exchange.original):
                return message
        raise unknown("Message", 10008)


def _now() -> float:
    return asyncio.get_running_loop().time()


def _callback_response(exchange: Exchange, answer: Answered) -> Json:
    interaction: Json = {"id": str(exchange.id), "type": int(exchange.asked)}
    message = exchange.original
    if message is None:
        return {"interaction": interaction}
    interaction |= {
        "response_message_id": str(message.id),
        "response_message_loading": message.loading,
        "response_message_ephemeral": message.ephemeral,
    }
    if answer not in (Answered.MESSAGE, Answered.UPDATE):
        return {"interaction": interaction}
    resource = {"type": int(answer), "message": message.payload()}
    return {"interaction": interaction, "resource": resource}
