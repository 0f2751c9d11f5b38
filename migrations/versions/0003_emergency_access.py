"""A record can be opened in an emergency: such a link of care lasts an hour and hands nothing on."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade():
    with op.batch_alter_table("care_links") as batch_op:
        batch_op.add_column(sa.Column("is_emergency", sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade():
    """An emergency link has an end already, so without its mark it is a link that ended."""
    with op.batch_alter_table("care_links") as batch_op:
        batch_op.drop_column("is_emergency")
