"""References: how documents are numbered, by a pattern such as ``FP-{year}-{number:04}``."""

import re
from string import Formatter

from questionnaire.lifecycle.errors import BadReference

LONGEST = 60
_NUMBER = re.compile(r"0[1-9]")


def check_pattern(pattern: str) -> None:
    """Raise BadReference unless the pattern has one ``{number}`` (or ``{number:04}``), perhaps ``{year}``."""
    try:
        fields = [
            (name, spec or "", conversion)
            for _, name, spec, conversion in Formatter().parse(pattern)
            if name is not None
        ]
    except ValueError as error:
        raise BadReference(
            f"Le modèle de référence «\u00a0{pattern}\u00a0» a une accolade en trop ou en moins."
        ) from error
    names = [name for name, _, _ in fields]
    if names.count("number") != 1 or names.count("year") > 1 or set(names) - {"number", "year"}:
        raise BadReference(
            f"Le modèle de référence «\u00a0{pattern}\u00a0» doit contenir {{number}}, et {{year}} au plus une fois."
        )
    if any(
        conversion or (spec and not (name == "number" and _NUMBER.fullmatch(spec))) for name, spec, conversion in fields
    ):
        raise BadReference(
            f"Dans le modèle de référence «\u00a0{pattern}\u00a0», seul {{number:04}} peut fixer une largeur."
        )
    if len(make_reference(pattern, 2000, 10**9)) > LONGEST:
        raise BadReference(f"Le modèle de référence «\u00a0{pattern}\u00a0» est trop long.")


def make_reference(pattern: str, year: int, number: int) -> str:
    """The reference of the ``number``-th document of its series."""
    return pattern.format(year=year, number=number)


def series(pattern: str, year: int) -> str:
    """The counter to draw from: it starts again each year only if the reference shows the year."""
    return pattern.replace("{year}", str(year))
