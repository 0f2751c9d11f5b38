"""A clinic's own details, and when it can be reached."""

from datetime import date, time
from uuid import UUID

from sqlalchemy import ForeignKey, String, Time, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from recovery.domain.clinic_details import ClinicDetails
from recovery.domain.opening_hours import OpeningHours
from recovery.extensions import db
from recovery.records.people import Clinic


class OpeningTime(db.Model):
    """A weekday without a row is closed. ISO: 1 is Monday; times are the clinic's own."""

    __tablename__ = "opening_times"
    clinic_id: Mapped[UUID] = mapped_column(ForeignKey(Clinic.id), primary_key=True)
    weekday: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    opens_at: Mapped[time] = mapped_column(Time)
    closes_at: Mapped[time] = mapped_column(Time)


class Holiday(db.Model):
    __tablename__ = "holidays"
    clinic_id: Mapped[UUID] = mapped_column(ForeignKey(Clinic.id), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80), default="")


def clinic_details(clinic_id: UUID) -> ClinicDetails:
    """In three statements."""
    name, zone, team_number = db.session.execute(
        select(Clinic.name, Clinic.zone, Clinic.team_number).where(Clinic.id == clinic_id)
    ).one()
    return ClinicDetails(name, zone, team_number, opening_hours(clinic_id))


def opening_hours(clinic_id: UUID) -> OpeningHours:
    """In two statements."""
    times = db.session.scalars(select(OpeningTime).where(OpeningTime.clinic_id == clinic_id))
    holidays = db.session.scalars(select(Holiday).where(Holiday.clinic_id == clinic_id).order_by(Holiday.day))
    return OpeningHours(
        {row.weekday: (row.opens_at, row.closes_at) for row in times}, {row.day: row.name for row in holidays}
    )


def replace_opening_hours(clinic_id: UUID, hours: OpeningHours) -> None:
    """Inside a running write."""
    for table in (OpeningTime, Holiday):
        db.session.execute(delete(table).where(table.clinic_id == clinic_id))
    for weekday, (opens, closes) in hours.week.items():
        db.session.add(OpeningTime(clinic_id=clinic_id, weekday=weekday, opens_at=opens, closes_at=closes))
    for day, name in hours.holidays.items():
        db.session.add(Holiday(clinic_id=clinic_id, day=day, name=name))
