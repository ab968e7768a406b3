"""A QuestionnaireResponse of FHIR R4 read as answers to a form of ours."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from questionnaire.interchange.fhir.codings import chosen
from questionnaire.interchange.fhir.exporting import canonical
from questionnaire.interchange.fhir.items import Value
from questionnaire.interchange.fhir.literals import plain
from questionnaire.interchange.fhir.reading import read_resource
from questionnaire.interchange.fhir.remarks import Remark, refused
from questionnaire.interchange.fhir.urls import ABSENT, FORM, KEY
from questionnaire.spec.model import Form, Question
from questionnaire.spec.others import OTHER

Json = Mapping[str, Any]
Sheet = dict[str, Any]
_CHOSEN = frozenset({"select_one", "select_multiple", "rank", "rating"})
_SEVERAL = frozenset({"select_multiple", "rank"})
_NUMBERS = frozenset({"Integer", "Decimal"})
DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers as a file of answers holds them, and what of the response has no place in the form."""

    sheet: Sheet
    remarks: tuple[Remark, ...]


def read_response(content: bytes, form: Form) -> Answered:
    """The answers of a response in JSON to a form. Raises Refused where it answers another form."""
    data = read_resource(content, "QuestionnaireResponse")
    asked = str(data.get("questionnaire", ""))
    if asked.startswith(FORM) and asked.partition("|")[0] != canonical(form).partition("|")[0]:
        raise refused(f"Cette réponse est celle d’un autre formulaire : « {asked.removeprefix(FORM)} ».")
    reader = _Reader(form)
    if asked.startswith(FORM) and asked != canonical(form):
        version = asked.partition("|")[2]
        reader.say("", f"Cette réponse est celle de la version {version}, le formulaire est en version {form.version}.")
    sheet: Sheet = {}
    reader.read(_items(data), sheet, "", 1)
    return Answered(sheet, tuple(Remark(tuple(links), message) for message, links in reader.said.items()))


class _Reader:
    """Reads items into answers, and says what could not be; ``said`` holds the items of each remark."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._questions = {question.link: question for question in form.questions.values()}
        self._groups = {section.outside.link_id or section.name for section in form.sections}
        self.said: dict[str, dict[str, None]] = {}

    def say(self, link: str, message: str) -> None:
        """Remember something of an item."""
        links = self.said.setdefault(message, {})
        if link:
            links[link] = None

    def read(self, items: tuple[Json, ...], sheet: Sheet, group: str, depth: int) -> None:
        """What these items say, into the answers of the form or of one item of ``group``."""
        if depth > DEEPEST:
            raise refused(f"Plus de {DEEPEST} éléments se tiennent l’un dans l’autre.")
        for item in items:
            link = str(item.get("linkId", ""))
            question = self._questions.get(link)
            if question is not None and question.is_repeat and (question.group or "") == group:
                inside = dict(_key(item))
                self.read(_items(item), inside, question.name, depth + 1)
                sheet.setdefault(question.name, []).append(inside)
            elif question is None or question.is_grid or question.is_repeat:
                self._pass(item, link, sheet, group, depth)
            else:
                self._leaf(item, question, sheet, group, depth)

    def _pass(self, item: Json, link: str, sheet: Sheet, group: str, depth: int) -> None:
        """A group has no answer of its own; what it holds does."""
        if self._questions.get(link) is None and link not in self._groups and not _items(item):
            self.say(link, "le formulaire n’a pas de question de ce nom.")
        self.read(_items(item), sheet, group, depth + 1)

    def _leaf(self, item: Json, question: Question, sheet: Sheet, group: str, depth: int) -> None:
        answers = _answers(item)
        if (question.group or "") != group:
            self.say(question.name, "cette question n’est pas à cette place dans le formulaire.")
            return
        if _is_declined(item):
            if question.may_decline is not None:
                sheet[question.name] = question.may_decline.name
            else:
                self.say(question.name, "on ne peut pas refuser de répondre à cette question.")
        elif question.kind.answered or question.kept:
            self._answer(question, answers, sheet)
        for answer in answers:
            self.read(_items(answer), sheet, group, depth + 1)
        self.read(_items(item), sheet, group, depth + 1)

    def _answer(self, question: Question, answers: tuple[Json, ...], sheet: Sheet) -> None:
        found = [json for answer in answers if (json := self._json(question, _value(answer), sheet)) is not None]
        if len(found) > 1 and question.kind.name not in _SEVERAL:
            self.say(question.name, "plusieurs réponses : seule la première est reprise.")
        if found:
            sheet[question.name] = found if question.kind.name in _SEVERAL else found[0]

    def _json(self, question: Question, value: Value, sheet: Sheet) -> object:
        """An answer as a file of answers writes it; None for one that cannot be, which is said."""
        kind = question.kind.name
        if kind == "file":
            self.say(question.name, "les fichiers ne sont pas repris : joignez-les.")
            return None
        if kind in _CHOSEN:
            return self._choice(question, value, sheet)
        if kind == "acknowledge":
            return True if value.raw is True else None
        if value.type in _NUMBERS and isinstance(value.raw, int | Decimal):
            return float(value.raw) if isinstance(value.raw, Decimal) else value.raw
        text = plain(value)
        if text is None:
            self.say(question.name, f"une réponse de type « {value.type} » n’est pas reprise.")
        return text

    def _choice(self, question: Question, value: Value, sheet: Sheet) -> object:
        if value.type == "Coding":
            return chosen(question, value.coding)
        text = plain(value)
        other = f"{question.name}_{OTHER}"
        if text is not None and value.type == "String" and question.choice(OTHER) is not None:
            sheet[other] = text
            return OTHER
        return text


def _items(data: Json) -> tuple[Json, ...]:
    return tuple(_objects(data.get("item", ())))


def _answers(data: Json) -> tuple[Json, ...]:
    return tuple(_objects(data.get("answer", ())))


def _objects(found: object) -> Iterator[Json]:
    if not isinstance(found, list | tuple) or not all(isinstance(each, dict) for each in found):
        raise refused("Ce fichier n’a pas la forme d’une réponse FHIR : une liste d’objets manque.")
    yield from found


def _value(answer: Json) -> Value:
    key = next((key for key in answer if key.startswith("value")), "")
    return Value(key.removeprefix("value"), answer.get(key))


def _key(item: Json) -> Iterator[tuple[str, Any]]:
    """Which item this is, where it follows one of elsewhere."""
    for each in _objects(item.get("extension", ())):
        if each.get("url") == KEY:
            yield "_key", each.get("valueString")


def _is_declined(item: Json) -> bool:
    return any(
        each.get("url") == ABSENT and each.get("valueCode") == "asked-declined"
        for each in _objects(item.get("extension", ()))
    )
