"""Forms answered blind: nobody but the author reads the answers, and they lie nowhere in clear."""

from questionnaire.spec.blind_details import BLIND_FILE, BLIND_KEEPS, BLIND_READ_BY_OTHERS
from questionnaire.spec.declared import FormSpec, QuestionSpec
from questionnaire.spec.faults import Faults
from questionnaire.spec.model import BLIND, Form

AUTHOR_ALONE = frozenset({"barometre_individuel", "free"})
"""The lines of the matrix of rights that let nobody but the author read."""


def check_blind(form: Form, spec: FormSpec, declared: tuple[QuestionSpec, ...], faults: Faults) -> None:
    """Say of a form whose ``privacy`` is ``blind`` what does not go with it."""
    if spec.privacy is None or form.privacy != BLIND:
        return
    if form.access not in AUTHOR_ALONE:
        faults.add(BLIND_READ_BY_OTHERS, spec.privacy.place, access=form.access)
    if form.archive != "none" or form.circuit or form.parties or form.stages or form.people:
        faults.add(BLIND_KEEPS, spec.privacy.place)
    for question in declared:
        if question.kind.text == "file":
            faults.add(BLIND_FILE, question.name.place, name=question.name.text)
