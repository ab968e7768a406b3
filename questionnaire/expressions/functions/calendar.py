"""Functions that count dates and times, or write them in words."""

import re
from datetime import date, datetime

from questionnaire.expressions.errors import EvaluationError
from questionnaire.expressions.functions.dates import as_moment
from questionnaire.expressions.functions.record import Function, Parameter, Type
from questionnaire.expressions.moments import days_of_moment, hour_of_text, instant_of
from questionnaire.expressions.scope import Scope, Value
from questionnaire.expressions.values import NAN, atom_of, moment_of, number_of_text

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400

MONTHS = {
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    "fr": ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
}
"""Short names, by language."""

DAYS = {
    "en": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    "fr": ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
}

_DIRECTIVE = re.compile("%(.)", re.DOTALL)


def decimal_days(scope: Scope, value: Value) -> float:
    """Return the days since 1970 in UTC, with their decimals; a date alone begins in the zone of the scope."""
    atom = atom_of(value)
    if isinstance(atom, float):
        return atom
    moment = as_moment(scope, atom)
    if isinstance(moment, date):
        return days_of_moment(instant_of(moment, scope.zone))
    if isinstance(atom, str) and number_of_text(atom, scope.zone) == number_of_text(atom, scope.zone):
        raise EvaluationError("decimal-date-time() attend une date ou un nombre, non un nombre écrit entre guillemets.")
    return NAN


def decimal_hour(scope: Scope, text: str) -> float:
    """Return which part of the day is over, from 0 to 1, at an hour written hh:mm or in a moment."""
    moment = moment_of(text, scope.zone)
    told = moment.astimezone(scope.zone).time() if isinstance(moment, datetime) else None
    hour = told or hour_of_text(text, scope.now.date(), scope.zone)
    if hour is None:
        return NAN
    return (hour.hour * _HOUR + hour.minute * _MINUTE + hour.second + hour.microsecond / 1e6) / _DAY


def written(scope: Scope, value: Value, pattern: str) -> str:
    """Return a moment in words, by the directives of the pattern (`%d/%m/%Y`); blank when there is none."""
    moment = as_moment(scope, value)
    if not isinstance(moment, date):
        return ""
    shown = moment.astimezone(scope.zone) if isinstance(moment, datetime) else instant_of(moment, scope.zone)
    return _DIRECTIVE.sub(lambda found: _piece(found[1], shown, scope.world.language), pattern)


def _piece(letter: str, moment: datetime, language: str) -> str:
    pieces = {
        "%": "%",
        "Y": f"{moment.year:04}",
        "y": f"{moment.year % 100:02}",
        "m": f"{moment.month:02}",
        "n": str(moment.month),
        "b": MONTHS.get(language, MONTHS["en"])[moment.month - 1],
        "d": f"{moment.day:02}",
        "e": str(moment.day),
        "a": DAYS.get(language, DAYS["en"])[moment.weekday()],
        "H": f"{moment.hour:02}",
        "h": str(moment.hour),
        "M": f"{moment.minute:02}",
        "S": f"{moment.second:02}",
        "3": f"{moment.microsecond // 1000:03}",
    }
    if letter not in pieces:
        raise EvaluationError(f"Le motif d’une date n’a pas de «\u00a0%{letter}\u00a0».")
    return pieces[letter]


_MOMENT = Parameter("date")
_PATTERN = Parameter("motif", Type.TEXT)

CALENDAR = (
    Function(
        "date-time",
        "La date et l’heure que dit un texte, ou un nombre de jours depuis le 1er janvier 1970.",
        (Parameter("valeur"),),
        Type.DATE,
        as_moment,
    ),
    Function(
        "decimal-date-time",
        "Le nombre de jours depuis le 1er janvier 1970, heures comprises.",
        (_MOMENT,),
        Type.NUMBER,
        decimal_days,
    ),
    Function(
        "decimal-time",
        "La part du jour écoulée à cette heure, de 0 à 1.",
        (Parameter("heure", Type.TEXT),),
        Type.NUMBER,
        decimal_hour,
    ),
    Function("format-date", "La date en toutes lettres, selon le motif.", (_MOMENT, _PATTERN), Type.TEXT, written),
    Function(
        "format-date-time",
        "La date et l’heure en toutes lettres, selon le motif.",
        (_MOMENT, _PATTERN),
        Type.TEXT,
        written,
    ),
)
