"""Serve a clinic, with the settings of the environment."""

import logging

import click

from recovery.commands.deployment import deployed_app


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--threads", default=8, show_default=True, type=click.IntRange(1, 256))
def serve(host: str, port: int, threads: int) -> None:
    """Serve a clinic. Put a reverse proxy with TLS in front."""
    from recovery.commands.server import Server

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    Server(deployed_app(), host, port, threads).run()
