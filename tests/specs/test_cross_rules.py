"""Rules on several answers: judged when all they read is answered, told once, beside one of them."""

import pytest

from tests.filling.building import codes, filled, messages, tiny

FORM = tiny("cross_rules")
FIRST, LAST = "2026-03-01", "2026-04-01"


def wrong(sheet):
    return [path for path, code in codes(filled(FORM, sheet)) if code == "cross_rule"]


@pytest.mark.parametrize(
    "sheet, paths",
    [
        ({"debut": LAST}, []),
        ({"debut": LAST, "fin": FIRST}, ["fin"]),
        ({"debut": FIRST, "fin": LAST}, []),
        ({"fin": LAST, "terme": FIRST}, []),
        ({"fin": LAST, "limite": "oui", "terme": FIRST}, ["fin"]),
        ({"fin": LAST, "limite": "oui"}, []),
        ({"soin": 40}, ["enseignement"]),
        ({"soin": 40, "enseignement": 60}, []),
        ({"soin": 100}, []),
        ({"ligne": [{"prevu": 10, "depense": 12}, {"prevu": 10, "depense": 9}, {"depense": 5}], "budget": 20}, ["k1"]),
        ({"ligne": [{"prevu": 10}, {"prevu": 11}], "budget": 20}, ["budget"]),
        ({"ligne": [{}, {}, {}]}, ["ligne"]),
    ],
)
def test_rule_is_said_beside_one_answer(sheet, paths):
    keyed = [{"_key": f"k{rank}", **item} for rank, item in enumerate(sheet.get("ligne", ()), start=1)]
    found = wrong({**sheet, "ligne": keyed} if keyed else sheet)
    assert [path.partition("[")[2].partition("]")[0] or path for path in found] == paths


def test_message_quotes_answers_and_those_of_the_item():
    assert messages(filled(FORM, {"debut": LAST, "fin": FIRST})) == ["La fin (01/03/2026) vient avant le début."]
    item = {"_key": "a", "prevu": 10, "depense": 12}
    assert messages(filled(FORM, {"ligne": [item]})) == ["Plus que les 10 prévus."]


def test_answer_wrong_by_itself_is_told_once_and_problems_stay_in_page_order():
    sheet = {"debut": LAST, "fin": FIRST, "soin": -1, "enseignement": 60, "limite": "oui", "terme": "2020-01-01"}
    assert codes(filled(FORM, sheet)) == [("fin", "cross_rule"), ("soin", "too_small"), ("enseignement", "cross_rule")]
