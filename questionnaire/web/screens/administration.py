"""The first page of the administration."""

from dataclasses import dataclass

from questionnaire.web.screens.shell import Link


@dataclass(frozen=True, slots=True)
class EntryView:
    """A room, and what it is for."""

    link: Link
    text: str


@dataclass(frozen=True, slots=True)
class AdministrationView:
    """The rooms that an account enters."""

    title: str
    entries: tuple[EntryView, ...]
