"""Choices that a form does not write: offered, called, gone, counted."""

from dataclasses import replace

import pytest

from questionnaire.content import describe
from questionnaire.filling import Place, frozen_sheet
from questionnaire.filling.listing import kept_lists, read_lists
from questionnaire.spec import load_text
from questionnaire.spec.codebook import codebook
from questionnaire.spec.model import Choice
from questionnaire.spec.texts import Text
from questionnaire.spec.values import Declined
from tests.filling.building import CONTEXT, codes, filled, tiny

FORM = tiny("lists")
TEAM = [
    {"_key": "ana", "nom": "Ana", "cote": "usager"},
    {"_key": "ben", "nom": "Ben", "cote": "pro"},
    {"_key": "x", "cote": "usager"},
]
HOSPITALS = {
    "directory.groups": (Choice("nord", Text(("GHU Nord",))), Choice("sud", Text(("GHU Sud",)))),
    "directory.establishments": (
        Choice("a", Text(("Hôpital A",)), columns=(("ghu", "nord"), ("secteur", "sanitaire"))),
        Choice("b", Text(("Hôpital {b}",)), columns=(("ghu", "sud"), ("secteur", "social"))),
        Choice("ferme", Text(("Ancien",)), columns=(("ghu", "sud"), ("secteur", "social"))),
    ),
}
IN_HOSPITAL = replace(CONTEXT, lists=HOSPITALS)


def offered(done, path, question):
    choices = done.choices(Place(FORM.questions[question], path))
    return [(choice.name, done.wording.say(choice.label)) for choice in choices]


def test_items_are_offered_by_key_and_called_as_their_answers_say():
    done = filled(FORM, {"membre": TEAM})
    assert offered(done, "pilote", "pilote") == [
        ("ana", "Ana"), ("ben", "Ben"), ("x", "Membre 3"), ("autre", "Autre"),
    ]  # fmt: skip


def test_list_has_its_own_words_and_its_own_filter():
    done = filled(FORM, {"membre": TEAM})
    assert offered(done, "usager", "usager") == [("ana", "Ana (Usager)"), ("x", "(Usager)")]


@pytest.mark.parametrize("side, names", [(None, ["ana", "ben", "x"]), ("pro", ["ben"]), ("usager", ["ana", "x"])])
def test_filter_reads_the_item_offered_and_the_item_that_asks(side, names):
    done = filled(FORM, {"membre": TEAM, "action": [{"cote_voulu": side}]})
    assert [name for name, _ in offered(done, "action[k1].qui", "qui")] == names


def test_item_of_the_same_repeat_may_be_chosen():
    done = filled(FORM, {"membre": [*TEAM[:2], {"_key": "x", "cote": "usager", "binome": "ana"}]})
    assert (done.wording.shown("membre[x].binome"), done.problems[1:]) == (("Ana",), ())


def test_chosen_items_come_in_the_order_of_the_list():
    done = filled(FORM, {"membre": TEAM, "action": [{"qui": ["x", "ben", "ana"]}]})
    assert done.values["action[k1].qui"] == ("ana", "ben", "x")
    assert done.wording.shown("action[k1].qui") == ("Ana", "Ben", "Membre 3")


def test_rules_count_the_chosen_items_of_which_something_is_true():
    done = filled(FORM, {"membre": TEAM, "action": [{"qui": ["ben", "ana"]}, {"qui": ["ben"]}, {}]})
    assert [done.values[f"action[k{rank}].combien"] for rank in (1, 2, 3)] == [1, 0, 0]


def test_choice_of_an_item_that_was_removed_is_gone():
    done = filled(FORM, {"hopital": "a", "membre": TEAM[1:], "pilote": "ana", "action": [{"qui": ["ana", "ben"]}]})
    assert (done.values["pilote"], done.values["action[k1].qui"]) == (None, ("ben",))
    assert codes(done) == [("pilote", "not_offered")]


def test_removed_item_is_told_where_it_was_chosen_once():
    done = filled(FORM, {"membre": TEAM[1:]})
    assert done.wording.option(FORM.questions["pilote"], "ana") == "Membre (n’est plus dans la liste)"


def test_other_and_declining_stand_beside_the_items():
    done = filled(FORM, {"membre": TEAM, "pilote": "autre", "usager": "nsp"})
    assert (done.wording.shown("pilote"), done.wording.shown("usager")) == (("Autre",), ("Je ne sais pas",))
    assert done.values["usager"] == Declined("nsp")


def test_establishments_follow_the_group():
    done = filled(FORM, {"ghu": "sud", "hopital": "a"}, IN_HOSPITAL)
    assert offered(done, "hopital", "hopital") == [("b", "Hôpital {b}")]
    assert codes(done) == [("hopital", "not_offered")]


def test_question_without_anything_to_choose_in_the_installation_is_not_asked():
    lists = {**HOSPITALS, "directory.groups": ()}
    done = filled(FORM, {"ghu": "nord", "hopital": "b"}, replace(CONTEXT, lists=lists))
    assert (done.is_relevant("ghu"), done.values["hopital"], codes(done)) == (False, "b", [])


def test_list_that_is_not_known_takes_what_is_given():
    done = filled(FORM, {"ghu": "GHU Est", "hopital": "Hôpital des Tilleuls"})
    assert (done.wording.shown("ghu"), done.wording.shown("hopital")) == (("GHU Est",), ("Hôpital des Tilleuls",))
    assert codes(done) == []


@pytest.mark.parametrize("name", ["x" * 256, "a\nb"])
def test_name_of_no_list_is_refused(name):
    assert codes(filled(FORM, {"hopital": name})) == [("hopital", "not_offered")]


def test_document_keeps_what_was_chosen_in_lists_and_nothing_else():
    done = filled(FORM, {"ghu": "sud", "hopital": "b"}, IN_HOSPITAL)
    kept = kept_lists(done)
    assert kept == {
        "directory.establishments": [
            {"name": "b", "label": "Hôpital {b}", "columns": {"ghu": "sud", "secteur": "social"}}
        ],
        "directory.groups": [{"name": "sud", "label": "GHU Sud", "columns": {}}],
    }
    again = filled(FORM, frozen_sheet(done), replace(CONTEXT, lists=read_lists(kept)))
    assert (describe(again), again.problems) == (describe(done), ())


def test_sheet_of_items_reads_back_as_it_was():
    done = filled(FORM, {"membre": TEAM, "pilote": "x", "action": [{"qui": ["x", "ana"]}]})
    assert frozen_sheet(filled(FORM, frozen_sheet(done))) == frozen_sheet(done)


def test_form_tells_its_lists_of_the_installation():
    assert FORM.lists == {"directory.groups", "directory.establishments"}


def test_codebook_names_the_list_of_which_it_cannot_know_the_choices():
    lists = {entry.path: entry.list for entry in codebook(FORM) if entry.list}
    assert lists == {
        "ghu": "directory.groups", "hopital": "directory.establishments", "membre.binome": "membre",
        "pilote": "membre", "usager": "membre", "action.qui": "membre",
    }  # fmt: skip


@pytest.mark.parametrize(
    "choices, code",
    [
        ("{from: membres}", "unknown_origin"),
        ("{from: membre, filter: \"cot = 'x'\"}", "unknown_column"),
        ('{from: membre, label: "${nm}"}', "unknown_answer"),
        ("{from: membre, filter: \"${nm} = 'x'\"}", "unknown_name"),
        ("{from: membre, file: x.csv}", "list_origin"),
        ("{filter: \"${nom} = 'x'\"}", "list_origin"),
        ("{from: directory.people, label: Nom}", "label_of_list"),
    ],
)
def test_mistake_in_a_list_is_told_at_load(choices, code):
    text = FORM.yaml.replace("{from: membre}", choices)
    with pytest.raises(Exception, match=code):
        load_text(text, "lists/1")
