"""Made-up answers, by kind of question: plausible, bounded as the question is, and drawn near what rules look at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from questionnaire.expressions import Expression
from questionnaire.expressions.tree import Call, Negation, Number, Text, walk
from questionnaire.filling.filled import FilledForm, Place
from questionnaire.filling.samples.literals import Literal
from questionnaire.filling.samples.patterns import matching
from questionnaire.spec.file_types import ACCEPTS
from questionnaire.spec.kinds.identifiers import SCHEMES
from questionnaire.spec.model import Question
from questionnaire.spec.spans import Span
from questionnaire.spec.values import FileRef, Period

_SENTENCES = ("Exemple de réponse.", "Autre exemple.", "Une réponse inventée.")
_PARAGRAPH = "Exemple de réponse.\nElle tient sur deux lignes."
_UNKNOWN_LIST = "exemple"
"""What is chosen in a list of the installation, which only the installation knows: any name is taken."""

_DAYS = (0, 1, -1, 7, 30, -30, 365, -365, 3650, -10000)
_HOURS = ("09:00", "14:30", "00:00", "23:59")
_SIZE = 1200
_MOST_TICKED = 3
_USUAL_DAYS = 30
_NEAR = 0.5
"""How often an answer is one of the values that rules look at."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question to answer, the day when it is, and what draws."""

    question: Question
    today: date
    random: Random


Draw = Callable[[_Asked], str]


def candidate(filled: FilledForm, place: Place, literals: Mapping[str, tuple[Literal, ...]], random: Random) -> str:
    """An answer as a person would type it; it may be refused, and another is then drawn."""
    question = place.question
    near = [_text(value) for value in literals.get(question.name, ())]
    if question.choices or question.source is not None:
        return _chosen(filled, place, random)
    if near and random.random() < _NEAR and question.kind.name not in {"acknowledge", "date_range", "file"}:
        return _beside(question, random.choice(near), random)
    draw = _DRAWN.get(question.kind.name, _line)
    return draw(_Asked(question, filled.context.local_now().date(), random))


def _chosen(filled: FilledForm, place: Place, random: Random) -> str:
    """An option that is offered, or some of several; empty where none is."""
    offered = filled.choices(place)
    if not offered:
        return _UNKNOWN_LIST if place.question.source is not None and place.question.source.installation else ""
    if place.question.kind.name == "rank":
        ranked = filled.most.get(place.path, len(offered))
        return " ".join(choice.name for choice in random.sample(offered, min(ranked, len(offered))))
    if place.question.kind.name != "select_multiple":
        return random.choice(offered).name
    alone = [choice.name for choice in offered if choice.exclusive]
    free = [choice.name for choice in offered if not choice.exclusive]
    if not free or (alone and random.random() < 1 / len(offered)):
        return random.choice(alone)
    return " ".join(random.sample(free, random.randint(1, min(len(free), _MOST_TICKED))))


def _line(asked: _Asked) -> str:
    pattern = _pattern(asked.question)
    found = matching(pattern, asked.random) if pattern else None
    text = found or (_PARAGRAPH if asked.question.appearance == "multiline" else asked.random.choice(_SENTENCES))
    return text[: asked.question.max_length]


def _number(asked: _Asked) -> str:
    low, high = _constant(asked.question.min), _constant(asked.question.max)
    least = low if low is not None else (high - 10 if high is not None and high < 0 else Decimal(0))
    most = high if high is not None else least + 100
    steps = max(0, int((most - least) / asked.question.step))
    chosen = asked.random.choice((0, steps, asked.random.randint(0, steps), min(1, steps)))
    return f"{least + asked.question.step * chosen:f}"


def _day(asked: _Asked) -> str:
    days = [asked.today, *_dates(asked.question.min), *_dates(asked.question.max)]
    try:
        return (asked.random.choice(days) + timedelta(asked.random.choice(_DAYS))).isoformat()
    except OverflowError:
        return days[0].isoformat()


def _period(asked: _Asked) -> str:
    span = asked.question.span or Span()
    least = span.min_days or 1
    most = max(least, span.max_days or least + _USUAL_DAYS)
    days = asked.random.choice((least, most, asked.random.randint(least, most)))
    day = date.fromisoformat(_day(asked))
    # A last day is bounded too: as often, the period is counted back from the day.
    try:
        first = day if asked.random.random() < _NEAR else day - timedelta(days - 1)
        return Period(first, first + timedelta(days - 1)).written
    except OverflowError:
        return Period(day, day).written


def _moment(asked: _Asked) -> str:
    return f"{_day(asked)}T{asked.random.choice(_HOURS)}"


def _hour(asked: _Asked) -> str:
    bounds = [
        node.value
        for rule in (asked.question.min, asked.question.max)
        if rule
        for node, _ in walk(rule.tree)
        if isinstance(node, Text)
    ]
    return asked.random.choice((*_HOURS, *bounds))


def _identifier(asked: _Asked) -> str:
    return SCHEMES[asked.question.scheme].example


def _file(asked: _Asked) -> str:
    accepted = ACCEPTS[asked.question.files.accept[0]][0] if asked.question.files else ACCEPTS["pdf"][0]
    ref = FileRef(f"{asked.random.getrandbits(256):064x}", f"exemple.{accepted.endings[0]}", _SIZE, accepted.media_type)
    return f"sha256:{ref.sha256} {ref.size} {ref.media_type} {ref.name}"


def _either(*answers: str) -> Draw:
    return lambda asked: asked.random.choice(answers)


_DRAWN: Mapping[str, Draw] = {
    "text": _line,
    "email": _either("camille.martin@example.org", "sacha@example.org"),
    "tel": _either("0123456789", "0600000000"),
    "identifier": _identifier,
    "integer": _number,
    "decimal": _number,
    "range": _number,
    "date": _day,
    "date_range": _period,
    "time": _hour,
    "datetime": _moment,
    "month": _day,
    "year": _day,
    "duration": lambda asked: f"{_number(asked)} min",
    "yes_no": _either("oui", "non"),
    "consent": _either("oui", "non"),
    "acknowledge": _either("true"),
    "file": _file,
}


def _beside(question: Question, value: str, random: Random) -> str:
    """The value itself, or one just beside where it is a number or a day."""
    step = random.choice((0, 0, 1, -1))
    if question.kind.name == "duration":
        return f"{max(0, int(float(value)) + step)} min"
    if question.kind.name in {"integer", "decimal", "range"}:
        try:
            return f"{Decimal(value) + question.step * step:f}"
        except ArithmeticError:
            return value
    if question.kind.name == "date":
        try:
            return (date.fromisoformat(value) + timedelta(step)).isoformat()
        except (ValueError, OverflowError):
            return value
    return value


def _text(value: Literal) -> str:
    return f"{value:.15g}" if isinstance(value, float) else value


def _pattern(question: Question) -> str:
    """The regular expression that a constraint has its own answer match."""
    rule = question.constraint
    for node, _ in walk(rule.tree) if rule is not None else ():
        if isinstance(node, Call) and node.function == "regex" and isinstance(node.arguments[-1], Text):
            return node.arguments[-1].value
    return ""


def _constant(rule: Expression | None) -> Decimal | None:
    match rule.tree if rule is not None else None:
        case Number(value):
            return Decimal(_text(value))
        case Negation(Number(value)):
            return -Decimal(_text(value))
        case _:
            return None


def _dates(rule: Expression | None) -> list[date]:
    found = []
    for node, _ in walk(rule.tree) if rule is not None else ():
        if isinstance(node, Text):
            try:
                found.append(date.fromisoformat(node.value))
            except ValueError:
                continue
    return found
