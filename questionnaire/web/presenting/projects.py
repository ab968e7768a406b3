"""A project in words: its chain, the one next action, who is awaited."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from flask import url_for

from questionnaire.access import ROLE_LABELS, Action, Actor, Relation, Role, allowed
from questionnaire.journeys.administration.handing_over import may_hand_over
from questionnaire.journeys.teamwork.projects import ChainDocument, ChainDraft, ChainForm, OpenProject
from questionnaire.lifecycle import State
from questionnaire.spec.codebook import said
from questionnaire.spec.model import Form
from questionnaire.storage.records import Member
from questionnaire.web.presenting.shell import USERS, initials
from questionnaire.web.presenting.tasks import counted
from questionnaire.web.screens import (
    AwaitedView,
    ChainDocumentView,
    ChainStepView,
    ChipView,
    Link,
    MemberView,
    NextAction,
    PartState,
    Post,
    ProjectView,
    Side,
)


def project_view(opened: OpenProject, actor: Actor) -> ProjectView:
    """The page of a project for one person."""
    project = opened.project
    zone = ZoneInfo(actor.organisation.timezone)
    awaited = tuple(_awaited(opened))
    relation = Relation(project.organisation_id, project.role)
    first = next(_founding_drafts(opened), None)
    may_invite = first is not None and allowed(actor, Action.INVITE, relation)
    return ProjectView(
        title=project.title,
        next=_next(opened, actor, awaited),
        steps=tuple(_step(form, opened, zone) for form in opened.forms),
        awaited=awaited,
        members=tuple(_member(member) for member in opened.team),
        sides=_sides(opened.team),
        invite_url=url_for("teams.team", draft_id=first) if may_invite else "",
        leaving=tuple(_leaving(opened, actor)),
        capacities=tuple(_capacities(opened, actor)),
    )


def _leaving(opened: OpenProject, actor: Actor) -> Iterator[Link]:
    """The ways out of the team, one for each member whose place the reader may hand over."""
    for member in opened.team:
        if may_hand_over(actor, opened.project, member):
            mine = member.person_id == actor.person.id
            url = url_for("handovers.handover", project_id=opened.project.id, person_id=member.person_id)
            yield Link("Quitter l’équipe" if mine else f"Transmettre la place de {member.first_name}", url)


def _capacities(opened: OpenProject, actor: Actor) -> Iterator[Post]:
    """The other roles of the reader in the project."""
    url = url_for("handovers.act_as", project_id=opened.project.id)
    for member in opened.team:
        if member.person_id == actor.person.id:
            for role in member.also:
                yield Post(f"Agir en qualité de\u00a0: {ROLE_LABELS[role].lower()}", url, (("role", str(role)),))


def _founding_drafts(opened: OpenProject) -> Iterator[str]:
    """The drafts from which people are invited, also once their document is finalised: it may await a new person."""
    for form in opened.forms:
        if form.link.form.instances == "project":
            yield from (each.head.draft.id for each in form.drafts)
            yield from (each.head.draft_id for each in form.documents)


def _next(opened: OpenProject, actor: Actor, awaited: tuple[AwaitedView, ...]) -> NextAction:
    """To sign comes first, then what is begun, then what may begin."""
    return next(_actions(opened, actor), None) or NextAction(
        "Rien à faire pour vous", f"On attend {_listed([each.name for each in awaited])}." if awaited else ""
    )


def _actions(opened: OpenProject, actor: Actor) -> Iterator[NextAction]:
    me = actor.person.id
    for form in opened.forms:
        for document in form.documents:
            if any(member.person_id == me for _, members in document.awaits for member in members):
                url = url_for("documents.sign", submission_id=document.head.id)
                yield NextAction(
                    f"Lire et signer\u00a0: {said(form.link.form.title)}",
                    f"{document.head.title}. Votre signature est attendue.",
                    Link("Lire et signer", url),
                )
    for form in opened.forms:
        for draft in form.drafts:
            if draft.open_to_me:
                url = url_for("drafts.tasks", draft_id=draft.head.draft.id)
                text = "Tout est enregistré au fur et à mesure\u00a0: reprenez où vous voulez."
                yield NextAction(f"Continuer\u00a0: {said(form.link.form.title)}", text, Link("Continuer", url))
    for form in opened.forms:
        if form.may_begin:
            yield NextAction(said(form.link.form.title), _about(form.link.form), post=_begin(opened, form.link.form))


def _about(form: Form) -> str:
    """What a document is for, and how long it takes."""
    described = said(form.description) if form.description else ""
    return " ".join(filter(None, (described, f"Comptez {form.minutes} minutes." if form.minutes else "")))


def _begin(opened: OpenProject, form: Form) -> Post:
    url = url_for("projects.begin", project_id=opened.project.id)
    return Post(f"Commencer\u00a0: {said(form.title)}", url, (("formulaire", form.name),))


def _step(chained: ChainForm, opened: OpenProject, zone: ZoneInfo) -> ChainStepView:
    form = chained.link.form
    each = form.instances == "person" and form.life == "signed"
    state, label = _each_state(chained, opened) if each else _state(chained)
    return ChainStepView(
        title=said(form.title),
        description=said(form.description) if form.description else "",
        state=state,
        state_label=label,
        documents=tuple(_documents(chained, zone)),
        chips=tuple(_chips(chained, opened)) if each else (),
        note=_note(chained, opened),
        begin=_begin(opened, form) if chained.may_begin else None,
    )


def _state(chained: ChainForm) -> tuple[PartState, str]:
    """Where the documents of a step stand, the furthest one deciding."""
    states = {document.head.state for document in chained.documents}
    for state, shown in ((State.SIGNE, "done"), (State.FINALISE, "done"), (State.A_SIGNER, "waiting")):
        if state in states:
            return shown, state.label  # type: ignore[return-value]  # words of PartState
    if chained.drafts:
        return "partial", "En cours"
    return ("locked", "Pas encore") if chained.link.blocked else ("todo", "À faire")


def _each_state(chained: ChainForm, opened: OpenProject) -> tuple[PartState, str]:
    """How many of the team have signed the one that is theirs."""
    signed = len(_signed(chained))
    if chained.link.blocked and not chained.documents and not chained.drafts:
        return "locked", "Pas encore"
    total = len(opened.team)
    state: PartState = "done" if signed == total else "partial" if signed or chained.drafts else "todo"
    return state, f"{counted(signed, 'signature', 'signatures')} sur {total}"


def _signed(chained: ChainForm) -> set[str]:
    """Who has signed their own: others may still have to countersign it."""
    return {
        each.head.frozen_by
        for each in chained.documents
        if all(step.person_id != each.head.frozen_by for step, _ in each.awaits)
    }


def _note(chained: ChainForm, opened: OpenProject) -> str:
    titles = {form.link.form.name: said(form.link.form.title) for form in opened.forms}
    wanted = [f"«\u00a0{titles.get(after.form, after.form)}\u00a0»" for after in chained.link.missing if after.blocking]
    return f"Possible dès que {_listed(wanted)} sera finalisé." if wanted else ""


def _documents(chained: ChainForm, zone: ZoneInfo) -> Iterator[ChainDocumentView]:
    for draft in chained.drafts:
        yield _draft(draft, zone, named=chained.link.form.instances != "project")
    for document in chained.documents:
        yield _document(document, zone)


def _draft(draft: ChainDraft, zone: ZoneInfo, *, named: bool) -> ChainDocumentView:
    whose = _whose(draft.author) if named else ""
    url = url_for("drafts.tasks", draft_id=draft.head.draft.id) if draft.open_to_me else None
    at = draft.head.draft.updated_at.astimezone(zone)
    return ChainDocumentView(Link(f"Brouillon{whose}", url), f"Modifié le {at:%d/%m/%Y}")


def _document(document: ChainDocument, zone: ZoneInfo) -> ChainDocumentView:
    head = document.head
    url = url_for("documents.document", submission_id=head.id) if document.open_to_me else None
    at = head.frozen_at.astimezone(zone)
    detail = f"{head.state.label}, finalisé le {at:%d/%m/%Y}{_whose(document.author, ' par ')}"
    return ChainDocumentView(Link(head.reference, url), detail)


def _whose(author: Member | None, word: str = " de ") -> str:
    return f"{word}{author.first_name} {author.last_name}" if author else ""


def _chips(chained: ChainForm, opened: OpenProject) -> Iterator[ChipView]:
    """Each member of the team: those whose own document is signed, then those still awaited."""
    signed = _signed(chained)
    for member in sorted(opened.team, key=lambda member: member.person_id not in signed):
        waits = member.person_id not in signed
        yield ChipView(
            member.first_name,
            initials(member.first_name, member.last_name),
            _side(member.role),
            waits,
            f"{member.first_name}, signature attendue" if waits else f"{member.first_name}, a signé",
        )


def _awaited(opened: OpenProject) -> Iterator[AwaitedView]:
    """Who is awaited to sign, each once for each document."""
    for form in opened.forms:
        for document in form.documents:
            for step, members in document.awaits:
                text = f"doit signer «\u00a0{said(form.link.form.title)}\u00a0», {document.head.reference}"
                for member in members:
                    name = f"{member.first_name} {member.last_name}"
                    yield AwaitedView(name, text, initials(member.first_name, member.last_name), _side(member.role))
                if not members:
                    yield AwaitedView(ROLE_LABELS[Role(step.role)], text)


def _member(member: Member) -> MemberView:
    return MemberView(
        name=f"{member.first_name} {member.last_name}",
        role=" et ".join(ROLE_LABELS[role] for role in (member.role, *member.also)),
        initials=initials(member.first_name, member.last_name),
        side=_side(member.role),
    )


def _side(role: Role) -> Side:
    return "usager" if role in USERS else "pro"


def _sides(team: tuple[Member, ...]) -> str:
    users = sum(member.role in USERS for member in team)
    return f"Professionnels\u00a0: {len(team) - users}. Usagers\u00a0: {users}."


def _listed(words: list[str]) -> str:
    """« A, B et C », each once."""
    unique = list(dict.fromkeys(words))
    return " et ".join(filter(None, (", ".join(unique[:-1]), unique[-1]))) if unique else ""
