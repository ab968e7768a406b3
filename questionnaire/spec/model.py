"""A compiled form: typed, checked, immutable; what filling, pages and paper work from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from questionnaire.expressions import Expression, Listing, NodeSet
from questionnaire.spec.coding import UNKNOWN_OUTSIDE, Code, Outside
from questionnaire.spec.cross_rule import CrossRule
from questionnaire.spec.file_types import FileRules
from questionnaire.spec.kinds.base import Kind
from questionnaire.spec.measures import Chart, Scores
from questionnaire.spec.parties import CircuitStep, Party, Stage
from questionnaire.spec.precedence import After, People, Prefill
from questionnaire.spec.register import NO_REGISTER, Register
from questionnaire.spec.retention import Retention
from questionnaire.spec.spans import Span
from questionnaire.spec.texts import Text

SENSITIVE = frozenset({"sensitive", "health"})
"""What ``personal`` says of answers that are kept sealed."""

BLIND = "blind"
"""The ``privacy`` of a form whose every answer is sensitive, and read by its author alone."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An option of a list. An ``exclusive`` one (« Aucun ») cannot stand beside another; ``hint`` explains it."""

    name: str
    label: Text
    exclusive: bool = False
    hint: Text | None = None
    code: Code | None = None
    columns: tuple[tuple[str, str], ...] = ()
    """What its list says of it beside, by which rules choose among them: pairs of a name and a text."""


@dataclass(frozen=True, slots=True)
class Easy:
    """The same in easier words; ``validated_by`` is empty until somebody has approved them."""

    label: Text
    hint: Text | None = None
    example: Text | None = None
    validated_by: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where options that the form does not write come from.

    The items of the repeat ``name`` by their keys, each called as ``label`` says; or, for ``installation``, the list of
    that name among those that the installation owns.
    """

    name: str
    installation: bool = False
    label: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question, or one repeat with its ``questions``.

    ``group`` names the enclosing repeat. ``min`` and ``max`` bound a number or a date, or the number of items of a
    repeat; ``max_length`` counts characters; ``decimals`` digits after the comma; ``scheme`` is the repertory of an
    identifier. ``may_decline`` is the answer « Je ne me prononce pas »; ``files`` what a question for files accepts;
    ``span`` what one for a period does. ``autocomplete`` tells browsers which fact of the reader's own is asked.
    ``tick`` is what the person confirms beside a box whose ``label`` is the text itself;
    a box that ``confirms`` another question counts for the answer that this one had when it was ticked, for no other.
    ``prefill`` names the sources of the first answer: the first that has one gives it. ``warning`` should hold too, but
    may be kept from holding with a reason; ``visible_to`` are the roles that alone read the answer, None where all
    readers of the document do; ``consent`` names the question by which the person agrees that this one is asked. What a
    ``kept`` calculation gave first stands; ``shuffle`` asks for the options in an order drawn for each document;
    with ``other``, « Autre » is among them whatever filters them.
    """

    name: str
    kind: Kind
    section: str
    label: Text
    group: str | None = None
    hint: Text | None = None
    guidance: Text | None = None
    why: Text | None = None
    easy: Easy | None = None
    required: Expression | bool = False
    required_message: Text | None = None
    relevant: Expression | None = None
    read_only: Expression | bool = False
    default: Expression | None = None
    calculation: Expression | None = None
    kept: bool = False
    constraint: Expression | None = None
    constraint_message: Text | None = None
    warning: Expression | None = None
    warning_message: Text | None = None
    choices: tuple[Choice, ...] = ()
    source: Source | None = None
    choice_filter: Expression | None = None
    shuffle: bool = False
    other: bool = False
    appearance: str | None = None
    min: Expression | None = None
    max: Expression | None = None
    max_length: int | None = None
    decimals: int | None = None
    step: Decimal = Decimal(1)
    unit: Text | None = None
    scheme: str = ""
    may_decline: Choice | None = None
    autocomplete: str = ""
    files: FileRules | None = None
    span: Span | None = None
    personal: str = "none"
    consent: str = ""
    visible_to: frozenset[str] | None = None
    item_label: Text | None = None
    each: str = ""
    tick: Text | None = None
    confirms: str = ""
    prefill: tuple[Prefill, ...] = ()
    questions: tuple["Question", ...] = ()
    outside: Outside = UNKNOWN_OUTSIDE
    rows: tuple[str, ...] = ()
    """Of a grid, the names of its questions, which follow it."""

    @property
    def link(self) -> str:
        """How other tools name it."""
        return self.outside.link_id or self.name

    @property
    def is_grid(self) -> bool:
        """Whether this draws other questions as one table."""
        return self.kind.name == "grid"

    @property
    def is_table(self) -> bool:
        """Whether this is a repeat whose items are rows, filled all at once."""
        return self.is_repeat and self.appearance == "table"

    @property
    def is_repeat(self) -> bool:
        """Whether this is a list of items rather than one answer."""
        return self.kind.name == "repeat"

    def whole(self) -> Iterator["Question"]:
        """This question, then all that its items hold, however deep, in page order."""
        yield self
        for question in self.questions:
            yield from question.whole()

    def choice(self, name: str) -> Choice | None:
        """The option called ``name``, or None."""
        return next((choice for choice in self.choices if choice.name == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the form: one page, or one page for each item of the question ``each``.

    Its one question is then a repeat that has its name, and the items of that one.
    """

    name: str
    title: Text
    description: Text | None = None
    easy: Easy | None = None
    relevant: Expression | None = None
    each: str = ""
    outside: Outside = UNKNOWN_OUTSIDE
    questions: tuple[Question, ...] = ()

    @property
    def base(self) -> str:
        """The name that the form gives it: that of the section of which this is the page of one item."""
        return self.name.partition("[")[0]


@dataclass(frozen=True, slots=True)
class Paper:
    """How the document is drawn and named.

    ``reference`` is a pattern such as ``FP-{year}-{number:04}``; ``subject`` the title of one document of this type,
    such as ``${titre}``, by which pages, lists and the first page call it. ``mention`` stands framed under the title.
    """

    layout: str = "sheet"
    reference: str = ""
    subject: Text | None = None
    mention: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A whole document type. ``digest`` (SHA-256 of ``yaml``, hexadecimal) is the identity of the version.

    ``order`` lists the names of all questions so that each comes after those that its rules read; ``reserved`` are
    those whose answers only some of its readers see, ``lists`` those lists of the installation in which it lets choose,
    ``tables`` its own lists as its rules read them.
    """

    name: str
    version: str
    digest: str
    yaml: str
    title: Text
    sections: tuple[Section, ...]
    questions: Mapping[str, Question]
    order: tuple[str, ...]
    description: Text | None = None
    audience: Text | None = None
    purpose: Text | None = None
    legal_basis: str = ""
    minutes: int | None = None
    source: Text | None = None
    rights: Text | None = None
    status: str = "definitif"
    life: str = "signed"
    instances: str = "project"
    access: str = "project"
    archive: str = "sealed"
    privacy: str = "named"
    lexicon: bool = False
    parties: Mapping[str, Party]
    people: People | None = None
    after: tuple[After, ...] = ()
    stages: tuple[Stage, ...] = ()
    rules: tuple[CrossRule, ...] = ()
    scores: Scores | None = None
    charts: tuple[Chart, ...] = ()
    circuit: tuple[CircuitStep, ...] = ()
    paper: Paper = Paper()
    register: Register = NO_REGISTER
    retention: Retention | None = None
    examples: tuple[str, ...] = ()
    reserved: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    tables: Mapping[str, Listing] = field(default_factory=dict, repr=False, compare=False)

    def entries(self, name: str) -> NodeSet:
        """The place of a list that its rules read; none where it has no such list."""
        return (self.tables[name].top,) if name in self.tables else ()

    def cell(self, name: str, column: str, key_column: str, key: str) -> str | None:
        """What a list says in one column, on the first line where another says ``key``; None without such a list."""
        return self.tables[name].cell(column, key_column, key) if name in self.tables else None

    @property
    def sensitive(self) -> bool:
        """Whether any answer is declared sensitive; data on health are, and all those of a blind form."""
        return self.privacy == BLIND or any(question.personal in SENSITIVE for question in self.questions.values())

    @property
    def draws(self) -> bool:
        """Whether the value of any calculation is kept from the first time."""
        return any(question.kept for question in self.questions.values())

    @property
    def consents(self) -> tuple[Question, ...]:
        """The questions by which a person agrees that others are asked."""
        return tuple(question for question in self.questions.values() if question.kind.name == "consent")

    def consent_of(self, path: str) -> str:
        """The consent that the answer at a path asks for; empty without any."""
        question = self.questions.get(path.rpartition(".")[2].partition("[")[0])
        return question.consent if question is not None else ""

    def is_sensitive(self, path: str) -> bool:
        """Whether the answer at a path is declared sensitive, or stands in a list that is; unknown paths are not."""
        names = (part.partition("[")[0] for part in path.split("."))
        found = (self.questions.get(name) for name in names)
        return self.privacy == BLIND or any(each is not None and each.personal in SENSITIVE for each in found)

    def signer(self, step: CircuitStep) -> str:
        """The question whose answer is the person who signs a step; empty where a role signs."""
        return self.parties[step.party].person

    def section(self, name: str) -> Section | None:
        """The section called ``name``, or None."""
        return next((section for section in self.sections if section.name == name), None)

    def stage_of(self, section: str) -> Stage | None:
        """The stage in which a section is filled, None where whoever fills the document does."""
        return next((stage for stage in self.stages if section in stage.sections), None)

    def around(self, question: Question) -> tuple[str, ...]:
        """The repeats around a question, the outermost first."""
        if question.group is None:
            return ()
        return (*self.around(self.questions[question.group]), question.group)

    def top_level(self) -> Iterator[Question]:
        """Questions in page order, the items' own questions left out."""
        for section in self.sections:
            yield from section.questions
