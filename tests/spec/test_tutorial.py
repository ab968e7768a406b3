"""The tutorial of authors: every step of it is a sound form, and the last ones do what it says."""

import re
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from questionnaire.filling import Context, fill, from_sheet
from questionnaire.spec import load_text

PAGE = Path(__file__).parents[2] / "docs" / "authors" / "tutorial.md"
TEXT = PAGE.read_text(encoding="utf-8")
STEPS = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
CONTEXT = Context(datetime(2026, 3, 3, 9, tzinfo=UTC), ZoneInfo("Europe/Paris"))


def filled(step: int, **sheet: object):
    form = load_text(STEPS[step])
    answers, problems = from_sheet(form, sheet)
    assert problems == ()
    return fill(form, answers, CONTEXT)


@pytest.mark.parametrize("step", range(len(STEPS)))
def test_each_step_is_a_sound_form(step):
    assert load_text(STEPS[step]).name == "retour_atelier"


def test_the_fault_made_on_purpose_is_said():
    with pytest.raises(Exception, match="date"):
        load_text(STEPS[0].replace("kind: date", "kind: dates"))


def test_the_condition_asks_when_it_says_so():
    assert [filled(3, ambiance=said).is_relevant("pourquoi") for said in ("bien", "moyen", "mal")] == [
        False,
        True,
        True,
    ]


def test_the_total_adds_the_items():
    done = filled(4, jour="2026-03-01", action=[{"quoi": "Relire", "temps": 90}, {"quoi": "Écrire", "temps": 30}])
    assert (done.values["total"], done.problems) == (120, ())


def test_it_takes_an_hour():
    assert sum(map(int, re.findall(r"^## .*\((\d+) minutes\)$", TEXT, re.MULTILINE))) == 60
