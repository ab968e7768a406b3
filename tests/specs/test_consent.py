"""Consent asked first, and what is asked without it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from questionnaire.filling import Context, fill
from questionnaire.filling.answers import from_sheet
from questionnaire.spec import SpecError, load, load_text

SPEC = Path(__file__).parent / "consent.yaml"
FORM = load(SPEC)
CONTEXT = Context(now=datetime(2026, 1, 5, 9, tzinfo=UTC), tz=UTC)
SHEET = {"maladie": "A", "traitement": [{"_key": "k", "nom_traitement": "B"}], "hopital": "C", "prenom": "D"}


def filled(sheet):
    answers, problems = from_sheet(FORM, sheet)
    assert problems == ()
    return fill(FORM, answers, CONTEXT)


@pytest.mark.parametrize("given", [None, "non"])
def test_nothing_that_asks_for_it_is_asked_without_consent(given):
    form = filled(SHEET | {"accord_sante": given})
    assert {path: value for path, value in form.values.items() if value} == {
        "prenom": "D", **({"accord_sante": given} if given else {})
    }  # fmt: skip
    assert [section.name for section in form.sections()] == ["accord", "page"]


def test_consent_given_asks_all():
    form = filled(SHEET | {"accord_sante": "oui"})
    assert (form.values["maladie"], form.values["hopital"], form.values["traitement[k].nom_traitement"]) == (
        "A",
        "C",
        "B",
    )


def test_refusing_answers_the_question():
    assert [problem.path for problem in filled({}).problems] == ["accord_sante"]
    assert filled({"accord_sante": "non"}).problems == ()


def test_both_answers_are_offered_alike():
    choices = FORM.questions["accord_sante"].choices
    assert [(choice.name, choice.label.plain) for choice in choices] == [
        ("oui", "J’accepte"),
        ("non", "Je n’accepte pas"),
    ]
    hint = FORM.questions["accord_sante"].hint
    assert hint is not None
    assert (hint.plain or "").startswith("Vous pouvez changer d’avis")


def test_health_is_sensitive_and_each_question_knows_its_consent():
    paths = ("prenom", "maladie", "traitement[k].nom_traitement", "hopital", "traitement[k]")
    assert [FORM.consent_of(path) for path in paths] == ["", *["accord_sante"] * 4]
    assert [FORM.is_sensitive(path) for path in paths] == [False, True, True, True, False]


@pytest.mark.parametrize(
    "old, new, code",
    [
        (", consent: accord_sante, default: Inconnue", "", "health_alone"),
        ("        consent: accord_sante\n", "", "health_alone"),
        ("    consent: accord_sante\n    questions", "    questions", "health_alone"),
        ("consent: accord_sante, default", "consent: accord, default", "not_a_consent"),
        ("consent: accord_sante, default", "consent: prenom, default", "not_a_consent"),
        ("instances: free", "instances: project", "consent_of_several"),
        ("instances: free\n", "", "consent_of_several"),
        ("kind: text, label: Nom, personal: health", "kind: consent, label: Nom", "consent_in_repeat"),
        (
            "kind: text, label: Maladie, personal: health",
            "kind: file, label: Maladie, personal: health",
            "consent_of_file",
        ),
        ("kind: text, label: Hôpital, personal: health", "kind: file, label: Hôpital", "consent_of_file"),
        ("        required: true\n", "        default: oui\n", "key_not_for_kind"),
    ],
)
def test_consent_that_does_not_hold_is_told(old, new, code):
    text = SPEC.read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(SpecError) as caught:
        load_text(text.replace(old, new, 1).replace(", default: Inconnue}", "}"), "consent/1")
    assert code in [fault.code for fault in caught.value.faults]
