"""The examples of a form: answers files that stand beside it."""

from pathlib import Path

from questionnaire.spec.block_files import Blocks
from questionnaire.spec.faults import Fault, Faults
from questionnaire.spec.folder_details import MISSING_EXAMPLE
from questionnaire.spec.reading import declared_in


def missing_examples(path: Path) -> list[Fault]:
    """The examples that a sound form promises and that are not there. Its author is told; the form still serves."""
    faults = Faults(str(path))
    text = path.read_text(encoding="utf-8")
    spec = declared_in(text, Blocks(text, path.parent), faults)
    for example in spec.examples if spec else ():
        if not (path.parent / example.text).is_file():
            faults.add(MISSING_EXAMPLE, example.place, path=example.text)
    return faults.found
