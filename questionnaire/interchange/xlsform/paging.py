"""From the tree of rows to pages: a group is a page, a large one is several, loose questions make their own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from questionnaire.interchange.names import readable, sound_name
from questionnaire.interchange.own_yaml import more_of
from questionnaire.interchange.sharing import MOST_QUESTIONS, shares
from questionnaire.interchange.xlsform.blocks import UNSEEN, Blocks, runs
from questionnaire.interchange.xlsform.cells import SURVEY, CellName
from questionnaire.interchange.xlsform.own import MORE
from questionnaire.interchange.xlsform.structure import Node
from questionnaire.spec.declared import QuestionSpec, SectionSpec
from questionnaire.spec.nodes import Scalar

_FIRST, _NEXT = "Pour commencer", "Suite"


@dataclass(frozen=True, slots=True)
class _Part:
    """Nodes of one page, the block that holds them, and the conditions of the blocks around."""

    nodes: tuple[Node, ...]
    block: Node
    around: tuple[Scalar, ...]


def pages(top: Node, blocks: Blocks) -> tuple[SectionSpec, ...]:
    """The sections of a form, in the order of its rows."""
    made: list[SectionSpec] = []
    for part in _joined(list(_parts(top, (), blocks))):
        questions = tuple(blocks.questions(part.nodes, ()))
        if questions:
            made.extend(_sections(part, questions, blocks, first=not made))
    return tuple(made)


def _parts(block: Node, around: tuple[Scalar, ...], blocks: Blocks) -> Iterator[_Part]:
    for is_group, nodes in runs(block.children):
        if not is_group:
            yield _Part(tuple(nodes), block, around)
            continue
        group = nodes[0]
        if blocks.is_grid(group):
            yield _Part((group,), group, around)
            continue
        blocks.name_the_rest(group)
        relevant = blocks.asker.relevance(group, around)
        inner = (relevant,) if relevant is not None else ()
        holds_groups = any(child.is_block and not child.is_repeat for child in group.children)
        if holds_groups and not _is_page(group) and sum(not node.is_block for node in group.walk()) > MOST_QUESTIONS:
            yield from _parts(group, inner, blocks)
        elif group.children:
            yield _Part(tuple(group.children), group, inner)
        else:
            blocks.remarks.warn(group.row.cell, "groupe vide, il n’est pas repris.")


def _joined(parts: list[_Part]) -> Iterator[_Part]:
    """The parts, those that show nothing joined to the one before, or after; neighbours of one block together."""
    kept: list[_Part] = []
    waiting: tuple[Node, ...] = ()
    for part in parts:
        before = kept[-1] if kept else None
        if before is not None and before.block is part.block and before.around == part.around:
            kept[-1] = replace(before, nodes=(*before.nodes, *part.nodes))
        elif _shows(part):
            kept.append(replace(part, nodes=(*waiting, *part.nodes)))
            waiting = ()
        elif before is not None and not before.around and not part.around:
            kept[-1] = replace(before, nodes=(*before.nodes, *part.nodes))
        elif part.around:
            kept.append(part)
        else:
            waiting += part.nodes
    if waiting:
        kept.append(_Part(waiting, waiting[0].parent or waiting[0], ()))
    return iter(kept)


def _is_page(group: Node) -> bool:
    """Whether its author wants it on one page: ``field-list``."""
    return "field-list" in group.row.text("appearance").split()


def _shows(part: _Part) -> bool:
    return any(node.is_block or node.type.name not in UNSEEN for node in part.nodes)


def _sections(part: _Part, questions: Sequence[QuestionSpec], blocks: Blocks, *, first: bool) -> Iterator[SectionSpec]:
    """One page, or as many as a long row of questions needs."""
    place = part.block.row.cell.place
    label = part.block.row.get("label")
    title = blocks.asker.desk.text(label, part.block) if label else Scalar(_title(part.block, first=first), place)
    name = sound_name(part.block.name or title.text.lower(), "partie")
    hint = part.block.row.get("hint")
    found = [questions] if _is_page(part.block) else list(shares(questions))
    if len(found) > 1:
        cell = part.block.row.cell if part.block.parent else CellName(SURVEY, part.nodes[0].row.cell.row)
        blocks.remarks.warn(cell, f"{len(questions)} questions à la suite : elles sont mises sur {len(found)} pages.")
    for number, share in enumerate(found, start=1):
        yield SectionSpec(
            place=place,
            name=Scalar(blocks.asker.desk.names.fresh(name), place),
            title=title if len(found) == 1 else Scalar(f"{title.text} ({number}/{len(found)})", title.place),
            description=blocks.asker.desk.text(hint, part.block) if hint and number == 1 else None,
            relevant=next(iter(part.around), None),
            questions=tuple(share),
            **more_of("section", part.block.row.get(MORE), blocks.remarks),
        )


def _title(block: Node, *, first: bool) -> str:
    if block.parent is not None:
        return readable(block.name)
    return _FIRST if first else _NEXT
