"""short messages."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0031"
down_revision: str | None = "0030"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("person", sa.Column("mobile", sa.String(length=16), nullable=True))
    op.add_column("letter", sa.Column("channel", sa.String(length=64), server_default="mail", nullable=False))


def downgrade() -> None:
    op.drop_column("letter", "channel")
    op.drop_column("person", "mobile")
