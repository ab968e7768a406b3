"""Forms written in the browser: manuscripts, and the versions that organisations published."""

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Code, Id, Moment, OrganisationId


class ManuscriptRow(Base):
    """A form being written: YAML text, sound or not; ``revision`` counts its savings."""

    __tablename__ = "manuscript"
    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    source: Mapped[str] = mapped_column(Text)
    revision: Mapped[int]
    created_at: Mapped[Moment]
    updated_at: Mapped[Moment]


class PublicationRow(Base):
    """A version that an organisation published for itself and those below it; its text is in ``form_version``."""

    __tablename__ = "publication"
    __table_args__ = (UniqueConstraint("digest"),)
    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    form: Mapped[Code]
    version: Mapped[Code]
    digest: Mapped[str] = mapped_column(ForeignKey("form_version.digest"))
    published_at: Mapped[Moment]
    withdrawn_at: Mapped[Moment | None]


manuscript = core(ManuscriptRow)
publication = core(PublicationRow)
