"""The chain of the documents of a project: what comes after what, what is missing, in which order they are shown."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from questionnaire.lifecycle import State
from questionnaire.spec.model import Form
from questionnaire.spec.precedence import After

Reached = Mapping[str, Collection[State]]
"""By name of form, the states of the documents that the project has of it, drafts left out."""


@dataclass(frozen=True, slots=True)
class Link:
    """A form in the chain; ``missing`` are the documents that should come before and do not."""

    form: Form
    missing: tuple[After, ...]

    @property
    def blocked(self) -> bool:
        """Whether it may not begin yet."""
        return any(after.blocking for after in self.missing)


def chain(forms: Iterable[Form], reached: Reached) -> tuple[Link, ...]:
    """The forms in the order of the chain, by name between those that may come in any order."""
    by_name = {form.name: form for form in forms}
    ordered = sorted(by_name.values(), key=lambda form: (_depth(form.name, by_name, frozenset()), form.name))
    return tuple(Link(form, missing(form, reached)) for form in ordered)


def _depth(name: str, forms: Mapping[str, Form], seen: frozenset[str]) -> int:
    """How many documents stand before; forms that wait for one another are an author's mistake, not an endless walk."""
    if name not in forms or name in seen:
        return 0
    return max((1 + _depth(after.form, forms, seen | {name}) for after in forms[name].after), default=0)


def missing(form: Form, reached: Reached) -> tuple[After, ...]:
    """The documents that should come before one of ``form`` and that the project does not have."""
    return tuple(after for after in form.after if not _is_reached(after, reached.get(after.form, ())))


def blocked(form: Form, reached: Reached) -> tuple[After, ...]:
    """Those without which it may not begin."""
    return tuple(after for after in missing(form, reached) if after.blocking)


def _is_reached(after: After, states: Collection[State]) -> bool:
    enough = {State.SIGNE} if after.state == "signe" else {State.SIGNE, State.A_SIGNER, State.FINALISE}
    return not enough.isdisjoint(states)
