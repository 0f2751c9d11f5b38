"""Addresses of static files that change with their content, so that browsers may keep them for a year."""

import hashlib
from functools import lru_cache
from pathlib import Path

from flask import Flask, current_app, url_for


def wire(app: Flask) -> None:
    app.jinja_env.globals["asset"] = asset_url


def asset_url(name: str, package: str = "static") -> str:
    """`package` is "static" for our files and "bootstrap.static" for Bootstrap's, which arrives by pip."""
    return url_for(package, filename=name, v=_digest(str(_path(name, package))))


def _path(name: str, package: str) -> Path:
    holder = current_app.blueprints["bootstrap"] if package == "bootstrap.static" else current_app
    if holder.static_folder is None:
        raise RuntimeError(f"{package} serves no files")
    return Path(holder.static_folder) / name


@lru_cache(maxsize=64)
def _digest(path: str) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()[:12]
