"""A ledger may be shared: it has members, and documents are marked."""

import json

import sqlalchemy as sa
from alembic import op

from alleged.ledger.bulk import insert_rows
from alleged.ledger.immutability import keep_rows
from alleged.ledger.membership import list_touched
from alleged.ledger.resealing import seal_what_is_there
from alleged.ledger.schema import touched

revision = "0005"
down_revision = "0004"

ADDED = ("members", "clearances", "markings", "touched")


def upgrade() -> None:
    """Make the tables and what keeps their rows as they are; tell what earlier decisions touch."""
    _make_tables()
    for name in ADDED:
        for statement in keep_rows(op.get_bind().dialect.name, name):
            op.execute(statement)
    connection = op.get_bind()
    made = connection.execute(sa.text("SELECT number, about, what FROM decisions ORDER BY number")).all()
    rows = [
        row
        for number, about, what in made
        for row in list_touched(connection, number, about, json.loads(what))
    ]
    insert_rows(connection, touched, rows)
    if rows:
        seal_what_is_there(connection, ("touched",))


def _make_tables() -> None:
    op.create_table(
        "members",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_members"),
        sqlite_strict=True,
    )
    op.create_index("ix_members_who_number", "members", ["who", "number"])
    op.create_table(
        "clearances",
        sa.Column("member", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["member"], ["members.number"], name="fk_clearances_member"),
        sa.PrimaryKeyConstraint("member", "label", name="pk_clearances"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "markings",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name="fk_markings_document"),
        sa.PrimaryKeyConstraint("number", name="pk_markings"),
        sqlite_strict=True,
    )
    op.create_index("ix_markings_document_number", "markings", ["document", "number"])
    op.create_table(
        "touched",
        sa.Column("decision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("needed", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["decision"], ["decisions.number"], name="fk_touched_decision"),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name="fk_touched_document"),
        sa.PrimaryKeyConstraint("decision", "document", name="pk_touched"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
