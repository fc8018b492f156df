"""What is stored beside the database serves the next start, or is made again."""

import logging
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from index.analysed.arrays import DamagedError, read_arrays, write_arrays
from index.analysed.corpus import NOTHING
from index.analysed.storing import StoredAnalysis, load_analysed, save_analysed
from index.library import open_library
from tests.index.analysed.corpora import index_texts, told
from tests.index.generations import LAGOON


def stored(folder: Path) -> Path:
    [file] = folder.iterdir()
    return file


def test_loaded_corpus_is_the_one_saved(tmp_path: Path) -> None:
    saved = index_texts(LAGOON)
    save_analysed(tmp_path, saved.corpus)
    loaded = load_analysed(tmp_path)
    assert loaded.stamps == saved.corpus.stamps
    again = index_texts(LAGOON, loaded)
    assert again.corpus is loaded
    assert told(again) == told(saved)


def test_loaded_corpus_can_change(tmp_path: Path) -> None:
    [first, *_] = LAGOON
    save_analysed(tmp_path, index_texts(LAGOON).corpus)
    fewer = {first: LAGOON[first]}
    assert told(index_texts(fewer, load_analysed(tmp_path))) == told(index_texts(fewer))


def test_nothing_is_stored_in_an_empty_or_missing_folder(tmp_path: Path) -> None:
    assert load_analysed(tmp_path) is NOTHING
    assert load_analysed(tmp_path / "missing") is NOTHING


def test_empty_corpus_is_kept(tmp_path: Path) -> None:
    save_analysed(tmp_path, NOTHING)
    assert load_analysed(tmp_path).stamps == ()


@pytest.mark.parametrize("keep", [0, 3, 20, 400, -5])
def test_cut_file_is_made_again(
    tmp_path: Path, keep: int, caplog: pytest.LogCaptureFixture
) -> None:
    save_analysed(tmp_path, index_texts(LAGOON).corpus)
    content = stored(tmp_path).read_bytes()
    stored(tmp_path).write_bytes(content[:keep])
    with caplog.at_level(logging.WARNING):
        assert load_analysed(tmp_path) is NOTHING
    assert "made again" in caplog.text


def test_any_changed_byte_is_noticed(tmp_path: Path) -> None:
    save_analysed(tmp_path, index_texts(LAGOON).corpus)
    content = stored(tmp_path).read_bytes()
    for place in range(0, len(content), len(content) // 40):
        changed = bytes([content[place] ^ 1])
        stored(tmp_path).write_bytes(content[:place] + changed + content[place + 1 :])
        assert load_analysed(tmp_path) is NOTHING


def test_what_other_code_stored_is_removed(tmp_path: Path) -> None:
    (tmp_path / "0123456789abcdef.analysed").write_bytes(b"of another version")
    save_analysed(tmp_path, index_texts(LAGOON).corpus)
    assert stored(tmp_path).read_bytes() != b"of another version"


def test_folder_that_cannot_be_written_costs_only_time(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "index").write_text("a file where the folder should be")
    stored = StoredAnalysis(tmp_path / "index")
    corpus = index_texts(LAGOON).corpus
    with caplog.at_level(logging.WARNING):
        stored.keep(corpus)
    assert stored.last() is corpus
    assert "cannot be stored" in caplog.text


async def test_second_start_takes_what_the_first_stored(data: Path, shipped_corpus: Path) -> None:
    async with open_library(data, shipped_corpus) as library:
        first = library.generation.engine.top(["perth"], 5)
    file = stored(data / "index")
    written = file.stat().st_mtime_ns
    async with open_library(data, shipped_corpus) as library:
        assert library.generation.engine.top(["perth"], 5) == first
    assert stored(data / "index").stat().st_mtime_ns == written


def test_arrays_come_back_as_they_were(tmp_path: Path) -> None:
    arrays: dict[str, NDArray[Any]] = {
        "bytes": np.arange(3, dtype=np.uint8),
        "none": np.empty(0, dtype=np.int64),
        "table": np.arange(6, dtype=np.float32).reshape(2, 3),
    }
    write_arrays(tmp_path / "file", arrays, {"of": ["ü"]})
    read, notes = read_arrays(tmp_path / "file")
    assert notes == {"of": ["ü"]}
    assert read.keys() == arrays.keys()
    assert all(np.array_equal(read[name], arrays[name]) for name in arrays)
    assert all(read[name].dtype == arrays[name].dtype for name in arrays)
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_foreign_file_is_no_arrays(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"SQLite format 3\0" * 50)
    with pytest.raises(DamagedError):
        read_arrays(tmp_path / "file")
