"""What a person types to show again who they are: a password, a code of their application, a code sent by mail."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import request
from flask_login import current_user

from questionnaire.journeys.entering import mail_codes, proving, second_step, staying
from questionnaire.journeys.entering.limiting import TooManyAttempts
from questionnaire.journeys.entering.passkeys import PasskeyRefused
from questionnaire.journeys.entering.proving import Means
from questionnaire.web import authenticators, browser, desk, guessing, opened, recovering
from questionnaire.web.passwords import matches

PASSWORD, CODE, MAIL, SEND, PASSKEY = "proof_password", "proof_code", "proof_mail", "proof_send", "proof_passkey"
FIELDS = (PASSWORD, CODE, MAIL, SEND, PASSKEY)

WRONG_PASSWORD = "Ce n’est pas votre mot de passe. Vérifiez-le, puis réessayez."  # noqa: S105  # a sentence
WRONG_CODE = (
    "Ce n’est pas le code attendu, ou il a déjà servi. Attendez que l’application en montre un autre, puis écrivez-le."
)
OF_ANOTHER = "Cette clé d’accès ouvre un autre compte que celui-ci."
WRONG_MAIL = "Ce n’est pas le code attendu, ou il ne sert plus. Vérifiez les chiffres du dernier courriel reçu."


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of it; ``faults`` by field."""

    proved: bool = False
    faults: Mapping[str, str] = field(default_factory=dict)


def attempt() -> Attempt:
    """Judge what was typed; the session then knows that its person is there."""
    known = proving.means(desk.desk(), desk.actor())
    try:
        return _by_passkey(known) if request.form.get(PASSKEY) else _judged(known)
    except TooManyAttempts as refused:
        return Attempt(faults={_asked_first(known): str(refused)})


def waits_for_mail(known: Means) -> bool:
    """Whether a code is on its way to the address of the account, asked for in this browser."""
    waiting = recovering.waiting()
    return bool(known.mail) and waiting is not None and waiting["address"] == known.mail


def _judged(known: Means) -> Attempt:
    if known.application:
        shown = second_step.check(desk.desk(), desk.vault(), desk.actor().account_id, request.form.get(CODE, ""))
        return _proved(strong=True) if shown else Attempt(faults={CODE: WRONG_CODE})
    if SEND in request.form and known.mail:
        mail_codes.ask(desk.desk(), known.mail, recovering.leave(known.mail, "/"), browser.here().secret)
        return Attempt()
    if request.form.get(MAIL) and waits_for_mail(known):
        return _proved(strong=False) if _is_mailed(known.mail) else Attempt(faults={MAIL: WRONG_MAIL})
    if known.password and _is_password():
        return _proved(strong=False)
    fault = WRONG_PASSWORD if known.password else WRONG_MAIL
    return Attempt(faults={_asked_first(known): fault})


def _by_passkey(known: Means) -> Attempt:
    try:
        shown = authenticators.shown(request.form[PASSKEY])
    except PasskeyRefused as refused:
        return Attempt(faults={_asked_first(known): str(refused)})
    if shown.account_id != desk.actor().account_id:
        return Attempt(faults={_asked_first(known): OF_ANOTHER})
    return _proved(strong=True)


def _proved(*, strong: bool) -> Attempt:
    opened.prove(strong=strong)
    return Attempt(proved=True)


def _is_password() -> bool:
    guessing.count_for(desk.actor().account_id)
    return matches(request.form.get(PASSWORD, ""), staying.password_hash(desk.desk(), desk.actor()))


def _is_mailed(address: str) -> bool:
    waiting = recovering.waiting()
    if waiting is None:
        return False
    typed, known_by = request.form[MAIL], browser.here().secret
    unique = mail_codes.answer(desk.desk(), address, waiting["secret"], typed, known_by)
    if unique is None or unique != current_user.fs_uniquifier:
        return False
    recovering.forget()
    return True


def _asked_first(known: Means) -> str:
    if known.application:
        return CODE
    return PASSWORD if known.password else MAIL
