"""What an author is told of an expression that reads well and cannot work."""

import pytest

from questionnaire.expressions import LIBRARY, Fault, check, parse

NAMES = {"age", "date_debut", "m_nom"}


def faults(text):
    return check(parse(text), NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "${age} > 3 and selected(${m_nom}, 'a')",
        "if(${age} > 3, 'a', 'b')",
        "sum(${age}) + count(if(true(), ${age}, ${m_nom}))",
        "max(1, 2, 3, 4)",
        "string-length()",
        "regex(., '[a-z]+')",
        "position(..)",
    ],
)
def test_sound_expression_has_no_fault(text):
    assert faults(text) == ()


@pytest.mark.parametrize(
    "text, fault",
    [
        (
            "1 + ${ages}",
            Fault("unknown_name", "Le nom «\u00a0ages\u00a0» est inconnu.", 4, "Vouliez-vous dire ${age}\u00a0?"),
        ),
        (
            "${Date_Debut}",
            Fault(
                "unknown_name",
                "Le nom «\u00a0Date_Debut\u00a0» est inconnu.",
                0,
                "Vouliez-vous dire ${date_debut}\u00a0?",
            ),
        ),
        ("${xyz}", Fault("unknown_name", "Le nom «\u00a0xyz\u00a0» est inconnu.", 0, "")),
        (
            "1 + rond(2)",
            Fault("unknown_function", "La fonction rond() est inconnue.", 4, "Vouliez-vous dire round()\u00a0?"),
        ),
        (
            "IF(true(), 1, 2)",
            Fault("unknown_function", "La fonction IF() est inconnue.", 0, "Vouliez-vous dire if()\u00a0?"),
        ),
        (
            "once('a')",
            Fault("function_not_supported", "La fonction once() n’est pas encore prise en charge.", 0, ""),
        ),
        (
            "if(1, 2)",
            Fault(
                "wrong_arity",
                "La fonction if() attend 3 valeurs, elle en reçoit 2.",
                0,
                "Écrivez if(condition, alors, sinon).",
            ),
        ),
        (
            "round(1, 2, 3)",
            Fault(
                "wrong_arity",
                "La fonction round() attend 1 à 2 valeurs, elle en reçoit 3.",
                0,
                "Écrivez round(valeur, décimales).",
            ),
        ),
        (
            "min()",
            Fault(
                "wrong_arity",
                "La fonction min() attend au moins une valeur, elle n’en reçoit aucune.",
                0,
                "Écrivez min(valeurs, …).",
            ),
        ),
        (
            "today(1)",
            Fault(
                "wrong_arity",
                "La fonction today() n’attend aucune valeur, elle en reçoit 1.",
                0,
                "Écrivez today().",
            ),
        ),
        (
            "sum(1)",
            Fault(
                "nodes_expected",
                "La fonction sum() attend les réponses d’une question ou d’une répétition.",
                4,
                "Écrivez sum(${nom}).",
            ),
        ),
        (
            "position(1)",
            Fault(
                "nodes_expected",
                "La fonction position() attend l’élément d’une répétition.",
                9,
                "Écrivez position(..).",
            ),
        ),
        ("regex(., '(')", Fault("bad_pattern", "Le motif de regex est fautif (caractère 1).", 9, "")),
    ],
)
def test_fault_is_named_placed_and_remedied(text, fault):
    assert faults(text) == (fault,)


def test_column_of_the_list_has_no_fault():
    assert check(parse("ghu = ${age}"), NAMES, {"ghu"}) == ()


@pytest.mark.parametrize(
    "column, remedy", [("gu", "Vouliez-vous dire ghu\u00a0?"), ("m_noms", "Vouliez-vous dire ${m_nom}\u00a0?")]
)
def test_unknown_column_is_told_with_what_was_meant(column, remedy):
    fault = Fault("unknown_column", f"La liste n’a pas de colonne «\u00a0{column}\u00a0».", 0, remedy)
    assert check(parse(f"{column} = 1"), NAMES, {"ghu"}) == (fault,)


def test_name_alone_where_there_is_no_list_is_told_to_be_written_as_reference():
    assert faults("age > 3") == (
        Fault(
            "bare_name",
            "«\u00a0age\u00a0», seul, ne désigne aucune réponse ici.",
            0,
            "Pour désigner une réponse, écrivez ${age}\u00a0; pour un texte, 'age'.",
        ),
    )


@pytest.mark.parametrize("text, position", [("/data/a", 0), ("1 + ../age", 4), ("${age}/b", 0), ("${age} | ..", 0)])
def test_path_is_refused_in_forms_for_now(text, position):
    assert [(fault.code, fault.position) for fault in faults(text)] == [("path_not_supported", position)]


def test_functions_that_forms_cannot_call_yet_are_not_unknown():
    names = [function.name for function in LIBRARY.values() if not function.forms]
    assert [fault.code for name in names for fault in faults(f"{name}()")] == ["function_not_supported"] * len(names)
    assert "once" in names


def test_faults_come_in_the_order_of_the_text():
    assert [(fault.code, fault.position) for fault in faults("${ages} + foo(${ag})")] == [
        ("unknown_name", 0),
        ("unknown_function", 10),
        ("unknown_name", 14),
    ]
