"""The archive: documents kept for good, the hash-chained register that names them, and the counters."""

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Code, Digest, Id, Moment, OrganisationId


class ArchivedDocumentRow(Base):
    """A sealed document; ``projection`` is the JSON text of its columns in the register."""

    __tablename__ = "archived_document"
    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    submission_id: Mapped[str] = mapped_column(ForeignKey("submission.id"), unique=True)
    sha256: Mapped[Digest] = mapped_column(index=True)
    size: Mapped[int]
    form: Mapped[Code]
    title: Mapped[str] = mapped_column(String(255))
    reference: Mapped[Code]
    archived_at: Mapped[Moment]
    projection: Mapped[str] = mapped_column(Text)


class RegisterEntryRow(Base):
    """One link of an organisation's chain. Without the salt its digest tells nothing: so it is erased."""

    __tablename__ = "register_entry"
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"), primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True)
    # No foreign key: the entry outlives an eliminated document.
    document_id: Mapped[str] = mapped_column(String(32), unique=True)
    salt: Mapped[Digest | None]
    digest: Mapped[Digest]
    previous: Mapped[Digest]
    hash: Mapped[Digest]
    at: Mapped[Moment]


class CounterRow(Base):
    """The last number given under a name in an organisation."""

    __tablename__ = "counter"
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"), primary_key=True)
    name: Mapped[Code] = mapped_column(primary_key=True)
    value: Mapped[int]


archived_document = core(ArchivedDocumentRow)
register_entry = core(RegisterEntryRow)
counter = core(CounterRow)
