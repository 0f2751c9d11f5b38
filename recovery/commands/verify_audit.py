"""Check that no row of the audit was changed, removed, added or moved."""

from collections.abc import Iterable, Iterator
from contextlib import closing

import click

from recovery.commands.deployment import at_the_database, deployed_app
from recovery.commands.progress import progress


@click.command("verify-audit")
def verify_audit() -> None:
    """Check the chain of the whole audit. Exits with 1 when it is broken."""
    from recovery.actions.transaction import audit_key
    from recovery.records.audit import AuditRow, audit_head, audit_in_order, first_break

    with at_the_database(deployed_app()):
        head, key = audit_head(), audit_key()
        count = head.count if head else 0

        def counted(rows: Iterable[AuditRow]) -> Iterator[AuditRow]:
            with progress("Checking the audit", count) as done:
                for row in rows:
                    yield row
                    done(1)

        with closing(audit_in_order()) as rows:
            broken = first_break(counted(rows), head, key)
    if broken is None:
        click.echo(f"The audit is whole: {count} rows.")
        return
    where = f"row {broken} does not fit the one before" if broken else "rows are missing or added at the end"
    raise click.ClickException(
        f"The audit is broken: {where}. Keep this database as it is and find out who had access."
    )
