"""Reviews of small forms."""

import pytest

from questionnaire.spec import Lexicon, load_text
from questionnaire.spec.advice.reviewing import review_of
from questionnaire.spec.block_files import Blocks
from questionnaire.spec.faults import Faults
from questionnaire.spec.reading import declared_in

ALWAYS = {"reading_level", "time_to_fill", "minutes_missing"}


@pytest.fixture
def reviewed(written):
    """The review of a form around questions, or of a whole text; ``lexicon`` is empty unless given."""

    def review(questions, head="", lexicon=None):
        text = questions if questions.startswith("form:") else written(questions, head)
        spec = declared_in(text, Blocks(text, None), Faults("demo.yaml"))
        assert spec is not None
        return review_of(spec, load_text(text), lexicon or Lexicon(), "demo.yaml")

    return review


@pytest.fixture
def told(reviewed):
    """``(line, column, code, of)`` of the advice, but for what every form gets."""

    def tell(questions, head="", lexicon=None):
        found = reviewed(questions, head, lexicon).advice
        return [(each.line, each.column, each.code, each.of) for each in found if each.code not in ALWAYS]

    return tell
