"""A sign-in remembers when the password was last typed again in it, which an export asks for."""

import sqlalchemy as sa
from alembic import op

from recovery.records.database import Instant

revision = "0009"
down_revision = "0008"


def upgrade():
    with op.batch_alter_table("sign_ins") as batch_op:
        batch_op.add_column(sa.Column("confirmed_at", Instant(), nullable=True))


def downgrade():
    """Whoever exports next is asked again."""
    with op.batch_alter_table("sign_ins") as batch_op:
        batch_op.drop_column("confirmed_at")
