"""What the list of parts says of those who fill together: who has which part, where one was, until when it is kept."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from questionnaire.access import ROLE_LABELS
from questionnaire.filling import FilledForm, staged
from questionnaire.filling.pages import base_of, pages
from questionnaire.journeys.papers.evidence import said
from questionnaire.journeys.teamwork.assisting import MEANS, is_offered
from questionnaire.journeys.teamwork.commenting import is_open_to_comments
from questionnaire.journeys.teamwork.overview import Overview
from questionnaire.lifecycle import Draft, Keeping
from questionnaire.spec.model import Section
from questionnaire.web.presenting.links import address
from questionnaire.web.presenting.shared_sections import reviewed_talk
from questionnaire.web.presenting.shell import help_view
from questionnaire.web.presenting.stages import with_stages
from questionnaire.web.presenting.tasks import counted, task_list
from questionnaire.web.screens import (
    AssignView,
    AssistanceView,
    Link,
    Notice,
    Post,
    ReviewView,
    TaskGroup,
    TaskListView,
    TaskRow,
)

NOBODY = "Personne en particulier"


def shared_task_list(over: Overview, filled: FilledForm, *, may_begin: bool, keeping: Keeping) -> TaskListView:
    """The list of parts as one person of the team sees it: theirs first, who has the others, where they were."""
    draft_id = over.opened.draft.id
    plain = task_list(filled, draft_id, may_begin=may_begin)
    parts, *rest = plain.groups
    rows = {page.name: _told(over, filled, page, row) for page, row in zip(pages(filled), parts.rows, strict=True)}
    mine = tuple(row for name, row in rows.items() if over.is_mine(base_of(name)))
    others = tuple(row for name, row in rows.items() if not over.is_mine(base_of(name)))
    groups = [TaskGroup("À vous", counted(len(mine), "partie", "parties"), mine)] if mine else []
    if others:
        title = "Les autres parties" if mine else parts.title
        groups.append(TaskGroup(title, counted(len(others), "partie", "parties"), others))
    last = over.resume(filled)
    listed = with_stages(replace(plain, groups=(*groups, *rest)), over, filled, rows)
    return replace(
        listed,
        notice=expiry_notice(
            over.opened.draft,
            over.opened.organisation.profile.settings.keeping(keeping),
            over.opened.context.now,
            ZoneInfo(str(over.opened.context.tz)),
        ),
        resume=Link(
            f"Reprendre où vous en étiez\u00a0: {filled.wording.say(last.title)}", _section(draft_id, last.name)
        )
        if last
        else None,
        assign=_assign(over, filled),
        assistance=assistance_view(over),
        links=(*plain.links, *_talk_link(over)),
        data_contact=help_view(over.opened.organisation.profile.privacy),
    )


def _section(draft_id: str, name: str) -> str:
    return address("sections.section", draft_id=draft_id, name=name)


def _told(over: Overview, filled: FilledForm, page: Section, row: TaskRow) -> TaskRow:
    """A row with whom the part is given to, who fills it, and what is discussed there."""
    threads = over.open_threads(page)
    said_of = (
        row.detail,
        _holder(over, page.base, in_order=bool(staged(filled))),
        counted(threads, "discussion ouverte", "discussions ouvertes") * bool(threads),
    )
    return replace(row, detail=". ".join(filter(None, said_of)))


def _holder(over: Overview, name: str, *, in_order: bool) -> str:
    holder = over.marks.given.get(name)
    if holder is not None:
        yours = holder.person_id == over.actor.person.id
        return "Confiée à vous" if yours else f"Confiée à {holder.name}"
    fillers = over.fillers(name)
    # Where stages have an order, each tells it above its parts.
    return f"Remplie par\u00a0: {fillers}" if fillers and not in_order else ""


def _assign(over: Overview, filled: FilledForm) -> AssignView | None:
    people = tuple(
        (member.person_id, f"{member.first_name} {member.last_name}, {ROLE_LABELS[member.role].lower()}")
        for member in over.candidates()
    )
    if not people:
        return None
    return AssignView(
        url=address("together.assign", draft_id=over.opened.draft.id),
        sections=tuple((section.name, filled.wording.say(section.title)) for section in filled.sections()),
        people=(*people, ("", NOBODY)),
    )


def assistance_view(
    over: Overview, *, typed: str = "", ticked: tuple[str, ...] = (), error: str = ""
) -> AssistanceView | None:
    """Who helped; None where the form does not say who filled it, or nothing is told and nothing can be."""
    may = over.may_tell()
    if not is_offered(over.opened) or not (may or over.assistance):
        return None
    url = address("together.assistance", draft_id=over.opened.draft.id)
    return AssistanceView(
        lines=tuple(
            (said(told), Post("Retirer", url, (("retirer", told.id),)) if may else None) for told in over.assistance
        ),
        url=url if may else "",
        means=tuple((word, label.capitalize()) for word, label in MEANS.items()),
        typed=typed,
        ticked=ticked,
        error=error,
    )


def _talk_link(over: Overview) -> tuple[Link, ...]:
    if not is_open_to_comments(over.opened):
        return ()
    left = sum(thread.open > 0 for thread in over.marks.threads.values())
    label = f"Commentaires ({counted(left, 'discussion ouverte', 'discussions ouvertes')})" if left else "Commentaires"
    return (Link(label, address("comments.talks", draft_id=over.opened.draft.id)),)


def expiry_notice(draft: Draft, keeping: Keeping, now: datetime, zone: ZoneInfo) -> Notice | None:
    """The sentence that tells when a draft goes, with the button that keeps it; None while that is far."""
    if not keeping.is_told(draft, now):
        return None
    day = keeping.ends(draft).astimezone(zone)
    text = (
        f"Ce brouillon sera supprimé le {day:%d/%m/%Y} faute d’activité. "
        "Ouvrez-le et modifiez une réponse, ou prolongez-le."
    )
    return Notice(text, "attention", Post("Prolonger", address("together.prolong", draft_id=draft.id)))


def shared_review(over: Overview, filled: FilledForm, view: ReviewView) -> ReviewView:
    """The review with what is still discussed, and who helped."""
    return replace(
        view,
        sections=reviewed_talk(over, filled, view.sections),
        pending=_pending_talk(over),
        assistance=assistance_view(over),
    )


def _pending_talk(over: Overview) -> Link | None:
    """What the review says of discussions that are still open: it warns and prevents nothing."""
    left = sum(thread.open > 0 for thread in over.marks.threads.values())
    if not left or not is_open_to_comments(over.opened):
        return None
    said_of = counted(left, "discussion n’est pas résolue", "discussions ne sont pas résolues")
    return Link(
        f"{said_of}. Vous pouvez finaliser quand même.", address("comments.talks", draft_id=over.opened.draft.id)
    )
