"""A form of our language written as a Questionnaire of FHIR R4, which reads as the same form again."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from questionnaire.interchange.beside import csv_text
from questionnaire.interchange.fhir.codings import coding, written_code
from questionnaire.interchange.fhir.importing import described
from questionnaire.interchange.fhir.reading import read_questionnaire
from questionnaire.interchange.fhir.remarks import Remarks, refused
from questionnaire.interchange.fhir.told import parts, told
from questionnaire.interchange.fhir.urls import FORM, KIND, MORE
from questionnaire.interchange.fhir.written_conditions import Conditions
from questionnaire.interchange.fhir.written_items import ItemWriter, Spec, link_of
from questionnaire.interchange.yaml_text import yaml_keys
from questionnaire.spec import Form
from questionnaire.spec.block_files import Blocks
from questionnaire.spec.declared import ChoiceSpec, FormSpec, QuestionSpec
from questionnaire.spec.faults import Faults
from questionnaire.spec.naming import every_question
from questionnaire.spec.nodes import Place, Scalar
from questionnaire.spec.reading import declared_in
from questionnaire.spec.tables import Tables, carried_by
from questionnaire.spec.typography import typeset

Json = dict[str, Any]
Lists = Mapping[str, tuple[ChoiceSpec, ...]]
_UNREAD = frozenset({"calculate", "hidden", "note", "file", "acknowledge", "consent", "grid", "repeat"})
LONGEST_LIST = 500
"""Options of a file that are written with a question."""

_WRITTEN = frozenset({"form", "title", "sections", "description"})
_SAID_ELSEWHERE = frozenset({"name", "kind", "label", "questions", "rows", "title"})


@dataclass(frozen=True, slots=True)
class Exported:
    """The ``resource`` in JSON, ``files`` beside it by name, ``remarks`` in French on what other tools will not see."""

    resource: str
    files: Mapping[str, str]
    remarks: tuple[str, ...]


def export_form(form: Form) -> Exported:
    """The Questionnaire of a form that was loaded."""
    spec = declared_in(form.yaml, Blocks(form.yaml, None), Faults(form.name))
    if spec is None:
        raise refused(f"« {form.name} » ne peut pas être relu.")
    tables = carried_by(form.yaml)
    lists = dict(_lists(spec, tables))
    plain = _resource(form, spec, ItemWriter(lists, _conditions(spec, lists), {}))
    more = _left(spec, _read_back(plain, form.name))
    resource = _resource(form, spec, ItemWriter(lists, _conditions(spec, lists), more))
    text = json.dumps(resource, ensure_ascii=False, indent=2) + "\n"
    return Exported(text, {name: csv_text(table) for name, table in tables.items()}, tuple(_remarks(spec, lists, more)))


def _lists(spec: FormSpec, tables: Tables) -> Iterator[tuple[str, tuple[ChoiceSpec, ...]]]:
    """The options of the lists that stand in the form, or in a file of reasonable length."""
    for name, listed in spec.choices:
        if isinstance(listed, tuple):
            yield name.text, listed
        elif listed.file is not None and listed.file.text in tables:
            rows = tables[listed.file.text].rows
            if len(rows) <= LONGEST_LIST:
                yield name.text, tuple(_choice(row, listed.place) for row in rows)


def _choice(row: tuple[str, ...], place: Place) -> ChoiceSpec:
    return ChoiceSpec(place=place, name=Scalar(row[0], place), label=Scalar(row[1], place))


def canonical(form: Form) -> str:
    """The address by which resources name a version of a form."""
    return f"{FORM}{form.name}|{form.version}" if form.version else f"{FORM}{form.name}"


def _resource(form: Form, spec: FormSpec, writer: ItemWriter) -> Json:
    left = tuple((name, listed) for name, listed in spec.choices if not isinstance(listed, tuple))
    more = yaml_keys(replace(spec, choices=left), _WRITTEN)
    resource: Json = {
        "resourceType": "Questionnaire",
        "language": "fr",
        "extension": [{"url": KIND, "valueCode": "form"}, *([{"url": MORE, "valueString": more}] if more else [])],
        "url": f"{FORM}{form.name}",
        **({"version": form.version} if form.version else {}),
        "name": form.name,
        "title": spec.title.text,
        "status": "active",
    }
    if spec.description is not None:
        resource["description"] = spec.description.text
    resource["item"] = [writer.section(section) for section in spec.sections]
    return resource


def _conditions(spec: FormSpec, lists: Lists) -> Conditions:
    """What conditions may read: questions that people answer, outside of repeats."""
    pages = [section for section in spec.sections if section.for_each is None]
    asked = {one.name.text: one for page in pages for one in page.questions if one.kind.text not in _UNREAD}
    writer = ItemWriter(lists, Conditions({}, {}, {}), {})
    codings = {
        name: {each.name.text: coding(each.name.text, written_code(each.code)) for each in writer.options(one)}
        for name, one in asked.items()
    }
    return Conditions(asked, codings, {name: link_of(one) for name, one in asked.items()})


def _read_back(resource: Json, name: str) -> FormSpec:
    """What the resource says to a reader, ourselves, before our own words are added."""
    remarks = Remarks()
    content = json.dumps(resource, ensure_ascii=False).encode()
    return described(read_questionnaire(content, remarks), name, remarks)


def _all(spec: FormSpec) -> Iterator[tuple[str, Spec]]:
    """Pages, questions and rows by name; a page that follows a question is a page first."""
    for section in spec.sections:
        yield section.name.text, section
        for question in every_question(section.questions):
            yield question.name.text, question
            yield from ((row.name.text, row) for row in question.rows or ())


def _left(spec: FormSpec, read: FormSpec) -> dict[str, str]:
    """By name, the keys that were not read back as they are, as YAML."""
    again = dict(_all(read))
    kept: dict[str, str] = {}
    for name, one in _all(spec):
        found = dict(parts(again[name])) if name in again else {}
        same = {key for key, value in parts(one) if key in found and told(found[key]) == told(value)}
        text = yaml_keys(one, frozenset(_SAID_ELSEWHERE | same))
        if text:
            kept[name] = text
    return kept


def _remarks(spec: FormSpec, lists: Lists, more: Mapping[str, str]) -> Iterator[str]:
    rules = [name for name, one in _all(spec) if getattr(one, "relevant", None) and "relevant:" in more.get(name, "")]
    if rules:
        yield _named("FHIR n’a pas de mot pour les conditions de", rules)
    computed = [name for name, one in _all(spec) if getattr(one, "calculation", None) is not None]
    if computed:
        yield _named("Les autres outils ne feront pas les calculs de", computed)
    left = [name for name, one in _all(spec) if _is_left(one, lists)]
    if left:
        yield _named("Les choix ne sont pas écrits dans le formulaire : une réponse libre est demandée pour", left)
    if spec.circuit:
        yield typeset("FHIR ne fait pas signer : le circuit n’est gardé que pour « forms import ».")


def _is_left(one: Spec, lists: Lists) -> bool:
    return isinstance(one, QuestionSpec) and isinstance(one.choices, Scalar) and one.choices.text not in lists


def _named(said: str, names: list[str]) -> str:
    return typeset(f"{said} : {', '.join(names)}. Le fichier les garde pour « forms import ».")
