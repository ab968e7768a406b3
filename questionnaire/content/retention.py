"""How long everything is kept, as one table: what an installation applies by itself, and what is left to its people."""

from collections.abc import Iterable
from dataclasses import dataclass

from questionnaire.content.sheets import Sheet
from questionnaire.spec import Form
from questionnaire.spec.codebook import said
from questionnaire.spec.retention import Period, Start

_HEAD = """# Les durées de conservation

Écrit par `flask --app wsgi forms retention`, d’après le code et les réglages (ceux d’une installation qui n’en a changé
aucun, pour cette page). Chaque établissement peut raccourcir ou allonger celles de ses brouillons.

| Donnée | Durée | Appliquée par |
|---|---|---|
"""
_FOOT = """
Les archives d’un établissement public de santé relèvent du code du patrimoine\u00a0: l’élimination d’un document signé
demande le visa de l’archiviste compétent.
"""
SOFTWARE, PEOPLE = "le logiciel", "l’établissement"


@dataclass(frozen=True, slots=True)
class Retention:
    """How long one sort of data is kept, in words, and who sees to it."""

    what: str
    how_long: str
    by: str = SOFTWARE


_STARTS = {Start.END: "la fin du projet ou du document", Start.FREEZE: "sa finalisation"}
_FATES = {
    "decision": "décision de l’archiviste",
    "elimination": "élimination proposée à l’archiviste",
    "transfer": "versement proposé à l’archiviste",
}


def of_form(form: Form) -> Retention | None:
    """How long the documents of a form are kept; None where it does not say."""
    rule = form.retention
    if rule is None:
        return None
    start = _STARTS.get(rule.start) or f"la date «\u00a0{said(form.questions[rule.answer].label)}\u00a0»"
    active, archive = period_in_words(rule.active), period_in_words(rule.archive)
    kept = f"{active} après {start}, puis {archive} d’archive intermédiaire\u00a0; ensuite, {_FATES[rule.then]}."
    how_long = f"{kept} {said(rule.reason)}"
    return Retention(f"Document «\u00a0{said(form.title)}\u00a0»", how_long, f"{SOFTWARE} et l’archiviste")


def period_in_words(period: Period) -> str:
    """« 1 an 6 mois »."""
    counted = ((period.years, "an", "ans"), (period.months, "mois", "mois"), (period.days, "jour", "jours"))
    return " ".join(f"{number}\u00a0{many if number > 1 else one}" for number, one, many in counted if number)


def retention_page(rows: Iterable[Retention]) -> str:
    """The table as a page."""
    return _HEAD + "".join(f"| {each.what} | {each.how_long} | {each.by} |\n" for each in rows) + _FOOT


def retention_sheet(rows: Iterable[Retention]) -> Sheet:
    """The same table for a spreadsheet."""
    return Sheet("durees", ("Donnée", "Durée", "Appliquée par"), [(each.what, each.how_long, each.by) for each in rows])


def time_in_words(minutes: int) -> str:
    """``90`` as « 1 heure 30 minutes »; whole days as days."""
    days, rest = divmod(minutes, 24 * 60)
    hours, left = divmod(rest, 60)
    counted = ((days, "jour"), (hours, "heure"), (left, "minute"))
    return " ".join(f"{number}\u00a0{unit}{'s' if number > 1 else ''}" for number, unit in counted if number)
