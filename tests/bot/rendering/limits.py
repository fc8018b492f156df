"""Discord's limits on a message, checked on what would be sent.

Source: https://discord.com/developers/docs/resources/message#embed-object-embed-limits and
https://discord.com/developers/docs/components/reference, checked 2026-05-01.
"""

import discord

from bot.rendering.pages import Page


def check_page(page: Page, view: discord.ui.View | None = None) -> None:
    assert len(page.content) <= 2_000
    assert len(page.embeds) <= 10
    assert sum(map(len, page.embeds)) <= 6_000
    for embed in page.embeds:
        _check_embed(embed)
    if view is not None:
        _check_components(view)


def _check_embed(embed: discord.Embed) -> None:
    assert len(embed.title or "") <= 256
    assert len(embed.description or "") <= 4_096
    assert len(embed.footer.text or "") <= 2_048
    assert len(embed.fields) <= 25
    for field in embed.fields:
        assert 1 <= len(field.name or "") <= 256
        assert 1 <= len(field.value or "") <= 1_024
    assert embed.title or embed.description or embed.fields


def _check_components(view: discord.ui.View) -> None:
    rows = view.to_components()
    assert len(rows) <= 5
    buttons = [button for row in rows for button in row["components"]]
    assert all(1 <= len(row["components"]) <= 5 for row in rows)
    assert all(1 <= len(button["label"]) <= 80 for button in buttons)
    ids = [button["custom_id"] for button in buttons]
    assert all(1 <= len(custom_id) <= 100 for custom_id in ids)
    assert len(set(ids)) == len(ids)
