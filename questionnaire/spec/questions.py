"""From a declared question to a compiled one."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from questionnaire.expressions import is_kept
from questionnaire.spec.accepting import file_rules
from questionnaire.spec.answer_details import WARNING_WITHOUT_MESSAGE
from questionnaire.spec.coding import compile_outside
from questionnaire.spec.consenting import CONSENT
from questionnaire.spec.declared import DeclineSpec, EasySpec, QuestionSpec
from questionnaire.spec.declines import with_decline
from questionnaire.spec.easing import compile_easy
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
from questionnaire.spec.keys import APPEARANCES, AUTOCOMPLETE, BY_KIND, CELLS, KIND_SYNONYMS, KINDS_NOT_YET, NEEDED
from questionnaire.spec.kinds import KINDS
from questionnaire.spec.kinds.base import Kind
from questionnaire.spec.kinds.identifiers import SCHEMES
from questionnaire.spec.literals import bounds, check_default, default_rule, step_of
from questionnaire.spec.model import Question
from questionnaire.spec.nodes import Place, Scalar
from questionnaire.spec.options import Lists, with_list
from questionnaire.spec.precedents import compile_prefill
from questionnaire.spec.reserving import Readers, compile_readers
from questionnaire.spec.rules import Rules
from questionnaire.spec.scalars import boolean, integer, one_of, word
from questionnaire.spec.spanning import with_span
from questionnaire.spec.table_details import TABLE_CHILD
from questionnaire.spec.text_reading import parse_text
from questionnaire.spec.wording import optional_text, text
from questionnaire.spec.words import PERSONAL


@dataclass(frozen=True, slots=True)
class Bench:
    """What compiling a question needs of the rest of the form."""

    rules: Rules
    lists: Lists
    readers: Readers

    @property
    def faults(self) -> Faults:
        return self.rules.faults

    def at(self, spec: QuestionSpec) -> "Bench":
        """The same for one question: its rules stand where it stands."""
        return replace(self, rules=self.rules.at(spec))


def compile_question(spec: QuestionSpec, section: str, bench: Bench, group: str | None = None) -> Question:
    """The question, with those of a repeat. ``group`` names the repeat around it."""
    bench = bench.at(spec)
    kind = _kind(spec, bench.faults)
    boolean(spec.other, "other", bench.faults)
    named = _naming(spec, _question(spec, kind, section, bench, group), bench.faults)
    asked = _calculated(spec, with_span(spec, named, bench.rules), bench.rules)
    listed = with_list(spec, asked, bench.lists, bench.rules)
    question = with_decline(spec, listed, bench.rules)
    check_default(spec, question, bench.rules)
    return question


def _question(spec: QuestionSpec, kind: Kind, section: str, bench: Bench, group: str | None) -> Question:
    rules = bench.rules
    low, high = (None, None) if kind.name == "file" else bounds(spec, rules)
    return Question(
        name=spec.name.text,
        kind=kind,
        section=section,
        label=text(spec.label, "label", rules),
        group=group,
        hint=optional_text(spec.hint, "hint", rules),
        guidance=optional_text(spec.guidance, "guidance", rules),
        why=optional_text(spec.why, "why", rules),
        easy=compile_easy(spec.easy, rules),
        required=rules.condition(spec.required, "required") if spec.required else spec.confirms is not None,
        required_message=optional_text(spec.required_message, "required_message", rules),
        relevant=rules.rule(spec.relevant, "relevant"),
        read_only=rules.condition(spec.read_only, "read_only"),
        default=default_rule(spec, rules),
        constraint=rules.rule(spec.constraint, "constraint"),
        constraint_message=optional_text(spec.constraint_message, "constraint_message", rules),
        warning=rules.rule(spec.warning, "warning"),
        warning_message=optional_text(spec.warning_message, "warning_message", rules),
        appearance=_appearance(spec, kind, rules.faults),
        min=low,
        max=high,
        max_length=integer(spec.max_length, "max_length", rules.faults),
        decimals=integer(spec.decimals, "decimals", rules.faults, least=0, most=10),
        step=step_of(spec, rules),
        autocomplete=one_of(spec.autocomplete, "autocomplete", AUTOCOMPLETE, rules.faults, "") or "",
        files=file_rules(spec, rules.faults) if kind.name == "file" else None,
        unit=optional_text(spec.unit, "unit", rules),
        personal=word(spec.personal, "personal", PERSONAL, rules.faults, "none"),
        visible_to=compile_readers(spec.visible_to, bench.readers, rules.faults),
        item_label=optional_text(spec.item_label, "item_label", rules),
        each=spec.for_each.text if spec.for_each else "",
        tick=optional_text(spec.tick, "tick", rules),
        prefill=compile_prefill(spec, rules.faults),
        questions=_inside(spec, section, bench),
        rows=tuple(row.name.text for row in spec.rows or ()),
    )


def _naming(spec: QuestionSpec, question: Question, faults: Faults) -> Question:
    """The question with what it names: consent, answer, repertory, heading; a consent tells how to withdraw it."""
    hint = question.hint or (parse_text(AT_ANY_TIME) if question.kind.name == CONSENT else None)
    consent, confirms = (name.text if name else "" for name in (spec.consent, spec.confirms))
    scheme = one_of(spec.scheme, "scheme", SCHEMES, faults, "") or ""
    outside = compile_outside(spec, faults)
    return replace(question, consent=consent, confirms=confirms, scheme=scheme, hint=hint, outside=outside)


def _calculated(spec: QuestionSpec, question: Question, rules: Rules) -> Question:
    """The question with what computes its value, and whether the first value stands."""
    calculation = rules.rule(spec.calculation, "calculation")
    kept = calculation is not None and is_kept(calculation.tree)
    return replace(question, calculation=calculation, kept=kept)


HIDDEN = "hidden"
AT_ANY_TIME = (
    "Vous pouvez changer d’avis à tout moment\u00a0: les réponses que vous aviez données parce que vous acceptiez sont "
    "alors effacées de ce dossier. Un document déjà signé reste tel quel."
)
"""The hint of a consent where its author writes none."""

_MESSAGES = {"constraint_message": "constraint", "required_message": "required", "warning_message": "warning"}
"""The rule without which a message makes no sense."""


def _appearance(spec: QuestionSpec, kind: Kind, faults: Faults) -> str | None:
    """How the question is shown; the kind ``hidden`` never is."""
    known = APPEARANCES.get(kind.name, ())
    return HIDDEN if kind.name == HIDDEN else one_of(spec.appearance, "appearance", known, faults, None)


def _inside(spec: QuestionSpec, section: str, bench: Bench) -> tuple[Question, ...]:
    inside = tuple(compile_question(child, section, bench, spec.name.text) for child in spec.questions or ())
    if spec.appearance is not None and spec.appearance.text == "table":
        for child, question in zip(spec.questions or (), inside, strict=True):
            if not _fits_a_cell(question):
                bench.faults.add(TABLE_CHILD, child.place, name=question.name)
    return inside


def _fits_a_cell(question: Question) -> bool:
    return question.kind.name in CELLS and question.appearance in {None, "minimal", HIDDEN}


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
    if "warning" in given and "warning_message" not in given:
        faults.add(WARNING_WITHOUT_MESSAGE, given["warning"])
    for key, rule in _MESSAGES.items():
        if key in given and rule not in given and not (rule == "required" and "confirms" in given):
            faults.add(MESSAGE_WITHOUT_RULE, given[key], key=key, rule=rule)


def _given(spec: QuestionSpec) -> Mapping[str, Place]:
    """The keys written, each with the place of its value."""
    given: dict[str, Place] = {}
    for field in fields(spec):
        value = getattr(spec, field.name)
        if isinstance(value, Scalar | DeclineSpec | EasySpec):
            given[field.name] = value.place
        elif isinstance(value, tuple):
            given[field.name] = value[0].place if value else spec.place
    return given
