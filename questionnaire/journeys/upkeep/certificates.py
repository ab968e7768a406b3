"""The seal as its own file says it: its certificate, those that vouch for it, whom verifications trust, until when."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import datetime

from questionnaire.config import Settings
from questionnaire.journeys.papers.verifying import trusted
from questionnaire.journeys.upkeep.checkup import (
    RENEW_SOON,
    Finding,
    attention,
    failure,
    judge_seal,
)
from questionnaire.journeys.upkeep.state import SealState
from questionnaire.proof.certificate_facts import OneCertificate, certificate_facts, certificates_in, chain_of
from questionnaire.proof.errors import IdentityError
from questionnaire.proof.identity import SealIdentity, read_identity


@dataclass(frozen=True, slots=True)
class Certificates:
    """``chain`` goes from the seal towards its root, ``trust`` is what verifications accept where nobody says more."""

    chain: tuple[OneCertificate, ...]
    key: str
    trust: tuple[OneCertificate, ...]
    findings: tuple[Finding, ...]


def read_certificates(settings: Settings, now: datetime) -> Certificates:
    """What the file of the seal holds, with what to do about it; nothing but why where it cannot be read."""
    try:
        identity = read_identity(settings.seal_file, settings.seal_passphrase.encode() or None)
    except IdentityError as error:
        return Certificates((), "", (), (failure("seal", "Cachet", error.problem, error.remedy),))
    facts, chain = certificate_facts(identity), chain_of(identity)
    seal = SealState(**{each.name: getattr(facts, each.name) for each in fields(SealState)})
    trust = tuple(each for pem in trusted(settings, ()) for each in certificates_in(pem))
    return Certificates(chain, facts.key, trust, (_judge(identity, seal, now), *_judge_authorities(chain[1:], now)))


def _judge(identity: SealIdentity, seal: SealState, now: datetime) -> Finding:
    if now < identity.not_before:
        said = f"son certificat n’est valable qu’à partir du {identity.not_before:%d/%m/%Y}."
        return failure("seal", "Cachet", said, "Attendez ce jour, ou mettez l’horloge de la machine à l’heure (NTP).")
    return judge_seal(seal, now)


def _judge_authorities(authorities: tuple[OneCertificate, ...], now: datetime) -> Iterator[Finding]:
    """An authority that ends takes with it whoever verifies by the chain."""
    for each in authorities:
        code, title, days = "authority", f"Autorité {each.name}", (each.not_after - now).days
        if each.not_after <= now:
            said = f"son certificat a expiré le {each.not_after:%d/%m/%Y}."
            yield failure(code, title, said, "Demandez à l’autorité un certificat de cachet sous sa nouvelle chaîne.")
        elif days < RENEW_SOON:
            said = f"son certificat expire le {each.not_after:%d/%m/%Y}, dans {days} jours."
            yield attention(code, title, said, "Demandez à l’autorité par quelle chaîne elle la remplace.")
