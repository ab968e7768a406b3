"""Answers: one row each, where first ones came from, and the append-only log of changes. All go with their draft."""

from sqlalchemy import BigInteger, Boolean, ForeignKey, Index, Integer, Text
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Moment, Path


class AnswerRow(Base):
    """The present value at a path, as JSON text; NULL when it was emptied."""

    __tablename__ = "answer"
    draft_id: Mapped[str] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True)
    path: Mapped[Path] = mapped_column(primary_key=True)
    value: Mapped[str | None] = mapped_column(Text)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    at: Mapped[Moment]
    revision: Mapped[int]


class AnswerChangeRow(Base):
    """One change of one answer; ``revision`` is the draft's revision that it made."""

    __tablename__ = "answer_change"
    __table_args__ = (Index(None, "draft_id", "revision"),)
    # SQLite numbers rows by itself only under the type INTEGER.
    id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    draft_id: Mapped[str] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"))
    path: Mapped[Path]
    before: Mapped[str | None] = mapped_column(Text)
    after: Mapped[str | None] = mapped_column(Text)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    at: Mapped[Moment]
    revision: Mapped[int]


class PrefilledRow(Base):
    """A first answer and where it came from, in words; ``document`` tells that it was another document."""

    __tablename__ = "prefilled"
    draft_id: Mapped[str] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True)
    path: Mapped[Path] = mapped_column(primary_key=True)
    value: Mapped[str | None] = mapped_column(Text)
    origin: Mapped[str] = mapped_column(Text)
    document: Mapped[bool] = mapped_column(Boolean)


answer = core(AnswerRow)
prefilled = core(PrefilledRow)
answer_change = core(AnswerChangeRow)
