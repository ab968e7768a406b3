"""A form filled in stages: its parts under numbered steps, whose turn it is, what a part still waits for."""

from collections.abc import Mapping
from dataclasses import replace

from questionnaire.filling import FilledForm, StageProgress, staged
from questionnaire.filling.pages import base_of
from questionnaire.journeys.teamwork.overview import Overview
from questionnaire.spec.model import Section
from questionnaire.web.presenting.tasks import counted
from questionnaire.web.screens import TaskGroup, TaskListView, TaskRow

LEAD = "Les parties se remplissent étape par étape. Tout est enregistré au fur et à mesure."


def with_stages(view: TaskListView, over: Overview, filled: FilledForm, rows: Mapping[str, TaskRow]) -> TaskListView:
    """The list of parts, its rows by section under their steps; as it was where the form has no order."""
    stages = staged(filled)
    if not stages:
        return view
    groups = [_step(over, filled, each, len(stages), rows) for each in stages]
    staging = {name for each in stages for name in each.stage.sections}
    loose = tuple(row for name, row in rows.items() if base_of(name) not in staging)
    if loose:
        other = TaskGroup("Les autres parties", counted(len(loose), "partie", "parties"), loose, "À tout moment")
        first = base_of(next(iter(rows))) not in staging
        groups = [other, *groups] if first else [*groups, other]
    on = next((each for each in stages if each.is_on), None)
    return replace(
        view,
        lead=f"{LEAD} {_turn(over, filled, on)}",
        groups=(*groups, view.groups[-1]),
        next_url=_next(over, on, rows) or view.next_url,
    )


def _step(
    over: Overview, filled: FilledForm, each: StageProgress, total: int, rows: Mapping[str, TaskRow]
) -> TaskGroup:
    waits = f"Après l’étape {each.after.number}" if each.after else ""
    own = tuple(
        replace(row, state_label=waits) if waits and row.state == "todo" else row
        for name, row in rows.items()
        if base_of(name) in each.stage.sections
    )
    title = filled.wording.say(each.stage.title)
    standing = "Terminée" if each.is_done else waits or "À présent"
    heading = f"Étape {each.number} sur {total}"
    return TaskGroup(
        f"{heading}\u00a0: {title}" if title else heading, standing, own, f"Remplie par\u00a0: {_who(over, each)}"
    )


def _who(over: Overview, each: StageProgress) -> str:
    """The parties of a stage, and the people of the team who are they."""
    parties = over.fillers(each.stage.sections[0])
    names = [f"{member.first_name} {member.last_name}" for member in over.members_of(each.stage)]
    return f"{parties} ({', '.join(names) if names else 'personne dans l’équipe pour le moment'})"


def _turn(over: Overview, filled: FilledForm, on: StageProgress | None) -> str:
    if on is None:
        return "Toutes les étapes sont terminées."
    if any(member.person_id == over.actor.person.id for member in over.members_of(on.stage)):
        return f"C’est à vous\u00a0: {_called(filled, on)}."
    return f"On attend {_called(filled, on)}\u00a0: {_who(over, on)}."


def _next(over: Overview, on: StageProgress | None, rows: Mapping[str, TaskRow]) -> str | None:
    """The first part left of the step that is on, for whoever may fill it."""
    names = on.stage.sections if on else ()
    left = (row for name, row in rows.items() if name in names and row.state != "done" and over.fills(name))
    return next((row.url for row in left), None)


def waiting(filled: FilledForm, section: Section) -> str:
    """What a part still waits for, in one sentence; empty where it waits for nothing."""
    own = next((each for each in staged(filled) if section.base in each.stage.sections), None)
    if own is None or own.after is None:
        return ""
    left = counted(own.after.missing, "réponse nécessaire", "réponses nécessaires")
    return f"Cette partie vient après {_called(filled, own.after)}, où il manque encore {left}."


def _called(filled: FilledForm, each: StageProgress) -> str:
    title = filled.wording.say(each.stage.title)
    return f"l’étape {each.number}, «\u00a0{title}\u00a0»" if title else f"l’étape {each.number}"
