"""The forms of folders that have not changed, compiled once in a process."""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from questionnaire.spec.catalogue import Catalogue

REMEMBERED = 16


def catalogue_of(folders: Iterable[Path | str], shipped: Path | str | None = None) -> Catalogue:
    """What ``Catalogue.read`` gives, compiled again only when a file of the folders has another content."""
    places = tuple(map(Path, folders))
    return _read(places, shipped, tuple(map(_content, places)))


@lru_cache(REMEMBERED)
def _read(folders: tuple[Path, ...], shipped: Path | str | None, _contents: tuple[str, ...]) -> Catalogue:
    return Catalogue.read(folders, shipped)


def _content(folder: Path) -> str:
    """A digest of where a folder is and of all that its files hold: forms, lists, examples."""
    digest = sha256(str(folder.resolve()).encode())
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = _bytes(path)
            digest.update(f"\0{path}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
            digest.update(content)
    return digest.hexdigest()


def _bytes(path: Path) -> bytes:
    """Nothing of a file that cannot be read: reading the catalogue says so."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
