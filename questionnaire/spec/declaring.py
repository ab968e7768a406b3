"""From YAML's content to a declared form: every key known, in its place, of the right shape."""

from collections.abc import Callable
from dataclasses import MISSING, fields
from keyword import iskeyword
from typing import Any, TypeVar

from questionnaire.spec.declared import (
    AcknowledgedSpec,
    AfterSpec,
    ChoiceLists,
    ChoiceSpec,
    CrossRuleSpec,
    DeclineSpec,
    EasySpec,
    FormSpec,
    ListSpec,
    PaperSpec,
    Parties,
    PartySpec,
    PeopleSpec,
    QuestionSpec,
    RowSpec,
    SectionSpec,
    StageSpec,
    StepSpec,
)
from questionnaire.spec.declared_blocks import BlockSpec, IncludeSpec, Overrides, OverrideSpec
from questionnaire.spec.declared_filing import Alerts, AlertSpec, ColumnSpec, RegisterSpec, RetentionSpec
from questionnaire.spec.declared_scores import (
    BandSpec,
    ChartSpec,
    CriterionSpec,
    QuarterSpec,
    ScoresSpec,
    SectorSpec,
)
from questionnaire.spec.entries import Entry, items_of, named_in, value_of, values_of
from questionnaire.spec.faults import (
    COMMA_IN_TEXT,
    EXPECTED_KEYS,
    MISSING_KEY,
    NOT_YET_SUPPORTED,
    UNKNOWN_KEY,
    Faults,
    guess,
)
from questionnaire.spec.keys import NOT_YET, REPLACING, SYNONYMS
from questionnaire.spec.nodes import Mapping, Node, Scalar

Spec = TypeVar(
    "Spec",
    AcknowledgedSpec,
    AfterSpec,
    ChoiceSpec,
    CrossRuleSpec,
    DeclineSpec,
    EasySpec,
    ListSpec,
    QuestionSpec,
    RowSpec,
    SectionSpec,
    PartySpec,
    PeopleSpec,
    StageSpec,
    StepSpec,
    PaperSpec,
    ColumnSpec,
    AlertSpec,
    RegisterSpec,
    RetentionSpec,
    SectorSpec,
    BandSpec,
    ScoresSpec,
    CriterionSpec,
    QuarterSpec,
    ChartSpec,
    BlockSpec,
    IncludeSpec,
    OverrideSpec,
    FormSpec,
)
Reader = Callable[["Entry"], object]


def declare(node: Node, faults: Faults) -> FormSpec | None:
    """The declared form; None when the file is not even a list of keys."""
    return _spec(FormSpec, "form", node, faults)


def declare_block(node: Node, faults: Faults) -> BlockSpec | None:
    """A declared block; None when its file is not even a list of keys."""
    return _spec(BlockSpec, "block", node, faults)


def declare_include(node: Node, faults: Faults) -> IncludeSpec | None:
    """What a form says where it includes a block."""
    return _spec(IncludeSpec, "include", node, faults)


def keys_of(spec: type[Any]) -> tuple[str, ...]:
    """The keys that may be written at one place of a file, in the order of the reference page."""
    return tuple(field.name.removesuffix("_") for field in fields(spec) if field.name != "place")


def field_of(key: str) -> str:
    """The field that holds a key: a key that is a word of Python has ``_`` after it."""
    return f"{key}_" if iskeyword(key) else key


def _spec(cls: type[Spec], key: str, node: Node, faults: Faults) -> Spec | None:
    if not isinstance(node, Mapping):
        faults.add(EXPECTED_KEYS, node.place, key=key)
        return None
    values: dict[str, object] = {}
    for name, value in node.entries:
        if name.text in keys_of(cls):
            read = _READERS.get((cls, name.text), value_of)
            values[field_of(name.text)] = read(Entry(name.text, name.place, value, faults))
        else:
            _unknown(cls, name, value, faults, flow=node.flow)
    if any(name.text in REPLACING and name.text not in values for name, _ in node.entries):
        return None
    return cls(place=node.place, **_complete(cls, values, node, faults))


def _unknown(cls: type[Spec], name: Scalar, value: Node, faults: Faults, *, flow: bool) -> None:
    if name.text in NOT_YET:
        faults.add(NOT_YET_SUPPORTED, name.place, what=f"la clé « {name.text} »")
    elif flow and isinstance(value, Scalar) and not value.text:
        faults.add(COMMA_IN_TEXT, name.place, word=name.text)
    else:
        faults.add(UNKNOWN_KEY, name.place, key=name.text, remedy=guess(name.text, keys_of(cls), SYNONYMS))


def _complete(cls: type[Spec], values: dict[str, object], node: Mapping, faults: Faults) -> dict[str, Any]:
    """The values without blanks; what is missing is said once, then stands as an empty text or list."""
    kept = {name: value for name, value in values.items() if value is not None}
    for field in fields(cls):
        if field.name in kept or field.name == "place" or field.default is not MISSING:
            continue
        if field.name not in values:
            faults.add(MISSING_KEY, node.place, key=field.name)
        kept[field.name] = Scalar("", node.place) if field.type is Scalar else ()
    return kept


def _list_of(cls: type[Spec]) -> Callable[[Entry], tuple[Spec, ...]]:
    def read(entry: Entry) -> tuple[Spec, ...]:
        specs = (_spec(cls, entry.key, item, entry.faults) for item in items_of(entry))
        return tuple(spec for spec in specs if spec is not None)

    return read


def _choice_lists(entry: Entry) -> ChoiceLists:
    return tuple((name, _listed(Entry(name.text, name.place, node, entry.faults))) for name, node in named_in(entry))


def _listed(entry: Entry) -> tuple[ChoiceSpec, ...] | ListSpec:
    """The choices of a list, or where it takes them."""
    if isinstance(entry.node, Mapping) and any(key.text in keys_of(ListSpec) for key, _ in entry.node.entries):
        return _spec(ListSpec, entry.key, entry.node, entry.faults) or ()
    return _options(entry)


def _options(entry: Entry) -> tuple[ChoiceSpec, ...]:
    return _list_of(ChoiceSpec)(entry)


def _choices(entry: Entry) -> Scalar | tuple[ChoiceSpec, ...] | None:
    return value_of(entry) if isinstance(entry.node, Scalar) else _options(entry)


def _parties(entry: Entry) -> Parties:
    specs = ((name, _spec(PartySpec, name.text, node, entry.faults)) for name, node in named_in(entry))
    return tuple((name, spec) for name, spec in specs if spec is not None)


def _overrides(entry: Entry) -> Overrides:
    specs = ((name, _spec(OverrideSpec, name.text, node, entry.faults)) for name, node in named_in(entry))
    return tuple((name, spec) for name, spec in specs if spec is not None)


def _decline(entry: Entry) -> DeclineSpec | None:
    return _spec(DeclineSpec, entry.key, entry.node, entry.faults)


def _easy(entry: Entry) -> EasySpec | None:
    return _spec(EasySpec, entry.key, entry.node, entry.faults)


def _people(entry: Entry) -> PeopleSpec | None:
    return _spec(PeopleSpec, entry.key, entry.node, entry.faults)


def _scores(entry: Entry) -> ScoresSpec | None:
    return _spec(ScoresSpec, entry.key, entry.node, entry.faults)


def _paper(entry: Entry) -> PaperSpec | None:
    return _spec(PaperSpec, entry.key, entry.node, entry.faults)


def _register(entry: Entry) -> RegisterSpec | None:
    return _spec(RegisterSpec, entry.key, entry.node, entry.faults)


def _alerts(entry: Entry) -> Alerts:
    specs = ((name, _spec(AlertSpec, name.text, node, entry.faults)) for name, node in named_in(entry))
    return tuple((name, spec) for name, spec in specs if spec is not None)


def _retention(entry: Entry) -> RetentionSpec | None:
    return _spec(RetentionSpec, entry.key, entry.node, entry.faults)


_READERS: dict[tuple[type[Any], str], Reader] = {
    (FormSpec, "choices"): _choice_lists,
    (BlockSpec, "choices"): _choice_lists,
    (BlockSpec, "questions"): _list_of(QuestionSpec),
    (IncludeSpec, "override"): _overrides,
    (OverrideSpec, "easy"): _easy,
    (FormSpec, "parties"): _parties,
    (FormSpec, "people"): _people,
    (FormSpec, "after"): _list_of(AfterSpec),
    (FormSpec, "stages"): _list_of(StageSpec),
    (FormSpec, "sections"): _list_of(SectionSpec),
    (FormSpec, "rules"): _list_of(CrossRuleSpec),
    (FormSpec, "scores"): _scores,
    (FormSpec, "charts"): _list_of(ChartSpec),
    (FormSpec, "circuit"): _list_of(StepSpec),
    (FormSpec, "document"): _paper,
    (FormSpec, "register"): _register,
    (FormSpec, "retention"): _retention,
    (RegisterSpec, "columns"): _list_of(ColumnSpec),
    (RegisterSpec, "filters"): values_of,
    (RegisterSpec, "alerts"): _alerts,
    (FormSpec, "examples"): values_of,
    (FormSpec, "acknowledged"): _list_of(AcknowledgedSpec),
    (AcknowledgedSpec, "of"): values_of,
    (SectionSpec, "questions"): _list_of(QuestionSpec),
    (QuestionSpec, "questions"): _list_of(QuestionSpec),
    (QuestionSpec, "rows"): _list_of(RowSpec),
    (QuestionSpec, "choices"): _choices,
    (QuestionSpec, "may_decline"): _decline,
    (QuestionSpec, "accept"): values_of,
    (QuestionSpec, "codes"): values_of,
    (QuestionSpec, "prefill"): values_of,
    (QuestionSpec, "visible_to"): values_of,
    (QuestionSpec, "easy"): _easy,
    (SectionSpec, "easy"): _easy,
    (SectionSpec, "codes"): values_of,
    (PartySpec, "role"): values_of,
    (StageSpec, "by"): values_of,
    (StageSpec, "sections"): values_of,
    (StepSpec, "any_order"): values_of,
    (ScoresSpec, "sectors"): _list_of(SectorSpec),
    (ScoresSpec, "bands"): _list_of(BandSpec),
    (SectorSpec, "mean"): values_of,
    (ChartSpec, "quarters"): _list_of(QuarterSpec),
    (QuarterSpec, "criteria"): _list_of(CriterionSpec),
}
"""How to read the keys that hold more than one value."""
