"""Codes of terminologies come in, go out and tell answers; pages never show them."""

import json
from datetime import UTC, datetime

from questionnaire.filling import Context, fill, from_sheet
from questionnaire.interchange.fhir import export_form, import_form, read_response, response_of
from questionnaire.spec.coding import Code, read_code
from tests.interchange.fhir.questionnaires import coded, item, loaded, no_file, read

LOINC = "http://loinc.org"
SIZE = {"system": LOINC, "code": "8302-2", "display": "Body height"}
YES = {"system": "http://snomed.info/sct", "code": "373066001", "display": "Oui"}
NO = {"system": "http://snomed.info/sct", "code": "373067005", "display": "Non"}
ITEMS = (
    item("taille", "decimal", code=[SIZE, {"system": LOINC, "code": "3137-7"}]),
    item(
        "fume",
        "choice",
        code=[{"system": LOINC, "code": "72166-2"}],
        answerOption=[{"valueCoding": YES}, {"valueCoding": NO}],
    ),
    item(
        "combien",
        "integer",
        enableWhen=[
            {"question": "fume", "operator": "=", "answerCoding": {"system": YES["system"], "code": YES["code"]}}
        ],
    ),
    item("score", "group", repeats=True, code=[{"system": LOINC, "code": "9269-2"}], item=[item("valeur", "integer")]),
)


def items_of(resource: str) -> dict[str, dict]:
    """The items by identifier, those of the pages."""
    pages = json.loads(resource)["item"]
    return {each["linkId"]: each for page in pages for each in page["item"]}


def test_codes_are_kept_as_forms_write_them():
    form, found = read(*ITEMS)
    assert [str(remark) for remark in found.remarks] == []
    assert form.questions["taille"].outside.codes == (Code(LOINC, "8302-2", "Body height"), Code(LOINC, "3137-7"))
    assert [choice.code for choice in form.questions["fume"].choices] == [
        Code(YES["system"], YES["code"]), Code(NO["system"], NO["code"]),
    ]  # fmt: skip
    assert form.questions["score"].outside.codes == (Code(LOINC, "9269-2"),)


def test_codes_go_out_as_they_came():
    form, _ = read(*ITEMS)
    out = items_of(export_form(form).resource)
    assert {name: out[name]["code"] for name in ("taille", "fume", "score")} == {
        each["linkId"]: each["code"] for each in ITEMS if "code" in each
    }
    assert [option["valueCoding"] for option in out["fume"]["answerOption"]] == [YES, NO]
    assert out["combien"]["enableWhen"] == ITEMS[2]["enableWhen"]


def test_form_with_codes_reads_as_the_same_form_again():
    form, _ = read(*ITEMS)
    again = loaded(import_form(export_form(form).resource.encode(), "essai", no_file))
    assert [question.outside.codes for question in again.questions.values()] == [
        question.outside.codes for question in form.questions.values()
    ]
    assert again.questions["fume"].choices == form.questions["fume"].choices


def test_answer_is_told_by_its_code_and_read_back_by_it():
    form, _ = read(*ITEMS)
    name = form.questions["fume"].choices[0].name
    answers, _ = from_sheet(form, {"fume": name, "combien": 3})
    response = response_of(fill(form, answers, Context(datetime(2026, 6, 1, tzinfo=UTC), UTC)))
    assert f'"code": "{YES["code"]}"' in response
    assert read_response(response.encode(), form).sheet["fume"] == name


def test_same_words_in_two_terminologies_are_two_lists():
    _, found = read(
        item("a", "choice", answerOption=coded("1", "2")),
        item("b", "choice", answerOption=coded("1", "2", system="http://exemple.fr/liste")),
    )
    assert "http://exemple.fr/liste|1" in found.yaml
    assert "http://loinc.org|1" in found.yaml


def test_what_is_no_code_is_none():
    assert [read_code(text) for text in ("8302-2", "|8302-2", "http://loinc.org|", "a b|c", "a|b|c|d", "")] == [
        None
    ] * 6
