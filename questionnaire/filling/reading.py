"""From what a page posted to typed answers: the edge where strings become values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from questionnaire.filling.answers import question_at, unknown
from questionnaire.filling.each import possible_keys
from questionnaire.filling.filled import FilledForm
from questionnaire.filling.paths import BadPath, Path, item_path, items_around, page_item, parse_path
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
    elsewhere = question.section != section.base or (
        section.name != section.base and page_item(str(path)) != section.name
    )
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


def has_item(filled: FilledForm, path: Path) -> bool:
    """Whether the items that hold the question are there, or were: what was typed while one was removed is kept."""
    return all(_has(filled, parse_path(item)) for item in items_around(str(path)))


def _has(filled: FilledForm, item: Path) -> bool:
    group, key = item.group or "", item.key or ""
    source = filled.form.questions[item.question].each
    if source and not filled.form.questions[source].is_repeat:
        return key in possible_keys(filled.form.questions[source])
    return key in filled.keys(source or group) or item_path(source or group, key) in filled.answers.removed
