"""A review says what was decided and which reasons were on its page; a clinic signs off its thresholds by name.

Reviews that were there are "looked", or a call where one was written down with them; those that closed a silence had
that reason on their page.
"""

import sqlalchemy as sa
from alembic import op

from recovery.records.append_only import guard, unguard
from recovery.records.database import Instant

revision = "0005"
down_revision = "0004"

OUTCOMES = (
    "looked",
    "called",
    "called_no_answer",
    "call_planned",
    "snoozed",
    "expected",
    "expected_ended",
    "not_recording",
)

CALLED_WITH_IT = """
UPDATE reviews SET outcome = CASE WHEN (
    SELECT calls.is_answered FROM calls
    WHERE calls.episode_id = reviews.episode_id AND calls.at = reviews.reviewed_at AND calls.by_id = reviews.by_id
) THEN 'called' ELSE 'called_no_answer' END
WHERE EXISTS (
    SELECT 1 FROM calls
    WHERE calls.episode_id = reviews.episode_id AND calls.at = reviews.reviewed_at AND calls.by_id = reviews.by_id
)
"""


def upgrade():
    unguard(op.get_bind())
    op.create_table(
        "reviewed_reasons",
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("rule", sa.String(length=4), nullable=False),
        sa.Column("about", sa.String(length=60), nullable=False),
        sa.Column("level", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["review_id"], ["reviews.id"], name=op.f("fk_reviewed_reasons_review_id_reviews")),
        sa.PrimaryKeyConstraint("review_id", "rule", "about", name=op.f("pk_reviewed_reasons")),
    )
    op.create_table(
        "threshold_sign_offs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("clinic_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("shipped_version", sa.Integer(), nullable=False),
        sa.Column("numbers", sa.JSON(), nullable=False),
        sa.Column("rules", sa.JSON(), nullable=False),
        sa.Column("signed_off_by_id", sa.Uuid(), nullable=False),
        sa.Column("signed_off_at", Instant(), nullable=False),
        sa.Column("is_withdrawal", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["clinic_id"], ["clinics.id"], name=op.f("fk_threshold_sign_offs_clinic_id_clinics")),
        sa.ForeignKeyConstraint(
            ["signed_off_by_id"], ["people.id"], name=op.f("fk_threshold_sign_offs_signed_off_by_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_threshold_sign_offs")),
        sa.UniqueConstraint("clinic_id", "number", name=op.f("uq_threshold_sign_offs_clinic_id_number")),
    )
    op.execute(
        "INSERT INTO reviewed_reasons (review_id, rule, about) SELECT id, 'W6', '' FROM reviews WHERE is_silence_closed"
    )
    outcome = sa.Enum(*OUTCOMES, name="reviewoutcome", native_enum=False, length=40)
    with op.batch_alter_table("reviews") as batch_op:
        batch_op.add_column(sa.Column("outcome", outcome, server_default="looked", nullable=False))
        batch_op.add_column(sa.Column("until_on", sa.Date(), nullable=True))
        batch_op.add_column(
            sa.Column("site", sa.Enum("back", "leg", name="site", native_enum=False, length=40), nullable=True)
        )
        batch_op.add_column(sa.Column("up_to", sa.Integer(), nullable=True))
        batch_op.drop_column("is_silence_closed")
        batch_op.drop_index(batch_op.f("ix_reviews_episode_id"))
        batch_op.create_index("ix_reviews_episode_id_reviewed_at", ["episode_id", "reviewed_at"], unique=False)
    op.execute(CALLED_WITH_IT)
    with op.batch_alter_table("reviews") as batch_op:
        batch_op.alter_column("outcome", existing_type=outcome, server_default=None)
    guard(op.get_bind())


def downgrade():
    unguard(op.get_bind())
    with op.batch_alter_table("reviews") as batch_op:
        batch_op.add_column(sa.Column("is_silence_closed", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.execute(
        "UPDATE reviews SET is_silence_closed = true "
        "WHERE id IN (SELECT review_id FROM reviewed_reasons WHERE rule = 'W6')"
    )
    op.drop_table("reviewed_reasons")
    op.drop_table("threshold_sign_offs")
    with op.batch_alter_table("reviews") as batch_op:
        batch_op.drop_index("ix_reviews_episode_id_reviewed_at")
        batch_op.create_index(batch_op.f("ix_reviews_episode_id"), ["episode_id"], unique=False)
        batch_op.drop_column("up_to")
        batch_op.drop_column("site")
        batch_op.drop_column("until_on")
        batch_op.drop_column("outcome")
    guard(op.get_bind())
