"""Posts kept for people whose session ended while they were writing, until they sign in again."""

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Code, Moment


class KeptPostRow(Base):
    """What one account posted last to one section of a draft; ``fields`` is the JSON text of names and strings."""

    __tablename__ = "kept_post"
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    draft_id: Mapped[str] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True)
    section: Mapped[Code] = mapped_column(primary_key=True)
    revision: Mapped[str] = mapped_column(Text)
    fields: Mapped[str] = mapped_column(Text)
    at: Mapped[Moment]


kept_post = core(KeptPostRow)
