"""The function library: every function served, and the names of those that are still to come."""

from questionnaire.expressions.functions.choices import CHOICES
from questionnaire.expressions.functions.dates import DATES
from questionnaire.expressions.functions.forms import FORMS
from questionnaire.expressions.functions.logic import LOGIC
from questionnaire.expressions.functions.numbers import NUMBERS
from questionnaire.expressions.functions.record import Function, Parameter, Type
from questionnaire.expressions.functions.repeats import REPEATS
from questionnaire.expressions.functions.texts import TEXTS

LIBRARY: dict[str, Function] = {
    function.name: function for function in (*LOGIC, *NUMBERS, *TEXTS, *CHOICES, *REPEATS, *DATES, *FORMS)
}
"""The functions served, by name."""

NOT_YET: frozenset[str] = frozenset(
    {
        "abs",
        "acos",
        "area",
        "asin",
        "atan",
        "atan2",
        "base64-decode",
        "boolean-from-string",
        "ceiling",
        "checklist",
        "cos",
        "count-non-empty",
        "current",
        "date-time",
        "decimal-date-time",
        "decimal-time",
        "depend",
        "digest",
        "distance",
        "ends-with",
        "exp",
        "exp10",
        "floor",
        "format-date",
        "format-date-time",
        "geofence",
        "id",
        "indexed-repeat",
        "instance",
        "jr:choice-name",
        "jr:itext",
        "lang",
        "last",
        "local-name",
        "log",
        "log10",
        "name",
        "namespace-uri",
        "normalize-space",
        "once",
        "pi",
        "pow",
        "property",
        "pulldata",
        "random",
        "randomize",
        "selected-at",
        "sin",
        "sqrt",
        "substr",
        "substring",
        "substring-after",
        "substring-before",
        "tan",
        "translate",
        "uuid",
        "version",
        "weighted-checklist",
    }
)
"""Functions of XPath 1.0 and ODK that the language will have: refused, but not as unknown."""

__all__ = ["LIBRARY", "NOT_YET", "Function", "Parameter", "Type"]
