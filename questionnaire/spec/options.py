"""Lists of choices, shared by name or written with their question."""

import re
from collections.abc import Mapping

from questionnaire.spec.declared import ChoiceSpec, FormSpec, QuestionSpec
from questionnaire.spec.faults import BAD_RATING, DUPLICATE_CHOICE, EXCLUSIVE_CHOICE, UNKNOWN_LIST, guess
from questionnaire.spec.model import Choice
from questionnaire.spec.naming import check_choice_name, check_name, check_unique
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.others import other_choice
from questionnaire.spec.rules import Rules
from questionnaire.spec.scalars import boolean
from questionnaire.spec.texts import parse_text
from questionnaire.spec.wording import optional_text, text

Lists = Mapping[str, tuple[Choice, ...]]

OUI_NON = (Choice("oui", parse_text("Oui")), Choice("non", parse_text("Non")))
"""What a question of kind ``yes_no`` offers."""

_MARK = re.compile(r"0|[1-9][0-9]{0,2}")


def shared_lists(spec: FormSpec, rules: Rules) -> Lists:
    """The lists declared for the whole form, by name."""
    lists: dict[str, tuple[Choice, ...]] = {}
    for name, options in spec.choices:
        check_name(name, rules.faults)
        lists[name.text] = _options(options, rules)
    return lists


def choices_of(spec: QuestionSpec, lists: Lists, rules: Rules) -> tuple[Choice, ...]:
    """The options of one question."""
    if spec.choices is None:
        return OUI_NON if spec.kind.text == "yes_no" else ()
    if isinstance(spec.choices, Scalar):
        choices = _shared(spec.choices, lists, rules)
        _check(spec, choices, spec.choices, rules)
    else:
        choices = _options(spec.choices, rules)
        _check(spec, choices, spec.name, rules)
    return _with_other(spec, choices, rules)


def _shared(name: Scalar, lists: Lists, rules: Rules) -> tuple[Choice, ...]:
    if name.text not in lists:
        rules.faults.add(UNKNOWN_LIST, name.place, name=name.text, remedy=guess(name.text, lists))
        return ()
    return lists[name.text]


def _with_other(spec: QuestionSpec, choices: tuple[Choice, ...], rules: Rules) -> tuple[Choice, ...]:
    """The options, « Autre » last where the author asks for it and the list has none."""
    other = other_choice(spec)
    if other is None or any(choice.name == other.name.text for choice in choices):
        return choices
    return (*choices, _option(other, rules))


def _check(spec: QuestionSpec, choices: tuple[Choice, ...], where: Scalar, rules: Rules) -> None:
    """Say which options of a list do not fit the kind of question."""
    if spec.kind.text == "rating":
        for choice in choices:
            if not _MARK.fullmatch(choice.name):
                rules.faults.add(BAD_RATING, where.place, name=choice.name)
    exclusive = next((choice.name for choice in choices if choice.exclusive), None)
    if exclusive is not None and spec.kind.text != "select_multiple":
        rules.faults.add(EXCLUSIVE_CHOICE, where.place, name=exclusive)


def _options(specs: tuple[ChoiceSpec, ...], rules: Rules) -> tuple[Choice, ...]:
    check_unique((spec.name for spec in specs), rules.faults, DUPLICATE_CHOICE)
    return tuple(_option(spec, rules) for spec in specs)


def _option(spec: ChoiceSpec, rules: Rules) -> Choice:
    check_choice_name(spec.name, rules.faults)
    return Choice(
        spec.name.text,
        text(spec.label, "label", rules),
        boolean(spec.exclusive, "exclusive", rules.faults),
        optional_text(spec.hint, "hint", rules),
    )
