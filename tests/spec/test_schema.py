"""The schema is judged by another implementation, on specs read as an editor reads them."""

import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from questionnaire.spec.declared import FormSpec
from questionnaire.spec.declaring import keys_of
from questionnaire.spec.guide import read_guide
from questionnaire.spec.kinds import KINDS
from questionnaire.spec.schema import PLACES, schema
from questionnaire.spec.starter import starter

CHECKOUT = Path(__file__).parents[2]
GUIDE = (CHECKOUT / "forms_spec" / "README.md").read_text(encoding="utf-8")
SCHEMA = schema(read_guide(GUIDE))
VALIDATOR = Draft7Validator(SCHEMA)
SPECS = sorted([*CHECKOUT.glob("forms_spec/*/*.yaml"), *CHECKOUT.glob("tests/specs/*.yaml")])
HEAD = "form: demo\ntitle: Démo\n"
SOUND = HEAD + "sections: [{name: page, title: Page, questions: [{name: a, kind: text, label: A}]}]\n"


class Core(yaml.SafeLoader):
    """YAML 1.2's core schema, which editors follow: ``no`` and dates are texts."""

    yaml_implicit_resolvers = {}  # noqa: RUF012  # PyYAML declares it so


Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))
Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^(null|~|)$"), ["n", "~", ""])
Core.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+(\.[0-9]*)?$"), list("-+0123456789"))


def mistakes(text):
    return [error.message for error in VALIDATOR.iter_errors(yaml.load(text, Core))]  # noqa: S506  # a safe loader


def asking(question):
    return SOUND.replace("{name: a, kind: text, label: A}", question)


def test_schema_is_one():
    Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", SPECS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_form_is_accepted(path):
    assert mistakes(path.read_text(encoding="utf-8")) == []


def test_form_of_the_guide_is_accepted():
    assert mistakes(GUIDE.split("```yaml\n")[1].split("```")[0]) == []


def test_form_to_start_from_is_accepted():
    assert mistakes(starter("demo")) == []


@pytest.mark.parametrize(
    "text",
    [
        SOUND + 'minutes: "15"\nlexicon: "true"\n',
        asking("{name: a, kind: select_one, label: 3, choices: [{name: 01, label: true}, {name: no, label: Non}]}"),
        asking("{name: a, kind: date, label: A, min: 2026-01-31, required: true, read_only: \"${a} = ''\"}"),
        SOUND + "parties: {p: {role: [patient_partenaire, direction]}}\nexamples: un.json\n",
    ],
)
def test_values_are_accepted_however_yaml_takes_them(text):
    assert mistakes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "- a\n",
        HEAD,  # no sections
        HEAD + "sections: []\n",
        HEAD + "sections: un\n",
        SOUND + "titel: x\n",
        SOUND + "stages: []\n",
        SOUND + "status: fini\n",
        SOUND + "life: living\n",
        SOUND + "source:\n",
        SOUND + "minutes: [5]\n",
        SOUND + "lexicon: oui\n",
        SOUND + "parties: {p: {role: chef}}\n",
        SOUND + "choices: {l: {of: membre}}\n",
        SOUND + "choices: {été: [{name: a, label: A}]}\n",
        SOUND + "circuit: [{act: visa}]\n",
        SOUND + "document: {layout: sheet, annexes: [a]}\n",
        SOUND.replace("title: Page", "title: {fr: Page}"),
        asking("{name: a, kind: texte, label: A}"),
        asking("{name: a, type: text, label: A}"),
        asking("{name: a, kind: text}"),
        asking("{name: été, kind: text, label: A}"),
        asking("{name: data, kind: text, label: A}"),
        asking("{name: a, kind: note, label: A, required: true}"),
        asking("{name: a, kind: note, label: A, appearance: x}"),
        asking("{name: a, kind: text, label: A, appearance: minimal}"),
        asking("{name: a, kind: select_one, label: A}"),
        asking("{name: a, kind: select_one, label: A, choices: [{name: a b, label: B}]}"),
        asking("{name: a, kind: calculate, label: A}"),
        asking("{name: a, kind: text, label: A, max_length: beaucoup}"),
        asking("{name: a, kind: text, label: A, constraint: . != 'x'}"),
        asking("{name: a, kind: text, label: A, required_message: Oui}"),
        asking("{name: a, kind: repeat, label: A, questions: [{name: b, kind: repeat, label: B, questions: []}]}"),
    ],
)
def test_common_mistake_is_refused(text):
    assert mistakes(text) != []


def test_every_part_of_the_model_is_described():
    parts = {key.lower() for key in SCHEMA["definitions"]} | {"form"}
    assert parts == {cls.__name__.removesuffix("Spec").lower() for cls in PLACES}
    assert list(SCHEMA["properties"]) == list(keys_of(FormSpec))


def test_every_key_and_every_kind_has_its_meaning():
    objects = [SCHEMA, *SCHEMA["definitions"].values()]
    properties = [(key, value) for each in objects for key, value in each["properties"].items()]
    assert [key for key, value in properties if not value["description"]] == []
    kind = SCHEMA["definitions"]["question"]["properties"]["kind"]
    assert (kind["enum"], "" in kind["enumDescriptions"]) == (list(KINDS), False)
