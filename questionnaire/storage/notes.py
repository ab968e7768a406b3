"""What is noted of the installation itself, the last of each name; it belongs to no organisation."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from questionnaire.storage.tables.operating import installation_note
from questionnaire.storage.upsert import replacing

Value = str | int | bool | list[str]


@dataclass(frozen=True, slots=True)
class InstallationNote:
    """When something was noted, and what."""

    at: datetime
    facts: Mapping[str, Value]


def write(session: Session, name: str, at: datetime, facts: Mapping[str, Value]) -> None:
    """Note facts under a name, in the place of those noted before."""
    text = json.dumps(facts, ensure_ascii=False, sort_keys=True)
    session.execute(replacing(session, installation_note, "at", "facts").values(name=name, at=at, facts=text))


def read(session: Session) -> dict[str, InstallationNote]:
    """All that is noted, by name."""
    rows = session.execute(select(installation_note))
    return {row.name: InstallationNote(row.at, json.loads(row.facts)) for row in rows}
