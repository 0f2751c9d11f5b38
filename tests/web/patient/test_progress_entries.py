"""Progress: every entry in words, newest first, and nobody else's."""

from datetime import timedelta

import cast
import make
import pytest
from progress_page import entries, pain_table
from sqlalchemy import select

from recovery.domain.warning_signs import NONE, answer_from
from recovery.extensions import db
from recovery.records.entries import EntryRow


def test_entries_stand_newest_first_in_words(app, people, record, progress):
    record(1, back_pain_average=3, back_pain_worst=5, bearable=True, steps=900)
    with app.app_context():
        make.not_well(people.asha)
        make.check_in(people.asha, now=cast.NOW + timedelta(minutes=5), note="Slept badly", someone_helped=True)
    first, second, third = entries(progress())
    assert first.startswith("Today: Check-in Recorded at 12:05")
    assert first.endswith("Slept badly Someone helped to fill this in.")
    assert second == "Today: Not well Recorded at 12:00 The exercises of this day are excused"
    assert third.startswith("Yesterday: Check-in Recorded on Sunday 22 November at 12:00 Back pain 3 (worst 5)")
    assert "Bearable: yes 900 steps" in third


def test_older_entries_are_one_link_away(record, progress):
    record(13, back_pain_average=3)
    record(14, back_pain_average=9)
    answer = progress()
    assert len(entries(answer)) == 1
    older = answer.page.find("a", string="Older entries")
    everything = progress(older["href"])
    assert len(entries(everything)) == 2
    assert "Sunday 8 November: Check-in" in entries(everything)[1]
    assert "Older entries" not in everything.words
    assert "Day -2" in pain_table(answer)


def test_where_only_older_entries_are_there_the_page_says_so(record, progress):
    record(14, back_pain_average=9)
    answer = progress()
    assert "There is no entry in the last 14 days." in answer.words
    assert answer.page.find("a", string="Older entries")


def test_an_older_entry_that_was_taken_back_is_one_link_away_too(app, people, record, progress, visit):
    record(14, back_pain_average=9)
    with app.app_context():
        entry = db.session.scalars(select(EntryRow.id)).one()
        make.take_back(people.asha, entry, now=cast.NOW + timedelta(hours=1))
    everything = progress(progress().page.find("a", string="Older entries")["href"])
    assert "Taken back" in entries(everything)[0]
    assert visit(people.ben).get(f"/patients/{people.asha}").page.find("a", string="Older entries")


def test_a_note_is_only_ever_text(record, progress):
    note = "<script>alert(1)</script> & <b>bold</b>"
    record(note=note)
    answer = progress()
    assert answer.page.find(class_="own-words").get_text() == note
    assert "<script>alert" not in answer.text
    assert not answer.page.main.find_all(["script", "b"])


@pytest.mark.parametrize(
    ("ticked", "told"),
    [
        ((NONE,), "Warning signs: none of these"),
        ((), "Warning signs: not answered"),
        (
            ("chest-pain",),
            "Warning sign ticked: Any chest pain (the app said to call the emergency number)",
        ),
        (
            ("calf-sore-swollen",),
            "(the app said to call the team)",
        ),
    ],
)
def test_what_was_answered_about_warning_signs_is_told_as_answered(record, progress, ticked, told):
    record(back_pain_average=3, warning_signs=answer_from(ticked, {}))
    (entry,) = entries(progress())
    assert told in entry
    assert entry.count("arning sign") == 1


def test_another_patients_entries_never_appear(app, people, record, progress):
    with app.app_context():
        make.check_in(people.dev, back_pain_average=9, note="A secret of Dev")
        make.not_well(people.dev)
    answer = progress()
    assert answer.page.h1.get_text() == "Nothing is recorded yet"
    assert not entries(answer)
    assert "secret" not in answer.text


def test_an_entry_that_was_taken_back_counts_nowhere(app, record, progress):
    taken_back = record(back_pain_average=9)
    with app.app_context():
        db.session.get(EntryRow, taken_back).taken_back_at = cast.NOW
        db.session.commit()
    answer = progress()
    assert answer.page.h1.get_text() == "Nothing is recorded yet"
    assert not entries(answer)
