"""``certificates``: the seal, its authorities, whom verifications trust, and when each ends."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

from questionnaire.cli.certificates import certificates
from questionnaire.proof.identity import SealIdentity, make_demo_identity
from tests.proof.identities import NOW, certificate, hospital_identity, pkcs12_file

PASSPHRASE = "phrase-du-cachet"


def asked(*words: str, folder: Path, **environ: str) -> Any:
    environ = {"DEMO": "", "DATA_DIR": str(folder), "SEAL_FILE": "", **environ}
    return CliRunner().invoke(certificates, words, env=environ)


def told(folder: Path, **environ: str) -> tuple[int, dict[str, Any]]:
    result = asked("--json", folder=folder, **environ)
    return result.exit_code, json.loads(result.stdout)


def sealing(folder: Path, identity: SealIdentity) -> dict[str, str]:
    """The settings of an installation with this seal."""
    path = pkcs12_file(folder / "cachet.p12", identity, PASSPHRASE.encode())
    return {"SEAL_FILE": str(path), "SEAL_PASSPHRASE": PASSPHRASE}


def verdicts(found: dict[str, Any]) -> dict[str, str]:
    return {finding["title"]: finding["verdict"] for finding in found["findings"]}


@pytest.fixture(scope="module")
def identity() -> SealIdentity:
    found: SealIdentity = hospital_identity()
    return found


def test_seal_its_chain_and_whom_verifications_trust_are_told_with_their_ends(tmp_path, identity):
    code, found = told(tmp_path, **sealing(tmp_path, identity))
    assert (code, verdicts(found)) == (0, {"Cachet": "ok"})
    assert [(each["name"], each["root"]) for each in found["chain"]] == [
        ("CHU de Test", False),
        ("Autorité des cachets", False),
        ("Racine", True),
    ]
    assert found["chain"][0]["sha256"] == identity.certificate.fingerprint(SHA256()).hex()
    assert found["chain"][0]["not_after"] == identity.not_after.isoformat()
    assert [each["name"] for each in found["trust"]] == ["CHU de Test"]
    assert (found["key"], found["timestamping"]) == ("ECDSA, courbe secp256r1", None)


def test_text_says_the_same_without_the_passphrase(tmp_path, identity):
    said = asked(folder=tmp_path, **sealing(tmp_path, identity)).stdout
    assert "  Racine (racine)\n    émis par Racine, nº\u00a0" in said
    assert "Horodatage\u00a0: aucune autorité, l’heure des signatures est celle du serveur.\n" in said
    assert "[OK] Cachet\u00a0: valable jusqu’au" in said
    assert (PASSPHRASE in said, "PRIVATE" in said) == (False, False)


def test_expired_seal_is_shown_all_the_same_and_still_trusted(tmp_path):
    code, found = told(tmp_path, **sealing(tmp_path, hospital_identity(end=NOW - timedelta(days=1))))
    assert (code, verdicts(found), len(found["chain"]), len(found["trust"])) == (2, {"Cachet": "echec"}, 3, 1)


def test_seal_of_the_future_is_told(tmp_path):
    code, found = told(tmp_path, **sealing(tmp_path, hospital_identity(start=NOW + timedelta(days=3))))
    assert (code, verdicts(found)) == (2, {"Cachet": "echec"})
    assert "n’est valable qu’à partir du" in found["findings"][0]["said"]


@pytest.mark.parametrize("days,verdict", [(-1, "echec"), (20, "attention"), (90, None)])
def test_authority_that_ends_is_told(tmp_path, days, verdict):
    root_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    root = certificate("Racine", root_key, ca=True, end=NOW + timedelta(days=days, hours=1))
    leaf = certificate("CHU de Test", key, root, root_key)
    _, found = told(tmp_path, **sealing(tmp_path, SealIdentity(key, leaf, (root,))))
    assert verdicts(found).get("Autorité Racine") == verdict


def test_demonstration_asks_for_attention(tmp_path):
    make_demo_identity(tmp_path / "seal.p12", organisation="CHU", now=NOW)
    code, found = told(tmp_path)
    assert (code, verdicts(found), found["file"]) == (1, {"Cachet": "attention"}, str(tmp_path / "seal.p12"))


def test_file_that_cannot_be_read_is_told_with_what_to_do(tmp_path, identity):
    sealed = {**sealing(tmp_path, identity), "SEAL_PASSPHRASE": "autre"}
    code, found = told(tmp_path, **sealed)
    (finding,) = found["findings"]
    assert (code, found["chain"], "phrase secrète" in finding["said"]) == (2, [], True)
    assert "SEAL_PASSPHRASE" in finding["remedy"]
    assert told(tmp_path / "absent")[1]["findings"][0]["verdict"] == "echec"
