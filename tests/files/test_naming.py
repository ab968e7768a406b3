import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.files.naming import true_name
from questionnaire.files.refusals import NotAccepted
from questionnaire.spec.file_types import JPEG, PDF
from questionnaire.spec.kinds.files import LONGEST_NAME


@pytest.mark.parametrize(
    "given_name, kept",
    [
        ("plan.pdf", "plan.pdf"),
        ("PLAN.PDF", "PLAN.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\Ana\\plan.pdf", "plan.pdf"),
        ("plan\x00\x1b[2J.pdf", "plan[2J.pdf"),
        ("plan\nde\r\nsalle.pdf", "plan de salle.pdf"),
        ("plan\u202efdp.pdf", "planfdp.pdf"),
        ("a\u200bb\ufeff.pdf", "ab.pdf"),
        ("e\u0301tage.pdf", "étage.pdf"),
        ("x.exe.pdf", "x_exe.pdf"),
        ("v1.2.pdf", "v1.2.pdf"),
        ("plan.v2", "plan.v2.pdf"),
        ("a<b>:c|d?*.pdf", "a_b__c_d__.pdf"),
        ("con.pdf", "_con.pdf"),
        (".pdf", "fichier.pdf"),
        ("", "fichier.pdf"),
        ("...", "fichier.pdf"),
        ("plan.pdf. . ", "plan.pdf"),
        ("x" * 500 + ".pdf", "x" * 100 + ".pdf"),
    ],
)
def test_names_are_made_safe(given_name, kept):
    assert true_name(given_name, PDF) == kept


@pytest.mark.parametrize(
    "name", ["x.jpg", "x.exe", "x.pdf.html", "x.svg", "x.docm", "x.JS", "x.heic", "x\u202egpj.exe"]
)
def test_ending_of_another_type_is_refused(name):
    with pytest.raises(NotAccepted) as caught:
        true_name(name, PDF)
    assert caught.value.code == "lying_name"


def test_any_usual_ending_of_the_type_stands():
    assert [true_name(f"x.{ending}", JPEG) for ending in ("jpg", "JPEG", "jfif")] == ["x.jpg", "x.jpeg", "x.jfif"]


@given(st.text(max_size=300))
def test_any_name_is_refused_or_safe(name):
    try:
        kept = true_name(name, PDF)
    except NotAccepted:
        return
    assert kept.endswith(".pdf")
    assert len(kept) <= LONGEST_NAME
    assert len(kept.encode()) <= 255
    assert {unicodedata.category(sign)[0] for sign in kept} & {"C"} == set()
    assert set('/\\<>:"|?*\n') & set(kept) == set()
