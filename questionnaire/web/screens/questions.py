"""Questions and repeats, as their controls need them."""

from dataclasses import dataclass

from questionnaire.web.screens.shell import Side

_GROUPED = frozenset({"radios", "checkboxes", "scale", "row", "date_range", "rank"})
_SILENT = frozenset({"note", "signpost", "calculated", "grid"})
_FOLDED = frozenset({"select", "checkboxes"})
MANY = 12
"""Options among which the eye finds its way; in a longer list one searches."""


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
class TermView:
    """A word of the texts beside, and what it means."""

    term: str
    definition: str


@dataclass(frozen=True, slots=True)
class ColumnView:
    """The head of a column; ``value`` is the mark that it stands for on a scale."""

    label: str
    hint: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class FieldView:
    """One of the fields of a question that has several: ``value`` is the raw text typed."""

    id: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class SeekView:
    """The search in a long list: the ``words`` typed, what was ``found``; a ``large`` list is not whole on the page."""

    words: str
    found: str
    large: bool


@dataclass(frozen=True, slots=True)
class FileView:
    """A file joined: ``detail`` is its type and size; ``removal`` the ``_action`` that asks to take it away."""

    name: str
    url: str
    detail: str
    removal: str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question and its control, named by its ``path``.

    Not ``shown``, only its empty place stays on the page.

    ``control`` is a file of templates/controls: text, textarea, email, tel, number, range, date, date_range, time,
    radios, checkboxes, select, scale, acknowledge, file, note, signpost or calculated; a grid has its own ``lines``
    (each a « row ») and the ``heads`` of their answers. ``item`` is what the row of a table is called, where this is
    one of its cells.
    ``value`` is the raw text typed; for acknowledge any text means ticked. ``fields`` are those of a question that has
    several, all posted under its path.
    ``decline`` is the answer « Je ne me prononce pas » and ``limits`` the numbers that a range takes, or the
    files (types to ``accept``, ``multiple``, ``largest`` in bytes, beyond which ``too_large`` is said), in words.
    ``text`` is what a note says, what was calculated, or the answer of a ``read_only`` question as people
    read it. ``tick`` is what is confirmed beside a box whose ``label`` is the text itself; ``origin`` from where the
    answer was taken. A ``folded`` one shows its field on demand.
    ``because`` are the answers for which it is asked, a line each.
    ``described_by`` lists ids among ``<id>-hint`` and ``<id>-error``; both ids may always be named.
    """

    path: str
    id: str
    control: str
    label: str = ""
    hint: str = ""
    guidance: str = ""
    why: str = ""
    because: tuple[str, ...] = ()
    optional: bool = False
    errors: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    value: str = ""
    fields: tuple[FieldView, ...] = ()
    options: tuple[Option, ...] = ()
    seek: SeekView | None = None
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
    files: tuple[FileView, ...] = ()
    accept: str = ""
    multiple: bool = False
    largest: int = 0
    too_large: str = ""
    tick: str = ""
    origin: str = ""
    terms: tuple[TermView, ...] = ()
    official: tuple[str, ...] = ()
    easy_note: str = ""
    folded: bool = False
    item: str = ""
    lines: tuple["QuestionView", ...] = ()
    heads: tuple[ColumnView, ...] = ()

    @property
    def wrapper_id(self) -> str:
        """The id of the whole question, which is what one replaces when it appears or goes."""
        return "question-" + self.id.removeprefix("q-")

    @property
    def marks(self) -> tuple[Option, ...]:
        """What may be answered in a row of a grid, a column each."""
        return (*self.options, *filter(None, [self.decline]))

    @property
    def searched(self) -> bool:
        """Whether its options are so many that one searches among them, where there is script."""
        large = self.seek is not None and self.seek.large
        return self.control in _FOLDED and len(self.options) > MANY and not self.item and not large

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

    ``side`` and ``initials`` draw a person. Among its ``questions`` there may be repeats.
    """

    key: str
    path: str
    id: str
    title: str
    subtitle: str = ""
    open: bool = False
    questions: tuple["QuestionView | RepeatView", ...] = ()
    error_count: int = 0
    can_go_up: bool = False
    can_go_down: bool = False
    initials: str = ""
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class RepeatView:
    """A repeat: its items in order. With ``heads`` it is a table: every item is a row, filled in place.

    ``fixed``, its items are those of another question: all open, none added, moved or removed.

    ``level`` is that of its title, the items' being one deeper.

    Its buttons post ``_action`` = add:, open:, close:, up:, down: or remove: and a path.
    """

    path: str
    id: str
    label: str = ""
    hint: str = ""
    heads: tuple[ColumnView, ...] = ()
    items: tuple[ItemView, ...] = ()
    add_label: str = ""
    can_add: bool = True
    errors: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    shown: bool = True
    read_only: bool = False
    fixed: bool = False
    guidance: str = ""
    because: tuple[str, ...] = ()
    optional: bool = False
    control: str = "repeat"
    level: int = 2
    terms: tuple[TermView, ...] = ()
    official: tuple[str, ...] = ()
    easy_note: str = ""

    @property
    def item_level(self) -> int:
        """The level of the titles of its items."""
        return min(self.level + 1, 6)

    @property
    def wrapper_id(self) -> str:
        """The id of the whole repeat."""
        return "question-" + self.id.removeprefix("q-")
