"""What people who fill a draft together say around its answers: comments, parts given out, help received."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Code, Id, Moment, Path
from questionnaire.storage.times import UtcDateTime


class CommentRow(Base):
    """A comment on a question; those of one path are one thread, settled when all of them are."""

    __tablename__ = "comment"
    __table_args__ = (Index(None, "draft_id", "path"),)
    id: Mapped[Id]
    draft_id: Mapped[str] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"))
    path: Mapped[Path]
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    at: Mapped[Moment]
    text: Mapped[str] = mapped_column(Text)
    resolved_by: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    resolved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class AssignmentRow(Base):
    """A section given to one person of the team."""

    __tablename__ = "assignment"
    draft_id: Mapped[str] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True)
    section: Mapped[Code] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    at: Mapped[Moment]


class AssistanceRow(Base):
    """Somebody who helped to fill the draft, as told by ``person_id``; ``means`` are words, spaces between."""

    __tablename__ = "assistance"
    id: Mapped[Id]
    draft_id: Mapped[str] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    means: Mapped[Code]
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    at: Mapped[Moment]


comment = core(CommentRow)
assignment = core(AssignmentRow)
assistance = core(AssistanceRow)
