"""Drawn files are PDF/A-3a and PDF/UA-1 for two independent judges, who both notice when they are not."""

from dataclasses import replace
from functools import cache

import pytest

from questionnaire.content.blocks import Emblem
from questionnaire.documents import draw
from tests.documents import damage
from tests.documents.samples import AT, ATTACHMENTS, BLANK, CHARTER, LOGO, LOOK, MINIMAL, RICH, TABLES, UNSIGNED
from tests.pdf_validation import page_faults, qpdf_complaints, verapdf_faults

pytestmark = pytest.mark.jvm

SHORT = replace(RICH, blocks=RICH.blocks[:9])
SAMPLES = {
    "minimal": (MINIMAL, ()),
    "unsigned": (UNSIGNED, ()),
    "rich": (RICH, ATTACHMENTS),
    "short": (SHORT, ATTACHMENTS),
    "charter": (CHARTER, ATTACHMENTS),
    "blank": (BLANK, ()),
    "look": (LOOK, ATTACHMENTS),
    "silent logo": (replace(LOOK, emblem=Emblem(LOGO)), ()),
    "tables": (TABLES, ()),
}


@cache
def drawn(sample: str) -> bytes:
    return draw(*SAMPLES[sample], at=AT)


@pytest.mark.parametrize("profile", ["3a", "3b", "ua1"])
@pytest.mark.parametrize("sample", SAMPLES)
def test_verapdf_finds_nothing(sample, profile):
    assert verapdf_faults(drawn(sample), profile) == []


@pytest.mark.parametrize("profile", ["3a", "ua1"])
@pytest.mark.parametrize("sample", SAMPLES)
def test_page_validation_finds_nothing(sample, profile, tmp_path):
    assert page_faults(drawn(sample), profile, tmp_path) == []


@pytest.mark.parametrize("sample", SAMPLES)
def test_qpdf_has_nothing_to_say(sample, tmp_path):
    assert qpdf_complaints(drawn(sample), tmp_path) == ""


def test_an_untouched_copy_passes():
    copy = damage.damaged(drawn("short"), damage.nothing)
    assert verapdf_faults(copy, "3a") == verapdf_faults(copy, "ua1") == []


@pytest.mark.parametrize(
    "profile,harm",
    [
        ("ua1", damage.without_alt),
        ("ua1", damage.without_language),
        ("ua1", damage.without_shown_title),
        ("ua1", damage.without_form_element),
        ("ua1", damage.with_skipped_heading),
        ("ua1", damage.without_tooltip),
        ("ua1", damage.without_font),
        ("ua1", damage.without_identity),
        ("ua1", damage.without_structure),
        ("3a", damage.without_colours),
        ("3a", damage.without_relationship),
        ("3a", damage.with_script),
        ("3a", damage.without_font),
        ("3a", damage.without_identity),
        ("3a", damage.without_structure),
    ],
)
def test_both_judges_notice_what_is_missing(profile, harm, tmp_path):
    harmed = damage.damaged(drawn("short"), harm)
    assert verapdf_faults(harmed, profile) != []
    assert page_faults(harmed, profile, tmp_path) != []
