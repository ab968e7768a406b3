"""Lists of choices, shared by name or written with their question."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from questionnaire.expressions import Expression, Listing, Shape, list_shape, parse
from questionnaire.spec.declared import ChoiceSpec, FormSpec, ListSpec, QuestionSpec
from questionnaire.spec.faults import (
    BAD_RATING,
    DUPLICATE_CHOICE,
    EXCLUSIVE_CHOICE,
    UNKNOWN_LIST,
    guess,
)
from questionnaire.spec.list_details import LIST_NOT_FOR_KIND, NOT_CHOICES
from questionnaire.spec.model import Choice, Question
from questionnaire.spec.naming import check_choice_name, check_name, check_unique, every_question
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.others import other_choice
from questionnaire.spec.rules import Rules
from questionnaire.spec.scalars import boolean
from questionnaire.spec.sources import Listed, compile_list, written_list
from questionnaire.spec.tables import Tables
from questionnaire.spec.texts import parse_text
from questionnaire.spec.wording import optional_text, text

Lists = Mapping[str, Listed]

OUI_NON = (Choice("oui", parse_text("Oui")), Choice("non", parse_text("Non")))
"""What a question of kind ``yes_no`` offers."""

CONSENTING = (Choice("oui", parse_text("J’accepte")), Choice("non", parse_text("Je n’accepte pas")))
"""What a question of kind ``consent`` offers."""

_OWN = {"yes_no": OUI_NON, "consent": CONSENTING}

_MARK = re.compile(r"0|[1-9][0-9]{0,2}")


def is_mark(name: str) -> bool:
    """Whether a choice of that name is a step of a scale, such as 0, 1 or 2."""
    return _MARK.fullmatch(name) is not None


def shared_lists(spec: FormSpec, tables: Tables, rules: Rules) -> Lists:
    """The lists declared for the whole form, by name; ``tables`` are those of its files."""
    lists: dict[str, Listed] = {}
    questions = [question for section in spec.sections for question in every_question(section.questions)]
    chosen = {question.choices.text for question in questions if isinstance(question.choices, Scalar)}
    repeats = {question.name.text: question for question in questions if question.kind.text == "repeat"}
    for name, options in spec.choices:
        check_name(name, rules.faults)
        if isinstance(options, ListSpec):
            lists[name.text] = compile_list(options, tables, repeats, rules)
            if name.text not in chosen:
                rules.rule(options.filter, "filter", lists[name.text].option)
        else:
            lists[name.text] = written_list(_options(options, rules))
    return lists


def shapes_of_lists(lists: Lists) -> dict[str, Shape]:
    """What rules find in each list whose entries the form itself holds."""
    return {name: list_shape(listed.columns) for name, listed in lists.items() if listed.source is None}


def listings(lists: Lists, names: Iterable[str]) -> dict[str, Listing]:
    """The lists of those names as rules read them."""
    return {name: Listing(lists[name].rows) for name in names}


def with_list(spec: QuestionSpec, question: Question, lists: Lists, rules: Rules) -> Question:
    """The question with its options, or where they come from, and what chooses among them."""
    listed = _list_of(spec, lists, rules)
    rule = _filter_of(spec, listed, rules)
    shuffle = boolean(spec.shuffle, "shuffle", rules.faults)
    return replace(question, choices=listed.choices, source=listed.source, choice_filter=rule, shuffle=shuffle)


def _list_of(spec: QuestionSpec, lists: Lists, rules: Rules) -> Listed:
    """The options of one question, or where they come from."""
    if spec.choices is None:
        return Listed(_OWN.get(spec.kind.text, ()))
    if isinstance(spec.choices, Scalar):
        listed = _shared(spec.choices, lists, rules)
        if listed.is_data:
            rules.faults.add(NOT_CHOICES, spec.choices.place, name=spec.choices.text)
        _check(spec, listed, spec.choices, rules)
    else:
        listed = Listed(_options(spec.choices, rules))
        _check(spec, listed, spec.name, rules)
    return replace(listed, choices=_with_other(spec, listed.choices, rules))


def _filter_of(spec: QuestionSpec, listed: Listed, rules: Rules) -> Expression | None:
    """The condition for offering a choice: that of the list and that of the question, both where there are two."""
    shared = rules.rule(listed.filter, "filter", listed.option)
    own = rules.rule(spec.choice_filter, "choice_filter", listed.option)
    if shared is None or own is None:
        return shared or own
    both = parse(f"({shared.source}) and ({own.source})")
    return replace(both, references=shared.references | own.references)


def _shared(name: Scalar, lists: Lists, rules: Rules) -> Listed:
    if name.text not in lists:
        rules.faults.add(UNKNOWN_LIST, name.place, name=name.text, remedy=guess(name.text, lists))
        return Listed()
    return lists[name.text]


def _with_other(spec: QuestionSpec, choices: tuple[Choice, ...], rules: Rules) -> tuple[Choice, ...]:
    """The options, « Autre » last where the author asks for it and the list has none."""
    other = other_choice(spec)
    if other is None or any(choice.name == other.name.text for choice in choices):
        return choices
    return (*choices, _option(other, rules))


def _check(spec: QuestionSpec, listed: Listed, where: Scalar, rules: Rules) -> None:
    """Say which options of a list do not fit the kind of question."""
    choices = listed.choices
    if spec.kind.text == "rating":
        if listed.source is not None:
            rules.faults.add(LIST_NOT_FOR_KIND, where.place, name=where.text)
        for choice in choices:
            if not is_mark(choice.name):
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
