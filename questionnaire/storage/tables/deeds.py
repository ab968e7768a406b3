"""The audit log: links that nobody changes or takes away, and beside them the words that may be erased."""

from sqlalchemy import DDL, ForeignKey, ForeignKeyConstraint, String, Text, UniqueConstraint, event
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.schema import ExecutableDDLElement

from questionnaire.storage.base import Base, core
from questionnaire.storage.tables.columns import Code, Digest, Moment


class DeedRow(Base):
    """One link of an organisation's chain."""

    __tablename__ = "deed"
    __table_args__ = (UniqueConstraint("organisation_id", "sequence"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"))
    sequence: Mapped[int]
    at: Mapped[Moment] = mapped_column(index=True)
    kind: Mapped[Code]
    digest: Mapped[Digest]
    previous: Mapped[Digest]
    hash: Mapped[Digest]


class DeedDetailRow(Base):
    """Who, to what, in words; once erased, the chain still verifies. No foreign key to persons, who may go."""

    __tablename__ = "deed_detail"
    __table_args__ = (ForeignKeyConstraint(["organisation_id", "sequence"], ["deed.organisation_id", "deed.sequence"]),)
    organisation_id: Mapped[str] = mapped_column(primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[str | None] = mapped_column(String(32), index=True)
    person_name: Mapped[str] = mapped_column(String(255))
    subject: Mapped[str] = mapped_column(String(255))
    details: Mapped[str] = mapped_column(Text)
    subject_id: Mapped[Code] = mapped_column(index=True)
    salt: Mapped[Digest]


deed = core(DeedRow)
deed_detail = core(DeedDetailRow)

APPEND_ONLY = {
    "sqlite": (
        "CREATE TRIGGER deed_no_{act} BEFORE {act} ON deed BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END",
    ),
    "postgresql": (
        """CREATE OR REPLACE FUNCTION deed_stays() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN RAISE EXCEPTION 'the audit log only grows'; END $$""",
        "CREATE TRIGGER deed_no_{act} BEFORE {act} ON deed FOR EACH ROW EXECUTE FUNCTION deed_stays()",
    ),
}
"""By database, the statements that keep the links as they are; ``act`` is UPDATE or DELETE."""


def append_only(dialect: str) -> list[str]:
    """The statements for a database, in order."""
    acts = ("UPDATE", "DELETE")
    return list(dict.fromkeys(text.format(act=act) for text in APPEND_ONLY[dialect] for act in acts))


for _dialect in APPEND_ONLY:
    for _statement in append_only(_dialect):
        _rule: ExecutableDDLElement = DDL(_statement)  # type: ignore[no-untyped-call]  # SQLAlchemy tells no types here
        event.listen(deed, "after_create", _rule.execute_if(dialect=_dialect))
