"""The pages that correct an entry in the tests: opened as a browser shows them, sent as it would send them."""

from uuid import UUID

from crawling import read_form

from recovery.records.entry_versions import entry_versions

PAGES = {
    "check_in": ("/check-ins/{}/change", "/check-ins/changes"),
    "session": ("/therapy-sessions/{}/change", "/therapy-sessions/changes"),
    "not_well": ("/not-well/{}/change", "/not-well/changes"),
}
TAKE_BACK = "/entries/take-back"


def sent_by(answer, action: str) -> dict[str, object]:
    """What a browser would send of the form with this address, as it stands; without the buttons' own names."""
    form = read_form(answer.page.find("form", action=action))
    return {name: value for name, value in form.sent.items() if form.kinds[name] != "button" and value != ""}


def opened(visitor, kind: str, entry: UUID) -> dict[str, object]:
    page, action = PAGES[kind]
    answer = visitor.get(page.format(entry))
    assert answer.status == 200
    return sent_by(answer, action)


def change(visitor, kind: str, entry: UUID, **values):
    """Open the page of the correction, change these values and send it."""
    return visitor.post(PAGES[kind][1], {**opened(visitor, kind, entry), **values})


def take_back(visitor, entry: UUID):
    form = visitor.get(f"/entries/{entry}/take-back").fields(TAKE_BACK)
    return visitor.post(TAKE_BACK, form)


def versions(app, episode_id: UUID, entry: UUID):
    """What ever stood in it, oldest first."""
    with app.app_context():
        return [each.content for each in reversed(entry_versions(episode_id, entry))]
