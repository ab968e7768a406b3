"""The examples of a form: answers files that stand beside it."""

from pathlib import Path

from questionnaire.spec.declaring import declare
from questionnaire.spec.faults import Fault, Faults
from questionnaire.spec.folder_details import MISSING_EXAMPLE
from questionnaire.spec.parsing import parse


def missing_examples(path: Path) -> list[Fault]:
    """The examples that a sound form promises and that are not there. Its author is told; the form still serves."""
    faults = Faults(str(path))
    node = parse(path.read_text(encoding="utf-8"), faults)
    spec = None if node is None else declare(node, faults)
    for example in spec.examples if spec else ():
        if not (path.parent / example.text).is_file():
            faults.add(MISSING_EXAMPLE, example.place, path=example.text)
    return faults.found
