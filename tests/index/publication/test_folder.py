"""Which files of the corpus folder are documents."""

import os
from pathlib import Path

import pytest

from corpus.errors import DocumentError
from corpus.reading import MAX_BYTES
from index.errors import InputError
from index.publication.folder import list_files, read_source


def test_files_of_sub_folders_count_and_hidden_ones_do_not(tmp_path: Path) -> None:
    for name in ("b.txt", "2012/a.txt", ".hidden.txt", ".git/x.txt", "2012/.z"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("words")
    assert list_files(tmp_path) == ("2012/a.txt", "b.txt")


def test_missing_folder_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere"):
        list_files(tmp_path / "nowhere")


def test_link_out_of_the_folder_is_refused_and_one_inside_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "own.txt").write_text("own")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "in.txt").symlink_to(folder / "own.txt")
    with pytest.raises(DocumentError, match="out of the corpus folder"):
        read_source(folder, "out.txt")
    assert read_source(folder, "in.txt").content == b"own"


def test_linked_folders_are_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.txt").write_text("words")
    (folder / "link").symlink_to(tmp_path / "elsewhere")
    assert list_files(folder) == ()


def test_oversized_file_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(DocumentError, match="10 MiB"):
        read_source(tmp_path, "big.txt")


@pytest.mark.parametrize("target", ["nothing.txt", "link.txt"])
def test_link_to_nothing_or_to_itself_is_refused(tmp_path: Path, target: str) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / target)
    with pytest.raises(DocumentError, match="leads nowhere"):
        read_source(tmp_path, "link.txt")


@pytest.mark.parametrize("name", [b"caf\xe9.txt", b"two\nlines.txt"])
def test_name_that_cannot_be_shown_is_refused_by_one_that_can(tmp_path: Path, name: bytes) -> None:
    (tmp_path / os.fsdecode(name)).write_text("words")
    [file] = list_files(tmp_path)
    with pytest.raises(DocumentError) as caught:
        read_source(tmp_path, file)
    assert caught.value.file.isprintable()
    assert str(caught.value).endswith(".")
