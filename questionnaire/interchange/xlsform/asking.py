"""From a row to a question of our language, every cell of it used or named in a remark."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from questionnaire.interchange.names import readable
from questionnaire.interchange.own_yaml import more_of
from questionnaire.interchange.xlsform.answering import bounds, truth
from questionnaire.interchange.xlsform.cells import cell_at
from questionnaire.interchange.xlsform.columns import MEDIA, OWN
from questionnaire.interchange.xlsform.desk import Desk, Values
from questionnaire.interchange.xlsform.kinds import SUBSTITUTES
from questionnaire.interchange.xlsform.lists import unknown_list
from questionnaire.interchange.xlsform.own import MORE, own_kind, own_values
from questionnaire.interchange.xlsform.remarks import Remarks
from questionnaire.interchange.xlsform.rewriting import ListWords
from questionnaire.interchange.xlsform.structure import Node
from questionnaire.interchange.xlsform.valuing import values_of
from questionnaire.spec.declared import QuestionSpec
from questionnaire.spec.keys import APPEARANCES, BY_KIND
from questionnaire.spec.nodes import Place, Scalar

_PATTERN_LENGTH = "255"
"""Characters of a text that a pattern matches, which our language wants to be bounded."""

_UNSAID = "Cette réponse ne convient pas : corrigez-la."
_RULES = {
    "relevant": "La question est toujours posée.",
    "constraint": "La réponse n’est pas contrôlée.",
}
_TEXTS = {
    "hint": "hint",
    "guidance_hint": "guidance",
    "constraint_message": "constraint_message",
    "required_message": "required_message",
}
_SHOWN = ("hidden", "multiline", "minimal", "table", "folded", "signpost")


_PARTIAL = {"month-year": "month", "year": "year"}
"""The appearances of a date that ask less than a day."""


def _partial(node: Node) -> str:
    """The kind of a date that is asked in part; empty for any other question."""
    words = node.row.text("appearance").lower().split() if node.type.name == "date" else []
    return next((_PARTIAL[word] for word in words if word in _PARTIAL), "")


@dataclass(frozen=True, slots=True)
class Asker:
    """Writes questions from rows."""

    desk: Desk

    @property
    def remarks(self) -> Remarks:
        """What is said along the way."""
        return self.desk.remarks

    def question(self, node: Node, around: Sequence[Scalar]) -> QuestionSpec:
        """The question of a row; ``around`` are the conditions of the groups that hold it."""
        kind = self._kind(node)
        values: Values = {"kind": Scalar(kind, self._place(node, "type"))}
        values |= self._texts(node) | self._rules(node, around) | values_of(node, kind, self.desk)
        values |= self._choosing(node, kind) | self._appearance(node, kind)
        values |= own_values(node, OWN, kind, self.desk)
        self._name_the_rest(node)
        return self._spec(node, kind, values)

    def _spec(self, node: Node, kind: str, values: Values) -> QuestionSpec:
        for key in sorted(values.keys() - BY_KIND[kind]):
            if key not in {"label", "hint", "guidance"} or kind != "hidden":
                message = f"« {key} » ne sert pas à une question « {kind} » : il n’est pas repris."
                self.remarks.warn(cell_at(values[key].place), message)
        kept: dict[str, Any] = {key: value for key, value in values.items() if key in BY_KIND[kind]}
        for message, rule in (("constraint_message", "constraint"), ("required_message", "required")):
            if message in kept and rule not in kept and not (rule == "required" and "confirms" in kept):
                self.remarks.warn(
                    cell_at(kept[message].place), f"ce message n’a plus de règle « {rule} » : il n’est pas repris."
                )
                del kept[message]
        name = Scalar(self.desk.names.of(node), self._place(node, "name"))
        if node.type.other or node.row.text("other") == "true":
            kept["other"] = Scalar("true", name.place)
        kept |= more_of("question", node.row.get(MORE), self.remarks)
        return QuestionSpec(place=node.row.cell.place, name=name, **kept)

    def _kind(self, node: Node) -> str:
        own = own_kind(node)
        if own:
            return own
        partial = _partial(node)
        if partial:
            return partial
        substitute = SUBSTITUTES.get(node.type.name)
        if substitute is None:
            return "hidden" if node.type.name == "metadata" else node.type.name
        if substitute.said:
            self.remarks.warn(node.row.at("type"), substitute.said)
        if node.type.name == "calculate" and truth(node.row.get("readonly") or Scalar("", node.row.cell.place)):
            return "calculate"
        return substitute.kind

    def _place(self, node: Node, key: str) -> Place:
        return node.row.at(key).place

    def _texts(self, node: Node) -> Values:
        row = node.row
        values = {ours: self.desk.text(row.values[key], node) for key, ours in _TEXTS.items() if key in row.values}
        label = row.get("label")
        if label is None and "hint" in values and node.type.name not in {"calculate", "metadata", "hidden"}:
            values["label"] = values.pop("hint")
            self.remarks.warn(row.at("hint"), "question sans libellé : l’aide en tient lieu.")
        elif label is None:
            values["label"] = Scalar(readable(node.name), row.at("name").place)
            if node.type.name not in {"calculate", "metadata", "hidden"}:
                self.remarks.warn(row.cell, "question sans libellé : son nom en tient lieu.", "Remplissez « label ».")
        else:
            values["label"] = self.desk.text(label, node)
        told = SUBSTITUTES.get(node.type.name)
        if told is not None and told.hint:
            values.setdefault("guidance" if "hint" in values else "hint", Scalar(told.hint, row.at("type").place))
        return values

    def relevance(self, node: Node, around: Sequence[Scalar]) -> Scalar | None:
        """The conditions of a row and of what holds it, as one."""
        cell = node.row.get("relevant")
        own = None if cell is None else self.desk.rule(cell, node, _RULES["relevant"])
        return self.desk.rewriter.all_of([*around, *([] if own is None else [own])])

    def _rules(self, node: Node, around: Sequence[Scalar]) -> Values:
        row = node.row
        values: Values = {}
        relevant = self.relevance(node, around)
        if relevant is not None:
            values["relevant"] = relevant
        for key, ours in (("required", "required"), ("readonly", "read_only")):
            cell = row.get(key)
            if cell is None or truth(cell) is False:
                continue
            rule = (
                Scalar("true", cell.place) if truth(cell) else self.desk.rule(cell, node, "Elle est laissée de côté.")
            )
            if rule is not None and node.type.name not in {"note", "calculate", "hidden"}:
                values[ours] = rule
        constraint = row.get("constraint")
        if constraint is not None:
            rule = self.desk.rule(constraint, node, _RULES["constraint"])
            values |= {} if rule is None else self._constraint(node, rule)
            if rule is not None and "regex(" in rule.text and node.type.name in {"text", "barcode"}:
                values["max_length"] = Scalar(_PATTERN_LENGTH, rule.place)
        return values

    def _constraint(self, node: Node, rule: Scalar) -> Values:
        if node.row.get("constraint_message") is not None:
            return {"constraint": rule}
        if node.type.name in {"integer", "decimal"} and bounds(rule):
            return bounds(rule)
        self.remarks.warn(
            cell_at(rule.place),
            f"contrôle sans message : on dira « {_UNSAID} ».",
            "Remplissez « constraint_message ».",
        )
        return {"constraint": rule, "constraint_message": Scalar(_UNSAID, rule.place)}

    def _choosing(self, node: Node, kind: str) -> Values:
        """The list of a question, and what chooses among its options."""
        word = node.type.list_name or node.type.file
        own = node.row.get("choices")
        if own is not None:
            return {"choices": own} | self._filter(node, ListWords())
        if not word or node.type.name == "metadata":
            return {}
        cell = node.row.values["type"]
        if word.startswith("${"):
            return self._items(node, Scalar(word, cell.place))
        found = self.desk.lists.by_name.get(word)
        if found is None:
            unknown_list(Scalar(word, cell.place), self.desk.lists.by_name, self.remarks)
            return {}
        if "choices" not in BY_KIND[kind]:
            found.brought = True
            return {}
        found.used = True
        return {"choices": Scalar(found.name, cell.place)} | self._filter(node, found.words)

    def _filter(self, node: Node, words: ListWords | None) -> Values:
        rule = node.row.get("choice_filter")
        kept = None if rule is None else self.desk.rule(rule, node, "Tous les choix sont proposés.", words)
        return {} if kept is None else {"choice_filter": kept}

    def _items(self, node: Node, word: Scalar) -> Values:
        """The items of a repeat to choose among: ``select_one ${nom}``."""
        desk = self.desk
        label = desk.names.meant(word.text[2:-1].strip(), node)
        repeat = None if label is None else label.repeat
        if label is None or label.is_block or repeat is None:
            message = f"« {word.text} » n’est pas une question d’une répétition."
            self.remarks.refuse(cell_at(word.place), message, "Nommez une question qui se trouve dans une répétition.")
            return {}
        if repeat.repeat is not None:
            message = f"« {word.text} » est dans une répétition d’une autre : on ne choisit pas parmi ses éléments."
            remedy = "Prenez les éléments de la répétition qui l’entoure, ou écrivez les choix."
            self.remarks.refuse(cell_at(word.place), message, remedy)
            return {}
        listed = desk.lists.items_of(desk.names.of(repeat), desk.names.of(label))
        return {"choices": Scalar(listed, word.place)} | self._filter(node, None)

    def _appearance(self, node: Node, kind: str) -> Values:
        cell = node.row.get("appearance")
        if cell is None:
            return {}
        for word in cell.text.lower().split():
            if word in _PARTIAL and kind == _PARTIAL[word]:
                return {}
            if word in _SHOWN and word in APPEARANCES.get(kind, ()):
                return {"appearance": Scalar(word, cell.place)}
        self.remarks.warn(cell_at(cell.place), f"l’apparence « {cell.text} » n’est pas reprise.")
        return {}

    def _name_the_rest(self, node: Node) -> None:
        """Say what of a row has no place in our language."""
        row = node.row
        for key in sorted(MEDIA & row.values.keys()):
            self.remarks.warn(row.at(key), "les images, les sons et les vidéos des questions ne sont pas repris.")
        if "parameters" in row.values and node.type.name != "range" and not node.type.file:
            self.remarks.warn(row.at("parameters"), f"« {row.text('parameters')} » n’est pas repris.")
        if "repeat_count" in row.values and not node.is_repeat:
            self.remarks.warn(row.at("repeat_count"), "un nombre de répétitions ne sert qu’à une répétition.")
        for cell in row.extra.values():
            self.remarks.warn(cell_at(cell.place), "cette colonne n’est pas reprise.")
