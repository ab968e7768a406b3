"""Drafts: what is being written, without its answers."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Code, Id, Moment, OrganisationId, PersonId


class DraftRow(Base):
    """A draft. ``revision`` grows by one at each save; ``finalised_at`` closes it.

    ``active_at`` is the last sign of life other than an answer.
    """

    __tablename__ = "draft"
    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    project_id: Mapped[str] = mapped_column(ForeignKey("project.id"), index=True)
    form: Mapped[Code]
    version: Mapped[Code]
    digest: Mapped[str] = mapped_column(ForeignKey("form_version.digest"))
    author_id: Mapped[PersonId]
    revision: Mapped[int]
    created_at: Mapped[Moment]
    updated_at: Mapped[Moment]
    finalised_at: Mapped[Moment | None]
    active_at: Mapped[Moment | None]


draft = core(DraftRow)
