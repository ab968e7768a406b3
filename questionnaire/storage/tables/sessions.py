"""Sessions of browsers, open now: a person sees theirs, and closes them from afar."""

from sqlalchemy import ForeignKey, String, false
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Digest, Id, Moment


class SessionOpenedRow(Base):
    """One browser in which an account is signed in; the row goes when the session is closed.

    ``digest`` is the SHA-256 of the secret that its cookie carries; ``device`` says in words what it is.
    ``proved_at`` is when the person last showed who they are; ``strong``: by two factors. ``shared``: other people use
    that computer too.
    """

    __tablename__ = "session_opened"
    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    digest: Mapped[Digest] = mapped_column(unique=True)
    since: Mapped[Moment]
    seen_at: Mapped[Moment]
    device: Mapped[str] = mapped_column(String(80))
    proved_at: Mapped[Moment | None]
    strong: Mapped[bool] = mapped_column(server_default=false())
    shared: Mapped[bool] = mapped_column(server_default=false())


session_opened = core(SessionOpenedRow)
