"""The people in the tests. Asha is Ben's patient; Dev is Cleo's; Lena leads their clinic. Eli and Fay are elsewhere."""

from dataclasses import dataclass
from uuid import UUID

import make
from moment import NOW, TODAY

__all__ = ["NOW", "TODAY", "Cast", "assemble"]


@dataclass(frozen=True)
class Cast:
    """Ids. Asha: fusion, minimally invasive, day 12. Dev: discectomy, open, day 40. Fay: laminectomy, day 3."""

    clinic: UUID
    asha: UUID
    asha_episode: UUID
    ben: UUID
    cleo: UUID
    dev: UUID
    dev_episode: UUID
    lena: UUID
    other_clinic: UUID
    eli: UUID
    fay: UUID
    fay_episode: UUID


def assemble() -> Cast:
    """Everybody, inside an app context."""
    clinic = make.clinic("Riverside")
    ben = make.staff(clinic, "Ben", "Okoro")
    cleo = make.staff(clinic, "Cleo", "Marsh")
    lena = make.staff(clinic, "Lena", "Fox", role="lead")
    asha = make.patient(clinic, "Asha", "Rao")
    asha_episode = make.episode(asha, procedures=("fusion",), approach="minimally_invasive", day=12)
    make.care_link(asha, ben)
    make.plan(asha_episode, ben)
    dev = make.patient(clinic, "Dev", "Patel")
    dev_episode = make.episode(dev, procedures=("discectomy",), approach="open", day=40)
    make.care_link(dev, cleo)
    other_clinic = make.clinic("Hilltop")
    eli = make.staff(other_clinic, "Eli", "Stone")
    fay = make.patient(other_clinic, "Fay", "Hunt")
    fay_episode = make.episode(fay, procedures=("laminectomy",), approach="open", day=3)
    make.care_link(fay, eli)
    return Cast(clinic, asha, asha_episode, ben, cleo, dev, dev_episode, lena, other_clinic, eli, fay, fay_episode)
