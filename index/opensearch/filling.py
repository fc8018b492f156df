"""Putting paragraphs into a cluster: one index a state of the corpus, one alias for the latest."""

import asyncio
import json
import logging
import random
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice

from index.opensearch.cluster import MISSING, OVERLOADED, Cluster, ClusterError, Json
from index.opensearch.searching import Formula
from index.opensearch.words import text_of

_log = logging.getLogger(__name__)

_SECONDS = 30.0  # for one operation
_COPY_SECONDS = 30
_CHUNK = 1_000  # paragraphs sent at once
_SHARD = 500_000  # paragraphs; more take another shard
_FIRST_PAUSE = 0.5  # seconds; doubled for each time that the cluster has too much to do
_LONGEST_PAUSE = 20.0
_ATTEMPTS = 10
_EXISTS = "resource_already_exists_exception"
_AGAIN_ON = frozenset({OVERLOADED, 503})
_STORED = frozenset({201, 409})  # made now, or by an attempt whose answer was lost


async def is_filled(cluster: Cluster, alias: str, name: str, seconds: float) -> bool:
    """Whether an index is whole: the alias leads to no other.

    Raises:
        ClusterError: the cluster is away or refuses.
    """
    return name in await _indices_of(cluster, alias, seconds)


async def fill(
    cluster: Cluster,
    alias: str,
    name: str,
    paragraphs: Iterable[Sequence[str]],
    formula: Formula,
) -> None:
    """Make the index `name` from the terms of all paragraphs, whole, and let the alias lead there.

    The alias changes in one operation, from its old index, which is kept for queries that are
    under way and for processes that still serve what it holds. Those before it are removed,
    also one that a crash left unfinished.

    Raises:
        ClusterError: the cluster is away or refuses; the alias still leads where it led.
    """
    texts = await asyncio.to_thread(lambda: [text_of(terms) for terms in paragraphs])
    await _remove(cluster, [name])
    await make_index(cluster, name, _definition(len(texts), formula))
    for chunk in _chunks(enumerate(texts), _CHUNK):
        await _store(cluster, name, chunk)
    await _complete(cluster, name, len(texts))
    before = await _indices_of(cluster, alias, _SECONDS)
    await _swap(cluster, alias, before, name)
    await _remove_others(cluster, alias, {name, *before})
    _log.info("The search cluster holds %s paragraphs as %s", len(texts), name)


async def make_index(cluster: Cluster, name: str, definition: Json) -> None:
    """Make an index of a name that none has; where an answer is lost, the request comes twice."""
    try:
        await cluster.request("PUT", f"/{name}", definition, seconds=_SECONDS)
    except ClusterError as error:
        if _EXISTS not in str(error):
            raise


async def _complete(cluster: Cluster, name: str, paragraphs: int) -> None:
    """Write all of an index to disk, make it visible, and copy it to a second node."""
    await cluster.request("POST", f"/{name}/_flush", seconds=_SECONDS)
    await cluster.request("POST", f"/{name}/_refresh", seconds=_SECONDS)
    counted = (await cluster.request("GET", f"/{name}/_count", seconds=_SECONDS)).get("count")
    if counted != paragraphs:
        raise ClusterError(f"The search cluster kept {counted} of {paragraphs} paragraphs.")
    copies = {"index": {"auto_expand_replicas": "0-1"}}  # none where there is one node
    await cluster.request("PUT", f"/{name}/_settings", copies, seconds=_SECONDS)
    wanted = {"wait_for_status": "green", "timeout": f"{_COPY_SECONDS}s"}
    with suppress(ClusterError):  # 408: the copy is still under way, and the first will do
        health = f"/_cluster/health/{name}"
        await cluster.request("GET", health, seconds=3 * _COPY_SECONDS, **wanted)


def _definition(paragraphs: int, formula: Formula) -> Json:
    return {
        "settings": {
            "number_of_shards": 1 + paragraphs // _SHARD,
            "number_of_replicas": 0,  # until it is whole: a copy of files is cheaper
            "refresh_interval": -1,  # it never changes once it is served
            "translog": {"durability": "async"},  # a crash leaves nothing that is served
            "similarity": {"ours": {"type": "BM25", "k1": formula.k1, "b": formula.b}},
        },
        "mappings": {
            "dynamic": "strict",
            "_source": {"enabled": False},
            "properties": {
                "number": {"type": "integer"},
                "words": {
                    "type": "text",
                    "analyzer": "whitespace",
                    "similarity": "ours",
                    "index_options": "freqs",
                    "store": True,
                },
            },
        },
    }


def _chunks(texts: Iterable[tuple[int, str]], size: int) -> Iterator[dict[int, str]]:
    remaining = iter(texts)
    while chunk := dict(islice(remaining, size)):
        yield chunk


async def _store(cluster: Cluster, name: str, texts: dict[int, str]) -> None:
    """Store paragraphs by number; what the cluster is too busy for is sent again, later."""
    for attempt in range(_ATTEMPTS):
        try:
            texts = await _send(cluster, name, texts)
        except ClusterError as error:
            if error.status not in _AGAIN_ON:
                raise
        if not texts:
            return
        pause = min(_LONGEST_PAUSE, _FIRST_PAUSE * 2**attempt)
        await asyncio.sleep(pause * random.uniform(0.5, 1.0))  # not all at once
    raise ClusterError("The search cluster has too much to do.", OVERLOADED)


async def _send(cluster: Cluster, name: str, texts: dict[int, str]) -> dict[int, str]:
    """Send paragraphs once; those that should be sent again."""
    lines = "".join(
        f'{{"create":{{"_id":"{number}"}}}}\n{json.dumps({"number": number, "words": text})}\n'
        for number, text in texts.items()
    )
    answer = await cluster.request("POST", f"/{name}/_bulk", lines, seconds=_SECONDS)
    made = [each["create"] for each in answer.get("items", ())]
    statuses = {int(each["_id"]): each["status"] for each in made}
    failed = {number: status for number, status in statuses.items() if status not in _STORED}
    for status in failed.values():
        if status not in _AGAIN_ON:
            raise ClusterError(f"The search cluster refuses paragraphs ({status}).", status)
    return {number: texts[number] for number in failed}


async def _swap(cluster: Cluster, alias: str, before: Iterable[str], name: str) -> None:
    actions = [{"remove": {"index": each, "alias": alias}} for each in before if each != name]
    actions.append({"add": {"index": name, "alias": alias}})
    await cluster.request("POST", "/_aliases", {"actions": actions}, seconds=_SECONDS)


async def _indices_of(cluster: Cluster, alias: str, seconds: float) -> list[str]:
    try:
        return sorted(await cluster.request("GET", f"/_alias/{alias}", seconds=seconds))
    except ClusterError as error:
        if error.status == MISSING:
            return []
        raise


async def _remove_others(cluster: Cluster, alias: str, kept: set[str]) -> None:
    found = await cluster.request("GET", f"/{alias}-*/_settings", seconds=_SECONDS)
    await _remove(cluster, sorted(found.keys() - kept))


async def _remove(cluster: Cluster, names: Iterable[str]) -> None:
    for name in names:
        try:
            await cluster.request("DELETE", f"/{name}", seconds=_SECONDS)
        except ClusterError as error:
            if error.status != MISSING:
                raise
