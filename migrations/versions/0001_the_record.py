"""Lay the record: clinics, people, episodes, entries, plans, documents, reviews, sign-ins and the audit."""

import sqlalchemy as sa
from alembic import op

from recovery.records.append_only import guard, unguard
from recovery.records.database import Instant

revision = "0001"
down_revision = None


def upgrade():
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("chain", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
    )
    op.create_table(
        "clinics",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("team_number", sa.String(length=40), nullable=False),
        sa.Column("team_hours", sa.String(length=200), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clinics")),
        sa.UniqueConstraint("name", name=op.f("uq_clinics_name")),
    )
    op.create_table(
        "documents",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("clinic_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(["clinic_id"], ["clinics.id"], name=op.f("fk_documents_clinic_id_clinics")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
        sa.UniqueConstraint("clinic_id", "key", name=op.f("uq_documents_clinic_id_key")),
    )
    op.create_table(
        "people",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("clinic_id", sa.Uuid(), nullable=False),
        sa.Column(
            "role",
            sa.Enum("patient", "physiotherapist", "lead", name="role", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("given_name", sa.String(length=80), nullable=False),
        sa.Column("family_name", sa.String(length=80), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("user_name", sa.String(length=64), nullable=True),
        sa.Column("password_hash", sa.String(length=200), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("disabled_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["clinic_id"], ["clinics.id"], name=op.f("fk_people_clinic_id_clinics")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("email", name=op.f("uq_people_email")),
        sa.UniqueConstraint("user_name", name=op.f("uq_people_user_name")),
    )
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.create_index("ix_people_clinic_id_role", ["clinic_id", "role"], unique=False)

    op.create_table(
        "document_versions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("source", sa.String(length=500), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("imported_by_id", sa.Uuid(), nullable=True),
        sa.Column("imported_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_document_versions_document_id_documents")
        ),
        sa.ForeignKeyConstraint(
            ["imported_by_id"], ["people.id"], name=op.f("fk_document_versions_imported_by_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_versions")),
        sa.UniqueConstraint("document_id", "digest", name=op.f("uq_document_versions_document_id_digest")),
        sa.UniqueConstraint("document_id", "version", name=op.f("uq_document_versions_document_id_version")),
    )
    op.create_table(
        "patients",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("clinic_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("born_on", sa.Date(), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("joined_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["clinic_id"], ["clinics.id"], name=op.f("fk_patients_clinic_id_clinics")),
        sa.ForeignKeyConstraint(["id"], ["people.id"], name=op.f("fk_patients_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_patients")),
        sa.UniqueConstraint("clinic_id", "number", name=op.f("uq_patients_clinic_id_number")),
    )
    op.create_table(
        "sign_ins",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("token_sha256", sa.String(length=64), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("last_used_at", Instant(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("revoked_at", Instant(), nullable=True),
        sa.Column("device", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_sign_ins_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_ins")),
        sa.UniqueConstraint("token_sha256", name=op.f("uq_sign_ins_token_sha256")),
    )
    with op.batch_alter_table("sign_ins", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_ins_person_id"), ["person_id"], unique=False)

    op.create_table(
        "appointments",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("patient_id", sa.Uuid(), nullable=False),
        sa.Column("with_id", sa.Uuid(), nullable=True),
        sa.Column("purpose", sa.String(length=120), nullable=False),
        sa.Column("place", sa.String(length=120), nullable=False),
        sa.Column("starts_at", Instant(), nullable=False),
        sa.Column("cancelled_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["patient_id"], ["patients.id"], name=op.f("fk_appointments_patient_id_patients")),
        sa.ForeignKeyConstraint(["with_id"], ["people.id"], name=op.f("fk_appointments_with_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointments")),
    )
    with op.batch_alter_table("appointments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_appointments_patient_id"), ["patient_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_appointments_starts_at"), ["starts_at"], unique=False)

    op.create_table(
        "audit",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column(
            "role",
            sa.Enum("patient", "physiotherapist", "lead", name="role", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column("clinic_id", sa.Uuid(), nullable=False),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("patient_id", sa.Uuid(), nullable=True),
        sa.Column("subject", sa.String(length=60), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("request_id", sa.String(length=36), nullable=False),
        sa.Column("chain", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["people.id"], name=op.f("fk_audit_actor_id_people")),
        sa.ForeignKeyConstraint(["clinic_id"], ["clinics.id"], name=op.f("fk_audit_clinic_id_clinics")),
        sa.ForeignKeyConstraint(["patient_id"], ["patients.id"], name=op.f("fk_audit_patient_id_patients")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit")),
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index("ix_audit_patient_id_at", ["patient_id", "at"], unique=False)

    op.create_table(
        "care_links",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("patient_id", sa.Uuid(), nullable=False),
        sa.Column("physiotherapist_id", sa.Uuid(), nullable=False),
        sa.Column("started_at", Instant(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("summary_opened_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["patient_id"], ["patients.id"], name=op.f("fk_care_links_patient_id_patients")),
        sa.ForeignKeyConstraint(
            ["physiotherapist_id"], ["people.id"], name=op.f("fk_care_links_physiotherapist_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_care_links")),
    )
    with op.batch_alter_table("care_links", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_care_links_patient_id"), ["patient_id"], unique=False)
        batch_op.create_index(
            "ix_care_links_physiotherapist_id_ended_at", ["physiotherapist_id", "ended_at"], unique=False
        )

    op.create_table(
        "episodes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("patient_id", sa.Uuid(), nullable=False),
        sa.Column("operated_on", sa.Date(), nullable=False),
        sa.Column(
            "approach",
            sa.Enum("open", "minimally_invasive", name="approach", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("region", sa.Enum("lumbar", "cervical", name="region", native_enum=False, length=40), nullable=False),
        sa.Column("levels", sa.String(length=40), nullable=False),
        sa.Column(
            "side", sa.Enum("left", "right", "both", "middle", name="side", native_enum=False, length=40), nullable=True
        ),
        sa.Column("surgeon", sa.String(length=120), nullable=False),
        sa.Column("is_revision", sa.Boolean(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "active",
                "in_hospital",
                "paused",
                "discharged",
                "moved",
                "died",
                name="episodestatus",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("status_since", sa.Date(), nullable=False),
        sa.Column("back_pain_before", sa.Integer(), nullable=True),
        sa.Column("leg_pain_before", sa.Integer(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["patients.id"], name=op.f("fk_episodes_patient_id_patients")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_episodes")),
    )
    with op.batch_alter_table("episodes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_episodes_patient_id"), ["patient_id"], unique=False)
        batch_op.create_index(
            "uq_episodes_one_active",
            ["patient_id"],
            unique=True,
            sqlite_where=sa.text("status = 'active'"),
            postgresql_where=sa.text("status = 'active'"),
        )

    op.create_table(
        "paragraphs",
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["document_versions.id"], name=op.f("fk_paragraphs_version_id_document_versions")
        ),
        sa.PrimaryKeyConstraint("version_id", "number", name=op.f("pk_paragraphs")),
    )
    op.create_table(
        "passages",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.Column("first_sentence", sa.Integer(), nullable=False),
        sa.Column("last_sentence", sa.Integer(), nullable=False),
        sa.Column("original", sa.Text(), nullable=False),
        sa.Column("heading", sa.String(length=200), nullable=False),
        sa.Column("plain", sa.Text(), nullable=False),
        sa.Column("follows_slowest", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["document_versions.id"], name=op.f("fk_passages_version_id_document_versions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passages")),
        sa.UniqueConstraint(
            "version_id", "paragraph", "first_sentence", name=op.f("uq_passages_version_id_paragraph_first_sentence")
        ),
    )
    op.create_table(
        "approvals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("passage_id", sa.Uuid(), nullable=False),
        sa.Column("approved_by_id", sa.Uuid(), nullable=False),
        sa.Column("approved_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["approved_by_id"], ["people.id"], name=op.f("fk_approvals_approved_by_id_people")),
        sa.ForeignKeyConstraint(["passage_id"], ["passages.id"], name=op.f("fk_approvals_passage_id_passages")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approvals")),
    )
    with op.batch_alter_table("approvals", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_approvals_passage_id"), ["passage_id"], unique=False)

    op.create_table(
        "calls",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("episode_id", sa.Uuid(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("is_answered", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_calls_by_id_people")),
        sa.ForeignKeyConstraint(["episode_id"], ["episodes.id"], name=op.f("fk_calls_episode_id_episodes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calls")),
    )
    with op.batch_alter_table("calls", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_calls_episode_id"), ["episode_id"], unique=False)

    op.create_table(
        "entries",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("patient_id", sa.Uuid(), nullable=False),
        sa.Column("episode_id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("check_in", "session", "not_well", name="entrykind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("recorded_on", sa.Date(), nullable=False),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("taken_back_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["episode_id"], ["episodes.id"], name=op.f("fk_entries_episode_id_episodes")),
        sa.ForeignKeyConstraint(["patient_id"], ["patients.id"], name=op.f("fk_entries_patient_id_patients")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entries")),
        sa.UniqueConstraint("patient_id", "client_id", name=op.f("uq_entries_patient_id_client_id")),
    )
    with op.batch_alter_table("entries", schema=None) as batch_op:
        batch_op.create_index("ix_entries_episode_id_recorded_on", ["episode_id", "recorded_on"], unique=False)

    op.create_table(
        "episode_procedures",
        sa.Column("episode_id", sa.Uuid(), nullable=False),
        sa.Column(
            "procedure",
            sa.Enum("fusion", "laminectomy", "discectomy", name="procedure", native_enum=False, length=40),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["episode_id"], ["episodes.id"], name=op.f("fk_episode_procedures_episode_id_episodes")
        ),
        sa.PrimaryKeyConstraint("episode_id", "procedure", name=op.f("pk_episode_procedures")),
    )
    op.create_table(
        "placements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("passage_id", sa.Uuid(), nullable=False),
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
            nullable=False,
        ),
        sa.Column(
            "procedure",
            sa.Enum("fusion", "laminectomy", "discectomy", name="procedure", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column(
            "approach",
            sa.Enum("open", "minimally_invasive", name="approach", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column("is_on_today", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["passage_id"], ["passages.id"], name=op.f("fk_placements_passage_id_passages")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placements")),
    )
    with op.batch_alter_table("placements", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_placements_passage_id"), ["passage_id"], unique=False)

    op.create_table(
        "plan_versions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("episode_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("why", sa.String(length=500), nullable=False),
        sa.Column("made_by_id", sa.Uuid(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["episode_id"], ["episodes.id"], name=op.f("fk_plan_versions_episode_id_episodes")),
        sa.ForeignKeyConstraint(["made_by_id"], ["people.id"], name=op.f("fk_plan_versions_made_by_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_versions")),
        sa.UniqueConstraint("episode_id", "version", name=op.f("uq_plan_versions_episode_id_version")),
    )
    op.create_table(
        "reviews",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("episode_id", sa.Uuid(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("opened_at", Instant(), nullable=False),
        sa.Column("reviewed_at", Instant(), nullable=False),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.Column("is_for_patient", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_reviews_by_id_people")),
        sa.ForeignKeyConstraint(["episode_id"], ["episodes.id"], name=op.f("fk_reviews_episode_id_episodes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviews")),
    )
    with op.batch_alter_table("reviews", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reviews_episode_id"), ["episode_id"], unique=False)

    op.create_table(
        "check_ins",
        sa.Column("back_pain_average", sa.Integer(), nullable=True),
        sa.Column("back_pain_worst", sa.Integer(), nullable=True),
        sa.Column("leg_pain_average", sa.Integer(), nullable=True),
        sa.Column("leg_pain_worst", sa.Integer(), nullable=True),
        sa.Column("bearable", sa.Boolean(), nullable=True),
        sa.Column("walking_minutes", sa.Integer(), nullable=True),
        sa.Column("longest_walk_minutes", sa.Integer(), nullable=True),
        sa.Column("steps", sa.Integer(), nullable=True),
        sa.Column(
            "walking_aid",
            sa.Enum(
                "none",
                "one_stick",
                "two_sticks",
                "frame",
                "wheelchair",
                name="walkingaid",
                native_enum=False,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column(
            "stairs",
            sa.Enum("not_tried", "with_help", "with_rail", "freely", name="stairs", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column("sitting_minutes", sa.Integer(), nullable=True),
        sa.Column("is_warning_answered", sa.Boolean(), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("recorded_on", sa.Date(), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("offset_minutes", sa.Integer(), nullable=False),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("someone_helped", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_check_ins_author_id_people")),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name=op.f("fk_check_ins_entry_id_entries")),
        sa.PrimaryKeyConstraint("entry_id", "revision", name=op.f("pk_check_ins")),
    )
    op.create_table(
        "not_well_days",
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("recorded_on", sa.Date(), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("offset_minutes", sa.Integer(), nullable=False),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("someone_helped", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_not_well_days_author_id_people")),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name=op.f("fk_not_well_days_entry_id_entries")),
        sa.PrimaryKeyConstraint("entry_id", "revision", name=op.f("pk_not_well_days")),
    )
    op.create_table(
        "prescriptions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_version_id", sa.Uuid(), nullable=False),
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
            ["plan_version_id"], ["plan_versions.id"], name=op.f("fk_prescriptions_plan_version_id_plan_versions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prescriptions")),
    )
    with op.batch_alter_table("prescriptions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_prescriptions_plan_version_id"), ["plan_version_id"], unique=False)

    op.create_table(
        "therapy_sessions",
        sa.Column("pain_during", sa.Integer(), nullable=True),
        sa.Column("effort", sa.Integer(), nullable=True),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("recorded_on", sa.Date(), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("offset_minutes", sa.Integer(), nullable=False),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("someone_helped", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_therapy_sessions_author_id_people")),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name=op.f("fk_therapy_sessions_entry_id_entries")),
        sa.PrimaryKeyConstraint("entry_id", "revision", name=op.f("pk_therapy_sessions")),
    )
    op.create_table(
        "session_extras",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["entry_id", "revision"],
            ["therapy_sessions.entry_id", "therapy_sessions.revision"],
            name=op.f("fk_session_extras_entry_id_revision_therapy_sessions"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_extras")),
    )
    with op.batch_alter_table("session_extras", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_session_extras_entry_id"), ["entry_id"], unique=False)

    op.create_table(
        "session_units",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("prescription_id", sa.Uuid(), nullable=False),
        sa.Column("time", sa.Integer(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum("done", "partly", "not_done", name="outcome", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("share", sa.Integer(), nullable=True),
        sa.Column(
            "why",
            sa.Enum(
                "pain",
                "tired",
                "unwell",
                "no_time",
                "forgot",
                "unsure_how",
                "other",
                name="whynot",
                native_enum=False,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("sets", sa.Integer(), nullable=True),
        sa.Column("repetitions", sa.Integer(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["entry_id", "revision"],
            ["therapy_sessions.entry_id", "therapy_sessions.revision"],
            name=op.f("fk_session_units_entry_id_revision_therapy_sessions"),
        ),
        sa.ForeignKeyConstraint(
            ["prescription_id"], ["prescriptions.id"], name=op.f("fk_session_units_prescription_id_prescriptions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_units")),
    )
    with op.batch_alter_table("session_units", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_session_units_entry_id"), ["entry_id"], unique=False)

    op.create_table(
        "ticked_signs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sign_key", sa.String(length=60), nullable=False),
        sa.Column("detail", sa.String(length=60), nullable=False),
        sa.Column("tier", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id", "revision"],
            ["check_ins.entry_id", "check_ins.revision"],
            name=op.f("fk_ticked_signs_entry_id_revision_check_ins"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticked_signs")),
    )
    with op.batch_alter_table("ticked_signs", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ticked_signs_entry_id"), ["entry_id"], unique=False)

    op.create_table(
        "sign_outcomes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticked_sign_id", sa.Integer(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "spoke",
                "sent_to_emergency",
                "no_change",
                "called_no_answer",
                name="signoutcome",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_sign_outcomes_by_id_people")),
        sa.ForeignKeyConstraint(
            ["ticked_sign_id"], ["ticked_signs.id"], name=op.f("fk_sign_outcomes_ticked_sign_id_ticked_signs")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_outcomes")),
    )
    with op.batch_alter_table("sign_outcomes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_outcomes_ticked_sign_id"), ["ticked_sign_id"], unique=False)

    guard(op.get_bind())


def downgrade():
    unguard(op.get_bind())
    with op.batch_alter_table("sign_outcomes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_outcomes_ticked_sign_id"))

    op.drop_table("sign_outcomes")
    with op.batch_alter_table("ticked_signs", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ticked_signs_entry_id"))

    op.drop_table("ticked_signs")
    with op.batch_alter_table("session_units", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_session_units_entry_id"))

    op.drop_table("session_units")
    with op.batch_alter_table("session_extras", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_session_extras_entry_id"))

    op.drop_table("session_extras")
    op.drop_table("therapy_sessions")
    with op.batch_alter_table("prescriptions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_prescriptions_plan_version_id"))

    op.drop_table("prescriptions")
    op.drop_table("not_well_days")
    op.drop_table("check_ins")
    with op.batch_alter_table("reviews", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reviews_episode_id"))

    op.drop_table("reviews")
    op.drop_table("plan_versions")
    with op.batch_alter_table("placements", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_placements_passage_id"))

    op.drop_table("placements")
    op.drop_table("episode_procedures")
    with op.batch_alter_table("entries", schema=None) as batch_op:
        batch_op.drop_index("ix_entries_episode_id_recorded_on")

    op.drop_table("entries")
    with op.batch_alter_table("calls", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_calls_episode_id"))

    op.drop_table("calls")
    with op.batch_alter_table("approvals", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_approvals_passage_id"))

    op.drop_table("approvals")
    op.drop_table("passages")
    op.drop_table("paragraphs")
    with op.batch_alter_table("episodes", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_episodes_one_active",
            sqlite_where=sa.text("status = 'active'"),
            postgresql_where=sa.text("status = 'active'"),
        )
        batch_op.drop_index(batch_op.f("ix_episodes_patient_id"))

    op.drop_table("episodes")
    with op.batch_alter_table("care_links", schema=None) as batch_op:
        batch_op.drop_index("ix_care_links_physiotherapist_id_ended_at")
        batch_op.drop_index(batch_op.f("ix_care_links_patient_id"))

    op.drop_table("care_links")
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.drop_index("ix_audit_patient_id_at")

    op.drop_table("audit")
    with op.batch_alter_table("appointments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_appointments_starts_at"))
        batch_op.drop_index(batch_op.f("ix_appointments_patient_id"))

    op.drop_table("appointments")
    with op.batch_alter_table("sign_ins", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_ins_person_id"))

    op.drop_table("sign_ins")
    op.drop_table("patients")
    op.drop_table("document_versions")
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_index("ix_people_clinic_id_role")

    op.drop_table("people")
    op.drop_table("documents")
    op.drop_table("clinics")
    op.drop_table("audit_head")
