"""digests."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0028"
down_revision: str | None = "0027"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "mail_pace",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("pace", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_mail_pace_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_mail_pace")),
    )
    op.add_column("letter", sa.Column("about", sa.String(length=255), server_default="", nullable=False))
    op.add_column("letter", sa.Column("line", sa.String(length=255), server_default="", nullable=False))
    op.add_column("letter", sa.Column("url", sa.Text(), server_default="", nullable=False))


def downgrade() -> None:
    op.drop_column("letter", "url")
    op.drop_column("letter", "line")
    op.drop_column("letter", "about")
    op.drop_table("mail_pace")
