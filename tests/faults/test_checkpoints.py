"""Nobody can have the web die at a point: only tests give journeys a checkpoint."""

import ast
import inspect
from pathlib import Path

import questionnaire
from questionnaire.jobs.faults import VARIABLE, checkpoint_of
from questionnaire.journeys.checkpoints import POINTS, no_checkpoint
from questionnaire.journeys.papers.finalising import finalise
from questionnaire.journeys.papers.producing import Workshop
from questionnaire.journeys.papers.signing import sign

PACKAGE = Path(questionnaire.__file__).parent


def names_in(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Name(name) | ast.Attribute(attr=name) | ast.keyword(name) | ast.alias(name):
                yield name


def test_the_web_knows_of_no_checkpoint():
    users = [
        path for path in (PACKAGE / "web").rglob("*.py") if any("checkpoint" in (name or "") for name in names_in(path))
    ]
    assert users == []


def test_journeys_have_none_unless_given():
    defaults = [inspect.signature(asked).parameters["checkpoint"].default for asked in (finalise, sign, Workshop)]
    assert defaults == [no_checkpoint] * 3


def test_an_environment_that_names_no_point_has_none():
    assert [checkpoint_of(environ) for environ in ({}, {VARIABLE: ""})] == [no_checkpoint] * 2


def test_points_not_named_are_passed():
    checkpoint = checkpoint_of({VARIABLE: "sealed"})
    for point in POINTS:
        if point != "sealed":
            checkpoint(point)
