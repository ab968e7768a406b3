"""What a question for files accepts, as its author wrote it."""

from questionnaire.spec.declared import QuestionSpec
from questionnaire.spec.faults import Faults
from questionnaire.spec.file_types import ACCEPTS, LARGEST, MOST_FILES, USUAL_SIZE, USUAL_TYPES, FileRules
from questionnaire.spec.scalars import integer, one_of


def file_rules(spec: QuestionSpec, faults: Faults) -> FileRules:
    """The rules of a question: what is not written, or wrong, is as usual."""
    written = (one_of(scalar, "accept", ACCEPTS, faults, None) for scalar in spec.accept or ())
    accept = tuple(dict.fromkeys(each for each in written if each in ACCEPTS))
    return FileRules(
        most=integer(spec.max, "max", faults, most=MOST_FILES) or 1,
        accept=accept or USUAL_TYPES,
        max_size=integer(spec.max_size, "max_size", faults, most=LARGEST) or USUAL_SIZE,
    )
