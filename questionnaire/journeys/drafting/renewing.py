"""Moving a draft to the newer version of its form, once its reader has seen what that does and confirmed."""

from questionnaire.access import ROLE_LABELS, Actor
from questionnaire.filling import Change
from questionnaire.filling.moving import Why
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.drawing_lots import newly_drawn
from questionnaire.journeys.drafting.renewal import Renewal, plan
from questionnaire.journeys.drafting.saving import retitle
from questionnaire.lifecycle import EventKind
from questionnaire.spec.codebook import said
from questionnaire.spec.consenting import CONSENT
from questionnaire.storage import answers, assignments, consents, forms, journal, moving, rekeying
from questionnaire.storage.consents import Decision
from questionnaire.storage.moving import Target
from questionnaire.storage.records import FormVersion
from questionnaire.storage.sealing import cipher_of
from questionnaire.storage.transaction import writing


def renew(desk: Desk, actor: Actor, draft_id: str, seen: str, digest: str) -> Renewal | None:
    """Move a draft as it was read at revision ``seen`` to the version of that digest.

    None once it is done; what moving would do now, and nothing done, where the draft or the form is no longer the one
    that was read. Raises NothingNewer, DraftClosed, Forbidden, NotFound, StaleRevision, FormVersionChanged.
    """
    with writing(desk.session):
        found = plan(desk, actor, draft_id)
        if (seen, digest) != (str(found.opened.draft.revision), found.after.form.digest):
            return found
        _move(desk, actor, found)
        retitle(desk, actor, found.after, found.after_filled)
        return None


def _move(desk: Desk, actor: Actor, found: Renewal) -> None:
    session, perimeter, draft = desk.session, actor.perimeter, found.opened.draft
    form, now, person = found.after.form, found.after.context.now, actor.person
    forms.use(session, FormVersion(form.name, form.version, form.digest, form.yaml, now))
    target = Target(found.after.draft.form, draft.form.digest, draft.revision)
    revision = moving.move(session, perimeter, draft.id, target, _changes(found), person_id=person.id, at=now)
    _end_consents(desk, actor, found)
    for section, _ in found.released:
        assignments.release(session, perimeter, draft.id, section.name)
    values = {path: row.value for path, row in {**found.after.stored, **found.after.reserved}.items()}
    drawn = newly_drawn(form, values, found.after.context)
    answers.give(session, perimeter, draft.id, drawn, person_id=person.id, at=now)
    if form.sensitive and cipher_of(session):
        rekeying.reseal_draft(session, perimeter, draft.id, form.is_sensitive)
    role = ROLE_LABELS[found.opened.head.role] if found.opened.head.role else ""
    details = {
        "from": draft.form.version,
        "from_digest": draft.form.digest,
        "version": form.version,
        "digest": form.digest,
        "revision": revision,
    }
    journal.write(session, perimeter, draft.id, EventKind.MOVED, now, by=(person, role), details=details)


def _changes(found: Renewal) -> tuple[Change, ...]:
    """What is written anew: sealed where either version asks for it."""
    forms = (found.opened.form, found.after.form)
    return tuple(
        Change(each.path, each.before, each.after, any(form.is_sensitive(each.path) for form in forms))
        for each in found.passages
        if each.is_change
    )


def _end_consents(desk: Desk, actor: Actor, found: Renewal) -> None:
    """A consent to other words is over; what it allowed is erased with its history, as when it is withdrawn."""
    form, now = found.opened.form, found.after.context.now
    lost = [each for each in found.passages if each.why]
    ended = [each.path for each in lost if form.questions[each.path.partition("[")[0]].kind.name == CONSENT]
    decisions = [
        Decision(path, actor.person.id, now, given=False, text=said(form.questions[path].label), digest=form.digest)
        for path in ended
    ]
    consents.note(desk.session, actor.perimeter, found.opened.draft.id, decisions)
    erased = {each.path for each in lost if each.why is Why.CONSENT} - set(ended)
    if erased:
        consents.erase(desk.session, actor.perimeter, found.opened.draft.id, erased.__contains__)
