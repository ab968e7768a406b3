"""The journal of each document, from draft to archive: a chain whose personal values may be erased."""

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Code, Digest, Moment


class JournalEventRow(Base):
    """One event. Without person, ``details`` and ``salt``, once erased, the chain still verifies."""

    __tablename__ = "journal_event"
    draft_id: Mapped[str] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[Moment]
    kind: Mapped[Code]
    person_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    person_name: Mapped[str | None] = mapped_column(String(255))
    role: Mapped[Code | None]
    details: Mapped[str | None] = mapped_column(Text)
    salt: Mapped[Digest | None]
    digest: Mapped[Digest]
    previous: Mapped[Digest]
    hash: Mapped[Digest]


journal_event = core(JournalEventRow)
