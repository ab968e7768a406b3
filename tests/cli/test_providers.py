"""``providers check``: what an operator is told before anybody signs in."""

import pytest

from questionnaire.journeys.demonstration.places import HOSPITAL
from questionnaire.web.openid import UNREACHABLE
from tests.journeys.house import found_house
from tests.web.strict_provider import StrictProvider

FILE = """
[[provider]]
name = "chu"
label = "le compte du CHU"
issuer = "{issuer}"
client_id = "partenariat"
client_secret = "secret"
organisation = "{organisation}"
role = [{{claim = "groups", value = "/direction", role = "direction", organisation = "{place}"}}]
"""
BACK = "  retour à déclarer\u00a0: http://127.0.0.1:5000/connexion/par/chu/retour\n"


@pytest.fixture
def provider():
    started = StrictProvider()
    yield started
    started.close()


@pytest.fixture
def check(tmp_path, command):
    def run(issuer, organisation=HOSPITAL, place=HOSPITAL):
        path = tmp_path / "providers.toml"
        path.write_text(FILE.format(issuer=issuer, organisation=organisation, place=place))
        return command(found_house(tmp_path / "data", OIDC_FILE=str(path)), "providers", "check")

    return run


def test_provider_in_order(check, provider):
    result = check(provider.issuer)
    assert (result.exit_code, result.output) == (0, f"chu\u00a0: en ordre.\n{BACK}")


def test_provider_that_is_down_and_organisation_that_is_not_there(check):
    result = check("http://127.0.0.1:1", "Ailleurs")
    told = (UNREACHABLE.format(label="le compte du CHU"), "aucune organisation «\u00a0Ailleurs\u00a0», ou plusieurs.")
    assert (result.exit_code, result.output) == (1, "".join(f"chu\u00a0: {line}\n" for line in told) + BACK)


def test_role_outside_of_the_bounds(check, provider):
    result = check(provider.issuer, place="Région")
    assert (result.exit_code, result.output) == (
        1,
        f"chu\u00a0: l’organisation «\u00a0Région\u00a0» d’un rôle n’est pas sous «\u00a0{HOSPITAL}\u00a0».\n{BACK}",
    )


def test_without_any_provider(tmp_path, command):
    result = command(found_house(tmp_path / "data"), "providers", "check")
    assert (result.exit_code, "aucun fournisseur" in result.output) == (1, True)
