"""Drafts: what is being written, without its answers, and the versions of their forms that they have left."""

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


class LeftVersionRow(Base):
    """The version of ``digest`` was followed until the draft's ``revision``, at which it moved to another."""

    __tablename__ = "left_version"
    draft_id: Mapped[str] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(ForeignKey("form_version.digest"))
    at: Mapped[Moment]


draft = core(DraftRow)
left_version = core(LeftVersionRow)
