"""All that is stored of one person, read at once."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.spec.values import Json
from questionnaire.storage.cipher import Cipher
from questionnaire.storage.kept import place_of
from questionnaire.storage.own_parts import PARTS
from questionnaire.storage.people import email_of
from questionnaire.storage.reserved import opened_content
from questionnaire.storage.scope import bound
from questionnaire.storage.sealing import answer_place, cipher_of
from questionnaire.storage.upheld import opened_reason

Row = Mapping[str, Json]
Opening = Callable[[Cipher, Mapping[str, Any]], str]
OPENED: Mapping[str, tuple[str, Opening]] = {
    "answers": ("value", lambda cipher, row: cipher.open(row["value"], *answer_place(row["dossier"], row["path"]))),
    "answer_changes": (
        "value",
        lambda cipher, row: cipher.open(row["value"], *answer_place(row["dossier"], row["path"])),
    ),
    "reasons": (
        "reason",
        lambda cipher, row: opened_reason(cipher, row["dossier"], row["path"], "", row["reason"])[1],
    ),
    "reserved_answers": (
        "content",
        lambda cipher, row: opened_content(cipher, row["submission_id"], row["path"], row["content"], None)[0],
    ),
    "unsaved_pages": (
        "fields",
        lambda cipher, row: cipher.open(row["fields"], *place_of(row["account_id"], row["dossier"], row["section"])),
    ),
}
"""Parts that may be sealed: the column, and how it is opened; raises KeyMissing or SealBroken."""

HIDDEN = frozenset({"submission_id", "account_id"})
"""Columns that serve to open a seal only."""

JSON_COLUMNS = frozenset({"value", "content", "fields", "details"})
"""Columns that hold JSON text."""


def read(session: Session, perimeter: Perimeter, person_id: str) -> dict[str, tuple[Row, ...]]:
    """The rows of a person by part, each as plain JSON, the oldest first; raises NotFound."""
    address = email_of(session, perimeter, person_id).lower()
    values = bound(perimeter, person=person_id, address=address or "\n")
    return {name: _rows(session, name, values) for name in PARTS}


def _rows(session: Session, name: str, values: Mapping[str, Any]) -> tuple[Row, ...]:
    cipher, opening = cipher_of(session), OPENED.get(name)
    rows = []
    for found in map(dict, session.execute(PARTS[name].statement, values).mappings()):
        if opening and found[opening[0]] is not None:
            found[opening[0]] = opening[1](cipher, found)
        rows.append({column: _plain(column, value) for column, value in found.items() if column not in HIDDEN})
    return tuple(sorted(rows, key=lambda row: json.dumps([row.get("at"), row], sort_keys=True)))


def _plain(column: str, value: object) -> Json:
    """A stored value as JSON has it; moments in UTC."""
    if isinstance(value, datetime):
        aware = value if value.tzinfo else value.replace(tzinfo=UTC)
        return aware.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if column in JSON_COLUMNS and isinstance(value, str):
        decoded: Json = json.loads(value)
        return decoded
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return str(value)
