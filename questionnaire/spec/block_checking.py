"""Blocks of questions looked at by themselves: what can be told of them without a form that includes them."""

from collections.abc import Iterator
from pathlib import Path

from questionnaire.spec.block_details import MISPLACED_BLOCK
from questionnaire.spec.block_files import SHARED, Blocks, decoded
from questionnaire.spec.declaring import declare_block
from questionnaire.spec.faults import Fault, Faults
from questionnaire.spec.including import with_blocks
from questionnaire.spec.naming import check_name, check_unique, every_question
from questionnaire.spec.parsing import parse
from questionnaire.spec.varying import with_variants


def block_files(folder: Path) -> Iterator[Path]:
    """The files of blocks in a folder of forms: those shared, and those of one form."""
    yield from sorted(path for pattern in (f"{SHARED}/*.yaml", f"*/{SHARED}/*.yaml") for path in folder.glob(pattern))


def check_block(path: Path) -> list[Fault]:
    """What is wrong with the file of a block, whatever includes it: its names and rules are judged in forms."""
    faults = Faults(str(path))
    text = decoded(path, faults)
    node = None if text is None else parse(text, faults)
    whole = None if node is None else with_blocks(node, Blocks("", path.parent.parent), faults, path.stem)
    spec = None if whole is None else declare_block(with_variants(whole, faults), faults)
    if spec is not None:
        questions = every_question(spec.questions)
        names = [question.name for question in questions]
        for name in names:
            check_name(name, faults)
        check_unique(names, faults)
        if spec.block.text and spec.block.text != path.stem:
            faults.add(MISPLACED_BLOCK, spec.block.place, name=spec.block.text, file=path.name)
    return faults.found
