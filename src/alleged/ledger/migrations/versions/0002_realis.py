"""Claims say whether what they tell is told as having happened."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column; it stays empty in the rows that are there, for nobody told it then."""
    op.add_column("claims", sa.Column("realis", sa.Text(), nullable=True))
