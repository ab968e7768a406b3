"""What stands around every page: who is signed in, where one is, the foot."""

from functools import lru_cache

from flask import current_app

from questionnaire.access import Action, Actor, Relation, Role, allowed
from questionnaire.content import FOOTNOTE
from questionnaire.journeys.authoring.writing import may_write
from questionnaire.organisations import Contact, Logo
from questionnaire.web import opened
from questionnaire.web.presenting.administration import administration_link
from questionnaire.web.presenting.links import address
from questionnaire.web.presenting.staying import stay_view
from questionnaire.web.same import Same
from questionnaire.web.screens import HelpView, Link, LogoView, Shell, Side

USERS = frozenset(
    {
        Role.PATIENT_PARTENAIRE,
        Role.PROCHE_AIDANT_PARTENAIRE,
        Role.REPRESENTANT_USAGERS,
        Role.MEMBRE_ASSOCIATION,
    }
)
"""The roles of the user side of the partnership."""

REMEMBERED = 1024
"""Frames kept per process: those of the pages that people are on."""


def shell(
    actor: Actor | None, *crumbs: Link, section: str = "", source_lines: tuple[str, ...] = (), news: int = 0
) -> Shell:
    """The frame of a page; ``section`` names the entry of the menu that it belongs to, ``news`` counts new letters."""
    demo = bool(current_app.config["DEMO"])
    if actor is None:
        return Shell(
            demo=demo,
            footnote=FOOTNOTE,
            home_url=address("home.index"),
            lexicon_url=address("lexicon.lexicon"),
            outbox_url=address("outbox.letters") if demo else "",
        )
    return _framed(Same(actor), crumbs, section, source_lines, news, demo=demo, shared=opened.is_shared())


@lru_cache(REMEMBERED)
def _framed(
    same: Same[Actor],
    crumbs: tuple[Link, ...],
    section: str,
    source_lines: tuple[str, ...],
    news: int,
    *,
    demo: bool,
    shared: bool,
) -> Shell:
    actor, idling = same.value, opened.idling()
    return Shell(
        organisation=actor.organisation.full_name,
        user_name=actor.person.name,
        initials=initials(actor.person.first_name, actor.person.last_name),
        side=side(actor),
        nav=_menu(actor, section, news),
        crumbs=crumbs,
        demo=demo,
        footnote=FOOTNOTE,
        source_lines=source_lines,
        home_url=address("home.index"),
        lexicon_url=address("lexicon.lexicon"),
        account_url=address("account.account"),
        sign_out_url=address("security.logout"),
        outbox_url=address("outbox.letters") if demo else "",
        help=help_view(actor.organisation.profile.help),
        logo=logo_view(actor.organisation.profile.logo),
        sheet_url=sheet_url(actor.organisation.profile.accent),
        stay=stay_view(idling.limit(shared=shared), idling.warning(shared=shared), shared=shared),
    )


def help_view(contact: Contact | None) -> HelpView | None:
    """Who can help, as the foot of pages tells it."""
    if contact is None:
        return None
    return HelpView(
        contact.name,
        contact.phone.replace(" ", "\u00a0"),
        f"tel:{contact.dialled}" if contact.phone else "",
        contact.email,
        f"mailto:{contact.email}" if contact.email else "",
    )


def logo_view(logo: Logo | None) -> LogoView | None:
    """The logo at the head of pages."""
    return LogoView(address("looks.logo", sha256=logo.sha256), logo.alt, logo.width, logo.height) if logo else None


def sheet_url(accent: str | None) -> str:
    """The address of the style sheet of a colour."""
    return address("looks.sheet", colour=accent.removeprefix("#")) if accent else ""


def _menu(actor: Actor, section: str, news: int) -> tuple[Link, ...]:
    entries = [
        Link("Projets", address("home.index"), current=section == "projects"),
        Link("Messages", address("messages.mine"), current=section == "messages", count=news),
    ]
    if can_read_archive(actor):
        entries.append(Link("Archives", address("archive.register"), current=section == "archive"))
    if may_write(actor):
        entries.append(Link("Atelier", address("authoring.index"), current=section == "authoring"))
    if link := administration_link(actor, section):
        entries.append(link)
    return tuple(entries)


def can_read_archive(actor: Actor) -> bool:
    """Whether the person consults archived documents."""
    return allowed(actor, Action.LIST_ARCHIVE, Relation(actor.organisation.id))


def side(actor: Actor) -> Side:
    """On which side of the partnership the person stands, for the shape of their initials."""
    return "usager" if any(actor.has(role) for role in USERS) else "pro"


def initials(first_name: str, last_name: str) -> str:
    """Two letters for a person."""
    return f"{first_name[:1]}{last_name[:1]}".upper()
