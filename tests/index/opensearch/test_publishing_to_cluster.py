"""A publish swaps the alias in one operation, keeps what still serves, and cleans up the rest."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import nullcontext

import pytest
import pytest_asyncio

from index.engine import Engine, Hit
from index.opensearch.cluster import Cluster, ClusterError
from index.opensearch.filling import fill, make_index
from index.opensearch.searching import Formula
from index.opensearch.service import open_service
from index.ranking.bm25 import BM25Engine
from index.standing_in import listening
from tests.cluster import cluster_address, new_alias

pytestmark = pytest.mark.xdist_group("cluster")

SECONDS = 20
FORMULA = Formula(1.5, 0.75, 1.0)


def corpus_of(generation: int) -> list[list[str]]:
    """The paragraph that holds "visa" alone has another number in each generation."""
    return [["visa"] if number == generation else ["fee", "visa"] for number in range(6)]


@pytest_asyncio.fixture
async def cluster() -> AsyncIterator[Cluster]:
    cluster = Cluster(cluster_address())
    yield cluster
    await cluster.close()


async def indices_of(cluster: Cluster, pattern: str) -> set[str]:
    return set(await cluster.request("GET", f"/{pattern}/_settings", seconds=SECONDS))


async def alias_of(cluster: Cluster, alias: str) -> set[str]:
    return set(await cluster.request("GET", f"/_alias/{alias}", seconds=SECONDS))


async def ranked(engine: Engine, notes: list[str]) -> list[Hit]:
    def rank() -> list[Hit]:
        with listening() as heard:
            hits = engine.top(["visa"], 1)
        notes.extend(heard)
        return hits

    return await asyncio.to_thread(rank)


async def test_queries_never_see_half_a_publish(cluster: Cluster) -> None:
    alias, notes = new_alias(), list[str]()
    async with open_service(cluster_address(), alias, lambda: nullcontext(True)) as service:
        serving = await service.engine(BM25Engine(corpus_of(0)))
        for generation in (1, 2):
            publishing = asyncio.create_task(service.engine(BM25Engine(corpus_of(generation))))
            while not publishing.done():
                assert len(await alias_of(cluster, alias)) == 1
                [hit] = await ranked(serving, notes)
                assert hit.number == generation - 1
            before, serving = serving, await publishing
            [old], [new] = await ranked(before, notes), await ranked(serving, notes)
            assert (old.number, new.number) == (generation - 1, generation)
        assert len(await indices_of(cluster, f"{alias}-*")) == 2
    assert notes == []


async def test_what_a_crash_left_is_removed_by_the_next_publish(cluster: Cluster) -> None:
    alias = new_alias()
    await make_index(cluster, f"{alias}-orphan", {})
    await make_index(cluster, f"{alias}-new", {})  # half of it
    await fill(cluster, alias, f"{alias}-new", [["visa"], []], FORMULA)
    assert await indices_of(cluster, f"{alias}-*") == {f"{alias}-new"}
    assert await alias_of(cluster, alias) == {f"{alias}-new"}
    counted = await cluster.request("GET", f"/{alias}/_count", seconds=SECONDS)
    assert counted["count"] == 2


async def test_an_index_asked_for_twice_is_made_once_and_a_wrong_one_is_refused(
    cluster: Cluster,
) -> None:
    name = f"{new_alias()}-twice"
    for _ in range(2):
        await make_index(cluster, name, {})
    assert await indices_of(cluster, f"{name}*") == {name}
    with pytest.raises(ClusterError):
        await make_index(cluster, f"{name}-wrong", {"nonsense": {}})


async def test_other_corpora_in_the_same_cluster_stay(cluster: Cluster) -> None:
    aliases = [new_alias(), new_alias()]
    for alias in aliases:
        await fill(cluster, alias, f"{alias}-one", [["visa"]], FORMULA)
    for alias in aliases:
        assert await alias_of(cluster, alias) == {f"{alias}-one"}


async def test_the_same_paragraphs_are_not_sent_again(cluster: Cluster) -> None:
    alias = new_alias()
    made = []
    for _ in range(2):
        async with open_service(cluster_address(), alias, lambda: nullcontext(True)) as service:
            await service.engine(BM25Engine(corpus_of(0)))
        [name] = await indices_of(cluster, f"{alias}-*")
        settings = await cluster.request("GET", f"/{name}/_settings", seconds=SECONDS)
        made.append(settings[name]["settings"]["index"]["creation_date"])
    assert made[0] == made[1]


async def test_a_process_that_may_not_publish_waits_for_the_one_that_does(
    cluster: Cluster,
) -> None:
    alias, notes = new_alias(), list[str]()
    async with open_service(cluster_address(), alias, lambda: nullcontext(False)) as service:
        engine = await service.engine(BM25Engine(corpus_of(0)))
        [hit] = await ranked(engine, notes)
    assert hit.number == 0
    assert len(notes) == 1
    assert await indices_of(cluster, f"{alias}-*") == set()
