"""Passkeys: what their authenticators showed when they were made, and how often each was used."""

from sqlalchemy import BigInteger, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Digest, Id, Moment


class PasskeyRow(Base):
    """A passkey of an account.

    ``digest`` is the SHA-256 of its identifier, ``credential`` the attested credential data in hexadecimal: identifier
    and public key, nothing secret. ``sign_count`` is the last one that its authenticator told, 0 where it counts none.
    """

    __tablename__ = "passkey"
    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    digest: Mapped[Digest] = mapped_column(unique=True)
    credential: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(String(80))
    sign_count: Mapped[int] = mapped_column(BigInteger)
    since: Mapped[Moment]
    last_at: Mapped[Moment | None]


passkey = core(PasskeyRow)
