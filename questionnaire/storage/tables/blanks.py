"""Blank copies of forms, to print and fill by hand: asked for once, then kept."""

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Digest, Moment


class BlankRow(Base):
    """A version of a form in the words of an establishment: ``settings``, as JSON, of which ``words`` is the digest.

    ``sha256`` is null until it is drawn.
    """

    __tablename__ = "blank"
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"), primary_key=True)
    digest: Mapped[Digest] = mapped_column(primary_key=True)
    words: Mapped[Digest] = mapped_column(primary_key=True)
    settings: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[Moment]
    sha256: Mapped[Digest | None]


blank = core(BlankRow)
