"""Forms of ours as questionnaires of FHIR: valid, readable by others, and the same once read again."""

import json
from pathlib import Path

import pytest
from fhir.resources.R4B.questionnaire import Questionnaire

from questionnaire.interchange.fhir import export_form, import_form
from questionnaire.interchange.fhir.told import parts, told
from questionnaire.spec import load
from questionnaire.spec.block_files import Blocks
from questionnaire.spec.faults import Faults
from questionnaire.spec.reading import declared_in
from tests.interchange.fhir.questionnaires import control

ROOT = Path(__file__).parents[3]
FORMS = sorted(
    path
    for pattern in ("forms_spec/*/*.yaml", "tests/specs/*.yaml", "tests/journeys/forms_*/*/*.yaml")
    for path in ROOT.glob(pattern)
    if path.parent.name != "blocks"
)


def content_of(text: str) -> dict[str, object]:
    """What a form declares; its lists in any order."""
    declared = declared_in(text, Blocks(text, None), Faults(""))
    assert declared is not None
    lists = {name.text: told(listed) for name, listed in declared.choices}
    return {name: told(value) for name, value in parts(declared)} | {"choices": lists}


def exported(text: str, folder: Path) -> dict[str, dict]:
    """The items of a form, by identifier."""
    path = folder / "essai" / "2026-1.yaml"
    path.parent.mkdir()
    path.write_text("form: essai\ntitle: Essai\nlife: finished\n" + text, encoding="utf-8")
    resource = json.loads(export_form(load(path)).resource)

    def walk(items):
        for each in items:
            yield each
            yield from walk(each.get("item", ()))

    return {each["linkId"]: each for each in walk(resource["item"])}


@pytest.mark.parametrize("path", FORMS, ids=["/".join(path.parts[-3:]) for path in FORMS])
def test_form_is_a_valid_questionnaire_that_reads_as_the_same_form(path):
    form = load(path)
    found = export_form(form)
    Questionnaire.model_validate_json(found.resource)
    files = {name: text.encode() for name, text in found.files.items()}
    back = import_form(found.resource.encode(), "autre", files.get)
    assert (back.name, back.version, back.remarks) == (form.name, form.version, ())
    assert content_of(back.yaml) == content_of(form.yaml)
    assert back.files == found.files


def test_it_says_which_form_and_version_it_is():
    form = load(ROOT / "forms_spec/fiche_projet/2026-1.yaml")
    resource = json.loads(export_form(form).resource)
    assert (resource["name"], resource["version"], resource["status"]) == ("fiche_projet", "2026-1", "active")
    assert resource["url"] == "urn:questionnaire-partenariat:form:fiche_projet"


def test_conditions_that_fhir_can_say_are_said_to_all(tmp_path):
    items = exported(
        """
choices:
  avis: [{name: bon, label: Bon}, {name: mauvais, label: Mauvais}]
sections:
  - name: page
    title: Page
    questions:
      - {name: accord, kind: yes_no, label: Accord}
      - {name: age, kind: integer, label: Âge}
      - {name: jour, kind: date, label: Jour}
      - {name: avis, kind: select_one, label: Avis, choices: avis}
      - {name: vus, kind: select_multiple, label: Vus, choices: avis}
      - {name: a, kind: text, label: A, relevant: "${accord} = 'oui' and ${age} >= 18"}
      - {name: b, kind: text, label: B, relevant: "${avis} != 'bon' or selected(${vus}, 'mauvais')"}
      - {name: c, kind: text, label: C, relevant: "${jour} < date('2026-03-01')"}
      - {name: d, kind: text, label: D, relevant: "${age} = ''"}
      - {name: e, kind: text, label: E, relevant: "${age} + 1 > 3"}
      - {name: f, kind: text, label: F, relevant: "${accord} = 'oui' and (${age} > 3 or ${age} < 1)"}
""",
        tmp_path,
    )
    assert items["a"]["enableWhen"] == [
        {"question": "accord", "operator": "=", "answerBoolean": True},
        {"question": "age", "operator": ">=", "answerInteger": 18},
    ]
    assert items["a"]["enableBehavior"] == "all"
    assert items["b"]["enableBehavior"] == "any"
    assert [each["answerCoding"] for each in items["b"]["enableWhen"]] == [{"code": "bon"}, {"code": "mauvais"}]
    assert items["c"]["enableWhen"] == [{"question": "jour", "operator": "<", "answerDate": "2026-03-01"}]
    assert items["d"]["enableWhen"] == [{"question": "age", "operator": "exists", "answerBoolean": False}]
    assert "enableWhen" not in items["e"] | items["f"]


def test_items_say_what_other_tools_know_of_questions(tmp_path):
    items = exported(
        """
sections:
  - name: page
    title: Page
    description: Quelques mots.
    questions:
      - name: note
        kind: rating
        label: Note
        hint: De 0 à 1
        choices: [{name: "0", label: Non}, {name: "1", label: Oui}]
      - {name: poids, kind: decimal, label: Poids, unit: kg, min: 2, max: 250.5, decimals: 1, required: true}
      - {name: mots, kind: text, label: Mots, appearance: multiline, max_length: 100}
      - {name: plan, kind: file, label: Plan, max: 3}
      - {name: lu, kind: acknowledge, label: Lu}
      - {name: double, kind: calculate, label: Double, calculation: "${poids} * 2"}
      - name: visite
        kind: repeat
        label: Visites
        min: 1
        appearance: table
        questions: [{name: jour, kind: date, label: Jour}]
""",
        tmp_path,
    )
    assert items["page.aide"] == {
        "extension": [{**control("help"), "valueCodeableConcept": {"coding": [CODE | {"code": "help"}]}}],
        "linkId": "page.aide", "text": "Quelques mots.", "type": "display",
    }  # fmt: skip
    assert [option["valueCoding"]["code"] for option in items["note"]["answerOption"]] == ["0", "1"]
    assert items["note"]["answerOption"][1]["extension"][0]["valueDecimal"] == 1
    assert [value for each in items["poids"]["extension"] for key, value in each.items() if key != "url"] == [
        2, 250.5, 1, {"display": "kg"},
    ]  # fmt: skip
    assert (items["poids"]["required"], items["mots"]["type"], items["mots"]["maxLength"]) == (True, "text", 100)
    assert (items["plan"]["type"], items["plan"]["repeats"]) == ("attachment", True)
    assert (items["lu"]["type"], items["double"]["readOnly"]) == ("boolean", True)
    assert (items["visite"]["type"], items["visite"]["repeats"], items["jour"]["type"]) == ("group", True, "date")


CODE = {"system": "http://hl7.org/fhir/questionnaire-item-control"}


def test_what_others_will_not_see_is_named():
    remarks = export_form(load(ROOT / "tests/specs/circuit.yaml")).remarks
    assert any("le circuit n’est gardé que pour" in remark for remark in remarks)
    remarks = export_form(load(ROOT / "tests/specs/calculate.yaml")).remarks
    assert any("les calculs de\u00a0: double, somme" in remark for remark in remarks)
