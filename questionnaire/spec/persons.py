"""Parties that are an answer: the one person of the project whom a question names."""

from collections.abc import Mapping

from questionnaire.expressions import Expression
from questionnaire.expressions.tree import Reference
from questionnaire.spec.declared import FormSpec, PartySpec
from questionnaire.spec.model import Question
from questionnaire.spec.person_details import (
    NOT_A_PERSON,
    PERSON_OF_A_PROJECT,
    PERSON_OR_INSTANCE,
    PERSON_WITHOUT_PEOPLE,
    SEVERAL_CAPACITIES,
)
from questionnaire.spec.rules import Rules


def chosen_by(party: PartySpec, spec: FormSpec, questions: Mapping[str, Question], rules: Rules) -> str:
    """The question that names the person of a party; empty where none does."""
    if party.person is None:
        return ""
    if party.instance is not None:
        rules.faults.add(PERSON_OR_INSTANCE, party.instance.place)
    if len(party.role) > 1:
        rules.faults.add(SEVERAL_CAPACITIES, party.role[1].place)
    if spec.instances is not None and spec.instances.text != "project":
        rules.faults.add(PERSON_OF_A_PROJECT, party.person.place)
    if spec.people is None:
        rules.faults.add(PERSON_WITHOUT_PEOPLE, party.person.place)
        return ""
    name = _named(rules.rule(party.person, "person"))
    question = questions.get(name or "")
    if name is None or (question is not None and not _chooses(question, spec.people.items.text)):
        rules.faults.add(NOT_A_PERSON, party.person.place, value=party.person.text, items=spec.people.items.text)
    return name or ""


def _named(rule: Expression | None) -> str | None:
    """The question of a rule that is nothing but its answer; the empty name where the rule was refused already."""
    if rule is None:
        return ""
    return rule.tree.name if isinstance(rule.tree, Reference) else None


def _chooses(question: Question, items: str) -> bool:
    """Whether a question that everybody reads is asked once and chooses one of the items, and nothing else."""
    source = question.source
    return (
        question.kind.name == "select_one"
        and question.group is None
        and question.visible_to is None
        and question.may_decline is None
        and not question.choices
        and source is not None
        and not source.installation
        and source.name == items
    )
