"""From what a page posted to typed answers: the edge where strings become values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from questionnaire.filling.answers import question_at, unknown
from questionnaire.filling.each import possible_keys
from questionnaire.filling.filled import FilledForm
from questionnaire.filling.paths import BadPath, Path, item_path, parse_path
from questionnaire.filling.problems import Problem
from questionnaire.spec.model import Question, Section
from questionnaire.spec.values import Answer

Posted = Mapping[str, Sequence[str]]
"""Field name to the strings posted under it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """``answers`` by path, as read; ``strangers`` are fields that the page cannot have shown, refused by name."""

    answers: Mapping[str, Answer]
    strangers: tuple[Problem, ...]


def read_post(filled: FilledForm, section: Section, posted: Posted) -> Reading:
    """Read the fields posted by the page of ``section``. A field that is absent was not on the page: no answer."""
    answers: dict[str, Answer] = {}
    strangers: list[Problem] = []
    for name, raw in posted.items():
        try:
            question = _answerable(filled, section, parse_path(name))
        except BadPath as error:
            strangers.append(Problem(name, "unknown_field", str(error)))
            continue
        answers[name] = question.kind.read(raw, question)
    return Reading(answers, tuple(strangers))


def _answerable(filled: FilledForm, section: Section, path: Path) -> Question:
    question = question_at(filled.form, path)
    if filled.veil.hides(str(path)):
        raise unknown(path)
    elsewhere = question.section != section.base or (section.name != section.base and item_of(path) != section.name)
    if path.name is None or not question.kind.answered or elsewhere:
        raise BadPath(f"Cette page n’a pas de question «\u00a0{path}\u00a0».")
    if question.files is not None:  # its answer is written by whoever has read the file
        raise BadPath("Un fichier se choisit sur votre appareil\u00a0: il ne s’écrit pas.")
    if not has_item(filled, path):
        raise BadPath("Cet élément n’existe pas. Rechargez la page.")
    if str(path) in filled.read_only:
        label = filled.wording.say(question.label, path.group, path.key)
        raise BadPath(f"La réponse à «\u00a0{label}\u00a0» ne peut pas être changée ici.")
    return question


def item_of(path: Path) -> str:
    """The path of the item that holds a question; empty outside of any."""
    return "" if path.group is None or path.key is None else item_path(path.group, path.key)


def has_item(filled: FilledForm, path: Path) -> bool:
    """Whether the item that holds the question is there, or was: what was typed while it was removed is kept."""
    if path.group is None or path.key is None:
        return True
    source = filled.form.questions[path.group].each
    if source and not filled.form.questions[source].is_repeat:
        return path.key in possible_keys(filled.form.questions[source])
    group = source or path.group
    return path.key in filled.keys(group) or item_path(group, path.key) in filled.answers.removed
