"""Blank copies of forms: asked for, found waiting, told where they are kept."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256 as sha256_of

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.scope import bound, claim, inside, touched
from questionnaire.storage.tables.blanks import blank
from questionnaire.storage.upsert import insert


@dataclass(frozen=True, slots=True)
class Blank:
    """Which copy: the organisation, the digest of the version, the organisation's phrases as JSON text."""

    organisation_id: str
    digest: str
    settings: str

    @property
    def words(self) -> str:
        """The digest of the phrases: others call for another copy."""
        return sha256_of(self.settings.encode()).hexdigest()


_IS = (
    (blank.c.organisation_id == bindparam("organisation"))
    & (blank.c.digest == bindparam("version"))
    & (blank.c.words == bindparam("said"))
)
_KEPT = select(blank.c.sha256).where(_IS, inside(blank))
_WAITING = select(blank).where(blank.c.sha256.is_(None), inside(blank)).order_by(blank.c.asked_at).limit(1)
_MADE = blank.update().where(_IS, inside(blank)).values(sha256=bindparam("kept"))


def ask(session: Session, perimeter: Perimeter, copy: Blank, at: datetime) -> None:
    """Ask for a copy; again is harmless."""
    claim(perimeter, copy.organisation_id)
    statement = insert(session, blank).values(
        organisation_id=copy.organisation_id, digest=copy.digest, words=copy.words, settings=copy.settings, asked_at=at
    )
    session.execute(statement.on_conflict_do_nothing())


def kept(session: Session, perimeter: Perimeter, copy: Blank) -> str | None:
    """The SHA-256 of a copy, None while it was not drawn."""
    sha256: str | None = session.execute(_KEPT, bound(perimeter, **_named(copy))).scalar_one_or_none()
    return sha256


def waiting(session: Session, perimeter: Perimeter) -> Blank | None:
    """The copy that has waited longest, if any does."""
    row = session.execute(_WAITING, bound(perimeter)).one_or_none()
    return Blank(row.organisation_id, row.digest, row.settings) if row else None


def made(session: Session, perimeter: Perimeter, copy: Blank, sha256: str) -> bool:
    """Tell that a copy was drawn and is kept; whether it had been asked for."""
    return touched(session, _MADE, bound(perimeter, **_named(copy), kept=sha256))


def _named(copy: Blank) -> dict[str, str]:
    return {"organisation": copy.organisation_id, "version": copy.digest, "said": copy.words}
