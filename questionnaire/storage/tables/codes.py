"""Codes sent by mail, each for the browser that asked for it, and how often anything limited was tried."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Digest, Moment


class SignInCodeRow(Base):
    """A code that waits to be typed.

    ``asker`` is the SHA-256 of a secret in the cookie of the browser that asked, ``code`` that of the code with this
    secret: who reads the database alone cannot try codes. Without account: the address that was typed has none.
    """

    __tablename__ = "sign_in_code"
    asker: Mapped[Digest] = mapped_column(primary_key=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    code: Mapped[Digest]
    tries: Mapped[int]
    expires_at: Mapped[Moment] = mapped_column(index=True)


class AttemptRow(Base):
    """How often something was tried since a moment; ``name`` is the SHA-256 of what is limited, for whom."""

    __tablename__ = "attempt"
    name: Mapped[Digest] = mapped_column(primary_key=True)
    number: Mapped[int]
    since: Mapped[Moment] = mapped_column(index=True)


sign_in_code = core(SignInCodeRow)
attempt = core(AttemptRow)
