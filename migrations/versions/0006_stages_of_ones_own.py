"""Stages of one's own: a physiotherapist holds, moves or steps back a stage, and a clinic signs off its boundaries.

Until then every clinic has the shipped ones, so no row is needed for them.
"""

import sqlalchemy as sa
from alembic import op

from recovery.records.append_only import guard, unguard
from recovery.records.database import Instant

revision = "0006"
down_revision = "0005"

STAGES = (
    "before",
    "first_days",
    "early_healing",
    "building_up",
    "getting_stronger",
    "back_to_life",
    "long_term",
)
KINDS = ("hold", "move", "step_back", "days", "lift", "by_clinic")


def upgrade():
    op.create_table(
        "stages_versions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("clinic_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("begins", sa.JSON(), nullable=False),
        sa.Column("rhythms", sa.JSON(), nullable=False),
        sa.Column("why", sa.String(length=500), nullable=False),
        sa.Column("drafted_by_id", sa.Uuid(), nullable=False),
        sa.Column("drafted_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["clinic_id"], ["clinics.id"], name=op.f("fk_stages_versions_clinic_id_clinics")),
        sa.ForeignKeyConstraint(["drafted_by_id"], ["people.id"], name=op.f("fk_stages_versions_drafted_by_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stages_versions")),
        sa.UniqueConstraint("clinic_id", "version", name=op.f("uq_stages_versions_clinic_id_version")),
    )
    op.create_table(
        "stages_sign_offs",
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("signed_by_id", sa.Uuid(), nullable=False),
        sa.Column("signed_at", Instant(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["signed_by_id"], ["people.id"], name=op.f("fk_stages_sign_offs_signed_by_id_people")),
        sa.ForeignKeyConstraint(
            ["version_id"], ["stages_versions.id"], name=op.f("fk_stages_sign_offs_version_id_stages_versions")
        ),
        sa.PrimaryKeyConstraint("version_id", name=op.f("pk_stages_sign_offs")),
    )
    op.create_table(
        "stage_decisions",
        sa.Column("episode_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Enum(*KINDS, name="kind", native_enum=False, length=40), nullable=False),
        sa.Column("stage", sa.Enum(*STAGES, name="stage", native_enum=False, length=40), nullable=True),
        sa.Column("from_day", sa.Integer(), nullable=False),
        sa.Column("until_day", sa.Integer(), nullable=True),
        sa.Column("begins", sa.JSON(), nullable=False),
        sa.Column("why", sa.String(length=500), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_stage_decisions_by_id_people")),
        sa.ForeignKeyConstraint(["episode_id"], ["episodes.id"], name=op.f("fk_stage_decisions_episode_id_episodes")),
        sa.PrimaryKeyConstraint("episode_id", "number", name=op.f("pk_stage_decisions")),
    )
    guard(op.get_bind())


def downgrade():
    unguard(op.get_bind())
    op.drop_table("stage_decisions")
    op.drop_table("stages_sign_offs")
    op.drop_table("stages_versions")
    guard(op.get_bind())
