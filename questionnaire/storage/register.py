"""The register read back: whether its chain holds and whether each file is still there, unchanged."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Row, Select, bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.lifecycle import ArchivedDocument, Link, canonical_json, verify_chain
from questionnaire.storage.blobs import Blobs
from questionnaire.storage.errors import BlobDamaged, BlobMissing
from questionnaire.storage.records import RegisterFault
from questionnaire.storage.scope import bound, inside
from questionnaire.storage.tables.archive import archived_document, counter, register_entry

COUNTER = "register"
"""The counter that numbers the entries of a register; who draws from it holds the chain until the commit."""

_ENTRIES = (
    select(
        register_entry.c.organisation_id.label("place"),
        register_entry.c.sequence,
        register_entry.c.document_id,
        register_entry.c.salt,
        register_entry.c.digest,
        register_entry.c.previous,
        register_entry.c.hash,
        archived_document,
    )
    .outerjoin(archived_document, archived_document.c.id == register_entry.c.document_id)
    .where(inside(register_entry))
    .order_by(register_entry.c.organisation_id, register_entry.c.sequence)
)
_DRAWN = select(counter.c.organisation_id, counter.c.value).where(inside(counter), counter.c.name == COUNTER)
_UNREGISTERED: Select[Any] = (
    select(archived_document.c.id, archived_document.c.organisation_id)
    .outerjoin(register_entry, register_entry.c.document_id == archived_document.c.id)
    .where(inside(archived_document), register_entry.c.document_id.is_(None))
    .order_by(archived_document.c.id)
)
_HASH = select(register_entry.c.hash).where(
    register_entry.c.organisation_id == bindparam("organisation"),
    register_entry.c.sequence == bindparam("sequence"),
)


def register_content(document: ArchivedDocument) -> str:
    """What an entry's digest covers: all of the document but its projection, which may be made again."""
    return canonical_json(
        {
            "id": document.id,
            "organisation": document.organisation_id,
            "submission": document.submission_id,
            "sha256": document.sha256,
            "size": document.size,
            "form": document.form,
            "title": document.title,
            "reference": document.reference,
            "archived_at": document.archived_at.isoformat(),
        }
    )


def entry_hash(session: Session, organisation_id: str, sequence: int) -> str | None:
    """The hash of one entry of a register."""
    return session.execute(_HASH, {"organisation": organisation_id, "sequence": sequence}).scalar_one_or_none()


def verify_register(session: Session, blobs: Blobs, perimeter: Perimeter) -> tuple[RegisterFault, ...]:
    """Every fault of the registers of a perimeter: the first break of each chain, files missing or altered.

    Reads every file: minutes for a large archive.
    """
    entries = session.execute(_ENTRIES, bound(perimeter)).all()
    drawn = {row.organisation_id: row.value for row in session.execute(_DRAWN, bound(perimeter))}
    faults: list[RegisterFault] = []
    for place, group in groupby(entries, key=attrgetter("place")):
        faults.extend(_chain_faults(place, list(group), drawn.pop(place, 0)))
    faults.extend(_cut(place, 1) for place, value in drawn.items() if value)
    faults.extend(map(_unregistered, session.execute(_UNREGISTERED, bound(perimeter))))
    faults.extend(fault for row in entries if row.id is not None for fault in _file_faults(blobs, row))
    return tuple(faults)


def _chain_faults(place: str, rows: Sequence[Row[Any]], drawn: int) -> Iterator[RegisterFault]:
    broken = verify_chain(map(_link, rows))
    if broken is not None:
        document_id = next((row.document_id for row in rows if row.sequence == broken), None)
        yield _fault(place, broken, document_id, "chain", f"Le registre est rompu à l’entrée {broken}.")
    elif len(rows) < drawn:
        yield _cut(place, len(rows) + 1)


def _unregistered(row: Row[Any]) -> RegisterFault:
    return _fault(row.organisation_id, 0, row.id, "chain", "Ce document n’est pas inscrit au registre.")


def _cut(place: str, sequence: int) -> RegisterFault:
    return _fault(place, sequence, None, "chain", f"Le registre est coupé\u00a0: l’entrée {sequence} manque.")


def _link(row: Row[Any]) -> Link:
    content = register_content(document_of(row)) if row.id is not None else None
    return Link(row.sequence, row.digest, row.previous, row.hash, row.salt, content)


def _file_faults(blobs: Blobs, row: Row[Any]) -> Iterator[RegisterFault]:
    try:
        blobs.get(row.submission_id, row.sha256)
    except BlobMissing:
        yield _fault(row.place, row.sequence, row.id, "missing", f"Le fichier de {row.reference} manque.")
    except BlobDamaged:
        yield _fault(row.place, row.sequence, row.id, "altered", f"Le fichier de {row.reference} a été modifié.")


def _fault(place: str, sequence: int, document_id: str | None, kind: str, message: str) -> RegisterFault:
    return RegisterFault(place, sequence, document_id, kind, message)


def document_of(row: Row[Any]) -> ArchivedDocument:
    """A row of ``archived_document`` as what it means."""
    return ArchivedDocument(
        id=row.id,
        organisation_id=row.organisation_id,
        submission_id=row.submission_id,
        sha256=row.sha256,
        size=row.size,
        form=row.form,
        title=row.title,
        reference=row.reference,
        archived_at=row.archived_at,
        projection=row.projection,
    )
