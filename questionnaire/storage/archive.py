"""The archive: sealed documents, entered one by one in their organisation's hash-chained register."""

import secrets
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.lifecycle import GENESIS, ArchivedDocument, Link, State, append
from questionnaire.storage import register_lines
from questionnaire.storage.counters import next_number
from questionnaire.storage.errors import AlreadyMade
from questionnaire.storage.register import COUNTER, document_of, entry_hash, register_content
from questionnaire.storage.scope import bound, claim, inside, one
from questionnaire.storage.tables.archive import archived_document, register_entry
from questionnaire.storage.tables.documents import submission

SALT_BYTES = 32
_DOCUMENTS = (
    select(archived_document)
    .where(inside(archived_document))
    .order_by(archived_document.c.archived_at.desc(), archived_document.c.id)
)
_DOCUMENT = _DOCUMENTS.where(archived_document.c.id == bindparam("document"))
_BY_SHA256 = _DOCUMENTS.where(archived_document.c.sha256 == bindparam("sha256"))
_SIGNED = (
    submission.update()
    .where(submission.c.id == bindparam("archived"), submission.c.state == State.A_SIGNER)
    .values(state=State.SIGNE)
)


def add(session: Session, perimeter: Perimeter, new: ArchivedDocument) -> Link:
    """Archive a document: its row, its register entry and its submission's state, together.

    Raises AlreadyMade when its submission is archived already. Use in ``writing(session, durable=True)``.
    """
    claim(perimeter, new.organisation_id)
    try:
        with session.begin_nested():
            session.execute(archived_document.insert(), _columns(new))
    except IntegrityError as error:
        raise AlreadyMade("Ce document est déjà archivé.") from error
    link = _register(session, perimeter, new)
    session.execute(_SIGNED, {"archived": new.submission_id})
    register_lines.touch(session, new.submission_id)
    return link


def _register(session: Session, perimeter: Perimeter, new: ArchivedDocument) -> Link:
    sequence = next_number(session, perimeter, new.organisation_id, COUNTER)
    previous = entry_hash(session, new.organisation_id, sequence - 1) or GENESIS
    link = append(sequence, previous, secrets.token_hex(SALT_BYTES), register_content(new))
    values = {
        "organisation_id": new.organisation_id,
        "sequence": sequence,
        "document_id": new.id,
        "salt": link.salt,
        "digest": link.digest,
        "previous": link.previous,
        "hash": link.hash,
        "at": new.archived_at,
    }
    session.execute(register_entry.insert(), values)
    return link


def listing(session: Session, perimeter: Perimeter, limit: int = 100, offset: int = 0) -> tuple[ArchivedDocument, ...]:
    """Archived documents, the latest first."""
    rows = session.execute(_DOCUMENTS.limit(limit).offset(offset), bound(perimeter))
    return tuple(map(document_of, rows))


def get(session: Session, perimeter: Perimeter, document_id: str) -> ArchivedDocument:
    """An archived document; its file is the blob ``sha256`` of its submission. Raises NotFound."""
    return document_of(one(session, _DOCUMENT, bound(perimeter, document=document_id)))


def by_sha256(session: Session, perimeter: Perimeter, sha256: str) -> ArchivedDocument | None:
    """The archived document whose file has this hash, if any."""
    row = session.execute(_BY_SHA256, bound(perimeter, sha256=sha256)).first()
    return document_of(row) if row else None


def _columns(new: ArchivedDocument) -> dict[str, Any]:
    return {column.name: getattr(new, column.name) for column in archived_document.c}
