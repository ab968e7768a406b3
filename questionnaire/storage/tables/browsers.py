"""Browsers in which an account was signed in, so that its person is told of another one."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Digest, Moment


class KnownBrowserRow(Base):
    """A browser by the SHA-256 of a secret that it keeps; it says nothing of whose it is, nor of what it is."""

    __tablename__ = "known_browser"
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    digest: Mapped[Digest] = mapped_column(primary_key=True)
    seen_at: Mapped[Moment]


known_browser = core(KnownBrowserRow)
