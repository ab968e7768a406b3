"""The function library: every function served, and the names of those that are still to come."""

from questionnaire.expressions.functions.angles import ANGLES
from questionnaire.expressions.functions.calendar import CALENDAR
from questionnaire.expressions.functions.chance import CHANCE
from questionnaire.expressions.functions.choices import CHOICES
from questionnaire.expressions.functions.cutting import CUTTING
from questionnaire.expressions.functions.dates import DATES
from questionnaire.expressions.functions.digests import DIGESTS
from questionnaire.expressions.functions.forms import FORMS
from questionnaire.expressions.functions.lists import LISTS
from questionnaire.expressions.functions.logic import LOGIC
from questionnaire.expressions.functions.numbers import NUMBERS
from questionnaire.expressions.functions.paths import PATHS
from questionnaire.expressions.functions.periods import PERIODS
from questionnaire.expressions.functions.places import PLACES
from questionnaire.expressions.functions.record import Function, Parameter, Type
from questionnaire.expressions.functions.repeats import REPEATS
from questionnaire.expressions.functions.texts import TEXTS

GROUPS: dict[str, tuple[Function, ...]] = {
    "Choisir et décider": LOGIC,
    "Choix d’une liste": CHOICES,
    "Répétitions": REPEATS,
    "Chemins": PATHS,
    "Listes du formulaire": LISTS,
    "Nombres": NUMBERS,
    "Puissances et angles": ANGLES,
    "Textes": TEXTS,
    "Couper et récrire un texte": CUTTING,
    "Dates": DATES,
    "Compter et écrire dates et heures": CALENDAR,
    "Périodes": PERIODS,
    "Empreintes": DIGESTS,
    "Lieux": PLACES,
    "Hasard": CHANCE,
    "Le formulaire": FORMS,
}
"""The library as its page tells it."""

LIBRARY: dict[str, Function] = {function.name: function for group in GROUPS.values() for function in group}
"""The functions served, by name."""

NOT_YET: frozenset[str] = frozenset(
    {
        "depend",
        "id",
        "jr:itext",
        "lang",
        "namespace-uri",
        "property",
        "version",
    }
)
"""Functions of XPath 1.0 and ODK that the language will have: refused, but not as unknown."""

__all__ = ["GROUPS", "LIBRARY", "NOT_YET", "Function", "Parameter", "Type"]
