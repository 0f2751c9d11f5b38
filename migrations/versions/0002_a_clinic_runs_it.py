"""Let a clinic run it: invitations, consent, cover, hand-overs, opening hours, a library, changes and replacements.

Entries received before have sequence 0: every page that a review can come from was read after them.
"""

import sqlalchemy as sa
from alembic import op

from recovery.records.append_only import guard, unguard
from recovery.records.database import Instant

revision = "0002"
down_revision = "0001"


def upgrade():
    unguard(op.get_bind())
    op.create_table(
        "exercises",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("clinic_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("how_to", sa.String(length=2000), nullable=False),
        sa.Column("sets", sa.Integer(), nullable=True),
        sa.Column("repetitions", sa.Integer(), nullable=True),
        sa.Column("hold_seconds", sa.Integer(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("retired_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["clinic_id"], ["clinics.id"], name=op.f("fk_exercises_clinic_id_clinics")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exercises")),
    )
    with op.batch_alter_table("exercises") as batch_op:
        batch_op.create_index(batch_op.f("ix_exercises_clinic_id"), ["clinic_id"], unique=False)

    op.create_table(
        "holidays",
        sa.Column("clinic_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["clinic_id"], ["clinics.id"], name=op.f("fk_holidays_clinic_id_clinics")),
        sa.PrimaryKeyConstraint("clinic_id", "day", name=op.f("pk_holidays")),
    )
    op.create_table(
        "opening_times",
        sa.Column("clinic_id", sa.Uuid(), nullable=False),
        sa.Column("weekday", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("opens_at", sa.Time(), nullable=False),
        sa.Column("closes_at", sa.Time(), nullable=False),
        sa.ForeignKeyConstraint(["clinic_id"], ["clinics.id"], name=op.f("fk_opening_times_clinic_id_clinics")),
        sa.PrimaryKeyConstraint("clinic_id", "weekday", name=op.f("pk_opening_times")),
    )
    op.create_table(
        "plan_templates",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("clinic_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column(
            "procedure",
            sa.Enum("fusion", "laminectomy", "discectomy", name="procedure", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column(
            "stage",
            sa.Enum(
                "before",
                "first_days",
                "early_healing",
                "building_up",
                "getting_stronger",
                "back_to_life",
                "long_term",
                name="stage",
                native_enum=False,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("retired_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["clinic_id"], ["clinics.id"], name=op.f("fk_plan_templates_clinic_id_clinics")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_templates")),
    )
    with op.batch_alter_table("plan_templates") as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_templates_clinic_id"), ["clinic_id"], unique=False)

    op.create_table(
        "absences",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("physiotherapist_id", sa.Uuid(), nullable=False),
        sa.Column("covered_by_id", sa.Uuid(), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("made_by_id", sa.Uuid(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("cancelled_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["covered_by_id"], ["people.id"], name=op.f("fk_absences_covered_by_id_people")),
        sa.ForeignKeyConstraint(["made_by_id"], ["people.id"], name=op.f("fk_absences_made_by_id_people")),
        sa.ForeignKeyConstraint(
            ["physiotherapist_id"], ["people.id"], name=op.f("fk_absences_physiotherapist_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absences")),
    )
    with op.batch_alter_table("absences") as batch_op:
        batch_op.create_index(batch_op.f("ix_absences_covered_by_id"), ["covered_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_absences_physiotherapist_id"), ["physiotherapist_id"], unique=False)

    op.create_table(
        "invitations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("shown_on", sa.Enum("screen", "paper", name="shownon", native_enum=False, length=40), nullable=False),
        sa.Column("made_by_id", sa.Uuid(), nullable=True),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("wrong_answers", sa.Integer(), nullable=False),
        sa.Column("used_at", Instant(), nullable=True),
        sa.Column("voided_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["made_by_id"], ["people.id"], name=op.f("fk_invitations_made_by_id_people")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_invitations_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_invitations_code_hash")),
    )
    with op.batch_alter_table("invitations") as batch_op:
        batch_op.create_index(batch_op.f("ix_invitations_person_id"), ["person_id"], unique=False)

    op.create_table(
        "template_lines",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("template_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("how_to", sa.String(length=2000), nullable=False),
        sa.Column("weekdays", sa.String(length=7), nullable=False),
        sa.Column("times_a_day", sa.Integer(), nullable=False),
        sa.Column("sets", sa.Integer(), nullable=True),
        sa.Column("repetitions", sa.Integer(), nullable=True),
        sa.Column("hold_seconds", sa.Integer(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["template_id"], ["plan_templates.id"], name=op.f("fk_template_lines_template_id_plan_templates")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_template_lines")),
    )
    with op.batch_alter_table("template_lines") as batch_op:
        batch_op.create_index(batch_op.f("ix_template_lines_template_id"), ["template_id"], unique=False)

    op.create_table(
        "consents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("given_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["patients.id"], name=op.f("fk_consents_patient_id_patients")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
    with op.batch_alter_table("consents") as batch_op:
        batch_op.create_index(batch_op.f("ix_consents_patient_id"), ["patient_id"], unique=False)

    op.create_table(
        "hand_overs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("patient_id", sa.Uuid(), nullable=False),
        sa.Column("from_id", sa.Uuid(), nullable=False),
        sa.Column("to_id", sa.Uuid(), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("offered_at", Instant(), nullable=False),
        sa.Column("answered_at", Instant(), nullable=True),
        sa.Column(
            "answer",
            sa.Enum("accepted", "declined", "withdrawn", name="answer", native_enum=False, length=40),
            nullable=True,
        ),
        sa.ForeignKeyConstraint(["from_id"], ["people.id"], name=op.f("fk_hand_overs_from_id_people")),
        sa.ForeignKeyConstraint(["patient_id"], ["patients.id"], name=op.f("fk_hand_overs_patient_id_patients")),
        sa.ForeignKeyConstraint(["to_id"], ["people.id"], name=op.f("fk_hand_overs_to_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hand_overs")),
    )
    with op.batch_alter_table("hand_overs") as batch_op:
        batch_op.create_index(batch_op.f("ix_hand_overs_patient_id"), ["patient_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_hand_overs_to_id"), ["to_id"], unique=False)
        batch_op.create_index(
            "uq_hand_overs_one_open",
            ["patient_id", "from_id"],
            unique=True,
            sqlite_where=sa.text("answered_at IS NULL"),
            postgresql_where=sa.text("answered_at IS NULL"),
        )

    op.create_table(
        "passage_replacements",
        sa.Column("passage_id", sa.Uuid(), nullable=False),
        sa.Column("replaced_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["passage_id"], ["passages.id"], name=op.f("fk_passage_replacements_passage_id_passages")
        ),
        sa.ForeignKeyConstraint(
            ["replaced_id"], ["passages.id"], name=op.f("fk_passage_replacements_replaced_id_passages")
        ),
        sa.PrimaryKeyConstraint("passage_id", "replaced_id", name=op.f("pk_passage_replacements")),
    )
    with op.batch_alter_table("passage_replacements") as batch_op:
        batch_op.create_index(batch_op.f("ix_passage_replacements_replaced_id"), ["replaced_id"], unique=False)

    op.create_table(
        "record_changes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("patient_id", sa.Uuid(), nullable=False),
        sa.Column("episode_id", sa.Uuid(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column(
            "what",
            sa.Enum(
                "given_name",
                "family_name",
                "born_on",
                "phone",
                "email",
                "language",
                "needs_interpreter",
                "zone",
                "operated_on",
                "procedures",
                "approach",
                "region",
                "levels",
                "side",
                "surgeon",
                "surgeon_instructions",
                "is_revision",
                "back_pain_before",
                "leg_pain_before",
                "status",
                "new_operation",
                "entry_moved_away",
                "entry_moved_here",
                "care_began",
                "care_ended",
                name="changed",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("before", sa.String(length=300), nullable=False),
        sa.Column("after", sa.String(length=300), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_record_changes_by_id_people")),
        sa.ForeignKeyConstraint(["episode_id"], ["episodes.id"], name=op.f("fk_record_changes_episode_id_episodes")),
        sa.ForeignKeyConstraint(["patient_id"], ["patients.id"], name=op.f("fk_record_changes_patient_id_patients")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_record_changes")),
    )
    with op.batch_alter_table("record_changes") as batch_op:
        batch_op.create_index("ix_record_changes_patient_id_at", ["patient_id", "at"], unique=False)

    op.create_table(
        "withdrawals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("passage_id", sa.Uuid(), nullable=False),
        sa.Column("withdrawn_by_id", sa.Uuid(), nullable=False),
        sa.Column("withdrawn_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["passage_id"], ["passages.id"], name=op.f("fk_withdrawals_passage_id_passages")),
        sa.ForeignKeyConstraint(["withdrawn_by_id"], ["people.id"], name=op.f("fk_withdrawals_withdrawn_by_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_withdrawals")),
        sa.UniqueConstraint("passage_id", name=op.f("uq_withdrawals_passage_id")),
    )
    with op.batch_alter_table("check_ins") as batch_op:
        batch_op.add_column(sa.Column("sequence", sa.Integer(), server_default="0", nullable=False))

    with op.batch_alter_table("clinics") as batch_op:
        batch_op.drop_column("team_hours")

    with op.batch_alter_table("episodes") as batch_op:
        batch_op.add_column(sa.Column("surgeon_instructions", sa.String(length=300), server_default="", nullable=False))

    with op.batch_alter_table("not_well_days") as batch_op:
        batch_op.add_column(sa.Column("sequence", sa.Integer(), server_default="0", nullable=False))

    with op.batch_alter_table("passages") as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_passages_version_id_paragraph_first_sentence"), type_="unique")
        batch_op.create_index(
            "ix_passages_version_id_paragraph", ["version_id", "paragraph", "first_sentence"], unique=False
        )

    with op.batch_alter_table("patients") as batch_op:
        batch_op.add_column(sa.Column("language", sa.String(length=60), server_default="English", nullable=False))
        batch_op.add_column(sa.Column("needs_interpreter", sa.Boolean(), server_default=sa.false(), nullable=False))

    with op.batch_alter_table("prescriptions") as batch_op:
        batch_op.add_column(sa.Column("from_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("until_on", sa.Date(), nullable=True))

    with op.batch_alter_table("reviews") as batch_op:
        batch_op.add_column(sa.Column("note_for_patient", sa.String(length=500), server_default="", nullable=False))
        batch_op.add_column(sa.Column("seen_through", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("is_silence_closed", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.drop_column("is_for_patient")

    with op.batch_alter_table("therapy_sessions") as batch_op:
        batch_op.add_column(sa.Column("sequence", sa.Integer(), server_default="0", nullable=False))
    guard(op.get_bind())


def downgrade():
    unguard(op.get_bind())
    with op.batch_alter_table("therapy_sessions") as batch_op:
        batch_op.drop_column("sequence")

    with op.batch_alter_table("reviews") as batch_op:
        batch_op.add_column(sa.Column("is_for_patient", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.drop_column("is_silence_closed")
        batch_op.drop_column("seen_through")
        batch_op.drop_column("note_for_patient")

    with op.batch_alter_table("prescriptions") as batch_op:
        batch_op.drop_column("until_on")
        batch_op.drop_column("from_on")

    with op.batch_alter_table("patients") as batch_op:
        batch_op.drop_column("needs_interpreter")
        batch_op.drop_column("language")

    with op.batch_alter_table("passages") as batch_op:
        batch_op.drop_index("ix_passages_version_id_paragraph")
        batch_op.create_unique_constraint(
            batch_op.f("uq_passages_version_id_paragraph_first_sentence"), ["version_id", "paragraph", "first_sentence"]
        )

    with op.batch_alter_table("not_well_days") as batch_op:
        batch_op.drop_column("sequence")

    with op.batch_alter_table("episodes") as batch_op:
        batch_op.drop_column("surgeon_instructions")

    with op.batch_alter_table("clinics") as batch_op:
        batch_op.add_column(sa.Column("team_hours", sa.String(length=200), server_default="", nullable=False))

    with op.batch_alter_table("check_ins") as batch_op:
        batch_op.drop_column("sequence")

    op.drop_table("withdrawals")
    with op.batch_alter_table("record_changes") as batch_op:
        batch_op.drop_index("ix_record_changes_patient_id_at")

    op.drop_table("record_changes")
    with op.batch_alter_table("passage_replacements") as batch_op:
        batch_op.drop_index(batch_op.f("ix_passage_replacements_replaced_id"))

    op.drop_table("passage_replacements")
    with op.batch_alter_table("hand_overs") as batch_op:
        batch_op.drop_index(
            "uq_hand_overs_one_open",
            sqlite_where=sa.text("answered_at IS NULL"),
            postgresql_where=sa.text("answered_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_hand_overs_to_id"))
        batch_op.drop_index(batch_op.f("ix_hand_overs_patient_id"))

    op.drop_table("hand_overs")
    with op.batch_alter_table("consents") as batch_op:
        batch_op.drop_index(batch_op.f("ix_consents_patient_id"))

    op.drop_table("consents")
    with op.batch_alter_table("template_lines") as batch_op:
        batch_op.drop_index(batch_op.f("ix_template_lines_template_id"))

    op.drop_table("template_lines")
    with op.batch_alter_table("invitations") as batch_op:
        batch_op.drop_index(batch_op.f("ix_invitations_person_id"))

    op.drop_table("invitations")
    with op.batch_alter_table("absences") as batch_op:
        batch_op.drop_index(batch_op.f("ix_absences_physiotherapist_id"))
        batch_op.drop_index(batch_op.f("ix_absences_covered_by_id"))

    op.drop_table("absences")
    with op.batch_alter_table("plan_templates") as batch_op:
        batch_op.drop_index(batch_op.f("ix_plan_templates_clinic_id"))

    op.drop_table("plan_templates")
    op.drop_table("opening_times")
    op.drop_table("holidays")
    with op.batch_alter_table("exercises") as batch_op:
        batch_op.drop_index(batch_op.f("ix_exercises_clinic_id"))

    op.drop_table("exercises")
    guard(op.get_bind())
