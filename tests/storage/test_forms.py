from dataclasses import replace

import pytest

from questionnaire.storage import forms
from questionnaire.storage.errors import FormVersionChanged, NotFound
from questionnaire.storage.records import FormVersion
from questionnaire.storage.transaction import writing
from tests.storage.world import FORM, NOW

KEPT = FormVersion(FORM.form, FORM.version, FORM.digest, "form: fiche_projet", NOW)


@pytest.mark.usefixtures("world")
def test_version_is_kept_with_its_text(session):
    assert forms.get(session, FORM.digest) == KEPT
    assert forms.in_use(session) == (KEPT,)


@pytest.mark.usefixtures("world")
def test_version_used_again_is_harmless(session):
    with writing(session):
        forms.use(session, replace(KEPT, source="same text, read again"))
    assert forms.in_use(session) == (KEPT,)


@pytest.mark.usefixtures("world")
def test_changed_text_under_a_used_version_is_refused(session):
    with pytest.raises(FormVersionChanged, match="déjà utilisée"):
        forms.use(session, replace(KEPT, digest="e" * 64))


@pytest.mark.usefixtures("world")
def test_unknown_version_is_not_found(session):
    with pytest.raises(NotFound):
        forms.get(session, "e" * 64)
