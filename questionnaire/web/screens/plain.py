"""Plain forms: a few fields that change something, posted together and answered with their faults."""

from collections.abc import Sequence
from dataclasses import dataclass

from questionnaire.web.screens.drafts import ErrorSummary
from questionnaire.web.screens.shell import Link


@dataclass(frozen=True, slots=True)
class PlainField:
    """A field of a plain form. ``control`` is text, textarea, select, color, email, tel, code, file or check.

    ``filling`` is what the browser may fill it with.
    """

    name: str
    label: str
    value: str = ""
    control: str = "text"
    hint: str = ""
    error: str = ""
    options: tuple[tuple[str, str], ...] = ()
    checked: bool = False
    accept: str = ""
    filling: str = ""

    @property
    def described(self) -> str:
        """The ids of what describes the control."""
        return " ".join(part for part in (self.hint and f"{self.name}-hint", f"{self.name}-error") if part)


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Fields that belong together; without title, the only ones of the form."""

    title: str
    fields: tuple[PlainField, ...]
    lead: str = ""


@dataclass(frozen=True, slots=True)
class PlainFormView:
    """A form that changes something: posted to its own page; comes back with its faults, each with a remedy.

    Without ``save_label`` there is nothing to post.
    """

    title: str
    groups: tuple[FieldGroup, ...]
    save_label: str
    back: Link | None
    lead: str = ""
    brings_files: bool = False

    @property
    def summary(self) -> ErrorSummary | None:
        """All the faults at once, each with the way to its field; None without any."""
        return summary_of([field for group in self.groups for field in group.fields])


def summary_of(fields: Sequence[PlainField]) -> ErrorSummary | None:
    """All the faults of some fields, each with the way to it; None without any."""
    wrong = tuple((f"#{field.name}", f"{field.label}\u00a0: {field.error}") for field in fields if field.error)
    if not wrong:
        return None
    title = "Une réponse est à corriger" if len(wrong) == 1 else f"{len(wrong)} réponses sont à corriger"
    return ErrorSummary(title, "Rien n’est encore enregistré.", wrong)
