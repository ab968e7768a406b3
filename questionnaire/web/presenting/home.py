"""The first page of a person."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from flask import url_for

from questionnaire.access import ROLE_LABELS, Action, Actor, Relation, allowed
from questionnaire.journeys.drafting.beginning import unused
from questionnaire.lifecycle import State
from questionnaire.spec import Catalogue
from questionnaire.storage.records import DraftHead, Project, SubmissionHead
from questionnaire.web.presenting.shell import can_read_archive
from questionnaire.web.screens import EmptyState, HomeGroup, HomeRow, HomeView, Link, Notice, Post

Beside = Mapping[str, tuple[Link | None, Notice | None]]
"""By draft: the way back to where one was, and the notice that the draft will go."""


def home_view(
    actor: Actor,
    catalogue: Catalogue,
    drafts: Sequence[DraftHead],
    documents: Sequence[SubmissionHead],
    projects: Sequence[Project] = (),
    beside: Beside = MappingProxyType({}),
) -> HomeView:
    """What is being written, what is finalised, what can be begun."""
    zone = ZoneInfo(actor.organisation.timezone)
    groups = [
        HomeGroup("Mes projets", tuple(map(_project_row, projects))),
        HomeGroup("En cours", tuple(_draft_row(head, catalogue, zone, beside) for head in drafts)),
        HomeGroup("Documents", tuple(_document_row(head, zone) for head in documents)),
    ]
    shown = tuple(group for group in groups if group.rows)
    start = _start(actor, catalogue)
    return HomeView(
        title=f"Bonjour {actor.person.first_name}",
        lead=_lead(drafts, documents, may_begin=bool(start)),
        groups=shown,
        start=start,
        empty=None if shown else _nothing(actor),
    )


def _lead(drafts: Sequence[DraftHead], documents: Sequence[SubmissionHead], *, may_begin: bool) -> str:
    if drafts or documents:
        return "Retrouvez ici vos projets et leurs documents."
    return "Commencez une fiche projet quand vous voulez." if may_begin else ""


def _project_row(project: Project) -> HomeRow:
    return HomeRow(
        title=project.title,
        detail=ROLE_LABELS[project.role] if project.role else "",
        state="partial",
        state_label="",
        action=Link("Voir où en est le projet", url_for("projects.project", project_id=project.id)),
    )


def _draft_row(head: DraftHead, catalogue: Catalogue, zone: ZoneInfo, beside: Beside) -> HomeRow:
    form = catalogue.by_digest(head.draft.form.digest)
    title = form.title.render(str, str) if form else head.draft.form.form
    url = url_for("drafts.tasks", draft_id=head.draft.id)
    resume, notice = beside.get(head.draft.id, (None, None))
    return HomeRow(
        title=title,
        detail=f"{head.project_title}, modifié le {moment(head.draft.updated_at, zone)}",
        state="partial",
        state_label="Brouillon",
        action=Link("Continuer", url),
        resume=resume,
        notice=notice,
    )


def _document_row(head: SubmissionHead, zone: ZoneInfo) -> HomeRow:
    waits = head.state is State.A_SIGNER
    return HomeRow(
        title=head.title,
        detail=f"{head.reference}, finalisé le {moment(head.frozen_at, zone)}",
        state="waiting" if waits else "done",
        state_label=head.state.label,
        action=Link("Ouvrir", url_for("documents.document", submission_id=head.id)),
    )


def _start(actor: Actor, catalogue: Catalogue) -> tuple[Post, ...]:
    may = allowed(actor, Action.CREATE_PROJECT, Relation(actor.organisation.id))
    founding = {form.name for form in catalogue.forms if form.instances == "project" and not form.after}
    used = sorted(founding - unused(actor).keys())
    current = [form for name in used if may and (form := catalogue.current(name))]
    return tuple(
        Post(f"Commencer\u00a0: {form.title.render(str, str)}", url_for("drafts.create"), (("formulaire", form.name),))
        for form in current
    )


def _nothing(actor: Actor) -> EmptyState:
    if can_read_archive(actor):
        links = (Link("Ouvrir les archives", url_for("archive.register")),)
        kept = "Les documents signés se trouvent dans les archives."
        return EmptyState("Aucun projet en cours pour vous", kept, links)
    return EmptyState("Aucun projet pour le moment", "Quand une équipe vous invite dans un projet, il apparaît ici.")


def moment(at: datetime, zone: ZoneInfo) -> str:
    """« 09/11/2026 à 17:48 », in a zone."""
    local = at.astimezone(zone)
    return f"{local:%d/%m/%Y} à {local:%H:%M}"
