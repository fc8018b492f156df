"""The search cluster that tests may use, and engines over token lists in it."""

import asyncio
import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext

import pytest

from index.engine import Engine
from index.opensearch.address import Address, parse_address
from index.opensearch.contents import fingerprint
from index.opensearch.service import open_service
from index.ranking.bm25 import BM25Engine

URLS = os.environ.get("OPENSEARCH_URL", "")  # read at collection: tests run without it


def cluster_address() -> Address:
    """The cluster's; skips the test where there is none."""
    if not URLS:
        pytest.skip("OPENSEARCH_URL names no search cluster; .ci/run starts one.")
    return parse_address(URLS)


def new_alias() -> str:
    """A corpus of its own, also among tests that run at the same time."""
    return f"test-{secrets.token_hex(6)}"


@contextmanager
def engine_in(address: Address, alias: str, local: BM25Engine) -> Iterator[Engine]:
    """An engine of a process that may publish."""
    with asyncio.Runner() as runner:
        context = open_service(address, alias, lambda: nullcontext(True))
        service = runner.run(context.__aenter__())
        try:
            yield runner.run(service.engine(local))
        finally:
            runner.run(context.__aexit__(None, None, None))


@contextmanager
def engines_in_cluster() -> Iterator[Callable[[Sequence[Sequence[str]]], Engine]]:
    """Makes engines that rank in the cluster, where each corpus stays for the tests to come."""
    address = cluster_address()
    with ExitStack() as stack:

        def make(corpus: Sequence[Sequence[str]]) -> Engine:
            local = BM25Engine(corpus)
            alias = f"test-{fingerprint(local.postings)}"
            return stack.enter_context(engine_in(address, alias, local))

        yield make
