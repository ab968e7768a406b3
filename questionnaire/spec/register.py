"""What the register shows of each document of a form, and what it draws attention to."""

from dataclasses import dataclass

from questionnaire.expressions import Expression
from questionnaire.spec.texts import Text


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``value`` is computed from the frozen answers.

    ``question`` is the one whose answer it is, shown as its kind shows it; empty where the value is computed.
    """

    name: str
    label: Text
    value: Expression
    question: str = ""


@dataclass(frozen=True, slots=True)
class Alert:
    """What is said of a document from the day that ``when`` holds, its answers and that day being known."""

    name: str
    label: Text
    when: Expression


@dataclass(frozen=True, slots=True)
class Register:
    """The columns in order, the names of those by which documents are chosen (``filters``), the alerts."""

    columns: tuple[Column, ...] = ()
    filters: tuple[str, ...] = ()
    alerts: tuple[Alert, ...] = ()


NO_REGISTER = Register()
"""That of a form that says nothing of it."""
