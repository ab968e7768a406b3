import re
import shutil
import subprocess
from datetime import timedelta
from io import BytesIO

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from questionnaire.proof.errors import SigningError
from questionnaire.proof.reasons import SEAL_REASON, write_reason
from questionnaire.proof.report import Verdict
from questionnaire.proof.signing import box_size, seal, sign
from questionnaire.proof.verification import verify
from tests.proof.conftest import AMINA, sealed_by, signed_by
from tests.proof.identities import NOW, hospital_identity
from tests.proof.plain_pdf import encrypted_pdf, stamp_pdf


def signatures(pdf):
    return PdfFileReader(BytesIO(pdf)).embedded_signatures


def refusal(act):
    with pytest.raises(SigningError) as caught:
        act()
    return str(caught.value).replace("\u00a0", " ")


def signing(pdf, identity, **changes):
    given = {
        "field": "porteur",
        "stamp": stamp_pdf(),
        "name": "Amina Haddad",
        "reason": "…",
        "identity": identity,
        "at": NOW,
    }
    return lambda: sign(pdf, **(given | changes))


def test_each_stage_only_adds_to_the_one_before(drawn, signed_once, signed_twice, sealed):
    assert signed_once.startswith(drawn)
    assert signed_twice.startswith(signed_once)
    assert sealed.startswith(signed_twice)


def test_signature_dictionary_names_person_reason_and_time(signed_once):
    (signature,) = signatures(signed_once)
    dictionary = signature.sig_object
    assert dictionary["/Name"] == "Amina Haddad"
    assert dictionary["/Reason"] == write_reason(AMINA)
    assert dictionary["/SubFilter"] == "/ETSI.CAdES.detached"
    assert signature.self_reported_timestamp == NOW
    assert signature.field_name == "porteur"


def test_first_revision_certifies_and_the_others_do_not(sealed):
    first, *others = signatures(sealed)
    assert first.docmdp_level.name == "FILL_FORMS"
    assert ["/Reference" in other.sig_object for other in others] == [False, False]


def test_seal_without_signature_certifies(drawn, identity, trust):
    pdf = sealed_by(drawn, identity)
    assert signatures(pdf)[0].docmdp_level.name == "FILL_FORMS"
    assert verify(pdf, trust).verdict is Verdict.AUTHENTIC


def test_stamp_becomes_the_appearance_of_the_box(signed_once):
    (signature,) = signatures(signed_once)
    appearance = signature.sig_field["/AP"]["/N"]
    assert appearance.data == b"0 0.5 0 rg 10 10 100 20 re f"
    assert list(appearance["/BBox"]) == [0, 0, 200, 60]


def test_certificate_is_embedded_once_with_its_intermediate_and_not_its_root(sealed, identity):
    embedded = {each.chosen.dump() for each in signatures(sealed)[-1].signed_data["certificates"]}
    assert len(signatures(sealed)[-1].signed_data["certificates"]) == len(embedded) == 2
    assert signatures(sealed)[-1].signer_cert.subject.native == {"common_name": identity.certificate_name}


def test_box_size_is_told_in_points(drawn):
    assert box_size(drawn, "porteur") == (200, 60)


def test_rsa_key_signs_too(drawn):
    identity = hospital_identity(with_rsa=True)
    pdf = sealed_by(signed_by(drawn, "porteur", AMINA, identity), identity)
    assert verify(pdf, [identity.anchor_pem]).verdict is Verdict.AUTHENTIC


@pytest.mark.parametrize("field", ["porteur", "inconnue"])
def test_box_filled_or_missing_is_refused(signed_once, identity, field):
    assert refusal(signing(signed_once, identity, field=field)) == (
        f"La case de signature « {field} » n’existe pas ou est déjà remplie."
    )


def test_stamp_of_another_size_is_refused(drawn, identity):
    assert refusal(signing(drawn, identity, stamp=stamp_pdf(200, 90))) == (
        "L’empreinte mesure 200 × 90 points, la case de signature 200 × 60."
    )


def test_instant_without_time_zone_is_refused(drawn, identity):
    message = refusal(signing(drawn, identity, at=NOW.replace(tzinfo=None)))
    assert message == "L’instant de la signature doit porter un fuseau horaire."


def test_certificate_not_valid_at_the_time_is_refused(drawn):
    short = hospital_identity(end=NOW + timedelta(days=1))
    late = NOW + timedelta(days=2)
    expected = f"Le certificat « CHU de Test » n’est pas valable le {late:%d/%m/%Y}."
    assert refusal(signing(drawn, short, at=late)) == expected
    assert refusal(lambda: seal(drawn, reason="…", identity=short, at=late, organisation="CHU")) == expected


def test_second_seal_is_refused(sealed, identity):
    assert refusal(lambda: sealed_by(sealed, identity)) == "Ce document porte déjà le cachet de l’établissement."


@pytest.mark.parametrize("pdf", [b"", b"bonjour", b"%PDF-1.7\nrien"])
def test_what_is_not_a_pdf_is_refused(identity, pdf):
    assert refusal(signing(pdf, identity)) == "Le document à signer n’est pas un PDF lisible."


def test_encrypted_document_is_refused(identity):
    assert refusal(signing(encrypted_pdf(), identity)) == "Un document chiffré ne peut pas être signé."


@pytest.mark.skipif(not shutil.which("pdfsig"), reason="poppler-utils is not installed")
def test_other_tools_agree(tmp_path, sealed):
    path = tmp_path / "scelle.pdf"
    path.write_bytes(sealed)
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)
    told = subprocess.run(["pdfsig", "-nocert", path], check=False, capture_output=True, text=True).stdout
    assert re.findall(r"Signature Validation: (.*)", told) == ["Signature is Valid."] * 3
    assert re.findall(r"(Not t|T)otal document signed", told) == ["Not t", "Not t", "T"]


def test_seal_reason_is_kept(sealed):
    assert signatures(sealed)[-1].sig_object["/Reason"] == SEAL_REASON
