"""Frozen submissions, the steps of their circuits, the acts of the people, and the revisions of their PDF."""

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Code, Digest, Id, Moment, OrganisationId


class SubmissionRow(Base):
    """What a draft became when finalised; ``answers`` and ``context`` are JSON texts and never change."""

    __tablename__ = "submission"
    __table_args__ = (UniqueConstraint("organisation_id", "reference"),)
    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    project_id: Mapped[str] = mapped_column(ForeignKey("project.id"), index=True)
    draft_id: Mapped[str] = mapped_column(ForeignKey("draft.id"), unique=True)
    form: Mapped[Code]
    version: Mapped[Code]
    digest: Mapped[str] = mapped_column(ForeignKey("form_version.digest"))
    title: Mapped[str] = mapped_column(String(255))
    reference: Mapped[Code]
    control_code: Mapped[Code]
    answers: Mapped[str] = mapped_column(Text)
    context: Mapped[str] = mapped_column(Text)
    frozen_at: Mapped[Moment]
    frozen_by: Mapped[str] = mapped_column(ForeignKey("person.id"))
    state: Mapped[Code] = mapped_column(index=True)
    archive: Mapped[Code] = mapped_column(server_default="sealed")


class CircuitStepRow(Base):
    """One expected signature or visa; without ``person_id``, anyone who has the role in the project."""

    __tablename__ = "circuit_step"
    __table_args__ = (UniqueConstraint("submission_id", "name"),)
    submission_id: Mapped[str] = mapped_column(ForeignKey("submission.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[Code]
    field: Mapped[Code]
    role: Mapped[Code]
    act: Mapped[Code]
    rank: Mapped[int]
    optional: Mapped[bool]
    person_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))


class ActRow(Base):
    """What a person did at a step: the exact text agreed to and the name as typed."""

    __tablename__ = "act"
    __table_args__ = (UniqueConstraint("submission_id", "step"),)
    id: Mapped[Id]
    submission_id: Mapped[str] = mapped_column(ForeignKey("submission.id"))
    step: Mapped[Code]
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str] = mapped_column(String(255))
    typed_name: Mapped[str] = mapped_column(String(255))
    role: Mapped[Code]
    method: Mapped[Code]
    consent: Mapped[str] = mapped_column(Text)
    at: Mapped[Moment]


class ActTraceRow(Base):
    """From where the person acted; apart, because it is erased before the act."""

    __tablename__ = "act_trace"
    act_id: Mapped[str] = mapped_column(ForeignKey("act.id", ondelete="CASCADE"), primary_key=True)
    ip: Mapped[str | None] = mapped_column(String(64))
    user_agent: Mapped[str | None] = mapped_column(Text)


class RevisionRow(Base):
    """One state of the PDF: drawn, then one per act, then sealed. The bytes are a blob of the submission."""

    __tablename__ = "revision"
    submission_id: Mapped[str] = mapped_column(ForeignKey("submission.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[Code]
    act_id: Mapped[str | None] = mapped_column(ForeignKey("act.id"), unique=True)
    sha256: Mapped[Digest]
    size: Mapped[int]
    at: Mapped[Moment]


submission = core(SubmissionRow)
circuit_step = core(CircuitStepRow)
act = core(ActRow)
act_trace = core(ActTraceRow)
revision = core(RevisionRow)
