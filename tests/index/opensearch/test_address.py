"""Addresses of nodes are read in every usual form, and a password is never shown."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.opensearch.address import AddressError, Node, parse_address

SECRET = "pa:ss@wörd"
QUOTED = "pa%3Ass%40w%C3%B6rd"


def test_several_nodes_are_separated_by_commas() -> None:
    address = parse_address("http://a:9201/, https://b.example/search , http://[::1],")
    assert address.nodes == (
        Node("a", 9201, "", secure=False),
        Node("b.example", 443, "search", secure=True),
        Node("::1", 9200, "", secure=False),
    )


def test_the_user_stands_in_variables_or_in_the_address() -> None:
    written = parse_address(f"https://bot:{QUOTED}@a, https://b")
    assert (written.user, written.password) == ("bot", SECRET)
    assert all(SECRET not in str(node) for node in written.nodes)
    given_apart = parse_address(f"https://other:{QUOTED}@a", "bot", "word")
    assert (given_apart.user, given_apart.password) == ("bot", "word")


def test_a_password_is_not_printed_with_the_address() -> None:
    address = parse_address(f"https://bot:{QUOTED}@a")
    assert SECRET not in repr(address)
    assert QUOTED not in repr(address)


@pytest.mark.parametrize(
    "urls",
    [
        "", " , ", "localhost", "ftp://bot:secret@a", "http://", "http://bot:secret@",
        "http://bot:secret@a:port", "http://bot:secret@a:99999", "http://bot:secret@[a",
        "http://one:secret@a,http://two:secret@b",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_without_showing_it(urls: str) -> None:
    with pytest.raises(AddressError) as caught:
        parse_address(urls)
    assert "OPENSEARCH_URL" in str(caught.value)
    assert "secret" not in str(caught.value)


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    try:
        address = parse_address(text)
    except AddressError:
        return
    assert address.nodes


def test_a_missing_file_of_certificates_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AddressError, match="OPENSEARCH_CA"):
        parse_address("https://a", authority=tmp_path / "none.pem")
