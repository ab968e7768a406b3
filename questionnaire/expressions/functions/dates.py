"""Functions on dates; the clock is the scope's."""

from datetime import date

from questionnaire.expressions.functions.record import Function, Parameter, Type
from questionnaire.expressions.moments import date_written, moment_of_days
from questionnaire.expressions.scope import Scope, Value
from questionnaire.expressions.values import atom_of, moment_of


def as_moment(scope: Scope, value: Value) -> date | str:
    """Return the moment that a text or a number of days says; blank when it says none."""
    atom = atom_of(value)
    if isinstance(atom, bool):
        return ""
    moment = moment_of_days(atom, scope.zone) if isinstance(atom, float) else moment_of(atom, scope.zone)
    return "" if moment is None else moment


def as_date(scope: Scope, value: Value) -> date | str:
    """Return the same, where a time written as midnight is the date that it shows."""
    moment = as_moment(scope, value)
    return date_written(moment) if isinstance(moment, date) else moment


DATES = (
    Function("today", "La date du jour.", (), Type.DATE, lambda scope: scope.now.date(), of_clock=True),
    Function("now", "La date et l’heure.", (), Type.DATE, lambda scope: scope.now, of_clock=True),
    Function(
        "date",
        "La date écrite AAAA-MM-JJ, ou à tant de jours du 1er janvier 1970.",
        (Parameter("valeur"),),
        Type.DATE,
        as_date,
    ),
)
