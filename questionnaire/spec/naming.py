"""Names: which are possible, which are taken, and what each designates over the whole form."""

import re
from collections.abc import Iterable, Iterator

from questionnaire.spec.block_details import BLOCK_NAMES_TAKEN
from questionnaire.spec.declared import FormSpec, QuestionSpec
from questionnaire.spec.details import Detail
from questionnaire.spec.faults import BAD_CHOICE_NAME, BAD_NAME, DUPLICATE_NAME, RESERVED_NAME, Faults
from questionnaire.spec.nodes import Origin, Place, Scalar

NAME_PATTERN = "[A-Za-z][A-Za-z0-9_]{0,63}"
_NAME = re.compile(NAME_PATTERN)
_CHOICE = re.compile(r"[\w.:+-]{1,64}")

RESERVED = frozenset(
    {
        "csrf", "csrf_token", "data", "errors", "form_errors", "hidden_tag", "is_submitted", "meta", "Meta",
        "populate_obj", "process", "validate", "validate_on_submit",
    }
)  # fmt: skip
"""Attributes of a form object that holds what was posted: a field of that name would hide them."""


def check_name(name: Scalar, faults: Faults) -> bool:
    """Whether ``name`` may name a form, a section, a question, a list, a party or a step; says why not."""
    if not name.text:
        return False  # already said to be missing
    return _matches(name, _NAME, BAD_NAME, faults) and not _is_reserved(name, faults)


def check_choice_name(name: Scalar, faults: Faults) -> bool:
    """Whether ``name`` may name an option: ``01``, ``no`` and ``12:30`` do."""
    return bool(name.text) and _matches(name, _CHOICE, BAD_CHOICE_NAME, faults)


def _matches(name: Scalar, pattern: re.Pattern[str], detail: Detail, faults: Faults) -> bool:
    if pattern.fullmatch(name.text):
        return True
    faults.add(detail, name.place, name=name.text)
    return False


def _is_reserved(name: Scalar, faults: Faults) -> bool:
    if name.text in RESERVED:
        faults.add(RESERVED_NAME, name.place, name=name.text)
    return name.text in RESERVED


def check_unique(names: Iterable[Scalar], faults: Faults, detail: Detail = DUPLICATE_NAME) -> None:
    """Say of each name whether an earlier one is the same; of those that a block brings, all at once."""
    taken: dict[str, Place] = {}
    brought: dict[Origin, list[str]] = {}
    for name in names:
        earlier = taken.setdefault(name.text, name.place)
        if earlier is name.place or not name.text:
            continue
        origin = _bringing(name.place, earlier)
        if origin is None:
            faults.add(detail, name.place, name=name.text, line=_seen(earlier, name.place).line)
        else:
            brought.setdefault(origin, []).append(name.text)
    for origin, clashes in brought.items():
        words = {"block": origin.block, "names": ", ".join(clashes), "prefix": origin.block}
        faults.add(BLOCK_NAMES_TAKEN, origin.included, **words)


def _bringing(place: Place, earlier: Place) -> Origin | None:
    """The inclusion by which a name meets an earlier one; None where both are written in the same file."""
    chain, others = _chain(place), _chain(earlier)
    return next((origin for origin in chain if origin not in others), None)


def _seen(earlier: Place, place: Place) -> Place:
    """Where the file of ``place`` brings the earlier name: on its own line, or by a block."""
    own = _chain(place)
    return next((origin.included for origin in _chain(earlier) if origin not in own), earlier)


def _chain(place: Place) -> list[Origin]:
    """The inclusions through which something comes, that of the form first."""
    found: list[Origin] = []
    while place.origin is not None:
        found.insert(0, place.origin)
        place = place.origin.included
    return found


def every_question(questions: Iterable[QuestionSpec]) -> Iterator[QuestionSpec]:
    """Questions in the order of the file, those of a repeat after it."""
    for question in questions:
        yield question
        yield from every_question(question.questions or ())


def check_names(spec: FormSpec, faults: Faults) -> tuple[QuestionSpec, ...]:
    """All questions of the form, names checked; questions, repeats and sections share one space of names."""
    check_name(spec.form, faults)
    names: list[Scalar] = []
    questions: list[QuestionSpec] = []
    for section in spec.sections:
        inside = tuple(every_question(section.questions))
        questions.extend(inside)
        own = (question.name for question in inside if question.name is not section.name)
        names.extend((section.name, *own))
    for name in names:
        check_name(name, faults)
    check_unique(names, faults)
    return tuple(questions)
