"""What a person does not see of a document: the answers that its form reserves to others."""

from collections.abc import Iterable

from questionnaire.access import Actor, Relation, holds
from questionnaire.filling import NO_VEIL, Veil
from questionnaire.spec import Form
from questionnaire.storage.records import StoredAnswer


def veil_for(actor: Actor, form: Form, relation: Relation, rows: Iterable[StoredAnswer]) -> Veil:
    """The veil over the answers stored in a draft.

    Whoever holds a role named by the question sees the answer, and so does who wrote it. Where each person has a
    document of their own, that person sees all of it.
    """
    if not form.reserved or (relation.own and form.instances == "person"):
        return NO_VEIL
    names = frozenset(name for name in form.reserved if not may_see(actor, form, relation, name))
    person = actor.person.id
    hidden = Veil(names)
    return Veil(names, frozenset(row.path for row in rows if row.person_id == person and hidden.hides(row.path)))


def may_see(actor: Actor, form: Form, relation: Relation, name: str) -> bool:
    """Whether a role of the actor opens the answers to a question."""
    question = form.questions.get(name)
    roles = question.visible_to if question else None
    return roles is None or holds(actor, relation, roles)
