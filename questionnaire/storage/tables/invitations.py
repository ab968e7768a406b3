"""Invitations into a project's team, known by the hash of the secret in their link."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Code, Digest, Moment, OrganisationId
from questionnaire.storage.times import UtcDateTime


class InvitationRow(Base):
    """An invitation for one person; ``accepted_by`` is who used it, ``reminder_digest`` of the link in its reminder."""

    __tablename__ = "invitation"
    digest: Mapped[Digest] = mapped_column(primary_key=True)
    organisation_id: Mapped[OrganisationId]
    project_id: Mapped[str] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"), index=True)
    role: Mapped[Code]
    created_by: Mapped[str] = mapped_column(ForeignKey("person.id"))
    created_at: Mapped[Moment]
    expires_at: Mapped[Moment]
    accepted_by: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    accepted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reminder_digest: Mapped[str | None] = mapped_column(String(64), index=True)


invitation = core(InvitationRow)
