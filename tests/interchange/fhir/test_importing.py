"""Questionnaires of FHIR as forms of ours: each type, each condition, each thing said of what has no place."""

import json

import pytest
import yaml

from questionnaire.interchange.fhir import Refused, import_form
from tests.interchange.fhir.questionnaires import (
    asked,
    coded,
    content,
    control,
    extension,
    item,
    no_file,
    read,
    said,
)


@pytest.mark.parametrize(
    "kind, ours",
    [
        ("boolean", {"kind": "yes_no"}),
        ("decimal", {"kind": "decimal"}),
        ("integer", {"kind": "integer"}),
        ("date", {"kind": "date"}),
        ("dateTime", {"kind": "datetime"}),
        ("time", {"kind": "time"}),
        ("string", {"kind": "text"}),
        ("text", {"kind": "text", "appearance": "multiline"}),
        ("url", {"kind": "text"}),
        ("attachment", {"kind": "file"}),
        ("display", {"kind": "note"}),
    ],
)
def test_each_type_is_a_kind(kind, ours):
    assert asked(item("a", kind), item("b"))["a"] == ours


def test_a_choice_holds_its_options_under_their_codes():
    choices = [{"name": name, "label": f"Choix {name}", "code": f"http://loinc.org|{name}"} for name in ("LA1", "LA2")]
    found = asked(
        item("une", "choice", answerOption=coded("LA1", "LA2")),
        item("plusieurs", "choice", repeats=True, answerOption=coded("LA1", "LA3")),
        item("libre", "open-choice", answerOption=coded("LA4")),
    )
    assert found["une"] == {"kind": "select_one", "choices": choices}
    assert found["plusieurs"]["kind"] == "select_multiple"
    assert found["libre"]["other"] is True


def test_options_that_several_questions_offer_have_one_list():
    _, found = read(*(item(each, "choice", answerOption=coded("oui", "non")) for each in ("a", "b")))
    form = yaml.safe_load(found.yaml)
    assert list(form["choices"]) == ["choix_a"]
    assert [each["choices"] for each in form["sections"][0]["questions"]] == ["choix_a", "choix_a"]


def test_a_value_set_of_the_file_gives_its_options():
    concepts = [{"code": "m", "display": "Mensuel"}, {"code": "a", "display": "Annuel"}]
    value_set = {"resourceType": "ValueSet", "id": "rythme", "compose": {"include": [{"concept": concepts}]}}
    found = asked(item("a", "choice", answerValueSet="#rythme"), contained=[value_set])
    assert [choice["label"] for choice in found["a"]["choices"]] == ["Mensuel", "Annuel"]


def test_options_that_stand_elsewhere_are_named():
    (told,) = said(item("a", "choice", answerValueSet="http://exemple.fr/liste"))
    assert "ses choix sont dans « http://exemple.fr/liste », qui n’est pas dans ce fichier" in told


@pytest.mark.parametrize(
    "condition, rule",
    [
        ({"operator": "exists", "answerBoolean": True}, "${lu} != ''"),
        ({"operator": "exists", "answerBoolean": False}, "${lu} = ''"),
        ({"operator": "=", "answerBoolean": True}, "${lu} = 'oui'"),
        ({"operator": "!=", "answerBoolean": True}, "${lu} != 'oui'"),
    ],
)
def test_a_condition_reads_a_truth(condition, rule):
    found = asked(item("lu", "boolean"), item("a", enableWhen=[{"question": "lu"} | condition]))
    assert found["a"]["relevant"] == rule


@pytest.mark.parametrize(
    "kind, answer, rule",
    [
        ("integer", {"answerInteger": 12}, "${lu} >= 12"),
        ("decimal", {"answerDecimal": 1.5}, "${lu} >= 1.5"),
        ("date", {"answerDate": "2026-03-01"}, "${lu} >= date('2026-03-01')"),
        ("dateTime", {"answerDateTime": "2026-03-01T08:30:00+01:00"}, "${lu} >= '2026-03-01T08:30'"),
        ("time", {"answerTime": "08:30:00"}, "${lu} >= '08:30'"),
    ],
)
def test_a_condition_compares_with_an_answer(kind, answer, rule):
    found = asked(item("lu", kind), item("a", enableWhen=[{"question": "lu", "operator": ">="} | answer]))
    assert found["a"]["relevant"] == rule


@pytest.mark.parametrize(
    "repeats, operator, rule",
    [
        (False, "=", "${lu} = 'LA2'"),
        (False, "!=", "${lu} != 'LA2'"),
        (True, "=", "selected(${lu}, 'LA2')"),
        (True, "!=", "not(selected(${lu}, 'LA2'))"),
    ],
)
def test_a_condition_reads_an_option_by_its_code(repeats, operator, rule):
    condition = {"question": "lu", "operator": operator, "answerCoding": {"system": "http://loinc.org", "code": "LA2"}}
    listed = item("lu", "choice", repeats=repeats, answerOption=coded("LA1", "LA2"))
    assert asked(listed, item("a", enableWhen=[condition]))["a"]["relevant"] == rule


def test_conditions_hold_together_or_one_of_them():
    conditions = [
        {"question": "x", "operator": "=", "answerBoolean": True},
        {"question": "y", "operator": ">", "answerInteger": 3},
    ]
    found = asked(
        item("x", "boolean"),
        item("y", "integer"),
        item("a", enableWhen=conditions, enableBehavior="all"),
        item("b", enableWhen=conditions, enableBehavior="any"),
    )
    assert found["a"]["relevant"] == "${x} = 'oui' and ${y} > 3"
    assert found["b"]["relevant"] == "${x} = 'oui' or ${y} > 3"


def test_the_condition_of_a_group_is_that_of_all_that_it_holds():
    inner = item("dedans", "group", enableWhen=[{"question": "x", "operator": "exists", "answerBoolean": True}])
    inner["item"] = [
        item("a", enableWhen=[{"question": "y", "operator": "=", "answerString": "oui, c'est dit"}]),
        item("b"),
    ]
    found = asked({**item("page", "group"), "item": [item("x"), item("y"), inner]})
    assert found["dedans"] == {"kind": "note", "appearance": "signpost", "relevant": "${x} != ''"}
    assert found["a"]["relevant"] == """${x} != '' and ${y} = "oui, c'est dit\""""
    assert found["b"]["relevant"] == "${x} != ''"


def test_groups_are_pages_and_loose_questions_make_their_own():
    _, found = read(
        item("premiere"), {**item("page", "group"), "item": [item("a")]}, item("derniere"), item("toute_derniere")
    )
    sections = yaml.safe_load(found.yaml)["sections"]
    assert [(each["title"], len(each["questions"])) for each in sections] == [
        ("Pour commencer", 1), ("Question page", 1), ("Suite", 2),
    ]  # fmt: skip


def test_a_group_that_repeats_is_a_repeat_and_so_is_an_answer_that_repeats():
    group = item("visite", "group", repeats=True, item=[item("jour", "date")])
    group["extension"] = [extension("questionnaire-minOccurs", valueInteger=1), control("gtable")]
    found = asked(group, item("telephone", repeats=True))
    assert (found["visite"]["kind"], found["visite"]["min"], found["visite"]["appearance"]) == ("repeat", 1, "table")
    assert found["telephone"] == {
        "kind": "repeat",
        "questions": [{"name": "telephone_valeur", "kind": "text", "label": "Question telephone"}],
    }


def test_a_condition_on_an_answer_that_repeats_looks_for_one_of_them():
    conditions = [{"question": "nom", "operator": "=", "answerString": "Anne"}]
    found = asked(item("nom", repeats=True), item("a", enableWhen=conditions))
    assert found["a"]["relevant"] == "count(${nom}[nom_valeur = 'Anne']) > 0"


def test_rows_that_share_their_options_are_a_grid():
    rows = [item(each, "choice", answerOption=coded("oui", "non")) for each in ("a", "b")]
    found = asked(item("tableau", "group", item=rows, extension=[control("htable")]), item("c"))
    assert (found["tableau"]["kind"], [row["name"] for row in found["tableau"]["rows"]]) == ("grid", ["a", "b"])


def test_bounds_units_help_and_first_values_are_kept():
    more = {
        "required": True,
        "extension": [
            extension("minValue", valueDecimal=30),
            extension("maxValue", valueDecimal=250),
            extension("maxDecimalPlaces", valueInteger=1),
            extension("questionnaire-unit", valueCoding={"code": "kg", "display": "kg"}),
        ],
        "item": [item("aide", "display", text="Sans chaussures.", extension=[control("help")])],
    }
    found = asked(
        item("poids", "decimal", **more),
        item("mot", maxLength=20, initial=[{"valueString": "un mot"}]),
        item("choix", "choice", answerOption=[{**coded("x")[0], "initialSelected": True}]),
    )
    assert found["poids"] == {
        "kind": "decimal", "hint": "Sans chaussures.", "required": True, "min": 30, "max": 250, "decimals": 1,
        "unit": "kg",
    }  # fmt: skip
    assert (found["mot"]["max_length"], found["mot"]["default"]) == (20, "'un mot'")
    assert found["choix"]["default"] == "x"


def test_patterns_and_lengths_are_constraints():
    found = asked(
        item("code", extension=[extension("regex", valueString="[A-Z]{3}"), extension("minLength", valueInteger=3)])
    )
    assert found["code"]["constraint"] == "(string-length(.) >= 3) and (regex(., '[A-Z]{3}'))"
    assert found["code"]["max_length"] == 255


def test_identifiers_that_nobody_reads_give_way_to_the_words():
    found = asked(item("ac1559c8-f03a-43a6-818f-9b31892ec2a7", text="Tension au repos"), item("/8302-2", text="Taille"))
    assert list(found) == ["tension_au_repos", "taille"]


def test_what_has_no_place_is_named_once_for_all_items():
    other = extension("http://exemple.fr/couleur", valueString="bleu")
    assert said(item("a", extension=[other], code=[{"code": "1"}]), item("b", extension=[other])) == [
        "Élément « a » : un code sans l’adresse de sa terminologie (« system ») : non repris.",
        "Éléments « a », « b » : l’extension « http://exemple.fr/couleur » : non reprise.",
    ]


def _refusal(*items, **more):
    with pytest.raises(Refused) as caught:
        import_form(content(*items, **more), "essai", no_file)
    return str(caught.value).replace("\u00a0", " ")


def test_identifiers_are_used_once():
    assert "« a » : ce « linkId » sert plusieurs fois." in _refusal(item("a"), item("a"))


def test_an_item_needs_an_identifier_and_a_known_type():
    assert _refusal(item(""), item("b", "choise")).splitlines() == [
        "Élément « n° 1 » : il n’a pas de « linkId ». (Donnez-en un à chaque élément.)",
        "Élément « b » : le type « choise » n’existe pas en FHIR R4.",
    ]


def test_a_condition_reads_a_question_that_exists_and_is_answered():
    conditions = [{"question": each, "operator": "=", "answerString": "x"} for each in ("absente", "texte")]
    told = _refusal(item("texte", "display"), item("a", enableWhen=conditions))
    assert "lit « absente », qui n’existe pas" in told
    assert "lit « texte », qui n’a pas de réponse" in told


def test_conditions_that_turn_in_a_circle_are_refused():
    def after(link):
        return [{"question": link, "operator": "=", "answerBoolean": True}]

    told = _refusal(item("x", "boolean", enableWhen=after("y")), item("y", "boolean", enableWhen=after("x")))
    assert "les conditions tournent en rond" in told
    inside = item("page", "group", enableWhen=after("x"), item=[item("x", "boolean")])
    assert "tournent en rond" in _refusal(inside)


def test_an_extension_that_changes_the_meaning_is_refused():
    assert "change son sens" in _refusal(item("a", modifierExtension=[{"url": "http://exemple.fr/x"}]))


@pytest.mark.parametrize(
    "text, told",
    [
        (b"", "Le fichier est vide."),
        (b"{", "Ce fichier n’est pas du JSON, ligne 1."),
        (b"\xff\xfe", "Ce fichier n’est pas du JSON"),
        (b'{"resourceType": "Patient"}', "une ressource « Patient »"),
        (b"[1]", "Ce fichier est autre chose"),
        (b'{"resourceType": "Questionnaire", "item": "x"}', "« item » n’est pas une liste d’objets."),
        (b'{"resourceType": "Questionnaire", "status": "active"}', "ne pose aucune question"),
        (b"[" * 100_000, "n’est pas du JSON"),
    ],
)
def test_what_is_no_questionnaire_is_refused(text, told):
    with pytest.raises(Refused) as caught:
        import_form(text, "essai", no_file)
    assert told in str(caught.value).replace("\u00a0", " ")


def test_a_bundle_of_one_questionnaire_is_read():
    entries = [{"resource": json.loads(content(item("a")))}, {"resource": {"resourceType": "ValueSet"}}]
    bundle = json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}).encode()
    assert "name: a" in import_form(bundle, "essai", no_file).yaml
