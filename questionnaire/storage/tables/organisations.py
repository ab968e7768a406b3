"""Organisations, the people who belong to them, and the roles that they hold there."""

from datetime import date

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Code, Id, Moment, OrganisationId


class OrganisationRow(Base):
    """A region, a group, an establishment or a service; the root of every row's belonging.

    ``own`` is the JSON text of what it says of itself (None: nothing), ``shown`` the same completed by those above it:
    written at each change, so that no page has to climb.
    """

    __tablename__ = "organisation"
    id: Mapped[Id]
    parent_id: Mapped[str | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    kind: Mapped[Code]
    name: Mapped[str] = mapped_column(String(255))
    sector: Mapped[Code]
    timezone: Mapped[Code]
    department: Mapped[str | None] = mapped_column(String(3))
    address: Mapped[str | None] = mapped_column(Text)
    finess: Mapped[str | None] = mapped_column(String(9))
    archived_at: Mapped[Moment | None]
    own: Mapped[str | None] = mapped_column(Text)
    shown: Mapped[str | None] = mapped_column(Text)


class PersonRow(Base):
    """A human being, with or without an account; ``email`` is where to write to one who has none.

    ``merged_into`` is the record of the same human being that took this one's place: only what they signed and did
    under this one names it still.
    ``mobile`` (E.164) was made sure of by who administers them: codes may be sent there.
    """

    __tablename__ = "person"
    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    first_name: Mapped[str] = mapped_column(String(120))
    last_name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str | None] = mapped_column(String(254))
    merged_into: Mapped[str | None] = mapped_column(ForeignKey("person.id"), index=True)
    mobile: Mapped[str | None] = mapped_column(String(16))


class MembershipRow(Base):
    """A role that a person holds in an organisation, up to and with the day ``until``."""

    __tablename__ = "membership"
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"), primary_key=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"), primary_key=True, index=True)
    role: Mapped[Code] = mapped_column(primary_key=True)
    until: Mapped[date | None]


organisation = core(OrganisationRow)
person = core(PersonRow)
membership = core(MembershipRow)
