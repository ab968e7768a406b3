"""From YAML's content to a declared form: every key known, in its place, of the right shape."""

from collections.abc import Callable, Iterable
from dataclasses import MISSING, dataclass, fields
from keyword import iskeyword
from typing import Any, TypeVar

from questionnaire.spec.declared import (
    AfterSpec,
    ChoiceLists,
    ChoiceSpec,
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
from questionnaire.spec.declared_scores import (
    BandSpec,
    ChartSpec,
    CriterionSpec,
    QuarterSpec,
    ScoresSpec,
    SectorSpec,
)
from questionnaire.spec.faults import (
    BLANK_VALUE,
    BRACE_IN_TEXT,
    COMMA_IN_TEXT,
    EMPTY_LIST,
    EXPECTED_KEYS,
    EXPECTED_LIST,
    EXPECTED_VALUE,
    HASH_IN_TEXT,
    MISSING_KEY,
    NOT_YET_SUPPORTED,
    UNKNOWN_KEY,
    Faults,
    guess,
)
from questionnaire.spec.keys import NOT_YET, REPLACING, SYNONYMS, TEXTS
from questionnaire.spec.nodes import Mapping, Node, Place, Scalar, Sequence

Spec = TypeVar(
    "Spec",
    AfterSpec,
    ChoiceSpec,
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
    SectorSpec,
    BandSpec,
    ScoresSpec,
    CriterionSpec,
    QuarterSpec,
    ChartSpec,
    FormSpec,
)
_LANGUAGES = frozenset({"fr", "en"})

Reader = Callable[["_Entry"], object]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A key, its value, and where to complain."""

    key: str
    place: Place
    node: Node
    faults: Faults


def declare(node: Node, faults: Faults) -> FormSpec | None:
    """The declared form; None when the file is not even a list of keys."""
    return _spec(FormSpec, "form", node, faults)


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
            read = _READERS.get((cls, name.text), _value)
            values[field_of(name.text)] = read(_Entry(name.text, name.place, value, faults))
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


def _value(entry: _Entry) -> Scalar | None:
    """One value; in a text, what YAML made of French punctuation is said as such."""
    node = entry.node
    text = entry.key in TEXTS
    if not isinstance(node, Scalar):
        _not_a_value(entry, text=text)
        return None
    if text and node.followed_by_comment:
        entry.faults.add(HASH_IN_TEXT, node.place)
    elif not node.text.strip():
        entry.faults.add(BLANK_VALUE, entry.place, key=entry.key)
        return None
    return node


def _not_a_value(entry: _Entry, *, text: bool) -> None:
    node = entry.node
    if text and isinstance(node, Mapping) and node.flow and _all_blank(node):
        entry.faults.add(BRACE_IN_TEXT, node.place)
    elif (
        text and isinstance(node, Mapping) and node.entries and {name.text for name, _ in node.entries} <= _LANGUAGES
    ):  # fr, en
        entry.faults.add(NOT_YET_SUPPORTED, entry.place, what="un texte en plusieurs langues")
    elif text and isinstance(node, Sequence):
        entry.faults.add(NOT_YET_SUPPORTED, entry.place, what="un texte à variantes")
    elif isinstance(node, Mapping) and any(name.text in NOT_YET for name, _ in node.entries):
        entry.faults.add(NOT_YET_SUPPORTED, entry.place, what=f"cette écriture de « {entry.key} »")
    else:
        entry.faults.add(EXPECTED_VALUE, node.place, key=entry.key)


def _all_blank(node: Mapping) -> bool:
    return all(isinstance(value, Scalar) and not value.text for _, value in node.entries)


def _items(entry: _Entry) -> Iterable[Node]:
    if not isinstance(entry.node, Sequence):
        entry.faults.add(EXPECTED_LIST, entry.node.place, key=entry.key)
        return ()
    if not entry.node.items:
        entry.faults.add(EMPTY_LIST, entry.place, key=entry.key)
    return entry.node.items


def _list_of(cls: type[Spec]) -> Callable[[_Entry], tuple[Spec, ...]]:
    def read(entry: _Entry) -> tuple[Spec, ...]:
        specs = (_spec(cls, entry.key, item, entry.faults) for item in _items(entry))
        return tuple(spec for spec in specs if spec is not None)

    return read


def _values(entry: _Entry) -> tuple[Scalar, ...]:
    """One value or several."""
    nodes = (entry.node,) if isinstance(entry.node, Scalar) else _items(entry)
    read = (_value(_Entry(entry.key, node.place, node, entry.faults)) for node in nodes)
    return tuple(value for value in read if value is not None)


def _named(entry: _Entry) -> tuple[tuple[Scalar, Node], ...]:
    if not isinstance(entry.node, Mapping):
        entry.faults.add(EXPECTED_KEYS, entry.node.place, key=entry.key)
        return ()
    return entry.node.entries


def _choice_lists(entry: _Entry) -> ChoiceLists:
    return tuple((name, _listed(_Entry(name.text, name.place, node, entry.faults))) for name, node in _named(entry))


def _listed(entry: _Entry) -> tuple[ChoiceSpec, ...] | ListSpec:
    """The choices of a list, or where it takes them."""
    if isinstance(entry.node, Mapping) and any(key.text in keys_of(ListSpec) for key, _ in entry.node.entries):
        return _spec(ListSpec, entry.key, entry.node, entry.faults) or ()
    return _options(entry)


def _options(entry: _Entry) -> tuple[ChoiceSpec, ...]:
    return _list_of(ChoiceSpec)(entry)


def _choices(entry: _Entry) -> Scalar | tuple[ChoiceSpec, ...] | None:
    return _value(entry) if isinstance(entry.node, Scalar) else _options(entry)


def _parties(entry: _Entry) -> Parties:
    specs = ((name, _spec(PartySpec, name.text, node, entry.faults)) for name, node in _named(entry))
    return tuple((name, spec) for name, spec in specs if spec is not None)


def _decline(entry: _Entry) -> DeclineSpec | None:
    return _spec(DeclineSpec, entry.key, entry.node, entry.faults)


def _easy(entry: _Entry) -> EasySpec | None:
    return _spec(EasySpec, entry.key, entry.node, entry.faults)


def _people(entry: _Entry) -> PeopleSpec | None:
    return _spec(PeopleSpec, entry.key, entry.node, entry.faults)


def _scores(entry: _Entry) -> ScoresSpec | None:
    return _spec(ScoresSpec, entry.key, entry.node, entry.faults)


def _paper(entry: _Entry) -> PaperSpec | None:
    return _spec(PaperSpec, entry.key, entry.node, entry.faults)


_READERS: dict[tuple[type[Any], str], Reader] = {
    (FormSpec, "choices"): _choice_lists,
    (FormSpec, "parties"): _parties,
    (FormSpec, "people"): _people,
    (FormSpec, "after"): _list_of(AfterSpec),
    (FormSpec, "stages"): _list_of(StageSpec),
    (FormSpec, "sections"): _list_of(SectionSpec),
    (FormSpec, "scores"): _scores,
    (FormSpec, "charts"): _list_of(ChartSpec),
    (FormSpec, "circuit"): _list_of(StepSpec),
    (FormSpec, "document"): _paper,
    (FormSpec, "examples"): _values,
    (SectionSpec, "questions"): _list_of(QuestionSpec),
    (QuestionSpec, "questions"): _list_of(QuestionSpec),
    (QuestionSpec, "rows"): _list_of(RowSpec),
    (QuestionSpec, "choices"): _choices,
    (QuestionSpec, "may_decline"): _decline,
    (QuestionSpec, "accept"): _values,
    (QuestionSpec, "prefill"): _values,
    (QuestionSpec, "visible_to"): _values,
    (QuestionSpec, "easy"): _easy,
    (SectionSpec, "easy"): _easy,
    (PartySpec, "role"): _values,
    (StageSpec, "by"): _values,
    (StageSpec, "sections"): _values,
    (StepSpec, "any_order"): _values,
    (ScoresSpec, "sectors"): _list_of(SectorSpec),
    (ScoresSpec, "bands"): _list_of(BandSpec),
    (SectorSpec, "mean"): _values,
    (ChartSpec, "quarters"): _list_of(QuarterSpec),
    (QuarterSpec, "criteria"): _list_of(CriterionSpec),
}
"""How to read the keys that hold more than one value."""
