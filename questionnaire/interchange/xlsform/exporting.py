"""A form of our language written as an XLSForm: rows for its sheets, the files of its lists, what ODK will not do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from questionnaire.content.sheets import Sheet
from questionnaire.interchange.beside import csv_text
from questionnaire.interchange.xlsform.cells import CHOICES, SETTINGS, SURVEY
from questionnaire.interchange.xlsform.remarks import refused
from questionnaire.interchange.xlsform.written_lists import Line, WrittenLists, written_lists
from questionnaire.interchange.xlsform.written_rows import Writer
from questionnaire.interchange.xlsform.written_rules import OdkWords
from questionnaire.interchange.yaml_text import yaml_keys
from questionnaire.spec import Form
from questionnaire.spec.block_files import Blocks
from questionnaire.spec.declared import FormSpec, SectionSpec
from questionnaire.spec.faults import Faults
from questionnaire.spec.naming import every_question
from questionnaire.spec.nodes import START, Scalar
from questionnaire.spec.reading import declared_in
from questionnaire.spec.tables import carried_by
from questionnaire.spec.typography import typeset

_SURVEY = (
    "type", "name", "label", "hint", "guidance_hint", "required", "required_message", "relevant", "constraint",
    "constraint_message", "calculation", "default", "readonly", "appearance", "choice_filter", "parameters",
    "repeat_count",
)  # fmt: skip
"""The columns of XLSForm, in the order in which authors know them; those of our own language come after."""

_WRITTEN = frozenset({"form", "title", "sections"})


@dataclass(frozen=True, slots=True)
class Exported:
    """What to write: ``sheets`` of the workbook, ``files`` beside it by name, ``remarks`` in French."""

    sheets: tuple[Sheet, ...]
    files: Mapping[str, str]
    remarks: tuple[str, ...]


def export_form(form: Form) -> Exported:
    """The workbook of a form that was loaded."""
    spec = declared_in(form.yaml, Blocks(form.yaml, None), Faults(form.name))
    if spec is None:
        raise refused(f"« {form.name} » ne peut pas être relu.")
    tables = carried_by(form.yaml)
    lists = written_lists(spec, tables)
    writer = Writer(lists, OdkWords(_others(spec, lists), lists.stems()))
    lines = [line for section in spec.sections for line in _section(section, writer)]
    sheets = (_sheet(SURVEY, lines, _SURVEY), _choices(lists), _settings(form, spec, lists))
    return Exported(
        sheets, {name: csv_text(tables[name]) for name in lists.files}, tuple(_remarks(spec, writer, lists))
    )


def _others(spec: FormSpec, lists: WrittenLists) -> frozenset[str]:
    """The questions whose « autre » the ODK tools add themselves."""
    asked = (question for section in spec.sections for question in every_question(section.questions))
    return frozenset(one.name.text for one in asked if lists.adds_other(one))


def _remarks(spec: FormSpec, writer: Writer, lists: WrittenLists) -> Iterator[str]:
    if writer.unknown:
        words = ", ".join(sorted(writer.unknown))
        yield typeset(f"Les outils ODK ne suivent pas : {words}. Le classeur le garde pour « forms import ».")
    unknown = [name for name, one in lists.left.items() if one.file is None or one.file.text not in lists.files]
    if unknown:
        yield typeset(
            f"Ces listes ne sont pas écrites dans le formulaire, ODK demande un texte : {', '.join(unknown)}."
        )
    if spec.circuit:
        yield typeset("Les outils ODK ne font pas signer : le circuit n’est gardé que pour « forms import ».")


def _section(section: SectionSpec, writer: Writer) -> Iterator[Line]:
    yield writer.page(section)
    for question in section.questions:
        yield from writer.lines(question)
    yield {"type": "end_group"}


def _sheet(name: str, lines: list[Line], first: tuple[str, ...]) -> Sheet:
    used = {key for line in lines for key in line}
    columns = (*(key for key in first if key in used or key in first[:3]), *sorted(used - set(first)))
    return Sheet(name, columns, [tuple(line.get(key) for key in columns) for line in lines])


def _choices(lists: WrittenLists) -> Sheet:
    return _sheet(CHOICES, list(lists.lines), ("list_name", "name", "label"))


def _settings(form: Form, spec: FormSpec, lists: WrittenLists) -> Sheet:
    line: Line = {"form_title": spec.title.text, "form_id": spec.form.text, "version": form.version}
    left = tuple((Scalar(name, START), one) for name, one in lists.left.items())
    rest = yaml_keys(replace(spec, choices=left), _WRITTEN)
    line["yaml"] = rest or "life: signed"
    return _sheet(SETTINGS, [line], ("form_title", "form_id", "version"))
