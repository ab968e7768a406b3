"""A draft filled once for as long as nothing that its rules read has changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache

from questionnaire.expressions import Expression
from questionnaire.expressions.tree import Call, walk
from questionnaire.filling import Context, FilledForm, fill, from_stored
from questionnaire.spec import Form
from questionnaire.spec.values import Json

REMEMBERED = 64
"""Filled forms kept per process: the drafts that people are in, some 10 MB; the least used goes first."""

_ANY_DAY = datetime(2000, 1, 1, tzinfo=UTC)
_timed: dict[str, bool] = {}


@dataclass(frozen=True, slots=True)
class _Inputs:
    """All that ``fill`` reads, compared in full: ``fill`` is pure, so equal inputs have equal results.

    Of the hour, rules read the day alone (``when``), but for those that call now().
    """

    draft_id: str
    revision: int
    digest: str
    when: object
    house: Context = field(hash=False)
    values: Mapping[str, Json] = field(hash=False)
    form: Form = field(compare=False)
    context: Context = field(compare=False)


def fill_draft(form: Form, values: Mapping[str, Json], context: Context, draft_id: str, revision: int) -> FilledForm:
    """A form filled with the stored answers of a draft; its id and revision only help to find it again."""
    now = context.local_now()
    when = now if _reads_the_hour(form) else now.date()
    house = replace(context, now=_ANY_DAY)
    return _filled(_Inputs(draft_id, revision, form.digest, when, house, values, form, context))


@lru_cache(REMEMBERED)
def _filled(inputs: _Inputs) -> FilledForm:
    return fill(inputs.form, from_stored(inputs.form, inputs.values), inputs.context)


def _reads_the_hour(form: Form) -> bool:
    """Whether a rule calls now(); looked up once per version of a form."""
    if form.digest not in _timed:
        trees = (node for rule in _rules(form) for node, _ in walk(rule.tree))
        _timed[form.digest] = any(isinstance(node, Call) and node.function == "now" for node in trees)
    return _timed[form.digest]


def _rules(part: object) -> Iterator[Expression]:
    """Every rule anywhere in a form."""
    if isinstance(part, Expression):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from _rules(each)
    elif isinstance(part, Mapping):
        yield from _rules(tuple(part.values()))
    elif is_dataclass(part):
        yield from _rules(tuple(getattr(part, each.name) for each in fields(part)))
