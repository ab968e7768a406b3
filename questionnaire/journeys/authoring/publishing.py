"""Publishing a form: a version that never changes, offered to an organisation and those below; taking it back."""

from dataclasses import dataclass

from questionnaire.access import Action, Actor, Relation, require
from questionnaire.access.deeds import DeedKind
from questionnaire.access.managing import ORGANISATION
from questionnaire.errors import QuestionnaireError
from questionnaire.journeys.auditing import Subject, note
from questionnaire.journeys.authoring.writing import Checked, check, load, required
from questionnaire.journeys.desk import Desk
from questionnaire.spec import Form, load_text
from questionnaire.spec.differences import Comparison, compare
from questionnaire.storage import forms, publications
from questionnaire.storage.ids import new_id
from questionnaire.storage.manuscripts import Manuscript
from questionnaire.storage.publications import Publication
from questionnaire.storage.records import FormVersion
from questionnaire.storage.transaction import reading, writing


class CannotPublish(QuestionnaireError):
    """The form cannot be published as it is; the message says why."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What publishing would do: ``form`` in its new version, compared with the one published before, if any.

    ``refusals`` say why it cannot be; then ``form`` may be None.
    """

    manuscript: Manuscript
    checked: Checked
    form: Form | None
    compared: Comparison | None
    refusals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A version published where the actor is an author; ``fit`` is False when this product takes it no more."""

    publication: Publication
    title: str
    fit: bool = True


def plan(desk: Desk, actor: Actor, manuscript_id: str) -> Plan:
    """What publishing would do now; raises NotFound or Forbidden."""
    with reading(desk.session):
        return _plan(desk, actor, manuscript_id)


def publish(desk: Desk, actor: Actor, manuscript_id: str, revision: int) -> Publication:
    """Publish the text as it was read at ``revision``. Raises CannotPublish, NotFound, Forbidden."""
    with writing(desk.session) as session:
        publications.hold(session, required(actor), load(desk, actor, manuscript_id).organisation_id)
        found = _plan(desk, actor, manuscript_id)
        place, form, now = found.manuscript.organisation_id, found.form, desk.clock()
        require(actor, Action.WRITE_FORMS, Relation(place, None, ORGANISATION))
        if found.refusals or form is None:
            raise CannotPublish(" ".join(found.refusals))
        if found.manuscript.revision != revision:
            raise CannotPublish("Ce formulaire a été modifié depuis que vous l’avez relu\u00a0: relisez-le.")
        forms.use(session, FormVersion(form.name, form.version, form.digest, form.yaml, now))
        new = Publication(new_id(), place, form.name, form.version, form.digest, now)
        publications.add(session, required(actor), new)
        note(desk, actor, DeedKind.FORM_PUBLISHED, _subject(new), version=new.version)
        desk.shelf.refresh(session)
    return new


def published(desk: Desk, actor: Actor) -> tuple[Shown, ...]:
    """The versions published where the actor is an author, by form, the last first; raises Forbidden."""
    perimeter = required(actor)
    with reading(desk.session) as session:
        rows = publications.listing(session, perimeter)
        return tuple(_shown(desk, row) for row in rows)


def shown(desk: Desk, actor: Actor, publication_id: str) -> Shown:
    """One of them; raises NotFound or Forbidden."""
    with reading(desk.session) as session:
        return _shown(desk, publications.get(session, required(actor), publication_id))


def source_of(desk: Desk, actor: Actor, publication_id: str) -> str:
    """The text of a version published where the actor is an author; raises NotFound or Forbidden."""
    with reading(desk.session) as session:
        found = publications.get(session, required(actor), publication_id)
        return forms.get(session, found.digest).source


def withdraw(desk: Desk, actor: Actor, publication_id: str) -> Publication:
    """Offer a version no more: documents begun with it go on. Raises CannotPublish, NotFound, Forbidden."""
    with writing(desk.session) as session:
        perimeter = required(actor)
        found = publications.get(session, perimeter, publication_id)
        require(actor, Action.WRITE_FORMS, Relation(found.organisation_id, None, ORGANISATION))
        if not publications.withdraw(session, perimeter, publication_id, desk.clock()):
            raise CannotPublish("Cette version est déjà retirée.")
        note(desk, actor, DeedKind.FORM_WITHDRAWN, _subject(found), version=found.version)
        desk.shelf.refresh(session)
    return found


def _plan(desk: Desk, actor: Actor, manuscript_id: str) -> Plan:
    manuscript = load(desk, actor, manuscript_id)
    checked = check(manuscript.source)
    if checked.form is None:
        return Plan(manuscript, checked, None, None, ("Corrigez d’abord les fautes.",))
    name = checked.form.name
    form = load_text(manuscript.source, f"{name}/{_next_version(desk, name)}")
    before = desk.shelf.find(name, manuscript.organisation_id)
    refusals = tuple(_refusals(desk, form, manuscript.organisation_id))
    compared = compare(before, form) if before is not None and not refusals else None
    return Plan(manuscript, checked, form, compared, refusals)


def _refusals(desk: Desk, form: Form, place: str) -> list[str]:
    found = []
    if desk.shelf.catalogue.current(form.name) is not None:
        found.append(f"«\u00a0{form.name}\u00a0» est un formulaire installé ici. Choisissez un autre nom (form:).")
    known = publications.of_form(desk.session, form.name)
    if any(each.organisation_id != place for each in known):
        found.append(f"Le nom «\u00a0{form.name}\u00a0» est déjà pris. Choisissez-en un autre (form:).")
    same = next((each.version for each in known if each.digest == form.digest), None)
    if same is not None:
        found.append(f"C’est déjà le texte de la version {same}\u00a0: rien n’a changé depuis.")
    return found


def _next_version(desk: Desk, name: str) -> str:
    """The next number of this year that nothing was ever written with."""
    year, taken = desk.clock().year, forms.versions_of(desk.session, name)
    number = 1
    while f"{year}-{number}" in taken:
        number += 1
    return f"{year}-{number}"


def _shown(desk: Desk, row: Publication) -> Shown:
    if row.digest in desk.shelf.refused:
        return Shown(row, row.form, fit=False)
    return Shown(row, desk.shelf.version(desk.session, row.digest).title.render(str, str))


def _subject(row: Publication) -> Subject:
    return Subject(row.organisation_id, row.id, f"{row.form} {row.version}")
