"""Wheels of the barometer: the worked example of one pair, and the words around it."""

from questionnaire.content.wheel import Criterion, Quarter, Series, Wheel, compose_wheel
from questionnaire.results import profile_of
from tests.results.barometer import JOINT, PATIENT, PROFESSIONAL, SECTORS

QUARTERS = (
    Quarter(
        "co_expression",
        "Co-expression",
        (
            Criterion(
                "c1",
                1,
                "Solliciter et prendre en compte les différents points de vue exprimés au sein du collectif",
                "Points de vue",
            ),
            Criterion("c2", 2, "Partager des informations claires et compréhensibles", "Informations claires"),
        ),
    ),
    Quarter(
        "co_construction",
        "Co-construction",
        (
            Criterion(
                "c3",
                3,
                "Mobiliser les ressources et compétences spécifiques des différents participants",
                "Ressources mobilisées",
            ),
            Criterion("c4", 4, "Explorer conjointement toutes les options possibles", "Options explorées"),
            Criterion("c5", 5, "Formuler conjointement les objectifs prioritaires", "Objectifs prioritaires"),
        ),
    ),
    Quarter(
        "co_decision",
        "Co-décision",
        (
            Criterion("c6", 6, "Fixer conjointement les objectifs du projet / programme", "Objectifs fixés"),
            Criterion("c7", 7, "Élaborer conjointement le plan d’actions", "Plan d’actions"),
            Criterion("c8", 8, "Promouvoir les décisions partagées", "Décisions partagées"),
        ),
    ),
    Quarter(
        "co_mise_en_oeuvre",
        "Co-mise en œuvre",
        (
            Criterion("c9", 9, "Partager les rôles et les responsabilités", "Rôles partagés"),
            Criterion("c10", 10, "Exercer un leadership partagé et collaboratif", "Leadership partagé"),
            Criterion("c11", 11, "Évaluer conjointement le projet", "Évaluation conjointe"),
        ),
    ),
)
LEVELS = ("Action non réalisée conjointement", "Information", "Consultation", "Participation", "Partenariat")
CAPTION = (
    "Baromètre de la relation du partenariat en santé – CRIAPS Occitanie. La répartition des critères par secteur est "
    "reconstituée. Les scores par secteur et les seuils sont une proposition de lecture\u00a0; ils ne font pas partie "
    "de l’outil d’origine."
)
TITLE = "Projet de santé et de soin"

PRO = Series("pro", "Professionnel", profile_of([PROFESSIONAL], SECTORS), "Amina")
USER = Series("user", "Patient", profile_of([PATIENT], SECTORS), "Jean-Marc")
TOGETHER = Series("joint", "Ensemble", profile_of([JOINT], SECTORS))


def example(*series: Series) -> Wheel:
    return compose_wheel(TITLE, QUARTERS, series or (PRO, USER, TOGETHER), levels=LEVELS, caption=CAPTION)
