"""Named arrays in one file: written whole or not at all, mapped rather than read."""

import json
import mmap
import os
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

_PREFIX = struct.Struct("<8sI")  # magic, length of the JSON header
_MAGIC = b"RAPARR01"
_CHECKSUM = struct.Struct("<I")  # CRC-32 of all before it, at the end
_ALIGNED = 64  # bytes, a line of the processor's cache
_CHUNK = 1 << 20  # bytes

Arrays = Mapping[str, NDArray[Any]]


class DamagedError(ValueError):
    """A file that is not what `write_arrays` wrote."""


def write_arrays(path: Path, arrays: Arrays, notes: Mapping[str, Any]) -> None:
    """Put arrays, and notes that JSON can hold, in place of the file in one step.

    Raises:
        OSError: it cannot be written; what was there stays.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with temporary.open("wb") as file:
            _write(file, arrays, notes)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def read_arrays(path: Path) -> tuple[dict[str, NDArray[Any]], dict[str, Any]]:
    """Map a file's arrays into memory, read only; and its notes.

    Raises:
        DamagedError: it was cut or changed, or is something else.
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        if not _is_whole(file):
            raise DamagedError(path.name)
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    _, length = _PREFIX.unpack_from(mapped)
    told = json.loads(mapped[_PREFIX.size : _PREFIX.size + length])
    arrays: dict[str, NDArray[Any]] = {}
    place = _PREFIX.size + length
    for name, dtype, *shape in told["arrays"]:
        place += -place % _ALIGNED
        arrays[name] = np.ndarray(shape, dtype, buffer=mapped, offset=place)
        place += arrays[name].nbytes
    return arrays, told["notes"]


def _write(file: IO[bytes], arrays: Arrays, notes: Mapping[str, Any]) -> None:
    shapes = [[name, array.dtype.str, *array.shape] for name, array in arrays.items()]
    header = json.dumps({"arrays": shapes, "notes": notes}).encode()
    parts: list[bytes] = [_PREFIX.pack(_MAGIC, len(header)) + header]
    place = len(parts[0])
    for array in arrays.values():
        gap = -place % _ALIGNED
        parts += [b"\0" * gap, np.ascontiguousarray(array).tobytes()]
        place += gap + array.nbytes
    parts.append(b"\0" * (-place % _ALIGNED))
    checksum = 0
    for part in parts:
        checksum = zlib.crc32(part, checksum)
        file.write(part)
    file.write(_CHECKSUM.pack(checksum))


def _is_whole(file: IO[bytes]) -> bool:
    """Whether the checksum is right; pages that are only checked do not stay in our memory."""
    left = os.fstat(file.fileno()).st_size - _CHECKSUM.size
    if left < _PREFIX.size or file.read(len(_MAGIC)) != _MAGIC:
        return False
    checksum = zlib.crc32(_MAGIC)
    left -= len(_MAGIC)
    while left > 0:
        chunk = file.read(min(left, _CHUNK))
        checksum = zlib.crc32(chunk, checksum)
        left -= len(chunk) or left
    return file.read() == _CHECKSUM.pack(checksum)
