"""What the runner notes for those who look after the installation: that it lives, what it saw, what failed."""

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Code, Moment, OrganisationId


class InstallationNoteRow(Base):
    """The last thing noted under a name; ``facts`` is the JSON text of names and values, of no person."""

    __tablename__ = "installation_note"
    name: Mapped[Code] = mapped_column(primary_key=True)
    at: Mapped[Moment]
    facts: Mapped[str] = mapped_column(Text)


class WorkFailureRow(Base):
    """A document whose next step failed; the row goes when the step is done. Nothing is tried before ``next_try``."""

    __tablename__ = "work_failure"
    submission_id: Mapped[str] = mapped_column(ForeignKey("submission.id", ondelete="CASCADE"), primary_key=True)
    organisation_id: Mapped[OrganisationId]
    tries: Mapped[int]
    error: Mapped[str] = mapped_column(String(255))
    at: Mapped[Moment]
    next_try: Mapped[Moment]


installation_note = core(InstallationNoteRow)
work_failure = core(WorkFailureRow)
