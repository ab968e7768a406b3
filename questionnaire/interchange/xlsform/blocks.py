"""Groups and repeats as our language has them: no group, and repeats in repeats as deep as they go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from questionnaire.interchange.names import readable, sound_name
from questionnaire.interchange.own_yaml import more_of
from questionnaire.interchange.xlsform.answering import decimal
from questionnaire.interchange.xlsform.asking import Asker
from questionnaire.interchange.xlsform.lists import ChoiceList
from questionnaire.interchange.xlsform.own import COMPANION, KIND, MORE, own_values
from questionnaire.interchange.xlsform.remarks import Remarks
from questionnaire.interchange.xlsform.structure import Node
from questionnaire.spec.declared import QuestionSpec, RowSpec
from questionnaire.spec.nesting import MOST
from questionnaire.spec.nodes import Scalar

UNSEEN = frozenset({"calculate", "hidden", "metadata", "data"})
MOST_COLUMNS = 7
"""Choices of a grid."""


@dataclass(slots=True)
class Blocks:
    """Writes what stands between the two rows of a block."""

    asker: Asker
    remarks: Remarks
    read: frozenset[str]
    """The names that rules and texts read."""

    ours: bool = False
    """Whether the workbook comes from a form of ours: nothing is then supposed of it."""

    def questions(self, nodes: Sequence[Node], around: Sequence[Scalar]) -> Iterator[QuestionSpec]:
        """The questions of these nodes; ``around`` are the conditions of the groups that hold them."""
        yield from self._inside(nodes, around, 0)

    def _inside(self, nodes: Sequence[Node], around: Sequence[Scalar], depth: int) -> Iterator[QuestionSpec]:
        """The questions of these nodes, in as many repeats as ``depth``."""
        for node in nodes:
            if node.is_repeat and depth == MOST:
                message = f"« {node.name} » est une répétition dans {MOST} autres."
                remedy = "Posez ces questions dans la répétition qui l’entoure, ou dans une répétition à part."
                self.remarks.refuse(node.row.at("type"), message, remedy)
            elif node.is_repeat:
                yield from self._repeat(node, around, depth)
            elif node.is_block:
                yield from self._group(node, around, depth)
            elif self._is_kept(node):
                yield self.asker.question(node, around)

    def _is_kept(self, node: Node) -> bool:
        """What telephones note by themselves is only kept where something reads it."""
        if node.type.name == "data" or node.row.text(KIND) == COMPANION:
            return False
        if node.type.name != "metadata" or node.name in self.read:
            return True
        message = "la plate-forme garde elle-même qui a rempli et quand : cette ligne n’est pas reprise."
        self.remarks.warn(node.row.cell, message)
        return False

    def _group(self, node: Node, around: Sequence[Scalar], depth: int) -> Iterator[QuestionSpec]:
        """A group on a page: its title as a signpost, then its questions, or a grid."""
        relevant = self.asker.relevance(node, around)
        inner = [relevant] if relevant is not None else []
        self.name_the_rest(node)
        grid = None if depth else self._grid(node, inner)
        if grid is not None:
            yield grid
            return
        label = node.row.get("label")
        if label is not None and any(child.type.name not in UNSEEN for child in node.walk()):
            yield QuestionSpec(
                place=node.row.cell.place,
                name=Scalar(self.asker.desk.names.fresh(sound_name(node.name, "groupe")), node.row.at("name").place),
                kind=Scalar("note", label.place),
                appearance=Scalar("signpost", label.place),
                label=self.asker.desk.text(label, node),
                relevant=relevant,
            )
        yield from self._inside(node.children, inner, depth)

    def _repeat(self, node: Node, around: Sequence[Scalar], depth: int) -> Iterator[QuestionSpec]:
        name = self.asker.desk.names.of(node)
        questions = list(self._inside(node.children, (), depth + 1))
        if not questions:
            self.remarks.warn(node.row.cell, "répétition sans question, elle n’est pas reprise.")
            return
        self.name_the_rest(node)
        label = node.row.get("label")
        place = node.row.cell.place
        count = self._count(node)
        yield QuestionSpec(
            place=place,
            name=Scalar(name, node.row.at("name").place),
            kind=Scalar("repeat", node.row.at("type").place),
            label=self.asker.desk.text(label, node) if label else Scalar(readable(node.name), place),
            relevant=self.asker.relevance(node, around),
            item_label=self._item_label(node, questions),
            questions=tuple(questions),
            **(self._own(node) | count),
        )

    def _item_label(self, node: Node, questions: Sequence[QuestionSpec]) -> Scalar | None:
        own = node.row.get("item_label")
        if own is None:
            return None if self.ours else _item_label(questions)
        return self.asker.desk.text(own, node)

    def _own(self, node: Node) -> dict[str, Any]:
        """What columns of our own say of a repeat."""
        desk = self.asker.desk
        values: dict[str, Any] = dict(own_values(node, ("min", "max"), "repeat", desk))
        if "table" in node.row.text("appearance").split():
            values["appearance"] = Scalar("table", node.row.at("appearance").place)
        return values | more_of("question", node.row.get(MORE), self.remarks)

    def _count(self, node: Node) -> dict[str, Any]:
        cell = node.row.get("repeat_count")
        if cell is None:
            return {}
        if decimal(cell.text) is None:
            cell = self.asker.desk.rule(cell, node, "Le nombre d’éléments est libre.")
        return {} if cell is None else {"min": cell, "max": cell}

    def _grid(self, node: Node, around: Sequence[Scalar]) -> QuestionSpec | None:
        """A table of questions that share one short list, where the group asks for one."""
        found = self._columns(node)
        if found is None:
            return None
        label = node.row.get("label")
        place = node.row.cell.place
        asked = [self.asker.question(child, ()) for child in node.children]
        return QuestionSpec(
            place=place,
            name=Scalar(self.asker.desk.names.fresh(sound_name(node.name, "grille")), place),
            kind=Scalar("grid", place),
            label=self.asker.desk.text(label, node) if label else Scalar(readable(node.name), place),
            hint=self.asker.desk.text(node.row.values["hint"], node) if "hint" in node.row.values else None,
            relevant=next(iter(around), None),
            choices=Scalar(found.name, place),
            rows=tuple(_row(question) for question in asked),
            **more_of("question", node.row.get(MORE), self.remarks),
        )

    def is_grid(self, node: Node) -> bool:
        """Whether a group asks to be a table, and can."""
        return self._columns(node) is not None

    def _columns(self, node: Node) -> ChoiceList | None:
        """The one short list of a group that asks to be a table; None for the others, which is said of a table."""
        if "table-list" not in node.row.text("appearance").split() or not node.children or not node.name:
            return None
        lists = {child.type.list_name for child in node.children}
        short = all(self._fits(child) for child in node.children)
        found = self.asker.desk.lists.by_name.get(next(iter(lists))) if len(lists) == 1 and short else None
        if found is None or len(found.choices) > MOST_COLUMNS or found.in_file:
            self.remarks.warn(node.row.at("appearance"), "ce tableau n’est pas une grille : ses questions se suivent.")
            return None
        return found

    def _fits(self, child: Node) -> bool:
        return (
            child.type.name == "select_one"
            and not child.type.other
            and not {"constraint", "default", "choice_filter", "readonly", "required_message"} & child.row.values.keys()
        )

    def name_the_rest(self, node: Node) -> None:
        """Say what of the row of a block has no place here."""
        row = node.row
        for key in ("required", "constraint", "default", "calculation", "readonly", "image", "audio", "video"):
            if key in row.values:
                self.remarks.warn(row.at(key), "ne sert pas à un groupe : il n’est pas repris.")
        if row.text("appearance") not in {"", "field-list", "table-list", "table"}:
            self.remarks.warn(row.at("appearance"), f"l’apparence « {row.text('appearance')} » n’est pas reprise.")


def _row(question: QuestionSpec) -> RowSpec:
    return RowSpec(
        place=question.place,
        name=question.name,
        label=question.label,
        hint=question.hint,
        required=question.required,
        relevant=question.relevant,
    )


def _item_label(questions: Sequence[QuestionSpec]) -> Scalar | None:
    """An item is called by its first short text, where there is one that is always asked."""
    first = next(
        (one for one in questions if one.kind.text == "text" and one.relevant is None and one.appearance is None), None
    )
    return None if first is None else Scalar(f"${{{first.name.text}}}", first.place)


def runs(nodes: Sequence[Node]) -> Iterator[tuple[bool, list[Node]]]:
    """The children of a block, loose questions together, each group alone: whether it is a group, then the nodes."""
    for is_group, found in groupby(nodes, key=lambda node: node.is_block and not node.is_repeat):
        if is_group:
            yield from ((True, [node]) for node in found)
        else:
            yield False, list(found)
