"""Questions and repeats, as their controls need them."""

from dataclasses import dataclass

from questionnaire.web.screens.shell import Side

_GROUPED = frozenset({"radios", "checkboxes", "scale"})
_SILENT = frozenset({"note", "calculated"})


@dataclass(frozen=True, slots=True)
class Option:
    """A choice offered. ``exclusive`` unticks all others (« Aucun »); ``hint`` explains it."""

    value: str
    label: str
    checked: bool
    exclusive: bool
    id: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question and its control, named by its ``path``.

    Not ``shown``, only its empty place stays on the page.

    ``control`` is a file of templates/controls: text, textarea, email, tel, number, range, date, time, radios,
    checkboxes, select, scale, acknowledge, note or calculated. ``value`` is the raw text typed; for acknowledge any
    text means ticked.
    ``decline`` is the answer « Je ne me prononce pas » and ``limits`` the numbers that a range takes, in words.
    ``text`` is what a note says, what was calculated, or the answer of a ``read_only`` question as people
    read it.
    ``described_by`` lists ids among ``<id>-hint`` and ``<id>-error``; both ids may always be named.
    """

    path: str
    id: str
    control: str
    label: str = ""
    hint: str = ""
    guidance: str = ""
    why: str = ""
    optional: bool = False
    errors: tuple[str, ...] = ()
    value: str = ""
    options: tuple[Option, ...] = ()
    decline: Option | None = None
    limits: str = ""
    rows: int = 5
    max_length: int | None = None
    input_mode: str = ""
    unit: str = ""
    autocomplete: str = ""
    shown: bool = True
    read_only: bool = False
    text: str = ""
    described_by: str = ""

    @property
    def wrapper_id(self) -> str:
        """The id of the whole question, which is what one replaces when it appears or goes."""
        return "question-" + self.id.removeprefix("q-")

    @property
    def group(self) -> bool:
        """Whether several inputs answer it: then a fieldset and its legend, not a label."""
        return self.control in _GROUPED and not self.read_only

    @property
    def posts(self) -> bool:
        """Whether the person answers it here; the other questions only say something."""
        return self.control not in _SILENT and not self.read_only


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item of a repeat: a card, or its questions when ``open``.

    ``side`` and ``initials`` draw a person.
    """

    key: str
    path: str
    id: str
    title: str
    subtitle: str = ""
    open: bool = False
    questions: tuple[QuestionView, ...] = ()
    error_count: int = 0
    can_go_up: bool = False
    can_go_down: bool = False
    initials: str = ""
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class RepeatView:
    """A repeat: its items in order.

    Its buttons post ``_action`` = add:, open:, close:, up:, down: or remove: and a path.
    """

    path: str
    id: str
    label: str = ""
    hint: str = ""
    items: tuple[ItemView, ...] = ()
    add_label: str = ""
    can_add: bool = True
    errors: tuple[str, ...] = ()
    shown: bool = True
    read_only: bool = False
    guidance: str = ""
    optional: bool = False
    control: str = "repeat"

    @property
    def wrapper_id(self) -> str:
        """The id of the whole repeat."""
        return "question-" + self.id.removeprefix("q-")
