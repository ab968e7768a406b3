"""The page that only brings files to one question, for browsers without script."""

from questionnaire.filling import FilledForm, Place, Problem, parse_path
from questionnaire.web.presenting.questions import SectionPresenter
from questionnaire.web.screens import AddFileView


def adding_view(filled: FilledForm, path: str, url: str, back_url: str, refusal: str = "") -> AddFileView:
    """The page that only brings files to the question at a path; ``refusal`` is why the last ones were not taken."""
    at = parse_path(path)
    problems = {path: Problem(path, "file", refusal)} if refusal else {}
    place = Place(filled.form.questions[at.name or ""], path, at.key)
    return AddFileView("Ajouter un fichier", SectionPresenter(filled, problems).question(place), url, back_url)
