"""Lists that stand in files beside the workbook; a file that is not there is replaced by one line, and asked for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from questionnaire.interchange.beside import Beside, missing, read_beside, stand_in, wanted
from questionnaire.interchange.names import sound_name
from questionnaire.interchange.xlsform.answering import parameters
from questionnaire.interchange.xlsform.cells import CellName, cell_at
from questionnaire.interchange.xlsform.lists import ChoiceList, Lists
from questionnaire.interchange.xlsform.remarks import Remarks
from questionnaire.interchange.xlsform.rewriting import ListWords
from questionnaire.interchange.xlsform.rows import FormRows
from questionnaire.interchange.xlsform.structure import Node
from questionnaire.spec.declared import ChoiceLists, ListSpec
from questionnaire.spec.tables import NEEDED, Table

_LOOKED_UP = re.compile(
    r"(?:pulldata|instance)\(\s*['\"](?P<name>[\w.-]+)['\"](?:\s*,\s*['\"](?P<column>\w+)['\"]\s*,\s*['\"](?P<key>\w+)['\"])?"
)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A file that the form needs: by which word, from which cell, with which columns beside name and label."""

    word: str
    file: str
    cell: CellName
    columns: tuple[str, ...] = ()
    name: str = "name"
    label: str = "label"


def add_external(rows: FormRows, top: Node, lists: Lists, beside: Beside, remarks: Remarks) -> Lists:
    """The lists with those that stand in files, each read once."""
    found = dict(lists.by_name)
    for one in _merged([*_chosen(top), *_read(rows)]):
        if one.word not in found:
            name = lists.fresh(sound_name(PurePosixPath(one.file).stem, "liste"))
            table = _table(one, beside, remarks)
            words = ListWords({column: column for column in table.columns if column not in NEEDED})
            found[one.word] = ChoiceList(name, one.cell, words=words, in_file=True, given=table)
    return replace(lists, by_name=found)


def add_declared(choices: ChoiceLists, lists: Lists, beside: Beside, remarks: Remarks) -> Lists:
    """The lists with those that the form declares in our own words, by the names that ODK gives to their files."""
    found = dict(lists.by_name)
    for name, listed in choices:
        lists.taken.add(name.text)
        if isinstance(listed, ListSpec) and listed.file is not None:
            file = listed.file.text
            table = _table(_Wanted(file, file, cell_at(listed.place)), beside, remarks)
            words = ListWords({column: column for column in table.columns if column not in NEEDED})
            one = ChoiceList(name.text, cell_at(listed.place), words=words, in_file=True, given=table, declared=True)
            found[file] = found[PurePosixPath(file).stem] = replace(one, stored=file)
    return replace(lists, by_name=found)


def _chosen(top: Node) -> Iterator[_Wanted]:
    """The files in which questions let choose, and those that the form declares."""
    for node in top.walk():
        cell = node.row.at("type")
        if node.type.file:
            said = parameters(node.row.get("parameters"))
            yield _Wanted(
                node.type.file, node.type.file, cell, name=said.get("value", "name"), label=said.get("label", "label")
            )
        elif node.type.name == "data":
            yield _Wanted(node.name, f"{node.name}.csv", cell)


def _read(rows: FormRows) -> Iterator[_Wanted]:
    """The files in which rules look."""
    for row in rows.survey:
        for value in row.values.values():
            for found in _LOOKED_UP.finditer(value.text):
                columns = tuple(one for one in (found["column"], found["key"]) if one)
                yield _Wanted(found["name"], f"{found['name']}.csv", cell_at(value.place), columns)


def _merged(found: list[_Wanted]) -> Iterator[_Wanted]:
    """Each file once, with all the columns that anything reads of it."""
    for word in dict.fromkeys(one.word for one in found):
        same = [one for one in found if one.word == word or PurePosixPath(one.file).stem == word]
        columns = dict.fromkeys(column for one in same for column in one.columns if column not in NEEDED)
        yield replace(next(one for one in same if one.word == word), columns=tuple(columns))


def _table(looked_for: _Wanted, beside: Beside, remarks: Remarks) -> Table:
    table, cause = read_beside(looked_for.file, beside)
    if table is not None:
        return _renamed(table, looked_for)
    remarks.warn(looked_for.cell, missing(looked_for.file, cause), wanted(looked_for.columns))
    return stand_in(looked_for.columns)


def _renamed(table: Table, wanted: _Wanted) -> Table:
    """The table, its columns of names and labels called as our language calls them."""
    given = {wanted.name: "name", wanted.label: "label"}
    return Table(tuple(given.get(column, column) for column in table.columns), table.rows)
