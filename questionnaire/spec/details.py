"""What is said of one kind of mistake in a spec."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Detail:
    """An entry of the catalogue: a code, its sentence and its usual remedy, with words to fill in."""

    code: str
    message: str
    remedy: str = ""
