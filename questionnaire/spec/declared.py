"""A form as declared: every key in its place, nothing interpreted yet. The fields are the keys."""

from dataclasses import dataclass

from questionnaire.spec.declared_filing import RegisterSpec, RetentionSpec
from questionnaire.spec.declared_scores import ChartSpec, ScoresSpec
from questionnaire.spec.nodes import Place, Scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceSpec:
    """An option of a list."""

    place: Place
    name: Scalar
    label: Scalar
    exclusive: Scalar | None = None
    hint: Scalar | None = None
    code: Scalar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSpec:
    """A list that the form does not write: ``from`` a repeat or the installation, or of a ``file``."""

    place: Place
    from_: Scalar | None = None
    file: Scalar | None = None
    label: Scalar | None = None
    filter: Scalar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineSpec:
    """« Je ne me prononce pas »: how it is written in files, and said."""

    place: Place
    name: Scalar
    label: Scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class EasySpec:
    """The same said in easier words; of a section, ``label`` is its title and ``hint`` the line under it."""

    place: Place
    label: Scalar
    hint: Scalar | None = None
    example: Scalar | None = None
    validated_by: Scalar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowSpec:
    """A question of a grid: what it asks; the grid says the rest."""

    place: Place
    name: Scalar
    label: Scalar
    hint: Scalar | None = None
    required: Scalar | None = None
    relevant: Scalar | None = None
    link_id: Scalar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionSpec:
    """A question, a repeat with its own ``questions``, a grid with its ``rows``.

    ``choices`` is a list or the name of one.
    """

    place: Place
    name: Scalar
    kind: Scalar
    label: Scalar
    hint: Scalar | None = None
    guidance: Scalar | None = None
    why: Scalar | None = None
    easy: EasySpec | None = None
    required: Scalar | None = None
    required_message: Scalar | None = None
    relevant: Scalar | None = None
    read_only: Scalar | None = None
    default: Scalar | None = None
    calculation: Scalar | None = None
    constraint: Scalar | None = None
    constraint_message: Scalar | None = None
    warning: Scalar | None = None
    warning_message: Scalar | None = None
    choices: Scalar | tuple[ChoiceSpec, ...] | None = None
    choice_filter: Scalar | None = None
    other: Scalar | None = None
    shuffle: Scalar | None = None
    may_decline: DeclineSpec | None = None
    appearance: Scalar | None = None
    min: Scalar | None = None
    max: Scalar | None = None
    max_length: Scalar | None = None
    from_label: Scalar | None = None
    to_label: Scalar | None = None
    min_days: Scalar | None = None
    max_days: Scalar | None = None
    decimals: Scalar | None = None
    step: Scalar | None = None
    unit: Scalar | None = None
    scheme: Scalar | None = None
    autocomplete: Scalar | None = None
    accept: tuple[Scalar, ...] | None = None
    max_size: Scalar | None = None
    codes: tuple[Scalar, ...] | None = None
    link_id: Scalar | None = None
    under: Scalar | None = None
    personal: Scalar | None = None
    consent: Scalar | None = None
    visible_to: tuple[Scalar, ...] | None = None
    item_label: Scalar | None = None
    for_each: Scalar | None = None
    tick: Scalar | None = None
    confirms: Scalar | None = None
    prefill: tuple[Scalar, ...] | None = None
    prefill_person: Scalar | None = None
    questions: tuple["QuestionSpec", ...] | None = None
    rows: tuple[RowSpec, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionSpec:
    """A part of the form."""

    place: Place
    name: Scalar
    title: Scalar
    description: Scalar | None = None
    easy: EasySpec | None = None
    relevant: Scalar | None = None
    for_each: Scalar | None = None
    consent: Scalar | None = None
    codes: tuple[Scalar, ...] | None = None
    link_id: Scalar | None = None
    questions: tuple[QuestionSpec, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartySpec:
    """Who fills or signs: one role or several, or the ``person`` whom an answer names.

    With ``instance``, the very person whose document it is.
    """

    place: Place
    role: tuple[Scalar, ...] = ()
    person: Scalar | None = None
    instance: Scalar | None = None
    label: Scalar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StageSpec:
    """Who fills which sections."""

    place: Place
    name: Scalar
    title: Scalar | None = None
    by: tuple[Scalar, ...]
    sections: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepSpec:
    """One signature expected, or those of several parties in the order that suits them (``any_order``)."""

    place: Place
    party: Scalar | None = None
    any_order: tuple[Scalar, ...] | None = None
    name: Scalar | None = None
    act: Scalar | None = None
    relevant: Scalar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSpec:
    """How the document is drawn and named."""

    place: Place
    layout: Scalar | None = None
    reference: Scalar | None = None
    subject: Scalar | None = None
    mention: Scalar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterSpec:
    """A document of the project that comes before this one."""

    place: Place
    form: Scalar
    state: Scalar | None = None
    blocking: Scalar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleSpec:
    """Which repeat lists the people of the project, and which of its questions tell who each of them is."""

    place: Place
    items: Scalar
    first_name: Scalar
    last_name: Scalar
    email: Scalar | None = None
    role: Scalar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossRuleSpec:
    """A rule on several answers, said beside the question ``at``."""

    place: Place
    name: Scalar
    constraint: Scalar
    message: Scalar
    at: Scalar | None = None
    when: Scalar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AcknowledgedSpec:
    """Advice of ``forms lint`` that the author knows of and leaves: about what (``of``), and why."""

    place: Place
    advice: Scalar
    of: tuple[Scalar, ...] = ()
    reason: Scalar


ChoiceLists = tuple[tuple[Scalar, tuple[ChoiceSpec, ...] | ListSpec], ...]
Parties = tuple[tuple[Scalar, PartySpec], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSpec:
    """A whole document type."""

    place: Place
    form: Scalar
    title: Scalar
    description: Scalar | None = None
    audience: Scalar | None = None
    purpose: Scalar | None = None
    legal_basis: Scalar | None = None
    minutes: Scalar | None = None
    source: Scalar | None = None
    rights: Scalar | None = None
    status: Scalar | None = None
    life: Scalar | None = None
    instances: Scalar | None = None
    access: Scalar | None = None
    archive: Scalar | None = None
    privacy: Scalar | None = None
    lexicon: Scalar | None = None
    choices: ChoiceLists = ()
    parties: Parties = ()
    people: PeopleSpec | None = None
    after: tuple[AfterSpec, ...] = ()
    stages: tuple[StageSpec, ...] = ()
    sections: tuple[SectionSpec, ...]
    rules: tuple[CrossRuleSpec, ...] = ()
    scores: ScoresSpec | None = None
    charts: tuple[ChartSpec, ...] = ()
    circuit: tuple[StepSpec, ...] = ()
    document: PaperSpec | None = None
    register: RegisterSpec | None = None
    retention: RetentionSpec | None = None
    examples: tuple[Scalar, ...] = ()
    acknowledged: tuple[AcknowledgedSpec, ...] = ()
