"""A small real client that does one of everything, to try the loopback with."""

import io
from typing import Any

import discord
from discord import app_commands


class Probe(discord.Client):
    """Registers a few commands; `resumes` counts what discord.py says it resumed."""

    def __init__(
        self,
        *,
        intents: discord.Intents | None = None,
        allowed_mentions: discord.AllowedMentions | None = None,
    ) -> None:
        super().__init__(
            intents=intents or discord.Intents.default(),
            allowed_mentions=allowed_mentions or discord.AllowedMentions.none(),
            max_messages=None,
        )
        self.tree = app_commands.CommandTree(self)
        self.resumes = 0
        self.heard: list[str] = []

    async def setup_hook(self) -> None:
        """Register everything, buttons that survive a restart included."""
        commands: tuple[Any, ...] = (ask, show, find, trip, update, actions, quote)
        for command in commands:
            self.tree.add_command(command)
        self.add_view(Source())
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Do not wait five seconds before a second IDENTIFY."""

    async def on_resumed(self) -> None:
        """Count it."""
        self.resumes += 1

    async def on_message(self, message: discord.Message) -> None:
        """Answer a mention; open a thread when asked to."""
        assert self.user is not None
        self.heard.append(message.content)
        if message.author == self.user or self.user not in message.mentions:
            return
        if "thread" in message.content:
            thread = await message.create_thread(name="Follow-up")
            await thread.send("Here.")
            return
        async with message.channel.typing():
            await message.reply(f"You said: {message.content.split(maxsplit=1)[1]}")


class Source(discord.ui.View):
    """A button that works after a restart, and a select."""

    def __init__(self) -> None:
        super().__init__(timeout=None)

    @discord.ui.button(label="¶7", custom_id="source:7")
    async def show(self, interaction: Any, _: discord.ui.Button["Source"]) -> None:
        """Show the paragraph to the one who asked."""
        await interaction.response.send_message("Paragraph 7", view=Source(), ephemeral=True)

    @discord.ui.button(label="Next", custom_id="page:2")
    async def turn(self, interaction: Any, _: discord.ui.Button["Source"]) -> None:
        """Turn the page in place."""
        await interaction.response.edit_message(content="Page 2")

    @discord.ui.button(label="Slow", custom_id="slow")
    async def slowly(self, interaction: Any, _: discord.ui.Button["Source"]) -> None:
        """Turn the page after a deferred update."""
        await interaction.response.defer()
        await interaction.edit_original_response(content="Page 3")

    @discord.ui.button(label="Note", custom_id="note")
    async def note(self, interaction: Any, _: discord.ui.Button["Source"]) -> None:
        """Ask for a note."""
        await interaction.response.send_modal(Note())

    @discord.ui.select(
        custom_id="choose",
        placeholder="Choose",
        options=[discord.SelectOption(label="One", value="1"), discord.SelectOption(label="Two")],
    )
    async def choose(self, interaction: Any, select: discord.ui.Select["Source"]) -> None:
        """Say what was chosen."""
        await interaction.response.send_message(f"Chosen: {', '.join(select.values)}")


class Note(discord.ui.Modal, title="A note"):
    """One line of text."""

    line: discord.ui.TextInput["Note"] = discord.ui.TextInput(label="Note", custom_id="line")

    async def on_submit(self, interaction: Any) -> None:
        """Say it back."""
        await interaction.response.send_message(f"Noted: {self.line.value}")


@app_commands.command()
async def ask(interaction: discord.Interaction[Any], question: str, private: bool = False) -> None:
    """Answer after a deferral, with a second message."""
    await interaction.response.defer(ephemeral=private)
    await interaction.followup.send(f"Re: {question}")
    await interaction.followup.send("And more.", ephemeral=private)


@app_commands.command()
async def show(interaction: discord.Interaction[Any], who: discord.Member | None = None) -> None:
    """Answer at once, with a view."""
    asked = who or interaction.user
    embed = discord.Embed(title=asked.name, description=str(interaction.permissions.manage_guild))
    await interaction.response.send_message("Page 1", embed=embed, view=Source())


@app_commands.command()
async def find(
    interaction: discord.Interaction[Any], place: app_commands.Range[str, 2, 20]
) -> None:
    """Answer with a file."""
    file = discord.File(io.BytesIO(place.encode()), filename="place.txt")
    await interaction.response.send_message("Attached.", file=file)


@find.autocomplete("place")
async def suggest_places(_: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
    """Suggest what starts with the letters typed."""
    places = ["Perth", "Perak", "Bali"]
    return [app_commands.Choice(name=p, value=p.lower()) for p in places if p.startswith(typed)]


@app_commands.command()
async def trip(interaction: discord.Interaction[Any], file: discord.Attachment) -> None:
    """Read an uploaded file and take the answer back."""
    content = (await file.read()).decode()
    await interaction.response.send_message(f"{file.filename}: {content}")
    await interaction.delete_original_response()


@app_commands.command()
@app_commands.default_permissions(manage_guild=True)
@app_commands.guild_only()
async def update(interaction: discord.Interaction[Any]) -> None:
    """For those who manage the server."""
    await interaction.response.send_message("Updated.")


actions = app_commands.Group(name="actions", description="Action items")


@actions.command(name="list")
@app_commands.choices(status=[app_commands.Choice(name="open", value="open")])
async def list_actions(
    interaction: discord.Interaction[Any], status: app_commands.Choice[str] | None = None
) -> None:
    """List them."""
    await interaction.response.send_message(f"Status: {status.value if status else 'any'}")


@app_commands.context_menu(name="Verify quote")
async def quote(interaction: discord.Interaction[Any], message: discord.Message) -> None:
    """Say the message back."""
    await interaction.response.send_message(f"Quote: {message.content}", ephemeral=True)
