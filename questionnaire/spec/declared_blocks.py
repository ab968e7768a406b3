"""A block of questions that forms share, as declared, and what a form says where it includes one."""

from dataclasses import dataclass

from questionnaire.spec.declared import ChoiceLists, EasySpec, QuestionSpec
from questionnaire.spec.nodes import Place, Scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockSpec:
    """Questions that several forms ask, with their lists of choices."""

    place: Place
    block: Scalar
    title: Scalar | None = None
    description: Scalar | None = None
    choices: ChoiceLists = ()
    questions: tuple[QuestionSpec, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OverrideSpec:
    """What a form says otherwise of one question of a block."""

    place: Place
    label: Scalar | None = None
    hint: Scalar | None = None
    easy: EasySpec | None = None
    required: Scalar | None = None
    required_message: Scalar | None = None
    relevant: Scalar | None = None


Overrides = tuple[tuple[Scalar, OverrideSpec], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncludeSpec:
    """Where the questions of a block stand, under which names, and what is said otherwise there."""

    place: Place
    include: Scalar
    prefix: Scalar | None = None
    relevant: Scalar | None = None
    override: Overrides = ()
