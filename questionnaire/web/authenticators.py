"""What is asked of authenticators, through the browser, and what of their answers is believed (WebAuthn)."""

import json
from datetime import datetime, timedelta
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)
from flask import current_app, session

from questionnaire.access import Actor
from questionnaire.config import Settings
from questionnaire.journeys.entering import passkeys
from questionnaire.journeys.entering.limiting import Limit, TooManyAttempts, spend
from questionnaire.journeys.entering.passkeys import Made, PasskeyRefused
from questionnaire.storage.passkeys import KnownPasskey
from questionnaire.web import desk

NAME = "Partenariat en santé"
LONGEST = 20_000
"""Characters of an answer."""

ONCE = Limit("passkey_challenge", 1, timedelta(minutes=10), "Cette demande a déjà servi. Recommencez.")
LASTING = timedelta(minutes=5)
REFUSED = "Cette clé d’accès n’a pas été reconnue ici. Recommencez, ou connectez-vous autrement."
_KEPT = "passkey"
_VERIFIED = UserVerificationRequirement.REQUIRED


def are_possible() -> bool:
    """Whether the address of this installation has a name: passkeys belong to one, never to a number."""
    try:
        ip_address(_host())
    except ValueError:
        return bool(_host())
    return False


def creation(actor: Actor, address: str) -> dict[str, Any]:
    """What a browser is asked to make a passkey."""
    handle = passkeys.handle(desk.desk(), actor)
    user = PublicKeyCredentialUserEntity(id=bytes.fromhex(handle), name=address, display_name=actor.person.name)
    known = [AttestedCredentialData(each.credential) for each in passkeys.mine(desk.desk(), actor)]
    options, state = _server().register_begin(
        user, known, resident_key_requirement=ResidentKeyRequirement.REQUIRED, user_verification=_VERIFIED
    )
    return _asked("create", dict(options.public_key), state)


def assertion() -> dict[str, Any]:
    """What a browser is asked to show a passkey, whichever it has for this address."""
    options, state = _server().authenticate_begin(user_verification=_VERIFIED)
    return _asked("get", dict(options.public_key), state)


def made(text: str) -> Made:
    """The passkey that an authenticator says it has made; raises PasskeyRefused."""
    state = _state("create")
    try:
        data = _server().register_complete(state, _read(text))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise PasskeyRefused(REFUSED) from error
    if data.credential_data is None:
        raise PasskeyRefused(REFUSED)
    return Made(data.credential_data.credential_id, bytes(data.credential_data), data.counter)


def shown(text: str) -> KnownPasskey:
    """The passkey that an authenticator has shown, its person verified; raises PasskeyRefused."""
    state = _state("get")
    try:
        answer = AuthenticationResponse.from_dict(_read(text))
        known = passkeys.known(desk.desk(), answer.raw_id)
        if known is None or (answer.response.user_handle or b"").hex() != known.handle:
            raise PasskeyRefused(REFUSED)
        _server().authenticate_complete(state, [AttestedCredentialData(known.passkey.credential)], answer)
        count = answer.response.authenticator_data.counter
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise PasskeyRefused(REFUSED) from error
    if not passkeys.used(desk.desk(), known, count):
        current_app.logger.warning("A passkey counts backwards: it may have been copied (%s)", known.passkey.id)
        raise PasskeyRefused(REFUSED)
    return known


def _asked(what: str, options: dict[str, Any], state: dict[str, Any]) -> dict[str, Any]:
    session[_KEPT] = {"what": what, "at": desk.clock().timestamp(), **state}
    return options


def _state(what: str) -> dict[str, Any]:
    """What was asked of this browser, good once; raises PasskeyRefused."""
    kept: dict[str, Any] = session.pop(_KEPT, None) or {}
    age = desk.clock() - datetime.fromtimestamp(kept.get("at", 0.0), desk.clock().tzinfo)
    if kept.get("what") != what or age > LASTING:
        raise PasskeyRefused(REFUSED)
    try:
        spend(desk.desk(), ONCE, str(kept["challenge"]))
    except TooManyAttempts as error:
        raise PasskeyRefused(REFUSED) from error
    return kept


def _read(text: str) -> dict[str, Any]:
    found = json.loads(text) if len(text) <= LONGEST else None
    if not isinstance(found, dict):
        raise TypeError("an object was expected")
    return found


def _server() -> Fido2Server:
    return Fido2Server(PublicKeyCredentialRpEntity(id=_host(), name=NAME), verify_origin=_is_ours)


def _is_ours(origin: str) -> bool:
    parts = urlsplit(_settings().public_url)
    return origin == f"{parts.scheme}://{parts.netloc}"


def _host() -> str:
    return urlsplit(_settings().public_url).hostname or ""


def _settings() -> Settings:
    settings: Settings = current_app.config["SETTINGS"]
    return settings
