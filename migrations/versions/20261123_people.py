"""people."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0016"
down_revision: str | None = "0015"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("person", sa.Column("email", sa.String(length=254), nullable=True))
    op.add_column("membership", sa.Column("until", sa.Date(), nullable=True))
    op.add_column("project_member", sa.Column("also", sa.String(length=255), nullable=True))


def downgrade() -> None:
    op.drop_column("project_member", "also")
    op.drop_column("membership", "until")
    op.drop_column("person", "email")
