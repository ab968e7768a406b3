"""What counts: what is asked, values computed in order, first values, options left."""

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from questionnaire.errors import QuestionnaireError
from questionnaire.filling import Answers, Context, RuleFailed, fill, from_sheet, frozen_sheet
from questionnaire.spec.values import Unreadable
from tests.filling.building import CONTEXT, FICHE, NOTHING, a_form, codes, filled, tiny
from tests.journeys.house import example

TWO_STEPS = a_form("""
    - {name: a, kind: yes_no, label: A}
    - {name: b, kind: text, label: B, relevant: "${a} = 'oui'"}
    - {name: c, kind: text, label: C, relevant: "${b} != ''"}
    - {name: total, kind: calculate, label: T, calculation: "concat(${a}, '/', ${b}, '/', ${c})"}
""")


def test_hidden_answer_is_blank_to_every_rule():
    form = filled(TWO_STEPS, {"a": "non", "b": "caché", "c": "aussi"})
    assert (form.values["total"], form.is_relevant("b"), form.is_relevant("c")) == ("non//", False, False)


def test_hidden_answer_stays_in_the_draft():
    form = filled(TWO_STEPS, {"a": "non", "b": "caché"})
    assert (form.answers.values["b"], "b" in form.values) == ("caché", False)


def test_answer_shown_again_comes_back():
    sheet = {"b": "caché", "c": "aussi"}
    assert filled(TWO_STEPS, {**sheet, "a": "oui"}).values["total"] == "oui/caché/aussi"


def test_hidden_answer_is_dropped_at_the_freeze():
    assert frozen_sheet(filled(TWO_STEPS, {"a": "non", "b": "caché"})) == {"a": "non", "total": "non//"}


@pytest.mark.parametrize("suite,asked", [("oui", ["page", "page_suite"]), ("non", ["page"]), (None, ["page"])])
def test_section_is_on_the_path_when_its_rule_says_so(suite, asked):
    form = filled(tiny("relevant"), {"suite": suite})
    assert [section.name for section in form.sections()] == asked


def test_questions_of_a_section_off_the_path_are_hidden_with_it():
    form = filled(tiny("relevant"), {"suite": "non", "rythme": "chaque mois"})
    assert (form.is_relevant("rythme"), frozen_sheet(form), codes(form)) == (
        False,
        {"suite": "non"},
        [("motif", "required")],
    )


def test_section_may_depend_on_a_page_that_comes_after():
    form = a_form(
        "- {name: a, kind: text, label: A}",
        """
        - name: deux
          title: Deux
          relevant: ${z} = 'oui'
          questions: [{name: b, kind: text, label: B, required: true}]
        - name: trois
          title: Trois
          questions: [{name: z, kind: yes_no, label: Z}]
        """,
    )
    assert (codes(filled(form, {"z": "non"})), codes(filled(form, {"z": "oui"}))) == ([], [("b", "required")])


def test_repeat_counts_and_adds_what_is_asked():
    sheet = {"achat": [{"objet": "Lit", "prix": 10}, {"objet": "Drap", "prix": 2.5}, {"prix": 100}]}
    values = filled(tiny("repeat"), sheet).values
    assert (values["nombre"], values["total"]) == (3, 12.5)


RANKED = a_form("""
    - name: r
      kind: repeat
      label: R
      questions:
        - {name: rang, kind: calculate, label: Rang, calculation: position(..)}
        - {name: x, kind: integer, label: X}
        - {name: double, kind: calculate, label: Double, calculation: "${x} * 2"}
        - {name: part, kind: calculate, label: Part, calculation: "${x} div sum(${x})"}
    - {name: tout, kind: calculate, label: Tout, calculation: "sum(${double})"}
""")


def test_question_of_an_item_reads_its_own_item():
    values = filled(RANKED, {"r": [{"x": 1}, {"x": 3}]}).values
    assert [values[f"r[k{rank}].double"] for rank in (1, 2)] == [2, 6]


def test_item_knows_its_position_in_the_order_given():
    answers = Answers({}, {"r": ("z", "a", "m")})
    values = fill(RANKED, answers, CONTEXT).values
    assert [values[f"r[{key}].rang"] for key in "zam"] == [1, 2, 3]


def test_rule_outside_of_the_items_reads_all_of_them():
    assert filled(RANKED, {"r": [{"x": 1}, {"x": 3}, {}]}).values["tout"] == 8


def test_answers_of_a_removed_item_are_kept_and_count_for_nothing():
    answers = Answers({"r[a].x": 1, "r[b].x": 5}, {"r": ("b",)}, frozenset({"r[a]"}))
    form = fill(RANKED, answers, CONTEXT)
    assert (form.values["tout"], form.is_relevant("r[a].x"), form.answers.values["r[a].x"]) == (10, False, 1)


HIDDEN_REPEAT = a_form("""
    - {name: a, kind: yes_no, label: A}
    - name: r
      kind: repeat
      label: R
      relevant: ${a} = 'oui'
      min: 2
      questions: [{name: x, kind: integer, label: X, required: true}]
    - {name: nombre, kind: calculate, label: N, calculation: "count(${r})"}
    - {name: somme, kind: calculate, label: S, calculation: "sum(${x})"}
""")


@pytest.mark.parametrize(
    "a,counts,asked,problems", [("oui", (1, 4), True, [("r", "too_few_items")]), ("non", (0, 0), False, [])]
)
def test_hidden_repeat_has_no_items(a, counts, asked, problems):
    form = filled(HIDDEN_REPEAT, {"a": a, "r": [{"x": 4}]})
    values = form.values["nombre"], form.values["somme"]
    assert (values, form.is_relevant("r"), form.is_relevant("r[k1].x"), codes(form)) == (counts, asked, asked, problems)


def test_empty_repeat_is_asked_as_a_whole():
    assert filled(HIDDEN_REPEAT, {"a": "oui"}).is_relevant("r") is True


def test_calculations_follow_one_another_whatever_their_place():
    values = filled(tiny("calculate"), {"a": 2, "b": 3}).values
    assert (values["somme"], values["double"]) == (5, 10)


def test_calculation_without_a_result_is_blank():
    values = filled(tiny("calculate"), {"a": 2}).values
    assert (values["somme"], values["double"]) == (None, None)


def test_calculation_given_in_a_sheet_is_computed_again():
    assert filled(tiny("calculate"), {"a": 2, "b": 3, "somme": 99}).values["somme"] == 5


def test_first_values_stand_where_nothing_was_answered():
    values = filled(tiny("default"), {}).values
    assert values == {"etat": "en_cours", "lieu": "Salle de réunion", "jour": date(2026, 3, 3)}


def test_emptied_answers_stay_empty():
    values = filled(tiny("default"), {"etat": None, "lieu": "", "jour": None}).values
    assert values == {"etat": None, "lieu": None, "jour": None}


def test_first_value_follows_the_answer_that_it_rests_on():
    form = a_form("""
        - {name: a, kind: integer, label: A}
        - {name: b, kind: integer, label: B, default: "${a} + 1"}
    """)
    given = [filled(form, sheet).values["b"] for sheet in ({"a": 1}, {"a": 4}, {"a": 4, "b": 0}, {})]
    assert given == [2, 5, 0, None]


def test_today_is_the_day_of_the_establishment():
    elsewhere = Context(now=CONTEXT.now, tz=ZoneInfo("America/Cayenne"))
    days = [filled(tiny("default"), {}, context).values["jour"] for context in (CONTEXT, elsewhere)]
    assert days == [date(2026, 3, 3), date(2026, 3, 2)]


def offered(form, path="etape"):
    return [choice.name for choice in form.offered[path]]


@pytest.mark.parametrize(
    "sheet,names", [({}, ["a", "b"]), ({"court": "oui"}, ["b"]), ({"court": "oui", "etape": None}, ["b"])]
)
def test_filter_leaves_options_whether_or_not_one_was_chosen(sheet, names):
    assert offered(filled(tiny("choice_filter"), sheet)) == names


def test_lost_option_counts_as_blank_and_is_told():
    form = filled(tiny("choice_filter"), {"court": "oui", "etape": "a"})
    assert (form.values["etape"], form.answer("etape"), codes(form)) == (None, "a", [("etape", "not_offered")])


def test_lost_option_comes_back_when_it_is_offered_again():
    assert filled(tiny("choice_filter"), {"court": "non", "etape": "a"}).values["etape"] == "a"


FILTERED = a_form("""
    - {name: sans, kind: text, label: Sans}
    - name: m
      kind: select_multiple
      label: M
      choices: [{name: a, label: A}, {name: b, label: B}]
      choice_filter: . != ${sans}
    - {name: d, kind: select_one, label: D, default: a, choices: [{name: a, label: A}], choice_filter: ". != ${sans}"}
""")


def test_options_lost_among_several_leave_the_others():
    form = filled(FILTERED, {"sans": "a", "m": ["a", "b"]})
    assert (form.values["m"], frozen_sheet(form)["m"], codes(form)) == (("b",), ["b"], [])


def test_all_options_lost_are_told():
    assert codes(filled(FILTERED, {"sans": "a", "m": ["a"]})) == [("m", "not_offered")]


def test_first_value_that_is_not_offered_is_none():
    form = filled(FILTERED, {"sans": "a"})
    assert (form.values["d"], codes(form)) == (None, [])


def test_filter_in_an_item_reads_its_own_item():
    form = a_form("""
        - name: r
          kind: repeat
          label: R
          questions:
            - {name: t, kind: text, label: T}
            - name: c
              kind: select_one
              label: C
              choices: [{name: x, label: X}, {name: y, label: Y}]
              choice_filter: . != ${t}
    """)
    done = filled(form, {"r": [{"t": "x"}, {"t": "y"}]})
    assert [offered(done, f"r[k{rank}].c") for rank in (1, 2)] == [["y"], ["x"]]


def test_unreadable_answer_is_kept_counts_as_blank_and_is_told():
    form = filled(tiny("integer"), {"age": "douze"})
    assert (form.values["age"], form.answer("age"), codes(form)) == (
        None,
        Unreadable("douze", "not_an_integer", "Écrivez un nombre entier, par exemple 12."),
        [("age", "not_an_integer")],
    )


def test_exclusive_choice_does_not_stand_beside_another():
    form = filled(tiny("select_multiple"), {"aides": ["lecture", "aucune"]})
    assert [(problem.code, problem.message) for problem in form.problems] == [
        ("exclusive", "La réponse «\u00a0Aucune\u00a0» ne peut pas être cochée avec d’autres réponses.")
    ]


def test_choices_stand_in_the_order_of_the_list():
    assert filled(tiny("select_multiple"), {"aides": ["ecriture", "lecture"]}).values["aides"] == (
        "lecture",
        "ecriture",
    )


FAILING = {
    "relevant": "- {name: x, kind: text, label: X, relevant: position(..) = 1}",
    "calculation": "- {name: x, kind: calculate, label: X, calculation: position(..)}",
    "default": "- {name: x, kind: integer, label: X, default: position(..)}",
    "required": "- {name: x, kind: text, label: X, required: position(..) = 1}",
    "read_only": "- {name: x, kind: text, label: X, read_only: position(..) = 1}",
    "min": "- {name: x, kind: integer, label: X, default: '1', min: position(..)}",
    "max": "- {name: x, kind: integer, label: X, default: '1', max: position(..)}",
    "constraint": "- {name: x, kind: text, label: X, default: a, constraint: position(..) = 1, constraint_message: N}",
    "choice_filter": """
        - {name: x, kind: select_one, label: X, choices: [{name: a, label: A}], choice_filter: "position(${r}) = 1"}
        - {name: r, kind: repeat, label: R, questions: [{name: y, kind: text, label: Y}]}
    """,
}


@pytest.mark.parametrize("column", FAILING)
def test_failing_rule_names_form_question_and_column(column):
    with pytest.raises(RuleFailed) as caught:
        fill(a_form(FAILING[column]), NOTHING, CONTEXT)
    assert str(caught.value).startswith(f"demo 1, «\u00a0x\u00a0», {column}\u00a0: position(..)")


def test_failing_rule_of_a_section_names_it():
    pages = """
        - name: deux
          title: Deux
          relevant: position(..) = 1
          questions: [{name: b, kind: text, label: B}]
    """
    with pytest.raises(RuleFailed, match="demo 1, «\u00a0deux\u00a0», relevant"):
        fill(a_form("- {name: a, kind: text, label: A}", pages), NOTHING, CONTEXT)


def test_first_value_that_its_question_cannot_take_fails():
    form = a_form("""
        - {name: a, kind: text, label: A}
        - {name: b, kind: integer, label: B, default: "${a}"}
    """)
    with pytest.raises(RuleFailed, match="«\u00a0b\u00a0», default\u00a0: Écrivez un nombre entier"):
        filled(form, {"a": "trois"})


def test_failing_rule_is_an_error_of_the_house():
    assert issubclass(RuleFailed, QuestionnaireError)


@pytest.mark.parametrize("name", ["complete", "minimal"])
def test_filling_is_pure_and_repeats_itself(name):
    answers, _ = from_sheet(FICHE, example(name))
    before = (dict(answers.values), dict(answers.items))
    one, two = (fill(FICHE, answers, CONTEXT) for _ in range(2))
    assert (one, before) == (two, (dict(answers.values), dict(answers.items)))


def test_hour_of_the_context_is_the_only_clock():
    form = a_form("- {name: heure, kind: calculate, label: H, calculation: now()}")
    later = Context(now=datetime(2030, 1, 1, 12, tzinfo=UTC), tz=UTC)
    assert fill(form, NOTHING, later).values["heure"] == later.now


def test_decimal_keeps_what_was_typed():
    assert filled(tiny("decimal"), {"montant": "0,10"}).values["montant"] == Decimal("0.1")


def test_paths_walk_the_answers():
    form = a_form("""
        - {name: avec, kind: yes_no, label: Avec}
        - {name: seuil, kind: integer, label: Seuil}
        - name: r
          kind: repeat
          label: R
          relevant: ../avec = 'oui'
          questions:
            - {name: nom, kind: text, label: Nom}
            - {name: n, kind: integer, label: N}
            - {name: avant, kind: calculate, label: Avant, calculation: "../preceding-sibling::r[1]/nom"}
            - {name: haut, kind: calculate, label: Haut, calculation: "if(../n > ../../seuil, 'oui', 'non')"}
        - {name: hauts, kind: calculate, label: Hauts, calculation: "join(', ', ${r}[n > current()/../seuil]/nom)"}
        - {name: tous, kind: calculate, label: Tous, calculation: "count(//nom)"}
    """)
    items = [{"nom": "a", "n": 1}, {"nom": "b", "n": 5}, {"nom": "c", "n": 7}]
    seen = filled(form, {"avec": "oui", "seuil": 4, "r": items}).values
    assert [seen[f"r[k{rank}].{name}"] for rank in (1, 2, 3) for name in ("avant", "haut")] == [
        None, "non", "a", "oui", "b", "oui",
    ]  # fmt: skip
    assert (seen["hauts"], seen["tous"]) == ("b, c", 3.0)
    hidden = filled(form, {"avec": "non", "seuil": 4, "r": items}).values
    assert (hidden["hauts"], hidden["tous"]) == (None, 0.0)
