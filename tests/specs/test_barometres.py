"""The two barometers as shipped: names, exact wording, who sees what, the worked example through their own scores."""

import json
from datetime import UTC, datetime
from math import atan2, degrees
from pathlib import Path

import pytest

from questionnaire.content.scoring import profile, score_lines, wheel
from questionnaire.filling import Context, fill
from questionnaire.filling.answers import from_sheet
from questionnaire.spec import load
from questionnaire.spec.codebook import codebook

FOLDER = Path(__file__).parents[2] / "forms_spec"
FORMS = {name: load(FOLDER / f"barometre_{name}" / "2026-1.yaml") for name in ("soins", "etablissement")}
CONTEXT = Context(now=datetime(2026, 1, 5, 9, tzinfo=UTC), tz=UTC)
CRITERIA = [
    "coexp_points_de_vue",
    "coexp_informations",
    "cocons_ressources",
    "cocons_options",
    "cocons_priorites",
    "codec_objectifs",
    "codec_plan",
    "codec_decisions",
    "comeo_roles",
    "comeo_leadership",
    "comeo_evaluation",
]
COMMON = {
    "coexp_points_de_vue": "Solliciter et prendre en compte les différents points de vue exprimés au sein du collectif",
    "coexp_informations": "Partager des informations claires et compréhensibles",
    "cocons_ressources": "Mobiliser les ressources et compétences spécifiques des différents participants",
    "cocons_options": "Explorer conjointement toutes les options possibles",
    "codec_decisions": "Promouvoir les décisions partagées",
    "comeo_roles": "Partager les rôles et les responsabilités",
    "comeo_leadership": "Exercer un leadership partagé et collaboratif",
    "comeo_evaluation": "Évaluer conjointement le projet",
}
WORDING = {
    "soins": COMMON
    | {
        "cocons_priorites": "Formuler conjointement les objectifs prioritaires",
        "codec_objectifs": "Fixer conjointement les objectifs du projet / programme",
        "codec_plan": "Élaborer conjointement le plan d’actions",
    },
    "etablissement": COMMON
    | {
        "cocons_priorites": (
            "Formuler conjointement les objectifs prioritaires, le plan d’actions et les indicateurs d’évaluation"
        ),
        "codec_objectifs": "Fixer conjointement les objectifs",
        "codec_plan": "Élaborer conjointement le plan d’action",
    },
}
NAMES = {
    "mode_emploi", "etape", "role", "categorie_usager", "point_fort", "point_amelioration", "commentaires_partages",
    *CRITERIA, *(f"{name}_exemple" for name in CRITERIA),
}  # fmt: skip
"""What the trame names in both variants."""
ADDED = {
    "projet_titre", "cote", "etape_1", "etape_2", "seul", "comment_choisir", "repartition", "note_donnees",
}  # fmt: skip
"""Questions that it does not name: the project, the side, and the notes around the instructions."""
OF_SOINS = {"objet", "projet_type", "role_ru", "nominatif"}
SENTENCES = {
    ("soins", "porteur_projet"): (
        "Le professionnel s’auto-évalue dans sa collaboration avec le patient partenaire ressource."
    ),
    ("soins", "patient_partenaire"): (
        "Le patient partenaire ressource s’auto-évalue dans sa collaboration avec le professionnel."
    ),
    ("etablissement", "professionnel_partenaire"): (
        "Le professionnel s’auto-évalue dans sa relation avec les autres membres du groupe de travail, en particulier "
        "les usagers."
    ),
    ("etablissement", "representant_usagers"): (
        "Le patient, proche-aidant, RU s’auto-évalue dans sa relation avec les autres membres du groupe de travail, en "
        "particulier les professionnels."
    ),
}
PROFESSIONAL = (4, 3, 3, 2, 3, 3, 2, 3, 3, 2, 1)
PATIENT = (2, 3, 3, "nsp", 1, 1, 1, 2, "nsp", 1, "nsp")
ANGLES = {
    "cocons_ressources": 15, "cocons_options": 45, "cocons_priorites": 75, "codec_objectifs": 105, "codec_plan": 135,
    "codec_decisions": 165, "comeo_evaluation": 195, "comeo_leadership": 225, "comeo_roles": 255,
    "coexp_informations": 292.5, "coexp_points_de_vue": 337.5,
}  # fmt: skip
"""Clockwise from 12 o'clock: where the marks of each criterion stand."""


def filled(variant, values=(), **sheet):
    answers, problems = from_sheet(FORMS[variant], dict(zip(CRITERIA, values, strict=False)) | sheet)
    assert problems == ()
    return fill(FORMS[variant], answers, CONTEXT)


def said(variant, values):
    return {line.label: (line.figure, line.words) for line in score_lines(filled(variant, values))}


@pytest.mark.parametrize("variant", FORMS)
def test_names_are_those_of_the_trame(variant):
    names = {entry.path for entry in codebook(FORMS[variant])}
    assert names == NAMES | ADDED | (OF_SOINS if variant == "soins" else set())


@pytest.mark.parametrize("variant", FORMS)
def test_criteria_have_their_exact_words_in_their_order(variant):
    questions = [question for question in FORMS[variant].top_level() if question.kind.name == "rating"]
    assert [(question.name, question.label.plain) for question in questions] == [
        (name, WORDING[variant][name]) for name in CRITERIA
    ]


@pytest.mark.parametrize("variant", FORMS)
@pytest.mark.parametrize("name", CRITERIA)
def test_every_criterion_is_rated_from_0_to_4_or_declined(variant, name):
    question = FORMS[variant].questions[name]
    assert [choice.name for choice in question.choices] == ["0", "1", "2", "3", "4"]
    assert question.may_decline is not None
    assert (question.may_decline.name, question.may_decline.label.plain) == ("nsp", "Je ne me prononce pas")
    assert (question.required, question.default) == (True, None)


@pytest.mark.parametrize("variant", FORMS)
def test_a_rating_is_finished_and_kept_by_its_author_alone(variant):
    form = FORMS[variant]
    assert (form.life, form.archive, form.instances, form.circuit) == ("finished", "none", "free", ())


@pytest.mark.parametrize("variant, role", SENTENCES)
def test_each_side_reads_its_own_sentence(variant, role):
    done = filled(variant, role=role)
    shown = [done.form.questions[name].label.plain for name in ("etape_1", "etape_2") if done.is_relevant(name)]
    assert shown == [SENTENCES[variant, role]]


@pytest.mark.parametrize(
    "role, step", [("porteur_projet", "1"), ("direction", "1"), ("aidant", "2"), ("membre_association", "2")]
)
@pytest.mark.parametrize("variant", FORMS)
def test_step_follows_the_role(variant, role, step):
    done = filled(variant, role=role)
    assert (done.values["etape"], done.is_relevant("categorie_usager")) == (step, step == "2")


@pytest.mark.parametrize("variant", FORMS)
def test_agreement_to_share_is_asked_once_there_is_a_comment(variant):
    assert filled(variant).is_relevant("commentaires_partages") is False
    done = filled(variant, codec_plan_exemple="Le planning.")
    assert (done.is_relevant("commentaires_partages"), done.values["commentaires_partages"]) == (True, "non")


def test_a_representative_is_shown_the_other_barometer():
    assert filled("soins", role="representant_usagers").is_relevant("role_ru") is True


@pytest.mark.parametrize(
    "kind, subject",
    [
        ("Projet de santé et de soin", "projet_sante_soin"),
        ("Projet de service", "projet_service"),
        ("Programme d’éducation thérapeutique du patient (ETP)", "programme_etp"),
        ("Projet de recherche", None),
    ],
)
def test_subject_follows_the_type_of_the_project(kind, subject):
    assert filled("soins", projet_type=kind).values["objet"] == subject


def test_worked_example_of_the_professional():
    assert said("soins", PROFESSIONAL) == {
        "Co-expression": ("3,5", "proche du niveau Partenariat"),
        "Co-construction": ("2,7", "proche du niveau Participation"),
        "Co-décision": ("2,7", "proche du niveau Participation"),
        "Co-mise en œuvre": ("2,0", "proche du niveau Consultation"),
    }


def test_worked_example_of_the_patient():
    assert said("soins", PATIENT) == {
        "Co-expression": ("2,5", "proche du niveau Participation"),
        "Co-construction": ("2,0", "proche du niveau Consultation"),
        "Co-décision": ("1,3", "proche du niveau Information"),
        "Co-mise en œuvre": ("–", "non calculé"),
    }


@pytest.mark.parametrize("variant", FORMS)
@pytest.mark.parametrize(
    "values, score",
    [
        ((0, 0), ("0,0", "Action non réalisée conjointement")),
        ((0, "nsp"), ("–", "non calculé")),
        ((0,), ("–", "non calculé")),
    ],
)
def test_what_is_missing_is_never_a_zero(variant, values, score):
    assert said(variant, values)["Co-expression"] == score


@pytest.mark.parametrize("variant", FORMS)
def test_everything_declined_can_be_sent_and_scores_nothing(variant):
    sheet = {"role": "porteur_projet", "projet_titre": "Ensemble"} | (
        {"objet": "projet_service"} if variant == "soins" else {}
    )
    done = filled(variant, ["nsp"] * 11, **sheet)
    assert done.problems == ()
    assert {line.words for line in score_lines(done)} == {"non calculé"}
    assert wheel(done, done.form.charts[0]).geometry.marks == ()


@pytest.mark.parametrize("variant", FORMS)
def test_a_blank_rating_asks_for_the_eleven_criteria(variant):
    problems = {problem.path for problem in filled(variant).problems}
    assert problems >= set(CRITERIA)
    assert problems - set(CRITERIA) - {"objet"} == {"projet_titre", "role"}


@pytest.mark.parametrize("variant", FORMS)
def test_marks_stand_at_the_angle_of_their_criterion(variant):
    done = filled(variant, [4] * 11)
    geometry = wheel(done, done.form.charts[0]).geometry
    marks = zip(geometry.slices, geometry.marks, strict=True)
    angles = {each.criterion: degrees(atan2(mark.at.x, -mark.at.y)) % 360 for each, mark in marks}
    assert {name: round(angle, 1) for name, angle in angles.items()} == ANGLES


@pytest.mark.parametrize("role, source", [("porteur_projet", "pro"), ("patient_partenaire", "user")])
def test_marks_have_the_shape_of_the_side(role, source):
    done = filled("soins", PATIENT, role=role)
    marks = wheel(done, done.form.charts[0]).geometry.marks
    assert ({mark.source for mark in marks}, len(marks)) == ({source}, 8)


def test_wheel_says_where_it_comes_from_and_what_is_rebuilt():
    drawn = wheel(filled("soins"), FORMS["soins"].charts[0])
    assert drawn.title == "Projet de santé et de soin, de service, programme ETP"
    assert drawn.caption == (
        "Baromètre de la relation du partenariat en santé – CRIAPS Occitanie. La répartition des critères par secteur "
        "est reconstituée. Les scores par secteur et les seuils sont une proposition de lecture\u00a0; ils ne font pas "
        "partie de l’outil d’origine."
    )
    assert [row.label for row in drawn.table.rows if row.kind == "criterion"] == [
        f"{rank}. {WORDING['soins'][name]}" for rank, name in enumerate(CRITERIA, start=1)
    ]


def test_title_of_a_wheel_without_project_is_that_of_the_form():
    form = FORMS["etablissement"]
    assert wheel(filled("etablissement"), form.charts[0]).title == form.title.plain
    assert wheel(filled("etablissement", projet_titre="Urgences"), form.charts[0]).title == "Urgences"


@pytest.mark.parametrize("variant", FORMS)
def test_names_rings_and_words_fit_the_wheel_whatever_was_answered(variant):
    for value in range(5):
        done = filled(variant, [value] * 11)
        assert profile(done, done.form.scores).raters == 1
        assert len(wheel(done, done.form.charts[0]).geometry.marks) == 11


@pytest.mark.parametrize(
    "variant, name", [(variant, name) for variant, form in FORMS.items() for name in form.examples]
)
def test_example_can_be_sent(variant, name):
    sheet = json.loads((FOLDER / f"barometre_{variant}" / name).read_text(encoding="utf-8"))
    assert filled(variant, **sheet).problems == ()
