"""First answers: what a new document takes from those before it and from what is known of its person."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from questionnaire.filling import FilledForm, item_path, leaf_path
from questionnaire.programme.people import Known
from questionnaire.spec.model import Form, Question
from questionnaire.spec.precedence import Prefill
from questionnaire.spec.precedents import DOCUMENT_FACTS, FACTS, LINK
from questionnaire.spec.values import Json, Unreadable, Value, is_blank

ORIGINS = {"person": "votre compte", "organisation": "votre établissement", LINK: "le lien suivi"}
"""What is said of an answer that comes from no document."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document that gives answers: ``origin`` names it; ``person`` is the key there of whoever begins, or None.

    ``facts`` are what is known of the document beside its answers, under the names of ``DOCUMENT_FACTS``.
    """

    filled: FilledForm
    origin: str
    person: str | None = None
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Prefilled:
    """A first answer, what it comes from in words, and whether that is a ``document``: then the paper says it too."""

    path: str
    value: Json
    origin: str
    document: bool


@dataclass(frozen=True, slots=True)
class _Giver:
    """All that may give first answers to ``form``."""

    form: Form
    sources: Mapping[str, Source]
    known: Known
    new_key: Callable[[], str]


def prefill(
    form: Form, sources: Mapping[str, Source], known: Known, new_key: Callable[[], str]
) -> tuple[Prefilled, ...]:
    """The first answers of a document of ``form``, by the names of the forms that ``sources`` are documents of.

    What the new question could not hold is left out: it starts empty.
    """
    giver = _Giver(form, sources, known, new_key)
    return tuple(found for question in form.top_level() for found in _first(giver, question))


def _first(giver: _Giver, question: Question) -> Iterator[Prefilled]:
    for wanted in question.prefill:
        found = tuple(_items(giver, question, wanted) if question.is_repeat else _leaf(giver, question, wanted))
        if found:
            yield from found
            return


def _leaf(giver: _Giver, question: Question, wanted: Prefill) -> Iterator[Prefilled]:
    if wanted.source in FACTS or wanted.source == LINK:
        fact = giver.known.facts.get((wanted.source, wanted.name), "")
        yield from _held(question, question.name, fact or None, ORIGINS[wanted.source], document=False)
    elif wanted.source in giver.sources and wanted.name in DOCUMENT_FACTS:
        source = giver.sources[wanted.source]
        yield from _held(question, question.name, source.facts.get(wanted.name), source.origin)
    elif wanted.source in giver.sources:
        source = giver.sources[wanted.source]
        asked = source.filled.form.questions.get(wanted.name)
        path = _path(source, asked) if asked else None
        if asked and path:
            yield from _held(question, question.name, _given(source.filled, asked, path, question), source.origin)


def _path(source: Source, asked: Question) -> str | None:
    """Where the answer stands: of a repeat of people, in the item of the person."""
    people = source.filled.form.people
    if asked.group is None:
        return asked.name
    mine = people is not None and asked.group == people.items and source.person is not None
    return leaf_path(asked.group, str(source.person), asked.name) if mine else None


def _given(filled: FilledForm, asked: Question, path: str, question: Question) -> Json:
    """The answer as the new question takes it: itself between questions of a kind, its words for a text."""
    value: Value = filled.values.get(path)
    if is_blank(value):
        return None
    if asked.kind.name == question.kind.name:
        return asked.kind.write(value)
    if question.kind.name != "text":
        return asked.kind.write(value)
    return ", ".join(filled.wording.shown(path)) or str(value)  # what is hidden is shown to nobody, and yet is a text


def _held(question: Question, path: str, json: Json, origin: str, *, document: bool = True) -> Iterator[Prefilled]:
    """The answer, where the new question can hold it."""
    answer = question.kind.from_json(json, question)
    if not isinstance(answer, Unreadable) and not is_blank(answer):
        yield Prefilled(path, question.kind.to_json(answer), origin, document)


def _items(giver: _Giver, repeat: Question, wanted: Prefill) -> Iterator[Prefilled]:
    source = giver.sources.get(wanted.source)
    asked = source.filled.form.questions.get(wanted.name) if source else None
    if source is None or asked is None or not asked.is_repeat or asked.name not in source.filled.relevant:
        return
    kept = (key for key in source.filled.keys(asked.name) if _is_mine(source, asked, key, wanted.person))
    for rank, key in enumerate(kept, start=1):
        new = giver.new_key()
        yield Prefilled(item_path(repeat.name, new), rank, source.origin, document=True)
        for child in repeat.questions:
            yield from _child(source, wanted.source, asked, key, child, leaf_path(repeat.name, new, child.name))


def _is_mine(source: Source, asked: Question, key: str, person: str) -> bool:
    if not person:
        return True
    value = source.filled.values.get(leaf_path(asked.name, key, person))
    return source.person is not None and source.person in (value if isinstance(value, tuple) else (value,))


def _child(source: Source, form: str, asked: Question, key: str, child: Question, path: str) -> Iterator[Prefilled]:
    for wanted in child.prefill:
        given = next((each for each in asked.questions if each.name == wanted.name and wanted.source == form), None)
        if given is not None:
            json = _given(source.filled, given, leaf_path(asked.name, key, given.name), child)
            yield from _held(child, path, json, source.origin)
