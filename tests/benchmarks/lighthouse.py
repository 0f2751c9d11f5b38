"""Lighthouse over the patient's pages, beside an empty page of the same server in the same run.

    CHROME_PATH=/path/to/chromium python tests/benchmarks/lighthouse.py /path/to/lighthouse

`npm install lighthouse` brings the command. The phone profile is Lighthouse's own: slow 4G and a processor slowed four
times, simulated. docs/benchmarks.md holds the last result.
"""

import json
import subprocess
import sys
import tempfile
import time
import urllib.request
from multiprocessing import Process
from pathlib import Path

import click

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

from serving import free_port  # noqa: E402 - the tests' own folder, put on the path above

from recovery import clock  # noqa: E402
from recovery.actions import sign_in  # noqa: E402
from recovery.commands import demo, demo_folder  # noqa: E402
from recovery.commands.server import Server  # noqa: E402
from recovery.records.people import person_signing_in  # noqa: E402
from recovery.web.guards import open_to_everybody  # noqa: E402

EMPTY = "/empty"
PAGES = (EMPTY, "/", "/check-ins/new", "/progress", "/learn", EMPTY)
"""The empty page first and last, so that a machine that gets slower meanwhile is seen."""

KINDS = ("performance", "accessibility", "best-practices")
FLAGS = "--headless --no-sandbox --disable-gpu"


def app_with_empty_page(folder: Path):
    app = demo._made(folder, demo.LEAST_PATIENTS, seed=7)

    @open_to_everybody
    def empty():
        return "<!doctype html><html lang=en><title>Empty</title><main><h1>Empty</h1></main>"

    app.add_url_rule(EMPTY, "empty", empty)
    return app


def cookie_of(app, email: str) -> str:
    with app.app_context():
        token = sign_in.begin_sign_in(person_signing_in(email), "lighthouse", clock.now())
    return f"{app.config['SIGN_IN_COOKIE_NAME']}={token}"


def wait_until_answers(address: str, seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while not answers(address):
        if time.monotonic() > until:
            raise RuntimeError("the server does not answer")
        time.sleep(0.1)


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=1):  # noqa: S310 - our own loopback address
            return True
    except OSError:
        return False


def measured(command: str, address: str, cookie: str, report: Path) -> dict:
    line = [command, address, "--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={FLAGS}"]
    line += [f"--only-categories={','.join(KINDS)}", "--extra-headers", json.dumps({"Cookie": cookie})]
    subprocess.run(line, check=True)
    return json.loads(report.read_text(encoding="utf-8"))


def told(path: str, result: dict) -> str:
    scores = "".join(f"{round(result['categories'][kind]['score'] * 100):>16}" for kind in KINDS)
    shift = result["audits"]["cumulative-layout-shift"]["numericValue"]
    weight = result["audits"]["total-byte-weight"]["numericValue"] / 1000
    return f"{path:16}{scores}{shift:>14.3f}{weight:>10.1f}"


def main() -> None:
    command = sys.argv[1] if len(sys.argv) > 1 else "lighthouse"
    with tempfile.TemporaryDirectory() as name:
        folder = demo_folder.own_folder(Path(name) / "demo")
        app, port = app_with_empty_page(folder), free_port()
        cookie = cookie_of(app, "fusion@demo.example")
        server = Process(target=Server(app, demo.HOST, port, demo.THREADS, loglevel="warning").run)
        server.start()
        wait_until_answers(f"http://{demo.HOST}:{port}/healthz")
        click.echo(f"{'page':16}{''.join(f'{kind:>16}' for kind in KINDS)}{'layout shift':>14}{'kB':>10}")
        for path in PAGES:
            result = measured(command, f"http://{demo.HOST}:{port}{path}", cookie, Path(name) / "report.json")
            click.echo(told(path, result))
        server.terminate()
        server.join()


if __name__ == "__main__":
    main()
