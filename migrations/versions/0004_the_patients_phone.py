"""The patient's phone: entries can be corrected and taken back; activities, questions for the visit, calls asked for,
pinned advice, passages read and their moments, approved ranges, a rhythm of one's own, and the morning after a session.

Whatever had been taken out of a record before was moved to another patient's.
"""

import sqlalchemy as sa
from alembic import op

from recovery.records.append_only import guard, unguard
from recovery.records.database import Instant

revision = "0004"
down_revision = "0003"


def upgrade():
    unguard(op.get_bind())
    op.create_table(
        "range_approvals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("clinic_id", sa.Uuid(), nullable=False),
        sa.Column("source", sa.String(length=60), nullable=False),
        sa.Column("approved_by_id", sa.Uuid(), nullable=False),
        sa.Column("approved_at", Instant(), nullable=False),
        sa.Column("withdrawn_by_id", sa.Uuid(), nullable=True),
        sa.Column("withdrawn_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["approved_by_id"], ["people.id"], name=op.f("fk_range_approvals_approved_by_id_people")
        ),
        sa.ForeignKeyConstraint(["clinic_id"], ["clinics.id"], name=op.f("fk_range_approvals_clinic_id_clinics")),
        sa.ForeignKeyConstraint(
            ["withdrawn_by_id"], ["people.id"], name=op.f("fk_range_approvals_withdrawn_by_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_range_approvals")),
    )
    with op.batch_alter_table("range_approvals") as batch_op:
        batch_op.create_index(batch_op.f("ix_range_approvals_clinic_id"), ["clinic_id"], unique=False)

    op.create_table(
        "activities",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("episode_id", sa.Uuid(), nullable=False),
        sa.Column("words", sa.String(length=80), nullable=False),
        sa.Column("chosen_at", Instant(), nullable=False),
        sa.Column("let_go_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["episode_id"], ["episodes.id"], name=op.f("fk_activities_episode_id_episodes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activities")),
    )
    with op.batch_alter_table("activities") as batch_op:
        batch_op.create_index(batch_op.f("ix_activities_episode_id"), ["episode_id"], unique=False)

    op.create_table(
        "call_requests",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("episode_id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("note", sa.String(length=300), nullable=False),
        sa.Column("asked_at", Instant(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("taken_back_at", Instant(), nullable=True),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.Column("closed_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["closed_by_id"], ["people.id"], name=op.f("fk_call_requests_closed_by_id_people")),
        sa.ForeignKeyConstraint(["episode_id"], ["episodes.id"], name=op.f("fk_call_requests_episode_id_episodes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_requests")),
        sa.UniqueConstraint("episode_id", "client_id", name=op.f("uq_call_requests_episode_id_client_id")),
    )
    op.create_table(
        "passage_moments",
        sa.Column("passage_id", sa.Uuid(), nullable=False),
        sa.Column(
            "moment",
            sa.Enum("after_session", "first_days", "beside_questions", name="moment", native_enum=False, length=40),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["passage_id"], ["passages.id"], name=op.f("fk_passage_moments_passage_id_passages")),
        sa.PrimaryKeyConstraint("passage_id", "moment", name=op.f("pk_passage_moments")),
    )
    op.create_table(
        "passage_reads",
        sa.Column("patient_id", sa.Uuid(), nullable=False),
        sa.Column("passage_id", sa.Uuid(), nullable=False),
        sa.Column("read_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["passage_id"], ["passages.id"], name=op.f("fk_passage_reads_passage_id_passages")),
        sa.ForeignKeyConstraint(["patient_id"], ["patients.id"], name=op.f("fk_passage_reads_patient_id_patients")),
        sa.PrimaryKeyConstraint("patient_id", "passage_id", name=op.f("pk_passage_reads")),
    )
    op.create_table(
        "pinned_advice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("episode_id", sa.Uuid(), nullable=False),
        sa.Column("passage_id", sa.Uuid(), nullable=True),
        sa.Column("words", sa.String(length=1000), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("pinned_at", Instant(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("ended_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_pinned_advice_by_id_people")),
        sa.ForeignKeyConstraint(["ended_by_id"], ["people.id"], name=op.f("fk_pinned_advice_ended_by_id_people")),
        sa.ForeignKeyConstraint(["episode_id"], ["episodes.id"], name=op.f("fk_pinned_advice_episode_id_episodes")),
        sa.ForeignKeyConstraint(["passage_id"], ["passages.id"], name=op.f("fk_pinned_advice_passage_id_passages")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pinned_advice")),
    )
    with op.batch_alter_table("pinned_advice") as batch_op:
        batch_op.create_index(batch_op.f("ix_pinned_advice_episode_id"), ["episode_id"], unique=False)

    op.create_table(
        "visit_questions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("episode_id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("words", sa.String(length=300), nullable=False),
        sa.Column("sign", sa.String(length=60), nullable=False),
        sa.Column("passage_id", sa.Uuid(), nullable=True),
        sa.Column("asked_at", Instant(), nullable=False),
        sa.Column("taken_back_at", Instant(), nullable=True),
        sa.Column("answered_at", Instant(), nullable=True),
        sa.Column("answered_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["people.id"], name=op.f("fk_visit_questions_answered_by_id_people")
        ),
        sa.ForeignKeyConstraint(["episode_id"], ["episodes.id"], name=op.f("fk_visit_questions_episode_id_episodes")),
        sa.ForeignKeyConstraint(["passage_id"], ["passages.id"], name=op.f("fk_visit_questions_passage_id_passages")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit_questions")),
        sa.UniqueConstraint("episode_id", "client_id", name=op.f("uq_visit_questions_episode_id_client_id")),
    )
    op.create_table(
        "activity_scores",
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name=op.f("fk_activity_scores_activity_id_activities")
        ),
        sa.ForeignKeyConstraint(
            ["entry_id", "revision"],
            ["check_ins.entry_id", "check_ins.revision"],
            name=op.f("fk_activity_scores_entry_id_revision_check_ins"),
        ),
        sa.PrimaryKeyConstraint("entry_id", "revision", "activity_id", name=op.f("pk_activity_scores")),
    )
    with op.batch_alter_table("check_ins") as batch_op:
        batch_op.add_column(sa.Column("morning_after_id", sa.Uuid(), nullable=True))
        batch_op.add_column(
            sa.Column(
                "morning",
                sa.Enum("settled", "not_settled", name="morning", native_enum=False, length=40),
                nullable=True,
            )
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_check_ins_morning_after_id_entries"), "entries", ["morning_after_id"], ["id"]
        )

    with op.batch_alter_table("entries") as batch_op:
        batch_op.add_column(
            sa.Column(
                "withdrawal",
                sa.Enum("undone", "taken_back", "moved", name="withdrawal", native_enum=False, length=40),
                nullable=True,
            )
        )

    with op.batch_alter_table("episodes") as batch_op:
        batch_op.add_column(
            sa.Column(
                "rhythm",
                sa.Enum(
                    "daily",
                    "every_second_day",
                    "twice_a_week",
                    "weekly",
                    "none",
                    name="rhythm",
                    native_enum=False,
                    length=40,
                ),
                nullable=True,
            )
        )

    with op.batch_alter_table("therapy_sessions") as batch_op:
        batch_op.add_column(sa.Column("is_stopped_early", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(
            sa.Column(
                "why_stopped",
                sa.Enum(
                    "pain",
                    "tired",
                    "dizzy",
                    "unwell",
                    "no_time",
                    "unsure_how",
                    "other",
                    name="whystopped",
                    native_enum=False,
                    length=40,
                ),
                nullable=True,
            )
        )
    op.execute("UPDATE entries SET withdrawal = 'moved' WHERE taken_back_at IS NOT NULL")
    guard(op.get_bind())


def downgrade():
    unguard(op.get_bind())
    with op.batch_alter_table("therapy_sessions") as batch_op:
        batch_op.drop_column("why_stopped")
        batch_op.drop_column("is_stopped_early")

    with op.batch_alter_table("episodes") as batch_op:
        batch_op.drop_column("rhythm")

    with op.batch_alter_table("entries") as batch_op:
        batch_op.drop_column("withdrawal")

    with op.batch_alter_table("check_ins") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_check_ins_morning_after_id_entries"), type_="foreignkey")
        batch_op.drop_column("morning")
        batch_op.drop_column("morning_after_id")

    op.drop_table("activity_scores")
    op.drop_table("visit_questions")
    with op.batch_alter_table("pinned_advice") as batch_op:
        batch_op.drop_index(batch_op.f("ix_pinned_advice_episode_id"))

    op.drop_table("pinned_advice")
    op.drop_table("passage_reads")
    op.drop_table("passage_moments")
    op.drop_table("call_requests")
    with op.batch_alter_table("activities") as batch_op:
        batch_op.drop_index(batch_op.f("ix_activities_episode_id"))

    op.drop_table("activities")
    with op.batch_alter_table("range_approvals") as batch_op:
        batch_op.drop_index(batch_op.f("ix_range_approvals_clinic_id"))

    op.drop_table("range_approvals")
    guard(op.get_bind())
