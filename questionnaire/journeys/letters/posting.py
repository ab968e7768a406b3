"""Posting: a letter composed by its kind and put in the outbox, in the transaction of what it tells of.

The runner sends what waits. A journey posts inside its own ``writing``: what was not stored is not announced.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from questionnaire.access import Organisation, Perimeter, Role
from questionnaire.journeys.desk import Desk
from questionnaire.lifecycle.gathering import Pace
from questionnaire.messages.composing import compose
from questionnaire.messages.kinds import Kind, kind_of
from questionnaire.messages.letters import Asked, Group, Letter
from questionnaire.organisations import Contact
from questionnaire.organisations.contacts import is_address
from questionnaire.storage import outbox
from questionnaire.storage.ids import new_id
from questionnaire.storage.outbox import Channel, LetterState, OutboxLetter
from questionnaire.storage.recipients import Recipient, holders, recipients

SECRET_LASTS = timedelta(hours=1)
"""How long the words of a secret letter are kept at most, where who posts it says nothing."""

BAD_ADDRESS = "L’adresse n’a pas la forme d’une adresse électronique."
REFERENT = "référent partenariat"


@dataclass(frozen=True, slots=True)
class News:
    """What is told: a kind of ``messages.kinds`` with the facts that it names.

    ``key`` makes it one: the same told twice under one key is one letter. What a secret letter holds is worth nothing
    after ``over_at``, an hour from now where it is not said. ``groups`` are what a digest tells.
    """

    kind: str
    key: str
    facts: Mapping[str, str] = field(repr=False)
    over_at: datetime | None = None
    groups: tuple[Group, ...] = ()


def post(desk: Desk, perimeter: Perimeter, organisation: Organisation, to: Recipient, news: News) -> bool:
    """Put a letter in the outbox, within the transaction in course; False when its key was there already.

    Raises UnknownKind and FactsMissing, faults of the caller, and NotFound outside of the perimeter. An address that
    cannot be one is no error: the letter stands in the outbox as failed, for nobody's act depends on a mail.
    """
    return _put(desk, perimeter, _asked(organisation, to, news, helper_of(desk, organisation)), organisation, to, news)


def post_to_people(
    desk: Desk, perimeter: Perimeter, organisation: Organisation, person_ids: Iterable[str], news: News
) -> None:
    """The same to each of these people who has an open account; the key is completed by the person's id."""
    found = recipients(desk.session, perimeter, person_ids, news.kind)
    helper = helper_of(desk, organisation) if found else ""
    for to in found:
        own = replace(news, key=f"{news.key}/{to.person_id}")
        _put(desk, perimeter, _asked(organisation, to, own, helper), organisation, to, own)


def text(desk: Desk, perimeter: Perimeter, to: Recipient, news: News, words: str) -> bool:
    """Put a short message to a telephone in the outbox, as ``post`` does; what it says is a secret of the person.

    ``to.address`` is the telephone (E.164), ``words`` all that is said there; the facts of the news are not.
    """
    (organisation_id,) = perimeter.organisations
    now = desk.clock()
    kept = OutboxLetter(
        id=new_id(),
        organisation_id=organisation_id,
        key=news.key,
        person_id=to.person_id,
        kind=news.kind,
        address=to.address,
        name=to.name,
        subject=kind_of(news.kind).subject,
        text=words,
        html="",
        secret=True,
        created_at=now,
        next_try=now,
        over_at=news.over_at or now + SECRET_LASTS,
        channel=Channel.SMS,
    )
    return outbox.add(desk.session, perimeter, kept)


def moment_in(desk: Desk, organisation: Organisation) -> str:
    """The present moment as letters say it, by the clock of an establishment."""
    return f"le {desk.clock().astimezone(ZoneInfo(organisation.timezone)):%d/%m/%Y à %H:%M}"


def helper_of(desk: Desk, organisation: Organisation) -> str:
    """Who can help the people of an organisation, as letters say it; empty where nobody is named."""
    contact = organisation.profile.help or _referent(desk, organisation)
    if contact is None:
        return ""
    return ", ".join(word for word in (contact.name, contact.phone, contact.email) if word)


def privacy_of(desk: Desk, organisation: Organisation) -> str:
    """Who answers for personal data in an organisation, as letters say it; else who helps, never nobody."""
    contact = organisation.profile.privacy
    named = ", ".join(word for word in (contact.name, contact.phone, contact.email) if word) if contact else ""
    return named or helper_of(desk, organisation) or desk.letterhead.helper or organisation.house.name


def _referent(desk: Desk, organisation: Organisation) -> Contact | None:
    house = organisation.house
    places = dict.fromkeys((organisation.id, house.id, house.parent_id))
    found = holders(desk.session, [id_ for id_ in places if id_], Role.REFERENT_PARTENARIAT)
    return Contact(f"{found[0].name} ({REFERENT})", email=found[0].address) if found else None


def _asked(organisation: Organisation, to: Recipient, news: News, helper: str) -> Asked:
    settings = organisation.profile.settings
    return Asked(
        kind=news.kind,
        key=news.key,
        to=to.address,
        name=to.name,
        facts=news.facts,
        organisation=organisation.house.name,
        helper=helper,
        sender_name=settings.sender_name or "",
        reply_to=settings.reply_to or "",
        groups=news.groups,
    )


def _put(desk: Desk, perimeter: Perimeter, asked: Asked, organisation: Organisation, to: Recipient, news: News) -> bool:
    kind, letter, now = kind_of(asked.kind), compose(asked, desk.letterhead), desk.clock()
    usable = is_address(to.address)
    kept = OutboxLetter(
        id=new_id(),
        organisation_id=organisation.id,
        key=letter.key,
        person_id=to.person_id,
        kind=letter.kind,
        address=letter.to if usable else "",
        name=letter.name,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        secret=kind.secret,
        created_at=now,
        next_try=now,
        sender_name=letter.sender_name,
        reply_to=letter.reply_to,
        about=letter.about,
        line=letter.line,
        url=letter.url,
        state=_state(kind, to, usable=usable),
        error="" if usable else BAD_ADDRESS,
        over_at=(news.over_at or now + SECRET_LASTS) if kind.secret else None,
    )
    return outbox.add(desk.session, perimeter, kept)


def _state(kind: Kind, to: Recipient, *, usable: bool) -> LetterState:
    """How a letter begins: what asks something of a person, and what they may not switch off, is never held back."""
    if (kind.optional and not to.mailed) or (kind.line and to.pace is Pace.NEVER):
        return LetterState.HERE
    if kind.line and to.pace.is_gathered and usable:
        return LetterState.GATHERED
    return LetterState.WAITING if usable else LetterState.FAILED


def letter_of(kept: OutboxLetter) -> Letter:
    """A letter as it stands in the outbox."""
    return Letter(
        kept.kind,
        kept.key,
        kept.address,
        kept.name,
        kept.subject,
        kept.text,
        kept.html,
        kept.sender_name,
        kept.reply_to,
    )
