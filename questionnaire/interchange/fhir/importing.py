"""A Questionnaire of FHIR R4 read into a form of our language: its YAML, and all that there is to know."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from questionnaire.interchange.beside import Beside, csv_text, missing, read_beside, stand_in, wanted
from questionnaire.interchange.fhir.checking import check_links
from questionnaire.interchange.fhir.desk import desk_of
from questionnaire.interchange.fhir.items import Questionnaire
from questionnaire.interchange.fhir.paging import pages
from questionnaire.interchange.fhir.reading import read_questionnaire
from questionnaire.interchange.fhir.remarks import Remarks
from questionnaire.interchange.fhir.urls import FORM, KIND, MORE, VARIABLE
from questionnaire.interchange.imported import Imported
from questionnaire.interchange.mending import mended
from questionnaire.interchange.names import readable, sound_name
from questionnaire.interchange.own_yaml import more_of
from questionnaire.interchange.wording import plain_text
from questionnaire.interchange.yaml_text import yaml_text
from questionnaire.spec.declared import ChoiceSpec, FormSpec, ListSpec, QuestionSpec, SectionSpec
from questionnaire.spec.naming import RESERVED, every_question
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.tables import Table
from questionnaire.spec.versions import is_version

_LIST = "choix"


def import_form(content: bytes, file_name: str, beside: Beside) -> Imported:
    """The form of a Questionnaire in JSON; ``file_name``, without its end, names a form that has no name.

    Raises Refused, which tells all that stands in the way.
    """
    remarks = Remarks()
    questionnaire = read_questionnaire(content, remarks)
    check_links(questionnaire, remarks)
    spec = described(questionnaire, file_name, remarks)
    tables = dict(_tables(spec, beside, remarks))
    spec = mended(spec, tables, remarks)
    files = {name: csv_text(table) for name, table in tables.items()}
    version = questionnaire.version
    return Imported(spec.form.text, version if is_version(version) else "", yaml_text(spec), files, remarks.warnings())


def described(questionnaire: Questionnaire, file_name: str, remarks: Remarks) -> FormSpec:
    """What a questionnaire says, before anything of it is checked or set aside."""
    top = questionnaire.top
    said = top.value(MORE)
    more = more_of("form", top.scalar(str(said.raw), "own"), remarks) if said is not None else {}
    for url in dict.fromkeys(each.url for each in top.extensions if each.url not in {KIND, MORE, VARIABLE}):
        remarks.warn_at(top.place("extension"), f"L’extension « {url} » du questionnaire : non reprise.")
    files = frozenset(name.text for name, listed in more.get("choices", ()) if isinstance(listed, ListSpec))
    desk = desk_of(questionnaire, files, remarks)
    sections = pages(desk)
    if not sections:
        remarks.refuse_at(top.place("linkId"), "Ce questionnaire ne pose aucune question.")
    remarks.check()
    title = questionnaire.title or readable(questionnaire.name or file_name)
    plain: dict[str, Any] = {"life": top.scalar("finished", "own"), "instances": top.scalar("free", "own")}
    values = more if top.value(KIND) is not None else plain
    if top.text and "description" not in values:
        values["description"] = plain_text(top.scalar(top.text, "description"), remarks)
    lists = _shared(sections)
    named = {**desk.lists, **{name: choices for choices, name in lists.items()}}
    written = tuple((Scalar(name, top.place("name")), choices) for name, choices in named.items())
    return FormSpec(
        place=top.place("name"),
        form=top.scalar(_form_name(questionnaire, file_name), "name"),
        title=plain_text(top.scalar(title, "title"), remarks),
        sections=tuple(_with_lists(section, lists) for section in sections),
        **values | {"choices": (*values.get("choices", ()), *written)},
    )


def _tables(spec: FormSpec, beside: Beside, remarks: Remarks) -> Iterator[tuple[str, Table]]:
    """The files of its lists, by name; a list of one line for those that are not beside."""
    for _, listed in spec.choices:
        if isinstance(listed, ListSpec) and listed.file is not None:
            file = listed.file.text
            table, cause = read_beside(file, beside)
            if table is None:
                remarks.warn_at(listed.place, missing(file, cause), wanted())
            yield file, table or stand_in()


def _form_name(questionnaire: Questionnaire, file_name: str) -> str:
    ours = questionnaire.url.startswith(FORM)
    name = questionnaire.name if ours else sound_name((questionnaire.name or file_name).lower(), "formulaire")
    return f"{name}_1" if name in RESERVED else sound_name(name, "formulaire")


Lists = dict[tuple[ChoiceSpec, ...], str]


def _asked(sections: tuple[SectionSpec, ...]) -> Iterator[QuestionSpec]:
    for section in sections:
        yield from every_question(section.questions)


Content = tuple[tuple[str, str, bool, str], ...]


def _content(choices: tuple[ChoiceSpec, ...]) -> Content:
    return tuple(
        (one.name.text, one.label.text, one.exclusive is not None, one.code.text if one.code else "") for one in choices
    )


def _shared(sections: tuple[SectionSpec, ...]) -> Lists:
    """The choices that several questions offer, under one name; those of one question stand in it."""
    lists = [each for each in _asked(sections) if isinstance(each.choices, tuple)]
    counted = Counter(_content(each.choices) for each in lists if isinstance(each.choices, tuple))
    names: Lists = {}
    known: dict[Content, str] = {}
    for each in lists:
        if isinstance(each.choices, tuple) and counted[_content(each.choices)] > 1:
            name = known.setdefault(_content(each.choices), f"{_LIST}_{each.name.text}"[:64])
            if name not in names.values():
                names[each.choices] = name
    return names


def _with_lists(section: SectionSpec, lists: Lists) -> SectionSpec:
    known = {_content(choices): name for choices, name in lists.items()}

    def named(question: QuestionSpec) -> QuestionSpec:
        inside = None if question.questions is None else tuple(named(child) for child in question.questions)
        found = known.get(_content(question.choices)) if isinstance(question.choices, tuple) else None
        choices = question.choices if found is None else Scalar(found, question.place)
        return replace(question, questions=inside, choices=choices)

    return replace(section, questions=tuple(named(each) for each in section.questions))
