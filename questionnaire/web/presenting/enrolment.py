"""A list of people brought in, in words: the form that takes the file, what it would do, what it did."""

from collections.abc import Mapping, Sequence

from questionnaire.access.roster import MOST_BYTES, MOST_LINES
from questionnaire.journeys.administration.enrolment_plan import EnrolmentPlan, Outcome, PlannedLine
from questionnaire.organisations import Organisation
from questionnaire.web.presenting.links import address
from questionnaire.web.screens import Fact, FieldGroup, Link, Notice, PlainField, PlainFormView, Post
from questionnaire.web.screens.people import EnrolmentRow, EnrolmentView

_OUTCOMES = {
    Outcome.ADDED: ("Ajout", "ok"),
    Outcome.CHANGED: ("Modification", "ok"),
    Outcome.SAME: ("Déjà à jour", "neutral"),
    Outcome.FAULTY: ("À corriger", "error"),
}
_COUNTS = {
    Outcome.ADDED: "Personnes à ajouter",
    Outcome.CHANGED: "Lignes qui modifient",
    Outcome.SAME: "Lignes déjà à jour",
    Outcome.FAULTY: "Lignes à corriger",
}
LEAD = (
    "Un tableau enregistré au format CSV, dont la première ligne porte les titres\u00a0: prénom, nom, et si vous "
    "voulez courriel, organisation, rôle, fin, compte (oui ou non). Une personne qui a plusieurs rôles a plusieurs "
    "lignes. Rien n’est écrit avant que vous n’ayez vu et confirmé."
)
LEFT = (
    " Les lignes à corriger sont laissées de côté\u00a0: corrigez-les dans votre tableau et importez-le à nouveau, les "
    "autres seront reconnues."
)
CHANGED = Notice(
    "Depuis que vous avez vu cette liste, quelque chose a changé. Voici ce qu’elle ferait maintenant\u00a0: rien n’est "
    "encore écrit.",
    "attention",
)


def choosing(places: Sequence[Organisation], typed: Mapping[str, str], fault: str) -> PlainFormView:
    """Choose the file."""
    options = tuple((place.id, place.full_name) for place in places)
    size = f"{MOST_LINES} lignes et {MOST_BYTES // 1024}\u00a0Ko au plus."
    fields = (
        PlainField("liste", "Fichier CSV", control="file", hint=size, error=fault, accept=".csv,text/csv"),
        PlainField(
            "place",
            "Organisation des lignes qui n’en disent pas",
            typed.get("place", ""),
            "select",
            options=options,
        ),
    )
    back = Link("Revenir aux personnes", address("people.index"))
    return PlainFormView(
        "Importer une liste", (FieldGroup("", fields),), "Voir ce que fera la liste", back, LEAD, brings_files=True
    )


def enrolment_view(plan: EnrolmentPlan, content: str, place: str, notice: Notice | None = None) -> EnrolmentView:
    """What a file would do; ``content`` is the file as the confirmation posts it back."""
    url = address("enrolment.enrol")
    fields = (("contenu", content), ("place", place), ("empreinte", plan.digest))
    faulty = plan.count(Outcome.FAULTY)
    lead = "Rien n’est encore écrit."
    if faulty:
        lead += LEFT
    return EnrolmentView(
        title="Ce que fera la liste",
        lead=lead if plan.writes or faulty else "Tout est déjà à jour\u00a0: il n’y a rien à faire.",
        facts=tuple(Fact(label, str(plan.count(outcome))) for outcome, label in _COUNTS.items()),
        rows=tuple(map(_row, plan.lines)),
        confirm=Post("Confirmer l’import", url, fields) if plan.writes else None,
        back=Link("Choisir un autre fichier", url),
        notice=notice,
    )


def _row(planned: PlannedLine) -> EnrolmentRow:
    label, tone = _OUTCOMES[planned.outcome]
    line = planned.line
    words = planned.faults or tuple(planned.words())
    return EnrolmentRow(line.number, line.name or "(sans nom)", line.email, label, tone, words)


def done_text(plan: EnrolmentPlan) -> str:
    """What an import did."""
    added, changed = plan.count(Outcome.ADDED), plan.count(Outcome.CHANGED)
    return f"L’import est fait\u00a0: {added} ajout{'s' * (added > 1)}, {changed} modification{'s' * (changed > 1)}."
