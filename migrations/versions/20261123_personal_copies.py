"""personal copies."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("submission") as batch:
        batch.add_column(sa.Column("archive", sa.String(length=64), server_default="sealed", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("submission") as batch:
        batch.drop_column("archive")
