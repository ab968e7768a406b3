"""People who are to sign and are not of the team yet: where they are invited."""

from collections.abc import Iterable
from dataclasses import replace

from questionnaire.filling import FilledForm, Problem
from questionnaire.journeys.papers.appointing import NOT_IN_TEAM
from questionnaire.web.presenting.links import address
from questionnaire.web.screens import Link, Notice, ReviewCard, ReviewLine, ReviewView


def with_invitations(view: ReviewView, filled: FilledForm, draft_id: str) -> ReviewView:
    """The review with the way to the team beside each answer that names somebody who is not in it."""
    absent = {problem.path for problem in filled.problems if problem.code == NOT_IN_TEAM}
    if not absent:
        return view
    team = _team(draft_id)

    def told(line: ReviewLine) -> ReviewLine:
        return replace(line, remedy=team) if line.path in absent else line

    sections = (
        replace(section, cards=tuple(ReviewCard(card.title, tuple(map(told, card.lines))) for card in section.cards))
        for section in view.sections
    )
    return replace(view, sections=tuple(sections))


def invitation_notice(problems: Iterable[Problem], draft_id: str) -> Notice | None:
    """The same above the page of a part; None where nobody is missing."""
    if all(problem.code != NOT_IN_TEAM for problem in problems):
        return None
    return Notice("Une personne qui doit signer n’est pas encore dans l’équipe.", "attention", link=_team(draft_id))


def _team(draft_id: str) -> Link:
    return Link("Inviter cette personne dans l’équipe", address("teams.team", draft_id=draft_id))
