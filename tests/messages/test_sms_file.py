"""The file of the provider of short messages is read, and all its faults are told."""

import pytest

from questionnaire.messages.sms_file import read_provider

HTTPS = "une adresse https est attendue (http sur cette machine seulement)."
ABSENT = "Corrigez le chemin, ou déposez le fichier à cet endroit."
BREVO = """
url = "https://api.sms.example/v3/sms"
token = "secret"
[headers]
api-key = "{token}"
[body]
recipient = "{to}"
content = "{text}"
"""


def test_a_provider_is_read_with_its_key(tmp_path):
    (tmp_path / "key").write_text("secret\n")
    apart = BREVO.replace('token = "secret"', f'token_file = "{tmp_path / "key"}"')
    for text in (BREVO, apart):
        provider, faults = read_provider(text)
        assert provider is not None
        assert (provider.token, provider.form, dict(provider.headers), faults) == (
            "secret",
            False,
            {"api-key": "{token}"},
            (),
        )


@pytest.mark.parametrize(
    "change, fault",
    [
        (("url =", "urll ="), "«\u00a0urll\u00a0» est inconnu. Vouliez-vous écrire «\u00a0url\u00a0»\u00a0?"),
        (("https:", "http:"), f"url\u00a0: {HTTPS}"),
        (('token = "secret"', 'format = "xml"'), "format\u00a0: json ou form est attendu."),
        (('"{token}"', "3"), "[headers]\u00a0: des textes d’une ligne sont attendus."),
        (('"{token}"', '"a\\nb"'), "[headers]\u00a0: des textes d’une ligne sont attendus."),
        (('"{to}"', "3"), "[body]\u00a0: {text} et {to} (ou {digits}) sont attendus."),
        (('"{to}"', "2026-11-23"), "[body]\u00a0: des textes, des nombres, des tables et des listes sont attendus."),
        (
            ("[headers]", 'check = "sms"\n[headers]'),
            f"check\u00a0: {HTTPS}",
        ),
        (("[body]", "[bodies]"), "[body]\u00a0: une table est attendue."),
        (('token = "secret"', 'token = "a\\u0000b"'), "token\u00a0: un texte d’une ligne est attendu."),
        (
            ('token = "secret"', 'token_file = "/absent"'),
            f"token_file\u00a0: le fichier /absent n’existe pas. {ABSENT}",
        ),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_why(change, fault):
    provider, faults = read_provider(BREVO.replace(*change))
    assert (provider, fault in faults) == (None, True)


def test_a_form_holds_texts_alone():
    provider, faults = read_provider('format = "form"\n' + BREVO + "more = [1]\n")
    assert (provider, faults) == (None, ("[body]\u00a0: un formulaire ne contient que des textes.",))


def test_what_is_no_toml_is_told():
    provider, faults = read_provider("url: x")
    assert provider is None
    assert faults[0].startswith("ce n’est pas du TOML, ligne 1, colonne 4. Vérifiez-y")
