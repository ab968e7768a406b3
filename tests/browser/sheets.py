"""The fiche projet and its examples, and drafts filled without a browser for tests that begin later."""

from collections.abc import Iterable

from questionnaire.access import Role
from questionnaire.journeys.demonstration.founding import INHABITANTS
from questionnaire.spec import load
from questionnaire.storage import answers, drafts, people, projects
from questionnaire.storage.database import open_session
from questionnaire.storage.transaction import reading, writing
from tests.journeys.house import House, example

FORM = load("forms_spec/fiche_projet/2026-1.yaml")
SECTIONS = {section.name: [question.name for question in section.questions] for section in FORM.sections}
SECOND = list(SECTIONS)[1]
"""The section that follows « Identité »."""


def prepare(house: House, name: str | None = None, sections: Iterable[str] = SECTIONS) -> str:
    """A fiche begun by the porteur of the demonstration, its ``sections`` filled with an example if named.

    Gives its address.
    """
    porteur = house.visitor("porteur_projet")
    draft = porteur.begin()
    if name:
        porteur.answer_sheet(draft, example(name), {each: SECTIONS[each] for each in sections})
    return draft


def stored(house: House, draft: str) -> dict[str, object]:
    """The answers that people gave in a draft, by path, blanks left out; not those with which it began."""
    with open_session(house.settings.database_url) as session, reading(session):
        rows = answers.all_of(session, people.whole_perimeter(session), draft.rpartition("/")[2])
        return {row.path: row.value for row in rows if row.revision and row.value not in (None, "", [])}


def share(house: House, draft: str) -> None:
    """Let the copilote of the demonstration fill a draft too."""
    with open_session(house.settings.database_url) as session, writing(session):
        everywhere = people.whole_perimeter(session)
        actor = people.load_actor(session, 1 + [each.role for each in INHABITANTS].index(Role.COPILOTE))
        assert actor is not None
        project = drafts.head(session, everywhere, draft.rpartition("/")[2], actor.person.id).draft.project_id
        projects.join(session, everywhere, project, actor.person.id, Role.COPILOTE)
