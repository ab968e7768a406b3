"""What becomes of the answers of a draft when it moves to another version of its form."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from questionnaire.filling.answers import Stored, question_at
from questionnaire.filling.paths import BadPath, Path, page_item, parse_path
from questionnaire.spec.codebook import said
from questionnaire.spec.consenting import CONSENT, GIVEN
from questionnaire.spec.model import Form, Question
from questionnaire.spec.values import Declined, Json, Unreadable

_FAMILIES = (
    frozenset({"integer", "decimal", "range"}),
    frozenset({"text", "email", "tel", "identifier"}),
    frozenset({"select_one", "select_multiple", "yes_no", "rating"}),
)
"""Kinds among which an answer may pass, where the new question can read it."""


class Why(StrEnum):
    """Why an answer, or a part of it, is not taken up."""

    GONE = "gone"
    PLACE = "place"
    COMPUTED = "computed"
    KIND = "kind"
    OPTION = "option"
    READERS = "readers"
    CONSENT = "consent"


@dataclass(frozen=True, slots=True)
class Passage:
    """One row of a draft: ``after`` is what the new version holds of it; ``why`` is told where something is lost."""

    path: str
    before: Json
    after: Json
    why: Why | None = None

    @property
    def is_change(self) -> bool:
        """Whether the row is to be written anew."""
        return self.before != self.after


def is_same_document(before: Form, after: Form) -> bool:
    """Whether drafts may move: the same people read and fill, and there are as many of them."""
    told = [(form.name, form.privacy, form.access, form.instances) for form in (before, after)]
    return told[0] == told[1]


def passages(before: Form, after: Form, stored: Stored) -> tuple[Passage, ...]:
    """What becomes of each row that holds something; those that ``before`` did not ask for are left aside."""
    found = {passage.path: passage for passage in _passages(before, after, stored)}
    given = frozenset(name for name, each in found.items() if _is_consent(after, name) and each.after == GIVEN)
    return tuple(_consented(before, after, each, given) for each in found.values())


def _passages(before: Form, after: Form, stored: Stored) -> Iterator[Passage]:
    for text, json in stored.items():
        path = parse_path(text)
        old = _question(before, path)
        if old is not None and json is not None:
            found = _passage(old, _question(after, path), json)
            why = Why.PLACE if found.why is Why.GONE and old.name in after.questions else found.why
            item = None if why else _lost_item(before, after, path)
            yield replace(found, path=text, why=why) if item is None else Passage(text, json, None, item)


def _lost_item(before: Form, after: Form, path: Path) -> Why | None:
    """Why the item that holds an answer is no more, where items are those of another question; None where it stands."""
    if path.group is None:
        return None
    outer = parse_path(page_item(str(path)))  # those inside of it are the draft's own
    was, now = before.questions[outer.question].each, after.questions[outer.question].each
    if was != now:
        return Why.PLACE
    followed = after.questions[now] if now else None
    if followed is None or followed.is_repeat or followed.choice(outer.key or ""):
        return None
    return Why.OPTION


def _question(form: Form, path: Path) -> Question | None:
    try:
        return question_at(form, path)
    except BadPath:
        return None


def _passage(old: Question, new: Question | None, json: Json) -> Passage:
    if new is None or old.is_repeat != new.is_repeat:
        return _lost(json, Why.GONE)
    if old.is_repeat:
        return Passage("", json, json)
    if _is_wider(old, new):
        return _lost(json, Why.READERS)
    if not new.kind.answered and not (old.kept and new.kept):
        return _lost(json, Why.COMPUTED)
    if new.kind.name == CONSENT and (said(old.label), old.hint) != (said(new.label), new.hint):
        return _lost(json, Why.CONSENT)
    return _carried(old, new, json)


def _lost(json: Json, why: Why) -> Passage:
    return Passage("", json, None, why)


def _is_wider(old: Question, new: Question) -> bool:
    """Whether people would read the answer to whom it was not given."""
    return old.visible_to is not None and (new.visible_to is None or not new.visible_to <= old.visible_to)


def _carried(old: Question, new: Question, json: Json) -> Passage:
    """The answer as the new question reads it."""
    answer = old.kind.from_json(json, old)
    if isinstance(answer, Unreadable):
        same = old.kind.name == new.kind.name
        return Passage("", json, json) if same else _lost(json, Why.KIND)
    if isinstance(answer, Declined):
        return _lost(json, Why.OPTION) if new.may_decline is None else Passage("", json, new.may_decline.name)
    if old.kind.name != new.kind.name:
        return _converted(old, new, json)
    if new.source is not None and _origin(old) != _origin(new):
        return _lost(json, Why.OPTION)
    if isinstance(json, list) and new.choices and new.source is None:
        left = [name for name in json if new.choice(name)]
        return Passage("", json, left or None, Why.OPTION if len(left) < len(json) else None)
    again = new.kind.from_json(json, new)
    return _lost(json, Why.OPTION) if isinstance(again, Unreadable) else Passage("", json, json)


def _origin(question: Question) -> tuple[str, bool] | None:
    """Where the options come from that the form does not write."""
    return (question.source.name, question.source.installation) if question.source else None


def _converted(old: Question, new: Question, json: Json) -> Passage:
    """The answer to a question that is of another kind now."""
    names = {old.kind.name, new.kind.name}
    if not any(names <= family for family in _FAMILIES) or _origin(new) != _origin(old):
        return _lost(json, Why.KIND)
    answer = old.kind.from_json(json, old)
    again = new.kind.read([old.kind.typed(answer)], new) if not isinstance(answer, Unreadable) else answer
    if again is None or isinstance(again, Unreadable):
        return _lost(json, Why.KIND)
    return Passage("", json, new.kind.to_json(again))


def _is_consent(form: Form, name: str) -> bool:
    return name in form.questions and form.questions[name].kind.name == CONSENT


def _consented(before: Form, after: Form, passage: Passage, given: frozenset[str]) -> Passage:
    """The passage, lost where the answer was given under a consent that is not the one asked for now, or not given."""
    was, now = before.consent_of(passage.path), after.consent_of(passage.path)
    known = _question(after, parse_path(passage.path)) is not None
    stands = {was, now} <= {"", *given} and (was == now or not known)
    return passage if stands else replace(passage, after=None, why=Why.CONSENT)
