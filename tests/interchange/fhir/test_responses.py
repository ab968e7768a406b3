"""Answers as responses of FHIR: what counts is written, what is read is what was answered."""

import json
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse

from questionnaire.filling import Context, FilledForm, fill, from_sheet
from questionnaire.filling.samples import walk
from questionnaire.interchange.fhir import Refused, read_response, response_of
from questionnaire.spec import Form, load
from questionnaire.spec.values import Files

ROOT = Path(__file__).parents[3]
CONTEXT = Context(datetime(2026, 6, 1, 9, tzinfo=UTC), ZoneInfo("Europe/Paris"), seed="1")
FORMS = [
    "forms_spec/fiche_projet/2026-1.yaml", "forms_spec/charte_partenariat/2026-1.yaml",
    "forms_spec/barometre_soins/2026-1.yaml", "tests/specs/nested.yaml", "tests/specs/for_each.yaml",
    "tests/specs/grid.yaml", "tests/specs/other.yaml", "tests/specs/date_range.yaml", "tests/specs/datetime.yaml",
    "tests/specs/may_decline.yaml", "tests/specs/rating.yaml", "tests/specs/repeat.yaml", "tests/specs/time.yaml",
]  # fmt: skip


def filled_of(form: Form, sheet: dict) -> FilledForm:
    answers, problems = from_sheet(form, sheet)
    assert problems == ()
    return fill(form, answers, CONTEXT)


def told(filled: FilledForm) -> list:
    """What counts, in page order, whatever the keys of items; files are not carried."""
    values = [
        filled.values.get(place.path)
        for section in filled.sections()
        for place in filled.places(section)
        if not place.question.is_repeat
    ]
    return [None if isinstance(value, Files) else value for value in values]


@pytest.mark.parametrize("path", FORMS)
def test_what_is_written_is_valid_and_read_back(path):
    form = load(ROOT / path)
    for sample in walk(form, CONTEXT, 1).samples[:6]:
        filled = filled_of(form, sample.sheet)
        response = response_of(filled)
        QuestionnaireResponse.model_validate_json(response)
        again = read_response(response.encode(), form)
        assert {remark.message for remark in again.remarks} <= {"les fichiers ne sont pas repris : joignez-les."}
        assert told(filled_of(form, again.sheet)) == told(filled)


@pytest.fixture
def form(tmp_path) -> Form:
    path = tmp_path / "essai" / "2026-1.yaml"
    path.parent.mkdir()
    path.write_text(
        """
form: essai
title: Essai
sections:
  - name: page
    title: Page
    questions:
      - {name: accord, kind: yes_no, label: Accord}
      - {name: suite, kind: text, label: Suite, relevant: "${accord} = 'oui'"}
      - {name: quand, kind: datetime, label: Quand}
      - {name: avis, kind: select_one, label: Avis, other: true, choices: [{name: bon, label: Bon}]}
      - {name: note, kind: integer, label: Note, may_decline: {name: nsp, label: Sans avis}}
      - {name: plan, kind: file, label: Plan}
""",
        encoding="utf-8",
    )
    return load(path)


def items_of(filled: FilledForm) -> dict[str, dict]:
    (page,) = json.loads(response_of(filled))["item"]
    return {item["linkId"]: item for item in page["item"]}


def response(*items, **more) -> bytes:
    whole = {"resourceType": "QuestionnaireResponse", "status": "completed", "item": list(items)} | more
    return json.dumps(whole).encode()


def answer(link, **value):
    return {"linkId": link, "answer": [value]}


def test_it_says_of_which_form_and_when(form):
    resource = json.loads(response_of(filled_of(form, {"accord": "oui"})))
    assert resource["questionnaire"] == "urn:questionnaire-partenariat:form:essai|2026-1"
    assert (resource["status"], resource["authored"]) == ("completed", "2026-06-01T09:00:00+00:00")


def test_what_is_not_asked_is_not_written(form):
    assert list(items_of(filled_of(form, {"accord": "non", "suite": "secret"}))) == ["accord"]


def test_a_moment_has_the_zone_of_the_establishment(form):
    items = items_of(filled_of(form, {"quand": "2026-02-03T14:30"}))
    assert items["quand"]["answer"] == [{"valueDateTime": "2026-02-03T14:30:00+01:00"}]


def test_what_completes_autre_is_the_free_answer(form):
    items = items_of(filled_of(form, {"avis": "autre", "avis_autre": "Mitigé"}))
    assert items["avis"]["answer"] == [{"valueString": "Mitigé"}]
    assert "avis_autre" not in items
    assert read_response(response(answer("avis", valueString="Mitigé")), form).sheet == {
        "avis": "autre",
        "avis_autre": "Mitigé",
    }


def test_who_declined_is_told_apart_from_who_did_not_answer(form):
    items = items_of(filled_of(form, {"note": "nsp"}))
    assert items["note"]["extension"][0]["valueCode"] == "asked-declined"
    assert read_response(response({"linkId": "page", "item": [items["note"]]}), form).sheet == {"note": "nsp"}


def test_a_mistake_left_makes_it_unfinished(form):
    answers, _ = from_sheet(form, {"note": "douze"})
    assert json.loads(response_of(fill(form, answers, CONTEXT)))["status"] == "in-progress"


def test_answers_are_found_in_groups_that_others_make(form):
    found = read_response(response({"linkId": "ailleurs", "item": [answer("accord", valueBoolean=True)]}), form)
    assert (found.sheet, found.remarks) == ({"accord": "oui"}, ())


def test_what_has_no_place_is_named(form):
    found = read_response(
        response(
            answer("inconnue", valueString="x"),
            answer("plan", valueAttachment={"title": "plan.pdf"}),
            answer("suite", valueReference={"reference": "Patient/1"}),
            {"linkId": "accord", "answer": [{"valueBoolean": True}, {"valueBoolean": False}]},
            questionnaire="urn:questionnaire-partenariat:form:essai|2025-9",
        ),
        form,
    )
    assert found.sheet == {"accord": "oui"}
    assert [str(remark).replace("\u00a0", " ") for remark in found.remarks] == [
        "Cette réponse est celle de la version 2025-9, le formulaire est en version 2026-1.",
        "Élément « inconnue » : le formulaire n’a pas de question de ce nom.",
        "Élément « plan » : les fichiers ne sont pas repris : joignez-les.",
        "Élément « suite » : une réponse de type « Reference » n’est pas reprise.",
        "Élément « accord » : plusieurs réponses : seule la première est reprise.",
    ]


@pytest.mark.parametrize(
    "content, told",
    [
        (b"{}", "et non une ressource FHIR « QuestionnaireResponse »"),
        (response(questionnaire="urn:questionnaire-partenariat:form:autre|1"), "d’un autre formulaire"),
        (b'{"resourceType": "QuestionnaireResponse", "item": 3}', "une liste d’objets manque"),
    ],
)
def test_what_answers_nothing_of_ours_is_refused(form, content, told):
    with pytest.raises(Refused) as caught:
        read_response(content, form)
    assert told in str(caught.value).replace("\u00a0", " ")
