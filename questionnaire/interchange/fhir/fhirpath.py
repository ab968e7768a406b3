"""FHIRPath expressions in our language: what reads answers and computes with them; the rest is named."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final, cast

from questionnaire.expressions import ParseError
from questionnaire.expressions.parser import read_tree
from questionnaire.interchange.fhir.chains import (
    Node,
    Step,
    Untranslated,
    children,
    link_of,
    links_inside,
    only,
    reads,
    steps,
    tree_of,
)
from questionnaire.interchange.fhir.desk import Desk
from questionnaire.interchange.fhir.items import Item
from questionnaire.interchange.fhir.kinds import LISTED, kind_of
from questionnaire.interchange.fhir.literals import quoted
from questionnaire.interchange.fhir.urls import VARIABLE
from questionnaire.interchange.trees import written

LONGEST = 4_000
"""Characters of an expression, variables written out."""

_SIGNS: Final = MappingProxyType({"/": "div", "div": "div", "mod": "mod", "*": "*", "+": "+", "-": "-"})
_CALLS: Final = MappingProxyType(
    {
        "ln": "log({0})", "exp": "exp({0})", "sqrt": "sqrt({0})", "abs": "abs({0})", "power": "pow({0}, {1})",
        "floor": "floor({0})", "ceiling": "ceiling({0})", "truncate": "int({0})", "toInteger": "int({0})",
        "toDecimal": "number({0})", "toString": "string({0})", "length": "string-length({0})",
        "contains": "contains({0}, {1})", "startsWith": "starts-with({0}, {1})", "matches": "regex({0}, {1})",
        "not": "not({0})", "exists": "{0} != ''", "empty": "{0} = ''", "hasValue": "{0} != ''", "first": "{0}",
        "sum": "sum({0})", "count": "count({0})",
    }
)  # fmt: skip
_UNKNOWN: Final = MappingProxyType(
    {"IndexerExpression": "[…]", "UnionExpression": "|", "MembershipExpression": "in", "TypeExpression": "is"}
)
_ROUNDED = "round({0}, {1})"
_PASSED = frozenset({"value", "valueDecimal", "valueInteger", "valueString", "valueDate", "valueDateTime", "valueTime"})
_TRUTHS = frozenset({"value", "valueBoolean"})
_CODED = frozenset({"valueCoding", "code", "display", "value"})
_ROOTS = frozenset({"resource", "context", "questionnaire"})
_WEIGHING = frozenset({"ordinal", "weight"})


@dataclass(frozen=True, slots=True)
class _Said:
    """A part as our rules write it; ``item`` where it is the plain answer of one, ``text`` where it is a literal."""

    rule: str
    item: Item | None = None
    text: str | None = None
    truth: bool | None = None


def translated(expression: str, item: Item, desk: Desk) -> str:
    """The rule of our language that an expression of an item is. Raises Untranslated."""
    rule = _Translator(item, desk, ()).said(tree_of(expression)).rule
    try:
        return written(read_tree(rule))
    except ParseError as error:
        raise Untranslated("elle n’a pas de sens ici") from error


class _Translator:
    """Says the parts of one expression; ``opened`` are the variables being written out."""

    def __init__(self, item: Item, desk: Desk, opened: tuple[str, ...]) -> None:
        self._item = item
        self._desk = desk
        self._opened = opened
        self._by_type: Mapping[str, Callable[[Node], _Said]] = {
            "EntireExpression": self._inner,
            "TermExpression": self._inner,
            "LiteralTerm": self._literal,
            "ParenthesizedTerm": self._inner,
            "InvocationTerm": self._chain,
            "InvocationExpression": self._chain,
            "ExternalConstantTerm": self._chain,
            "PolarityExpression": self._polarity,
            "MultiplicativeExpression": self._arithmetic,
            "AdditiveExpression": self._arithmetic,
            "EqualityExpression": self._equality,
            "InequalityExpression": self._inequality,
            "AndExpression": self._logic,
            "OrExpression": self._logic,
            "ImpliesExpression": self._implied,
        }

    def said(self, node: Node) -> _Said:
        """A part, whatever it is."""
        made = self._by_type.get(str(node.get("type")))
        if made is None:
            what = _UNKNOWN.get(str(node.get("type"))) or str(node.get("text"))
            raise Untranslated(f"« {what} » n’a pas de traduction")
        said = made(node)
        if len(said.rule) > LONGEST:
            raise Untranslated("elle est trop longue")
        return said

    def _inner(self, node: Node) -> _Said:
        return self.said(only(node))

    def _literal(self, node: Node) -> _Said:
        literal = only(node)
        text = str(literal.get("text", ""))
        match literal.get("type"):
            case "NullLiteral":
                return _Said("''")
            case "NumberLiteral":
                return _Said(text)
            case "BooleanLiteral":
                return _Said(f"{text}()", truth=text == "true")
            case "StringLiteral":
                plain = text[1:-1].replace("\\'", "'").replace("\\\\", "\\")
                return _Said(quoted(plain), text=plain)
            case "DateLiteral":
                return _Said(f"date({quoted(text.removeprefix('@'))})")
            case _:
                raise Untranslated(f"« {text} » n’a pas de traduction")

    def _polarity(self, node: Node) -> _Said:
        said = self._inner(node)
        return said if node["terminalNodeText"] == ["+"] else _Said(f"(-{said.rule})")

    def _arithmetic(self, node: Node) -> _Said:
        left, right = (self.said(each) for each in children(node))
        sign = str(node["terminalNodeText"][0])
        if sign == "&" or (sign == "+" and (left.text is not None or right.text is not None)):
            return _Said(f"concat({left.rule}, {right.rule})")
        if sign == "div":
            return _Said(f"int(({left.rule}) div ({right.rule}))")
        return _Said(f"(({left.rule}) {_SIGNS[sign]} ({right.rule}))")

    def _equality(self, node: Node) -> _Said:
        left, right = (self.said(each) for each in children(node))
        sign = str(node["terminalNodeText"][0])
        if sign not in {"=", "!="}:
            raise Untranslated(f"l’opérateur « {sign} » n’a pas de traduction")
        for one, other in ((left, right), (right, left)):
            if one.item is not None and (other.text is not None or other.truth is not None):
                return _Said(self._answered(one, other, sign))
        return _Said(f"(({left.rule}) {sign} ({right.rule}))")

    def _answered(self, answer: _Said, literal: _Said, sign: str) -> str:
        """An answer compared with a literal, said by the name that the choice has with us."""
        item = cast("Item", answer.item)
        kind = kind_of(item, self._desk.options.get(item))
        if literal.truth is not None:
            return f"({answer.rule} {sign} {quoted('oui' if literal.truth else 'non')})"
        if kind not in LISTED:
            return f"({answer.rule} {sign} {literal.rule})"
        name = self._desk.options[item].of_code(literal.text or "")
        if name is None:
            raise Untranslated(f"« {literal.text} » n’est pas un choix de « {item.link} »")
        if kind == "select_multiple":
            chosen = f"selected({answer.rule}, {quoted(name)})"
            return chosen if sign == "=" else f"not({chosen})"
        return f"({answer.rule} {sign} {quoted(name)})"

    def _inequality(self, node: Node) -> _Said:
        left, right = (self.said(each) for each in children(node))
        return _Said(f"(({left.rule}) {node['terminalNodeText'][0]} ({right.rule}))")

    def _truth(self, node: Node) -> str:
        """A part that is a condition: the answer of a yes or no question is « oui »."""
        said = self.said(node)
        if said.item is not None and said.item.type == "boolean":
            return f"({said.rule} = 'oui')"
        return said.rule

    def _logic(self, node: Node) -> _Said:
        left, right = (self._truth(each) for each in children(node))
        sign = str(node["terminalNodeText"][0])
        if sign == "xor":
            raise Untranslated("« xor » n’a pas de traduction")
        return _Said(f"(({left}) {sign} ({right}))")

    def _implied(self, node: Node) -> _Said:
        left, right = (self._truth(each) for each in children(node))
        return _Said(f"(not({left}) or ({right}))")

    def _chain(self, node: Node) -> _Said:
        chain = tuple(steps(node))
        first, rest = chain[0], chain[1:]
        if first.arguments is None and first.name.startswith("%") and first.name[1:] not in _ROOTS:
            return self._called(self._variable(first.name[1:]), rest)
        if first.inside is not None:
            return self._called(self.said(first.inside), rest)
        if first.arguments is not None and first.name in {"iif", "today", "now"} and not reads(chain):
            return self._called(self._function(first), rest)
        return self._read(chain)

    def _function(self, step: Step) -> _Said:
        arguments = step.arguments or ()
        if step.name != "iif":
            return _Said(f"{step.name}()")
        if len(arguments) not in {2, 3}:
            raise Untranslated("« iif » veut deux ou trois valeurs")
        otherwise = self.said(arguments[2]).rule if len(arguments) == 3 else "''"  # noqa: PLR2004  # its last one
        return _Said(f"if({self._truth(arguments[0])}, {self.said(arguments[1]).rule}, {otherwise})")

    def _variable(self, name: str) -> _Said:
        if name in self._opened:
            raise Untranslated(f"la variable « {name} » se lit elle-même")
        for holder in (self._item, *self._desk.around(self._item)):
            for each in holder.all_of(VARIABLE):
                raw = each.value.raw if each.value is not None and isinstance(each.value.raw, dict) else {}
                if raw.get("name") == name:
                    return self._written_out(name, raw, holder)
        raise Untranslated(f"« %{name} » vient d’ailleurs")

    def _written_out(self, name: str, raw: Mapping[str, Any], holder: Item) -> _Said:
        if raw.get("language") != "text/fhirpath":
            raise Untranslated(f"« %{name} » est une requête")
        inside = _Translator(holder, self._desk, (*self._opened, name))
        said = inside.said(tree_of(str(raw.get("expression", ""))))
        return _Said(f"({said.rule})", said.item)

    def _read(self, chain: tuple[Step, ...]) -> _Said:
        """The answer of the item that a chain leads to."""
        links = [(at, link) for at, step in enumerate(chain) if (link := link_of(step)) is not None]
        if not links:
            raise Untranslated("elle lit autre chose que des réponses")
        at, link = links[-1]
        item = self._desk.names.by_link.get(link)
        if item is None:
            raise Untranslated(f"elle lit « {link} », qui n’existe pas")
        rest = chain[at + 1 :]
        if rest and rest[0].name == "answerOption" and "extension" in {step.name for step in rest}:
            if set(links_inside(chain)) - {link}:
                raise Untranslated(f"elle mêle les choix de « {link} » et d’autres réponses")
            return self._weight(item)
        rule = f"${{{self._desk.names.of(item)}}}"
        if item.type != "group":
            if not rest or rest[0].name != "answer":
                raise Untranslated(f"elle lit autre chose que la réponse de « {link} »")
            rest = rest[1:]
        return self._called(_Said(rule, item), rest)

    def _called(self, said: _Said, chain: Sequence[Step]) -> _Said:
        """What the last links of a chain make of a value."""
        for step in chain:
            if step.arguments is None:
                said = self._member(said, step.name)
            elif step.name in _WEIGHING and said.item is not None:
                said = self._weight(said.item)
            elif step.name == "round":
                places = self.said(step.arguments[0]).rule if step.arguments else "0"
                said = _Said(_ROUNDED.format(said.rule, places))
            elif step.name in _CALLS:
                arguments = [self.said(each).rule for each in step.arguments]
                if len(arguments) != _CALLS[step.name].count("{") - 1:
                    raise Untranslated(f"« {step.name}() » n’a pas de traduction ici")
                made = _CALLS[step.name].format(said.rule, *arguments)
                said = said if step.name == "first" else _Said(made)
            else:
                raise Untranslated(f"« {step.name}() » n’a pas de traduction")
        return said

    def _member(self, said: _Said, name: str) -> _Said:
        if said.item is None:
            raise Untranslated(f"« .{name} » n’a pas de traduction")
        listed = said.item.type in {"choice", "open-choice"}
        known = _CODED if listed else _TRUTHS if said.item.type == "boolean" else _PASSED
        if name not in known or name == "display":
            raise Untranslated(f"« .{name} » n’a pas de traduction")
        return said

    def _weight(self, item: Item) -> _Said:
        """What the option chosen counts for."""
        options = self._desk.options.get(item)
        if options is None or not options.weights or item.repeats:
            raise Untranslated(f"les choix de « {item.link} » n’ont pas de poids")
        rule = "''"
        for name, weight in reversed(tuple(options.weights.items())):
            rule = f"if(${{{self._desk.names.of(item)}}} = {quoted(name)}, {Decimal(weight):f}, {rule})"
        return _Said(rule)
