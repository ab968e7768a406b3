"""Small forms written as authors write them."""

import textwrap

import pytest

from questionnaire.spec import SpecError, load_text

HEAD = "form: demo\ntitle: Démo\n"


@pytest.fixture
def written():
    """A whole form around questions given as YAML lines; the first of them stands on line 7."""

    def write(questions, head=""):
        body = textwrap.indent(textwrap.dedent(questions).strip("\n"), "      ")
        return f"{HEAD}{head}sections:\n  - name: page\n    title: Page\n    questions:\n{body}\n"

    return write


@pytest.fixture
def faults_of():
    """``(line, column, code)`` of every fault of a text."""

    def find(text):
        with pytest.raises(SpecError) as caught:
            load_text(text)
        return [(fault.line, fault.column, fault.code) for fault in caught.value.faults]

    return find
