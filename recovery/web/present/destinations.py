"""Where staff can go, by role: (endpoint, icon, words), the most used first."""

FOR_LEADS = (
    ("home.show", "home", "Overview"),
    ("staff.show", "people", "Staff"),
    ("documents.show", "book", "Documents"),
    ("library.show", "walk", "Library"),
    ("cohort.show", "chart", "Cohort"),
    ("usual_ranges.show", "chart", "Usual ranges"),
    ("thresholds.show", "flag", "Rules"),
    ("clinic_stages.show", "flag", "Stages"),
    ("clinic_settings.show", "clinic", "Clinic"),
    ("audit.show", "clock", "Audit"),
    ("warning_signs.show", "warning", "Warning signs"),
)
FOR_PHYSIOTHERAPISTS = (
    ("caseload.show", "people", "Caseload"),
    ("enrolment.new", "plus", "Enrol"),
    ("library.show", "walk", "Library"),
    ("cohort.show", "chart", "Cohort"),
    ("warning_signs.show", "warning", "Warning signs"),
    ("absences.show", "clock", "Away"),
)


def destinations(role: str) -> tuple[tuple[str, str, str], ...]:
    return FOR_LEADS if role == "lead" else FOR_PHYSIOTHERAPISTS
