"""entered people."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0032"
down_revision: str | None = "0031"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "entered_person",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_as", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=True),
        sa.Column("letter_key", sa.String(length=255), nullable=True),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("informed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("means", sa.String(length=64), nullable=False),
        sa.Column("informed_by", sa.String(length=32), nullable=True),
        sa.Column("request", sa.String(length=64), nullable=False),
        sa.Column("request_text", sa.Text(), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["informed_by"], ["person.id"], name=op.f("fk_entered_person_informed_by_person"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_entered_person_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_entered_person_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_entered_person")),
    )
    op.create_index(op.f("ix_entered_person_digest"), "entered_person", ["digest"], unique=False)
    op.create_index(op.f("ix_entered_person_organisation_id"), "entered_person", ["organisation_id"], unique=False)
    # Whoever has no account was entered by somebody: by whom is not known any more, and nobody has told them.
    op.execute(
        "INSERT INTO entered_person (person_id, organisation_id, entered_at, entered_as, means, request, request_text) "
        "SELECT id, organisation_id, CURRENT_TIMESTAMP, 'unknown', '', '', '' FROM person "
        "WHERE NOT EXISTS (SELECT 1 FROM account WHERE account.person_id = person.id)"
    )


def downgrade() -> None:
    op.drop_table("entered_person")
