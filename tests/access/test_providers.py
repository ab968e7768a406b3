"""The file of identity providers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.access import Role
from questionnaire.access.claims import RoleRule
from questionnaire.access.providers import Provider, is_safe_address, read_providers

UNDER = "Chaque fournisseur s’écrit sous une ligne [[provider]]."
KEYCLOAK = """
[[provider]]
name = "chu"
label = "le compte du CHU"
issuer = "https://sso.chu.example/realms/chu"
client_id = "partenariat"
client_secret = "secret"
organisation = "CHU de l’Exemple"
match_email = true

[[provider.role]]
claim = "realm_access.roles"
value = "partenariat-qualite"
role = "qualite"

[[provider.role]]
claim = ["https://chu.example/roles"]
value = ["a", "b"]
role = "direction"
organisation = "GHT"
"""


def test_a_provider_as_read():
    rules = (
        RoleRule(("realm_access", "roles"), frozenset({"partenariat-qualite"}), Role.QUALITE, "CHU de l’Exemple"),
        RoleRule(("https://chu.example/roles",), frozenset({"a", "b"}), Role.DIRECTION, "GHT"),
    )
    assert read_providers(KEYCLOAK) == (
        (
            Provider(
                name="chu",
                label="le compte du CHU",
                issuer="https://sso.chu.example/realms/chu",
                metadata="https://sso.chu.example/realms/chu/.well-known/openid-configuration",
                client_id="partenariat",
                client_secret="secret",
                organisation="CHU de l’Exemple",
                match_email=True,
                roles=rules,
            ),
        ),
        (),
    )


def test_the_secret_is_not_shown():
    assert "client_secret" not in repr(read_providers(KEYCLOAK)[0])


def test_all_faults_are_told_at_once():
    text = """
oidc = 1
[[provider]]
name = "Le CHU"
issuer = "http://sso.chu.example"
client_id = ""
client_secret = "x"
organisation = "CHU"
scopes = ["email"]
match_email = "oui"
secret = "x"
role = [{claim = "a..b", role = "chef"}]
"""
    providers, faults = read_providers(text)
    assert providers == ()
    assert [fault.partition("\u00a0:")[0] for fault in faults] == [
        f"«\u00a0oidc\u00a0» est inconnu. {UNDER}",
        *(f"fournisseur 1, {name}" for name in ("secret", "label", "client_id", "name", "issuer", "metadata")),
        *(f"fournisseur 1, {name}" for name in ("scopes", "match_email")),
        *(f"fournisseur 1, rôle 1, {name}" for name in ("claim", "value", "role")),
    ]


def test_two_providers_differ():
    assert read_providers(KEYCLOAK + KEYCLOAK)[1] == (
        "fournisseur 2\u00a0: name «\u00a0chu\u00a0» sert déjà. Donnez-en un autre.",
        "fournisseur 2\u00a0: issuer «\u00a0https://sso.chu.example/realms/chu\u00a0» sert déjà. Donnez-en un autre.",
    )


@pytest.mark.parametrize("text", ["", "provider = 1", "provider = []", "[provider]\nname = 1"])
def test_file_without_provider_is_refused(text):
    assert read_providers(text) == (
        (),
        (f"un tableau [[provider]] au moins est attendu. {UNDER}",),
    )


def test_file_that_is_no_toml_is_refused():
    ((fault,),) = read_providers("[[provider")[1:]
    assert fault.startswith("ce n’est pas du TOML, ")


def test_a_name_that_means_nothing_is_told_with_the_one_meant_and_the_provider_it_is_in():
    where = "fournisseur 1 (chu)"
    assert read_providers(KEYCLOAK.replace("client_id", "id_client"))[1] == (
        f"{where}, id_client\u00a0: ce réglage est inconnu. Vouliez-vous écrire «\u00a0client_id\u00a0»\u00a0?",
        f'{where}, client_id\u00a0: un texte est obligatoire\u00a0: écrivez client_id = "…".',
    )


@pytest.mark.parametrize(
    "address, safe",
    [
        ("https://sso.example/realms/x", True),
        ("http://127.0.0.1:9400", True),
        ("http://localhost/x", True),
        ("http://sso.example", False),
        ("https://user@sso.example", False),
        ("https://sso.example/#x", False),
        ("https://sso.example/?x=1", True),
        ("https://", False),
        ("https://sso.example:port", False),
        ("https://sso.example\\@evil.example", False),
        ("https://sso.example/\n", False),
        ("file:///etc/passwd", False),
        (None, False),
    ],
)
def test_where_secrets_may_go(address, safe):
    assert is_safe_address(address) is safe


@given(st.text())
def test_any_text_is_read_or_refused(text):
    providers, faults = read_providers(text)
    assert bool(providers) != bool(faults)
