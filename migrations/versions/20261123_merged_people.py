"""merged people."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0029"
down_revision: str | None = "0028"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(sa.Column("merged_into", sa.String(length=32), nullable=True))
        batch_op.create_foreign_key("fk_person_merged_into_person", "person", ["merged_into"], ["id"])
        batch_op.create_index("ix_person_merged_into", ["merged_into"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_index("ix_person_merged_into")
        batch_op.drop_constraint("fk_person_merged_into_person", type_="foreignkey")
        batch_op.drop_column("merged_into")
