"""The page where an extract of answers is asked for."""

from collections.abc import Mapping, Sequence

from questionnaire.content.extracting import Precision
from questionnaire.exchange.packing import Format
from questionnaire.journeys.papers.exporting import Offered
from questionnaire.web.presenting.links import address
from questionnaire.web.presenting.tasks import counted
from questionnaire.web.screens import FieldGroup, Link, PlainField, PlainFormView

UNNAMED, NAMED = "pseudonymes", "noms"
CODES, LABELS = "codes", "libelles"
FIRST_YEAR, LAST_YEAR = 1900, 2999
DAY = "jj/mm/aaaa, ou rien"
NO_DAY = "Écrivez la date ainsi\u00a0: 31/12/2026."
AT_FAULT = "finalite"
"""The field beside which is said why an extract cannot be made."""

LEAD = (
    "Les réponses des documents archivés, en tableaux. Un export pseudonymisé ne contient ni nom, ni adresse, ni "
    "téléphone, ni fichier, ni réponse marquée personnelle ou réservée\u00a0; un export nominatif contient tout ce que "
    "lisent les lecteurs de ces documents. Chaque export est inscrit au journal d’audit, avec sa finalité."
)
NOTHING = "Il n’y a pas encore de document archivé que vous puissiez exporter."
TEXTS = "Ce que les gens ont écrit peut nommer quelqu’un\u00a0: ne le demandez que s’il le faut."


def export_view(offered: Sequence[Offered], typed: Mapping[str, str], faults: Mapping[str, str]) -> PlainFormView:
    """The form; ``typed`` is what was posted, with its ``faults`` by field."""
    forms = tuple((each.name, f"{each.title} ({counted(each.number, 'document', 'documents')})") for each in offered)
    which = (
        PlainField("formulaire", "Formulaire", typed.get("formulaire", ""), "select", options=forms),
        PlainField("du", "Archivés à partir du", typed.get("du", ""), hint=DAY, error=_at(faults, "du")),
        PlainField("au", "Jusqu’au", typed.get("au", ""), hint=DAY, error=_at(faults, "au")),
    )
    how = (
        _choice(typed, "contenu", "Contenu", {UNNAMED: "Pseudonymisé", NAMED: "Nominatif"}),
        _choice(
            typed,
            "jours",
            "Dates d’un export pseudonymisé",
            {Precision.MONTH: "Mois et année", Precision.YEAR: "Année seule", Precision.DAY: "Jour exact"},
        ),
        PlainField("textes", "Avec les textes libres", control="check", checked="textes" in typed),
        _choice(typed, "reponses", "Choix", {CODES: "Par leur code, pour calculer", LABELS: "Comme on les lit"}),
        _choice(typed, "format", "Fichier", {Format.XLSX: "Excel (xlsx)", Format.CSV: "CSV, dans une archive zip"}),
    )
    why = PlainField(
        "finalite",
        "À quoi servira cet export\u00a0?",
        typed.get("finalite", ""),
        "textarea",
        hint="Par exemple\u00a0: bilan annuel 2026 pour la commission des usagers.",
        error=_at(faults, "finalite"),
    )
    groups = (FieldGroup("Documents", which), FieldGroup("Présentation", how, TEXTS), FieldGroup("Finalité", (why,)))
    return PlainFormView(
        title="Exporter des réponses",
        lead=LEAD if offered else NOTHING,
        groups=groups if offered else (),
        save_label="Télécharger l’export" if offered else "",
        back=Link("Revenir aux archives", address("archive.register")),
    )


def _choice(typed: Mapping[str, str], name: str, label: str, options: Mapping[str, str]) -> PlainField:
    return PlainField(name, label, typed.get(name, ""), "select", options=tuple(options.items()))


def _at(faults: Mapping[str, str], name: str) -> str:
    return faults.get(name, "")
