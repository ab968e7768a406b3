"""trial copies."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from questionnaire.storage.times import UtcDateTime

revision: str = "0035"
down_revision: str | None = "0034"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "trial_copy",
        sa.Column("manuscript_id", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_trial_copy_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("manuscript_id", name=op.f("pk_trial_copy")),
    )
    op.create_index(op.f("ix_trial_copy_organisation_id"), "trial_copy", ["organisation_id"], unique=False)


def downgrade() -> None:
    op.drop_table("trial_copy")
