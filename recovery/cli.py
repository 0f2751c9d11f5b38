"""The `recovery` command."""

import click

from recovery.commands.create_lead import create_lead
from recovery.commands.database import database
from recovery.commands.demo import demo
from recovery.commands.evaluate_rules import evaluate_rules
from recovery.commands.expected_course import expected_course
from recovery.commands.import_document import import_document
from recovery.commands.serve import serve
from recovery.commands.verify_audit import verify_audit


@click.group()
def main() -> None:
    """Recovery: a record that patients keep after spinal surgery."""


for command in (serve, database, create_lead, import_document, verify_audit, expected_course, evaluate_rules, demo):
    main.add_command(command)

if __name__ == "__main__":
    main(prog_name="recovery")
