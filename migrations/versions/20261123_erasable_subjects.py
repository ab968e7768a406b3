"""what a deed was done to: from the link that stays to the words that may be erased."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from questionnaire.storage.tables.deeds import append_only

revision: str = "0023"
down_revision: str | None = "0022"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_SAME = "WHERE deed.organisation_id = deed_detail.organisation_id AND deed.sequence = deed_detail.sequence"


def upgrade() -> None:
    op.add_column("deed_detail", sa.Column("subject_id", sa.String(length=64), nullable=False, server_default=""))
    op.execute(f"UPDATE deed_detail SET subject_id = (SELECT deed.subject_id FROM deed {_SAME})")  # noqa: S608  # no input
    op.create_index(op.f("ix_deed_detail_subject_id"), "deed_detail", ["subject_id"])
    op.drop_column("deed", "subject_id")


def downgrade() -> None:
    dialect = op.get_bind().dialect.name
    op.add_column("deed", sa.Column("subject_id", sa.String(length=64), nullable=False, server_default=""))
    for act in ("UPDATE", "DELETE"):
        op.execute(f"DROP TRIGGER deed_no_{act}" + (" ON deed" if dialect == "postgresql" else ""))
    found = f"(SELECT deed_detail.subject_id FROM deed_detail {_SAME})"  # noqa: S608  # no input
    op.execute(f"UPDATE deed SET subject_id = COALESCE({found}, '')")  # noqa: S608  # no input
    for statement in append_only(dialect):
        op.execute(statement)
    op.drop_index(op.f("ix_deed_detail_subject_id"), "deed_detail")
    op.drop_column("deed_detail", "subject_id")
