"""Finding one's drafts, opening one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from questionnaire.access import Action, Actor, Organisation, Relation, allowed, require
from questionnaire.filling import NO_VEIL, Context, FilledForm, Veil, veiled
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.blinding import require_seal
from questionnaire.journeys.drafting.drawing_lots import seed_of
from questionnaire.journeys.drafting.refilling import fill_draft
from questionnaire.journeys.drafting.reserving import veil_for
from questionnaire.lifecycle import Draft
from questionnaire.spec import Form
from questionnaire.storage import drafts
from questionnaire.storage.records import DraftHead, StoredAnswer
from questionnaire.storage.transaction import reading


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A draft with its form, its answers as stored, and all that the rules say of them.

    ``stored`` are those that the reader sees; ``reserved`` those that the ``veil`` keeps from them.
    """

    head: DraftHead
    organisation: Organisation
    form: Form
    stored: Mapping[str, StoredAnswer]
    context: Context
    reserved: Mapping[str, StoredAnswer] = field(default_factory=dict)
    veil: Veil = NO_VEIL

    @property
    def draft(self) -> Draft:
        """The draft itself."""
        return self.head.draft

    def fill(self) -> FilledForm:
        """The form filled with what is stored, as the reader sees it."""
        return veiled(self._filled(self.stored), self.veil)

    def fill_whole(self) -> FilledForm:
        """The form filled with all that is stored: to judge and to freeze, never to show."""
        return self._filled({**self.stored, **self.reserved})

    def _filled(self, rows: Mapping[str, StoredAnswer]) -> FilledForm:
        values = {path: row.value for path, row in rows.items()}
        return fill_draft(self.form, values, self.context, self.draft.id, self.draft.revision)

    def relation(self) -> Relation:
        """How the person who opened it stands to it."""
        return relation_of(self.head, self.form)


def relation_of(head: DraftHead, form: Form) -> Relation:
    """How the person who asked for a draft stands to it."""
    return Relation(head.draft.organisation_id, head.role, form.access, own=head.own)


def mine(desk: Desk, actor: Actor) -> tuple[DraftHead, ...]:
    """The drafts that one may read in one's projects, the last touched first, finalised ones left out."""
    with reading(desk.session) as session:
        heads = drafts.of_person(session, actor.perimeter, actor.person.id)
        return tuple(head for head in heads if head.draft.finalised_at is None and may_read(desk, actor, head))


def may_read(desk: Desk, actor: Actor, head: DraftHead) -> bool:
    """Whether the actor may open a draft, within the transaction in course."""
    form = desk.shelf.version(desk.session, head.draft.form.digest)
    return allowed(actor, Action.READ_DRAFT, relation_of(head, form))


def open_draft(desk: Desk, actor: Actor, draft_id: str, action: Action = Action.READ_DRAFT) -> OpenDraft:
    """Open a draft to read it, or to do ``action``; raises NotFound or Forbidden."""
    with reading(desk.session):
        return load(desk, actor, draft_id, action)


def load(desk: Desk, actor: Actor, draft_id: str, action: Action) -> OpenDraft:
    """The same within the transaction in course."""
    return load_from(desk, actor, drafts.head(desk.session, actor.perimeter, draft_id, actor.person.id), action)


def load_from(desk: Desk, actor: Actor, head: DraftHead, action: Action) -> OpenDraft:
    """The same when its head has been read in this transaction."""
    form = desk.shelf.version(desk.session, head.draft.form.digest)
    relation = relation_of(head, form)
    require(actor, action, relation)
    require_seal(desk, form)
    rows = desk.recall.answers(desk.session, actor.perimeter, head.draft)
    organisation = desk.organisation(actor.perimeter, head.draft.organisation_id, actor.organisation)
    context = replace(
        desk.context(organisation, form),
        origins={row.path: row.origin for row in rows if row.origin},
        seed=seed_of(desk, head.draft.id),
    )
    veil = veil_for(actor, form, relation, rows)
    seen = {row.path: row for row in rows if not veil.hides(row.path)}
    reserved = {row.path: row for row in rows if veil.hides(row.path)} if veil.names else {}
    return OpenDraft(head, organisation, form, seen, context, reserved, veil)
