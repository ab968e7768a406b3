"""From the text of a file to its content, with every complaint of YAML that can be found in one go."""

import re

import yaml

from questionnaire.spec.complaints import diagnose
from questionnaire.spec.composing import compose
from questionnaire.spec.faults import EMPTY_FILE, FILE_TOO_BIG, FORBIDDEN_CHARACTER, Faults
from questionnaire.spec.nodes import Node, Place

MAX_CHARACTERS = 1_000_000
"""Some twenty times the longest form of the domain."""

MAX_REPAIRS = 50

_FORBIDDEN = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def parse(text: str, faults: Faults) -> Node | None:
    """The content of ``text``; None when nothing can be said of it. What is wrong is added to ``faults``."""
    if len(text) > MAX_CHARACTERS:
        faults.add(FILE_TOO_BIG)
        return None
    node = _read(_without_invisible(text.removeprefix("\ufeff"), faults), faults)
    if node is None and not faults.found:
        faults.add(EMPTY_FILE)
    return node


def _without_invisible(text: str, faults: Faults) -> str:
    for match in _FORBIDDEN.finditer(text):
        before = text[: match.start()]
        place = Place(len(before.splitlines()) or 1, match.start() - (before.rfind("\n") + 1) + 1)
        faults.add(FORBIDDEN_CHARACTER, place, number=ord(match[0]))
        if len(faults.found) > MAX_REPAIRS:
            break
    return _FORBIDDEN.sub("\u00a0", text)


def _read(text: str, faults: Faults) -> Node | None:
    """Read, and where YAML stops, say why, mend that line for ourselves and read again."""
    lines = text.splitlines() or [""]
    for _ in range(MAX_REPAIRS):
        ours = Faults(faults.file)
        try:
            node = compose("\n".join(lines), ours)
        except yaml.YAMLError as error:
            complaint = diagnose(lines, error)
            faults.add(complaint.detail, complaint.place, **complaint.words)
            row = complaint.place.line - 1
            if complaint.repaired is None or complaint.repaired == lines[row]:
                return None
            lines[row] = complaint.repaired
        else:
            faults.found.extend(ours.found)
            return node
    return None
