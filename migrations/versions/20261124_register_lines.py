"""register lines."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0036"
down_revision: str | None = "0035"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "register_mould",
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("form", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_register_mould_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "form", name=op.f("pk_register_mould")),
    )
    op.create_table(
        "register_line",
        sa.Column("submission_id", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("project_id", sa.String(length=32), nullable=False),
        sa.Column("document_id", sa.String(length=32), nullable=True),
        sa.Column("form", sa.String(length=64), nullable=False),
        sa.Column("version", sa.String(length=64), nullable=False),
        sa.Column("access", sa.String(length=64), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=255), nullable=False),
        sa.Column("project", sa.String(length=255), nullable=False),
        sa.Column("people", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("active_until", sa.Date(), nullable=True),
        sa.Column("keep_until", sa.Date(), nullable=True),
        sa.Column("watched", sa.Boolean(), nullable=False),
        sa.Column("looked_on", sa.Date(), nullable=True),
        sa.Column("stale", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_register_line_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_register_line_project_id_project")),
        sa.ForeignKeyConstraint(
            ["submission_id"], ["submission.id"], name=op.f("fk_register_line_submission_id_submission")
        ),
        sa.PrimaryKeyConstraint("submission_id", name=op.f("pk_register_line")),
    )
    op.create_index("ix_register_line_at", "register_line", ["at", "submission_id"], unique=False)
    op.create_index("ix_register_line_form_at", "register_line", ["form", "at", "submission_id"], unique=False)
    op.create_index(op.f("ix_register_line_organisation_id"), "register_line", ["organisation_id"], unique=False)
    op.create_index(
        "ix_register_line_place_at", "register_line", ["organisation_id", "at", "submission_id"], unique=False
    )
    op.create_index(op.f("ix_register_line_project_id"), "register_line", ["project_id"], unique=False)
    op.create_index(
        "ix_register_line_stale",
        "register_line",
        ["submission_id"],
        unique=False,
        sqlite_where=sa.text("stale"),
        postgresql_where=sa.text("stale"),
    )
    op.create_index(
        "ix_register_line_watched",
        "register_line",
        ["looked_on"],
        unique=False,
        sqlite_where=sa.text("watched"),
        postgresql_where=sa.text("watched"),
    )

    op.create_table(
        "register_alert",
        sa.Column("submission_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("label", sa.String(length=255), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_register_alert_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["register_line.submission_id"],
            name=op.f("fk_register_alert_submission_id_register_line"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("submission_id", "name", name=op.f("pk_register_alert")),
    )
    op.create_index(op.f("ix_register_alert_organisation_id"), "register_alert", ["organisation_id"], unique=False)

    op.create_table(
        "register_cell",
        sa.Column("submission_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("form", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("shown", sa.String(length=255), nullable=False),
        sa.Column("number", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_register_cell_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["register_line.submission_id"],
            name=op.f("fk_register_cell_submission_id_register_line"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("submission_id", "name", "rank", name=op.f("pk_register_cell")),
    )
    op.create_index("ix_register_cell_key", "register_cell", ["form", "name", "key", "submission_id"], unique=False)
    op.create_index(op.f("ix_register_cell_organisation_id"), "register_cell", ["organisation_id"], unique=False)
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE INDEX fts_register_line_words ON register_line "
            "USING gin (array_to_tsvector(string_to_array(words, ' ')))"
        )
    # Every document has a line, made by the runner from what is stored.
    op.execute(
        "INSERT INTO register_line (submission_id, organisation_id, project_id, form, version, access, reference,"
        " title, project, people, state, at, words, watched, stale)"
        " SELECT id, organisation_id, project_id, form, version, '', reference, title, '', '', state, frozen_at, '',"
        " false, true FROM submission WHERE archive = 'sealed'"
    )


def downgrade() -> None:
    op.drop_table("register_cell")
    op.drop_table("register_alert")
    op.drop_table("register_line")
    op.drop_table("register_mould")
