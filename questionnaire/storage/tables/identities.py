"""What identity providers answer for: accounts known by them, and the roles that they gave."""

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Code, Moment


class IdentityRow(Base):
    """A person of a provider, by its own name for them; ``opened`` says that the account was opened for that."""

    __tablename__ = "identity"
    issuer: Mapped[str] = mapped_column(String(255), primary_key=True)
    subject: Mapped[str] = mapped_column(String(255), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    opened: Mapped[bool]
    since: Mapped[Moment]
    last_at: Mapped[Moment]

    # A provider knows an account by one name.
    __table_args__ = (Index("ix_identity_account_id_issuer", "account_id", "issuer", unique=True),)


class ProvidedRoleRow(Base):
    """A role that a person holds because a provider said so at their last sign-in."""

    __tablename__ = "provided_role"
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    issuer: Mapped[str] = mapped_column(String(255), primary_key=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"), primary_key=True)
    role: Mapped[Code] = mapped_column(primary_key=True)


identity = core(IdentityRow)
provided_role = core(ProvidedRoleRow)
