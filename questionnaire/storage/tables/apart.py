"""What stands apart from answers: reasons for which odd ones were kept, and answers that only some may read."""

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Digest, Moment, Path


class UpheldRow(Base):
    """Why a person kept the answer whose SHA-256 is ``answer``: of any other answer at that path it says nothing."""

    __tablename__ = "upheld"
    draft_id: Mapped[str] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True)
    path: Mapped[Path] = mapped_column(primary_key=True)
    answer: Mapped[Digest]
    reason: Mapped[str] = mapped_column(Text)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    at: Mapped[Moment]


class ReservedAnswerRow(Base):
    """A frozen answer that is not in the common document. Erased, only its ``digest`` is left, and tells nothing."""

    __tablename__ = "reserved_answer"
    submission_id: Mapped[str] = mapped_column(ForeignKey("submission.id", ondelete="CASCADE"), primary_key=True)
    path: Mapped[Path] = mapped_column(primary_key=True)
    content: Mapped[str | None] = mapped_column(Text)
    person_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    salt: Mapped[Digest | None]
    digest: Mapped[Digest]


upheld = core(UpheldRow)
reserved_answer = core(ReservedAnswerRow)
