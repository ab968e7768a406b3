"""Paper copies of a person's data, asked for, drawn by the runner, deleted after some days."""

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Digest, Moment, OrganisationId


class DataCopyRow(Base):
    """The one copy of a person. ``places`` is the JSON list of the organisations in which data are looked for.

    ``sha256`` is null until it is drawn.
    """

    __tablename__ = "data_copy"
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    organisation_id: Mapped[OrganisationId]
    places: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[Moment]
    sha256: Mapped[Digest | None]


data_copy = core(DataCopyRow)
