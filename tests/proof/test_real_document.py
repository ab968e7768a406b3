"""The seal on documents as they are really drawn, before independent judges."""

import shutil
import subprocess
from dataclasses import replace
from datetime import date

import pytest

from questionnaire.content.blocks import Attachment, Content, Heading, Paragraph, Reply, SignatureBox
from questionnaire.documents import BOX_HEIGHT, BOX_WIDTH, draw, draw_stamp
from questionnaire.proof.identity import make_demo_identity
from questionnaire.proof.reasons import write_reason
from questionnaire.proof.report import Declares, SealFact, Verdict
from questionnaire.proof.signing import box_size, sign
from questionnaire.proof.verification import verify
from tests.pdf_validation import page_faults, qpdf_complaints, verapdf_faults
from tests.proof.conftest import AMINA, BRUNO, sealed_by
from tests.proof.identities import NOW
from tests.proof.plain_pdf import drawn_over

STAGES = ("drawn", "signed_once", "signed_twice", "sealed", "sealed_unsigned")


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    path = tmp_path_factory.mktemp("identity") / "demo.p12"
    return make_demo_identity(path, organisation="GHU de Test", now=NOW)


@pytest.fixture(scope="module")
def stages(demo):
    drawn = draw(_content(), [_answers()], at=NOW)
    signed_once = _signed(drawn, "porteur", AMINA, demo)
    signed_twice = _signed(signed_once, "direction", BRUNO, demo)
    made = drawn, signed_once, signed_twice, sealed_by(signed_twice, demo), sealed_by(drawn, demo)
    return dict(zip(STAGES, made, strict=True))


@pytest.mark.jvm
@pytest.mark.parametrize("profile", ["3a", "ua1"])
@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_is_archivable_and_accessible(stages, stage, profile):
    assert verapdf_faults(stages[stage], profile) == []


@pytest.mark.jvm
@pytest.mark.parametrize("profile", ["3a", "ua1"])
def test_stamp_with_a_font_of_the_reader_is_not_archivable(stages, demo, profile):
    # Negative control: the judge must look into the stamps.
    bare = sealed_by(_signed(stages["drawn"], "porteur", AMINA, demo, stamp=_bare_stamp()), demo)
    assert verapdf_faults(bare, profile) != []


@pytest.mark.parametrize("stage", STAGES)
def test_second_judge_finds_every_stage_accessible(stages, stage, tmp_path):
    assert page_faults(stages[stage], "ua1", tmp_path) == []


@pytest.mark.parametrize("stage", ["drawn", "signed_once", "sealed_unsigned"])
def test_second_judge_finds_one_signature_archivable(stages, stage, tmp_path):
    assert page_faults(stages[stage], "3a", tmp_path) == []


@pytest.mark.parametrize("stage", STAGES)
def test_structure_of_the_file_is_sound(stages, stage, tmp_path):
    assert qpdf_complaints(stages[stage], tmp_path) == ""


@pytest.mark.skipif(not shutil.which("pdfsig"), reason="poppler-utils is not installed")
def test_poppler_finds_every_signature_valid(stages, tmp_path):
    path = tmp_path / "sealed.pdf"
    path.write_bytes(stages["sealed"])
    told = subprocess.run(["pdfsig", "-nocert", path], check=False, capture_output=True, text=True).stdout
    assert told.count("Signature Validation: Signature is Valid.") == 3
    assert told.count("  - Total document signed") == 1


def test_boxes_have_the_size_of_their_stamps(stages):
    assert box_size(stages["drawn"], "porteur") == (BOX_WIDTH, BOX_HEIGHT)


def test_sealed_document_is_authentic_and_declares_what_it_is(stages, demo):
    report = verify(stages["sealed"], [demo.anchor_pem])
    assert report.verdict is Verdict.AUTHENTIC
    assert [fact.name for fact in report.signatures] == ["Amina Haddad", "Bruno Petit"]
    assert report.seal == SealFact("Cachet de démonstration, sans valeur", valid=True, demo=True)
    assert report.declares == Declares("3a", "1")


def test_shadow_update_of_a_real_document_is_modified(stages, demo):
    assert verify(drawn_over(stages["sealed"]), [demo.anchor_pem]).verdict is Verdict.MODIFIED


@pytest.mark.parametrize("fraction", [0.1, 0.3, 0.5, 0.7])
def test_flipped_byte_of_a_real_document_is_never_authentic(stages, demo, fraction):
    changed = bytearray(stages["sealed"])
    changed[int(len(changed) * fraction)] ^= 1
    assert verify(bytes(changed), [demo.anchor_pem]).verdict is not Verdict.AUTHENTIC


def test_document_signed_on_two_pages_of_boxes_is_authentic(demo):
    boxes = tuple(SignatureBox(f"case_{rank}", "Signature", f"Personne {rank}") for rank in range(12))
    pdf = draw(replace(_content(), signatures=boxes), [], at=NOW)
    for field in ("case_11", "case_0"):
        pdf = _signed(pdf, field, AMINA, demo)
    assert verify(sealed_by(pdf, demo), [demo.anchor_pem]).verdict is Verdict.AUTHENTIC


def _signed(pdf, field, act, identity, stamp=None):
    lines = (act.name, act.role, "Signé le 22 novembre 2026 à 14 h 32", f"Par {act.method}")
    return sign(
        pdf,
        field=field,
        stamp=stamp or draw_stamp(lines, *box_size(pdf, field)),
        name=act.name,
        reason=write_reason(act),
        identity=identity,
        at=NOW,
    )


def _bare_stamp():
    return draw_stamp([AMINA.name], BOX_WIDTH, BOX_HEIGHT).replace(b"/FontFile2", b"/FontFileX")


def _content():
    return Content(
        title="Fiche projet",
        form_title="Fiche projet",
        form_version="2026-1",
        organisation="GHU de Test",
        day=date(2026, 11, 22),
        language="fr-FR",
        blocks=(
            Heading(2, "Le projet"),
            Paragraph("Ce que le projet veut changer.", "lead"),
            Reply("Titre", ("Mieux accueillir",)),
            Reply("Objectif", ("Un accueil préparé avec les patients.",), "below"),
        ),
        footer=("Fiche projet, version 2026-1",),
        signature_level="Signature simple, cachet de l’établissement",
        signatures=(
            SignatureBox("porteur", "Signature", "Amina Haddad, porteur du projet"),
            SignatureBox("direction", "Visa", "Bruno Petit, directeur"),
            SignatureBox("facultative", "Visa", "Qualité"),
        ),
    )


def _answers():
    return Attachment("reponses.json", b'{"titre": "Mieux accueillir"}', "application/json", "Data", "Réponses")
