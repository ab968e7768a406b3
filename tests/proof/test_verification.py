from datetime import timedelta
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.reader import PdfFileReader

from questionnaire.proof import verification
from questionnaire.proof.errors import TrustError
from questionnaire.proof.identity import make_demo_identity
from questionnaire.proof.judgement import ALL_GOOD, DEMO, NO_SEAL, NO_SIGNATURE, SEAL_NOT_CLOSING
from questionnaire.proof.report import Declares, SealFact, SignatureFact, Verdict
from questionnaire.proof.signing import sign
from questionnaire.proof.verification import verify
from tests.proof.conftest import AMINA, BRUNO, sealed_by, signed_by
from tests.proof.identities import NOW, hospital_identity
from tests.proof.plain_pdf import drawn_over, encrypted_pdf, raw_pdf, stamp_pdf, xfa_pdf

DAMAGED = "Le fichier est abîmé ou d’une forme inattendue : il ne peut pas être vérifié."
SEAL_BROKEN = "Le cachet ne correspond plus au contenu : le fichier a été modifié."
UNRECOGNISED = "vient d’un certificat qui n’est pas reconnu ici : « CHU de Test »."


def answer(pdf, trust, **options):
    report = verify(pdf, trust, **options)
    return report.verdict.value, [reason.replace("\u00a0", " ") for reason in report.reasons]


def fact(act, *, valid=True):
    return SignatureFact(act.name, act.role, act.act, act.method, NOW, valid)


def containers(pdf):
    """Where the values of the signatures stand in the file."""
    ranges = [signature.byte_range for signature in PdfFileReader(BytesIO(pdf)).embedded_signatures]
    return [(int(found[1]), int(found[2])) for found in ranges]


def test_sealed_document_is_authentic_with_its_signatures(sealed, trust):
    report = verify(sealed, trust)
    assert report.verdict is Verdict.AUTHENTIC
    assert report.signatures == (fact(AMINA), fact(BRUNO))
    assert report.seal == SealFact("CHU de Test", valid=True, demo=False)
    assert report.reasons == (ALL_GOOD,)
    assert report.declares == Declares()


def test_demonstration_seal_is_said_to_be_without_value(tmp_path, drawn):
    demo = make_demo_identity(tmp_path / "demo.p12", organisation="CHU", now=NOW)
    report = verify(sealed_by(drawn, demo), [demo.anchor_pem])
    assert report.seal == SealFact("Cachet de démonstration, sans valeur", valid=True, demo=True)
    assert (report.verdict, report.reasons) == (Verdict.AUTHENTIC, (ALL_GOOD, DEMO))


def test_trusting_the_seal_certificate_alone_is_enough(sealed, identity):
    assert answer(sealed, [identity.certificate_pem]) == ("authentic", [ALL_GOOD])


def test_one_of_several_trusted_certificates_is_enough(sealed, identity):
    others = hospital_identity().anchor_pem + hospital_identity().certificate_pem
    assert answer(sealed, [others, identity.anchor_pem]) == ("authentic", [ALL_GOOD])


def test_document_without_signature_is_unknown(drawn, trust):
    report = verify(drawn, trust)
    assert (report.verdict, report.reasons, report.seal) == (Verdict.UNKNOWN, (NO_SIGNATURE,), None)


@pytest.mark.parametrize("stage, acts", [("signed_once", [AMINA]), ("signed_twice", [AMINA, BRUNO])])
def test_document_whose_seal_was_removed_or_never_set_is_unknown(request, trust, stage, acts):
    report = verify(request.getfixturevalue(stage), trust)
    assert (report.verdict, report.reasons) == (Verdict.UNKNOWN, (NO_SEAL,))
    assert report.signatures == tuple(fact(act) for act in acts)


def test_flipped_byte_in_a_page_is_seen(sealed, trust):
    changed = sealed.replace(b"60 700 120 40 re", b"60 700 120 49 re")
    assert changed != sealed
    assert answer(changed, trust) == (
        "modified",
        [
            "La signature « Amina Haddad » ne correspond plus au contenu : le fichier a été modifié.",
            "La signature « Bruno Petit » ne correspond plus au contenu : le fichier a été modifié.",
            SEAL_BROKEN,
        ],
    )


def test_shadow_update_after_the_seal_is_seen(sealed, trust):
    report = verify(drawn_over(sealed), trust)
    assert report.verdict is Verdict.MODIFIED
    assert [signature.valid for signature in report.signatures] == [False, False]
    assert report.seal == SealFact("CHU de Test", valid=False, demo=False)
    assert [reason.replace("\u00a0", " ") for reason in report.reasons] == [
        "Le fichier a été modifié après la signature « Amina Haddad ».",
        "Le fichier a été modifié après la signature « Bruno Petit ».",
        "Le fichier a été modifié après le cachet.",
    ]


def test_shadow_update_between_signature_and_seal_is_seen(signed_once, identity, trust):
    sealed_later = sealed_by(drawn_over(signed_once), identity)
    expected = ["Le fichier a été modifié après la signature « Amina Haddad »."]
    assert answer(sealed_later, trust) == ("modified", expected)


def test_signature_added_after_the_seal_is_seen(sealed, identity, trust):
    late = signed_by(sealed, "facultative", AMINA, identity)
    assert answer(late, trust) == ("modified", [SEAL_NOT_CLOSING])


@pytest.mark.parametrize("extra", [b"\n", b"\0", b"%%EOF\n", b"<html>"])
def test_bytes_after_the_seal_are_seen(sealed, trust, extra):
    assert verify(sealed + extra, trust).verdict is not Verdict.AUTHENTIC


def test_foreign_seal_is_unknown(drawn, trust):
    foreign = sealed_by(drawn, hospital_identity())
    report = verify(foreign, trust)
    assert report.seal == SealFact("CHU de Test", valid=False, demo=False)
    assert answer(foreign, trust) == ("unknown", [f"Le cachet {UNRECOGNISED}"])


def test_foreign_seal_on_our_signatures_is_unknown(signed_twice, trust):
    foreign = sealed_by(signed_twice, hospital_identity())
    report = verify(foreign, trust)
    assert [signature.valid for signature in report.signatures] == [True, True]
    assert answer(foreign, trust) == ("unknown", [f"Le cachet {UNRECOGNISED}"])


def test_foreign_signature_under_our_seal_is_unknown(drawn, identity, trust):
    mixed = sealed_by(signed_by(drawn, "porteur", AMINA, hospital_identity()), identity)
    assert answer(mixed, trust) == ("unknown", [f"La signature « Amina Haddad » {UNRECOGNISED}"])


@pytest.mark.parametrize("pinned", [False, True])
def test_expired_certificate_is_unknown_even_when_itself_trusted(drawn, identity, pinned):
    trusted = [identity.certificate_pem if pinned else identity.anchor_pem]
    later = NOW + timedelta(days=4000)
    expected = ("unknown", ["Le cachet repose sur un certificat expiré."])
    assert answer(sealed_by(drawn, identity), trusted, at=later) == expected


def test_signature_with_an_unknown_reason_keeps_the_name(drawn, identity, trust):
    pdf = sign(
        drawn,
        field="porteur",
        stamp=stamp_pdf(),
        name="Amina Haddad",
        reason="Lu",
        identity=identity,
        at=NOW,
    )
    (told,) = verify(sealed_by(pdf, identity), trust).signatures
    assert told == SignatureFact("Amina Haddad", "", "", "", NOW, valid=True)


@pytest.mark.parametrize("pdf", [b"", b"bonjour", b"PK\x03\x04", b"\n%PDF-1.7"])
def test_what_is_not_a_pdf_is_unknown(trust, pdf):
    assert answer(pdf, trust) == ("unknown", ["Ce fichier n’est pas un PDF."])


@pytest.mark.parametrize("pdf", [b"%PDF-1.7", b"%PDF-1.7\nstartxref\n0\n%%EOF" + bytes(2000)])
def test_file_cut_or_continued_at_the_end_is_unknown(trust, pdf):
    expected = "La fin du fichier manque : il est incomplet ou abîmé."
    assert answer(pdf, trust) == ("unknown", [expected])


@pytest.mark.parametrize("pdf", [b"%PDF-1.7\nstartxref\n0\n%%EOF", b"%PDF-[" + b"[" * 9000 + b"startxref\n5"])
def test_damaged_pdf_is_unknown(trust, pdf):
    assert answer(pdf, trust) == ("unknown", [DAMAGED])


def test_encrypted_pdf_is_unknown(trust):
    expected = "Le fichier est chiffré : il ne peut pas être vérifié."
    assert answer(encrypted_pdf(), trust) == ("unknown", [expected])


def test_xfa_form_is_unknown(trust):
    expected = "Le fichier contient un formulaire XFA : il ne peut pas être vérifié."
    assert answer(xfa_pdf(), trust) == ("unknown", [expected])


def test_fields_shared_by_several_parents_are_unknown_at_once(trust):
    shared = [(("<</T(a)/Kids[{0} 0 R {0} 0 R]>>").format(number + 1)) for number in range(4, 44)]
    objects = ["<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R>>", "<</Kids[]>>", "<</Fields[4 0 R]>>", *shared]
    assert answer(raw_pdf(objects), trust) == ("unknown", [DAMAGED])


def test_file_too_large_is_unknown(trust):
    pdf = b"%PDF-1.7" + bytes(verification.MAX_BYTES)
    expected = "Le fichier dépasse la taille vérifiable (50 Mo)."
    assert answer(pdf, trust) == ("unknown", [expected])


@pytest.mark.parametrize("certificate", [b"", b"\x30\x03abc", b"-----BEGIN CERTIFICATE-----\nYWJj\n"])
def test_unreadable_trusted_certificate_is_refused(sealed, certificate):
    with pytest.raises(TrustError):
        verify(sealed, [certificate])


def test_verification_without_trusted_certificate_is_refused(sealed):
    with pytest.raises(TrustError):
        verify(sealed, [])


def with_byte(pdf, position, value):
    return pdf[:position] + bytes([value]) + pdf[position + 1 :]


@settings(max_examples=25)
@given(place=st.floats(0, 1, exclude_max=True), shift=st.integers(1, 255))
def test_any_changed_byte_is_never_authentic(sealed, trust, place, shift):
    position = int(place * len(sealed))
    changed = with_byte(sealed, position, (sealed[position] + shift) % 256)
    assert verify(changed, trust).verdict is not Verdict.AUTHENTIC


@settings(max_examples=50)
@given(place=st.floats(0, 1, exclude_max=True), shift=st.integers(1, 15))
def test_any_changed_digit_of_the_seal_is_never_authentic(sealed_alone, trust, place, shift):
    ((start, end),) = containers(sealed_alone)
    digits = sealed_alone[start + 1 : end - 1].rstrip(b"0")
    position = int(place * len(digits))
    digit = b"%X" % ((int(digits[position : position + 1], 16) + shift) % 16)
    changed = with_byte(sealed_alone, start + 1 + position, digit[0])
    assert verify(changed, trust).verdict is not Verdict.AUTHENTIC


def test_other_spelling_of_the_seal_is_not_authentic(sealed_alone, trust):
    ((start, end),) = containers(sealed_alone)
    digits = sealed_alone[start:end]
    letter = next(index for index, byte in enumerate(digits) if byte in b"ABCDEF")
    changed = with_byte(sealed_alone, start + letter, digits[letter] + 32)
    filled = with_byte(sealed_alone, end - 2, ord("1"))
    assert [answer(pdf, trust) for pdf in (changed, filled)] == [("modified", [SEAL_NOT_CLOSING])] * 2


@settings(max_examples=25)
@given(place=st.floats(0, 1, exclude_max=True))
def test_any_truncation_is_never_authentic(sealed_alone, trust, place):
    assert verify(sealed_alone[: int(place * len(sealed_alone))], trust).verdict is not Verdict.AUTHENTIC


@settings(max_examples=30)
@given(st.binary(max_size=400))
def test_any_bytes_are_answered(trust, data):
    assert verify(b"%PDF-1.7\n" + data, trust).verdict is Verdict.UNKNOWN
