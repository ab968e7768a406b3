"""Answers in a file that somebody brings, JSON or CSV: which questions they are of, as one would type them."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from questionnaire.errors import QuestionnaireError
from questionnaire.spec.model import Form, Question
from questionnaire.spec.typography import typeset

LARGEST = 1_000_000
"""Bytes of a file."""

LONGEST = 100_000
"""Characters of an answer."""

_HEADS = frozenset({"question", "champ", "nom"})
_PAIR = 2
_NOT_BY_FILE = frozenset({"acknowledge", "consent", "file"})
_ENCODINGS = ("utf-8-sig", "cp1252")


class UnreadableFile(QuestionnaireError):
    """The file holds no answers."""


@dataclass(slots=True)
class Brought:
    """``typed`` answers by question, each as its fields post it; ``refused`` tells what is not taken, and why."""

    typed: dict[str, list[str]] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)


def read_file(form: Form, name: str, content: bytes) -> Brought:
    """The answers of a file to a form. Raises UnreadableFile."""
    if not content:
        raise UnreadableFile("Choisissez un fichier.")
    if len(content) > LARGEST:
        raise UnreadableFile("Ce fichier dépasse 1 Mo.")
    pairs = _json(content) if name.lower().endswith(".json") else dict(_csv(content))
    known = {each.name: each for each in form.top_level()}
    named = {_bare(each.label.plain): each for each in known.values() if each.label.plain}
    found = Brought()
    for head, value in pairs.items():
        question = known.get(head) or named.get(_bare(head))
        if question is None:
            found.refused.append(typeset(f"« {head} » : le formulaire n’a pas de question de ce nom."))
        else:
            _take(found, question, value)
    return found


def _take(found: Brought, question: Question, value: object) -> None:
    label = question.label.plain or question.name
    if question.is_repeat or isinstance(value, Mapping):
        found.refused.append(typeset(f"« {label} » : une liste ne se reprend pas d’un fichier."))
    elif question.kind.name in _NOT_BY_FILE:
        found.refused.append(typeset(f"« {label} » : cette réponse se donne sur la page."))
    elif not question.kind.answered:
        found.refused.append(typeset(f"« {label} » : le formulaire calcule cette réponse."))
    elif typed := [text[:LONGEST] for text in _typed(question, value) if text.strip()]:
        found.typed[question.name] = typed


def _typed(question: Question, value: object) -> Iterator[str]:
    """A value as its fields would post it; options are known by their labels too."""
    values = value if isinstance(value, list) else [value]
    for one in values:
        if one is None or isinstance(one, Mapping | list):
            continue
        text = str(one).lower() if isinstance(one, bool) else str(one)
        if not question.choices:
            yield text
            continue
        labels = {_bare(choice.label.plain): choice.name for choice in question.choices if choice.label.plain}
        parts = [text] if isinstance(value, list) or _bare(text) in labels else text.split(";")
        yield from (labels.get(_bare(part), part.strip()) for part in parts)


def _json(content: bytes) -> dict[str, object]:
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise UnreadableFile("Ce fichier n’est pas du JSON.") from error
    answers = data.get("answers", data) if isinstance(data, dict) else None
    if not isinstance(answers, dict):
        raise UnreadableFile("Ce fichier JSON ne contient pas de réponses\u00a0: un nom de question, une réponse.")
    return answers


def _csv(content: bytes) -> Iterator[tuple[str, str]]:
    """Two columns, a question and its answer on each line; or all questions on the first line, answers below."""
    text = _decoded(content)
    first = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=first.count)
    try:
        rows = [
            row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if any(map(str.strip, row))
        ]
    except csv.Error as error:
        raise UnreadableFile("Ce fichier n’est pas un tableau CSV.") from error
    if rows and len(rows[0]) == _PAIR and rows[0][0].strip().lower() in _HEADS:
        yield from ((row[0].strip(), row[1]) for row in rows[1:] if len(row) == _PAIR)
        return
    if len(rows) != _PAIR:
        raise UnreadableFile(
            "Ce tableau a "
            f"{len(rows)} ligne{'s' if len(rows) > 1 else ''}\u00a0: écrivez les questions sur la première, leurs "
            "réponses sur la seconde, ou deux colonnes intitulées «\u00a0question\u00a0» et «\u00a0réponse\u00a0»."
        )
    yield from ((head.strip(), value) for head, value in zip(*rows, strict=False) if head.strip())


def _decoded(content: bytes) -> str:
    for encoding in _ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnreadableFile("Ce fichier n’est pas un texte\u00a0: enregistrez-le en CSV (UTF-8) ou en JSON.")


def _bare(text: str | None) -> str:
    """Words without what sets them differently: capitals, spaces, apostrophes."""
    return " ".join((text or "").replace("’", "'").replace("\u00a0", " ").lower().split())
