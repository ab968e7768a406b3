"""Every field of the model is compared, or left out on purpose; every aspect is called by a French word."""

from dataclasses import fields

from questionnaire.spec import model
from questionnaire.spec.cross_rule import CrossRule
from questionnaire.spec.differences.aspects import APART
from questionnaire.spec.differences.telling import ASPECTS
from questionnaire.spec.measures import Chart, Scores, Sector
from questionnaire.spec.parties import CircuitStep, Party, Stage
from questionnaire.spec.register import Alert, Column, Register
from questionnaire.spec.retention import Retention

COMPARED = (
    model.Form, model.Section, model.Question, model.Choice, model.Paper, Scores, Sector, Chart, Party, Stage,
    CircuitStep, CrossRule, Register, Column, Alert, Retention,
)  # fmt: skip


def test_all_that_stands_apart_is_a_field_of_its_class():
    known = {kind.__name__: {field.name for field in fields(kind)} for kind in COMPARED}
    assert {name: apart - known[name] for name, apart in APART.items()} == {name: set() for name in known}


def test_every_aspect_has_a_name_in_french():
    aspects = {field.name for kind in COMPARED for field in fields(kind) if field.name not in APART[kind.__name__]}
    assert aspects - set(ASPECTS) == set()
