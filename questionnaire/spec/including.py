"""Blocks of questions put in the place of what includes them, before anything else is read of a form."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from questionnaire.expressions import Names
from questionnaire.spec.block_details import (
    BLOCK_IN_ITSELF,
    BLOCK_LIST_TAKEN,
    MISPLACED_BLOCK,
    NOT_IN_BLOCK,
    TOO_MANY_BLOCKS,
    UNKNOWN_BLOCK,
)
from questionnaire.spec.block_files import Blocks
from questionnaire.spec.declared_blocks import BlockSpec, IncludeSpec
from questionnaire.spec.declaring import declare_include, keys_of
from questionnaire.spec.faults import EXPECTED_KEYS, EXPECTED_LIST, MISSING_KEY, UNKNOWN_KEY, Faults, guess
from questionnaire.spec.naming import check_name
from questionnaire.spec.nodes import START, Mapping, Node, Origin, Place, Scalar, Sequence, content, moved
from questionnaire.spec.overriding import conditioned, overridden
from questionnaire.spec.prefixing import Prefix, names_of

MOST = 200
"""Inclusions of one form, those inside blocks counted each time."""


def with_blocks(root: Node, blocks: Blocks, faults: Faults, block: str = "") -> Node | None:
    """The content of a form, or of the ``block`` called so, with the questions and lists of the blocks it includes.

    None where one of them cannot be had: without its names, the rest would be told wrong.
    """
    if not isinstance(root, Mapping):
        return root
    inclusion = _Inclusion(blocks, faults)
    sections = tuple((key, inclusion.completed(key.text, value, block)) for key, value in root.entries)
    whole = _with_lists(replace(root, entries=sections), inclusion.lists, faults)
    return None if inclusion.broken else whole


class _Inclusion:
    """One form being completed: ``lists`` are those that its blocks bring; ``broken`` where a block is missing."""

    def __init__(self, blocks: Blocks, faults: Faults) -> None:
        self._blocks = blocks
        self._faults = faults
        self._count = 0
        self.broken = False
        self.lists: list[tuple[Scalar, Node]] = []

    def completed(self, key: str, value: Node, block: str) -> Node:
        """The value of a key of the form: the sections, or what is left as it is; of a block, its questions."""
        if key == "questions" and block:
            return self._inside(value, (block,))
        if key != "sections" or not isinstance(value, Sequence):
            return value
        return replace(value, items=tuple(self._asking(section, ()) for section in value.items))

    def _asking(self, node: Node, around: tuple[str, ...]) -> Node:
        """A section, or a question, with its own questions completed."""
        if not isinstance(node, Mapping):
            return node
        entries = (
            (key, self._inside(value, around) if key.text == "questions" else value) for key, value in node.entries
        )
        return replace(node, entries=tuple(entries))

    def _inside(self, value: Node, around: tuple[str, ...]) -> Node:
        if not isinstance(value, Sequence):
            return value
        return replace(value, items=tuple(item for node in value.items for item in self._completed(node, around)))

    def _completed(self, node: Node, around: tuple[str, ...]) -> Iterator[Node]:
        if isinstance(node, Mapping) and any(key.text == "include" for key, _ in node.entries):
            spec = declare_include(node, self._faults)
            if spec is not None and check_name(spec.include, self._faults):
                questions = self._included(spec, around)
                self.broken |= questions is None
                yield from () if questions is None else self._placed(spec, node, questions)
            else:
                self.broken = True
        else:
            yield self._asking(node, around)

    def _included(self, spec: IncludeSpec, around: tuple[str, ...]) -> dict[str, Node] | None:
        """The parts of a block, its own blocks included; None where it cannot be had."""
        name, place = spec.include.text, spec.include.place
        self._count += 1
        if name in around:
            self._faults.add(BLOCK_IN_ITSELF, place, cycle=" → ".join((*around[around.index(name) :], name)))
            return None
        if self._count > MOST:
            self._faults.add(TOO_MANY_BLOCKS, place, most=MOST)
            return None
        parts = self._parts(name, place)
        if not isinstance(parts.get("questions"), Sequence):
            return None
        return parts | {"questions": self._inside(parts["questions"], (*around, name))}

    def _parts(self, name: str, place: Place) -> dict[str, Node]:
        """The keys of a block, each with its value; what is wrong with them is said."""
        file = self._blocks.file(name)
        if file is None:
            remedy = guess(name, self._blocks.names()) or None
            self._faults.add(UNKNOWN_BLOCK, place, name=name, remedy=remedy)
            return {}
        by = place.origin.file if place.origin else self._faults.file
        origin = Origin(str(file), name, by, place)
        found = self._blocks.content(name, origin, self._faults)
        return {} if found is None else self._checked(moved(found, origin), name)

    def _checked(self, block: Node, name: str) -> dict[str, Node]:
        if not isinstance(block, Mapping):
            self._faults.add(EXPECTED_KEYS, block.place, key="block")
            return {}
        known = keys_of(BlockSpec)
        for key, value in block.entries:
            if key.text not in known:
                self._faults.add(UNKNOWN_KEY, key.place, key=key.text, remedy=guess(key.text, known))
            elif key.text == "block" and isinstance(value, Scalar) and value.text != name:
                self._faults.add(MISPLACED_BLOCK, value.place, name=value.text, file=f"{name}.yaml")
        parts = {key.text: value for key, value in block.entries}
        for field in ("block", "questions"):
            if field not in parts:
                self._faults.add(MISSING_KEY, block.place, key=field)
        if "questions" in parts and not isinstance(parts["questions"], Sequence):
            self._faults.add(EXPECTED_LIST, parts["questions"].place, key="questions")
        return parts

    def _placed(self, spec: IncludeSpec, node: Mapping, parts: dict[str, Node]) -> tuple[Node, ...]:
        """The questions of a block as they stand there; its lists are kept beside."""
        asked, lists = parts["questions"], parts.get("choices")
        questions = asked.items if isinstance(asked, Sequence) else ()
        known = frozenset(names_of(questions))
        entries = lists.entries if isinstance(lists, Mapping) else ()
        before = ""
        if spec.prefix is not None and check_name(spec.prefix, self._faults):
            before = spec.prefix.text
            prefix = Prefix(before, Names(known, frozenset(key.text for key, _ in entries)), _of_items(entries, known))
            questions, entries = prefix.questions(questions), tuple(prefix.lists(entries))
        self.lists.extend(entries)
        for name, said in _overrides(node):
            if name.text not in known:
                words = {"block": spec.include.text, "name": name.text}
                self._faults.add(NOT_IN_BLOCK, name.place, remedy=guess(name.text, known), **words)
            questions = overridden(questions, before + name.text, said)
        return questions if spec.relevant is None else conditioned(questions, spec.relevant)


def _overrides(node: Mapping) -> Iterator[tuple[Scalar, Mapping]]:
    """What is said of each question, as it is written: its shape has been checked."""
    said = next((value for key, value in node.entries if key.text == "override"), None)
    for name, value in said.entries if isinstance(said, Mapping) else ():
        if isinstance(value, Mapping):
            yield name, value


def _of_items(lists: Iterable[tuple[Scalar, Node]], names: frozenset[str]) -> frozenset[str]:
    """Those lists whose options are the items of a repeat among ``names``."""
    return frozenset(
        name.text
        for name, node in lists
        for key, value in (node.entries if isinstance(node, Mapping) else ())
        if key.text == "from" and isinstance(value, Scalar) and value.text in names
    )


def _with_lists(root: Mapping, brought: Iterable[tuple[Scalar, Node]], faults: Faults) -> Mapping:
    """The form with the lists of its blocks, each once."""
    own = {key.text: (key, value) for key, value in root.entries}
    key, declared = own.get("choices", (Scalar("choices", START), Mapping((), START)))
    if not isinstance(declared, Mapping):
        return root
    lists = {name.text: (name, node) for name, node in declared.entries}
    for name, node in brought:
        if name.text not in lists:
            lists[name.text] = (name, node)
        elif content(lists[name.text][1]) != content(node) and name.place.origin:
            block = name.place.origin.block
            faults.add(BLOCK_LIST_TAKEN, name.place.origin.included, block=block, name=name.text)
    if len(lists) > len(declared.entries):
        own["choices"] = (key, replace(declared, entries=tuple(lists.values())))
    return replace(root, entries=tuple(own.values()))
