"""Drafts deleted because nobody touched them any more: the bare fact, without title, answer or person."""

from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Code, Id, Moment, OrganisationId


class ExpiredDraftRow(Base):
    """The id that the draft had, its form, its last sign of life, and when it was deleted."""

    __tablename__ = "expired_draft"
    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    form: Mapped[Code]
    version: Mapped[Code]
    last_activity: Mapped[Moment]
    deleted_at: Mapped[Moment] = mapped_column(index=True)


expired_draft = core(ExpiredDraftRow)
