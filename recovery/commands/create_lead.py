"""Begin: a clinic, and its first lead."""

import re

import click

from recovery.commands.deployment import at_the_database, deployed_app

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@click.command("create-lead")
@click.option("--clinic", required=True, help="The clinic's name. A new name makes a new clinic.")
@click.option("--email", required=True, help="The lead's work email: with it and the code they join.")
@click.option("--name", required=True, help="The lead's given and family name.")
@click.option("--zone", default="", help="The clinic's time zone, such as Europe/London. Needed for a new clinic.")
@click.option("--team-number", default="", help="The telephone number of the clinic's team. Needed for a new clinic.")
def create_lead(clinic: str, email: str, name: str, zone: str, team_number: str) -> None:
    """Make a clinic, if there is none of this name, and a lead for it. Prints a code to join with."""
    from recovery import clock
    from recovery.actions.create_clinic import EmailInUse, NewLead
    from recovery.actions.create_clinic import create_lead as make
    from recovery.domain.invitation import in_groups
    from recovery.records.people import clinic_named

    lead = NewLead(*_names(name), _email(email))
    with at_the_database(deployed_app()):
        if clinic_named(clinic) is None:
            _require_for_new(clinic, zone, team_number)
        try:
            created = make(clinic, zone, team_number, lead, clock.now())
        except EmailInUse as error:
            raise click.ClickException(f"Somebody has an account with {email}. Nothing was changed.") from error
    click.echo(f"{'Made the clinic' if created.is_new_clinic else 'Found the clinic'} {clinic.strip()}.")
    click.echo(f"{name.strip()} can join it now, for 72 hours, at /join/staff with this code and {email}:\n")
    click.echo(f"    {in_groups(created.code)}\n")
    click.echo("The code works once. Run this again with another email for another lead.")


def _names(name: str) -> tuple[str, str]:
    given, _space, family = " ".join(name.split()).partition(" ")
    if not family or len(given) > 80 or len(family) > 80:  # noqa: PLR2004 - the length of a name's column
        raise click.ClickException("--name needs a given and a family name, at most 80 letters each.")
    return given, family


def _email(email: str) -> str:
    if not EMAIL.fullmatch(email.strip()):
        raise click.ClickException(f"--email {email!r} is no email address. Nothing was changed.")
    return email.strip()


def _require_for_new(clinic: str, zone: str, team_number: str) -> None:
    from recovery.domain.calendar import is_zone

    if not clinic.strip() or len(clinic.strip()) > 120:  # noqa: PLR2004 - the length of the column
        raise click.ClickException("--clinic needs a name of at most 120 letters.")
    if not is_zone(zone):
        raise click.ClickException(
            f"There is no clinic named {clinic!r} yet. To make it, add --zone with a time zone such as Europe/London"
            + (f" ({zone!r} is none)." if zone else ".")
        )
    if not any(each.isdigit() for each in team_number) or len(team_number) > 40:  # noqa: PLR2004
        raise click.ClickException(
            f"There is no clinic named {clinic!r} yet. To make it, add --team-number with the team's telephone number."
        )
