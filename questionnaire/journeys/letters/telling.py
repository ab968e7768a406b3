"""Who is told of what: the letters that go with the acts of a team, in the same transaction."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from questionnaire.access import ROLE_LABELS, Actor, Perimeter, Role
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.drafts import OpenDraft
from questionnaire.journeys.letters.lost_invitations import INVITATION, invitation_key
from questionnaire.journeys.letters.posting import News, post, post_to_people, privacy_of
from questionnaire.journeys.teamwork.overview import section_named
from questionnaire.lifecycle import Step, Submission, awaited
from questionnaire.spec.model import Section
from questionnaire.storage import notices, people, persons, projects
from questionnaire.storage.invitations import Invitation
from questionnaire.storage.recipients import Recipient
from questionnaire.storage.records import Member

PILOTS = frozenset({Role.PORTEUR_PROJET, Role.COPILOTE})


def tell_invited(desk: Desk, actor: Actor, opened: OpenDraft, invitation: Invitation, to: str, secret: str) -> None:
    """Send an invitation to an address; to one that has no account, with what is kept of it and why (article 14)."""
    holder = persons.holders_of_emails(desk.session, [to]).get(to.lower())
    known = holder and people.email_of_account(desk.session, holder)
    until = invitation.expires_at.astimezone(ZoneInfo(opened.organisation.timezone))
    facts = {
        "inviter": actor.person.name,
        "project": invitation.project_title,
        "role": ROLE_LABELS[invitation.role].lower(),
        "until": f"{until:%d/%m/%Y}",
        "privacy": "" if known else privacy_of(desk, opened.organisation),
        "secret": secret,
    }
    news = News(INVITATION, invitation_key(invitation.digest), facts, invitation.expires_at)
    post(desk, actor.perimeter, opened.organisation, Recipient(to, ""), news)
    if holder and not known:
        notices.posted(desk.session, actor.perimeter, holder, invitation_key(invitation.digest), None, desk.clock())


def tell_assigned(desk: Desk, actor: Actor, opened: OpenDraft, part: Section, holder: str) -> None:
    """Tell a person that a part was given to them, once a day; nothing for what one takes oneself."""
    if holder == actor.person.id:
        return
    draft = opened.draft.id
    facts = {"giver": actor.person.name, **_about(opened, part), "draft": draft, "part": part.name}
    key = f"assignment/{draft}/{part.name}/{opened.context.now:%Y%m%d}"
    post_to_people(desk, actor.perimeter, opened.organisation, [holder], News("assignment", key, facts))


def tell_commented(desk: Desk, actor: Actor, opened: OpenDraft, path: str, spoke: Iterable[str]) -> None:
    """Tell those who pilot, who hold the part or who ``spoke`` of the question, at most once an hour for each question.

    Only people who are still in the team are told.
    """
    part = section_named(opened.form, path)
    if part is None:
        return
    team = projects.team(desk.session, actor.perimeter, opened.draft.project_id)
    known = set(spoke)
    told = {member.person_id for member in team if member.role in PILOTS or member.person_id in known}
    facts = {"author": actor.person.name, **_about(opened, part), "draft": opened.draft.id}
    key = f"comment/{opened.draft.id}/{path}/{opened.context.now:%Y%m%d%H}"
    post_to_people(desk, actor.perimeter, opened.organisation, told - {actor.person.id}, News("comment", key, facts))


def tell_awaited(desk: Desk, perimeter: Perimeter, submission: Submission) -> None:
    """Tell those whose turn it is to sign, each once for each step."""
    steps = awaited(submission.steps, submission.acts)
    if not steps:
        return
    team = projects.team(desk.session, perimeter, submission.project_id)
    for step in steps:
        signers = [member.person_id for member in team if may_sign(member, step)]
        _tell(desk, perimeter, submission, signers, News("to_sign", f"to_sign/{submission.id}/{step.name}", {}))


def tell_archived(desk: Desk, perimeter: Perimeter, submission: Submission) -> None:
    """Tell those who signed, and whose document it is, that all signatures are there."""
    if not submission.acts:
        return
    concerned = {submission.frozen_by, *(act.person_id for act in submission.acts)}
    _tell(desk, perimeter, submission, concerned, News("signed", f"signed/{submission.id}", {}))


def may_sign(member: Member, step: Step) -> bool:
    """Whether a step awaits this person of the team."""
    return member.role == step.role and step.person_id in (None, member.person_id)


def facts_of(desk: Desk, perimeter: Perimeter, submission: Submission) -> dict[str, str]:
    """What letters about a document tell of it."""
    project = projects.get(desk.session, perimeter, submission.project_id, submission.frozen_by)
    return {
        "document": submission.title,
        "reference": submission.reference,
        "project": project.title,
        "submission": submission.id,
    }


def _tell(desk: Desk, perimeter: Perimeter, submission: Submission, person_ids: Iterable[str], news: News) -> None:
    """Tell people of a document; the facts are those of the document."""
    place = people.get_organisation(desk.session, perimeter, submission.organisation_id)
    facts = facts_of(desk, perimeter, submission)
    post_to_people(desk, perimeter, place, person_ids, News(news.kind, news.key, facts))


def _about(opened: OpenDraft, part: Section) -> dict[str, str]:
    """The names of a part, of its document and of its project."""
    say = opened.context.term
    return {
        "project": opened.head.project_title,
        "document": opened.form.title.render(say, str),
        "section": part.title.render(say, str),
    }
