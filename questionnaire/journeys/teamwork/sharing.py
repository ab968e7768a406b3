"""Who of a team fills which section: by the stages of the form, by their role, or because it was given to them."""

from questionnaire.access import Action, Actor, Forbidden, Role, allowed, team_holds
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.drafts import OpenDraft
from questionnaire.spec.parties import Party, Stage
from questionnaire.storage import assignments
from questionnaire.storage.marks import Marks


def may_fill(actor: Actor, opened: OpenDraft, section: str, marks: Marks) -> bool:
    """Whether the actor, who reads the draft, may answer the questions of a section."""
    holder = marks.given.get(section)
    given = holder is not None and holder.person_id == actor.person.id
    return _by_role(actor, opened, section) or (given and _may_be_given(opened, section))


def require_fill(desk: Desk, actor: Actor, opened: OpenDraft, section: str) -> None:
    """Raise Forbidden unless the actor may fill a section, within the transaction in course.

    Most people fill by their role: nothing is asked of the database for them.
    """
    if _by_role(actor, opened, section):
        return
    holder = assignments.holder(desk.session, actor.perimeter, opened.draft.id, section)
    if holder != actor.person.id or not _may_be_given(opened, section):
        raise Forbidden(_refusal(opened, section))


def takes_part(actor: Actor, opened: OpenDraft) -> bool:
    """Whether the actor is of those who write the document together, not one who only reads it."""
    return opened.head.role is not None or allowed(actor, Action.EDIT_DRAFT, opened.relation())


def may_hold(opened: OpenDraft, section: str, role: Role) -> bool:
    """Whether a section may be given to a person who has this role in the project."""
    stage = opened.form.stage_of(section)
    if stage is None:
        return team_holds(role, Action.FILL_PART, opened.form.access, given=True)
    return role is Role.PORTEUR_PROJET or any(role in party.roles for party in stage.parties)


def _by_role(actor: Actor, opened: OpenDraft, section: str) -> bool:
    writes = allowed(actor, Action.EDIT_DRAFT, opened.relation())
    stage = opened.form.stage_of(section)
    if stage is None:
        return writes
    return (writes and opened.head.role is Role.PORTEUR_PROJET) or _is_party(opened, stage)


def _is_party(opened: OpenDraft, stage: Stage) -> bool:
    return any(_is_one(opened, party) for party in stage.parties)


def _is_one(opened: OpenDraft, party: Party) -> bool:
    return opened.relation().own if party.own else opened.head.role in party.roles


def _may_be_given(opened: OpenDraft, section: str) -> bool:
    return opened.form.stage_of(section) is None and team_holds(
        opened.head.role, Action.FILL_PART, opened.form.access, given=True
    )


def _refusal(opened: OpenDraft, section: str) -> str:
    stage = opened.form.stage_of(section)
    if stage is None:
        return "Cette partie est remplie par d’autres personnes de l’équipe. Vous pouvez la lire."
    return f"Cette partie est remplie par\u00a0: {fillers(opened, stage)}. Vous pouvez la lire."


def fillers(opened: OpenDraft, stage: Stage) -> str:
    """Who fills the sections of a stage, in words: « Patient partenaire »."""
    say = opened.context.term
    return ", ".join(party.label.render(say, str) for party in stage.parties)
