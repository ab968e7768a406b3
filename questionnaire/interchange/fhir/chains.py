"""The tree of a FHIRPath expression, and its chains: ``item.where(linkId = 'a').answer.value``."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

Node = Mapping[str, Any]


class Untranslated(Exception):
    """What of an expression has no place in our language."""


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a chain: a member, a call with its ``arguments``, or the value ``inside`` that it begins with."""

    name: str
    arguments: tuple[Node, ...] | None = None
    inside: Node | None = None


def tree_of(expression: str) -> Node:
    """The tree of an expression. Raises Untranslated."""
    from questionnaire.interchange.fhir.grammar import Unparsed, parse  # noqa: PLC0415  # large, and rarely needed

    try:
        return only(parse(expression))
    except (Unparsed, RecursionError) as error:
        raise Untranslated("elle n’est pas écrite en FHIRPath") from error


def children(node: Node) -> tuple[Node, ...]:
    """The parts of a node."""
    return tuple(cast("Sequence[Node]", node.get("children", ())))


def only(node: Node) -> Node:
    """The one part of a node."""
    found = children(node)
    if len(found) != 1:
        raise Untranslated("elle n’est pas écrite en FHIRPath")
    return found[0]


def steps(node: Node) -> Iterator[Step]:
    """The links of a chain, from the first."""
    match node["type"]:
        case "InvocationExpression":
            left, right = children(node)
            yield from steps(left)
            yield from steps(right)
        case "TermExpression" | "InvocationTerm" | "FunctionInvocation" | "MemberInvocation":
            yield from steps(only(node))
        case "ExternalConstantTerm":
            yield Step(f"%{_name_in(node)}")
        case "Identifier":
            yield Step(str(node["text"]).strip("`"))
        case "Functn":
            name, *given = children(node)
            yield Step(str(name["text"]), children(given[0]) if given else ())
        case _:
            yield Step("", None, node)


def _name_in(node: Node) -> str:
    """The name of a variable, wherever the grammar keeps it."""
    if node["type"] == "Identifier":
        return str(node["text"]).strip("`")
    return next((found for child in children(node) if (found := _name_in(child))), "")


def link_of(step: Step) -> str | None:
    """The identifier in ``where(linkId = '…')``."""
    if step.name != "where" or not step.arguments or len(step.arguments) != 1:
        return None
    test = step.arguments[0]
    if test["type"] != "EqualityExpression" or test["terminalNodeText"] != ["="]:
        return None
    texts = [str(each.get("text", "")) for each in children(test)]
    if "linkId" not in texts:
        return None
    literal = texts[1 - texts.index("linkId")]
    return literal[1:-1] if literal[:1] == "'" else None


def links_inside(chain: tuple[Step, ...]) -> Iterator[str]:
    """The identifiers that conditions inside of a chain read."""
    for step in chain:
        for argument in step.arguments or ():
            for node in _walk(argument):
                if node["type"] == "InvocationExpression":
                    yield from (link for each in steps(node) if (link := link_of(each)) is not None)


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in children(node):
        yield from _walk(child)


def reads(chain: tuple[Step, ...]) -> bool:
    """Whether a chain leads to an item."""
    return any(link_of(step) is not None for step in chain)
