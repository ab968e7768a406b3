"""The texts of the form versions in use, kept for as long as anything was written with them."""

from sqlalchemy import Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Code, Digest, Moment


class FormVersionRow(Base):
    """A form version, known by the hash of its content. Belongs to no organisation: forms are shared."""

    __tablename__ = "form_version"
    __table_args__ = (UniqueConstraint("form", "version"),)
    digest: Mapped[Digest] = mapped_column(primary_key=True)
    form: Mapped[Code]
    version: Mapped[Code]
    source: Mapped[str] = mapped_column(Text)
    first_used_at: Mapped[Moment]


form_version = core(FormVersionRow)
