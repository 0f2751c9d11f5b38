"""A passage's moments go with it: import, new version, edit and approval; no rule proposes one."""

import make
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from moment import NOW

from recovery.actions.approve_passage import PassageChanged, approve_passage
from recovery.actions.edit_passage import PassageWordsOfOurs, edit_passage
from recovery.actions.import_document import import_document
from recovery.content.shipped import shipped_document
from recovery.domain.document_import import read_document
from recovery.domain.guidance import Moment, Placement
from recovery.domain.stage import Stage
from recovery.extensions import db
from recovery.records.document_pages import passage_in_clinic, versions_of_clinic, words_digest
from recovery.records.guidance import approved_passages

HERE = (Placement(Stage.FIRST_DAYS),)
GUIDE = "Guide\n\nWalk every day. Rest in between.\n\nKeep the wound dry."


def bring(people, text):
    import_document(make.actor(people.lena), read_document(text.encode(), "guide.txt"), NOW)
    return list(versions_of_clinic(people.clinic)[0].passages)


def edit(people, passage_id, *moments, plain="Walk."):
    row = passage_in_clinic(passage_id, people.clinic)
    words = PassageWordsOfOurs("About", plain, HERE, moments=frozenset(moments))
    return edit_passage(make.actor(people.lena), passage_id, words, words_digest(row), NOW)


def moments_of(people, passage_id):
    row = passage_in_clinic(passage_id, people.clinic)
    db.session.refresh(row)
    return {each.moment for each in row.moments}


def shown(people):
    return {each.plain: each.moments for each in approved_passages(people.clinic)}


def test_the_shipped_document_brings_its_moments(context, people):
    import_document(make.actor(people.lena), shipped_document(), NOW)
    told = {each.heading: each.moments for each in versions_of_clinic(people.clinic)[0].passages}
    assert told == {each.heading: each.moments for each in shipped_document().passages}


def test_an_imported_document_is_proposed_no_moment(context, people):
    assert not any(each.moments for each in bring(people, f"{GUIDE}\n\nDo your exercises after the operation."))


def test_an_edit_keeps_or_changes_them_and_patients_see_it_when_it_is_approved(context, people):
    lena, walk = make.actor(people.lena), bring(people, GUIDE)[0].id
    assert edit(people, walk, Moment.AFTER_SESSION, Moment.FIRST_DAYS) == walk
    assert edit(people, walk, Moment.FIRST_DAYS) == walk
    approve_passage(lena, walk, NOW)
    assert shown(people) == {"Walk.": {Moment.FIRST_DAYS}}
    draft = edit(people, walk, Moment.BESIDE_QUESTIONS, plain="Walk a little.")
    assert shown(people) == {"Walk.": {Moment.FIRST_DAYS}}
    approve_passage(lena, draft, NOW)
    assert shown(people) == {"Walk a little.": {Moment.BESIDE_QUESTIONS}}


def test_a_moment_that_changed_since_the_page_was_opened_is_noticed(context, people):
    walk = bring(people, GUIDE)[0].id
    edit(people, walk)
    seen = words_digest(passage_in_clinic(walk, people.clinic))
    edit(people, walk, Moment.AFTER_SESSION)
    with pytest.raises(PassageChanged):
        approve_passage(make.actor(people.lena), walk, NOW, seen)


def test_a_new_version_keeps_them_where_words_are_the_same_or_wait_for_approval(context, people):
    walk, dry = (each.id for each in bring(people, GUIDE))
    edit(people, walk, Moment.AFTER_SESSION)
    edit(people, dry, Moment.FIRST_DAYS, plain="Dry.")
    for passage_id in (walk, dry):
        approve_passage(make.actor(people.lena), passage_id, NOW)
    same, changed = bring(people, GUIDE.replace("dry", "dry and clean"))
    assert (same.moments, changed.moments) == ({Moment.AFTER_SESSION}, {Moment.FIRST_DAYS})
    assert shown(people) == {"Walk.": {Moment.AFTER_SESSION}, "Dry.": {Moment.FIRST_DAYS}}


def test_passages_that_a_new_version_joins_bring_all_their_moments(context, people):
    import_document(make.actor(people.lena), shipped_document(), NOW)
    paragraphs = list(shipped_document().paragraphs)
    paragraphs[6] = paragraphs[6].rsplit(". ", 1)[0] + "."
    text = "\n\n".join([shipped_document().title, *paragraphs])
    file_name = f"{shipped_document().key}.txt"
    import_document(make.actor(people.lena), read_document(text.encode(), file_name), NOW)
    newest = max(versions_of_clinic(people.clinic), key=lambda each: each.version)
    (joined,) = [each for each in newest.passages if each.paragraph == 7]
    assert joined.moments == {Moment.AFTER_SESSION}


@given(st.lists(st.frozensets(st.sampled_from(Moment)), min_size=1, max_size=4))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_after_any_edits_of_a_draft_the_last_ones_stand(context, people, edits):
    walk = bring(people, f"{GUIDE}\n\n{len(versions_of_clinic(people.clinic))}")[-1].id
    for moments in edits:
        edit(people, walk, *moments)
        assert moments_of(people, walk) == moments
