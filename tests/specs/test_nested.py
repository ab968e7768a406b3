"""Objectives, each with its actions: what rules and texts read, from inside and from outside."""

import pytest

from questionnaire.content.extracting import Manner, Taken, extract
from questionnaire.filling import fill, from_sheet, from_stored, frozen_sheet, to_stored
from questionnaire.filling.filled import Place
from questionnaire.filling.samples import walk
from questionnaire.spec.codebook import codebook
from questionnaire.spec.values import Json
from tests.filling.building import CONTEXT, a_form, codes, filled, messages, tiny

FORM = tiny("nested")
OPEN = {
    "_key": "a",
    "o_titre": "Ouvrir",
    "o_budget": 100,
    "action": [{"_key": "x", "a_titre": "Peindre", "a_cout": 60}, {"_key": "y", "a_titre": "Meubler", "a_cout": 30}],
}
TEACH = {"_key": "b", "o_titre": "Former", "action": [{"_key": "x", "a_titre": "Réunir", "a_cout": 5}]}
PLAN = {"objectif": [OPEN, TEACH]}


def test_item_counts_and_adds_up_its_own():
    done = filled(FORM, PLAN)
    assert [done.values[f"objectif[{key}].o_bilan"] for key in "ab"] == ["2 : 90 sur 100", "1 : 5 sur ?"]
    assert (done.values["total"], codes(done)) == (95, [])


def test_each_knows_its_rank_and_that_of_the_item_around():
    done = filled(FORM, PLAN)
    paths = ["objectif[a].action[x]", "objectif[a].action[y]", "objectif[b].action[x]"]
    assert [done.values[f"{path}.a_numero"] for path in paths] == ["1.1", "1.2", "2.1"]


def test_answer_is_found_by_the_ranks_of_both():
    assert filled(FORM, PLAN).values["seconde"] == "Réunir"
    assert filled(FORM, {"objectif": [OPEN]}).values["seconde"] is None


def test_constraint_reads_the_item_around_and_says_it():
    dear = {**OPEN, "action": [{"_key": "x", "a_titre": "Peindre", "a_cout": 101}]}
    done = filled(FORM, {"objectif": [dear, TEACH]})
    assert codes(done) == [("objectif[a].action[x].a_cout", "constraint")]
    assert messages(done) == ["Le budget de «\u00a0Ouvrir\u00a0» est de 100\u00a0€."]


def test_question_comes_in_one_item_alone():
    dear = {**TEACH, "action": [{"_key": "x", "a_titre": "Réunir", "a_cout": 2000}, {"_key": "y"}]}
    done = filled(FORM, {"objectif": [OPEN, dear]})
    asked = sorted(path for path in done.relevant if path.endswith("a_pourquoi"))
    assert asked == ["objectif[b].action[x].a_pourquoi"]
    assert codes(done) == [
        ("objectif[b].action[x].a_pourquoi", "required"),
        ("objectif[b].action[y].a_titre", "required"),
    ]


def test_each_list_has_its_own_bounds():
    none = {"_key": "c", "o_titre": "Rien"}
    many = {"_key": "d", "o_titre": "Trop", "action": [{"a_titre": "A"}] * 4}
    done = filled(FORM, {"objectif": [OPEN, none, many]})
    assert codes(done) == [("objectif[c].action", "too_few_items"), ("objectif[d].action", "too_many_items")]
    assert [done.can_add(f"objectif[{key}].action") for key in "acd"] == [True, True, False]


def test_texts_say_what_stands_in_the_same_item():
    done = filled(FORM, PLAN)
    say, questions = done.wording.say, FORM.questions
    assert say(questions["a_cout"].label, "objectif[b].action", "x") == "Coût de «\u00a0Réunir\u00a0»"
    assert say(questions["mot"].label) == "Un mot sur\u00a0: Ouvrir, Former"
    assert done.wording.around("objectif[a].action[y].a_cout") == ("Ouvrir", "Meubler")


def test_answers_are_stored_and_frozen_and_read_back():
    answers, _ = from_sheet(FORM, PLAN)
    assert from_stored(FORM, to_stored(FORM, answers)) == answers
    sheet = frozen_sheet(filled(FORM, PLAN))
    assert [item["action"][0]["_key"] for item in sheet["objectif"]] == ["x", "x"]
    assert frozen_sheet(filled(FORM, sheet)) == sheet


@pytest.mark.parametrize(
    "action, code",
    [("Peindre", "not_a_list"), ([{"inconnu": 1}], "unknown_question"), ([{"_key": "é"}], "bad_key")],
)
def test_file_of_answers_is_told_of_inside_too(action, code):
    _, problems = from_sheet(FORM, {"objectif": [{"_key": "a", "action": action}]})
    assert [(problem.code, problem.path.startswith("objectif[a].action")) for problem in problems] == [(code, True)]


def test_row_of_an_item_in_no_such_place_is_left_aside():
    rows: dict[str, Json] = {
        "objectif[a]": 1,
        "action[x]": 1,
        "action[x].a_titre": "A",
        "objectif[a].a_titre": "A",
        "mot[a].action[x]": 1,
    }
    assert from_stored(FORM, rows).items == {"objectif": ("a",)}


def test_taken_away_item_leaves_its_inner_ones_out_of_every_rule():
    answers, _ = from_sheet(FORM, PLAN)
    rows = to_stored(FORM, answers) | {"objectif[a]": None}
    stored = from_stored(FORM, rows)
    assert (sorted(stored.removed), stored.keys("objectif[a].action")) == (["objectif[a]"], ("x", "y"))
    done = fill(FORM, stored, CONTEXT)
    assert (done.values["total"], done.values["objectif[b].action[x].a_numero"]) == (5, "1.1")
    assert to_stored(FORM, stored) == rows | {"objectif[b]": 1}


def test_inner_list_is_hidden_with_its_condition_in_each_item():
    form = a_form("""
        - name: a
          kind: repeat
          label: A
          questions:
            - {name: ouvert, kind: yes_no, label: Ouvert}
            - name: b
              kind: repeat
              label: B
              relevant: ../ouvert = 'oui'
              min: 1
              questions: [{name: n, kind: integer, label: N}]
            - {name: mien, kind: calculate, label: M, calculation: "sum(../b/n)"}
        - {name: tous, kind: calculate, label: T, calculation: "sum(${n})"}
        - {name: pas, kind: calculate, label: P, calculation: "count(/a/b[n > 1])"}
        """)
    items = [
        {"_key": "o", "ouvert": "oui", "b": [{"n": 1}, {"n": 2}]},
        {"_key": "f", "ouvert": "non", "b": [{"n": 40}]},
        {"_key": "v", "ouvert": "oui"},
    ]
    done = filled(form, {"a": items})
    assert [done.values[f"a[{key}].mien"] for key in "ofv"] == [3, 0, 0]
    assert (done.values["tous"], done.values["pas"]) == (3, 1)
    assert [done.is_relevant(f"a[{key}].b") for key in "ofv"] == [True, False, True]
    assert codes(done) == [("a[v].b", "too_few_items")]
    assert [item.get("b") for item in frozen_sheet(done)["a"]] == [
        [{"_key": "k1", "n": 1}, {"_key": "k2", "n": 2}], None, [],
    ]  # fmt: skip


def test_page_for_each_thing_may_hold_a_list():
    form = a_form(
        """
        - name: aide
          kind: select_multiple
          label: A
          choices: [{name: lit, label: Lit}, {name: rail, label: Rail}]
        """,
        sections="""
        - name: avis
          title: ${aide}
          for_each: aide
          questions:
            - name: panne
              kind: repeat
              label: Panne
              questions: [{name: jour, kind: integer, label: "Jours sans ${aide}"}]
            - {name: perdus, kind: calculate, label: P, calculation: "sum(${jour})"}
        """,
    )
    sheet = {
        "aide": ["lit", "rail"],
        "avis": [
            {"_key": "lit", "panne": [{"jour": 2}, {"jour": 3}]},
            {"_key": "rail", "panne": [{"jour": 7}]},
        ],
    }
    done = filled(form, sheet)
    assert [done.values[f"avis[{key}].perdus"] for key in ("lit", "rail")] == [5, 7]
    assert done.wording.say(form.questions["jour"].label, "avis[rail].panne", "k1") == "Jours sans Rail"
    less = filled(form, {**sheet, "aide": ["rail"]})
    assert sorted(path for path in less.values if path.endswith(".jour")) == ["avis[rail].panne[k1].jour"]
    assert [each.answered for each in less.progress.sections] == [1, 1]


def test_codebook_names_the_way_to_each():
    assert [entry.path for entry in codebook(FORM)][:5] == [
        "objectif", "objectif.o_titre", "objectif.o_budget", "objectif.action", "objectif.action.a_titre",
    ]  # fmt: skip


def test_places_come_in_page_order():
    done = filled(FORM, PLAN)
    found = [place.path for place in done.places(FORM.sections[0])]
    assert found[:6] == [
        "objectif", "objectif[a].o_titre", "objectif[a].o_budget", "objectif[a].action",
        "objectif[a].action[x].a_titre", "objectif[a].action[x].a_cout",
    ]  # fmt: skip
    inner = Place(FORM.questions["a_cout"], "objectif[a].action[x].a_cout", "x")
    assert inner.group == "objectif[a].action"


def test_extract_has_a_sheet_for_each_list_with_the_items_around():
    done = filled(FORM, PLAN)
    taken = [Taken("d1", "p1", "Ici", "REF-1", "Plan", CONTEXT.now, done)]
    sheets = {sheet.name: sheet for sheet in extract(taken, Manner(named=True), lambda kind, of: f"{kind}:{of}")}
    assert sheets["action"].columns[:4] == ("document", "objectif", "rang", "a_titre")
    assert [row[:4] for row in sheets["action"].rows] == [
        ("REF-1", 1, 1, "Peindre"), ("REF-1", 1, 2, "Meubler"), ("REF-1", 2, 1, "Réunir"),
    ]  # fmt: skip
    apart = {sheet.name: sheet for sheet in extract(taken, Manner(), lambda kind, of: f"{kind}:{of}")}
    assert apart["action"].columns == ("document", "objectif", "élément", "a_cout", "a_numero")
    assert apart["action"].rows[2] == ("document:d1", "objectif:d1/b", "action:d1/b/x", 5, "2.1")
    assert [row[1] for row in apart["objectif"].rows] == ["objectif:d1/a", "objectif:d1/b"]


def test_made_up_answers_walk_every_path():
    walked = walk(FORM, CONTEXT)
    assert (walked.missed, walked.failures) == ((), ())
    assert all(item["action"] for sample in walked.samples for item in sample.sheet["objectif"])
