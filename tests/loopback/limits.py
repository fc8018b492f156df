"""What Discord demands of messages, their components, and modals.

Source: Discord's developer documentation, "Message", "Embed Limits" and "Component Reference".
Every function yields a `Problem` for each fault and nothing for a sound body.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from tests.loopback.failures import Json, Problem
from tests.loopback.message import Component, MessageFlag, Upload, components_in

Path = tuple[str | int, ...]

UPLOAD_LIMIT_BYTES = 10 * 1024 * 1024

_LINK, _PREMIUM = 5, 6  # button styles without a custom id
_SELECTS = (3, 5, 6, 7, 8)


def message_problems(body: Json) -> Iterator[Problem]:
    """Check a message that is created or edited."""
    yield from _length(body, "content", (), 2000)
    embeds = body.get("embeds") or []
    yield from _count(embeds, ("embeds",), 10)
    for index, embed in enumerate(embeds):
        yield from _embed(embed, ("embeds", index))
    size = sum(_embed_characters(embed) for embed in embeds)
    if size > 6000:
        message = f"{size} characters in all embeds, 6000 allowed"
        yield Problem(("embeds",), "MAX_EMBED_SIZE_EXCEEDED", message)
    components = body.get("components") or []
    if MessageFlag.COMPONENTS_V2 in MessageFlag(body.get("flags") or 0):
        yield from _layout(body, components)
    else:
        yield from _rows(components)
    yield from _custom_ids(components)


def upload_problems(uploads: Sequence[Upload]) -> Iterator[Problem]:
    """Check the files of one request."""
    yield from _count(uploads, ("files",), 10)
    for index, upload in enumerate(uploads):
        size = len(upload.content)
        if size > UPLOAD_LIMIT_BYTES:
            message = f"{upload.filename} has {size} bytes, {UPLOAD_LIMIT_BYTES} allowed"
            yield Problem(("files", index), "REQUEST_ENTITY_TOO_LARGE", message)


def modal_problems(modal: Json) -> Iterator[Problem]:
    """Check a modal."""
    yield from _length(modal, "title", (), 45, least=1)
    yield from _length(modal, "custom_id", (), 100, least=1)
    components = modal.get("components") or []
    if not 1 <= len(components) <= 5:
        yield Problem(("components",), "BASE_TYPE_BAD_LENGTH", "a modal has 1 to 5 components")
    yield from _custom_ids(components)
    for part in components_in(components):
        if part["type"] == Component.TEXT_INPUT:
            yield from _length(part, "custom_id", ("components",), 100, least=1)
            yield from _length(part, "label", ("components",), 45)
            yield from _length(part, "placeholder", ("components",), 100)
            yield from _length(part, "value", ("components",), 4000)


def _embed(embed: Json, path: Path) -> Iterator[Problem]:
    yield from _length(embed, "title", path, 256)
    yield from _length(embed, "description", path, 4096)
    yield from _length(embed.get("footer") or {}, "text", (*path, "footer"), 2048)
    yield from _length(embed.get("author") or {}, "name", (*path, "author"), 256)
    fields = embed.get("fields") or []
    yield from _count(fields, (*path, "fields"), 25)
    for index, entry in enumerate(fields):
        yield from _length(entry, "name", (*path, "fields", index), 256, least=1)
        yield from _length(entry, "value", (*path, "fields", index), 1024, least=1)


def _embed_characters(embed: Json) -> int:
    fields = embed.get("fields") or []
    texts: list[Any] = [embed.get("title"), embed.get("description")]
    texts += [(embed.get("footer") or {}).get("text"), (embed.get("author") or {}).get("name")]
    texts += [entry.get(key) for entry in fields for key in ("name", "value")]
    return sum(len(text or "") for text in texts)


def _rows(components: Sequence[Json]) -> Iterator[Problem]:
    yield from _count(components, ("components",), 5)
    for index, row in enumerate(components):
        path = ("components", index)
        if row["type"] != Component.ACTION_ROW:
            yield Problem(path, "UNION_TYPE_CHOICES", "only action rows stand here")
            continue
        yield from _row(row, path)


def _row(row: Json, path: Path) -> Iterator[Problem]:
    parts = row.get("components") or []
    path = (*path, "components")
    selects = [part for part in parts if part["type"] in _SELECTS]
    if not 1 <= len(parts) <= 5 or (selects and len(parts) > 1):
        yield Problem(path, "BASE_TYPE_BAD_LENGTH", "a row holds 1 to 5 buttons or one select")
    for index, part in enumerate(parts):
        yield from _control(part, (*path, index))


def _layout(body: Json, components: Sequence[Json]) -> Iterator[Problem]:
    if body.get("content") or body.get("embeds"):
        yield Problem(("content",), "COMPONENTS_V2", "a layout has neither content nor embeds")
    parts = list(components_in(components))
    yield from _count(parts, ("components",), 40)
    texts = [part["content"] for part in parts if part["type"] == Component.TEXT_DISPLAY]
    size = sum(map(len, texts))
    if size > 4000 or not all(texts):
        message = f"{size} characters in {len(texts)} texts; 1 to 4000 in all allowed"
        yield Problem(("components",), "BASE_TYPE_BAD_LENGTH", message)
    for index, part in enumerate(parts):
        if part["type"] == Component.ACTION_ROW:
            yield from _row(part, ("components", index))
        elif isinstance(part.get("accessory"), dict):
            yield from _control(part["accessory"], ("components", index, "accessory"))


def _control(part: Json, path: Path) -> Iterator[Problem]:
    if part["type"] == Component.BUTTON:
        yield from _button(part, path)
    elif part["type"] in _SELECTS:
        yield from _length(part, "custom_id", path, 100, least=1)
        yield from _length(part, "placeholder", path, 150)
        if part["type"] == Component.STRING_SELECT:
            yield from _select_options(part, path)


def _button(part: Json, path: Path) -> Iterator[Problem]:
    yield from _length(part, "label", path, 80)
    if not part.get("label") and not part.get("emoji") and part["style"] != _PREMIUM:
        yield Problem(path, "BUTTON_COMPONENT_INVALID", "a button needs a label or an emoji")
    if part["style"] == _LINK:
        yield from _length(part, "url", path, 512, least=1)
    elif part["style"] != _PREMIUM:
        yield from _length(part, "custom_id", path, 100, least=1)


def _select_options(part: Json, path: Path) -> Iterator[Problem]:
    options = part.get("options") or []
    path = (*path, "options")
    if not 1 <= len(options) <= 25:
        yield Problem(path, "BASE_TYPE_BAD_LENGTH", f"{len(options)} options; 1 to 25 allowed")
    for index, option in enumerate(options):
        yield from _length(option, "label", (*path, index), 100, least=1)
        yield from _length(option, "value", (*path, index), 100, least=1)
        yield from _length(option, "description", (*path, index), 100)
    yield from _repeated([option.get("value") for option in options], path)


def _custom_ids(components: Sequence[Json]) -> Iterator[Problem]:
    ids = [part["custom_id"] for part in components_in(components) if part.get("custom_id")]
    yield from _repeated(ids, ("components",))


def _repeated(values: Sequence[object], path: Path) -> Iterator[Problem]:
    for value, count in Counter(values).items():
        if count > 1:
            code = "COMPONENT_CUSTOM_ID_DUPLICATED"
            yield Problem(path, code, f"{value!r} stands {count} times")


def _count(values: Sequence[object], path: Path, most: int) -> Iterator[Problem]:
    if len(values) > most:
        message = f"Must be {most} or fewer in length; these are {len(values)}."
        yield Problem(path, "BASE_TYPE_MAX_LENGTH", message)


def _length(holder: Json, key: str, path: Path, most: int, least: int = 0) -> Iterator[Problem]:
    text = holder.get(key) or ""
    if len(text) > most:
        message = f"Must be {most} or fewer in length; this is {len(text)}."
        yield Problem((*path, key), "BASE_TYPE_MAX_LENGTH", message)
    elif len(text.strip()) < least:
        yield Problem((*path, key), "BASE_TYPE_REQUIRED", "This field is required")
