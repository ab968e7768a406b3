"""Regular expressions of authors, matched against answers without risk for the server."""

import re
import warnings
from functools import lru_cache

from questionnaire.expressions.automaton import Machine, TooManyStates, machine_of
from questionnaire.expressions.errors import EvaluationError
from questionnaire.expressions.pattern_reading import BeyondReading, read_pattern

MAX_PATTERN = 500
"""Characters of a pattern."""

MAX_SUBJECT = 5_000
"""Characters of a text that is matched."""


_TOO_BIG = "Le motif de regex répète trop\u00a0; pour une longueur, employez string-length()."
_BEYOND = (
    "Le motif de regex emploie une construction non admise"
    " (rappel, condition avant ou arrière, \\b, option, répétition possessive)."
)


def matches(pattern: str, text: str) -> bool:
    """Tell whether the pattern matches the whole text; raise EvaluationError where it is no pattern.

    A text beyond the bound matches nothing. Forms bound the texts that they match: it is too long for its own
    question already, and whoever typed it must still be able to open the page.
    """
    machine = machine_of_pattern(pattern)
    return len(text) <= MAX_SUBJECT and machine.accepts(text)


@lru_cache(maxsize=512)
def machine_of_pattern(pattern: str) -> Machine:
    """Return the pattern ready to match; the message of the EvaluationError is for the pattern's author."""
    if len(pattern) > MAX_PATTERN:
        raise EvaluationError(f"Le motif de regex dépasse {MAX_PATTERN} caractères.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Python may change one day in its own engine
            re.compile(pattern)
            return machine_of(read_pattern(pattern))
    except TooManyStates:
        raise EvaluationError(_TOO_BIG) from None
    except BeyondReading:
        raise EvaluationError(_BEYOND) from None
    except (re.error, OverflowError, RecursionError) as error:
        position = getattr(error, "pos", None)
        place = "" if position is None else f" (caractère {position + 1})"
        raise EvaluationError(f"Le motif de regex est fautif{place}.") from error
