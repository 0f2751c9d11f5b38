"""A clinic's own library: exercises in its own words, and templates of plans made from them."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from recovery.domain.operation import Procedure
from recovery.domain.stage import Stage
from recovery.extensions import db
from recovery.records.database import Instant, named
from recovery.records.people import Clinic
from recovery.records.prescribed import DescribedColumns, PrescribedColumns


class Exercise(DescribedColumns, db.Model):
    """What an editor of plans starts from; a plan holds its own copy, so that a change here changes no plan."""

    __tablename__ = "exercises"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    clinic_id: Mapped[UUID] = mapped_column(ForeignKey(Clinic.id), index=True)
    retired_at: Mapped[datetime | None] = mapped_column(Instant)


class PlanTemplate(db.Model):
    """No procedure, or no stage, means any."""

    __tablename__ = "plan_templates"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    clinic_id: Mapped[UUID] = mapped_column(ForeignKey(Clinic.id), index=True)
    name: Mapped[str] = mapped_column(String(120))
    procedure: Mapped[Procedure | None] = mapped_column(named(Procedure))
    stage: Mapped[Stage | None] = mapped_column(named(Stage))
    retired_at: Mapped[datetime | None] = mapped_column(Instant)

    lines: Mapped[list["TemplateLine"]] = relationship(
        lazy="selectin", order_by="TemplateLine.position", cascade="all, delete-orphan"
    )


class TemplateLine(PrescribedColumns, db.Model):
    """A prescription without an id."""

    __tablename__ = "template_lines"
    id: Mapped[int] = mapped_column(primary_key=True)
    template_id: Mapped[UUID] = mapped_column(ForeignKey(PlanTemplate.id), index=True)
    position: Mapped[int]
