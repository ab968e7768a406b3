import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ed25519
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12

from questionnaire.proof.demonstration import SEAL_NAME, make_pkcs12, write_once
from questionnaire.proof.errors import IdentityError
from questionnaire.proof.identity import SealIdentity, load_identity, make_demo_identity
from tests.proof.identities import NOW, certificate, hospital_identity, pem, pkcs12_file


def refusal(path, passphrase=None):
    with pytest.raises(IdentityError) as caught:
        load_identity(path, passphrase)
    assert str(caught.value) == f"{caught.value.problem} {caught.value.remedy}"
    assert caught.value.remedy.endswith(".")
    return caught.value.problem.replace("\u00a0", " ").replace(str(path), "cachet.p12")


def test_hospital_file_is_read_with_its_chain_in_order(tmp_path, identity):
    loaded = load_identity(pkcs12_file(tmp_path / "cachet.p12", identity, b"secret"), b"secret")
    assert (loaded.certificate_name, loaded.demo) == ("CHU de Test", False)
    assert loaded.chain == identity.chain
    assert loaded.certificate_pem == pem(identity.certificate)
    assert loaded.anchor_pem == pem(identity.chain[-1])
    assert loaded.not_after == identity.certificate.not_valid_after_utc


def test_self_signed_certificate_is_its_own_anchor(tmp_path):
    loaded = make_demo_identity(tmp_path / "demo.p12", organisation="CHU", now=NOW)
    alone = SealIdentity(loaded.key, loaded.certificate)
    assert alone.anchor_pem == alone.certificate_pem


def test_key_is_not_shown_in_messages(identity):
    assert "key" not in repr(identity)


@pytest.mark.parametrize("passphrase", [None, b"autre"])
def test_wrong_passphrase_is_explained(tmp_path, identity, passphrase):
    path = pkcs12_file(tmp_path / "cachet.p12", identity, b"secret")
    assert refusal(path, passphrase) == (
        "Le fichier du cachet « cachet.p12 » ne s’ouvre pas : "
        "la phrase secrète est fausse ou absente, ou le fichier est abîmé."
    )


def test_damaged_file_is_explained(tmp_path, identity):
    path = pkcs12_file(tmp_path / "cachet.p12", identity)
    path.write_bytes(path.read_bytes()[:200])
    assert refusal(path).startswith("Le fichier du cachet « cachet.p12 » ne s’ouvre pas")


def test_other_kind_of_file_is_explained(tmp_path, identity):
    path = tmp_path / "cachet.p12"
    path.write_bytes(identity.certificate_pem)
    assert refusal(path) == "Le fichier du cachet « cachet.p12 » n’est pas un fichier PKCS#12 (.p12 ou .pfx)."


def test_missing_file_is_explained(tmp_path):
    message = refusal(tmp_path / "cachet.p12")
    assert message == "Le fichier du cachet « cachet.p12 » n’existe pas."


def test_certificates_without_key_are_explained(tmp_path, identity):
    path = tmp_path / "cachet.p12"
    path.write_bytes(pkcs12.serialize_key_and_certificates(None, None, None, identity.chain, NoEncryption()))
    assert refusal(path) == "Le fichier du cachet « cachet.p12 » ne contient pas de certificat avec sa clé."


def test_key_of_another_kind_is_explained(tmp_path):
    key = ed25519.Ed25519PrivateKey.generate()
    found = x509.CertificateBuilder(x509.Name([]), x509.Name([]), key.public_key(), 1, NOW, NOW + timedelta(1)).sign(
        key, None
    )
    path = tmp_path / "cachet.p12"
    path.write_bytes(pkcs12.serialize_key_and_certificates(None, key, found, None, NoEncryption()))
    expected = "Le fichier du cachet « cachet.p12 » doit contenir une clé RSA ou à courbe elliptique (ECDSA)."
    assert refusal(path) == expected


def test_expired_certificate_is_explained(tmp_path):
    old = hospital_identity(end=NOW - timedelta(days=1))
    ended = f"{NOW - timedelta(days=1):%d/%m/%Y}"
    assert refusal(pkcs12_file(tmp_path / "cachet.p12", old)) == (
        f"Le certificat du cachet « CHU de Test » a expiré le {ended}."
    )


def test_certificate_of_tomorrow_is_explained(tmp_path):
    early = hospital_identity(start=NOW + timedelta(days=1))
    begins = f"{NOW + timedelta(days=1):%d/%m/%Y}"
    assert refusal(pkcs12_file(tmp_path / "cachet.p12", early)) == (
        f"Le certificat du cachet « CHU de Test » n’est valable qu’à partir du {begins}."
    )


def test_certificate_without_common_name_is_called_by_its_subject():
    key = hospital_identity().key
    named = certificate("Racine", key)
    nameless = x509.CertificateBuilder(
        named.subject,
        x509.Name([x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, "CHU")]),
        key.public_key(),
        1,
        NOW,
        NOW + timedelta(1),
    ).sign(key, named.signature_hash_algorithm)
    assert SealIdentity(key, nameless).certificate_name == "O=CHU"


def test_demo_identity_says_that_it_has_no_value(tmp_path):
    made = make_demo_identity(tmp_path / "sub" / "demo.p12", organisation="É" * 100, now=NOW)
    assert (made.certificate_name, made.demo) == (SEAL_NAME, True)
    assert made.certificate.subject.rfc4514_string().startswith("CN=Cachet de démonstration\\, sans valeur")


def test_demo_identity_is_made_once(tmp_path):
    path = tmp_path / "demo.p12"
    first = make_demo_identity(path, organisation="CHU", now=NOW)
    second = make_demo_identity(path, organisation="Autre", now=NOW)
    assert second.certificate == first.certificate
    assert (tmp_path / "demo.ca.pem").read_bytes() == first.anchor_pem
    assert sorted(file.name for file in tmp_path.iterdir()) == ["demo.ca.pem", "demo.p12"]
    assert [stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()] == [0o600, 0o600]


def test_demo_authority_lost_in_a_crash_is_written_again(tmp_path):
    path = tmp_path / "demo.p12"
    first = make_demo_identity(path, organisation="CHU", now=NOW)
    (tmp_path / "demo.ca.pem").unlink()
    make_demo_identity(path, organisation="CHU", now=NOW)
    assert (tmp_path / "demo.ca.pem").read_bytes() == first.anchor_pem


def test_demo_identity_made_by_several_at_once_is_one(tmp_path):
    path = tmp_path / "demo.p12"
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: make_demo_identity(path, organisation="CHU", now=NOW), range(4)))
    assert len({each.certificate_pem for each in made}) == 1
    assert sorted(file.name for file in tmp_path.iterdir()) == ["demo.ca.pem", "demo.p12"]


def test_a_file_already_there_stands(tmp_path):
    path = tmp_path / "demo.p12"
    write_once(path, b"premier")
    write_once(path, make_pkcs12("CHU", NOW))
    assert path.read_bytes() == b"premier"
