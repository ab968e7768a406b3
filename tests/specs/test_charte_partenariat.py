"""Both charters: every question of the source is there, and the text that people sign is printed word for word."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from questionnaire.content import Issue, SignatureBox
from questionnaire.filling import Context, FilledForm, fill, from_sheet
from questionnaire.journeys.papers.drawing import draw_document
from questionnaire.spec import load
from questionnaire.spec.codebook import codebook
from tests.pdf_validation import structure_of, verapdf_faults

FOLDER = Path("forms_spec/charte_partenariat")
APHP_FOLDER = Path("forms_spec/variants/aphp/charte_partenariat")
OWN, APHP = load(FOLDER / "2026-1.yaml"), load(APHP_FOLDER / "2026-1-aphp.yaml")
VARIANTS = {"own": (OWN, FOLDER), "aphp": (APHP, APHP_FOLDER)}
HOUSE = "l'Hôpital des Deux-Rives"
NOW = datetime(2026, 11, 12, 9, 0, tzinfo=UTC)

CLAUSES = {
    "B1": "Définir le projet, ses objectifs et la contribution de ses acteurs (voir annexe – fiche projet).",
    "B2": "Définir les modalités et le contenu des interventions communes ou singulières des professionnels et des "
    "patients partenaires et les modalités d'interaction entre eux et ce, préalablement à sa mise en œuvre.",
    "B3": "Adhérer aux modalités d'actions définies dans le cadre du projet de partenariat, et reposant sur les "
    "principes énoncés dans ce document.",
    "B4": "Coopérer avec l'ensemble des parties : les professionnels, patients, aidants, associations et directions.",
    "B5": "Respecter les savoirs et les compétences respectifs.",
    "B6": "Respecter la confidentialité de l'ensemble des informations non considérées comme étant publiques dont les "
    "patients et les professionnels auraient connaissance et en particulier ne divulguer aucune information ni ne "
    "publier aucune photo ou vidéo sur internet ou les réseaux sociaux (sauf accord signé donnant une autorisation de "
    "droit à l'image).",
    "B7": "Respecter la confidentialité des informations médicales pour lesquelles existe une obligation de secret qui "
    "s'impose en matière d'activités de santé au titre des dispositions de l'article L. 1110-4 du code de la santé "
    "publique.",
    "B8": "Signaler tout potentiel conflit d'intérêt susceptible de compromettre l'indépendance de chacun.",
    "C1": "Pour les « patients partenaires » membres ou non d'une association conventionnée avec l'AP-HP, il convient "
    "de signer et respecter les engagements de la lettre de mission (voir annexe). En revanche, les représentants des "
    "usagers (RU), s'ils contribuent à un projet en partenariat, agissent dans le cadre des textes et décrets "
    "encadrant leurs missions de RU.",
    "C2": "Pour les patients partenaires : n'intervenir auprès des patients que si cela entre dans le cadre de la "
    "mission et après avoir obtenu leur consentement.",
    "C3": "Pour les professionnels, veiller à la bonne intégration du patient partenaire dans l'équipe et lui fournir "
    "les moyens nécessaires à la conduite de sa mission.",
}
MANIFESTO = {
    "A1": "« Nous garantissons le respect des droits des patients et devons tout mettre en œuvre pour qu'ils expriment "
    "librement leur choix et leur consentement. Ils sont acteurs de l'amélioration de la qualité du service public "
    "hospitalier, notamment par l'expression de leurs attentes, de leur satisfaction et de leurs suggestions (…) Nous "
    "avons à leur égard un devoir d'hospitalité (…) »",
    "A2": "« Nous échangeons dans un esprit de respect mutuel (…). La qualité de vie au travail participe à des soins "
    "de qualité. »",
    "A3": "« (…) une démarche continue d'innovation, d'amélioration de la qualité et de la sécurité des soins (…) ».",
    "A4": "« Nous reconnaissons le rôle essentiel des représentants des usagers et l'importance de l'action des "
    "bénévoles et des volontaires au sein de nos hôpitaux. »",
}
INTRODUCTION = {
    1: "Comme toute approche nouvelle de travail, le développement du partenariat patients-professionnels est "
    "intimement lié à une évolution de culture interne et requiert une compréhension commune des enjeux et une "
    "adhésion à des grands principes communs.",
    8: "Il s'appuie sur une méthodologie participative et collaborative, cherchant à faciliter une relation de travail "
    "intégrant l'expérience et les savoirs des usagers et des patients et le partage de savoirs, en posant les "
    "responsabilités de chacun.",
}

NAMES = {
    "projet_titre",
    "projet_domaine",
    "projet_etablissement",
    "projet_porteur",
    "projet_version",
    "role",
    "type_pp",
    "association",
    "association_convention",
    "ru_cadre",
    "lettre_requise",
    "pri_definir_projet",
    "pri_modalites",
    "pri_adhesion",
    "pri_cooperation",
    "pri_savoirs",
    "pri_confidentialite",
    "pri_secret_medical",
    "pri_conflit_interet",
    "bp_lettre_mission",
    "bp_ru",
    "bp_intervention_patients",
    "bp_integration",
    "conflit_declare",
    "conflit_detail",
    "droit_image",
    "participation_volontaire",
    "majeur_capable",
    "questions",
}
VALUES = {
    "own": ["val_bienveillance", "val_ecoute", "val_equite", "val_empathie", "val_ouverture"],
    "aphp": ["val_a1", "val_a2", "val_a3", "val_a4"],
}
LEFT_OUT = {
    "projet_ref": "the project is that in which the charter is begun",
    "bloc_signature": "a step of the circuit",
    "contre_signature": "a step of the circuit",
}


def filled(variant: str, example: str = "patiente") -> FilledForm:
    form, folder = VARIANTS[variant]
    answers, unreadable = from_sheet(form, json.loads((folder / "examples" / f"{example}.json").read_text()))
    assert unreadable == ()
    settings = {"etablissement": HOUSE.replace("'", "’")}
    return fill(form, answers, Context(now=NOW, tz=ZoneInfo("Europe/Paris"), settings=settings))


def drawn(variant: str, example: str = "patiente") -> bytes:
    form = filled(variant, example)
    boxes = tuple(SignatureBox(f"signature_{step.rank}", "Signature", step.party) for step in form.circuit)
    return draw_document(form, Issue("Hôpital des Deux-Rives", NOW, signatures=boxes), ())


def said(pdf: bytes) -> str:
    """All that is read in the file, in reading order, without spaces, whatever the lines and pages."""
    lines = re.findall(r'^\s*"(.*)"$', structure_of(pdf), re.MULTILINE)
    return bare("".join(lines))


def bare(text: str) -> str:
    return re.sub(r"\s", "", text).replace("’", "'")


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_question_of_the_source_is_asked(variant):
    names = {entry.path.rpartition(".")[2] for entry in codebook(VARIANTS[variant][0])}
    assert NAMES.union(VALUES[variant]) - names == set()
    assert set(LEFT_OUT) & names == set()


@pytest.mark.parametrize("variant", VARIANTS)
def test_signatures_are_steps_of_the_circuit(variant):
    assert [step.name for step in VARIANTS[variant][0].circuit] == ["sig_signataire", "contre_signature"]


@pytest.mark.parametrize("variant", VARIANTS)
def test_words_that_announce_the_principles_stand_right_before_them(variant):
    values = VARIANTS[variant][0].section("valeurs")
    assert values is not None
    assert values.questions[0].name == "intro_principes"


@pytest.mark.parametrize("variant,example", [("own", "patiente"), ("own", "representante"), ("aphp", "patiente")])
def test_clauses_are_printed_word_for_word(variant, example):
    text = said(drawn(variant, example))
    house = "l'AP-HP" if variant == "aphp" else HOUSE
    printed = {f"{number}. {clause}".replace("l'AP-HP", house) for number, clause in CLAUSES.items()}
    assert {clause for clause in printed if bare(clause) not in text} == set()


def test_manifesto_is_printed_word_for_word_in_the_variant_that_quotes_it():
    text = said(drawn("aphp"))
    assert [n for n, clause in MANIFESTO.items() if bare(f"{n}. {clause}") not in text] == []


@pytest.mark.parametrize("variant", VARIANTS)
def test_introduction_is_printed_word_for_word(variant):
    text = said(drawn(variant))
    assert [n for n, paragraph in INTRODUCTION.items() if bare(paragraph) not in text] == []


@pytest.mark.parametrize("variant", VARIANTS)
def test_each_principle_is_followed_by_its_tick(variant):
    tick = bare("J'ai lu ce principe et je m'engage à le respecter.")
    assert said(drawn(variant)).count(tick) == 8


@pytest.mark.parametrize("variant", VARIANTS)
def test_charter_says_that_its_text_is_a_project(variant):
    assert bare("Projet de charte – document non définitif") in said(drawn(variant))


def test_damaged_quotations_are_not_ticked():
    kinds = {name: APHP.questions[name].kind.name for name in VALUES["aphp"]}
    assert kinds == {"val_a1": "acknowledge", "val_a2": "note", "val_a3": "note", "val_a4": "acknowledge"}


@pytest.mark.jvm
@pytest.mark.parametrize("variant", VARIANTS)
def test_charter_is_accessible_and_lasting(variant):
    pdf = drawn(variant)
    assert verapdf_faults(pdf, "ua1") == verapdf_faults(pdf, "3a") == []
