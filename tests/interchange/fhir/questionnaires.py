"""Small questionnaires of FHIR, and what they become."""

import json
import tempfile
from pathlib import Path
from typing import Any

import yaml

from questionnaire.interchange.fhir import import_form
from questionnaire.interchange.imported import Imported
from questionnaire.spec import Form, load

CORE = "http://hl7.org/fhir/StructureDefinition/"
SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"

Item = dict[str, Any]


def item(link: str, kind: str = "string", **more: Any) -> Item:
    """An item called after its identifier."""
    return {"linkId": link, "type": kind, "text": f"Question {link}"} | more


def coded(*codes: str, system: str = "http://loinc.org") -> list[Item]:
    """Options that have these codes."""
    return [{"valueCoding": {"system": system, "code": code, "display": f"Choix {code}"}} for code in codes]


def extension(url: str, **value: Any) -> Item:
    """One extension; without an address of its own, one of the core."""
    return {"url": url if ":" in url else CORE + url} | value


def control(code: str) -> Item:
    """How an item is to be shown."""
    return extension("questionnaire-itemControl", valueCodeableConcept={"coding": [{"code": code}]})


def expression(name: str, text: str, **more: Any) -> Item:
    """An expression of « Structured Data Capture »."""
    return extension(SDC + name, valueExpression={"language": "text/fhirpath", "expression": text} | more)


def content(*items: Item, **more: Any) -> bytes:
    """A file with these items."""
    whole = {"resourceType": "Questionnaire", "status": "active", "title": "Essai", "item": list(items)} | more
    return json.dumps(whole).encode()


def no_file(_name: str) -> None:
    """Nothing stands beside."""


def read(*items: Item, **more: Any) -> tuple[Form, Imported]:
    """The form of these items, loaded as any form is, and what was said."""
    found = import_form(content(*items, **more), "essai", no_file)
    return loaded(found), found


def loaded(found: Imported) -> Form:
    """The form that a file became."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / found.name / "2026-1.yaml"
        path.parent.mkdir()
        path.write_text(found.yaml, encoding="utf-8")
        return load(path)


def asked(*items: Item, **more: Any) -> dict[str, dict[str, Any]]:
    """What the form says of each question that these items became, without label; nothing was to be said of them."""
    form, found = read(*items, **more)
    assert [str(remark) for remark in found.remarks] == []
    questions = [each for section in yaml.safe_load(found.yaml)["sections"] for each in section["questions"]]
    assert {each["name"] for each in questions} <= set(form.questions)
    return {each.pop("name"): {key: each[key] for key in each if key != "label"} for each in questions}


def said(*items: Item, **more: Any) -> list[str]:
    """What was said of these items, with plain spaces."""
    return [str(remark).replace("\u00a0", " ") for remark in read(*items, **more)[1].remarks]
