"""Who is on which part of a draft, as last heard."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Code, Moment


class PresenceRow(Base):
    """The part that a person had open when their page last called."""

    __tablename__ = "presence"
    draft_id: Mapped[str] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    section: Mapped[Code]
    at: Mapped[Moment]


presence = core(PresenceRow)
