import json

from questionnaire.proof.report import Declares, Report, SealFact, SignatureFact, Verdict, unknown
from tests.proof.identities import NOW


def test_report_as_json_has_the_public_shape():
    signature = SignatureFact("Amina Haddad", "porteur du projet", "Signature", "nom saisi", NOW, valid=True)
    report = Report(
        Verdict.AUTHENTIC,
        (signature,),
        SealFact("CHU", valid=True, demo=False),
        declares=Declares("3a", "1"),
        reasons=("Tout va bien.",),
    )
    assert json.loads(json.dumps(report.to_json())) == {
        "verdict": "authentic",
        "signatures": [
            {
                "name": "Amina Haddad",
                "role": "porteur du projet",
                "act": "Signature",
                "method": "nom saisi",
                "time": NOW.isoformat(),
                "valid": True,
            }
        ],
        "seal": {"name": "CHU", "valid": True, "demo": False},
        "timestamp": None,
        "declares": {"pdfa": "3a", "pdfua": "1"},
        "reasons": ["Tout va bien."],
    }


def test_unknown_report_as_json_says_why_and_nothing_else():
    assert unknown("Illisible.").to_json() == {
        "verdict": "unknown",
        "signatures": [],
        "seal": None,
        "timestamp": None,
        "declares": {"pdfa": None, "pdfua": None},
        "reasons": ["Illisible."],
    }


def test_signature_without_time_has_none_in_json():
    report = Report(Verdict.UNKNOWN, (SignatureFact("A", "", "", "", None, valid=False),))
    assert report.to_json()["signatures"][0]["time"] is None
