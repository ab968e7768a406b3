"""From a declared question to a compiled one."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from questionnaire.spec.declared import DeclineSpec, QuestionSpec
from questionnaire.spec.declines import with_decline
from questionnaire.spec.faults import (
    CONSTRAINT_WITHOUT_MESSAGE,
    KEY_NOT_FOR_KIND,
    MESSAGE_WITHOUT_RULE,
    MISSING_KEY,
    NOT_YET_SUPPORTED,
    UNKNOWN_KIND,
    Faults,
    guess,
)
from questionnaire.spec.keys import APPEARANCES, AUTOCOMPLETE, BY_KIND, KIND_SYNONYMS, KINDS_NOT_YET, NEEDED
from questionnaire.spec.kinds import KINDS
from questionnaire.spec.kinds.base import Kind
from questionnaire.spec.literals import bounds, check_default, default_rule, step_of
from questionnaire.spec.model import Question
from questionnaire.spec.nodes import Place, Scalar
from questionnaire.spec.options import Lists, choices_of
from questionnaire.spec.precedents import compile_prefill
from questionnaire.spec.rules import Rules
from questionnaire.spec.scalars import boolean, integer, one_of, word
from questionnaire.spec.wording import optional_text, text
from questionnaire.spec.words import PERSONAL


@dataclass(frozen=True, slots=True)
class Bench:
    """What compiling a question needs of the rest of the form."""

    rules: Rules
    lists: Lists

    @property
    def faults(self) -> Faults:
        return self.rules.faults


def compile_question(spec: QuestionSpec, section: str, bench: Bench, group: str | None = None) -> Question:
    """The question, with those of a repeat. ``group`` names the repeat around it."""
    kind = _kind(spec, bench.faults)
    if kind.name == "repeat" and group is not None:
        bench.faults.add(NOT_YET_SUPPORTED, spec.place, what="une répétition dans une répétition")
    boolean(spec.other, "other", bench.faults)
    question = with_decline(spec, _question(spec, kind, section, bench, group), bench.rules)
    check_default(spec, question, bench.rules)
    return question


def _question(spec: QuestionSpec, kind: Kind, section: str, bench: Bench, group: str | None) -> Question:
    rules = bench.rules
    low, high = bounds(spec, rules)
    return Question(
        name=spec.name.text,
        kind=kind,
        section=section,
        label=text(spec.label, "label", rules),
        group=group,
        hint=optional_text(spec.hint, "hint", rules),
        guidance=optional_text(spec.guidance, "guidance", rules),
        why=optional_text(spec.why, "why", rules),
        required=rules.condition(spec.required, "required"),
        required_message=optional_text(spec.required_message, "required_message", rules),
        relevant=rules.rule(spec.relevant, "relevant"),
        read_only=rules.condition(spec.read_only, "read_only"),
        default=default_rule(spec, rules),
        calculation=rules.rule(spec.calculation, "calculation"),
        constraint=rules.rule(spec.constraint, "constraint"),
        constraint_message=optional_text(spec.constraint_message, "constraint_message", rules),
        choices=choices_of(spec, bench.lists, rules),
        choice_filter=rules.rule(spec.choice_filter, "choice_filter"),
        appearance=_appearance(spec, kind, rules.faults),
        min=low,
        max=high,
        max_length=integer(spec.max_length, "max_length", rules.faults),
        decimals=integer(spec.decimals, "decimals", rules.faults, least=0, most=10),
        step=step_of(spec, rules),
        autocomplete=one_of(spec.autocomplete, "autocomplete", AUTOCOMPLETE, rules.faults, "") or "",
        unit=optional_text(spec.unit, "unit", rules),
        personal=word(spec.personal, "personal", PERSONAL, rules.faults, "none"),
        item_label=optional_text(spec.item_label, "item_label", rules),
        tick=optional_text(spec.tick, "tick", rules),
        prefill=compile_prefill(spec, rules.faults),
        questions=_inside(spec, section, bench),
    )


HIDDEN = "hidden"


def _appearance(spec: QuestionSpec, kind: Kind, faults: Faults) -> str | None:
    """How the question is shown; the kind ``hidden`` never is."""
    known = APPEARANCES.get(kind.name, ())
    return HIDDEN if kind.name == HIDDEN else one_of(spec.appearance, "appearance", known, faults, None)


def _inside(spec: QuestionSpec, section: str, bench: Bench) -> tuple[Question, ...]:
    return tuple(compile_question(child, section, bench, spec.name.text) for child in spec.questions or ())


def _kind(spec: QuestionSpec, faults: Faults) -> Kind:
    """The kind; where it is none, that is said and a text stands for it, so that the rest is checked."""
    name = spec.kind.text
    if name in KINDS:
        _check_keys(spec, faults)
        return KINDS[name]
    if name in KINDS_NOT_YET:
        faults.add(NOT_YET_SUPPORTED, spec.kind.place, what=f"le genre de question « {name} »")
    elif name:
        remedy = guess(name, KINDS, KIND_SYNONYMS) or None
        faults.add(UNKNOWN_KIND, spec.kind.place, kind=name, known=", ".join(KINDS), remedy=remedy)
    return KINDS["text"]


def _check_keys(spec: QuestionSpec, faults: Faults) -> None:
    """Keys that do not serve for this kind, keys that it lacks, keys that go in pairs."""
    given = _given(spec)
    kind = spec.kind.text
    for key in NEEDED.get(kind, ()):
        if key not in given:
            faults.add(MISSING_KEY, spec.place, key=key)
    for key, place in given.items():
        if key not in BY_KIND[kind]:
            faults.add(KEY_NOT_FOR_KIND, place, key=key, kind=kind)
    if "constraint" in given and "constraint_message" not in given:
        faults.add(CONSTRAINT_WITHOUT_MESSAGE, given["constraint"])
    for key, rule in (("constraint_message", "constraint"), ("required_message", "required")):
        if key in given and rule not in given:
            faults.add(MESSAGE_WITHOUT_RULE, given[key], key=key, rule=rule)


def _given(spec: QuestionSpec) -> Mapping[str, Place]:
    """The keys written, each with the place of its value."""
    given: dict[str, Place] = {}
    for field in fields(spec):
        value = getattr(spec, field.name)
        if isinstance(value, Scalar | DeclineSpec):
            given[field.name] = value.place
        elif isinstance(value, tuple):
            given[field.name] = value[0].place if value else spec.place
    return given
