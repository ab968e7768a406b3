"""What an organisation says of itself, changed: settings, contacts, colour and logo; each comes down to those below.

``actor`` is None for the operator at a terminal, who reaches everything.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import IO

from questionnaire.access import Actor
from questionnaire.files.logos import receive_logo
from questionnaire.files.refusals import NotAccepted as FileNotAccepted
from questionnaire.journeys.administration.organisations import (
    NotAccepted,
    administered,
    administered_by,
    noted,
    require_none,
)
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.papers.emblems import LOGOS
from questionnaire.organisations import BadSetting, Contact, Logo, Profile, read_setting, with_setting
from questionnaire.organisations.contacts import faults_of
from questionnaire.organisations.looks import LONGEST_ALT, colour_fault
from questionnaire.storage import organisations
from questionnaire.storage.blobs import Blobs
from questionnaire.storage.transaction import writing


def set_settings(desk: Desk, actor: Actor | None, organisation_id: str, words: Mapping[str, str]) -> None:
    """Say settings anew from words; empty words leave one to the organisation above. Raises NotAccepted."""
    faults: dict[str, str] = {}
    values: dict[str, object] = {}
    for name, text in words.items():
        try:
            values[name] = read_setting(name, text)
        except BadSetting as error:
            faults[name] = str(error)
    require_none(faults)

    def said(own: Profile) -> Profile:
        for name, value in values.items():
            own = with_setting(own, name, value)
        require_none(_keeping_faults(own))
        return own

    _say(desk, actor, organisation_id, "réglages", said)


def set_contacts(desk: Desk, actor: Actor | None, organisation_id: str, contacts: Mapping[str, Contact | None]) -> None:
    """Say who helps (``help``) and who answers for personal data (``privacy``); None leaves it to those above.

    Raises NotAccepted, whose fields are ``help_name``, ``privacy_phone``…
    """
    require_none(
        {
            f"{use}_{field}": why
            for use, contact in contacts.items()
            if contact is not None
            for field, why in faults_of(contact).items()
        }
    )

    def said(own: Profile) -> Profile:
        return replace(own, help=contacts.get("help", own.help), privacy=contacts.get("privacy", own.privacy))

    _say(desk, actor, organisation_id, "contacts", said)


@dataclass(frozen=True, slots=True)
class AskedLook:
    """A look as typed: ``accent`` as ``#rrggbb``, empty to leave it to those above; what the logo shows.

    ``logo`` is a new one, as its name and its bytes; ``no_logo`` takes the present one back.
    """

    accent: str
    alt: str = ""
    logo: tuple[str, IO[bytes]] | None = None
    no_logo: bool = False


def set_look(desk: Desk, actor: Actor | None, blobs: Blobs, organisation_id: str, asked: AskedLook) -> None:
    """Say colour and logo together, or nothing. Raises NotFound, NotAccepted.

    Every logo stays kept: documents that were frozen with it are drawn with it.
    """
    own = administered(desk, actor, organisation_id).record.own  # before anything is kept
    accent, alt = _accent(asked.accent), _alt(asked.alt)
    logo = replace(own.logo, alt=alt) if own.logo and not asked.no_logo else None
    if asked.logo is not None:
        logo = replace(_kept_logo(blobs, *asked.logo), alt=alt)
    _say(desk, actor, organisation_id, "apparence", lambda profile: replace(profile, accent=accent, logo=logo))


def set_accent(desk: Desk, actor: Actor | None, organisation_id: str, colour: str) -> None:
    """Say the colour of an organisation, ``#rrggbb``; empty leaves it to those above. Raises NotAccepted."""
    accent = _accent(colour)
    _say(desk, actor, organisation_id, "apparence", lambda profile: replace(profile, accent=accent))


def _kept_logo(blobs: Blobs, name: str, stream: IO[bytes]) -> Logo:
    try:
        made = receive_logo(name, stream)
    except FileNotAccepted as error:
        raise NotAccepted({"logo": str(error)}) from error
    blobs.put(LOGOS, made.data)
    return Logo(made.sha256, made.width, made.height)


def _accent(colour: str) -> str | None:
    accent = colour.strip().lower()
    fault = colour_fault(accent) if accent else ""
    if fault:
        raise NotAccepted({"accent": fault})
    return accent or None


def _alt(text: str) -> str:
    flat = " ".join(text.split())
    if len(flat) > LONGEST_ALT:
        raise NotAccepted({"alt": f"Écrivez {LONGEST_ALT} caractères au plus."})
    return flat


def _say(desk: Desk, actor: Actor | None, organisation_id: str, act: str, said: Callable[[Profile], Profile]) -> None:
    with writing(desk.session) as session:
        perimeter = administered_by(session, actor)
        kept = organisations.record(session, perimeter, organisation_id)
        organisations.change(session, perimeter, replace(kept, own=said(kept.own)))
        noted(desk, actor, kept.organisation, act)


def _keeping_faults(own: Profile) -> dict[str, str]:
    life, notice = own.settings.draft_months, own.settings.draft_notice_months
    if life is not None and notice is not None and notice >= life:
        return {"draft_notice_months": f"Écrivez un nombre de mois plus petit que la conservation ({life})."}
    return {}
