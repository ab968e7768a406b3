"""The JSON Schema of specs, by which an editor completes keys and underlines mistakes while a form is written.

It follows the declared model: a key added there is in the schema. What it accepts may still be no form (names that
do not exist, rules that do not parse): the check decides. What is a form, it accepts.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from questionnaire.spec.advice.details import CATALOGUE
from questionnaire.spec.declared import (
    AcknowledgedSpec,
    AfterSpec,
    ChoiceSpec,
    CrossRuleSpec,
    DeclineSpec,
    EasySpec,
    FormSpec,
    ListSpec,
    PaperSpec,
    PartySpec,
    PeopleSpec,
    QuestionSpec,
    RowSpec,
    SectionSpec,
    StageSpec,
    StepSpec,
)
from questionnaire.spec.declared_blocks import BlockSpec, IncludeSpec, OverrideSpec
from questionnaire.spec.declared_filing import AlertSpec, ColumnSpec, RegisterSpec, RetentionSpec
from questionnaire.spec.declared_scores import (
    BandSpec,
    ChartSpec,
    CriterionSpec,
    QuarterSpec,
    ScoresSpec,
    SectorSpec,
)
from questionnaire.spec.declaring import field_of, keys_of
from questionnaire.spec.file_types import ACCEPTS
from questionnaire.spec.guide import Guide
from questionnaire.spec.keys import APPEARANCES, AUTOCOMPLETE, BY_KIND, NEEDED, TEXTS
from questionnaire.spec.kinds import KINDS
from questionnaire.spec.kinds.identifiers import SCHEMES
from questionnaire.spec.naming import NAME_PATTERN, RESERVED
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.roles import ROLES
from questionnaire.spec.words import WORDS, served

Schema = dict[str, Any]

PLACES: dict[type[Any], str] = {
    FormSpec: "the form",
    ChoiceSpec: "a choice",
    ListSpec: "a list that is not written in the form",
    DeclineSpec: "may_decline",
    EasySpec: "easy",
    SectionSpec: "a section",
    QuestionSpec: "a question",
    RowSpec: "a row of a grid",
    BlockSpec: "a block",
    IncludeSpec: "an inclusion",
    OverrideSpec: "override",
    PartySpec: "a party",
    PeopleSpec: "people",
    AfterSpec: "what comes before",
    StageSpec: "a stage",
    StepSpec: "a step of the circuit",
    PaperSpec: "the document",
    CrossRuleSpec: "a rule on several answers",
    RegisterSpec: "the register",
    ColumnSpec: "a column of the register",
    AlertSpec: "an alert of the register",
    RetentionSpec: "the retention",
    ScoresSpec: "the scores",
    SectorSpec: "a sector",
    BandSpec: "a band",
    ChartSpec: "a chart",
    QuarterSpec: "a quarter",
    CriterionSpec: "a criterion",
    AcknowledgedSpec: "an acknowledged piece of advice",
}
"""How the guide calls what each part of the model describes."""

_VALUE: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
"""Any single value: editors read ``01`` as a number and ``true`` as a truth, we read both as they are written."""

_TRUTH: Schema = {"type": ["boolean", "string"], "pattern": "^(true|false)$"}
_CONDITION: Schema = {"type": ["boolean", "string"], "pattern": r"\S"}
_COUNT: Schema = {"type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]+$"}
_NAME: Schema = {"type": "string", "pattern": f"^{NAME_PATTERN}$", "not": {"enum": sorted(RESERVED)}}
_CHOICE_NAME: Schema = {**_VALUE, "pattern": r"^\S{1,64}$"}

_LEAVES: Mapping[str, Schema] = {
    **{key: {"enum": list(served(words))} for key, words in WORDS.items()},
    **dict.fromkeys(
        ("form", "name", "party", "choices", "block", "include", "prefix", "for_each", "confirms", "at"), _NAME
    ),
    **dict.fromkeys(("lexicon", "exclusive", "other", "shuffle", "blocking", "overall"), _TRUTH),
    **dict.fromkeys(("required", "read_only"), _CONDITION),
    **dict.fromkeys(("minutes", "max_length", "max_size", "min_days", "max_days", "decimals", "minimum"), _COUNT),
    "role": {"enum": list(ROLES)},
    "kind": {"enum": list(KINDS)},
    "autocomplete": {"enum": list(AUTOCOMPLETE)},
    "scheme": {"enum": list(SCHEMES)},
    "accept": {"enum": list(ACCEPTS)},
    "advice": {"enum": list(CATALOGUE)},
}
"""What a single value may be under these keys; any value under the others."""


_VARIED = frozenset({SectionSpec, QuestionSpec, RowSpec, EasySpec})
"""Where a text may have variants."""

_VARIANTS: Schema = {
    "type": "array",
    "minItems": 2,
    "description": "Each text with the condition that chooses it; the last, for all other cases, has none.",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "required": ["text"],
        "properties": {"when": _VALUE, "text": _VALUE},
    },
}


def schema(guide: Guide) -> Schema:
    """The schema (JSON Schema, draft 7), which tells of each key what ``guide`` tells."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A form",
        **_object(FormSpec, guide),
        "definitions": {_called(cls): _object(cls, guide) for cls in PLACES if cls is not FormSpec},
        "$defs": {"variants": _VARIANTS},
    }


def _called(cls: type[Any]) -> str:
    return cls.__name__.removesuffix("Spec").lower()


def _object(cls: type[Any], guide: Guide) -> Schema:
    hints = get_type_hints(cls)
    meanings = guide.keys.get(PLACES[cls], {})
    described: Schema = {
        "type": "object",
        "additionalProperties": False,
        "required": [field.name for field in fields(cls) if field.name != "place" and field.default is MISSING],
        "properties": {
            key: {
                "title": key,
                "description": meanings.get(key, ""),
                **_shape(hints[field_of(key)], _leaf(cls, key, guide)),
            }
            for key in keys_of(cls)
        },
    }
    return described | _TOGETHER.get(cls, dict)()


def _of_steps() -> Schema:
    """A step is that of one party or of several."""
    return {"oneOf": [{"required": ["party"]}, {"required": ["any_order"]}]}


def _of_parties() -> Schema:
    """A party has a role, or is an answer."""
    return {"anyOf": [{"required": ["role"]}, {"required": ["person"]}]}


def _leaf(cls: type[Any], key: str, guide: Guide) -> Schema:
    """What a single value may be under a key."""
    if key == "name" and cls in (ChoiceSpec, DeclineSpec):
        return _CHOICE_NAME
    if cls is PeopleSpec:
        return _NAME  # each is a question, even « role »
    if cls is RetentionSpec and key == "archive":
        return _VALUE  # a length of time; that of a form is a word
    if key == "kind":
        return {**_LEAVES[key], "enumDescriptions": [guide.kinds.get(kind, "") for kind in KINDS]}
    if cls in _VARIED and key in TEXTS:
        return {"anyOf": [_VALUE, {"$ref": "#/$defs/variants"}]}
    return _LEAVES.get(key, _VALUE)


def _shape(hint: Any, leaf: Schema) -> Schema:  # noqa: ANN401  # a type as Python writes it has no type of its own
    """What may stand where the model declares ``hint``; ``leaf`` where that is a single value."""
    if hint is Scalar:
        return leaf
    if is_dataclass(hint):
        return {"allOf": [_reference(hint)]}
    inside = [part for part in get_args(hint) if part not in (NoneType, Ellipsis)]
    if get_origin(hint) is tuple:
        return _several(inside[0], leaf)
    shapes = [_shape(part, leaf) for part in inside]
    return shapes[0] if len(shapes) == 1 else {"anyOf": shapes}


def _several(item: Any, leaf: Schema) -> Schema:  # noqa: ANN401  # same
    if item is Scalar:
        return {"anyOf": [leaf, {"type": "array", "minItems": 1, "items": leaf}]}
    if is_dataclass(item):
        return {"type": "array", "minItems": 1, "items": _ASKED if item is QuestionSpec else _reference(item)}
    _, named = get_args(item)
    return {"type": "object", "propertyNames": _NAME, "additionalProperties": _shape(named, leaf)}


def _reference(cls: Any) -> Schema:  # noqa: ANN401  # same
    return {"$ref": f"#/definitions/{_called(cls)}"}


_ASKED: Schema = {
    "if": {"required": ["include"]},
    "then": _reference(IncludeSpec),
    "else": _reference(QuestionSpec),
}
"""Where questions stand, a block may be included."""


def _of_questions() -> Schema:
    """Keys that go together, then what each kind asks of its questions."""
    return {
        "dependencies": {
            "constraint": ["constraint_message"],
            "constraint_message": ["constraint"],
            "required_message": {"anyOf": [{"required": ["required"]}, {"required": ["confirms"]}]},
            "warning": ["warning_message"],
            "warning_message": ["warning"],
        },
        "allOf": list(_of_kinds()),
    }


def _of_kinds() -> Iterator[Schema]:
    for kind in KINDS:
        keys = BY_KIND[kind] if kind in APPEARANCES else BY_KIND[kind] - {"appearance"}
        then: Schema = {"propertyNames": {"enum": sorted(keys)}, "required": list(NEEDED.get(kind, ()))}
        if kind in APPEARANCES:
            then["properties"] = {"appearance": {"enum": list(APPEARANCES[kind])}}
        yield {"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": then}


_TOGETHER: Mapping[type[Any], Callable[[], Schema]] = {
    StepSpec: _of_steps,
    PartySpec: _of_parties,
    QuestionSpec: _of_questions,
}
"""What is said of the keys of a place together."""
