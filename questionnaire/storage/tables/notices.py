"""People whom somebody else entered, and how they were told of it (GDPR, article 14)."""

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Code, Moment, OrganisationId


class EnteredPersonRow(Base):
    """A person entered by another one, who acted in the role ``entered_as``; empty for the operator at a terminal.

    ``digest`` is the SHA-256 of the secret of their page, ``letter_key`` names the letter that tells them. They are
    informed at ``informed_at``, by ``means``: ``mail``, or ``otherwise``, noted by ``informed_by``. ``request`` is what
    they asked by that page, until it is answered.
    """

    __tablename__ = "entered_person"
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    organisation_id: Mapped[OrganisationId]
    entered_at: Mapped[Moment]
    entered_as: Mapped[Code]
    digest: Mapped[str | None] = mapped_column(String(64), index=True)
    letter_key: Mapped[str | None] = mapped_column(String(255))
    posted_at: Mapped[Moment | None]
    informed_at: Mapped[Moment | None]
    means: Mapped[Code]
    informed_by: Mapped[str | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    request: Mapped[Code]
    request_text: Mapped[str] = mapped_column(Text)
    requested_at: Mapped[Moment | None]


entered_person = core(EnteredPersonRow)
