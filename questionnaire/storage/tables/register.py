"""The register as it is searched: a line for each finished document, its columns, its alerts. All can be made again."""

from datetime import date

from sqlalchemy import DDL, Date, Float, ForeignKey, Index, String, Text, event, text
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Code, Moment, OrganisationId


class RegisterLineRow(Base):
    """What is known of a document without opening it; ``at`` is when it was archived, or else finalised.

    ``words`` finds it; ``stale`` tells that the line must be made anew, ``watched`` that it is looked at again each
    day (``looked_on``). As long as it was never made, it has no ``access``, and nobody sees it.
    """

    __tablename__ = "register_line"
    submission_id: Mapped[str] = mapped_column(ForeignKey("submission.id"), primary_key=True)
    organisation_id: Mapped[OrganisationId]
    project_id: Mapped[str] = mapped_column(ForeignKey("project.id"), index=True)
    document_id: Mapped[str | None] = mapped_column(String(32))
    form: Mapped[Code]
    version: Mapped[Code]
    access: Mapped[Code]
    reference: Mapped[Code]
    title: Mapped[str] = mapped_column(String(255))
    project: Mapped[str] = mapped_column(String(255))
    people: Mapped[str] = mapped_column(Text)
    state: Mapped[Code]
    at: Mapped[Moment]
    words: Mapped[str] = mapped_column(Text)
    active_until: Mapped[date | None] = mapped_column(Date)
    keep_until: Mapped[date | None] = mapped_column(Date)
    watched: Mapped[bool]
    looked_on: Mapped[date | None] = mapped_column(Date)
    stale: Mapped[bool]
    __table_args__ = (
        Index("ix_register_line_at", "at", "submission_id"),
        Index("ix_register_line_place_at", "organisation_id", "at", "submission_id"),
        Index("ix_register_line_form_at", "form", "at", "submission_id"),
        Index("ix_register_line_stale", "submission_id", sqlite_where=text("stale"), postgresql_where=text("stale")),
        Index("ix_register_line_watched", "looked_on", sqlite_where=text("watched"), postgresql_where=text("watched")),
    )


class RegisterCellRow(Base):
    """What a column says of a document, at ``rank`` where it says several things."""

    __tablename__ = "register_cell"
    submission_id: Mapped[str] = mapped_column(
        ForeignKey("register_line.submission_id", ondelete="CASCADE"), primary_key=True
    )
    name: Mapped[Code] = mapped_column(primary_key=True)
    rank: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[OrganisationId]
    form: Mapped[Code]
    key: Mapped[str] = mapped_column(String(255))
    shown: Mapped[str] = mapped_column(String(255))
    number: Mapped[float | None] = mapped_column(Float)
    __table_args__ = (Index("ix_register_cell_key", "form", "name", "key", "submission_id"),)


class RegisterAlertRow(Base):
    """What draws attention to a document, and since which day."""

    __tablename__ = "register_alert"
    submission_id: Mapped[str] = mapped_column(
        ForeignKey("register_line.submission_id", ondelete="CASCADE"), primary_key=True
    )
    name: Mapped[Code] = mapped_column(primary_key=True)
    organisation_id: Mapped[OrganisationId]
    label: Mapped[str] = mapped_column(String(255))
    since: Mapped[date] = mapped_column(Date)


class RegisterMouldRow(Base):
    """The version of a form by which the lines of an organisation were last made."""

    __tablename__ = "register_mould"
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"), primary_key=True)
    form: Mapped[Code] = mapped_column(primary_key=True)
    digest: Mapped[Code]


register_line = core(RegisterLineRow)
register_cell = core(RegisterCellRow)
register_alert = core(RegisterAlertRow)
register_mould = core(RegisterMouldRow)

WORDS_INDEX = "fts_register_line_words"
"""The index of words of PostgreSQL, which no description of tables can tell; SQLite reads the words through."""

CREATE_WORDS_INDEX = (
    f"CREATE INDEX {WORDS_INDEX} ON register_line USING gin (array_to_tsvector(string_to_array(words, ' ')))"
)
event.listen(register_line, "after_create", DDL(CREATE_WORDS_INDEX).execute_if(dialect="postgresql"))  # type: ignore[no-untyped-call]
