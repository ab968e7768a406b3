"""Forms written in the browser: manuscripts, and the versions that organisations published."""

from sqlalchemy import ForeignKey, LargeBinary, Text, UniqueConstraint
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


class TrialCopyRow(Base):
    """The document of a form being tried, as it was asked for last; ``pdf`` is null until it is drawn, empty if not."""

    __tablename__ = "trial_copy"
    manuscript_id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    source: Mapped[str] = mapped_column(Text)
    answers: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[Moment]
    pdf: Mapped[bytes | None] = mapped_column(LargeBinary)


manuscript = core(ManuscriptRow)
trial_copy = core(TrialCopyRow)
publication = core(PublicationRow)
