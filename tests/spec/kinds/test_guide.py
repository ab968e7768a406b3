"""The authors' guide of kinds says what the code does."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from questionnaire.spec.kinds import KINDS
from questionnaire.spec.kinds.refusals import REFUSALS
from questionnaire.spec.model import Choice
from questionnaire.spec.text_reading import parse_text
from questionnaire.spec.values import Unreadable
from tests.spec.kinds.asking import asked

PAGE = (Path(__file__).parents[3] / "docs" / "authors" / "kinds.md").read_text()
LONG_LIST = tuple(Choice(f"c{rank}", parse_text(str(rank))) for rank in range(8))


def rows(title: str) -> Iterator[list[str]]:
    """The cells of the table under a title, the head left out."""
    part = PAGE.split(f"\n## {title}\n")[1].split("\n## ")[0]
    for line in part.splitlines():
        if line.startswith("| `"):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def controls(name: str) -> list[str]:
    """Every control that may ask a question of a kind, the usual one first."""
    shown = asked(name), asked(name, appearance="multiline"), asked(name, appearance="signpost")
    questions = *shown, asked(name, choices=LONG_LIST)
    return list(dict.fromkeys(question.kind.control_for(question) for question in questions))


def test_guide_lists_every_kind_with_its_controls():
    written = {row[0].strip("`"): re.findall(r"`(\w+)`", row[1]) for row in rows("The kinds")}
    assert written == {name: controls(name) for name in KINDS}


def test_guide_lists_the_kinds_in_the_order_of_the_code():
    assert [row[0].strip("`") for row in rows("The kinds")] == list(KINDS)


def test_answers_of_the_guide_are_read_and_written_back():
    examples = {row[0].strip("`"): json.loads(row[3].strip("`")) for row in rows("The kinds") if row[3][0] == "`"}
    answers = {name: asked(name).kind.from_json(example, asked(name)) for name, example in examples.items()}
    assert [name for name, answer in answers.items() if isinstance(answer, Unreadable)] == []
    assert {name: KINDS[name].to_json(answer) for name, answer in answers.items()} == examples
    assert set(examples) == {name for name, kind in KINDS.items() if kind.answered}


def test_guide_lists_every_refusal_with_its_sentence():
    assert {code.strip("`"): sentence for code, sentence in rows("Answers that cannot be read")} == REFUSALS
