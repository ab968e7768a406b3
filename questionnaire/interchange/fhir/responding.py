"""A filled form written as a QuestionnaireResponse of FHIR R4: what counts, and nothing of what is not asked."""

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from questionnaire.filling import FilledForm, Place
from questionnaire.interchange.fhir.codings import coding
from questionnaire.interchange.fhir.exporting import canonical
from questionnaire.interchange.fhir.urls import ABSENT, KEY
from questionnaire.spec.model import Question
from questionnaire.spec.others import OTHER
from questionnaire.spec.outline import SIGNPOST
from questionnaire.spec.values import Declined, FileRef, Files, Value, is_blank

Json = dict[str, Any]
_CHOSEN = frozenset({"select_one", "select_multiple", "rank", "rating"})
_TRUTHS = frozenset({"yes_no", "consent"})
_DATES = frozenset({"date", "month", "year"})
_NUMBERS = {"integer": "valueInteger", "duration": "valueInteger", "decimal": "valueDecimal", "range": "valueDecimal"}
_DECLINED = [{"url": ABSENT, "valueCode": "asked-declined"}]


def response_of(filled: FilledForm) -> str:
    """The response, in JSON; ``completed`` where nothing is left to correct. Files are named, not joined."""
    writer = _Writer(filled)
    resource = {
        "resourceType": "QuestionnaireResponse",
        "language": "fr",
        "questionnaire": canonical(filled.form),
        "status": "in-progress" if filled.problems else "completed",
        "authored": filled.context.now.isoformat(),
        "item": list(writer.sections()),
    }
    return json.dumps({key: value for key, value in resource.items() if value}, ensure_ascii=False, indent=2) + "\n"


class _Writer:
    """Writes the items of one filled form."""

    def __init__(self, filled: FilledForm) -> None:
        self._filled = filled
        self._form = filled.form

    def sections(self) -> Iterator[Json]:
        """The pages on the path that hold an answer; a page that follows a question, once for each item."""
        for section in self._filled.sections():
            places = [Place(question, question.name) for question in section.questions]
            if section.each:
                yield from self._items(places[0])
            elif inside := list(self._inside(places)):
                yield _titled(section.outside.link_id or section.name, self._filled.wording.say(section.title), inside)

    def _inside(self, places: Sequence[Place]) -> Iterator[Json]:
        rows = {name for place in places for name in place.question.rows}
        others = {
            f"{place.question.name}_{OTHER}" for place in places if _adds_other(place.question, self._form.questions)
        }
        top: list[Json] = []
        above: list[tuple[str, Json]] = []
        for place in places:
            question = place.question
            if question.name in rows | others or not self._filled.is_relevant(place.path):
                continue
            while above and above[-1][0] != question.outside.under:
                above.pop()
            into = above[-1][1]["item"] if above else top
            if question.appearance == SIGNPOST:
                above.append((question.name, {"linkId": question.link, "text": self._label(place), "item": []}))
                into.append(above[-1][1])
            else:
                into.extend(self._asked(place))
        yield from _answered(top)

    def _asked(self, place: Place) -> Iterator[Json]:
        if place.question.is_repeat:
            yield from self._items(place)
        elif place.question.is_grid:
            yield from self._grid(place)
        else:
            yield from self._leaf(place)

    def _items(self, place: Place) -> Iterator[Json]:
        for key in self._filled.keys(place.path):
            inside = list(self._inside(list(place.inside(key))))
            title = self._filled.wording.item_called(f"{place.path}[{key}]")
            item = _titled(place.question.link, title, inside)
            yield item | ({"extension": [{"url": KEY, "valueString": key}]} if place.question.each else {})

    def _grid(self, place: Place) -> Iterator[Json]:
        at = place.path.removesuffix(place.question.name)
        rows = (Place(self._form.questions[name], at + name, place.key) for name in place.question.rows)
        inside = [item for row in rows if self._filled.is_relevant(row.path) for item in self._leaf(row)]
        if inside:
            yield _titled(place.question.link, self._label(place), inside)

    def _leaf(self, place: Place) -> Iterator[Json]:
        value = self._filled.values.get(place.path)
        said = _titled(place.question.link, self._label(place), [])
        if isinstance(value, Declined):
            yield said | {"extension": _DECLINED}
        elif not is_blank(value) and (answers := list(self._answers(place, value))):
            yield said | {"answer": answers}

    def _label(self, place: Place) -> str:
        return self._filled.wording.say(place.question.label, place.group, place.key)

    def _answers(self, place: Place, value: Value) -> Iterator[Json]:
        question = place.question
        kind = question.kind.name
        written = question.kind.to_json(value)
        if kind in _CHOSEN:
            names = written if isinstance(written, list) else [written]
            yield from (self._choice(place, str(name)) for name in names)
        elif isinstance(value, Files):
            yield from ({"valueAttachment": _attachment(ref)} for ref in value.refs)
        elif kind in _TRUTHS:
            yield {"valueBoolean": written == "oui"}
        elif kind == "acknowledge":
            yield {"valueBoolean": True}
        elif kind in _NUMBERS and isinstance(written, int | float | Decimal):
            yield {_NUMBERS[kind]: written}
        elif kind in _DATES and isinstance(value, date):
            yield {"valueDate": str(written)}
        elif kind == "time":
            yield {"valueTime": f"{written}:00"}
        elif kind == "datetime":
            moment = datetime.fromisoformat(str(written)).replace(tzinfo=self._filled.context.tz)
            yield {"valueDateTime": moment.isoformat()}
        else:
            yield {"valueString": _text(written)}

    def _choice(self, place: Place, name: str) -> Json:
        """The option chosen; what « autre » was completed with, as the free answer that FHIR knows."""
        question = place.question
        if name == OTHER and _adds_other(question, self._form.questions):
            typed = self._filled.values.get(f"{place.path}_{OTHER}")
            if typed and not isinstance(typed, Declined):
                return {"valueString": str(typed)}
        choice = next((each for each in self._filled.choices(place) if each.name == name), question.choice(name))
        label = self._filled.wording.say(choice.label) if choice is not None else ""
        return {"valueCoding": coding(name, choice.code if choice else None) | ({"display": label} if label else {})}


def _adds_other(question: Question, questions: Any) -> bool:  # noqa: ANN401  # a mapping by name
    """Whether a text completes the choice « autre » of a question."""
    return question.choice(OTHER) is not None and f"{question.name}_{OTHER}" in questions


def _answered(items: list[Json]) -> Iterator[Json]:
    """The items without the headings under which nothing is answered."""
    for item in items:
        inside = list(_answered(item["item"])) if "item" in item else None
        if inside is None:
            yield item
        elif inside or "answer" in item:
            yield item | {"item": inside}


def _titled(link: str, text: str, inside: list[Json]) -> Json:
    return {"linkId": link} | ({"text": text} if text else {}) | ({"item": inside} if inside else {})


def _attachment(ref: FileRef) -> Json:
    return {"contentType": ref.media_type, "size": ref.size, "title": ref.name}


def _text(written: object) -> str:
    return "true" if written is True else str(written)
