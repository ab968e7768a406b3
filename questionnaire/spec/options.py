"""Lists of choices, shared by name or written with their question."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from questionnaire.expressions import Expression, Listing, Shape, list_shape, parse
from questionnaire.spec.coding import compile_codes
from questionnaire.spec.declared import ChoiceSpec, FormSpec, ListSpec, QuestionSpec
from questionnaire.spec.faults import (
    BAD_RATING,
    DUPLICATE_CHOICE,
    EXCLUSIVE_CHOICE,
    UNKNOWN_LIST,
    guess,
)
from questionnaire.spec.list_details import LIST_NOT_FOR_KIND, LIST_OF_ITSELF, NOT_CHOICES, TICKED_ELSEWHERE
from questionnaire.spec.model import Choice, Question
from questionnaire.spec.naming import check_choice_name, check_name, check_unique, every_question
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.others import OTHER, other_choice
from questionnaire.spec.rules import Rules
from questionnaire.spec.scalars import boolean
from questionnaire.spec.sources import Listed, Ticked, compile_list, ticked_list, written_list
from questionnaire.spec.tables import Tables
from questionnaire.spec.text_reading import parse_text
from questionnaire.spec.texts import Piped, Text
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
    late: dict[str, tuple[ListSpec, QuestionSpec]] = {}
    questions = [question for section in spec.sections for question in every_question(section.questions)]
    ticked = {question.name.text: question for question in questions if question.kind.text == "select_multiple"}
    repeats = {question.name.text: question for question in questions if question.kind.text == "repeat"}
    for name, options in spec.choices:
        check_name(name, rules.faults)
        if not isinstance(options, ListSpec):
            lists[name.text] = written_list(_options(options, rules))
        elif options.file is None and options.from_ is not None and options.from_.text in ticked:
            late[name.text] = (options, ticked[options.from_.text])
        else:
            lists[name.text] = compile_list(options, tables, repeats, ticked, rules)
    _add_ticked(lists, late, rules)
    _check_unused(spec, questions, lists, rules)
    return lists


def _add_ticked(lists: dict[str, Listed], late: dict[str, tuple[ListSpec, QuestionSpec]], rules: Rules) -> None:
    """The lists of what is ticked in questions, each after the one in which its question lets choose."""
    while late:
        ready = [name for name, (_, question) in late.items() if _listed_in(question) not in late]
        for name in ready or list(late):
            spec, question = late.pop(name)
            origin = spec.from_ or question.name
            if not ready:
                rules.faults.add(LIST_OF_ITSELF, origin.place, name=name, question=question.name.text)
            lists[name] = ticked_list(spec, origin, _offered(question, lists, rules), rules)


def _listed_in(question: QuestionSpec) -> str:
    return question.choices.text if isinstance(question.choices, Scalar) else ""


def _offered(question: QuestionSpec, lists: Lists, rules: Rules) -> Listed:
    """What a question lets tick; « Autre » is then called as its own text says."""
    if isinstance(question.choices, Scalar):
        listed = lists.get(question.choices.text, Listed())
    else:
        listed = Listed(_options(question.choices or (), rules))
    if other_choice(question) is None:
        return listed
    own = [choice for choice in listed.choices if choice.name != OTHER]
    said = Text(("Autre\u00a0: ", Piped(f"{question.name.text}_{OTHER}")))
    return replace(listed, choices=(*own, Choice(OTHER, said)))


def _check_unused(spec: FormSpec, questions: list[QuestionSpec], lists: Lists, rules: Rules) -> None:
    """Judge the filters of lists that no question names: those of the others are judged where they serve."""
    chosen = set(map(_listed_in, questions))
    for name, options in spec.choices:
        if isinstance(options, ListSpec) and name.text not in chosen:
            rules.rule(options.filter, "filter", lists[name.text].option)


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
    if listed.ticked is not None:
        question = _asked_once_ticked(spec, question, listed.ticked, rules)
    shuffle = boolean(spec.shuffle, "shuffle", rules.faults)
    question = replace(question, choices=listed.choices, source=listed.source, choice_filter=rule, shuffle=shuffle)
    return replace(question, other=other_choice(spec) is not None)


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
    return _both(shared, rules.rule(spec.choice_filter, "choice_filter", listed.option))


def _both(one: Expression | None, other: Expression | None) -> Expression | None:
    if one is None or other is None:
        return one or other
    return replace(parse(f"({one.source}) and ({other.source})"), references=one.references | other.references)


def _asked_once_ticked(spec: QuestionSpec, question: Question, ticked: Ticked, rules: Rules) -> Question:
    """The question, asked only where something is ticked of what it lets choose."""
    place = rules.shapes.names[ticked.name.text].parent
    if place is not None and place.repeated and place not in rules.place.upwards():
        words = {"name": _listed_in(spec), "question": ticked.name.text, "items": place.name}
        rules.faults.add(TICKED_ELSEWHERE, spec.name.place, **words)
    return replace(question, relevant=_both(rules.rule(ticked.condition(), "relevant"), question.relevant))


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
        if listed.source is not None or listed.ticked is not None:
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
        next(iter(compile_codes((spec.code,), rules.faults)), None) if spec.code else None,
    )
