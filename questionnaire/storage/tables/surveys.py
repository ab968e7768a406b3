"""Surveys, and answers of unknown people: in no order, of a day, beside nothing that tells of anybody."""

from datetime import date

from sqlalchemy import Date, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Code, Id, OrganisationId


class SurveyRow(Base):
    """A form open to whoever has its address, until the end of a day."""

    __tablename__ = "survey"
    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    form: Mapped[Code]
    digest: Mapped[str] = mapped_column(ForeignKey("form_version.digest"))
    opened_on: Mapped[date] = mapped_column(Date)
    closes_on: Mapped[date | None] = mapped_column(Date)


class SurveyAnswerRow(Base):
    """What one unknown person answered, as JSON text. Rows lie in the order of their random ids: no other is kept."""

    __tablename__ = "survey_answer"
    __table_args__ = ({"sqlite_with_rowid": False},)
    survey_id: Mapped[str] = mapped_column(ForeignKey("survey.id", ondelete="CASCADE"), primary_key=True)
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    day: Mapped[date] = mapped_column(Date)
    answers: Mapped[str] = mapped_column(Text)


survey = core(SurveyRow)
survey_answer = core(SurveyAnswerRow)
