"""What an author is told of an expression that reads well and cannot work."""

import pytest

from questionnaire.expressions import NOT_YET, Around, Fault, Shape, check, list_shape, option_shape, parse

ROOT = Shape("form")
NAMES = {name: ROOT.grown(name) for name in ("age", "date_debut")}
NAMES["membre"] = ROOT.grown("membre", repeated=True)
NAMES["m_nom"] = NAMES["membre"].grown("m_nom")
LISTS = {"lieux": list_shape(("name", "ghu"))}


def faults(text, place=None):
    return check(parse(text), Around(place or ROOT.beside(), NAMES, LISTS)).faults


def faults_of_choice(text):
    return check(parse(text), Around(option_shape({"ghu"}), NAMES, origin=NAMES["age"])).faults


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
        "/age + //m_nom",
        "${membre}/m_nom = 'a'",
        "${membre}[m_nom = 'a'][1]/m_nom",
        "../age | ../membre[last()]/m_nom",
        "current()/../age",
        "../membre/following-sibling::membre/m_nom",
        "../age/self::node() > 3",
        "instance('lieux')/root/item[@ghu = 'a']/@name",
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
            Fault(
                "drawn_in_rule",
                "La fonction once() garde une valeur\u00a0: une règle n’en garde pas.",
                0,
                "Tirez dans une question calculée («\u00a0calculation\u00a0»), et lisez ici sa réponse.",
            ),
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
    assert faults_of_choice("ghu = ${age} and current()/../age > 3") == ()


@pytest.mark.parametrize(
    "column, remedy", [("gu", "Vouliez-vous dire ghu\u00a0?"), ("m_noms", "Vouliez-vous dire ${m_nom}\u00a0?")]
)
def test_unknown_column_is_told_with_what_was_meant(column, remedy):
    fault = Fault("unknown_column", f"La liste n’a pas de colonne «\u00a0{column}\u00a0».", 0, remedy)
    assert faults_of_choice(f"{column} = 1") == (fault,)


def test_name_alone_where_there_is_no_list_is_told_to_be_written_as_reference():
    assert faults("age > 3") == (
        Fault(
            "bare_name",
            "«\u00a0age\u00a0», seul, ne désigne aucune réponse ici.",
            0,
            "Pour désigner une réponse, écrivez ${age}\u00a0; pour un texte, 'age'.",
        ),
    )


@pytest.mark.parametrize(
    "text, name, position, remedy",
    [
        ("/zzz/age", "zzz", 1, "À cet endroit du chemin\u00a0: age, date_debut, membre."),
        ("1 + ../agee", "agee", 7, "Vouliez-vous dire age\u00a0?"),
        ("${age}/b", "b", 7, ""),
        ("${membre}/zzz", "zzz", 10, "À cet endroit du chemin\u00a0: m_nom."),
        ("../zzz/b/c", "zzz", 3, "À cet endroit du chemin\u00a0: age, date_debut, membre."),
        ("../age/@x", "x", 7, ""),
    ],
)
def test_path_that_leads_nowhere_is_told_once_where_it_stops(text, name, position, remedy):
    message = f"Ce chemin ne mène à rien\u00a0: «\u00a0{name}\u00a0» n’est pas là."
    assert faults(text) == (Fault("leads_nowhere", message, position, remedy),)


def test_path_out_of_the_form_is_told():
    assert faults("../../age") == (Fault("leads_nowhere", "Ce chemin sort du formulaire.", 3),)


@pytest.mark.parametrize(
    "text, code, position",
    [
        ("instance('lieu')/root/item", "unknown_instance", 9),
        ("instance('lieux')/root/items", "leads_nowhere", 23),
        ("instance('lieux')/*/item[gh = 'a']/name", "unknown_column", 25),
        ("instance(../age)/root", "computed_name", 9),
        ("pulldata('lieux', 'gh', 'name', ${age})", "unknown_column", 18),
        ("pulldata('lieu', 'ghu', 'name', ${age})", "unknown_instance", 9),
        ("jr:choice-name(${age}, '${ages}')", "unknown_name", 23),
        ("jr:choice-name(${age}, concat('a', ${age}))", "computed_name", 23),
    ],
)
def test_what_looks_in_a_list_is_checked_in_it(text, code, position):
    assert [(fault.code, fault.position) for fault in faults(text)] == [(code, position)]


@pytest.mark.parametrize("question", ["${age}", " ${ age } ", "/data/age", "age"])
def test_question_of_a_choice_is_named_as_in_xlsform(question):
    assert check(parse(f"jr:choice-name('a', '{question}')"), Around(ROOT.beside(), NAMES)).names == {"age"}


def test_condition_inside_a_path_is_checked_where_it_stands():
    assert [fault.code for fault in faults("${membre}[nom = 'a']/m_nom")] == ["unknown_column"]
    assert [fault.code for fault in faults("../membre[../agee > 1]/m_nom")] == ["leads_nowhere"]


def test_functions_that_forms_cannot_call_yet_are_not_unknown():
    codes = [fault.code for name in NOT_YET for fault in faults(f"{name}()")]
    assert codes == ["function_not_supported"] * len(NOT_YET)


def test_attribute_that_no_entry_has_leads_nowhere():
    found = faults("instance('lieux')/root/item/@zone")
    assert [(fault.code, fault.position) for fault in found] == [("leads_nowhere", 28)]


def test_faults_come_in_the_order_of_the_text():
    assert [(fault.code, fault.position) for fault in faults("${ages} + foo(${ag})")] == [
        ("unknown_name", 0),
        ("unknown_function", 10),
        ("unknown_name", 14),
    ]
