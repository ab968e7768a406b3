import os
import stat
from zoneinfo import ZoneInfo

import pytest

from questionnaire.access import Role
from questionnaire.config import SHIPPED_FORMS, Settings
from questionnaire.environment import SettingsError
from questionnaire.given_files import NO_SEAL
from questionnaire.messages.relay import Tls
from questionnaire.storage.cipher import new_key, read_key

KEY = "k" * 32
NO_FORMS = "Créez-le, ou corrigez le chemin\u00a0; sans ce réglage, les formulaires livrés avec l’application servent."
HTTPS = "une adresse https est attendue (http sur cette machine seulement)."
PROVIDER = """
[[provider]]
name = "chu"
label = "le compte du CHU"
issuer = "https://sso.chu.example"
client_id = "partenariat"
client_secret = "secret-du-client"
organisation = "CHU"
"""


def real(tmp_path, **changes):
    """The environment of a real installation, changed as asked."""
    return {"DATA_DIR": str(tmp_path), "SECRET_KEY": KEY, "PUBLIC_URL": "https://q.hopital.example"} | changes


def problems(environ, **options):
    with pytest.raises(SettingsError) as refused:
        Settings.read(environ, **options)
    return refused.value.problems


def test_settings_of_a_real_installation(tmp_path):
    assert Settings.read(real(tmp_path)) == Settings(
        demo=False,
        data_dir=tmp_path,
        database_url=f"sqlite:///{tmp_path}/questionnaire.sqlite",
        forms_path=(SHIPPED_FORMS,),
        secret_key=KEY,
        answers_keys=(),
        seal_file=tmp_path / "seal.p12",
        seal_passphrase="",
        public_url="https://q.hopital.example",
        trusted_hosts=(),
        security_contact="",
        web_workers=2,
        web_threads=4,
        trusted_proxies=0,
        draft_months=12,
        draft_notice_months=11,
        fresh_minutes=15,
        session_hours=24,
        idle_minutes=60,
        shared_idle_minutes=15,
        second_step_roles=frozenset(),
        timezone=ZoneInfo("Europe/Paris"),
        providers=(),
        smtp_host="",
        smtp_port=587,
        smtp_user="",
        smtp_password="",
        smtp_tls=Tls.STARTTLS,
        smtp_from="",
        bounce_address="",
        bounce_imap_host="",
        bounce_imap_port=993,
        bounce_imap_user="",
        bounce_imap_password="",
        bounce_imap_folder="INBOX",
        bounce_imap_tls=Tls.IMPLICIT,
        sms=None,
        help_contact="",
    )


def test_all_faults_are_told_at_once(tmp_path):
    environ = {
        "DEMO": "peut-être",
        "DATABASE_URL": "mysql://serveur/base",
        "FORMS_PATH": str(tmp_path / "absent"),
        "SECRET_KEY": "court",
        "SEAL_FILE": str(tmp_path / "absent.p12"),
        "PUBLIC_URL": "http://q.hopital.example",
        "WEB_WORKERS": "0",
        "WEB_THREADS": "quatre",
        "SECOND_STEP_ROLES": "admin, chef",
        "TIMEZONE": "Europe/Atlantide",
    }
    assert problems(environ) == (
        "DEMO\u00a0: «\u00a0peut-être\u00a0» n’est ni oui ni non\u00a0; écrivez 1 ou 0.",
        "DATABASE_URL\u00a0: l’adresse commence par sqlite:/// ou postgresql://.",
        f"FORMS_PATH\u00a0: le dossier {tmp_path}/absent n’existe pas. {NO_FORMS}",
        "SECRET_KEY\u00a0: au moins 32 caractères sont nécessaires.",
        f"SEAL_FILE\u00a0: le fichier {tmp_path}/absent.p12 n’existe pas. {NO_SEAL}",
        "PUBLIC_URL\u00a0: une adresse comme https://partenariat.hopital.example est attendue.",
        "WEB_WORKERS\u00a0: «\u00a00\u00a0» n’est pas un nombre entier de 1 à 64.",
        "WEB_THREADS\u00a0: «\u00a0quatre\u00a0» n’est pas un nombre entier de 1 à 64.",
        f"SECOND_STEP_ROLES\u00a0: «\u00a0chef\u00a0» n’est pas un rôle. Connus\u00a0: {', '.join(Role)}.",
        "TIMEZONE\u00a0: «\u00a0Europe/Atlantide\u00a0» n’est pas un fuseau horaire connu.",
    )


def test_error_lists_its_problems(tmp_path):
    with pytest.raises(SettingsError) as refused:
        Settings.read(real(tmp_path, WEB_WORKERS="65", WEB_THREADS="65"))
    assert str(refused.value).splitlines() == [
        "Réglages refusés\u00a0:",
        "- WEB_WORKERS\u00a0: «\u00a065\u00a0» n’est pas un nombre entier de 1 à 64.",
        "- WEB_THREADS\u00a0: «\u00a065\u00a0» n’est pas un nombre entier de 1 à 64.",
    ]


def test_serving_without_secret_or_address_is_refused(tmp_path):
    variables = [problem.partition("\u00a0")[0] for problem in problems({"DATA_DIR": str(tmp_path)})]
    assert variables == ["SECRET_KEY", "PUBLIC_URL"]


def test_command_needs_no_secret_and_writes_nothing(tmp_path):
    folder = tmp_path / "data"
    settings = Settings.read({"DATA_DIR": str(folder)}, serving=False)
    assert (len(settings.secret_key), settings.public_url, folder.exists()) == (64, "", False)


def test_demo_keeps_its_secret_for_its_owner_alone(tmp_path):
    environ = {"DEMO": "1", "DATA_DIR": str(tmp_path / "data")}
    first, second = Settings.read(environ), Settings.read(environ)
    kept = tmp_path / "data" / "secret_key"
    assert (first.secret_key, second.secret_key) == (kept.read_text(), kept.read_text())
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert list(kept.parent.iterdir()) == [kept]
    assert first.public_url == "http://127.0.0.1:5000"


def test_demo_with_real_people_is_refused(tmp_path):
    environ = {
        "DEMO": "1",
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": "postgresql://h/b",
        "SMTP_HOST": "mail",
        "SMTP_FROM": "partenariat@hopital.example",
    }
    assert problems(environ) == (
        "DEMO\u00a0: la démonstration ne s’utilise pas avec PostgreSQL.",
        "DEMO\u00a0: la démonstration ne s’utilise pas avec un serveur de courriel (SMTP_HOST).",
    )


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgresql_address_names_its_driver(tmp_path, scheme):
    settings = Settings.read(real(tmp_path, DATABASE_URL=f"{scheme}://u:p@h/b"))
    assert settings.database_url == "postgresql+psycopg://u:p@h/b"


def test_relative_paths_start_where_the_process_does(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings = Settings.read(real(tmp_path, DATA_DIR="data", DATABASE_URL="sqlite:///base.sqlite"))
    assert settings.data_dir == tmp_path / "data"
    assert settings.database_url == f"sqlite:///{tmp_path}/base.sqlite"


@pytest.mark.parametrize("address", ["sqlite://", "sqlite:///", "sqlite:///:memory:"])
def test_database_in_memory_is_refused(tmp_path, address):
    assert problems(real(tmp_path, DATABASE_URL=address)) == (
        "DATABASE_URL\u00a0: une base en mémoire ne se partage pas\u00a0; donnez un fichier.",
    )


def test_several_form_folders_keep_their_order(tmp_path):
    folders = (tmp_path / "b", tmp_path / "a")
    for folder in folders:
        folder.mkdir()
    settings = Settings.read(real(tmp_path, FORMS_PATH=os.pathsep.join(map(str, folders))))
    assert settings.forms_path == folders


def test_data_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").touch()
    folder = tmp_path / "file" / "data"
    assert problems(real(tmp_path, DATA_DIR=str(folder))) == (
        f"DATA_DIR\u00a0: impossible d’ouvrir le dossier {folder} (Not a directory).",
    )


@pytest.mark.parametrize("address", ["http://127.0.0.1:8000/", "http://localhost:8000", "http://[::1]:8000"])
def test_plain_http_on_loopback_is_accepted(tmp_path, address):
    assert Settings.read(real(tmp_path, PUBLIC_URL=address)).public_url == address.rstrip("/")


@pytest.mark.parametrize("address", ["q.example", "https://", "https://u@q.example", "https://q.example/?a=1"])
def test_unfit_public_address_is_refused(tmp_path, address):
    assert problems(real(tmp_path, PUBLIC_URL=address)) == (
        "PUBLIC_URL\u00a0: une adresse comme https://partenariat.hopital.example est attendue.",
    )


def test_identity_providers_are_read_and_their_secret_is_not_shown(tmp_path):
    path = tmp_path / "oidc.toml"
    path.write_text(PROVIDER)
    settings = Settings.read(real(tmp_path, OIDC_FILE=str(path)))
    assert [provider.name for provider in settings.providers] == ["chu"]
    assert "secret-du-client" not in repr(settings)


def test_faults_of_the_file_of_providers_are_told(tmp_path):
    path = tmp_path / "oidc.toml"
    path.write_text(PROVIDER.replace("https", "http").replace("client_id", "id_client"))
    where = "OIDC_FILE\u00a0: fournisseur 1 (chu)"
    assert problems(real(tmp_path, OIDC_FILE=str(path))) == (
        f"{where}, id_client\u00a0: ce réglage est inconnu. Vouliez-vous écrire «\u00a0client_id\u00a0»\u00a0?",
        f'{where}, client_id\u00a0: un texte est obligatoire\u00a0: écrivez client_id = "…".',
        *(f"{where}, {name}\u00a0: {HTTPS}" for name in ("issuer", "metadata")),
    )


@pytest.mark.parametrize("variable", ["OIDC_FILE", "SMS_FILE"])
def test_a_file_that_cannot_be_read_is_refused_with_where_why_and_what_to_do(tmp_path, variable):
    (tmp_path / "latin.toml").write_bytes(b"\xff")
    said = {
        "latin.toml": "n’est pas du texte en UTF-8. Enregistrez-le en UTF-8.",
        "absent.toml": "n’existe pas. Corrigez le chemin, ou déposez le fichier à cet endroit.",
        ".": "est un dossier. Donnez le fichier lui-même.",
    }
    for name, why in said.items():
        path = tmp_path / name
        assert problems(real(tmp_path, **{variable: str(path)})) == (f"{variable}\u00a0: le fichier {path} {why}",)


def test_a_relative_path_is_told_whole(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (told,) = problems(real(tmp_path, OIDC_FILE="absent.toml"))
    assert f"le fichier {tmp_path}/absent.toml n’existe pas." in told


def test_a_place_that_is_no_folder_of_forms_or_no_seal_is_refused_with_what_to_do(tmp_path):
    form = tmp_path / "2026-1.yaml"
    form.write_text("form: x")
    assert problems(real(tmp_path, FORMS_PATH=str(form), SEAL_FILE=str(tmp_path))) == (
        f"FORMS_PATH\u00a0: {form} n’est pas un dossier. Donnez celui qui contient les dossiers des formulaires.",
        f"SEAL_FILE\u00a0: {tmp_path} est un dossier. Donnez le fichier PKCS#12 lui-même (.p12 ou .pfx).",
    )


def test_secrets_are_not_shown(tmp_path):
    shown = repr(Settings.read(real(tmp_path, SEAL_PASSPHRASE="phrase-secrète", DATABASE_URL="postgresql://u:p@h/b")))
    assert [secret for secret in (KEY, "phrase-secrète", "u:p@h") if secret in shown] == []


MAIL = {"SMTP_HOST": "mail.hopital.example", "SMTP_FROM": "partenariat@hopital.example"}


@pytest.mark.parametrize("tls, port", [("", 587), ("starttls", 587), ("IMPLICIT", 465), ("none", 25)])
def test_the_port_of_mails_goes_with_their_secrecy(tmp_path, tls, port):
    settings = Settings.read(real(tmp_path, **MAIL, SMTP_TLS=tls))
    assert (settings.smtp_tls, settings.smtp_port) == (Tls(tls.lower() or "starttls"), port)


def test_a_port_of_mails_may_be_told(tmp_path):
    assert Settings.read(real(tmp_path, **MAIL, SMTP_PORT="2525")).smtp_port == 2525


@pytest.mark.parametrize(
    "changes, why",
    [
        ({"SMTP_PORT": "0"}, "SMTP_PORT\u00a0: «\u00a00\u00a0» n’est pas un numéro de port, de 1 à 65535."),
        (
            {"SMTP_TLS": "ssl"},
            "SMTP_TLS\u00a0: «\u00a0ssl\u00a0» n’est pas connu\u00a0; écrivez starttls, implicit ou none.",
        ),
        ({"SMTP_FROM": ""}, "SMTP_FROM\u00a0: une adresse comme partenariat@hopital.fr est attendue."),
        ({"SMTP_FROM": "Un <x>"}, "SMTP_FROM\u00a0: une adresse comme partenariat@hopital.fr est attendue."),
        (
            {"SMTP_USER": "q"},
            "SMTP_USER\u00a0: donnez SMTP_USER et SMTP_PASSWORD, ou ni l’un ni l’autre.",
        ),
        (
            {"SMTP_TLS": "none", "SMTP_USER": "q", "SMTP_PASSWORD": "x"},
            "SMTP_TLS\u00a0: un mot de passe ne voyage pas en clair\u00a0; écrivez starttls ou implicit.",
        ),
    ],
)
def test_settings_of_mails_that_cannot_be_are_refused(tmp_path, changes, why):
    assert problems(real(tmp_path, **{**MAIL, **changes})) == (why,)


RETURNS = {
    "BOUNCE_IMAP_HOST": "mail.hopital.example",
    "BOUNCE_IMAP_USER": "retours",
    "BOUNCE_IMAP_PASSWORD": "mot-de-passe",
}


@pytest.mark.parametrize("tls, port", [("", 993), ("starttls", 143), ("implicit", 993)])
def test_the_port_of_returns_goes_with_their_secrecy(tmp_path, tls, port):
    assert Settings.read(real(tmp_path, **RETURNS, BOUNCE_IMAP_TLS=tls)).bounce_imap_port == port


@pytest.mark.parametrize("address", ["retours@hopital.example", "retours+*@hopital.example"])
def test_letters_come_back_to_an_address_with_their_number_or_without(tmp_path, address):
    assert Settings.read(real(tmp_path, **MAIL, BOUNCE_ADDRESS=address)).bounce_address == address


RETURN_ADDRESS = "une adresse comme retours@hopital.fr ou retours+*@hopital.fr est attendue."


@pytest.mark.parametrize(
    "changes, why",
    [
        ({"BOUNCE_IMAP_USER": ""}, "BOUNCE_IMAP_USER\u00a0: donnez aussi BOUNCE_IMAP_USER et BOUNCE_IMAP_PASSWORD."),
        (
            {"BOUNCE_IMAP_FOLDER": "Reçus"},
            "BOUNCE_IMAP_FOLDER\u00a0: un nom sans accent est attendu, comme INBOX ou Retours.",
        ),
        (
            {"BOUNCE_IMAP_TLS": "none"},
            "BOUNCE_IMAP_TLS\u00a0: un mot de passe ne voyage pas en clair\u00a0; écrivez starttls ou implicit.",
        ),
        *(
            ({"BOUNCE_ADDRESS": address}, f"BOUNCE_ADDRESS\u00a0: {RETURN_ADDRESS}")
            for address in ("retours", "retours*@hopital.example", "*+*@hopital.example", "a@*", "x+*y@hopital.example")
        ),
    ],
)
def test_settings_of_returns_that_cannot_be_are_refused(tmp_path, changes, why):
    assert problems(real(tmp_path, **{**RETURNS, **changes})) == (why,)


def test_a_password_may_stay_on_the_machine_in_clear(tmp_path):
    local = {"SMTP_HOST": "127.0.0.1", "SMTP_TLS": "none", "SMTP_USER": "q", "SMTP_PASSWORD": "x"}
    assert Settings.read(real(tmp_path, **{**MAIL, **local})).smtp_password == "x"


def test_the_password_of_mails_is_in_no_representation(tmp_path):
    environ = real(tmp_path, **MAIL, SMTP_USER="q", SMTP_PASSWORD="mot-de-passe")
    assert "mot-de-passe" not in repr(Settings.read(environ))


def test_answers_keys_are_read_in_their_order(tmp_path):
    first, second = new_key(), new_key()
    settings = Settings.read(real(tmp_path, ANSWERS_KEYS=f"{first}, {second}"))
    assert settings.answers_keys == (read_key(first), read_key(second))
    assert first not in repr(settings)


def test_answers_keys_that_are_none_are_refused(tmp_path):
    assert problems(real(tmp_path, ANSWERS_KEYS=f"{new_key()},abc=,AAAA")) == (
        "ANSWERS_KEYS\u00a0: clé 2\u00a0: une clé est faite de 32 octets en base64\u00a0; celle-ci en a 2.",
        "ANSWERS_KEYS\u00a0: clé 3\u00a0: une clé est faite de 32 octets en base64\u00a0; celle-ci en a 3.",
    )


@pytest.mark.parametrize("given, number", [({}, 0), ({"TRUSTED_PROXIES": "2"}, 2)])
def test_proxies_in_front_are_counted(tmp_path, given, number):
    settings = Settings.read({"DATA_DIR": str(tmp_path), **given}, serving=False)
    assert settings.trusted_proxies == number


@pytest.mark.parametrize("given", ["-1", "10", "un", "²"])
def test_proxies_that_cannot_be_counted_are_refused(tmp_path, given):
    with pytest.raises(SettingsError) as refused:
        Settings.read({"DATA_DIR": str(tmp_path), "TRUSTED_PROXIES": given}, serving=False)
    assert refused.value.problems == (
        f"TRUSTED_PROXIES\u00a0: «\u00a0{given}\u00a0» n’est pas un nombre entier de 0 à 9.",
    )


def test_demo_behind_a_proxy_is_refused(tmp_path):
    with pytest.raises(SettingsError) as refused:
        Settings.read({"DEMO": "1", "DATA_DIR": str(tmp_path), "TRUSTED_PROXIES": "1"})
    assert refused.value.problems == ("DEMO\u00a0: la démonstration ne s’utilise pas derrière un proxy.",)


def test_ways_to_reach_the_server_are_read(tmp_path):
    settings = Settings.read(
        real(tmp_path, TRUSTED_HOSTS="a.example, .b.example", SECURITY_CONTACT="https://a.example/securite")
    )
    assert settings.trusted_hosts == ("a.example", ".b.example")
    assert settings.security_contact == "https://a.example/securite"


@pytest.mark.parametrize("host", ["*", "a.example/", "https://a.example", "a..b", "-a", "a.example:80", "."])
def test_a_name_that_is_none_is_refused(tmp_path, host):
    assert problems(real(tmp_path, TRUSTED_HOSTS=host)) == (
        f"TRUSTED_HOSTS\u00a0: «\u00a0{host}\u00a0» n’est pas un nom de machine.",
    )


@pytest.mark.parametrize("contact", ["securite@hopital.example", "http://a.example", "mailto:x", "javascript:alert(1)"])
def test_a_contact_that_is_none_is_refused(tmp_path, contact):
    (problem,) = problems(real(tmp_path, SECURITY_CONTACT=contact))
    assert problem.startswith("SECURITY_CONTACT\u00a0: ")


def test_shared_computer_waits_no_longer_than_ones_own(tmp_path):
    told = problems(real(tmp_path, IDLE_MINUTES="30", SHARED_IDLE_MINUTES="31"))
    assert told == ("SHARED_IDLE_MINUTES\u00a0: pas plus de minutes que IDLE_MINUTES (30).",)
    assert Settings.read(real(tmp_path, IDLE_MINUTES="5")).shared_idle_minutes == 5
