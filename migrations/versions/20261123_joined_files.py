"""joined files."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0010"
down_revision: str | None = "0009"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "file_clearing",
        sa.Column("draft_id", sa.String(length=64), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_file_clearing_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("draft_id", name=op.f("pk_file_clearing")),
    )
    with op.batch_alter_table("file_clearing", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_file_clearing_organisation_id"), ["organisation_id"], unique=False)

    op.create_table(
        "joined_file",
        sa.Column("draft_id", sa.String(length=32), nullable=False),
        sa.Column("path", sa.String(length=255), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("media_type", sa.String(length=127), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["draft_id"], ["draft.id"], name=op.f("fk_joined_file_draft_id_draft"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_joined_file_person_id_person")),
        sa.PrimaryKeyConstraint("draft_id", "path", "sha256", name=op.f("pk_joined_file")),
    )


def downgrade() -> None:
    op.drop_table("joined_file")
    with op.batch_alter_table("file_clearing", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_file_clearing_organisation_id"))

    op.drop_table("file_clearing")
