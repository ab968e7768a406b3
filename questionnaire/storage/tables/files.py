"""Files joined to drafts, and what remains to be cleared of them. Their bytes are blobs whose owner is the draft."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Code, Digest, Moment, OrganisationId, Path


class JoinedFileRow(Base):
    """A file that somebody joined at a path, in the answer or taken away since. All go with their draft."""

    __tablename__ = "joined_file"
    draft_id: Mapped[str] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True)
    path: Mapped[Path] = mapped_column(primary_key=True)
    sha256: Mapped[Digest] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(255))
    media_type: Mapped[str] = mapped_column(String(127))
    size: Mapped[int]
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    at: Mapped[Moment]


class FileClearingRow(Base):
    """A draft, deleted or frozen, whose blobs that no row names are to be deleted."""

    __tablename__ = "file_clearing"
    draft_id: Mapped[Code] = mapped_column(primary_key=True)
    organisation_id: Mapped[OrganisationId]


joined_file = core(JoinedFileRow)
file_clearing = core(FileClearingRow)
