"""An answer tree over an XML instance, for cases that bring one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

_STEP = re.compile(r"/\*\[([0-9]+)\]")


@dataclass(slots=True, eq=False)
class XmlNode:
    """An element as a node: its value is its text, blank for one that holds elements."""

    name: str
    value: str = ""
    parent: XmlNode | None = None
    children: Sequence[XmlNode] = field(default_factory=list)

    @property
    def path(self) -> str:
        """The positional path, `/*[1]/*[2]`; `/` for the document."""
        if self.parent is None:
            return "/"
        rank = next(index for index, child in enumerate(self.parent.children, 1) if child is self)
        return f"{self.parent.path.rstrip('/')}/*[{rank}]"


def document(xml: str | None) -> XmlNode:
    """Return the document node over `xml`, an empty document when there is none."""
    root = XmlNode("")
    if xml:
        root.children = [_node(ET.fromstring(xml), root)]
    return root


def _node(element: ET.Element, parent: XmlNode) -> XmlNode:
    node = XmlNode(element.tag.rpartition("}")[2], parent=parent)
    node.children = [_node(child, node) for child in element]
    node.value = "" if node.children else element.text or ""
    return node


def at(root: XmlNode, path: str | None) -> XmlNode | None:
    """Return the element at a positional path; None for an attribute, a comment or a text."""
    steps = (path or "/").rstrip("/")
    if not re.fullmatch(rf"(?:{_STEP.pattern})*", steps):
        return None
    node = root
    for rank in _STEP.findall(steps):
        if int(rank) > len(node.children):
            return None
        node = node.children[int(rank) - 1]
    return node
