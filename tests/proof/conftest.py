"""A small document at each stage of its life: drawn, signed once, signed twice, sealed."""

import pytest

from questionnaire.proof.reasons import SEAL_REASON, SignedAct, write_reason
from questionnaire.proof.signing import seal, sign
from tests.proof.identities import NOW, hospital_identity
from tests.proof.plain_pdf import boxes_pdf, stamp_pdf

AMINA = SignedAct("Signature", "Amina Haddad", "porteur du projet", "nom saisi")
BRUNO = SignedAct("Visa", "Bruno Petit", "directeur, site nord", "code reçu par courriel")


@pytest.fixture(scope="session")
def identity():
    return hospital_identity()


@pytest.fixture(scope="session")
def trust(identity):
    return [identity.anchor_pem]


@pytest.fixture(scope="session")
def drawn():
    return boxes_pdf("porteur", "direction", "facultative")


@pytest.fixture(scope="session")
def signed_once(drawn, identity):
    return signed_by(drawn, "porteur", AMINA, identity)


@pytest.fixture(scope="session")
def signed_twice(signed_once, identity):
    return signed_by(signed_once, "direction", BRUNO, identity)


@pytest.fixture(scope="session")
def sealed(signed_twice, identity):
    return sealed_by(signed_twice, identity)


@pytest.fixture(scope="session")
def sealed_alone(drawn, identity):
    return sealed_by(drawn, identity)


def signed_by(pdf, field, act, identity):
    return sign(
        pdf,
        field=field,
        stamp=stamp_pdf(),
        name=act.name,
        reason=write_reason(act),
        identity=identity,
        at=NOW,
    )


def sealed_by(pdf, identity):
    return seal(pdf, reason=SEAL_REASON, identity=identity, at=NOW, organisation="CHU de Test")
