"""What a document takes from those before it: which must exist, which answers they give, who their people are."""

from questionnaire.spec.declared import FormSpec, PeopleSpec, QuestionSpec
from questionnaire.spec.faults import (
    BAD_SOURCE,
    MISSING_KEY,
    NOT_A_REPEAT,
    NOT_IN_REPEAT,
    UNKNOWN_FACT,
    Faults,
    guess,
)
from questionnaire.spec.link_details import LINK_LIST, LINK_TELLS
from questionnaire.spec.naming import check_name
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.precedence import After, People, Prefill
from questionnaire.spec.scalars import boolean, word
from questionnaire.spec.words import REACHED

LINK = "link"
"""What stands for the address that brought somebody: ``link.titre`` is what it calls ``titre``."""

FACTS = {
    "person": ("first_name", "last_name", "email", "role"),
    "organisation": ("id", "name", "group", "sector", "department", "service", "service_name"),
}
"""What is known without any document: of the person who begins one, and of the establishment."""

DOCUMENT_FACTS = ("_reference", "_version", "_day", "_document")
"""What is known of a document beside its answers; no question has such a name."""


def compile_prefill(spec: QuestionSpec, faults: Faults) -> tuple[Prefill, ...]:
    """Where the first answer of a question comes from; nothing when it starts empty or from its ``default``."""
    if spec.prefill is None:
        if spec.prefill_person is not None:
            faults.add(MISSING_KEY, spec.prefill_person.place, key="prefill")
        return ()
    person = spec.prefill_person.text if spec.prefill_person else ""
    return tuple(_prefill(each, person, spec, faults) for each in spec.prefill)


def _prefill(scalar: Scalar, person: str, spec: QuestionSpec, faults: Faults) -> Prefill:
    source, dot, name = scalar.text.partition(".")
    if not dot or not source or not name or "." in name:
        faults.add(BAD_SOURCE, scalar.place, value=scalar.text)
    elif source == LINK:
        _check_link(scalar, spec, faults)
    elif source in FACTS and name not in FACTS[source]:
        faults.add(UNKNOWN_FACT, scalar.place, name=name, remedy=guess(name, FACTS[source]))
    return Prefill(source, name, person)


def _check_link(scalar: Scalar, spec: QuestionSpec, faults: Faults) -> None:
    """An address is kept by browsers and servers: nothing of people stands in it, and it answers no list."""
    told = spec.personal is not None and spec.personal.text != "none"
    if told or spec.visible_to is not None:
        faults.add(LINK_TELLS, scalar.place, name=spec.name.text)
    elif spec.kind.text in {"repeat", "file"}:
        faults.add(LINK_LIST, scalar.place, name=spec.name.text, kind=spec.kind.text)


def compile_after(spec: FormSpec, faults: Faults) -> tuple[After, ...]:
    """The documents that come before this one; one is blocking unless it says ``blocking: false``."""
    found = []
    for after in spec.after:
        check_name(after.form, faults)
        state = word(after.state, "state", REACHED, faults, "finalise")
        blocking = after.blocking is None or boolean(after.blocking, "blocking", faults)
        found.append(After(after.form.text, state, blocking))
    return tuple(found)


def compile_people(spec: FormSpec, faults: Faults) -> People | None:
    """Who the people of the project are, as this form lists them."""
    if spec.people is None:
        return None
    people = spec.people
    repeats = {
        question.name.text: question
        for section in spec.sections
        for question in section.questions
        if question.kind.text == "repeat"
    }
    repeat = repeats.get(people.items.text)
    if repeat is None:
        faults.add(NOT_A_REPEAT, people.items.place, name=people.items.text, remedy=guess(people.items.text, repeats))
    else:
        _check_inside(people, repeat, faults)
    return People(
        people.items.text, people.first_name.text, people.last_name.text, _name(people.email), _name(people.role)
    )


def _check_inside(people: PeopleSpec, repeat: QuestionSpec, faults: Faults) -> None:
    names = {question.name.text for question in repeat.questions or ()}
    for scalar in (people.first_name, people.last_name, people.email, people.role):
        if scalar is not None and scalar.text and scalar.text not in names:
            remedy = guess(scalar.text, names)
            faults.add(NOT_IN_REPEAT, scalar.place, name=scalar.text, items=repeat.name.text, remedy=remedy)


def _name(scalar: Scalar | None) -> str:
    return scalar.text if scalar else ""
