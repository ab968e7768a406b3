"""Consents as people gave and withdrew them, with the words that they agreed to; they go with their draft."""

from sqlalchemy import BigInteger, ForeignKey, Integer, Text
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Digest, Moment, OrganisationId, Path


class ConsentRow(Base):
    """One decision of one person: ``given`` or not. ``digest`` is that of the form, ``text`` what it asked."""

    __tablename__ = "consent"
    # SQLite numbers rows by itself only under the type INTEGER.
    id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    organisation_id: Mapped[OrganisationId]
    draft_id: Mapped[str] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), index=True)
    path: Mapped[Path]
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    at: Mapped[Moment]
    given: Mapped[bool]
    text: Mapped[str] = mapped_column(Text)
    digest: Mapped[Digest]


consent = core(ConsentRow)
