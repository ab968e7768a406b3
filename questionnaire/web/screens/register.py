"""What the page of the register shows."""

from dataclasses import dataclass
from typing import Literal

from questionnaire.web.screens.documents import EmptyState
from questionnaire.web.screens.shell import Link


@dataclass(frozen=True, slots=True)
class FacetOption:
    """Something to choose, with how many documents that leaves where it is counted."""

    value: str
    label: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """A list by which the register is narrowed; ``name`` is that of its field."""

    name: str
    label: str
    options: tuple[FacetOption, ...]


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A document; ``detail`` says which it is, ``cells`` stand in the order of the columns, None where one is blank."""

    title: str
    url: str
    detail: str
    day: str
    state: Literal["signed", "finished", "awaiting", "replaced", "ended", "refused"]
    state_label: str
    cells: tuple[str, ...] = ()
    alerts: tuple[str, ...] = ()
    download_url: str = ""


@dataclass(frozen=True, slots=True)
class RegisterView:
    """A page of the register: what is looked for, as typed, then what was found; ``more`` is folded until it serves."""

    title: str
    url: str
    words: str
    since: str
    until: str
    error: str
    facets: tuple[Facet, ...]
    more: tuple[Facet, ...]
    more_open: bool
    alerts_label: str
    alerts_chosen: bool
    count_text: str
    columns: tuple[str, ...]
    rows: tuple[RegisterRow, ...]
    narrowed: bool = False
    export: Link | None = None
    empty: EmptyState | None = None
    following: Link | None = None
    newest: Link | None = None
