"""Forms that may be sent off after a restart: their ids hold all that answering them needs.

discord.py answers a form through the object that opened it, which a restart loses. These are
answered by their ids alone, in `Rapporteur.on_interaction`, as buttons are.
"""

import asyncio
import re
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import discord

from bot.tree import reporting
from index.errors import InputError

_Interaction = discord.Interaction[Any]
_PATIENCE_SECONDS = 1.5  # for what opened a form to answer it: Discord waits 3
_FORGOTTEN_SECONDS = 60.0  # after which discord.py forgets a form that it shall not answer


class Form(discord.ui.Modal):
    """A form that is answered by its id.

    `name` says which it is and of what, such as "item:update:A-1B2C"; an id may be used once,
    so the interaction that opens the form completes it.
    """

    def __init__(self, title: str, name: str, opening: _Interaction) -> None:
        super().__init__(
            title=title, custom_id=f"form:{name}:{opening.id}", timeout=_FORGOTTEN_SECONDS
        )


@dataclass(frozen=True, slots=True)
class FormRoute:
    """What answers the forms whose names match: with the match, and the texts by field."""

    name: re.Pattern[str]
    answer: Callable[[_Interaction, re.Match[str], Mapping[str, str]], Coroutine[Any, Any, None]]


async def answer_form(interaction: _Interaction, routes: Sequence[FormRoute]) -> None:
    """Answer a form that was sent off; any other interaction is left alone.

    One that nobody answers, since what opened it is gone, is told so.
    """
    if interaction.type is not discord.InteractionType.modal_submit:
        return
    data: Mapping[str, Any] = dict(interaction.data or {})
    form, _, _ = str(data.get("custom_id", "")).removeprefix("form:").rpartition(":")
    found = ((route, route.name.fullmatch(form)) for route in routes)
    route, match = next((each for each in found if each[1]), (None, None))
    async with reporting(interaction):
        if route and match:
            await route.answer(interaction, match, dict(_texts(data.get("components", ()))))
            return
        await asyncio.sleep(_PATIENCE_SECONDS)
        if not interaction.response.is_done():
            raise InputError("I no longer know that form; please open it again.")


def _texts(components: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """The texts of a form by the ids of their fields, wherever they stand in it."""
    for each in components:
        if "value" in each:
            yield str(each["custom_id"]), str(each["value"])
        yield from _texts(each.get("components", ()))
        yield from _texts([each["component"]] if "component" in each else ())
