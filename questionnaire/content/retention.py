"""How long everything is kept, as one table: what an installation applies by itself, and what is left to its people."""

from collections.abc import Iterable
from dataclasses import dataclass

from questionnaire.content.sheets import Sheet

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
