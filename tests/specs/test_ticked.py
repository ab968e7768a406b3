"""Options that are what was ticked earlier: offered while they are, called the same, gone with their tick."""

import pytest

from questionnaire.filling import Place
from questionnaire.spec.codebook import codebook
from questionnaire.spec.values import Declined
from tests.filling.building import codes, filled, tiny

FORM = tiny("ticked")
PEOPLE = [{"_key": "ana", "prenom": "Ana", "aides": ["b"]}, {"_key": "ben", "prenom": "Ben", "aides": ["a", "b"]}]


def offered(done, path):
    question = FORM.questions[path.rpartition(".")[2]]
    return [done.wording.say(choice.label) for choice in done.choices(Place(question, path))]


def test_what_is_ticked_is_offered_and_called_the_same():
    done = filled(FORM, {"utilises": ["canne", "autre"], "utilises_autre": "un tapis"})
    assert offered(done, "prefere") == ["Une canne", "Autre\u00a0: un tapis"]
    assert offered(done, "encombre") == ["Autre\u00a0: un tapis"]


@pytest.mark.parametrize("ticked", [None, [], ["aucun"]])
def test_question_is_not_asked_while_nothing_is_ticked(ticked):
    done = filled(FORM, {"utilises": ticked, "prefere": "lit"})
    assert (done.is_relevant("prefere"), done.values.get("prefere"), codes(done)) == (False, None, [])


def test_answer_goes_with_its_tick_and_is_asked_again():
    kept = filled(FORM, {"utilises": ["canne", "lit"], "prefere": "lit", "encombre": ["lit"]})
    assert (kept.values["prefere"], kept.is_relevant("encombre")) == ("lit", False)
    gone = filled(FORM, {"utilises": ["canne"], "prefere": "lit"})
    assert (gone.values["prefere"], codes(gone)) == (None, [("prefere", "not_offered")])


def test_answer_that_is_declined_stays():
    done = filled(FORM, {"utilises": ["canne"], "prefere": "nsp"})
    assert (isinstance(done.values["prefere"], Declined), codes(done)) == (True, [])


def test_in_a_repeat_each_item_offers_its_own():
    done = filled(FORM, {"proche": PEOPLE})
    assert (offered(done, "proche[ana].mieux"), offered(done, "proche[ben].mieux")) == (["B"], ["A", "B"])


def test_items_that_were_ticked_are_offered_while_they_are_there():
    done = filled(FORM, {"proche": PEOPLE, "venus": ["ana", "ben"], "reparti": "ben"})
    assert (offered(done, "reparti"), done.wording.shown("reparti")) == (["Ana", "Ben"], ("Ben",))
    left = filled(FORM, {"proche": PEOPLE[:1], "venus": ["ana", "ben"], "reparti": "ben"})
    assert (offered(left, "reparti"), left.values["reparti"]) == (["Ana"], None)


def test_codebook_tells_when_it_is_asked():
    entry = next(entry for entry in codebook(FORM) if entry.path == "prefere")
    assert entry.relevant == "count-selected(${utilises}) > 0 and not(selected(${utilises}, 'aucun'))"
