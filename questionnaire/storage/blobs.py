"""Blobs: files known by their owner and their SHA-256, written once, never shared between owners."""

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256 as hash_of
from pathlib import Path
from typing import Protocol

from questionnaire.storage.errors import BlobConflict, BlobDamaged, BlobMissing

_OWNER = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file as it lies on the disk: ``size`` in bytes, ``at`` is when it was written."""

    owner: str
    sha256: str
    size: int
    at: datetime

    @property
    def name(self) -> tuple[str, str]:
        """Its owner and its SHA-256."""
        return self.owner, self.sha256


class Blobs(Protocol):
    """A place for files. An owner is the id of what the file belongs to; another owner never sees it.

    Names that are no ids or hashes raise ValueError.
    """

    def put(self, owner: str, data: bytes) -> str:
        """Keep a file for good, on the disk when this returns, and give its SHA-256; again is harmless."""
        ...

    def get(self, owner: str, sha256: str) -> bytes:
        """A file whose hash was checked; raises BlobMissing or BlobDamaged."""
        ...

    def exists(self, owner: str, sha256: str) -> bool:
        """Whether a file is there; its content is not looked at."""
        ...

    def delete(self, owner: str, sha256: str) -> None:
        """Forget a file; raises BlobMissing."""
        ...

    def list(self, owner: str) -> tuple[str, ...]:
        """The hashes of an owner's files, sorted."""
        ...

    def every(self) -> Iterator[StoredFile]:
        """Every file; each is looked at, none is opened."""
        ...

    def measure(self) -> tuple[int, int]:
        """How many files there are, and how many bytes they have together; each is looked at."""
        ...


class FolderBlobs:
    """Blobs in a folder of a local disk: ``root/ab/abcdef…/<sha256>``, read-only files."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, owner: str, data: bytes) -> str:
        sha256 = hash_of(data).hexdigest()
        target = self._path(owner, sha256)
        self._make(target.parent)
        draft = target.with_name(f".{secrets.token_hex(8)}")
        try:
            _write(draft, data)
            # A link, unlike a rename, refuses to replace what stands there.
            os.link(draft, target)
        except FileExistsError:
            if target.read_bytes() != data:
                raise BlobConflict(f"Un autre contenu est déjà conservé sous {owner}/{sha256}.") from None
        finally:
            draft.unlink(missing_ok=True)
        _sync(target.parent)
        return sha256

    def get(self, owner: str, sha256: str) -> bytes:
        try:
            data = self._path(owner, sha256).read_bytes()
        except FileNotFoundError:
            raise _missing(owner, sha256) from None
        if hash_of(data).hexdigest() != sha256:
            raise BlobDamaged(f"Le fichier {owner}/{sha256} a été modifié depuis son dépôt.")
        return data

    def exists(self, owner: str, sha256: str) -> bool:
        return self._path(owner, sha256).is_file()

    def delete(self, owner: str, sha256: str) -> None:
        path = self._path(owner, sha256)
        try:
            path.unlink()
        except FileNotFoundError:
            raise _missing(owner, sha256) from None
        _sync(path.parent)

    def list(self, owner: str) -> tuple[str, ...]:
        folder = self._folder(owner)
        if not folder.is_dir():
            return ()
        return tuple(sorted(path.name for path in folder.iterdir() if _SHA256.fullmatch(path.name)))

    def every(self) -> Iterator[StoredFile]:
        for path in self._root.glob("*/*/*"):
            if _SHA256.fullmatch(path.name):
                with suppress(FileNotFoundError):  # deleted meanwhile
                    told = path.stat()
                    at = datetime.fromtimestamp(told.st_mtime, UTC)
                    yield StoredFile(path.parent.name, path.name, told.st_size, at)

    def measure(self) -> tuple[int, int]:
        sizes = [each.size for each in self.every()]
        return len(sizes), sum(sizes)

    def _folder(self, owner: str) -> Path:
        if not _OWNER.fullmatch(owner):
            raise ValueError(f"not an owner: {owner!r}")
        return self._root / owner[:2].lower() / owner

    def _path(self, owner: str, sha256: str) -> Path:
        if not _SHA256.fullmatch(sha256):
            raise ValueError(f"not a SHA-256: {sha256!r}")
        return self._folder(owner) / sha256

    def _make(self, folder: Path) -> None:
        """Make a folder so that it survives a power cut: its parent must be on the disk too."""
        if folder.is_dir():
            return
        self._make(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        _sync(folder.parent)


def _write(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o400)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(handle)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _missing(owner: str, sha256: str) -> BlobMissing:
    return BlobMissing(f"Le fichier {owner}/{sha256} n’est pas conservé ici.")
