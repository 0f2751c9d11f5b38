"""A real Chromium against the real app, served on loopback by the very command a person runs."""

import shutil
from pathlib import Path

import pytest
from browsing import PHONE
from playwright.sync_api import sync_playwright
from serving import running_demo

import config

NO_BROWSER = "no Chromium: install one, or set RECOVERY_CHROMIUM to its path"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium_path() -> str:
    """The browser's path, or a skip with the reason; where the tests are required, a failure instead."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    path = config.chromium() or next((found for name in names if (found := shutil.which(name))), None)
    if path is None or not Path(path).exists():
        if config.is_ci():
            pytest.fail(NO_BROWSER)
        pytest.skip(NO_BROWSER)
    return path


@pytest.fixture(scope="session")
def chromium():
    path = chromium_path()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def made_demo(tmp_path_factory):
    """The folder of a demo clinic as the command makes it, for the others to go on from."""
    folder = tmp_path_factory.mktemp("made")
    with running_demo(folder):
        pass
    return folder


@pytest.fixture
def demo(made_demo, tmp_path):
    """A demo clinic of one's own, for tests that record something."""
    with running_demo(tmp_path, made_demo) as address:
        yield address


@pytest.fixture(scope="session")
def shared_demo(made_demo, tmp_path_factory):
    """One demo clinic for all tests that only look."""
    with running_demo(tmp_path_factory.mktemp("shared"), made_demo) as address:
        yield address


@pytest.fixture(scope="session")
def busy_demo(made_demo, tmp_path_factory):
    """One demo clinic for the journeys that record something, each as a patient of its own."""
    with running_demo(tmp_path_factory.mktemp("busy"), made_demo) as address:
        yield address


@pytest.fixture
def open_page(chromium):
    """open_page(viewport, ...) is a new browser context's page; other hosts asked for are written down."""
    contexts = []

    def opened(viewport=PHONE, **options):
        context = chromium.new_context(viewport=viewport, **options)
        contexts.append(context)
        page = context.new_page()
        page.other_hosts, page.complaints = [], []
        page.on("console", lambda message: _note_complaint(page, message))
        page.on("request", lambda request: _note_other_host(page, request.url))
        return page

    yield opened
    for context in contexts:
        context.close()


def _note_complaint(page, message) -> None:
    """What the browser objects to, such as something that the content security policy stopped."""
    if message.type == "error" and "status of" not in message.text:
        page.complaints.append(message.text)


def _note_other_host(page, url: str) -> None:
    if not url.startswith(("http://127.0.0.1:", "data:", "about:")):
        page.other_hosts.append(url)
