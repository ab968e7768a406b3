"""An answer tree over an XML instance, for cases that bring one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from xml.dom import Node as Dom
from xml.dom import minidom

from questionnaire.expressions import NodeKind

KINDS = {
    Dom.DOCUMENT_NODE: NodeKind.ROOT,
    Dom.ELEMENT_NODE: NodeKind.ELEMENT,
    Dom.TEXT_NODE: NodeKind.TEXT,
    Dom.CDATA_SECTION_NODE: NodeKind.TEXT,
    Dom.COMMENT_NODE: NodeKind.COMMENT,
    Dom.PROCESSING_INSTRUCTION_NODE: NodeKind.INSTRUCTION,
}
WRITTEN = {
    NodeKind.ELEMENT: "*",
    NodeKind.TEXT: "text()",
    NodeKind.COMMENT: "comment()",
    NodeKind.INSTRUCTION: "processing-instruction()",
}
"""How each kind stands in the path of a node."""

PRIMARY = ["html", "head", "model", "instance"]
"""Where a form keeps its answers: the paths of its rules begin there."""

XHTML = "http://www.w3.org/1999/xhtml"
_STEP = re.compile(r"/(?:@(?P<attribute>[^/]+)|(?P<kind>\*|[a-z-]+\(\))\[(?P<rank>[0-9]+)\])")


@dataclass(slots=True, eq=False)
class XmlNode:
    """A node of the instance: the value of an element is all the text inside it."""

    kind: NodeKind
    name: str = ""
    value: str = ""
    parent: XmlNode | None = None
    children: Sequence[XmlNode] = field(default_factory=list)
    attributes: Sequence[XmlNode] = ()

    @property
    def path(self) -> str:
        """The positional path, `/*[1]/*[2]/@id`; `/` for the document."""
        if self.parent is None:
            return "/"
        above = self.parent.path.rstrip("/")
        if self.kind is NodeKind.ATTRIBUTE:
            return f"{above}/@{self.name}"
        rank = _rank(self, self.parent)
        return f"{above}/{WRITTEN[self.kind]}[{rank}]"

    def walk(self) -> Iterator[XmlNode]:
        """The node and all inside."""
        yield self
        for child in self.children:
            yield from child.walk()


def _rank(node: XmlNode, parent: XmlNode) -> int:
    """Among its kind, from 1: texts that follow one another, as a CDATA section does, have one rank."""
    rank, before = 0, None
    for child in parent.children:
        joined = child.kind is NodeKind.TEXT and before is NodeKind.TEXT
        rank += _same(child.kind, node.kind) and not joined
        if child is node:
            return rank
        before = child.kind
    raise LookupError(node.name)


def _same(kind: NodeKind, other: NodeKind) -> bool:
    # The top of a form's answers is an element of its document.
    elements = {NodeKind.ELEMENT, NodeKind.ROOT}
    return kind is other or {kind, other} <= elements


def document(xml: str | None) -> XmlNode:
    """Return the document node over `xml`, an empty document when there is none."""
    if not xml:
        return XmlNode(NodeKind.ROOT)
    root = _node(minidom.parseString(xml.strip()), None)  # noqa: S318  # cases of our own, or a file given by name
    primary = root
    for name in PRIMARY:
        found = [child for child in primary.children if child.name.rpartition(":")[2] == name]
        if not found:
            return root
        primary = found[0]
    primary.kind = NodeKind.ROOT
    return root


def _node(dom: minidom.Node, parent: XmlNode | None) -> XmlNode:
    node = XmlNode(KINDS[dom.nodeType], parent=parent)
    if node.kind in (NodeKind.ELEMENT, NodeKind.ROOT):
        node.name = _name(dom) if node.kind is NodeKind.ELEMENT else ""
        node.children = [_node(child, node) for child in dom.childNodes if child.nodeType in KINDS]
        node.value = "".join(child.value for child in node.children if child.kind in (NodeKind.TEXT, NodeKind.ELEMENT))
        node.attributes = [
            XmlNode(NodeKind.ATTRIBUTE, name, value, node)
            for name, value in (dom.attributes.items() if dom.attributes else ())
            if not name.startswith("xmlns")
        ]
    else:
        node.name = str(dom.nodeName) if node.kind is NodeKind.INSTRUCTION else ""
        node.value = dom.nodeValue or ""
    return node


def _name(dom: minidom.Node) -> str:
    """The name as it is written; an element of a web page has the prefix that the cases use for those."""
    return f"xhtml:{dom.nodeName}" if dom.namespaceURI == XHTML and not dom.prefix else str(dom.nodeName)


def at(root: XmlNode, path: str | None) -> XmlNode | None:
    """Return the node at a positional path; None where there is none."""
    node: XmlNode | None = root
    for step in _STEP.finditer((path or "/").rstrip("/")):
        if node is None:
            return None
        if step["attribute"]:
            node = next((one for one in node.attributes if one.name == step["attribute"]), None)
            continue
        rank = int(step["rank"]) - 1
        alike = [child for child in node.children if _is(step["kind"])(child)]
        node = alike[rank] if rank < len(alike) else None
    return node


def _is(written: str) -> Callable[[XmlNode], bool]:
    kind = next(kind for kind, sign in WRITTEN.items() if sign == written)
    return lambda node: node.kind is kind or (kind is NodeKind.ELEMENT and node.kind is NodeKind.ROOT)
