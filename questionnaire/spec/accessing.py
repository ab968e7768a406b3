"""Whose rights a form follows: a line of the matrix of rights, by the document that it is."""

from questionnaire.spec.declared import FormSpec
from questionnaire.spec.faults import ACCESS_OF_OTHERS, Faults
from questionnaire.spec.scalars import word
from questionnaire.spec.words import ACCESSES, FOR_EACH


def compile_access(spec: FormSpec, faults: Faults) -> str:
    """The line that the form follows: as written, else that of all forms of the same ``instances``."""
    access = spec.access
    instances = spec.instances.text if spec.instances else "project"
    found = word(access, "access", ACCESSES, faults, instances)
    wanted = FOR_EACH.get(found, "project")
    if access is not None and ACCESSES.get(found) and wanted != instances:
        faults.add(ACCESS_OF_OTHERS, access.place, value=found, wanted=wanted)
    return found
