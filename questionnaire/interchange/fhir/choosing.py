"""The options of a question: what each is called in our language, and how its answers are recognised."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from questionnaire.interchange.fhir.items import Extension, Item, Option, Value
from questionnaire.interchange.fhir.urls import EXCLUSIVE, HINT, ORDINAL, OWN_NAME, PREFIX
from questionnaire.interchange.names import readable, sound_choice
from questionnaire.interchange.remarking import Remarking
from questionnaire.interchange.wording import plain_text
from questionnaire.spec.declared import ChoiceSpec

_NO_NAME = "Sans nom"
_WEIGHTS = ("ordinalValue", "itemWeight")
_KNOWN = frozenset({EXCLUSIVE, PREFIX, ORDINAL, HINT, OWN_NAME})
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of an item; ``names`` tells what an answer is called, ``selected`` what is ticked beforehand."""

    choices: tuple[ChoiceSpec, ...]
    names: Mapping[Key, str]
    selected: tuple[str, ...]
    weights: Mapping[str, str]
    """What an option counts for, by its name, as it is written."""

    def name(self, value: Value) -> str | None:
        """The choice that an answer is; without a system, the one that has its code. None for none of them."""
        key = key_of(value)
        found = self.names.get(key)
        return found or next((name for (_, code), name in self.names.items() if code == key[1]), None)

    def of_code(self, code: str) -> str | None:
        """The choice that has a code, in any system."""
        return next((name for (_, each), name in self.names.items() if each == code), None)


def key_of(value: Value) -> Key:
    """What tells an option from the others of its item."""
    return value.coding if value.type == "Coding" else ("", _plain(value))


def options_of(item: Item, options: tuple[Option, ...], remarks: Remarking) -> Options:
    """The choices of an item whose options are these."""
    names: dict[Key, str] = {}
    choices, weights = [], {}
    for option in options:
        key = key_of(option.value)
        if key in names:
            remarks.warn_at(
                item.place("answerOption"), f"le choix « {key[1]} » est écrit deux fois : le premier reste."
            )
            continue
        names[key] = _fresh(sound_choice(_own_name(option) or key[1] or _label(option)), frozenset(names.values()))
        weight = next((each.value for each in option.extensions if each.url.endswith(_WEIGHTS)), None)
        if weight is not None:
            weights[names[key]] = str(weight.raw)
        choices.append(_choice(item, option, names[key], remarks))
    selected = tuple(names[key_of(option.value)] for option in options if option.selected)
    for url in dict.fromkeys(url for option in options for url in _unknown(option)):
        remarks.warn_at(item.place("answerOption"), f"l’extension « {url} » des choix : non reprise.")
    return Options(tuple(choices), names, selected, weights)


def _choice(item: Item, option: Option, name: str, remarks: Remarking) -> ChoiceSpec:
    label = plain_text(item.scalar(_label(option), "answerOption"), remarks)
    exclusive = _truth(option.extensions, EXCLUSIVE) and item.repeats
    hint = next((str(each.value.raw) for each in option.extensions if each.url == HINT and each.value), "")
    system, code = option.value.coding
    coded = f"{system}|{code}" if system and code and "|" not in system + code else ""
    return ChoiceSpec(
        code=item.scalar(coded, "answerOption") if coded else None,
        hint=item.scalar(hint, "answerOption") if hint else None,
        place=label.place,
        name=item.scalar(name, "answerOption"),
        label=label,
        exclusive=item.scalar("true", "answerOption") if exclusive else None,
    )


def _own_name(option: Option) -> str:
    """What a form of ours calls an option that goes by its code elsewhere."""
    return next((str(each.value.raw) for each in option.extensions if each.url == OWN_NAME and each.value), "")


def _label(option: Option) -> str:
    prefix = next((str(each.value.raw) for each in option.extensions if each.url == PREFIX and each.value), "")
    raw = option.value.raw
    said = (
        str(raw.get("display") or readable(str(raw.get("code", "")))) if isinstance(raw, dict) else _plain(option.value)
    )
    return " ".join(part for part in (prefix, said) if part) or _NO_NAME


def _plain(value: Value) -> str:
    if isinstance(value.raw, dict):
        return str(value.raw.get("reference") or value.raw.get("display") or "")
    return str(value.raw)


def _truth(extensions: tuple[Extension, ...], url: str) -> bool:
    return any(each.url == url and each.value is not None and each.value.raw is True for each in extensions)


def _unknown(option: Option) -> Iterator[str]:
    for each in option.extensions:
        if each.url not in _KNOWN and not each.url.endswith(_WEIGHTS):
            yield each.url


def _fresh(name: str, taken: frozenset[str]) -> str:
    found, number = name, 1
    while found in taken:
        number += 1
        found = f"{name}_{number}"
    return found
