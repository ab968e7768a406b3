"""the audit log."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from questionnaire.storage.tables.deeds import append_only

revision: str = "0012"
down_revision: str | None = "0011"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "deed",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("subject_id", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_deed_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deed")),
        sa.UniqueConstraint("organisation_id", "sequence", name=op.f("uq_deed_organisation_id_sequence")),
    )
    op.create_index(op.f("ix_deed_at"), "deed", ["at"])
    op.create_table(
        "deed_detail",
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=True),
        sa.Column("person_name", sa.String(length=255), nullable=False),
        sa.Column("subject", sa.String(length=255), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("salt", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "sequence"],
            ["deed.organisation_id", "deed.sequence"],
            name=op.f("fk_deed_detail_organisation_id_deed"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "sequence", name=op.f("pk_deed_detail")),
    )
    op.create_index(op.f("ix_deed_detail_person_id"), "deed_detail", ["person_id"])
    for statement in append_only(op.get_bind().dialect.name):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("deed_detail")
    op.drop_table("deed")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION deed_stays()")
