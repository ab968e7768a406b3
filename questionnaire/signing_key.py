"""The secret that signs sessions and links: drawn at random, or made once for all the processes of an installation."""

import secrets
from contextlib import suppress
from os import link
from pathlib import Path
from tempfile import NamedTemporaryFile

LEAST = 32
"""Characters of a secret."""


def fresh() -> str:
    """A secret that nobody had before."""
    return secrets.token_hex(LEAST)


def lasting_file(data_dir: Path) -> Path:
    """Where a demonstration keeps its key."""
    return data_dir / "secret_key"


def lasting(data_dir: Path) -> str:
    """The key kept in `data_dir`; the first process that asks makes it, for web workers start together."""
    kept = lasting_file(data_dir)
    with NamedTemporaryFile("w", dir=data_dir, prefix=".secret_key-") as made, suppress(FileExistsError):
        made.write(fresh())
        made.flush()
        link(made.name, kept)
    return kept.read_text()
