"""Confirmations: asked of some answers, good for one alone."""

from questionnaire.filling import frozen_sheet
from questionnaire.spec.kinds.ticks import confirmation
from tests.filling.building import codes, filled, messages, tiny

FORM = tiny("confirm")
ZERO, MANY, TOTAL = confirmation(0), confirmation(30), confirmation(2500)


def asked(sheet):
    """The boxes asked, each with whether it counts."""
    done = filled(FORM, sheet)
    boxes = [path for path in done.values if path.endswith(("_vus", "_vu")) and done.is_relevant(path)]
    return {path: bool(done.values[path]) for path in boxes}


def test_usual_and_missing_answers_are_not_confirmed():
    assert (asked({"patients": 3}), asked({})) == ({}, {})


def test_answer_that_surprises_is_to_be_confirmed_at_once():
    done = filled(FORM, {"patients": 0})
    assert codes(done) == [("patients_vus", "unconfirmed")]
    assert messages(done) == ["Cochez cette case pour confirmer, ou corrigez la réponse."]
    assert done.wording.say(FORM.questions["patients_vus"].label) == "0\u00a0: vous confirmez\u00a0?"


def test_confirmation_counts_for_the_answer_that_it_was_given_for():
    assert asked({"patients": 0, "patients_vus": ZERO}) == {"patients_vus": True}
    assert asked({"patients": 30, "patients_vus": ZERO}) == {"patients_vus": False}
    assert asked({"patients": 30, "patients_vus": MANY}) == {"patients_vus": True}


def test_confirmation_of_another_answer_is_asked_again():
    assert codes(filled(FORM, {"patients": 30, "patients_vus": ZERO})) == [("patients_vus", "unconfirmed")]


def test_answers_file_confirms_what_it_says():
    assert asked({"patients": 30, "patients_vus": True}) == {"patients_vus": True}


def test_each_item_has_its_own():
    dear = {"_key": "a", "montant": 2000, "montant_vu": confirmation(2000)}
    done = filled(FORM, {"depense": [dear, {"_key": "b", "montant": 3000, "montant_vu": confirmation(2000)}]})
    assert codes(done) == [("depense[b].montant_vu", "unconfirmed")]
    assert messages(done) == ["Confirmez ce montant."]


def test_total_is_confirmed_as_it_was_and_may_be_left():
    items = [{"_key": "a", "montant": 500}, {"_key": "b", "montant": 500}]
    assert asked({"depense": items, "total_vu": confirmation(1000)}) == {"total_vu": True}
    changed = [items[0], {"_key": "b", "montant": 600}]
    assert asked({"depense": changed, "total_vu": confirmation(1000)}) == {"total_vu": False}
    assert codes(filled(FORM, {"depense": changed, "total_vu": confirmation(1000)})) == []


def test_what_is_not_confirmed_is_not_frozen():
    assert "patients_vus" not in frozen_sheet(filled(FORM, {"patients": 30, "patients_vus": ZERO}))
    assert frozen_sheet(filled(FORM, {"patients": 30, "patients_vus": MANY}))["patients_vus"] == MANY
