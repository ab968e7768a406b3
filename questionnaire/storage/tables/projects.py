"""Projects and their teams."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Code, Id, Moment, OrganisationId


class ProjectRow(Base):
    """A project in partnership."""

    __tablename__ = "project"
    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    title: Mapped[str] = mapped_column(String(255))
    created_at: Mapped[Moment]
    created_by: Mapped[str] = mapped_column(ForeignKey("person.id"))


class ProjectMemberRow(Base):
    """The role in which a person acts in a project; ``also`` are the others that they have there, spaces between."""

    __tablename__ = "project_member"
    project_id: Mapped[str] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)
    role: Mapped[Code]
    also: Mapped[str | None] = mapped_column(String(255))


project = core(ProjectRow)
project_member = core(ProjectMemberRow)
