"""Advice that its author has acknowledged in the form, with a reason, told apart from the rest."""

from dataclasses import dataclass

from questionnaire.spec.advice.details import UNUSED_ACKNOWLEDGEMENT
from questionnaire.spec.advice.found import Advice, Gathering
from questionnaire.spec.declared import AcknowledgedSpec, FormSpec


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A piece of advice, and why it is left."""

    advice: Advice
    reason: str


def set_apart(spec: FormSpec, gathering: Gathering) -> tuple[Acknowledged, ...]:
    """Take what is acknowledged out of the gathering; an acknowledgement of nothing is advised against there."""
    kept: list[Advice] = []
    apart: list[Acknowledged] = []
    used: set[AcknowledgedSpec] = set()
    for advice in gathering.found:
        line = next((each for each in spec.acknowledged if _covers(each, advice)), None)
        if line is None:
            kept.append(advice)
        else:
            used.add(line)
            apart.append(Acknowledged(advice, line.reason.text))
    gathering.found[:] = kept
    for line in spec.acknowledged:
        if line not in used:
            gathering.add(UNUSED_ACKNOWLEDGEMENT, spec.form.text, line.place, code=line.advice.text)
    return tuple(apart)


def _covers(line: AcknowledgedSpec, advice: Advice) -> bool:
    """Whether it names this advice, of everything or of this; a list stands for its choices."""
    named = {each.text for each in line.of}
    return line.advice.text == advice.code and (not named or bool(named & {advice.of, advice.of.partition(".")[0]}))
