"""Who signs where the form leaves it to an answer: the very person of the team whom that answer names."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from questionnaire.access import Actor
from questionnaire.filling import FilledForm, Problem
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.drafts import OpenDraft
from questionnaire.programme.people import Teammate, which
from questionnaire.storage import projects
from questionnaire.storage.records import Member
from questionnaire.storage.transaction import reading

NOT_IN_TEAM = "not_in_team"
"""Code of an answer that names somebody who cannot sign yet."""


@dataclass(frozen=True, slots=True)
class Appointed:
    """``signers`` by party; ``problems`` say, beside the question, who is not of the team yet."""

    signers: Mapping[str, Member] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def appoint(desk: Desk, actor: Actor, opened: OpenDraft, filled: FilledForm) -> Appointed:
    """The people whom the answers name to sign; asks the database only where they name some."""
    parties = _named(filled)
    if not parties:
        return Appointed()
    with reading(desk.session) as session:
        members = projects.team(session, actor.perimeter, opened.draft.project_id)
        emails = projects.addresses(session, actor.perimeter, opened.draft.project_id)
    by_id = {each.person_id: each for each in members}
    team = [Teammate(id_, each.first_name, each.last_name, emails.get(id_, "")) for id_, each in by_id.items()]
    found = {name: which(filled, str(filled.values[path]), team) for name, path in parties.items()}
    absent = dict.fromkeys(parties[name] for name, person in found.items() if person is None)
    return Appointed(
        signers={name: by_id[person.id] for name, person in found.items() if person},
        problems=tuple(Problem(path, NOT_IN_TEAM, _absence(filled, path)) for path in absent),
    )


def with_absent(filled: FilledForm, appointed: Appointed) -> FilledForm:
    """The form with what is said of those who cannot sign yet, in page order, where nothing else is wrong."""
    wrong = {problem.path for problem in filled.problems}
    more = [problem for problem in appointed.problems if problem.path not in wrong and filled.is_relevant(problem.path)]
    if not more:
        return filled
    ranks = {name: rank for rank, name in enumerate(filled.form.questions)}
    problems = sorted((*filled.problems, *more), key=lambda problem: ranks[problem.path.partition("[")[0]])
    return replace(filled, problems=tuple(problems))


def judged(desk: Desk, actor: Actor, opened: OpenDraft, filled: FilledForm) -> FilledForm:
    """The form as finalising would judge it: with what is said of those who cannot sign yet."""
    return with_absent(filled, appoint(desk, actor, opened, filled))


def _named(filled: FilledForm) -> dict[str, str]:
    """The parties of the steps called for whose person is answered, with the question that names each."""
    asked = {step.party: filled.form.signer(step) for step in filled.circuit}
    return {name: path for name, path in asked.items() if path and filled.values.get(path)}


def _absence(filled: FilledForm, path: str) -> str:
    who = " ".join(filled.wording.shown(path))
    return (
        f"{who} n’a pas encore rejoint l’équipe du projet\u00a0: invitez cette personne, et finalisez une fois "
        "qu’elle y est entrée. Vérifiez aussi que son nom ou son courriel est ici celui de son compte."
    )
