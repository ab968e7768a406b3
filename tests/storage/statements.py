"""The SQL statements that a piece of code sends."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

from questionnaire.storage.prepared import WATCHERS


@contextmanager
def counted(engine: Engine) -> Iterator[list[str]]:
    """The statements sent inside, one entry each (a bulk insert is one)."""
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        sent.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    WATCHERS.add(sent.append)
    try:
        yield sent
    finally:
        WATCHERS.remove(sent.append)
        event.remove(engine, "before_cursor_execute", note)
