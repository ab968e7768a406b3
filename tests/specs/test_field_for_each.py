"""On one page, the same questions for each option ticked or each item: nothing to add, nothing to remove."""

from questionnaire.content import Card, Table, describe
from questionnaire.filling import frozen_sheet
from tests.filling.building import codes, filled, tiny

FORM = tiny("field_for_each")
TEAM = [{"_key": "ana", "prenom": "Ana", "cote": "pro"}, {"_key": "ben", "prenom": "Ben"}]
SHEET = {
    "utilises": ["lit", "canne"],
    "membre": TEAM,
    "usage": [{"_key": "canne", "frequence": 3}, {"_key": "lit", "frequence": 1, "garde": "oui"}],
    "heures_de": [{"_key": "ana", "semaine": 5, "nuit": 2}, {"_key": "ben", "semaine": 7}],
}


def test_items_are_those_of_the_question_followed():
    done = filled(FORM, {"utilises": ["lit", "canne"], "membre": TEAM})
    assert (done.keys("usage"), done.keys("heures_de")) == (("canne", "lit"), ("ana", "ben"))
    assert codes(done) == [("usage[canne].frequence", "required"), ("usage[lit].frequence", "required")]
    assert (done.is_relevant("usage[canne].garde"), done.is_relevant("usage[lit].garde")) == (False, True)
    assert (done.is_relevant("heures_de[ana].nuit"), done.is_relevant("heures_de[ben].nuit")) == (True, False)


def test_they_are_called_as_what_they_are_about():
    done = filled(FORM, SHEET)
    say, usage, hours = done.wording.say, FORM.questions["usage"], FORM.questions["heures_de"]
    assert (say(usage.item_label, "usage", "lit"), say(hours.item_label, "heures_de", "ben")) == ("Un lit", "Pour Ben")
    assert say(FORM.questions["frequence"].label, "usage", "lit") == "Combien de fois, Un lit\u00a0?"


def test_there_are_none_without_anything_to_follow():
    done = filled(FORM, {"utilises": ["aucun"]})
    assert (done.is_relevant("usage"), done.is_relevant("heures_de"), codes(done)) == (False, False, [])


def test_answers_go_with_what_they_are_about_and_nothing_else():
    left = filled(FORM, {**SHEET, "utilises": ["canne"], "membre": TEAM[1:]})
    sheet = frozen_sheet(left)
    assert (sheet["usage"], sheet["heures_de"]) == (
        [{"_key": "canne", "frequence": 3}],
        [{"_key": "ben", "semaine": 7}],
    )


def test_paper_says_each_under_its_name():
    blocks = describe(filled(FORM, SHEET))
    assert [block.title for block in blocks if isinstance(block, Card)][-2:] == ["Une canne", "Un lit"]
    (table,) = (block for block in blocks if isinstance(block, Table))
    assert (table.heads, table.rows) == (
        ("Membre", "Semaine", "Nuit"),
        (("Pour Ana", "5", "2"), ("Pour Ben", "7", "")),
    )
