"""Flask only: parse, authorise, call an action or a query, render."""

from flask import Flask
from flask_bootstrap import Bootstrap5
from werkzeug.middleware.proxy_fix import ProxyFix

from config import Settings
from recovery.web import access_log, assets, errors, guards, headers, identity, shell


def wire(app: Flask, settings: Settings) -> None:
    """Register every page family and what stands around them."""
    from recovery.web import health, home  # noqa: PLC0415 - the page families import the guards above
    from recovery.web.account import account, agreement, confirm_password, join, looks, sign_in  # noqa: PLC0415
    from recovery.web.clinic import (  # noqa: PLC0415
        absences,
        advice,
        appointments,
        audit_page,
        care,
        caseload,
        clinic_settings,
        clinic_stages,
        cohort,
        corrections,
        documents,
        emergency,
        enrolment,
        entries,
        exports,
        library,
        more,
        next_patient,
        overview,
        passages,
        patients,
        plans,
        reviews,
        rhythm,
        sheets,
        staff,
        stage,
        telephone,
        thresholds,
        timed_tests,
        usual_ranges,
        visit_questions,
    )
    from recovery.web.patient import (  # noqa: PLC0415
        activities,
        call_me,
        check_in_corrections,
        check_ins,
        learn,
        not_well,
        not_well_corrections,
        own_entries,
        passage_questions,
        progress,
        questions,
        recording_status,
        session_corrections,
        therapy_sessions,
        warning_signs,
    )

    if settings.proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies, x_host=settings.proxies
        )
    Bootstrap5(app)
    for part in (access_log, identity, guards, headers, errors, assets, shell):
        part.wire(app)
    for_patients = (check_ins, therapy_sessions, not_well, progress, learn, passage_questions, warning_signs)
    for_corrections = (own_entries, check_in_corrections, session_corrections, not_well_corrections)
    for_asking = (questions, call_me, activities, recording_status)
    for_staff = (caseload, overview, enrolment, staff, absences, library, documents, passages, emergency, more, cohort)
    for_leads = (audit_page, clinic_settings, clinic_stages, usual_ranges, thresholds)
    about_care = (care, appointments, plans, advice, rhythm, stage, reviews, visit_questions)
    about_one = (patients, next_patient, corrections, telephone, entries, exports, sheets, timed_tests, *about_care)
    for_everybody = (home, sign_in, join, account, looks, agreement, confirm_password)
    for_phones = (*for_patients, *for_corrections, *for_asking)
    for family in (*for_everybody, *for_phones, *for_staff, *for_leads, *about_one, health):
        app.register_blueprint(family.pages)
