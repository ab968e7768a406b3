from pathlib import Path

import pytest

from questionnaire.spec import load
from questionnaire.spec.kinds import KINDS

HERE = Path(__file__).parent
TINY = sorted(HERE.glob("*.yaml"))


@pytest.mark.parametrize("path", TINY, ids=lambda path: path.stem)
def test_tiny_form_is_named_after_its_feature(path):
    assert load(path).name == path.stem


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_tiny_form(kind):
    form = load(HERE / f"{kind}.yaml")
    assert kind in {question.kind.name for question in form.questions.values()}
