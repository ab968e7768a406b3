"""organisations."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0011"
down_revision: str | None = "0010"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("organisation", sa.Column("department", sa.String(length=3), nullable=True))
    op.add_column("organisation", sa.Column("address", sa.Text(), nullable=True))
    op.add_column("organisation", sa.Column("finess", sa.String(length=9), nullable=True))
    op.add_column("organisation", sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("organisation", sa.Column("own", sa.Text(), nullable=True))
    op.add_column("organisation", sa.Column("shown", sa.Text(), nullable=True))


def downgrade() -> None:
    for name in ("shown", "own", "archived_at", "finess", "address", "department"):
        op.drop_column("organisation", name)
