"""Answers that only some readers of a document see: who they are, and that nothing tells the others of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from questionnaire.expressions import Expression
from questionnaire.spec.answer_details import RESERVED_READING, SENSITIVE_SUBJECT, UNKNOWN_READER
from questionnaire.spec.cross_rule import CrossRule
from questionnaire.spec.declared import FormSpec, QuestionSpec
from questionnaire.spec.faults import Faults, guess
from questionnaire.spec.measures import Chart, Sector
from questionnaire.spec.model import Form, Question
from questionnaire.spec.nodes import Place, Scalar
from questionnaire.spec.precedence import People
from questionnaire.spec.roles import ROLES
from questionnaire.spec.texts import Text

Readers = Mapping[str, frozenset[str]]
"""By name of role or of party, the roles meant. A party that is the document's own person needs none: they see all."""

_APART = frozenset({"questions", "sections", "prefill", "rules"})
"""What is looked at by itself, and what names the questions of other forms."""


def readers_of(spec: FormSpec) -> Readers:
    """The names that ``visible_to`` may give; a party that is an answer only signs."""
    parties = {
        name.text: frozenset() if party.instance else frozenset(role.text for role in party.role)
        for name, party in spec.parties
        if party.person is None
    }
    return {role: frozenset({role}) for role in ROLES} | parties


def compile_readers(names: tuple[Scalar, ...] | None, readers: Readers, faults: Faults) -> frozenset[str] | None:
    """The roles that see an answer; None where all readers do."""
    if names is None:
        return None
    for name in names:
        if name.text not in readers:
            faults.add(UNKNOWN_READER, name.place, name=name.text, remedy=guess(name.text, readers) or None)
    return frozenset[str]().union(*(readers.get(name.text, frozenset()) for name in names))


def reserved(questions: Mapping[str, Question]) -> frozenset[str]:
    """The names of the questions that not everybody sees."""
    return frozenset(name for name, question in questions.items() if question.visible_to is not None)


def check_readings(form: Form, spec: FormSpec, declared: tuple[QuestionSpec, ...], faults: Faults) -> None:
    """Say of each question, and of the form itself, which reserved answers it would let others guess."""
    if not form.reserved:
        return
    for name, place, part in _parts(form, spec, declared):
        beside = form.questions[part.at] if isinstance(part, CrossRule) else part
        seen_by = beside.visible_to if isinstance(beside, Question) else None
        for read in sorted(names_read(part) & form.reserved):
            allowed = form.questions[read].visible_to or frozenset()
            if seen_by is None or not seen_by <= allowed:
                faults.add(RESERVED_READING, place, name=name, reserved=read)


def check_subject(form: Form, spec: FormSpec, faults: Faults) -> None:
    """Refuse a subject that tells a sensitive answer: it stands in lists, in mails and in the audit log."""
    read = form.paper.subject.answers if form.paper.subject else frozenset()
    for name in sorted(filter(form.is_sensitive, read)):
        faults.add(SENSITIVE_SUBJECT, spec.form.place, name=name)


def _parts(form: Form, spec: FormSpec, declared: tuple[QuestionSpec, ...]) -> Iterator[tuple[str, Place, object]]:
    """Everything that reads answers, with its name and where it is written."""
    yield form.name, spec.form.place, form
    for written, section in zip(spec.sections, form.sections, strict=True):
        yield section.name, written.name.place, section
    written_rules = {rule.name.text: rule.name.place for rule in spec.rules}
    for rule in form.rules:
        yield rule.name, written_rules[rule.name], rule
    places = {question.name.text: question.name.place for question in declared}
    for name, question in form.questions.items():
        yield name, places[name], question


def names_read(part: object) -> frozenset[str]:
    """The questions whose answers a part of a form reads by its rules, its texts, or by naming them."""
    if isinstance(part, Mapping):
        return names_read(tuple(part.values()))
    if isinstance(part, tuple):
        return frozenset[str]().union(*map(names_read, part))
    if not is_dataclass(part):
        return frozenset()
    named = next((names(part) for cls, names in _NAMING.items() if isinstance(part, cls)), None)
    return _inside(part) if named is None else named


def _inside(part: object) -> frozenset[str]:
    inner = (field.name for field in fields(part) if field.name not in _APART)  # type: ignore[arg-type]  # a dataclass
    return names_read(tuple(getattr(part, name) for name in inner))


_NAMING: dict[type[Any], Callable[[Any], frozenset[str]]] = {
    Question: lambda question: _inside(question) | ({question.each, question.confirms} - {""}),
    Expression: lambda rule: rule.references,
    Text: lambda text: text.answers,
    People: lambda people: frozenset({people.first_name, people.last_name, people.email, people.role}),
    Sector: lambda sector: frozenset(sector.criteria),
    Chart: lambda chart: frozenset({chart.side, *chart.criteria}) | _inside(chart),
}
"""What names answers by itself."""
