"""Lists of choices, shared by name or written with their question."""

from collections.abc import Mapping

from questionnaire.spec.declared import ChoiceSpec, FormSpec, QuestionSpec
from questionnaire.spec.faults import DUPLICATE_CHOICE, EXCLUSIVE_CHOICE, UNKNOWN_LIST, guess
from questionnaire.spec.model import Choice
from questionnaire.spec.naming import check_choice_name, check_name, check_unique
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.rules import Rules
from questionnaire.spec.scalars import boolean
from questionnaire.spec.wording import text

Lists = Mapping[str, tuple[Choice, ...]]


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
        return ()
    if isinstance(spec.choices, Scalar):
        return _shared(spec.choices, spec, lists, rules)
    choices = _options(spec.choices, rules)
    _refuse_exclusive(spec, choices, spec.name, rules)
    return choices


def _shared(name: Scalar, spec: QuestionSpec, lists: Lists, rules: Rules) -> tuple[Choice, ...]:
    if name.text not in lists:
        rules.faults.add(UNKNOWN_LIST, name.place, name=name.text, remedy=guess(name.text, lists))
        return ()
    _refuse_exclusive(spec, lists[name.text], name, rules)
    return lists[name.text]


def _refuse_exclusive(spec: QuestionSpec, choices: tuple[Choice, ...], where: Scalar, rules: Rules) -> None:
    exclusive = next((choice.name for choice in choices if choice.exclusive), None)
    if exclusive is not None and spec.kind.text != "select_multiple":
        rules.faults.add(EXCLUSIVE_CHOICE, where.place, name=exclusive)


def _options(specs: tuple[ChoiceSpec, ...], rules: Rules) -> tuple[Choice, ...]:
    check_unique((spec.name for spec in specs), rules.faults, DUPLICATE_CHOICE)
    return tuple(_option(spec, rules) for spec in specs)


def _option(spec: ChoiceSpec, rules: Rules) -> Choice:
    check_choice_name(spec.name, rules.faults)
    return Choice(spec.name.text, text(spec.label, "label", rules), boolean(spec.exclusive, "exclusive", rules.faults))
