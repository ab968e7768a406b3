"""Trying what the settings connect to: mail, SMS, identity providers, the public address. Nothing is sent."""

from collections.abc import Iterator
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from questionnaire.access.providers import Provider
from questionnaire.cli.mail_server import mailbox_of, relay_of
from questionnaire.config import Settings
from questionnaire.errors import QuestionnaireError
from questionnaire.journeys.upkeep.checkup import Finding, attention, failure, ok
from questionnaire.messages.delivering import Unreachable, greet
from questionnaire.messages.mailbox import Mailbox, MailboxAway, opened
from questionnaire.messages.sms import HttpSms, SmsProvider

PATIENCE = 5.0
"""Seconds that the public address has to answer."""


def try_all(settings: Settings) -> Iterator[Finding]:
    """Each connexion in turn."""
    yield mail(settings)
    if mailbox := mailbox_of(settings):
        yield returns(mailbox)
    if settings.sms:
        yield short_messages(settings.sms)
    yield from map(provider, settings.providers)
    yield public_address(settings)


def mail(settings: Settings) -> Finding:
    """Whether the mail server takes us."""
    code, title, relay = "smtp", "Serveur de courriel", relay_of(settings)
    if relay is None:
        remedy = "Donnez SMTP_HOST et SMTP_FROM\u00a0: sans eux, les messages attendent."
        return attention(code, title, "aucun n’est réglé.", remedy)
    try:
        greet(relay)
    except Unreachable as error:
        return failure(code, title, str(error), "Vérifiez SMTP_HOST, SMTP_PORT, SMTP_TLS, SMTP_USER et le pare-feu.")
    return ok(code, title, f"{relay.host} répond et nous accepte.")


def returns(mailbox: Mailbox) -> Finding:
    """Whether the mailbox that letters come back to can be read."""
    code, title = "imap", "Boîte des retours"
    try:
        with opened(mailbox):
            return ok(code, title, f"{mailbox.host} répond et ouvre le dossier {mailbox.folder}.")
    except MailboxAway as error:
        remedy = "Vérifiez BOUNCE_IMAP_HOST, _PORT, _TLS, _USER, _PASSWORD et _FOLDER, et le pare-feu."
        return failure(code, title, str(error), remedy)


def short_messages(wanted: SmsProvider) -> Finding:
    """Whether whoever carries short messages answers, and takes our account where it has a way to say so."""
    code, title, host = "sms", "Fournisseur de SMS", urlsplit(wanted.url).hostname
    try:
        taken = HttpSms(wanted).greet()
    except Unreachable as error:
        remedy = "Vérifiez url, check et le jeton dans SMS_FILE, le compte chez le fournisseur, et le pare-feu."
        return failure(code, title, str(error), remedy)
    if taken:
        return ok(code, title, f"{host} répond et accepte notre compte.")
    return ok(code, title, f"{host} répond\u00a0; notre compte n’est pas essayé, SMS_FILE ne disant pas où (check).")


def provider(wanted: Provider) -> Finding:
    """Whether an identity provider answers, and proves what it says."""
    from questionnaire.web.openid import OpenId  # noqa: PLC0415  # an extra, for installations that ask for it

    code, title = f"oidc_{wanted.name}", f"Fournisseur d’identité {wanted.name}"
    try:
        OpenId(wanted).ready()
    except QuestionnaireError as error:
        remedy = f"Lancez flask --app wsgi providers check, et vérifiez {wanted.metadata}."
        return failure(code, title, str(error), remedy)
    return ok(code, title, "il répond, avec ses clés.")


def public_address(settings: Settings) -> Finding:
    """Whether the application answers where people reach it, with the headers that protect them."""
    code, title, url = "public_answer", "Réponse à l’adresse publique", f"{settings.public_url}/healthz"
    try:
        with urlopen(Request(url, method="GET"), timeout=PATIENCE) as answer:  # noqa: S310  # an address of the settings
            lasting = "Strict-Transport-Security" in answer.headers
    except HTTPError as error:
        remedy = "Vérifiez que le serveur web transmet le nom demandé (Host), et lisez son journal."
        return failure(code, title, f"{url} répond {error.code}.", remedy)
    except (OSError, HTTPException, ValueError):
        remedy = "Démarrez l’application, puis vérifiez le serveur web, son certificat et le nom de la machine."
        return failure(code, title, f"{url} ne répond pas.", remedy)
    if settings.public_url.startswith("https://") and not lasting:
        remedy = "Le serveur web retire l’en-tête Strict-Transport-Security\u00a0: laissez-le passer."
        return attention(code, title, "elle répond, sans dire de rester en https.", remedy)
    return ok(code, title, "elle répond.")
