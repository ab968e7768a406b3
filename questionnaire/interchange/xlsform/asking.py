"""From a row to a question of our language, every cell of it used or named in a remark."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from questionnaire.interchange.xlsform.answering import (
    bounds,
    decimal,
    is_dynamic,
    literal,
    parameters,
    truth,
)
from questionnaire.interchange.xlsform.cells import cell_at
from questionnaire.interchange.xlsform.columns import MEDIA, OWN
from questionnaire.interchange.xlsform.kinds import SUBSTITUTES
from questionnaire.interchange.xlsform.lists import Lists, unknown_list
from questionnaire.interchange.xlsform.naming import Names, readable
from questionnaire.interchange.xlsform.remarks import Remarks
from questionnaire.interchange.xlsform.rewriting import ListWords, Rewriter
from questionnaire.interchange.xlsform.structure import Node
from questionnaire.interchange.xlsform.types import METADATA
from questionnaire.interchange.xlsform.wording import plain_text
from questionnaire.spec.declared import QuestionSpec
from questionnaire.spec.keys import APPEARANCES, BY_KIND
from questionnaire.spec.kinds import KINDS
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
_SHOWN = ("multiline", "minimal", "table", "folded", "signpost")
Values = dict[str, Scalar]


@dataclass(frozen=True, slots=True)
class Asker:
    """Writes questions; ``names``, ``lists`` and ``rewriter`` are those of the form."""

    names: Names
    lists: Lists
    rewriter: Rewriter
    remarks: Remarks

    def question(self, node: Node, around: Sequence[Scalar]) -> QuestionSpec:
        """The question of a row; ``around`` are the conditions of the groups that hold it."""
        kind = self._kind(node)
        values: Values = {"kind": Scalar(kind, self._place(node, "type"))}
        values |= self._texts(node) | self._rules(node, around) | self._own(node, kind)
        values |= self._value(node, kind) | self._bounds(node, kind) | self._choosing(node)
        values |= self._appearance(node, kind)
        self._name_the_rest(node)
        return self._spec(node, kind, values)

    def _spec(self, node: Node, kind: str, values: Values) -> QuestionSpec:
        for key in sorted(values.keys() - BY_KIND[kind]):
            if key not in {"label", "hint", "guidance"} or kind != "hidden":
                message = f"« {key} » ne sert pas à une question « {kind} » : il n’est pas repris."
                self.remarks.warn(cell_at(values[key].place), message)
        kept: dict[str, Any] = {key: value for key, value in values.items() if key in BY_KIND[kind]}
        for message, rule in (("constraint_message", "constraint"), ("required_message", "required")):
            if message in kept and rule not in kept:
                self.remarks.warn(
                    cell_at(kept[message].place), f"ce message n’a plus de règle « {rule} » : il n’est pas repris."
                )
                del kept[message]
        name = Scalar(self.names.of(node), self._place(node, "name"))
        other = Scalar("true", name.place) if node.type.other else None
        return QuestionSpec(place=node.row.cell.place, name=name, other=other, **kept)

    def _kind(self, node: Node) -> str:
        own = node.row.text("kind")
        if own in KINDS and own != "repeat":
            return own
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
        values = {ours: self.text(row.values[key], node) for key, ours in _TEXTS.items() if key in row.values}
        label = row.get("label")
        if label is None and "hint" in values and node.type.name not in {"calculate", "metadata", "hidden"}:
            values["label"] = values.pop("hint")
            self.remarks.warn(row.at("hint"), "question sans libellé : l’aide en tient lieu.")
        elif label is None:
            values["label"] = Scalar(readable(node.name), row.at("name").place)
            if node.type.name not in {"calculate", "metadata", "hidden"}:
                self.remarks.warn(row.cell, "question sans libellé : son nom en tient lieu.", "Remplissez « label ».")
        else:
            values["label"] = self.text(label, node)
        told = SUBSTITUTES.get(node.type.name)
        if told is not None and told.hint:
            values.setdefault("guidance" if "hint" in values else "hint", Scalar(told.hint, row.at("type").place))
        return values

    def text(self, cell: Scalar, node: Node) -> Scalar:
        """A text that people read."""
        return self.rewriter.text(plain_text(cell, self.remarks), node)

    def relevance(self, node: Node, around: Sequence[Scalar]) -> Scalar | None:
        """The conditions of a row and of what holds it, as one."""
        cell = node.row.get("relevant")
        own = None if cell is None else self.rewriter.rule(cell, node, _RULES["relevant"])
        return self.rewriter.all_of([*around, *([] if own is None else [own])])

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
                Scalar("true", cell.place)
                if truth(cell)
                else self.rewriter.rule(cell, node, "Elle est laissée de côté.")
            )
            if rule is not None and node.type.name not in {"note", "calculate", "hidden"}:
                values[ours] = rule
        constraint = row.get("constraint")
        if constraint is not None:
            rule = self.rewriter.rule(constraint, node, _RULES["constraint"])
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

    def _own(self, node: Node, kind: str) -> Values:
        """What the columns of our own say."""
        keys = (key for key in OWN if key != "kind" and key in node.row.values and key in BY_KIND[kind])
        return {key: node.row.values[key] for key in keys}

    def _value(self, node: Node, kind: str) -> Values:
        """What computes an answer, or gives its first value."""
        row = node.row
        cell, default = row.get("calculation"), row.get("default")
        if node.type.name == "metadata":
            return {"calculation": Scalar(METADATA[node.type.list_name], row.at("type").place)}
        if kind in {"hidden", "calculate"}:
            return {"calculation": self._calculation(node, cell or default)}
        if row.get("trigger") is not None:
            self.remarks.warn(
                row.at("trigger"), "ce déclencheur n’est pas repris : une valeur calculée suit ce qu’elle lit."
            )
        if cell is not None:
            self.remarks.warn(
                row.at("calculation"), "le calcul donne la première valeur ; la personne peut la changer."
            )
            rule = self.rewriter.rule(cell, node, "La question commence vide.")
            return {} if rule is None else {"default": _as_rule(rule)}
        return {} if default is None else self._default(node, default)

    def _calculation(self, node: Node, cell: Scalar | None) -> Scalar:
        place = node.row.at("type").place
        dynamic = cell is not None and (node.row.get("calculation") is not None or is_dynamic(cell.text))
        if cell is not None and (dynamic or node.type.name == "hidden"):
            if not dynamic:
                return Scalar(f"'{cell.text.replace(chr(39), '’')}'", cell.place)
            rule = self.rewriter.rule(cell, node, "La valeur reste vide.")
            return rule or Scalar("''", cell.place)
        if node.type.name == "calculate":
            self.remarks.refuse(node.row.cell, "le calcul manque.", "Remplissez la colonne « calculation ».")
        return Scalar("''", place)

    def _default(self, node: Node, cell: Scalar) -> Values:
        if is_dynamic(cell.text):
            rule = self.rewriter.rule(cell, node, "La question commence vide.")
            return {} if rule is None else {"default": rule}
        words = [self.lists.renamed.get(word, word) for word in cell.text.split()]
        if node.type.name == "select_multiple" and len(words) > 1:
            return {"default": Scalar(f"'{' '.join(words)}'", cell.place)}
        written = literal(self.lists.renamed.get(cell.text, " ".join(cell.text.split())))
        if written is None:
            self.remarks.warn(cell_at(cell.place), "cette première valeur ne peut pas être reprise.")
            return {}
        return {"default": Scalar(written, cell.place)}

    def _bounds(self, node: Node, kind: str) -> Values:
        if kind != "range":
            return {}
        cell = node.row.get("parameters")
        place = node.row.at("parameters").place
        given = {"start": "1", "end": "10", "step": "1"} | parameters(cell)
        numbers = {name: decimal(given[name]) for name in ("start", "end", "step")}
        low, high, step = numbers["start"], numbers["end"], numbers["step"]
        if low is None or high is None or step is None or step <= 0 or low >= high or step > high - low:
            self.remarks.refuse(
                node.row.at("parameters"),
                "les bornes ou le pas ne conviennent pas.",
                "Écrivez par exemple « start=0 end=10 step=1 », le pas plus petit que l’écart.",
            )
            return {}
        values = {"min": Scalar(given["start"], place), "max": Scalar(given["end"], place)}
        return values if step == 1 else values | {"step": Scalar(given["step"], place)}

    def _choosing(self, node: Node) -> Values:
        """The list of a question, and what chooses among its options."""
        word = node.type.list_name or node.type.file
        if not word or node.type.name == "metadata":
            return {}
        cell = node.row.values["type"]
        found = self.lists.by_name.get(word)
        if found is None:
            unknown_list(Scalar(word, cell.place), self.lists.by_name, self.remarks)
            return {}
        values = {"choices": Scalar(found.name, cell.place)}
        rule = node.row.get("choice_filter")
        if rule is not None:
            kept = self.rewriter.rule(rule, node, "Tous les choix sont proposés.", found.words)
            values |= {} if kept is None else {"choice_filter": kept}
        return values

    def _appearance(self, node: Node, kind: str) -> Values:
        cell = node.row.get("appearance")
        if cell is None:
            return {}
        for word in cell.text.lower().split():
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


def _as_rule(rule: Scalar) -> Scalar:
    """A rule that is told from a plain value: it names a question, calls a function or holds quotes."""
    return rule if is_dynamic(rule.text) or "'" in rule.text else Scalar(f"string({rule.text})", rule.place)


__all__ = ["Asker", "ListWords"]
