"""The outbox: letters that wait, letters that left; and what people chose not to receive by mail."""

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Code, Id, Moment, OrganisationId


class LetterRow(Base):
    """A letter to one address, a mailbox or a telephone as its ``channel`` says.

    ``text`` and ``html`` are empty once a secret letter is sent or over.

    ``next_try`` is when it may be tried, and while it is being sent until when nobody else does; ``over_at`` when a
    secret one is worth nothing any more; ``read_at`` when the person took note of it on the page. ``about``, ``line``
    and ``url`` are what a digest tells of it: the title of its project, one line, the page that it leads to.
    """

    __tablename__ = "letter"
    __table_args__ = (UniqueConstraint("organisation_id", "key"), Index(None, "state", "next_try"))
    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    key: Mapped[str] = mapped_column(String(255))
    person_id: Mapped[str | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    kind: Mapped[Code]
    channel: Mapped[Code] = mapped_column(server_default="mail")
    address: Mapped[str] = mapped_column(String(255))
    name: Mapped[str] = mapped_column(String(255))
    subject: Mapped[str] = mapped_column(String(255))
    text: Mapped[str] = mapped_column(Text)
    html: Mapped[str] = mapped_column(Text)
    sender_name: Mapped[str] = mapped_column(String(255))
    reply_to: Mapped[str] = mapped_column(String(255))
    about: Mapped[str] = mapped_column(String(255), server_default="")
    line: Mapped[str] = mapped_column(String(255), server_default="")
    url: Mapped[str] = mapped_column(Text, server_default="")
    secret: Mapped[bool]
    state: Mapped[Code]
    tries: Mapped[int]
    error: Mapped[str] = mapped_column(String(255))
    created_at: Mapped[Moment]
    next_try: Mapped[Moment]
    over_at: Mapped[Moment | None]
    sent_at: Mapped[Moment | None]
    read_at: Mapped[Moment | None]


class UnwantedMailRow(Base):
    """A kind of letter that a person reads on the page « Vos messages » alone."""

    __tablename__ = "unwanted_mail"
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[Code] = mapped_column(primary_key=True)


class MailPaceRow(Base):
    """How often a person is written to about what asks nothing of them, a ``lifecycle.gathering.Pace``."""

    __tablename__ = "mail_pace"
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    pace: Mapped[Code]


letter = core(LetterRow)
unwanted_mail = core(UnwantedMailRow)
mail_pace = core(MailPaceRow)
