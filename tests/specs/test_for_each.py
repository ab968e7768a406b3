"""A section for each option ticked, or each item: its own title, rules, progress; its answers go and come with it."""

import pytest

from questionnaire.content import describe
from questionnaire.content.blocks import Heading
from questionnaire.filling import from_sheet, frozen_sheet
from questionnaire.filling.pages import pages
from questionnaire.spec.codebook import codebook
from tests.filling.building import codes, filled, tiny

FORM = tiny("for_each")
TEAM = [{"_key": "ana", "prenom": "Ana", "cote": "pro"}, {"_key": "ben", "prenom": "Ben"}]
NOTES = [{"_key": "canne", "note": 8}, {"_key": "lit", "note": 2, "encombre": "oui"}]


def titles(done):
    return [(page.name, done.wording.say(page.title)) for page in pages(done)]


def test_there_is_a_page_for_each_thing_ticked_in_the_order_of_the_list():
    done = filled(FORM, {"utilises": ["lit", "canne"]})
    assert titles(done) == [
        ("page", "Page"),
        ("avis[canne]", "Votre avis\u00a0: Une canne"),
        ("avis[lit]", "Votre avis\u00a0: Un lit"),
        ("fin", "Fin"),
    ]
    assert [done.wording.say(page.description) for page in pages(done)][1] == "Sur Une canne"


def test_there_is_a_page_for_each_item_called_as_it_is():
    done = filled(FORM, {"a_domicile": "oui", "membre": [*TEAM, {"_key": "x"}]})
    assert titles(done)[1:4] == [
        ("role[ana]", "Le rôle d’Ana"), ("role[ben]", "Le rôle de Ben"), ("role[x]", "Le rôle de Membre 3"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sheet", [{}, {"utilises": ["aucun"]}, {"a_domicile": "non", "utilises": ["canne"], "membre": TEAM}]
)
def test_there_is_none_where_nothing_is_ticked_or_the_section_is_off_the_path(sheet):
    done = filled(FORM, {**sheet, "avis": NOTES})
    assert ([name for name, _ in titles(done)], codes(done)) == (["page", "fin"], [])
    assert (done.is_relevant("avis"), done.values["parts"], done.values["moyenne"]) == (False, 0, 0)


def test_rules_and_texts_read_what_the_page_is_about():
    done = filled(FORM, {"utilises": ["canne", "lit"], "avis": NOTES, "a_domicile": "oui", "membre": TEAM})
    paths = ("avis[canne].encombre", "avis[lit].encombre", "avis[canne].pourquoi", "avis[lit].pourquoi")
    assert [done.is_relevant(path) for path in paths] == [False, True, False, True]
    assert codes(done) == [("role[ana].heures", "required")]
    assert done.values["role[ben].binome"] == "Ben"
    labels = {page.name: [done.wording.say(each.label) for each in page.questions] for page in pages(done)}
    assert labels["avis[lit]"] == ["De 0 à 10, Un lit", "Encombrant", "Pourquoi 2\u00a0?"]
    assert labels["role[ana]"] == ["Heures d’Ana", "Binôme"]


def test_each_page_has_its_progress():
    done = filled(
        FORM, {"utilises": ["canne", "lit"], "avis": [{"_key": "canne", "note": 8}, {"_key": "lit", "note": 11}]}
    )
    states = {each.section.name: (each.state.value, each.answered, each.missing) for each in done.progress.sections}
    assert (states["avis[canne]"], states["avis[lit]"]) == (("done", 1, 0), ("error", 1, 0))
    assert filled(FORM, {"utilises": ["rail"]}).progress.missing == 1


def test_answers_of_what_is_ticked_no_more_count_nowhere_and_come_back():
    answers, _ = from_sheet(FORM, {"utilises": ["canne"], "avis": NOTES})
    assert answers.values["avis[lit].note"] == 2
    gone = filled(FORM, {"utilises": ["canne"], "avis": NOTES})
    assert (gone.values["moyenne"], gone.is_relevant("avis[lit].note"), "avis[lit].note" in gone.values) == (
        1,
        False,
        False,
    )
    assert frozen_sheet(gone)["avis"] == [{"_key": "canne", "note": 8}]
    back = filled(FORM, {"utilises": ["canne", "lit"], "avis": NOTES})
    assert (back.values["moyenne"], back.values["avis[lit].note"]) == (2, 2)


def test_item_that_is_removed_takes_its_answers_and_nothing_else():
    hours = [{"_key": "ana", "heures": 3}, {"_key": "ben", "heures": 4}]
    whole = {"a_domicile": "oui", "membre": TEAM, "role": hours}
    assert filled(FORM, whole).values["total"] == 7
    left = filled(FORM, {**whole, "membre": TEAM[1:]})
    assert (left.values["total"], left.values["role[ben].heures"], codes(left)) == (4, 4, [])


def test_frozen_answers_say_the_same_when_read_again():
    done = filled(FORM, {"utilises": ["canne", "lit"], "avis": NOTES, "a_domicile": "oui", "membre": TEAM})
    sheet = frozen_sheet(done)
    again = filled(FORM, sheet)
    assert (frozen_sheet(again), again.values) == (sheet, done.values)


def test_answers_file_says_what_each_is_about():
    _, problems = from_sheet(FORM, {"utilises": ["canne"], "avis": [{"note": 8}]})
    assert [(problem.path, problem.code) for problem in problems] == [("avis 1", "missing_key")]


def test_codebook_shows_the_section_as_a_repeat():
    kinds = {entry.path: entry.kind for entry in codebook(FORM)}
    assert (kinds["avis"], kinds["avis.note"], kinds["role.heures"]) == ("repeat", "integer", "integer")
    followed = [(entry.path, entry.list) for entry in codebook(FORM) if entry.kind == "repeat"]
    assert followed == [("membre", None), ("avis", "utilises"), ("role", "membre")]


def test_finished_document_has_a_heading_for_each():
    done = filled(FORM, {"utilises": ["canne", "lit"], "avis": NOTES})
    headings = [block.text for block in describe(done) if isinstance(block, Heading)]
    assert headings == ["Page", "Votre avis\u00a0: Une canne", "Votre avis\u00a0: Un lit", "Fin"]
