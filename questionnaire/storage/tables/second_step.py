"""What opens an account beside its first step, when the telephone is not there: recovery codes."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Digest


class RecoveryCodeRow(Base):
    """A recovery code that was not used yet; ``digest`` is keyed with the secret of the installation."""

    __tablename__ = "recovery_code"
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    digest: Mapped[Digest] = mapped_column(primary_key=True)


recovery_code = core(RecoveryCodeRow)
