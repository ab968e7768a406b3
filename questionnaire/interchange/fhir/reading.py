"""JSON read into a Questionnaire: bounded, typed; what breaks the rules of FHIR is refused by item."""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import count
from typing import Any, cast

from questionnaire.interchange.fhir.items import Condition, Extension, Item, Option, Questionnaire, Value
from questionnaire.interchange.fhir.remarks import Remarks, refused

MEGABYTE = 1_000_000
LARGEST = 10 * MEGABYTE
"""Bytes of a file."""

MOST_ITEMS = 5_000
DEEPEST = 20
"""Items in one another."""

TYPES = frozenset(
    {
        "group", "display", "boolean", "decimal", "integer", "date", "dateTime", "time", "string", "text", "url",
        "choice", "open-choice", "attachment", "reference", "quantity",
    }
)  # fmt: skip
OPERATORS = frozenset({"exists", "=", "!=", ">", "<", ">=", "<="})
_KNOWN = frozenset(
    {
        "linkId", "type", "text", "prefix", "enableWhen", "enableBehavior", "required", "repeats", "readOnly",
        "maxLength", "answerOption", "answerValueSet", "initial", "extension", "item", "id", "code",
    }
)  # fmt: skip
_DROPPED = {
    "definition": "la définition (« definition »)",
    "_text": "la mise en forme du libellé",
}
Json = Mapping[str, Any]


def read_resource(content: bytes, kind: str) -> Json:
    """The JSON of one resource of that kind. Raises Refused."""
    if not content:
        raise refused("Le fichier est vide.")
    if len(content) > LARGEST:
        raise refused(f"Le fichier dépasse {LARGEST // MEGABYTE} Mo.")
    try:
        data = json.loads(content.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_no_number)
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 0)
        where = f", ligne {line}" if line else ""
        raise refused(f"Ce fichier n’est pas du JSON{where}.", "Enregistrez la ressource FHIR en JSON.") from error
    found = data.get("resourceType") if isinstance(data, dict) else None
    if found == "Bundle":
        return _of_bundle(cast("Json", data), kind)
    if found != kind:
        other = f"une ressource « {found} »" if isinstance(found, str) else "autre chose"
        raise refused(f"Ce fichier est {other}, et non une ressource FHIR « {kind} ».")
    return cast("Json", data)


def _no_number(word: str) -> None:
    raise ValueError(word)


def _of_bundle(bundle: Json, kind: str) -> Json:
    entries = [entry.get("resource") for entry in _objects(bundle, "entry")]
    found = [each for each in entries if isinstance(each, dict) and each.get("resourceType") == kind]
    if len(found) != 1:
        raise refused(f"Ce lot contient {len(found)} ressources « {kind} », et non une seule.", "Donnez-la seule.")
    return found[0]


def read_questionnaire(content: bytes, remarks: Remarks) -> Questionnaire:
    """The questionnaire of a file. Raises Refused, which tells all that stands in the way."""
    data = read_resource(content, "Questionnaire")
    items = _Reader(remarks)
    top = items.whole(data)
    remarks.check()
    contained = [each for each in _objects(data, "contained") if each.get("resourceType") == "ValueSet"]
    return Questionnaire(
        top=top,
        name=_text(data, "name"),
        title=_text(data, "title"),
        version=_text(data, "version"),
        url=_text(data, "url"),
        value_sets={_text(each, "id"): tuple(_concepts(each)) for each in contained},
    )


class _Reader:
    """Reads items, and says what of each is wrong or unknown."""

    def __init__(self, remarks: Remarks) -> None:
        self._remarks = remarks
        self._numbers = count(2)

    def whole(self, data: Json) -> Item:
        """The questionnaire as the item that holds all others."""
        return Item(
            1, "", "group", _text(data, "description"), extensions=_extensions(data), items=self._items(data, 1)
        )

    def _items(self, data: Json, depth: int) -> tuple[Item, ...]:
        if depth > DEEPEST:
            raise refused(f"Plus de {DEEPEST} éléments se tiennent l’un dans l’autre.")
        return tuple(self._item(each, depth) for each in _objects(data, "item"))

    def _item(self, data: Json, depth: int) -> Item:
        number = next(self._numbers)
        if number > MOST_ITEMS + 1:
            raise refused(f"Le questionnaire a plus de {MOST_ITEMS} éléments.", "Faites-en plusieurs formulaires.")
        link = _text(data, "linkId")
        self._remarks.name_item(number, link or f"n° {number - 1}")
        item = Item(
            number=number,
            link=link,
            type=_text(data, "type"),
            text=" ".join(part for part in (_text(data, "prefix"), _text(data, "text")) if part),
            conditions=tuple(_condition(each) for each in _objects(data, "enableWhen")),
            any_of=data.get("enableBehavior") == "any",
            required=data.get("required") is True,
            repeats=data.get("repeats") is True,
            read_only=data.get("readOnly") is True,
            max_length=_whole(data.get("maxLength")),
            options=tuple(_option(each) for each in _objects(data, "answerOption")),
            value_set=_text(data, "answerValueSet"),
            initial=tuple(_value(each) for each in _objects(data, "initial")),
            codes=tuple(_codes(data)),
            extensions=_extensions(data),
            items=self._items(data, depth + 1),
        )
        self._check(item, data)
        return item

    def _check(self, item: Item, data: Json) -> None:
        place = item.place("linkId")
        if not item.link:
            self._remarks.refuse_at(place, "il n’a pas de « linkId ».", "Donnez-en un à chaque élément.")
        if item.type not in TYPES:
            self._remarks.refuse_at(item.place("type"), f"le type « {item.type} » n’existe pas en FHIR R4.")
        if "modifierExtension" in data:
            self._remarks.refuse_at(place, "il a une extension qui change son sens, et que l’on ne connaît pas.")
        for condition in item.conditions:
            if condition.operator not in OPERATORS:
                message = f"l’opérateur « {condition.operator} » n’existe pas en FHIR R4."
                self._remarks.refuse_at(item.place("enableWhen"), message)
        if len(item.codes) < len(_objects(data, "code")):
            message = "un code sans l’adresse de sa terminologie (« system ») : non repris."
            self._remarks.warn_at(item.place("code"), message)
        for key in data.keys() - _KNOWN:
            what = _DROPPED.get(key, f"« {key} »")
            self._remarks.warn_at(place, f"{what} : non repris.")


def _concepts(value_set: Json) -> Iterator[Option]:
    """The concepts that a value set lists, expanded or composed."""
    expansion = value_set.get("expansion")
    if isinstance(expansion, dict):
        yield from (Option(Value("Coding", each)) for each in _objects(expansion, "contains"))
        return
    compose = value_set.get("compose")
    for include in _objects(compose, "include") if isinstance(compose, dict) else ():
        for concept in _objects(include, "concept"):
            coding = {"system": include.get("system", ""), **concept}
            yield Option(Value("Coding", coding), extensions=_extensions(concept))


def _codes(data: Json) -> Iterator[str]:
    """The codes of an item, as our language writes them; one without the address of its terminology says nothing."""
    for each in _objects(data, "code"):
        said = [_text(each, key).replace("|", " ") for key in ("system", "code", "display")]
        if all(said[:2]):
            yield "|".join(part for part in said if part)


def _condition(data: Json) -> Condition:
    return Condition(_text(data, "question"), _text(data, "operator"), _value(data, "answer"))


def _option(data: Json) -> Option:
    value = _value(data)
    inside = _extensions(value.raw) if isinstance(value.raw, dict) else ()
    return Option(value, data.get("initialSelected") is True, (*_extensions(data), *inside))


def _extensions(data: Json) -> tuple[Extension, ...]:
    return tuple(_extension(each) for each in _objects(data, "extension"))


def _extension(data: Json) -> Extension:
    value = _value(data)
    return Extension(_text(data, "url"), value if value.type else None, _extensions(data))


def _value(data: Json, stem: str = "value") -> Value:
    key = next((key for key in data if key.startswith(stem) and key[len(stem) :][:1].isupper()), "")
    return Value(key[len(stem) :], data.get(key))


def _objects(data: Json, key: str) -> tuple[Json, ...]:
    """The objects of a list; anything else is no FHIR, and refused."""
    found = data.get(key, ())
    if not isinstance(found, list | tuple) or not all(isinstance(each, dict) for each in found):
        raise refused(f"« {key} » n’est pas une liste d’objets.", link=_text(data, "linkId"))
    return tuple(found)


def _text(data: Json, key: str) -> str:
    found = data.get(key)
    return found.strip() if isinstance(found, str) else ""


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
