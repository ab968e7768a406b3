"""The advice that authors acknowledge: it exists, and is about something of their form."""

from questionnaire.spec.advice.details import CATALOGUE
from questionnaire.spec.advice.passages import passages
from questionnaire.spec.advice_details import UNKNOWN_ADVICE, UNKNOWN_SUBJECT
from questionnaire.spec.declared import FormSpec
from questionnaire.spec.faults import Faults, guess


def check_acknowledged(spec: FormSpec, faults: Faults) -> None:
    """Tell codes that no advice has, and names that nothing has."""
    if not spec.acknowledged:
        return
    names = {name for passage in passages(spec) for name in (passage.of, passage.of.partition(".")[0])}
    for line in spec.acknowledged:
        code = line.advice.text
        if code not in CATALOGUE:
            faults.add(UNKNOWN_ADVICE, line.advice.place, code=code, remedy=guess(code, CATALOGUE))
        for each in line.of:
            if each.text not in names:
                faults.add(UNKNOWN_SUBJECT, each.place, name=each.text, remedy=guess(each.text, names))
