"""The rows of the sheet ``survey`` as a tree: groups and repeats, each with what stands between its two rows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from questionnaire.interchange.xlsform.cells import SURVEY, CellName
from questionnaire.interchange.xlsform.remarks import Remarks
from questionnaire.interchange.xlsform.rows import Row
from questionnaire.interchange.xlsform.types import METADATA, SIMPLE, QuestionType, type_of

_TYPES = ("select_one", "select_multiple", "select_one_from_file", "rank", "begin_group", "begin_repeat", *SIMPLE)
_END = {"group": "end_group", "repeat": "end_repeat"}
DEEPEST = 20
"""Blocks one in another; beyond, nobody reads the form."""


@dataclass(slots=True, eq=False)
class Node:
    """A question, or a block with its ``children``; the top of the form is a block without a row."""

    row: Row
    type: QuestionType
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)
    name: str = ""
    """As the author wrote it; empty where blank."""

    @property
    def is_block(self) -> bool:
        return bool(self.type.edge)

    @property
    def is_repeat(self) -> bool:
        return self.is_block and self.type.name == "repeat"

    def around(self) -> Iterator["Node"]:
        """The blocks that hold it, from the nearest; the top of the form is none."""
        block = self.parent
        while block is not None and block.parent is not None:
            yield block
            block = block.parent

    @property
    def repeat(self) -> "Node | None":
        """The nearest repeat around it."""
        return next((block for block in self.around() if block.is_repeat), None)

    def walk(self) -> Iterator["Node"]:
        """All that it holds, in the order of the rows."""
        for child in self.children:
            yield child
            yield from child.walk()


def tree_of(rows: Iterable[Row], remarks: Remarks) -> Node:
    """The form; what cannot be placed is refused through ``remarks``."""
    top = Node(Row(CellName(SURVEY), {}, {}), QuestionType("group", edge="begin"))
    open_blocks = [top]
    for row in rows:
        if row.text("disabled").lower() in {"yes", "true", "oui"}:
            remarks.warn(row.at("disabled"), "ligne désactivée, elle n’est pas reprise.")
            continue
        kind = _type(row, remarks)
        if kind is None:
            continue
        if kind.edge == "end":
            _close(open_blocks, row, kind, remarks)
            continue
        node = Node(row, kind, open_blocks[-1], name=row.text("name"))
        open_blocks[-1].children.append(node)
        if kind.edge:
            open_blocks.append(node)
        if len(open_blocks) > DEEPEST:
            remarks.refuse(row.cell, f"plus de {DEEPEST} groupes les uns dans les autres.", "Aplatissez le formulaire.")
            remarks.check()
    for block in open_blocks[1:]:
        end = _END[block.type.name]
        remarks.refuse(block.row.at("type"), f"« {block.name} » n’est pas refermé.", f"Ajoutez sa ligne « {end} ».")
    return top


def _close(blocks: list[Node], row: Row, kind: QuestionType, remarks: Remarks) -> None:
    if len(blocks) == 1 or blocks[-1].type.name != kind.name:
        what = "groupe" if kind.name == "group" else "répétition"
        remarks.refuse(
            row.at("type"),
            f"cette ligne referme {'une' if what == 'répétition' else 'un'} {what} que rien n’ouvre ici.",
            "Effacez-la, ou ajoutez la ligne d’ouverture.",
        )
        return
    blocks.pop()


def _type(row: Row, remarks: Remarks) -> QuestionType | None:
    cell = row.get("type")
    if cell is None:
        filled = sorted({*row.values, *row.extra})
        remarks.warn(row.cell, f"ligne sans type, elle n’est pas reprise (rempli : {', '.join(filled)}).")
        return None
    found = type_of(cell.text)
    if found is None:
        word = cell.text.split()[0].lower()
        near = get_close_matches(word, (*_TYPES, *METADATA), n=1)
        remedy = f"Vouliez-vous dire « {near[0]} » ?" if near else "Prenez un type de XLSForm."
        if near and near[0] == word and word.startswith(("select", "rank")):
            remedy = f"Écrivez « {word} nom_de_la_liste », avec or_other s’il le faut."
        remarks.refuse(row.at("type"), f"le type « {cell.text} » n’existe pas.", remedy)
    return found
