"""The page of functions is the library's own."""

from pathlib import Path

from questionnaire.expressions.functions import GROUPS, LIBRARY
from questionnaire.expressions.functions.guide import guide

PAGE = Path(__file__).parents[3] / "docs" / "authors" / "functions.md"


def test_the_page_is_that_of_the_library():
    assert PAGE.read_text() == guide(GROUPS)


def test_every_function_has_its_line():
    page = guide(GROUPS)
    told = {name for name in LIBRARY if f"| `{name}(" in page}
    assert told == set(LIBRARY)
