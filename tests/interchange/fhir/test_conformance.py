"""Questionnaires of others, where the environment says in which folder they are: ``FHIR_FORMS``."""

import os
from pathlib import Path

import pytest

from questionnaire.interchange.fhir import Refused, import_form
from tests.interchange.fhir.questionnaires import loaded, no_file

FOLDER = os.environ.get("FHIR_FORMS")
FILES = sorted(Path(FOLDER).glob("*.json")) if FOLDER else []


@pytest.mark.skipif(FOLDER is None, reason="FHIR_FORMS names no folder of questionnaires")
@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_questionnaire_becomes_a_sound_form_or_is_refused_with_its_items(path):
    if "reference-loop" in path.name:
        with pytest.raises(Refused, match="tournent en rond"):
            import_form(path.read_bytes(), path.stem, no_file)
        return
    assert loaded(import_form(path.read_bytes(), path.stem, no_file)).sections
