"""Beginning a draft, finding one's drafts, opening one."""

from collections.abc import Mapping
from dataclasses import dataclass

from questionnaire.access import ROLE_LABELS, Action, Actor, Organisation, Relation, Role, require
from questionnaire.filling import Context, FilledForm, fill, from_stored
from questionnaire.journeys.desk import Desk
from questionnaire.lifecycle import Draft, EventKind, FormRef
from questionnaire.spec import Form
from questionnaire.storage import answers, drafts, forms, journal, projects
from questionnaire.storage.ids import new_id
from questionnaire.storage.records import DraftHead, FormVersion, Project, StoredAnswer
from questionnaire.storage.transaction import reading, writing


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A draft with its form, its answers as stored, and all that the rules say of them."""

    head: DraftHead
    organisation: Organisation
    form: Form
    stored: Mapping[str, StoredAnswer]
    context: Context

    @property
    def draft(self) -> Draft:
        """The draft itself."""
        return self.head.draft

    def fill(self) -> FilledForm:
        """The form filled with what is stored."""
        values = {path: row.value for path, row in self.stored.items()}
        return fill(self.form, from_stored(self.form, values), self.context)

    def relation(self) -> Relation:
        """How the person who opened it stands to it."""
        return Relation(self.draft.organisation_id, self.head.role, self.form.instances)


def begin(desk: Desk, actor: Actor, form_name: str) -> str:
    """Begin a document: a project of one's own establishment is founded around it. Gives the draft's id."""
    form = desk.shelf.current(form_name)
    place = actor.organisation.id
    require(actor, Action.CREATE_PROJECT, Relation(place, None, form.instances))
    now = desk.clock()
    title = form.title.render(str, str)
    project = Project(new_id(), place, title, now, actor.person.id, Role.PORTEUR_PROJET)
    draft = Draft(
        id=new_id(),
        organisation_id=place,
        project_id=project.id,
        form=FormRef(form.name, form.version, form.digest),
        author_id=actor.person.id,
        revision=0,
        created_at=now,
        updated_at=now,
    )
    with writing(desk.session) as session:
        forms.use(session, FormVersion(form.name, form.version, form.digest, form.yaml, now))
        projects.add(session, actor.perimeter, project)
        drafts.add(session, actor.perimeter, draft)
        by = (actor.person, ROLE_LABELS[Role.PORTEUR_PROJET])
        journal.write(session, actor.perimeter, draft.id, EventKind.CREATED, now, by=by)
    return draft.id


def mine(desk: Desk, actor: Actor) -> tuple[DraftHead, ...]:
    """The drafts of one's projects, the last touched first, finalised ones left out."""
    with reading(desk.session) as session:
        heads = drafts.of_person(session, actor.perimeter, actor.person.id)
    return tuple(head for head in heads if head.draft.finalised_at is None)


def open_draft(desk: Desk, actor: Actor, draft_id: str, action: Action = Action.READ_DRAFT) -> OpenDraft:
    """Open a draft to read it, or to do ``action``; raises NotFound or Forbidden."""
    with reading(desk.session):
        return load(desk, actor, draft_id, action)


def load(desk: Desk, actor: Actor, draft_id: str, action: Action) -> OpenDraft:
    """The same within the transaction in course."""
    head = drafts.head(desk.session, actor.perimeter, draft_id, actor.person.id)
    form = desk.shelf.version(desk.session, head.draft.form.digest)
    require(actor, action, Relation(head.draft.organisation_id, head.role, form.instances))
    rows = answers.all_of(desk.session, actor.perimeter, draft_id)
    organisation = desk.organisation(actor.perimeter, head.draft.organisation_id, actor.organisation)
    return OpenDraft(head, organisation, form, {row.path: row for row in rows}, desk.context(organisation))
