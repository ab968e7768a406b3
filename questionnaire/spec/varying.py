"""Texts with variants: each becomes one text that a hidden calculation chooses, before anything else is read of a form.

What was chosen is thus an answer like those of other calculations: it is frozen with the document, which says later
what its readers read.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from questionnaire.spec.faults import Faults
from questionnaire.spec.keys import TEXTS
from questionnaire.spec.nodes import Mapping, Node, Place, Scalar, Sequence
from questionnaire.spec.text_details import VARIANT_KEYS, VARIANT_ORDER
from questionnaire.spec.text_reading import OTHER_CASE

VARIANT = "variant"
"""How the name of a hidden calculation ends: that of its question and of the text come before."""

_KEPT = ("relevant", "personal", "consent", "visible_to")
"""Keys of a question that hold for what its texts tell too."""

Entries = tuple[tuple[Scalar, Node], ...]
Hidden = tuple[str, Mapping]
"""The key of a text, and the calculation that chooses its variant."""


def with_variants(root: Node, faults: Faults) -> Node:
    """The content of a form or of a block, every text of a question, a row or a section written as one."""
    if not isinstance(root, Mapping):
        return root
    return replace(root, entries=tuple((key, _Varying(faults).part(key.text, value)) for key, value in root.entries))


class _Varying:
    """One form being read."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults

    def part(self, key: str, value: Node) -> Node:
        """The sections of a form, the questions of a block; the rest stays as it is."""
        if key == "sections" and isinstance(value, Sequence):
            return replace(value, items=tuple(map(self._section, value.items)))
        return self._questions(value) if key == "questions" else value

    def _section(self, node: Node) -> Node:
        if not isinstance(node, Mapping):
            return node
        whole, hidden = self._single(node)
        return _beginning(whole, [calculation for _, calculation in hidden])

    def _questions(self, node: Node) -> Node:
        if not isinstance(node, Sequence):
            return node
        return replace(node, items=tuple(each for item in node.items for each in self._question(item)))

    def _question(self, node: Node) -> Iterator[Node]:
        """A question after what chooses its texts; what chooses the title of the items of a repeat is in each."""
        if not isinstance(node, Mapping):
            yield node
            return
        whole, hidden = self._single(node)
        yield from (calculation for key, calculation in hidden if key != "item_label")
        yield _beginning(whole, [calculation for key, calculation in hidden if key == "item_label"])

    def _single(self, node: Mapping, called: str = "", kept: Entries = ()) -> tuple[Mapping, list[Hidden]]:
        """A part whose texts are single, those inside it too, and what chooses them."""
        name = next((value.text for key, value in node.entries if key.text == "name" and isinstance(value, Scalar)), "")
        kept = kept or tuple((key, value) for key, value in node.entries if key.text in _KEPT)
        entries: list[tuple[Scalar, Node]] = []
        found: list[Hidden] = []
        for key, value in node.entries:
            new, hidden = self._valued(called or name, key, value, kept)
            entries.append((key, new))
            found += hidden
        return replace(node, entries=tuple(entries)), found

    def _valued(self, name: str, key: Scalar, value: Node, kept: Entries) -> tuple[Node, list[Hidden]]:
        if key.text == "questions":
            return self._questions(value), []
        if key.text == "rows" and isinstance(value, Sequence):
            rows = [self._single(row) if isinstance(row, Mapping) else (row, []) for row in value.items]
            return replace(value, items=tuple(row for row, _ in rows)), [each for _, found in rows for each in found]
        if key.text == "easy" and isinstance(value, Mapping):
            return self._single(value, f"{name}_easy", kept)
        if key.text in TEXTS and isinstance(value, Sequence) and any(isinstance(item, Mapping) for item in value.items):
            return self._chosen(f"{name}_{key.text}_{VARIANT}", key, value, kept)
        return value, []

    def _chosen(self, name: str, key: Scalar, node: Sequence, kept: Entries) -> tuple[Node, list[Hidden]]:
        """The one text that says each variant in its case, and the calculation of the case."""
        variants = list(_variants(key, node, self._faults))
        conditions = [when for when, _ in variants]
        if len(variants) < len(node.items):
            return Scalar("…", node.place), []  # told
        if not conditions[:-1] or None in conditions[:-1] or conditions[-1] is not None:
            self._faults.add(VARIANT_ORDER, key.place, key=key.text)
            return Scalar("…", node.place), []
        text: list[str | Scalar] = [f"{{{name}, select,"]
        rule: list[str | Scalar] = []
        for rank, (when, said) in enumerate(variants, start=1):
            text += [f" {f'v{rank}' if when else OTHER_CASE} {{", said, "}"]
            rule += ["if(", when, f", 'v{rank}', "] if when else ["''"]
        rule.append(")" * (len(variants) - 1))
        calculation = _hidden(name, key.text, _joined(rule, node.place), kept)
        return _joined([*text, "}"], node.place), [(key.text, calculation)]


def _variants(key: Scalar, node: Sequence, faults: Faults) -> Iterator[tuple[Scalar | None, Scalar]]:
    for item in node.items:
        said = {entry.text: value for entry, value in item.entries} if isinstance(item, Mapping) else {}
        when, text = said.get("when"), said.get("text")
        if not isinstance(text, Scalar) or not isinstance(when, Scalar | None) or said.keys() - {"when", "text"}:
            faults.add(VARIANT_KEYS, item.place, key=key.text)
        else:
            yield when, text


def _joined(pieces: Iterable[str | Scalar], place: Place) -> Scalar:
    """One text made of several, which still knows their places in the file."""
    text = ""
    known: list[tuple[int, Scalar, int]] = []
    for piece in pieces:
        if isinstance(piece, Scalar):
            known.append((len(text), piece, 0))
        text += piece.text if isinstance(piece, Scalar) else piece
    return Scalar(text, place, pieces=tuple(known))


def _hidden(name: str, key: str, rule: Scalar, kept: Entries) -> Mapping:
    said = {"name": name, "kind": "hidden", "label": f"Variante de « {key} »"}
    entries = [(Scalar(each, rule.place), Scalar(value, rule.place)) for each, value in said.items()]
    return Mapping((*entries, (Scalar("calculation", rule.place), rule), *kept), rule.place)


def _beginning(node: Mapping, questions: list[Mapping]) -> Mapping:
    """A section or a repeat that begins with these questions."""
    if not questions:
        return node
    entries = (
        (key, replace(value, items=(*questions, *value.items)))
        if key.text == "questions" and isinstance(value, Sequence)
        else (key, value)
        for key, value in node.entries
    )
    return replace(node, entries=tuple(entries))
