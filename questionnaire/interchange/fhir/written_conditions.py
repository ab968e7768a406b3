"""Rules of ours as ``enableWhen``, where FHIR has words for them: comparisons of answers, all or one of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from questionnaire.expressions import ParseError
from questionnaire.expressions.parser import read_tree
from questionnaire.expressions.tree import Call, Number, Operation, Reference, Text, Tree
from questionnaire.spec.declared import QuestionSpec
from questionnaire.spec.nodes import Scalar

Json = dict[str, Any]
_SIGNS = frozenset({"=", "!=", ">", "<", ">=", "<="})
_SINGLE = frozenset({"select_one", "rating"})
_EQUAL = frozenset({"=", "!="})
_ANSWERS = {
    "integer": "answerInteger", "decimal": "answerDecimal", "text": "answerString", "email": "answerString",
    "tel": "answerString", "time": "answerTime",
}  # fmt: skip


class _Unsaid(Exception):
    """A rule for which FHIR has no word."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """Writes rules; ``questions`` are those that a condition may read, ``choices`` the codings of their options.

    ``links`` are what other tools call those questions.
    """

    questions: Mapping[str, QuestionSpec]
    choices: Mapping[str, Mapping[str, Json]]
    links: Mapping[str, str]

    def written(self, rule: Scalar) -> Json:
        """The keys of an item that say when it is asked; empty where FHIR cannot say it."""
        try:
            tree = read_tree(rule.text)
            found, behaviour = self._several(tree)
        except (ParseError, _Unsaid):
            return {}
        return {"enableWhen": found} | ({"enableBehavior": behaviour} if len(found) > 1 else {})

    def _several(self, tree: Tree) -> tuple[list[Json], str]:
        if isinstance(tree, Operation) and tree.operator in {"and", "or"}:
            return [self._one(each) for each in tree.operands], "all" if tree.operator == "and" else "any"
        return [self._one(tree)], "all"

    def _one(self, tree: Tree) -> Json:
        match tree:
            case Operation(sign, (Reference() as read, literal)) if sign in _SIGNS:
                return self._compared(read.name, sign, literal)
            case Call("selected", (Reference() as read, Text() as literal)):
                return self._chosen(read.name, "=", literal.value)
            case Call("not", (Call("selected", (Reference() as read, Text() as literal)),)):
                return self._chosen(read.name, "!=", literal.value)
            case _:
                raise _Unsaid

    def _compared(self, name: str, sign: str, literal: Tree) -> Json:
        asked = self.questions.get(name)
        if asked is None:
            raise _Unsaid
        kind = asked.kind.text
        if isinstance(literal, Text) and literal.value == "" and sign in _EQUAL:
            return {"question": self.links[name], "operator": "exists", "answerBoolean": sign == "!="}
        if kind == "yes_no" and sign in _EQUAL and isinstance(literal, Text) and literal.value in {"oui", "non"}:
            return {"question": self.links[name], "operator": sign, "answerBoolean": literal.value == "oui"}
        if kind in _SINGLE and isinstance(literal, Text):
            return self._chosen(name, sign, literal.value)
        return {"question": self.links[name], "operator": sign} | _answer(kind, literal)

    def _chosen(self, name: str, sign: str, choice: str) -> Json:
        codings = self.choices.get(name, {})
        if sign not in _EQUAL or choice not in codings:
            raise _Unsaid
        return {"question": self.links[name], "operator": sign, "answerCoding": codings[choice]}


def _answer(kind: str, literal: Tree) -> Json:
    key = _ANSWERS.get(kind)
    match literal:
        case Number(value) if key in {"answerInteger", "answerDecimal"}:
            number = Decimal(str(value))
            whole = number == number.to_integral_value()
            if key == "answerInteger" and not whole:
                raise _Unsaid
            return {key: int(number) if whole else float(number)}
        case Text(value) if key == "answerString":
            return {key: value}
        case Text(value) if key == "answerTime":
            return {key: f"{value}:00"}
        case Call("date", (Text(value),)) if kind == "date":
            return {"answerDate": value}
        case _:
            raise _Unsaid
