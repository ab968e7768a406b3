"""The circuit: the signatures and visas that a document awaits, in which order, and who may give them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from itertools import groupby

from questionnaire.lifecycle.errors import AlreadySigned, NotAwaited, UnsignedAct, WrongPerson


class ActKind(StrEnum):
    """What is asked of a person."""

    SIGNATURE = "signature"
    VISA = "visa"


class Method(StrEnum):
    """How a person signed."""

    TYPED = "saisie"


@dataclass(frozen=True, slots=True)
class Step:
    """One expected act. Steps of the same ``rank`` may be done in any order; lower ranks come first.

    ``field`` names the box on the last page; ``role`` is the code of the role in the project; without
    ``person_id`` anyone who has that role may act.
    """

    name: str
    field: str
    role: str
    act: ActKind = ActKind.SIGNATURE
    rank: int = 1
    optional: bool = False
    person_id: str | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """What a person did, under their ``name``; ``consent`` is the exact text that they agreed to."""

    id: str
    step: str
    person_id: str
    name: str
    typed_name: str
    role: str
    method: Method
    consent: str
    at: datetime


def in_any_order(steps: Iterable[Step]) -> tuple[Step, ...]:
    """The same steps, none of which waits for another."""
    return tuple(replace(step, rank=1) for step in steps)


def awaited(steps: Sequence[Step], acts: Sequence[Act]) -> tuple[Step, ...]:
    """The steps whose turn it is: up to the first rank that still lacks a mandatory act."""
    return tuple(_awaited(steps, {act.step for act in acts}))


def _awaited(steps: Sequence[Step], done: set[str]) -> Iterator[Step]:
    for _, group in groupby(sorted(steps, key=_rank), key=_rank):
        missing = [step for step in group if step.name not in done]
        yield from missing
        if not all(step.optional for step in missing):
            return


def _rank(step: Step) -> int:
    return step.rank


def is_complete(steps: Sequence[Step], acts: Sequence[Act]) -> bool:
    """Whether every mandatory act is there. True of a document that awaits none."""
    done = {act.step for act in acts}
    return all(step.optional or step.name in done for step in steps)


def check_act(steps: Sequence[Step], acts: Sequence[Act], act: Act) -> Step:
    """The step that an act fulfils; raises the reason why it cannot."""
    step = next((step for step in steps if step.name == act.step), None)
    if step is None:
        raise NotAwaited("Aucune signature n’est attendue ici.")
    if any(done.step == step.name for done in acts):
        raise AlreadySigned("Cette signature a déjà été donnée.")
    if step.person_id not in (None, act.person_id) or step.role != act.role:
        raise WrongPerson("Cette signature est attendue d’une autre personne.")
    if step not in awaited(steps, acts):
        raise NotAwaited("D’autres personnes doivent signer avant vous.")
    if not act.typed_name.strip() or not act.consent.strip():
        raise UnsignedAct("Pour signer, donnez votre accord et écrivez votre nom.")
    return step
