"""Timed tests in the clinic: off for every recovery until somebody switches them on; results as revisions."""

import sqlalchemy as sa
from alembic import op

from recovery.records.append_only import guard, unguard
from recovery.records.database import Instant

revision = "0007"
down_revision = "0006"


def upgrade():
    unguard(op.get_bind())
    with op.batch_alter_table("episodes") as batch_op:
        batch_op.add_column(sa.Column("timed_tests_on", sa.Boolean(), server_default=sa.false(), nullable=False))

    op.create_table(
        "timed_tests",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("episode_id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column(
            "test",
            sa.Enum("timed_up_and_go", "chair_stand", name="timedtest", native_enum=False, length=40),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["episode_id"], ["episodes.id"], name=op.f("fk_timed_tests_episode_id_episodes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_timed_tests")),
        sa.UniqueConstraint("episode_id", "client_id", "test", name=op.f("uq_timed_tests_episode_id_client_id_test")),
    )
    op.create_table(
        "timed_test_results",
        sa.Column("test_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("is_taken_back", sa.Boolean(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("received_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_timed_test_results_by_id_people")),
        sa.ForeignKeyConstraint(
            ["test_id"], ["timed_tests.id"], name=op.f("fk_timed_test_results_test_id_timed_tests")
        ),
        sa.PrimaryKeyConstraint("test_id", "revision", name=op.f("pk_timed_test_results")),
    )
    guard(op.get_bind())


def downgrade():
    unguard(op.get_bind())
    op.drop_table("timed_test_results")
    op.drop_table("timed_tests")
    with op.batch_alter_table("episodes") as batch_op:
        batch_op.drop_column("timed_tests_on")

    guard(op.get_bind())
