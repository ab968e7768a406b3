"""What is said of answers: missing, refused, out of bounds, too long, too few, too many."""

import pytest

from questionnaire.filling import Answers, fill
from tests.filling.building import CONTEXT, a_form, codes, filled, messages, tiny


def test_constraint_tells_its_message():
    form = filled(tiny("constraint"), {"debut": "2026-05-01", "fin": "2026-04-30"})
    assert (codes(form), messages(form)) == ([("fin", "constraint")], ["La fin vient après le début."])


@pytest.mark.parametrize("fin", ["2026-05-01", "2026-05-02", None])
def test_constraint_is_kept_or_has_nothing_to_judge(fin):
    assert codes(filled(tiny("constraint"), {"debut": "2026-05-01", "fin": fin})) == []


def test_constraint_on_a_hidden_answer_is_not_judged():
    form = a_form("""
        - {name: a, kind: yes_no, label: A}
        - {name: b, kind: integer, label: B, relevant: "${a} = 'oui'", constraint: . > 5, constraint_message: Plus}
    """)
    assert [codes(filled(form, {"a": a, "b": 1})) for a in ("non", "oui")] == [[], [("b", "constraint")]]


PIPED = a_form("""
    - {name: chef, kind: text, label: Chef}
    - {name: age, kind: integer, label: Âge, constraint: ". >= 18", constraint_message: "${chef} : trop jeune {au_pp}."}
    - name: r
      kind: repeat
      label: R
      questions:
        - {name: nom, kind: text, label: Nom}
        - {name: note, kind: integer, label: Note, required: true, required_message: "Notez ${nom}.",
           constraint: ". < 21", constraint_message: "${nom} a plus de 20."}
""")


def test_messages_quote_answers_and_terms():
    assert messages(filled(PIPED, {"chef": "Ana", "age": 4})) == ["Ana\u00a0: trop jeune au patient partenaire."]


def test_messages_of_an_item_quote_its_own_answers():
    form = filled(PIPED, {"r": [{"nom": "Ana", "note": 30}, {"nom": "Bo"}]})
    assert messages(form) == ["Ana a plus de 20.", "Notez Bo."]


def test_required_asks_for_the_answer_in_the_author_words():
    assert messages(filled(tiny("acknowledge"), {})) == ["Lisez-le d’abord."]


def test_required_asks_for_a_national_number():
    assert messages(filled(tiny("identifier"), {})) == ["Écrivez ce numéro."]


def test_required_has_words_for_each_kind():
    kinds = {
        "text": "Écrivez une réponse.",
        "email": "Écrivez une adresse électronique.",
        "tel": "Écrivez un numéro de téléphone.",
        "integer": "Indiquez un nombre.",
        "decimal": "Indiquez un nombre.",
        "date": "Indiquez une date.",
        "date_range": "Indiquez les deux dates.",
        "time": "Indiquez une heure.",
        "datetime": "Indiquez un jour et une heure.",
        "month": "Indiquez un mois et une année.",
        "year": "Indiquez une année.",
        "duration": "Indiquez une durée.",
        "yes_no": "Choisissez une réponse.",
        "acknowledge": "Cochez cette case pour continuer.",
    }
    form = a_form("\n".join(f"- {{name: {kind}, kind: {kind}, label: L, required: true}}" for kind in kinds))
    assert {problem.path: problem.message for problem in filled(form, {}).problems} == kinds


@pytest.mark.parametrize(
    "sheet,required,problems",
    [
        ({"a": "oui"}, {"b"}, [("b", "required")]),
        ({"a": "oui", "b": "x"}, {"b"}, []),
        ({"a": "non"}, set(), []),
        ({}, set(), []),
    ],
)
def test_required_by_a_rule(sheet, required, problems):
    form = a_form("""
        - {name: a, kind: yes_no, label: A}
        - {name: b, kind: text, label: B, required: "${a} = 'oui'"}
    """)
    done = filled(form, sheet)
    assert (set(done.required), codes(done)) == (required, problems)


@pytest.mark.parametrize("age,problem", [(-1, "too_small"), (0, None), (120, None), (121, "too_big")])
def test_number_stays_within_its_bounds(age, problem):
    assert [code for _, code in codes(filled(tiny("integer"), {"age": age}))] == [problem][: bool(problem)]


def test_bounds_are_told_with_their_unit():
    said = [messages(filled(tiny("integer"), {"age": age})) for age in (-1, 121)]
    assert said == [["Indiquez au moins 0\u00a0ans."], ["Indiquez au plus 120\u00a0ans."]]


@pytest.mark.parametrize(
    "sheet,said",
    [
        ({"debut": "2025-12-31"}, ["Indiquez une date à partir du 01/01/2026."]),
        ({"debut": "2026-01-01"}, []),
        ({"debut": "2026-02-01", "fin": "2026-01-31"}, ["Indiquez une date à partir du 01/02/2026."]),
        ({"debut": "2026-02-01", "fin": "2026-02-01"}, []),
        ({"fin": "1999-01-01"}, []),
    ],
)
def test_date_stays_within_its_bounds(sheet, said):
    assert messages(filled(tiny("date"), sheet)) == said


@pytest.mark.parametrize(
    "sheet,said",
    [
        ({"debut": "07:59"}, ["Indiquez une heure à partir de 08:00."]),
        ({"debut": "08:00"}, []),
        ({"debut": "10:00", "fin": "09:30"}, ["Indiquez une heure à partir de 10:00."]),
        ({"debut": "10:00", "fin": "10:00"}, []),
        ({"fin": "20:00"}, []),
        ({"fin": "20:01"}, ["Indiquez une heure jusqu’à 20:00."]),
    ],
)
def test_hour_stays_within_its_bounds(sheet, said):
    assert messages(filled(tiny("time"), sheet)) == said


@pytest.mark.parametrize(
    "sheet,said",
    [
        ({"sejour": "2026-03-01/2026-03-02"}, []),
        ({"sejour": "2025-12-31/2026-01-02"}, ["Indiquez une date à partir du 01/01/2026."]),
        ({"sejour": "2026-12-30/2027-01-01"}, ["Indiquez une date jusqu’au 31/12/2026."]),
        ({"sejour": "2026-03-01/2026-03-01"},
         ["La période doit compter au moins 2\u00a0jours\u00a0: vous en indiquez 1."]),
        ({"sejour": "2026-03-01/2026-04-30"},
         ["La période doit compter au plus 60\u00a0jours\u00a0: vous en indiquez 61."]),
        ({"sejour": "2026-03-01/"}, ["Indiquez aussi la seconde date."]),
        ({"sejour": "2026-03-05/2026-03-01"},
         ["La seconde date (01/03/2026) vient avant la première (05/03/2026). Vérifiez les deux."]),
        ({"sejour": "2026-03-01/2026-03-09", "conges": "2026-03-01/2026-03-09"}, []),
        ({"sejour": "2026-03-01/2026-03-09", "conges": "2026-03-02/2026-03-10"},
         ["Indiquez une date jusqu’au 09/03/2026."]),
        ({"conges": "2026-03-02/2026-03-10"}, []),
    ],
)  # fmt: skip
def test_period_stays_within_its_bounds(sheet, said):
    assert messages(filled(tiny("date_range"), sheet)) == said


def test_period_gives_its_length_to_rules():
    form = tiny("date_range")
    found = [filled(form, {"sejour": each}).values.get("jours") for each in (None, "2026-03-01/2026-03-09")]
    assert found == [None, 9.0]


def test_date_has_a_last_day():
    form = a_form("- {name: x, kind: date, label: X, max: 2026-12-31}")
    assert messages(filled(form, {"x": "2027-01-01"})) == ["Indiquez une date jusqu’au 31/12/2026."]


def test_date_may_be_bounded_by_the_present_moment():
    form = a_form("- {name: x, kind: date, label: X, min: now()}")
    found = [codes(filled(form, {"x": day})) for day in ("2026-03-02", "2026-03-03")]
    assert found == [[("x", "too_small")], []]


@pytest.mark.parametrize("low", ["0.1", "${a} + 0.2"])
def test_bound_is_what_it_is_written_as(low):
    form = a_form(f"""
        - {{name: a, kind: decimal, label: A, default: "0.1"}}
        - {{name: x, kind: decimal, label: X, min: "{low}"}}
    """)
    least = "0,1" if low == "0.1" else "0,3"
    assert (codes(filled(form, {"x": least})), codes(filled(form, {"x": "0,09"}))) == ([], [("x", "too_small")])


@pytest.mark.parametrize("low", ["1 div 0", "0 div 0", "'dix'"])
def test_bound_that_is_no_number_bounds_nothing(low):
    form = a_form(f"""
        - {{name: x, kind: integer, label: X, min: "{low}"}}
        - {{name: r, kind: repeat, label: R, min: "{low}", questions: [{{name: y, kind: text, label: Y}}]}}
    """)
    assert codes(filled(form, {"x": 3})) == []


@pytest.mark.parametrize("count,problem", [(0, "too_few_items"), (1, None), (3, None), (4, "too_many_items")])
def test_repeat_holds_so_many_items(count, problem):
    form = filled(tiny("repeat"), {"achat": [{"objet": "Lit"}] * count})
    assert codes(form) == ([("achat", problem)] if problem else [])


def test_number_of_items_is_told():
    said = [messages(filled(tiny("repeat"), {"achat": [{"objet": "Lit"}] * count})) for count in (0, 4)]
    assert said == [["Ajoutez au moins un élément."], ["Gardez 3 éléments au plus."]]


BOUNDED = a_form("""
    - {name: n, kind: decimal, label: N}
    - name: r
      kind: repeat
      label: R
      min: ${n}
      max: ${n}
      questions: [{name: y, kind: text, label: Y}]
""")


@pytest.mark.parametrize(
    "n,items,said",
    [
        (2, 1, ["Ajoutez au moins 2 éléments."]),
        (2, 2, []),
        (1, 2, ["Gardez un élément au plus."]),
        (0, 1, ["Retirez tout."]),
        ("1,5", 1, ["Ajoutez au moins 2 éléments."]),
        (None, 5, []),
    ],
)
def test_number_of_items_may_rest_on_an_answer(n, items, said):
    assert messages(filled(BOUNDED, {"n": n, "r": [{}] * items})) == said


@pytest.mark.parametrize("n,can", [(1, False), (2, True), (None, True), (-1, False)])
def test_full_repeat_takes_no_more(n, can):
    assert filled(BOUNDED, {"n": n, "r": [{}]}).can_add("r") is can


def test_repeat_without_bound_takes_two_hundred_items():
    keys = tuple(f"k{rank}" for rank in range(200))
    form = a_form("- {name: r, kind: repeat, label: R, questions: [{name: y, kind: text, label: Y}]}")
    found = [fill(form, Answers({}, {"r": some}), CONTEXT).can_add("r") for some in (keys[1:], keys)]
    assert found == [True, False]


NO_ITEM_AND_ONE: list[list[dict[str, str]]] = [[], [{}]]


def test_required_repeat_has_an_item():
    form = a_form("- {name: r, kind: repeat, label: R, required: true, questions: [{name: y, kind: text, label: Y}]}")
    assert [codes(filled(form, {"r": items})) for items in NO_ITEM_AND_ONE] == [[("r", "too_few_items")], []]


@pytest.mark.parametrize("length,said", [(20, []), (21, [1]), (23, [3])])
def test_text_has_a_greatest_length(length, said):
    words = {1: "1 caractère", 3: "3 caractères"}
    form = filled(tiny("text"), {"nom": "é" * length})
    assert messages(form) == [
        f"Ce texte dépasse de {words[over]} la longueur possible (20 caractères)." for over in said
    ]


def test_too_long_a_text_is_kept_whole():
    assert filled(tiny("text"), {"nom": "é" * 30}).values["nom"] == "é" * 30


def test_only_the_first_problem_of_an_answer_is_told():
    form = a_form("""
        - {name: x, kind: integer, label: X, required: true, min: 10, constraint: . > 20, constraint_message: Plus}
    """)
    found = [codes(filled(form, {"x": x})) for x in (None, "dix", 5, 15, 25)]
    assert found == [[("x", code)] for code in ("required", "not_an_integer", "too_small", "constraint")] + [[]]


def test_problems_stand_in_page_order():
    form = a_form("""
        - {name: z, kind: text, label: Z, required: "${a} = ''"}
        - name: r
          kind: repeat
          label: R
          questions: [{name: y, kind: integer, label: Y, max: 1}, {name: b, kind: text, label: B, required: true}]
        - {name: a, kind: text, label: A, required: true}
    """)
    paths = [path for path, _ in codes(filled(form, {"r": [{"y": 2}, {"b": "x", "y": 3}]}))]
    assert paths == ["z", "r[k1].y", "r[k1].b", "r[k2].y", "a"]


@pytest.mark.parametrize("a,paths", [("oui", {"b", "toujours"}), ("non", {"toujours"})])
def test_read_only_by_a_rule(a, paths):
    form = a_form("""
        - {name: a, kind: yes_no, label: A}
        - {name: b, kind: text, label: B, read_only: "${a} = 'oui'"}
        - {name: toujours, kind: text, label: T, read_only: true, default: Fixe}
    """)
    assert filled(form, {"a": a}).read_only == paths


def test_first_value_is_judged_too():
    form = a_form("- {name: x, kind: integer, label: X, default: '3', max: 2}")
    assert codes(filled(form, {})) == [("x", "too_big")]
