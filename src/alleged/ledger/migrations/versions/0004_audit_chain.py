"""Everything is sealed, and what was done stands in a hash chain of events."""

import sqlalchemy as sa
from alembic import op

from alleged.ledger.immutability import keep_rows
from alleged.ledger.resealing import seal_what_is_there

revision = "0004"
down_revision = "0003"

SEALED = (
    "documents",
    "archive",
    "texts",
    "extractions",
    "names",
    "name_words",
    "claims",
    "spans",
    "mentions",
    "relations",
    "inputs",
    "decisions",
)


def upgrade() -> None:
    """Make the tables, tell names by their events, and seal the rows that are there."""
    for name in ("names", "name_words"):
        op.add_column(name, sa.Column("event", sa.Integer(), nullable=True))
    _make_tables()
    for name in ("events", "seals", "name_words"):
        for statement in keep_rows(op.get_bind().dialect.name, name):
            op.execute(statement)
    seal_what_is_there(op.get_bind(), SEALED)


def _make_tables() -> None:
    op.create_table(
        "events",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("chain", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_events"),
        sqlite_strict=True,
    )
    op.create_table(
        "seals",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("replaces", sa.Integer(), nullable=True),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("salts_hash", sa.LargeBinary(), nullable=False),
        sa.Column("hashes", sa.LargeBinary(), nullable=False),
        sa.Column("salts", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.number"], name="fk_seals_event"),
        sa.ForeignKeyConstraint(["replaces"], ["seals.number"], name="fk_seals_replaces"),
        sa.PrimaryKeyConstraint("number", name="pk_seals"),
        sqlite_strict=True,
    )
    op.create_index("ix_seals_event", "seals", ["event"])
