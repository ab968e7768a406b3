"""reminded invitations."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0027"
down_revision: str | None = "0026"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("invitation", sa.Column("reminder_digest", sa.String(length=64), nullable=True))
    op.create_index(op.f("ix_invitation_reminder_digest"), "invitation", ["reminder_digest"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_invitation_reminder_digest"), table_name="invitation")
    op.drop_column("invitation", "reminder_digest")
