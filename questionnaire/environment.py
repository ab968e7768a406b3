"""The environment of a process read as typed values, its faults gathered to be said all at once."""

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo

from questionnaire.errors import QuestionnaireError
from questionnaire.given_files import unread

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
HIGHEST_COUNT = 64
HIGHEST_PORT = 65535
_YES = frozenset({"1", "true", "yes", "on", "oui"})
_NO = frozenset({"", "0", "false", "no", "off", "non"})


class SettingsError(QuestionnaireError):
    """Every fault of the environment at once; `problems` holds one French sentence for each."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(("Réglages refusés\u00a0:", *(f"- {problem}" for problem in problems))))


def documented(variable: str, default: str, meaning: str) -> dict[str, str]:
    """Metadata of a field, which `docs/operators/settings.md` repeats word for word."""
    return {"variable": variable, "default": default, "meaning": meaning}


class Environment:
    """The variables as typed values; a fault goes to `problems` and a harmless value stands in for it."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self.problems: list[str] = []

    def refuse(self, variable: str, why: str) -> None:
        self.problems.append(f"{variable}\u00a0: {why}")

    def text(self, variable: str) -> str:
        return self._environ.get(variable, "").strip()

    def flag(self, variable: str) -> bool:
        word = self.text(variable).lower()
        if word not in _YES | _NO:
            self.refuse(variable, f"«\u00a0{word}\u00a0» n’est ni oui ni non\u00a0; écrivez 1 ou 0.")
        return word in _YES

    def count(self, variable: str, default: int) -> int:
        digits = self.text(variable) or str(default)
        if digits.isdecimal() and 1 <= int(digits) <= HIGHEST_COUNT:
            return int(digits)
        self.refuse(variable, f"«\u00a0{digits}\u00a0» n’est pas un nombre entier de 1 à {HIGHEST_COUNT}.")
        return default

    def few(self, variable: str) -> int:
        digits = self.text(variable) or "0"
        if len(digits) == 1 and digits in "0123456789":
            return int(digits)
        self.refuse(variable, f"«\u00a0{digits}\u00a0» n’est pas un nombre entier de 0 à 9.")
        return 0

    def port(self, variable: str, default: int) -> int:
        digits = self.text(variable) or str(default)
        if digits.isdecimal() and 1 <= int(digits) <= HIGHEST_PORT:
            return int(digits)
        self.refuse(variable, f"«\u00a0{digits}\u00a0» n’est pas un numéro de port, de 1 à {HIGHEST_PORT}.")
        return default

    def address(self, variable: str) -> SplitResult:
        """The parts of an address; all empty when it is unset or unreadable."""
        try:
            return urlsplit(self.text(variable))
        except ValueError:
            return urlsplit("")

    def zone(self, variable: str, default: str) -> ZoneInfo:
        name = self.text(variable) or default
        try:
            return ZoneInfo(name)
        except (KeyError, ValueError, OSError):
            self.refuse(variable, f"«\u00a0{name}\u00a0» n’est pas un fuseau horaire connu.")
            return ZoneInfo(default)

    def file(self, variable: str) -> str | None:
        """The text of the file that a variable names; None where it is unset, or cannot be read, which is refused."""
        given = self.text(variable)
        if not given:
            return None
        path = Path(given).absolute()
        try:
            return path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            self.refuse(variable, " ".join(unread(f"le fichier {path}", error)))
            return None

    def needs_library(self, variable: str, library: str, requirements: str) -> None:
        if find_spec(library) is None:
            self.refuse(variable, f"la bibliothèque {library} manque\u00a0; installez {requirements}.")
