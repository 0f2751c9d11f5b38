"""gunicorn with one worker process and threads: throttling counts in memory until Redis is configured (STACK.md)."""

from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication


class Server(BaseApplication):  # type: ignore[misc]
    """Serves a made app; runs until it is interrupted."""

    def __init__(self, app: Flask, host: str, port: int, threads: int, **options: Any) -> None:
        self.app = app
        self.options = {
            "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
            "workers": 1,
            "threads": threads,
            "worker_class": "gthread",
            "proc_name": "recovery",
            "forwarded_allow_ips": "",  # what a proxy says about itself is read by the app, if a proxy is configured
            **options,
        }
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        return self.app
