"""What a clinic's lead approved of the clinic's own numbers is kept as it was approved."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade():
    with op.batch_alter_table("range_approvals") as batch_op:
        batch_op.add_column(sa.Column("numbers", sa.Text(), nullable=True))


def downgrade():
    """Without its numbers an approval of a clinic's own shows nothing: its source is none that comes with the app."""
    with op.batch_alter_table("range_approvals") as batch_op:
        batch_op.drop_column("numbers")
