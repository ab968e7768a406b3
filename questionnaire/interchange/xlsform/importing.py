"""An XLSForm read into a form of our language: its YAML, the files beside it, and all that there is to know."""

import re
from collections.abc import Iterator, Sequence

from questionnaire.expressions import ParseError
from questionnaire.expressions.parser import read_tree
from questionnaire.expressions.tree import Column, walk
from questionnaire.interchange.beside import Beside, csv_text
from questionnaire.interchange.imported import Imported
from questionnaire.interchange.mending import mended
from questionnaire.interchange.names import readable, sound_name
from questionnaire.interchange.own_yaml import more_of
from questionnaire.interchange.wording import plain_text
from questionnaire.interchange.xlsform.asking import Asker
from questionnaire.interchange.xlsform.blocks import Blocks
from questionnaire.interchange.xlsform.cells import CellName
from questionnaire.interchange.xlsform.desk import Desk
from questionnaire.interchange.xlsform.external import add_declared, add_external
from questionnaire.interchange.xlsform.lists import Lists, lists_of
from questionnaire.interchange.xlsform.naming import Names
from questionnaire.interchange.xlsform.own import MORE
from questionnaire.interchange.xlsform.paging import pages
from questionnaire.interchange.xlsform.reading import SheetRows, read_workbook
from questionnaire.interchange.xlsform.remarks import Remarks
from questionnaire.interchange.xlsform.rewriting import Rewriter
from questionnaire.interchange.xlsform.rows import FormRows, rows_of
from questionnaire.interchange.xlsform.structure import tree_of
from questionnaire.interchange.yaml_text import yaml_text
from questionnaire.spec.declared import FormSpec
from questionnaire.spec.naming import RESERVED
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.versions import is_version

_INSTANCE = re.compile(r"instance\(\s*['\"]([^'\"]+)['\"]")
_READ = re.compile(r"\$\{\s*([^{}\s]+)\s*\}")


def import_form(content: bytes, file_name: str, beside: Beside, language: str = "") -> Imported:
    """The form of a workbook in .xlsx, .xls or .ods; ``file_name``, without its end, names a form that has no name.

    Raises Refused, which tells all that stands in the way.
    """
    return import_sheets(read_workbook(content), file_name, beside, language)


def import_sheets(sheets: Sequence[SheetRows], file_name: str, beside: Beside, language: str = "") -> Imported:
    """The same of sheets that were read already."""
    remarks = Remarks()
    rows = rows_of(sheets, language, remarks)
    spec, lists = _described(rows, file_name, beside, remarks)
    tables = {one.file: one.table for one in lists.by_name.values() if one.in_file}
    spec = mended(spec, tables, remarks)
    files = {name: csv_text(table) for name, table in tables.items()}
    version = rows.settings.text("version")
    return Imported(spec.form.text, version if is_version(version) else "", yaml_text(spec), files, remarks.warnings())


def _described(rows: FormRows, file_name: str, beside: Beside, remarks: Remarks) -> tuple[FormSpec, Lists]:
    top = tree_of(rows.survey, remarks)
    remarks.check()
    names = Names(top, remarks)
    more = more_of("form", rows.settings.get(MORE), remarks)
    lists = lists_of(rows, frozenset(_looked_up(rows)), remarks)
    lists = add_external(rows, top, add_declared(more.get("choices", ()), lists, beside, remarks), beside, remarks)
    rewriter = Rewriter(names, remarks, lists.renamed, {name: one.name for name, one in lists.by_name.items()})
    read = frozenset(word for row in rows.survey for cell in row.values.values() for word in _READ.findall(cell.text))
    blocks = Blocks(Asker(Desk(names, lists, rewriter, remarks)), remarks, read, ours=bool(more))
    sections = pages(top, blocks)
    remarks.check()
    if not sections:
        remarks.refuse(CellName("survey"), "il n’y a aucune question.", "Écrivez une question par ligne.")
        remarks.check()
    settings = rows.settings
    place = settings.cell.place
    title = settings.get("title")
    form = settings.get("id") or settings.get("name") or Scalar(file_name, place)
    spec = FormSpec(
        place=place,
        form=Scalar(_form_name(form.text), place),
        title=rewriter.text(plain_text(title, remarks), None) if title else Scalar(readable(form.text), place),
        sections=sections,
        **(more or {"life": Scalar("finished", place), "instances": Scalar("free", place)})
        | {"choices": (*more.get("choices", ()), *lists.specs(rewriter))},
    )
    return spec, lists


def _form_name(text: str) -> str:
    name = sound_name(text, "formulaire")
    return f"{name}_1" if name in RESERVED else name


def _looked_up(rows: FormRows) -> Iterator[str]:
    """The lists of which rules read more than the names of their choices."""
    for row in rows.survey:
        for cell in row.values.values():
            yield from _INSTANCE.findall(cell.text)
        rule = row.get("choice_filter")
        words = row.text("type").split()
        if rule is not None and _reads_columns(rule.text):
            yield from words[1:]


def _reads_columns(rule: str) -> bool:
    try:
        return any(isinstance(tree, Column) and tree.name != "name" for tree, _ in walk(read_tree(rule)))
    except ParseError:
        return False
