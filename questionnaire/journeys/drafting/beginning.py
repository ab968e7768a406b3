"""Beginning a document: around it a project is founded, or it takes its place in the chain of a project."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from questionnaire.access import ROLE_LABELS, Action, Actor, Forbidden, Organisation, Relation, Role, require
from questionnaire.access.deeds import DeedKind
from questionnaire.errors import QuestionnaireError
from questionnaire.filling import Change, Origin, new_key
from questionnaire.journeys.auditing import Subject, note
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.blinding import require_seal
from questionnaire.journeys.drafting.drawing_lots import newly_drawn, seed_of
from questionnaire.journeys.papers.documents import may_read, refill
from questionnaire.journeys.shelf import UnknownForm
from questionnaire.lifecycle import Draft, EventKind, FormRef, State
from questionnaire.programme import Known, Source, blocked, prefill, who
from questionnaire.spec.anonymous import ANONYMOUS
from questionnaire.spec.model import BLIND, Form
from questionnaire.spec.precedence import After
from questionnaire.spec.precedents import LINK
from questionnaire.spec.values import Json
from questionnaire.storage import answers, drafts, forms, journal, people, projects, submissions
from questionnaire.storage.ids import new_id
from questionnaire.storage.records import DraftHead, FormVersion, Project, SubmissionHead
from questionnaire.storage.transaction import writing

Linked = Mapping[str, str]
NO_LINK: Linked = MappingProxyType({})


class TooEarly(QuestionnaireError):
    """A document that must come before does not exist yet."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A document to go on with: a draft, or what was made of it (``submission_id``) when it is finalised already.

    ``existing``: the person had it already.
    """

    draft_id: str
    submission_id: str | None = None
    existing: bool = False


def begin(desk: Desk, actor: Actor, form_name: str, linked: Linked = NO_LINK) -> str:
    """Begin a document: a project of one's own establishment is founded around it. Gives the draft's id.

    ``linked`` are the answers that a link brought, by the names that it uses.
    """
    place = actor.organisation.id
    form = document(desk, form_name, place)
    require(actor, Action.CREATE_PROJECT, Relation(place, None, form.access))
    _require_used(actor, form)
    if actor.organisation.archived:
        raise Forbidden(f"{actor.organisation.full_name} est archivé\u00a0: aucun projet n’y commence plus.")
    now = desk.clock()
    title = form.title.render(str, str)
    project = Project(new_id(), place, title, now, actor.person.id, Role.PORTEUR_PROJET)
    with writing(desk.session) as session:
        projects.add(session, actor.perimeter, project)
        note(desk, actor, DeedKind.PROJECT_CREATED, Subject(place, project.id, title))
        return _write(desk, actor, form, project, now, {}, linked)


def document(desk: Desk, form_name: str, place: str) -> Form:
    """The form of that name, in its present version; raises CannotSeal, and UnknownForm, also for one of surveys."""
    form = desk.shelf.current(form_name, place)
    if form.privacy == ANONYMOUS:
        raise UnknownForm("Ce formulaire est celui d’une enquête\u00a0: on y répond à l’adresse de l’enquête.")
    require_seal(desk, form)
    return form


def begin_in(desk: Desk, actor: Actor, project_id: str, form_name: str, linked: Linked = NO_LINK) -> Begun:
    """Begin a document in a project, or find the one that the person has already, where each has one of their own.

    Raises TooEarly, Forbidden, NotFound, UnknownForm.
    """
    now = desk.clock()
    with writing(desk.session) as session:
        project = projects.get(session, actor.perimeter, project_id, actor.person.id)
        form = document(desk, form_name, project.organisation_id)
        require(actor, Action.CREATE_DRAFT, Relation(project.organisation_id, project.role, form.access))
        _require_used(actor, form)
        heads = submissions.of_project(session, actor.perimeter, project_id, actor.person.id)
        _require_order(desk, actor, form, project.organisation_id, heads)
        found = _existing(desk, actor, form, project_id)
        if found is not None:
            made = submissions.of_draft(session, actor.perimeter, found.draft.id) if found.draft.finalised_at else None
            return Begun(found.draft.id, made, existing=True)
        sources = _sources(desk, actor, form, heads)
        return Begun(_write(desk, actor, form, project, now, sources, linked))


def _existing(desk: Desk, actor: Actor, form: Form, project_id: str) -> DraftHead | None:
    """The person's own document of this form in the project; none where there may be several."""
    if form.instances not in {"person", "free"}:
        return None
    heads = drafts.of_project(desk.session, actor.perimeter, project_id, actor.person.id)
    mine = (head for head in heads if head.own and head.draft.form.form == form.name)
    # Of a document that one may have several times, only the one that is still being written.
    return next((head for head in mine if form.instances == "person" or head.draft.finalised_at is None), None)


def unused(actor: Actor) -> dict[str, set[State]]:
    """The forms that the actor's organisation does not use: nobody begins one, and no other document waits for them."""
    return {name: {State.SIGNE} for name in actor.organisation.profile.settings.unused_forms or ()}


def _require_used(actor: Actor, form: Form) -> None:
    if form.name in unused(actor):
        raise Forbidden(f"{actor.organisation.full_name}\u00a0: ce document n’y est pas utilisé.")


def _require_order(desk: Desk, actor: Actor, form: Form, place: str, heads: Iterable[SubmissionHead]) -> None:
    reached = unused(actor)
    for head in heads:
        reached.setdefault(head.form, set()).add(head.state)
    missing = blocked(form, reached)
    if missing:
        raise TooEarly(f"{form.title.render(str, str)}\u00a0: {too_early(desk, place, missing)}")


def too_early(desk: Desk, place: str, missing: Iterable[After]) -> str:
    """What must be done before, in words."""
    return " ".join(f"il faut d’abord {_wanted(desk, place, after)}." for after in missing)


def _wanted(desk: Desk, place: str, after: After) -> str:
    form = desk.shelf.find(after.form, place)
    title = form.title.render(str, str) if form else after.form
    done = "que soit signé le document" if after.state == "signe" else "finaliser le document"
    return f"{done} «\u00a0{title}\u00a0»"


def _write(
    desk: Desk,
    actor: Actor,
    form: Form,
    project: Project,
    now: datetime,
    sources: dict[str, Source],
    linked: Linked,
) -> str:
    """Store the draft with its first answers, within the transaction in course."""
    session, perimeter, person = desk.session, actor.perimeter, actor.person
    draft = Draft(
        id=new_id(),
        organisation_id=project.organisation_id,
        project_id=project.id,
        form=FormRef(form.name, form.version, form.digest),
        author_id=person.id,
        revision=0,
        created_at=now,
        updated_at=now,
    )
    forms.use(session, FormVersion(form.name, form.version, form.digest, form.yaml, now))
    drafts.add(session, perimeter, draft)
    by = (person, ROLE_LABELS[project.role] if project.role else "")
    journal.write(session, perimeter, draft.id, EventKind.CREATED, now, by=by)
    begun = Subject(project.organisation_id, draft.id, form.title.render(str, str))
    note(desk, actor, DeedKind.DRAFT_BEGUN, begun)
    known = _known(desk, actor, project)
    known = replace(known, facts={**known.facts, **{(LINK, name): said for name, said in linked.items()}})
    given = prefill(form, {name: _as_read_by(source, known) for name, source in sources.items()}, known, new_key)
    first = [
        (Change(each.path, None, each.value, form.is_sensitive(each.path)), Origin(each.origin, each.document))
        for each in given
        if not form.consent_of(each.path)
    ]
    drawn = _drawn(desk, actor, form, draft, {change.path: change.after for change, _ in first})
    answers.give(session, perimeter, draft.id, [*first, *drawn], person_id=person.id, at=now)
    return draft.id


def _drawn(
    desk: Desk, actor: Actor, form: Form, draft: Draft, values: Mapping[str, Json]
) -> list[tuple[Change, Origin]]:
    """What chance gives as soon as a document begins."""
    if not form.draws:
        return []
    organisation = desk.organisation(actor.perimeter, draft.organisation_id, actor.organisation)
    context = replace(desk.context(organisation, form), seed=seed_of(desk, draft.id))
    return newly_drawn(form, values, context)


def _known(desk: Desk, actor: Actor, project: Project) -> Known:
    person, place = actor.person, actor.organisation.house
    service = actor.organisation if actor.organisation.within else None
    email = people.email_of(desk.session, actor.perimeter, person.id)
    facts = {
        ("person", "first_name"): person.first_name,
        ("person", "last_name"): person.last_name,
        ("person", "email"): email,
        ("person", "role"): str(project.role or ""),
        ("organisation", "id"): place.id,
        ("organisation", "name"): place.name,
        ("organisation", "group"): _group(desk, place),
        ("organisation", "sector"): place.sector,
        ("organisation", "department"): place.department,
        ("organisation", "service"): service.id if service else "",
        ("organisation", "service_name"): service.name if service else "",
    }
    return Known(person.first_name, person.last_name, email, facts)


def _group(desk: Desk, place: Organisation) -> str:
    """The group of an establishment, as the directory tells it; empty without one."""
    lists = desk.directory.lists(desk.session, place, desk.clock())
    listed = lists["directory.establishments"]
    return next((dict(choice.columns).get("ghu", "") for choice in listed if choice.name == place.id), "")


def _as_read_by(source: Source, known: Known) -> Source:
    return replace(source, person=who(source.filled, known))


def _sources(desk: Desk, actor: Actor, form: Form, heads: Iterable[SubmissionHead]) -> dict[str, Source]:
    """The last finalised document of each form from which answers are taken."""
    wanted = {each.source for question in form.questions.values() for each in question.prefill}
    sources: dict[str, Source] = {}
    for head in heads:  # the latest first
        if head.form in wanted and head.form not in sources and may_read(desk, actor, head):
            given = desk.shelf.version(desk.session, head.digest)
            if given.privacy == BLIND:
                continue
            submission = submissions.get(desk.session, actor.perimeter, head.id)
            filled = refill(given, submission)
            day = submission.frozen_at.astimezone(filled.context.tz)
            title = filled.wording.say(filled.form.title)
            origin = f"«\u00a0{title}\u00a0», {submission.reference}, du {day:%d/%m/%Y}"
            version = submission.form.version
            facts = {
                "_reference": submission.reference,
                "_version": version,
                "_day": f"{day:%d/%m/%Y}",
                "_document": f"{submission.reference}, version {version} du formulaire, du {day:%d/%m/%Y}",
            }
            sources[head.form] = Source(filled, origin, facts=facts)
    return sources
